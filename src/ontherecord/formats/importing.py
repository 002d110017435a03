"""Records that were exported (or coded elsewhere) into a ledger. They are strangers' data: checked in full before they are stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import msgspec

from ontherecord.errors import OnTheRecordError, RefusedDocument
from ontherecord.ledger import Coded, Fingerprint, Ledger, check, encode
from ontherecord.records import from_json

BATCH = 256


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the lines."""

    added: int
    already: int
    refused: tuple[RefusedDocument, ...]


def import_records(lines: Iterable[bytes | str], ledger: Ledger, *, source: str) -> Imported:
    """Stores records from JSON Lines, as `otr code --json` and `otr export --format jsonl` write them. Adding twice changes nothing.

    A line that is no whole record is refused, with its number in `source`. A line that tells of a refusal is stored as one.
    """
    run = ledger.start_run(Fingerprint(f"imported from {source}", ""))
    added = already = 0
    refused: list[RefusedDocument] = []
    for outcomes in _batches(lines, source):
        coded = [o for o in outcomes if isinstance(o, Coded)]
        bad = [o for o in outcomes if isinstance(o, RefusedDocument)]
        new = ledger.add(coded, bad, run=run)
        added, already = added + new, already + len(coded) - new
        refused += bad
    ledger.finish_run(run, added=added, already=already, refused=len(refused))
    return Imported(added, already, tuple(refused))


def _batches(lines: Iterable[bytes | str], source: str) -> Iterator[list[Coded | RefusedDocument]]:
    read = (_read(line, f"{source}, line {number}") for number, line in enumerate(lines, 1) if line.strip())
    while batch := list(islice(read, BATCH)):
        yield batch


def _read(line: bytes | str, where: str) -> Coded | RefusedDocument:
    try:
        plain = msgspec.json.decode(line)
        if "error" in plain:
            return RefusedDocument(str(plain["document"]["source"]), str(plain["error"]))
        record = from_json(line)
        check(record)
        return encode(record)
    except (OnTheRecordError, msgspec.MsgspecError, ValueError, TypeError, LookupError, AttributeError) as problem:
        kind = "" if isinstance(problem, OnTheRecordError | msgspec.MsgspecError) else f"{type(problem).__name__}: "
        return RefusedDocument(where, f"it is no record as docs/record.md describes it ({kind}{problem}).")
