"""The user's own actors: a CSV or TOML file beside the ledger, whose rows win over the shipped tables.

A CSV has the columns of COLUMNS (`name` is needed, the rest may be left out), a TOML file a table `[[actor]]` for each actor with the
same keys. `aliases` are parted by "|" (a list in TOML), `country` is an ISO alpha-3 or a PLOVER international code, `sector` a PLOVER
sector, `from` and `to` days, months or years between which the row holds, both inclusive.
"""

from __future__ import annotations

import csv
import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ontherecord.actors.holders import read_day
from ontherecord.actors.spelling import FIRST, PIECE, fold
from ontherecord.errors import LexiconError
from ontherecord.lexicons.tables import Row, read_table, table_path
from ontherecord.ontology import INTERNATIONAL, SECTORS

COLUMNS = ("name", "aliases", "country", "sector", "role", "from", "to")
FORMATS = (".csv", ".toml")


@dataclass(frozen=True, slots=True)
class OwnActor:
    """One row: who is meant by the name and its aliases, from the first to the last day; None leaves an end open."""

    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)

    def holds(self, day: dt.date | None) -> bool:
        """Whether the row speaks of the day; a document without a date is met by every row."""
        return day is None or ((self.start is None or self.start <= day) and (self.end is None or day <= self.end))

    def meets(self, other: OwnActor) -> bool:
        """Whether there is a day on which both hold."""
        return (self.start is None or other.end is None or self.start <= other.end) and (
            other.start is None or self.end is None or other.start <= self.end
        )


class OwnActors:
    """A user's actors by spelling. Made from checked rows; 100,000 are no trouble."""

    def __init__(self, actors: Iterable[OwnActor] = ()) -> None:
        self.actors = tuple(actors)
        self._by_spelling: dict[str, tuple[OwnActor, ...]] = {}
        self._longest: dict[str, int] = {}
        for actor in self.actors:
            for spelling in actor.spellings:
                self._know(fold(spelling), actor)

    def _know(self, key: str, actor: OwnActor) -> None:
        self._by_spelling[key] = (*self._by_spelling.get(key, ()), actor)
        first = FIRST.match(key)
        if first is not None:
            self._longest[first[0]] = max(self._longest.get(first[0], 0), len(PIECE.findall(key)))

    def __len__(self) -> int:
        return len(self.actors)

    def longest(self, first: str) -> int:
        """Pieces of the longest name that begins with the word; 0 where none does."""
        return self._longest.get(first, 0)

    def named(self, folded: str, day: dt.date | None) -> OwnActor | None:
        """Who is meant by the folded spelling on the day."""
        return next((a for a in self._by_spelling.get(folded, ()) if a.holds(day)), None)


NOBODY = OwnActors()
# Folded spellings of rows read so far, with their lines.
Seen = dict[str, list[tuple[OwnActor, int]]]


def read_own(path: Path) -> OwnActors:
    """The actors of a file. Raises LexiconError, with file and line, at the first row that cannot be right."""
    return OwnActors(_checked(path, None, {}))


def check(path: Path) -> tuple[str, ...]:
    """Everything that is wrong with a file's rows, a sentence each with file and line; () for a good one.

    Raises LexiconError for a file that is no table of own actors at all.
    """
    problems: list[str] = []
    for _ in _checked(path, problems, {}):
        pass
    return tuple(problems)


def add(path: Path, actor: OwnActor) -> None:
    """Appends an actor to a file, which is made when it is missing.

    Raises LexiconError, and writes nothing, for an actor that cannot be right or is there already.
    """
    fresh = not path.exists() or path.stat().st_size == 0
    _form(path)
    seen: Seen = {}
    count = 0 if fresh else sum(1 for _ in _checked(path, None, seen))
    row = Row(_as_row(actor), path.name, count + 2)
    _refuse_wrong(_actor(row), row, seen)
    if path.suffix == ".toml":
        text = _as_toml(actor)
    else:
        text = (",".join(COLUMNS) + "\n" if fresh else "" if path.read_bytes().endswith(b"\n") else "\n") + _as_csv(actor)
    with path.open("a", encoding="utf8", newline="") as file:
        file.write(text)


def _checked(path: Path, problems: list[str] | None, seen: Seen) -> Iterator[OwnActor]:
    """Good rows, kept in `seen`; what is wrong with others goes to `problems`, or is raised where that is None."""
    for row in _rows(path):
        try:
            actor = _actor(row)
            _refuse_wrong(actor, row, seen)
        except LexiconError as wrong:
            if problems is None:
                raise
            problems.append(str(wrong))
            continue
        for spelling in {fold(s) for s in actor.spellings}:
            seen.setdefault(spelling, []).append((actor, row.line))
        yield actor


