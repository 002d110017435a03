"""The ledger: one DuckDB file, one writer, each batch of documents one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

import msgspec

from ontherecord.errors import LedgerError, RefusedDocument, UnknownName
from ontherecord.ledger import additions, corrections, occurrences, search, teaching
from ontherecord.ledger.coded import Coded, decode, encode
from ontherecord.ledger.connection import aside, bounded, connect, sentences, transaction
from ontherecord.ledger.corrections import Correction
from ontherecord.ledger.migrations import bring_up_to_date
from ontherecord.ledger.occurrences import OccurrenceRow
from ontherecord.ledger.tables import Column, Table, uncollected
from ontherecord.records import Record

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

T = TypeVar("T")
QUERIES = Path(__file__).parent / "queries"
# Records that are held at once while reading the whole ledger: some 10 MB.
PAGE = 256
# From this schema on the typed rows hold what is right; before, what the machine made.
ROWS_ARE_RIGHT = 3
# Corrections that can change what an event is linked with.
LINKING = frozenset({"event", "actor", "link"})
BATCH = "CREATE OR REPLACE TEMP TABLE batch (document_id TEXT, source TEXT, parts JSON, record JSON, run_id INTEGER, ordinal BIGINT)"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What made a row: the program's version, and a hash of its lexicons and models."""

    version: str
    knowledge: str


def open_ledger(path: str | Path, *, read_only: bool = False) -> Ledger:
    """Opens the ledger at `path`; makes it when it is missing and not `read_only`. Use it in a `with` block.

    Raises LedgerError when the file is missing, is something else, is in use, or was written by a newer version.
    """
    return Ledger.open(path, read_only=read_only)


