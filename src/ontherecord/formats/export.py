"""The ledger in other people's formats. A file is there whole or not at all: it is written beside its place and then moved there."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from ontherecord import __version__
from ontherecord.errors import OnTheRecordError, UnknownName
from ontherecord.formats import gdelt, icews, plover, polecat
from ontherecord.formats.columns import ICEWS, POLECAT
from ontherecord.formats.tables import line
from ontherecord.ledger import Ledger
from ontherecord.records import Record, as_json

FORMATS = ("plover", "polecat", "icews", "gdelt", "parquet", "csv", "jsonl")
CODER = f"On the Record {__version__}"


@dataclass(slots=True)
class Exported:
    """How many rows were written, to which files, and how many events were left out, by reason."""

    rows: int = 0
    files: list[Path] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)


def export(ledger: Ledger, format: str, out: Path | BinaryIO, *, with_text: bool = False, corrected: bool = False) -> Exported:
    """Writes the ledger's events to `out`, in order of arrival.

    - plover: a JSON record an event; the sentence itself only `with_text`, for who holds the rights to it
    - polecat, icews, gdelt: tab-separated tables; gdelt also writes the mentions beside a named file (`events.mentions.tsv`)
    - parquet, csv: the view v_events, with spans, chains and standing corrections
    - jsonl: the records themselves, as `otr code --json` prints them; `import_records` reads them back

    parquet and csv always hold what people have put right; the others the machine's values, or with `corrected` what was put right.
    Raises UnknownName for another format, OnTheRecordError when the file cannot be written.
    """
    if format not in FORMATS:
        raise UnknownName(f"There is no format {format!r}; there are {', '.join(FORMATS)}.")
    done = Exported()
    with ExitStack() as stack:
        place = stack.enter_context(_whole(out, done))
        if format in ("parquet", "csv"):
            done.rows = ledger.write_table("events_table" if format == "parquet" else "events_lines", place, format=format)
        elif format == "gdelt":
            beside = stack.enter_context(_whole(mentions_beside(out), done)) if isinstance(out, Path) else None
            _write_gdelt(ledger.records(corrected=corrected), place, beside, done)
        elif format == "jsonl" and not corrected:
            _write(place, (f"{record}\n" for record in ledger.lines()), done)
        else:
            _write_table(ledger, format, place, done, with_text=with_text, corrected=corrected)
    return done


def mentions_beside(out: Path) -> Path:
    """Where gdelt's table of mentions goes: events.tsv -> events.mentions.tsv."""
    return out.with_name(f"{out.stem}.mentions{out.suffix}")


def _write_table(ledger: Ledger, format: str, place: Path, done: Exported, *, with_text: bool, corrected: bool) -> None:
    lines: dict[str, Callable[[Record], list[str]]] = {
        "plover": lambda record: plover.lines(record, done.left_out, with_text=with_text, coder=CODER),
        "polecat": lambda record: polecat.lines(record, done.left_out, coder=CODER),
        "icews": lambda record: icews.lines(record, done.left_out),
        "jsonl": _json_line,
    }
    header = {"polecat": POLECAT, "icews": ICEWS}.get(format)
    records = ledger.records(corrected=corrected)
    _write(
        place,
        (row for record in records for row in lines[format](record)),
        done,
        header=line(header, {c: c for c in header}) if header else "",
    )


def _json_line(record: Record) -> list[str]:
    return [as_json(record).decode() + "\n"]


def _write(place: Path, rows: Iterator[str], done: Exported, *, header: str = "") -> None:
    with place.open("w", encoding="utf8", newline="") as file:
        file.write(header)
        for row in rows:
            file.write(row)
            done.rows += 1


def _write_gdelt(records: Iterator[Record], place: Path, beside: Path | None, done: Exported) -> None:
    with ExitStack() as stack:
        events = stack.enter_context(place.open("w", encoding="utf8", newline=""))
        mentions = stack.enter_context(beside.open("w", encoding="utf8", newline="")) if beside else None
        for record in records:
            rows, told = gdelt.lines(record, done.left_out)
            events.writelines(rows)
            done.rows += len(rows)
            if mentions:
                mentions.writelines(told)


@contextmanager
def _whole(out: Path | BinaryIO, done: Exported) -> Iterator[Path]:
    """A path to write to; what is there in the end goes to `out`. Raises OnTheRecordError for a full disk, a missing folder, ..."""
    where = out if isinstance(out, Path) else None
    regular = where is not None and (not where.exists() or where.is_file())
    try:
        with tempfile.TemporaryDirectory(prefix=".otr-export-", dir=where.parent if where and regular else None) as folder:
            place = Path(folder) / "part"
            yield place
            if where and regular:
                place.replace(where)
            else:
                _copy(place, out)
    except OSError as problem:
        raise OnTheRecordError(
            f"{where or 'The export'} cannot be written: {problem.strerror or problem}. Nothing was changed there."
        ) from problem
    if where:
        done.files.append(where)


def _copy(place: Path, out: Path | BinaryIO) -> None:
    """To a stream, or to something that is no file of its own, such as /dev/stdout."""
    with ExitStack() as stack:
        target = stack.enter_context(out.open("wb")) if isinstance(out, Path) else out
        shutil.copyfileobj(stack.enter_context(place.open("rb")), target)