def _actor(row: Row) -> OwnActor:
    if not row["name"].strip():
        raise row.wrong("an actor needs a name.")
    start, end = read_day(row, "from", last=False), read_day(row, "to", last=True)
    return OwnActor(
        row["name"].strip(), row.list("aliases"), row["country"].strip().upper() or None, row["sector"].strip().upper() or None,
        row["role"].strip() or None, start, end,
    )  # fmt: skip


def _refuse_wrong(actor: OwnActor, row: Row, seen: Seen) -> None:
    if actor.country is not None and actor.country not in country_codes():
        raise row.wrong(
            f"{actor.country} is no country code. Codes have three letters: CHN, USA, GBR; bodies are {', '.join(INTERNATIONAL)}."
        )
    if actor.sector is not None and actor.sector not in SECTORS:
        raise row.wrong(f"{actor.sector} is no sector of PLOVER: {', '.join(SECTORS)}.")
    if actor.start is not None and actor.end is not None and actor.end < actor.start:
        raise row.wrong(f"{actor.name} ends ({actor.end}) before it begins ({actor.start}).")
    for spelling in actor.spellings:
        for other, line in seen.get(fold(spelling), ()):
            if actor.meets(other):
                raise row.wrong(f"{spelling!r} is named in line {line} already, for days that overlap.")


def country_codes() -> frozenset[str]:
    """Every code that an actor's country can have."""
    global _CODES
    if _CODES is None:
        _CODES = frozenset(row["code"] for row in read_table(table_path("countries.tsv"), ["code"])) | frozenset(INTERNATIONAL)
    return _CODES


_CODES: frozenset[str] | None = None


def _form(path: Path) -> None:
    if path.suffix not in FORMATS:
        raise LexiconError(f"{path.name}: own actors are kept in a {' or '.join(FORMATS)} file.")


def _rows(path: Path) -> Iterator[Row]:
    _form(path)
    try:
        yield from _toml_rows(path) if path.suffix == ".toml" else _csv_rows(path)
    except (OSError, UnicodeDecodeError) as unreadable:
        raise LexiconError(f"{path}: cannot be read as UTF-8 text ({unreadable}).") from unreadable


def _csv_rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        header = [h.strip().lower() for h in next(reader, [])]
        _refuse_keys(header, path, 1)
        for cells in reader:
            if any(cells):
                if len(cells) > len(header):
                    raise LexiconError(f"{path.name}, line {reader.line_num}: {len(cells)} cells where the header has {len(header)}.")
                yield Row(dict.fromkeys(COLUMNS, "") | dict(zip(header, cells, strict=False)), path.name, reader.line_num)


def _toml_rows(path: Path) -> Iterator[Row]:
    text = path.read_text("utf8")
    try:
        tables = tomllib.loads(text).get("actor", [])
    except tomllib.TOMLDecodeError as broken:
        raise LexiconError(f"{path.name}: {broken}.") from broken
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[actor]]"]
    for table, line in zip(tables, lines, strict=False):
        _refuse_keys(list(table), path, line)
        values = {k: "|".join(map(str, v)) if isinstance(v, list) else str(v) for k, v in table.items()}
        yield Row(dict.fromkeys(COLUMNS, "") | values, path.name, line)


def _refuse_keys(keys: list[str], path: Path, line: int) -> None:
    strange = [k for k in keys if k not in COLUMNS]
    if strange or "name" not in keys:
        wrong = f"{', '.join(strange)} is no column" if strange else "the column name is missing"
        raise LexiconError(f"{path.name}, line {line}: {wrong}; columns are {', '.join(COLUMNS)}.")


def _as_row(actor: OwnActor) -> dict[str, str]:
    days = (actor.start.isoformat() if actor.start else "", actor.end.isoformat() if actor.end else "")
    facts = (actor.name, "|".join(actor.aliases), actor.country or "", actor.sector or "", actor.role or "", *days)
    return dict(zip(COLUMNS, facts, strict=True))


def _as_csv(actor: OwnActor) -> str:
    def cell(value: str) -> str:
        return '"' + value.replace('"', '""') + '"' if any(c in value for c in ',"\n\r') else value

    return ",".join(cell(v) for v in _as_row(actor).values()) + "\n"


def _as_toml(actor: OwnActor) -> str:
    def quoted(value: str) -> str:
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

    facts = "".join(f"{k} = {quoted(v)}\n" for k, v in _as_row(actor).items() if v)
    return f"\n[[actor]]\n{facts}"


_IN_USE: OwnActors = NOBODY


def use(path: Path | None) -> OwnActors:
    """Makes the file's actors those of this process, for every later document; None goes back to the shipped tables alone.

    Raises LexiconError for a row that cannot be right, and leaves what was in use.
    """
    global _IN_USE
    _IN_USE = read_own(path) if path is not None else NOBODY
    return _IN_USE


def in_use() -> OwnActors:
    """The actors that `use` set; none at first."""
    return _IN_USE