class Ledger:
    """An open ledger. Every method raises LedgerError, with a sentence, when the file cannot be read or written."""

    def __init__(self, path: Path, connection: DuckDBPyConnection, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        # A question that takes longer is stopped; None for as long as it takes.
        self.seconds: float | None = None

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False) -> Self:
        """As `open_ledger`."""
        where = Path(path)
        connection = connect(where, read_only=read_only)
        try:
            before = bring_up_to_date(connection, where, read_only=read_only)
            if not read_only:
                connection.execute(BATCH)
            ledger = cls(where, connection, read_only=read_only)
            if 0 < before < ROWS_ARE_RIGHT:
                ledger.lay_out_corrected()
        except BaseException:
            connection.close()
            raise
        return ledger

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    # Runs

    def start_run(self, made_by: Fingerprint) -> int:
        """Notes that a run begins; its number, which `add` and `finish_run` want."""
        with self._writing("noting a run in"):
            row = self._connection.execute(
                "INSERT INTO runs (run_id, version, knowledge, started) "
                "SELECT coalesce(max(run_id), 0) + 1, ?, ?, now() AT TIME ZONE 'UTC' FROM runs RETURNING run_id",
                [made_by.version, made_by.knowledge],
            ).fetchone()
        return int(row[0]) if row else 0

    def finish_run(self, run: int, *, added: int, already: int, refused: int) -> None:
        """Notes that the run has ended, and its counts."""
        with self._writing("noting a run in"):
            self._connection.execute(
                "UPDATE runs SET finished = now() AT TIME ZONE 'UTC', added = ?, already = ?, refused = ? WHERE run_id = ?",
                [added, already, refused, run],
            )

    # Documents and what they yield

    def has(self, document_ids: Iterable[str], *, made_by: Fingerprint | None = None) -> set[str]:
        """Which of the documents are there; with `made_by`, which are there as coded by just that code and knowledge."""
        bound = {"ids": list(document_ids), "version": made_by and made_by.version, "knowledge": made_by and made_by.knowledge}
        return {str(row["document_id"]) for row in self.query("document_ids", **bound)}

    def add(self, records: Iterable[Record | Coded], refusals: Iterable[RefusedDocument] = (), *, run: int, replace: bool = False) -> int:
        """Stores a batch in one transaction: all of it or nothing. How many documents were written.

        A document that is there already stays as it is; with `replace` the machine's rows are made anew and corrections follow.
        """
        coded = {c.document_id: c for c in (r if isinstance(r, Coded) else encode(r) for r in records)}
        with self._writing("adding documents to"):
            self._stage(list(coded.values()), run, replace=replace)
            for script in ("forget_batch", "forget_rows", "forget_links") if replace else ():
                self._script(script)
            self._script("read_batch")
            self._script("add_batch")
            self._script("spread_batch")
            search.keep_index(self._connection)
            written = self._connection.execute("SELECT count(*) FROM batch").fetchone()
            self._connection.execute("DELETE FROM batch")
            if replace:
                self._follow_corrections(coded)
            self._refuse(list(refusals), run)
        return int(written[0]) if written else 0

    def _stage(self, coded: Sequence[Coded], run: int, *, replace: bool) -> None:
        if not coded:
            return
        heads = "\n".join(c.head for c in coded)
        lines = "\n".join(c.record for c in coded)
        self._connection.execute(_sql("stage_batch"), {"heads": heads, "records": lines, "run": run, "replace": replace})

    def _refuse(self, refusals: Sequence[RefusedDocument], run: int) -> None:
        rows = list(dict.fromkeys((r.source, r.reason) for r in refusals))
        self._connection.execute(
            "INSERT INTO refusals SELECT unnest(?::TEXT[]), unnest(?::TEXT[]), ? ON CONFLICT DO UPDATE SET run_id = excluded.run_id",
            [[source for source, _ in rows], [reason for _, reason in rows], run],
        )

    def records(self, document_ids: Collection[str] | None = None, *, corrected: bool = False) -> Iterator[Record]:
        """The stored records in order of arrival, all or those of the given documents; with `corrected`, as people have put them right."""
        for page in self._pages(document_ids):
            found = [decode(coded) for coded in page]
            standing = self.corrections([r.id for r in found]) if corrected else []
            for record in found:
                yield corrections.corrected(record, (c for c in standing if c.document_id == record.id)) if standing else record

    def lines(self) -> Iterator[str]:
        """The records as JSON, a line each, just as `otr code --json` prints them; in order of arrival."""
        for page in self._pages(None):
            yield from (coded.record for coded in page)

    def _pages(self, document_ids: Collection[str] | None) -> Iterator[list[Coded]]:
        if document_ids is not None:
            ordered = sorted(set(document_ids))
            # In order of arrival within a page of so many: who asks for more than a page of documents gets them page by page.
            for first in range(0, len(ordered), PAGE):
                yield [_coded(row) for row in self.query("records_of", ids=",".join(ordered[first : first + PAGE]))]
            return
        last = 0
        while rows := self.query("records_page", after=last, size=PAGE):
            last = int(str(rows[-1]["ordinal"]))
            yield [_coded(row) for row in rows]

    def refusals(self, *, run: int | None = None) -> list[RefusedDocument]:
        """Documents that could not be coded, by source; with `run`, those that this run met last."""
        return [RefusedDocument(str(r["source"]), str(r["reason"])) for r in self.query("refusals", run=run)]

    # Questions

    def query(self, name: str | Path, **bound: object) -> list[dict[str, Any]]:
        """The rows that a named .sql file answers with its $parameters bound; a Path names a file of another package.

        Raises UnknownName when there is no such query.
        """
        with sentences(self.path, "reading"), bounded(aside(self._connection), self.seconds, self.path) as cursor:
            cursor.execute(_sql(name), bound or None)
            columns = [column[0] for column in cursor.description or ()]
            return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]

    def decoded(self, name: str | Path, kind: type[T], **bound: object) -> list[T]:
        """The rows of a query as records of a type whose fields are the columns' names.

        DuckDB writes each row as JSON and msgspec reads it: a tenth of the time that `query` takes for rows with lists.
        Raises UnknownName when there is no such query, LedgerError when the ledger cannot be read.
        """
        with sentences(self.path, "reading"), bounded(aside(self._connection), self.seconds, self.path) as cursor:
            asked = f"SELECT to_json(answer)::VARCHAR FROM ({_sql(name).rstrip().rstrip(';')}) answer"  # noqa: S608
            rows = cursor.execute(asked, bound or None).fetchall()
        with uncollected():
            return msgspec.json.decode(f"[{','.join(row for (row,) in rows)}]", type=list[kind])  # type: ignore[valid-type]

    def table(self, name: str | Path, **bound: object) -> Table:
        """The rows of a query as a table that Polars, pandas and whoever else reads Arrow can take. Raises as `query` does."""
        return Table(self.path, aside(self._connection), _sql(name).rstrip().rstrip(";"), bound)

    def describe(self) -> list[Column]:
        """The documented views and their columns, in order."""
        return [Column(**row) for row in self.query("described_columns")]

    def write_table(self, name: str, out: Path, *, format: str) -> int:
        """Writes a named query's rows to a "csv" or "parquet" file, columns as in the query. How many rows."""
        options = {"csv": "FORMAT csv, HEADER", "parquet": "FORMAT parquet, COMPRESSION zstd"}[format]
        where = str(out).replace("'", "''")
        with sentences(self.path, f"writing {out} from"):
            row = aside(self._connection).execute(f"COPY ({_sql(name).rstrip().rstrip(';')}) TO '{where}' ({options})").fetchone()
        return int(row[0]) if row else 0

    # Occurrences

    def replace_occurrences(self, rows: Iterable[OccurrenceRow], *, gone: Collection[str] | None = None) -> None:
        """Writes the linker's answer in one transaction. Without `gone` it replaces all that was linked before; with it, only the
        occurrences of the same ids, and those named in `gone` (merged into others) are taken out.
        """
        with self._writing("linking"):
            occurrences.replace(self._connection, rows, gone)
            self._script("settle")

    # Corrections

    def correct(self, document_id: str, kind: str, item_id: str, field: str, value: Any, *, who: str, reason: str) -> int:
        """Keeps a correction beside the machine's value; its number. `value` is in the shape of the record's JSON.

        Raises UnknownName for a document, kind, item or field that is not there, LedgerError for a value that does not fit.
        """
        return self.correct_all(document_id, kind, item_id, {field: value}, who=who, reason=reason)[0]

    def correct_all(self, document_id: str, kind: str, item_id: str, values: Mapping[str, Any], *, who: str, reason: str) -> list[int]:
        """As `correct`, several fields of one item, all of them or none; their numbers.

        From then on every view has the values that are right. Who corrects an event or actor links the ledger again afterwards
        (`linking.link_ledger`): the document's events wait for it.
        """
        record = self._with_added(self._one(document_id))
        made = [corrections.propose(record, kind, item_id, field, value, who, reason) for field, value in values.items()]
        return self._put_right(document_id, made)

    def add_event(self, document_id: str, event: Mapping[str, Any], *, who: str, reason: str) -> int:
        """Keeps an event that the machine missed; the number n of the correction, by which the event has the id "n" and n.

        `event` is as in the record's JSON; only "type" and "trigger" must be there. Raises UnknownName, LedgerError.
        """
        return self._put_right(document_id, [additions.missed_event(self._one(document_id), event, who, reason)])[0]

    def unlink(self, document_id: str, event_id: str, *, who: str, reason: str) -> int:
        """Takes an account, with its copies, out of its occurrence: it tells of something else; the correction's number.

        The next linking joins it to another occurrence that it fits, or makes it one of its own. Raises UnknownName for what is not
        there, LedgerError when it is alone.
        """
        event = next((e for e in self._with_added(self._one(document_id)).events if e.id == event_id), None)
        beside = self.query("tellings_beside", document=document_id, event=event_id)
        if event is None or not beside:
            raise UnknownName(f"Document {document_id} has no event {event_id!r} that is linked to an occurrence.")
        return self._put_right(document_id, [additions.taken_out(event, document_id, beside[0]["occurrence_id"], beside, who, reason)])[0]

    def undo(self, correction: int, *, who: str) -> None:
        """Takes a correction back; it stays on record as undone. Raises UnknownName when none of that number stands."""
        self.undo_all([correction], who=who)

    def undo_all(self, numbers: Sequence[int], *, who: str) -> None:
        """Takes corrections back, all of them or none. Raises UnknownName when one does not stand."""
        self._must_write()
        standing = {c.id: c for c in self.corrections()}
        if missing := [n for n in numbers if n not in standing]:
            raise UnknownName(f"The ledger {self.path} has no standing correction number {missing[0]}.")
        with self._writing("correcting"):
            self._connection.execute(
                "UPDATE corrections SET undone = now() AT TIME ZONE 'UTC', undone_by = ? "
                "WHERE correction_id IN (SELECT unnest(?::INTEGER[]))",
                [who, list(numbers)],
            )
            for document in dict.fromkeys(standing[n].document_id for n in numbers):
                self._lay_out(self._one(document), {standing[n].kind for n in numbers})

    def export_corrections(self, out: Path) -> int:
        """Writes the corrections that stand to a file of JSON Lines, a line each, oldest first; how many. See `teaching`.

        Raises LedgerError when the file cannot be written.
        """
        return teaching.write(self.corrections(), lambda ids: self.records(ids), out)

    def lay_out_corrected(self) -> None:
        """Writes the typed rows of all corrected documents anew: for a ledger whose rows were the machine's."""
        made = self.corrections()
        for record in self.records({c.document_id for c in made}) if made else ():
            with self._writing("correcting"):
                self._lay_out(record, {c.kind for c in made if c.document_id == record.id})

    def _one(self, document_id: str) -> Record:
        record = next(self.records([document_id]), None)
        if record is None:
            raise UnknownName(f"The ledger {self.path} has no document {document_id!r}.")
        return record

    def _with_added(self, record: Record) -> Record:
        added = [c for c in self.corrections([record.id]) if c.field == corrections.NEW]
        return corrections.corrected(record, added) if added else record

    def _put_right(self, document_id: str, made: Sequence[Correction]) -> list[int]:
        record = self._one(document_id)
        with self._writing("correcting"):
            numbers = [corrections.write(self._connection, correction) for correction in made]
            self._lay_out(record, {correction.kind for correction in made})
        return numbers

    def _lay_out(self, record: Record, kinds: Collection[str]) -> None:
        """Writes the typed rows of a document anew, from the machine's record and the corrections that stand. Wants a transaction.

        `kinds` says what has changed: what touches who did what, or with what it is linked, leaves its events to be linked again.
        """
        standing = corrections.read(self._connection, [record.id], undone=False)
        coded = encode(corrections.corrected(record, standing) if standing else record)
        bound = {"document": record.id, "source": coded.source, "parts": coded.parts, "record": coded.record}
        self._connection.execute(_sql("stage_corrected"), bound)
        for script in ("forget_rows", *(("forget_links",) if LINKING & set(kinds) else ()), "read_batch", "spread_batch"):
            self._script(script)
        self._connection.execute("DELETE FROM batch")

    def corrections(self, document_ids: Sequence[str] | None = None, *, undone: bool = False) -> list[Correction]:
        """Corrections that stand (with `undone`, those taken back too), oldest first."""
        with sentences(self.path, "reading"):
            return corrections.read(aside(self._connection), document_ids, undone=undone)

    def _follow_corrections(self, coded: dict[str, Coded]) -> None:
        made = corrections.read(self._connection, list(coded), undone=True)
        for document in {c.document_id for c in made}:
            of_document = [c for c in made if c.document_id == document]
            record = decode(coded[document])
            for number, item in corrections.follow(record, of_document).items():
                self._connection.execute("UPDATE corrections SET item_id = ? WHERE correction_id = ?", [item, number])
            self._lay_out(record, ())

    def _script(self, name: str) -> None:
        self._connection.execute(_sql(name))

    def _must_write(self) -> None:
        if self.read_only:
            raise LedgerError(f"The ledger {self.path} is open for reading only; open it for writing to change it.")

    def _writing(self, doing: str) -> Any:
        self._must_write()
        return transaction(self._connection, self.path, doing)


def _coded(row: Mapping[str, Any]) -> Coded:
    return Coded(str(row["document_id"]), str(row["source"]), str(row["parts"]), str(row["record"]))


def _sql(name: str | Path) -> str:
    file = name if isinstance(name, Path) else QUERIES / f"{name}.sql"
    if not file.is_file():
        raise UnknownName(f"There is no query {name}; there are {', '.join(sorted(f.stem for f in QUERIES.glob('*.sql')))}.")
    return file.read_text(encoding="utf8")
