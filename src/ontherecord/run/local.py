"""`otr add` on this machine: read here, code in a process a core, write here; resumable at any moment."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from ontherecord.errors import RefusedDocument
from ontherecord.ledger import Coded, Fingerprint, Ledger, open_ledger
from ontherecord.records import Document, document_id
from ontherecord.run.fingerprint import fingerprint
from ontherecord.run.pool import CodingPool
from ontherecord.run.worker import Coder, Outcome

# A batch is about a second's work: long enough that a transaction (40 ms) does not count, short enough that the last batches keep all
# processes busy and a kill costs little. Measured on 60 readouts: batches of 60,000 characters took 4.4 s to code, of 20,000 4.1 s.
BATCH_DOCUMENTS, BATCH_CHARACTERS = 16, 20_000
# Items that need no coding (already there, refused) are cheap: many make a batch.
BATCH_ITEMS = 500


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run has done so far. `already` counts documents that were in the ledger before, or twice in the input."""

    added: int = 0
    already: int = 0
    refused: tuple[RefusedDocument, ...] = ()
    seconds: float = 0.0
    interrupted: bool = False


@dataclass(slots=True)
class _Batch:
    new: dict[str, Document] = field(default_factory=dict)  # by id
    refusals: list[RefusedDocument] = field(default_factory=list)
    already: int = 0

    @property
    def documents(self) -> list[Document]:
        return list(self.new.values())

    @property
    def full(self) -> bool:
        characters = sum(len(d.text) for d in self.new.values())
        items = len(self.new) + len(self.refusals) + self.already
        return len(self.new) >= BATCH_DOCUMENTS or characters >= BATCH_CHARACTERS or items >= BATCH_ITEMS


def add_paths(
    paths: Sequence[str],
    ledger_path: str | Path,
    *,
    published: str | None = None,
    publisher: str | None = None,
    processes: int | None = None,
    recode: bool = False,
    own: Path | None = None,
    progress: Callable[[Summary], None] | None = None,
) -> Summary:
    """Reads, codes and stores reports. See `add_documents`."""

    def read() -> Iterator[Document | RefusedDocument]:
        from ontherecord import reading  # inside the generator: it loads while the coding processes start

        yield from reading.read_paths(paths, published=published, publisher=publisher)

    return add_documents(read(), ledger_path, processes=processes, recode=recode, own=own, progress=progress)


def add_documents(
    items: Iterable[Document | RefusedDocument],
    ledger_path: str | Path,
    *,
    processes: int | None = None,
    recode: bool = False,
    own: Path | None = None,
    progress: Callable[[Summary], None] | None = None,
    coder: Coder | None = None,
    made_by: Fingerprint | None = None,
) -> Summary:
    """Codes documents in `processes` processes (default: one a core) and stores them in the order of the input.

    Documents that the ledger has are skipped; with `recode`, only those that this very code and knowledge have coded. Refusals,
    those of reading too, go into the ledger with their reasons. Ctrl-C ends the run with what is stored; after it, or after a kill,
    the same call goes on where it stopped. `progress` is called after each transaction.

    `own` is a file of the user's actors, which win over the shipped ones.

    Raises LedgerError when the ledger cannot be opened or written, LanguageModelError without a model.
    """
    begun = time.monotonic()
    with CodingPool(processes or os.cpu_count() or 1, coder, own=own) as pool, open_ledger(ledger_path) as ledger:
        run = _Run(ledger, made_by or fingerprint(own), recode=recode)
        interrupted = False
        try:
            with closing(pool.code(run.batches(items))) as coded:
                for batch, outcomes in coded:
                    run.store(batch, outcomes)
                    if progress:
                        progress(replace(run.summary, seconds=time.monotonic() - begun))
        except KeyboardInterrupt:
            interrupted = True
        run.finish()
        return replace(run.summary, seconds=time.monotonic() - begun, interrupted=interrupted)


class _Run:
    """One pass over the input: which documents to code, and the counts so far."""

    def __init__(self, ledger: Ledger, made_by: Fingerprint, *, recode: bool) -> None:
        self._ledger = ledger
        self._made_by = made_by
        self._recode = recode
        self._number: int | None = None  # noted with the first thing to store: a run that finds nothing new leaves no trace
        self._under_way: set[str] = set()
        self.summary = Summary()

    def batches(self, items: Iterable[Document | RefusedDocument]) -> Iterator[_Batch]:
        """The input in batches, without what is there already."""
        batch = _Batch()
        for item in items:
            if isinstance(item, RefusedDocument):
                batch.refusals.append(item)
            elif (number := document_id(item)) in batch.new or number in self._under_way:
                batch.already += 1
            else:
                batch.new[number] = item
            if batch.full:
                self._leave_out(batch)
                if batch.full:
                    self._under_way.update(batch.new)
                    yield batch
                    batch = _Batch()
        self._leave_out(batch)
        yield batch

    def _leave_out(self, batch: _Batch) -> None:
        """Takes the documents that the ledger has out of the batch."""
        there = self._ledger.has(batch.new, made_by=self._made_by if self._recode else None)
        batch.already += len(there)
        for number in there:
            del batch.new[number]

    def store(self, batch: _Batch, outcomes: Sequence[Outcome]) -> None:
        """One transaction."""
        coded = [o for o in outcomes if isinstance(o, Coded)]
        refused = [*batch.refusals, *(o for o in outcomes if isinstance(o, RefusedDocument))]
        if coded or refused:
            if self._number is None:
                self._number = self._ledger.start_run(self._made_by)
            self._ledger.add(coded, refused, run=self._number, replace=self._recode)
        self._under_way.difference_update(batch.new)
        so_far = self.summary
        self.summary = replace(
            so_far, added=so_far.added + len(coded), already=so_far.already + batch.already, refused=(*so_far.refused, *refused)
        )

    def finish(self) -> None:
        if self._number is not None:
            done = self.summary
            self._ledger.finish_run(self._number, added=done.added, already=done.already, refused=len(done.refused))
