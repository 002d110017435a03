"""Who held which office when."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

import msgspec

from ontherecord.actors.spelling import fold
from ontherecord.lexicons.tables import Row, read_table

COLUMNS = ("country", "office", "title", "body", "name", "aliases", "surname", "gender", "from", "to", "wikidata")
# How an open end compares with days, months and years.
OPEN = "9999-99-99"
# Days before a term begins in which its holder is the elect.
ELECT = 120
# Likeness of two spellings past which they are one name, among holders of one office on one day: lower ones met namesakes.
ALIKE = 0.84


class Holder(msgspec.Struct, frozen=True, gc=False):
    """One term of one person in one office, first and last day inclusive; `end` is None for who holds it still."""

    country: str
    office: str
    titles: tuple[str, ...]
    body: str
    name: str
    aliases: tuple[str, ...]
    surnames: tuple[str, ...]
    gender: str
    start: dt.date | None
    end: dt.date | None
    wikidata: str | None

    def holds(self, day: dt.date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def read_holders(path: Path, countries: Container[str] | None = None) -> Iterator[Holder]:
    """The rows of a table of holders.

    Raises LexiconError, with file and line, for a country that is not among `countries`, a date that is none, a term that ends before
    it begins, and two terms of one office that overlap though neither is noted as acting or joint.
    """
    offices: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in read_table(path, COLUMNS):
        start, end = read_day(row, "from", last=False), read_day(row, "to", last=True)
        if start and end and end < start:
            raise row.wrong(f"the term of {row['name']} ends ({end}) before it begins ({start}).")
        if countries is not None and row["country"] not in countries:
            raise row.wrong(f"{row['country']!r} is no country of countries.tsv and no international code.")
        if not row.values.get("note"):
            _refuse_overlap(row, offices[row["country"], row["office"], row["body"]])
        yield Holder(
            row["country"], row["office"], row.list("title"), row["body"], row["name"], row.list("aliases"), row.list("surname"),
            row["gender"], start, end, row["wikidata"] or None,
        )  # fmt: skip


def _refuse_overlap(row: Row, others: list[Row]) -> None:
    """Compares with the term before, or with all where the table is not in order: two hundred offices have many holders."""
    ordered = not others or others[-1]["from"] <= row["from"]
    for other in others[-1:] if ordered else others:
        if _overlap(other["from"], other["to"], row["from"], row["to"]):
            raise row.wrong(f"the term of {row['name']} overlaps that of {other['name']} in line {other.line}; note it as acting or joint.")
    others.append(row)


def _overlap(*cells: str) -> bool:
    """Whether two terms (from, to, from, to) share more than a day, whichever days their months and years stand for."""
    (_, to), (after, _) = sorted((cells[:2], cells[2:]))
    shared = min(len(to or OPEN), len(after))
    if (to or OPEN)[:shared] <= after[:shared]:
        return False
    return shared < len(OPEN) or not to or dt.date.fromisoformat(to) - dt.date.fromisoformat(after) > dt.timedelta(days=1)


def read_day(row: Row, column: str, *, last: bool) -> dt.date | None:
    """A cell "2015-07-01", "2015-07" or "2015": its first or last day."""
    cell = row[column]
    if not cell:
        return None
    if len(cell) == 10:
        try:
            return dt.date.fromisoformat(cell)
        except ValueError:
            pass  # told below, like all other cells that are no date
    try:
        parts = [int(p) for p in cell.split("-")]
        year = parts[0]
        month = parts[1] if len(parts) > 1 else (12 if last else 1)
        day = parts[2] if len(parts) > 2 else (calendar.monthrange(year, month)[1] if last else 1)
        return dt.date(year, month, day)
    except (ValueError, IndexError, calendar.IllegalMonthError):
        raise row.wrong(f"{cell!r} in column {column} is no date like 2015, 2015-07 or 2015-07-01.") from None


def key(name: str) -> str:
    """A name as it is looked up: without accents, capitals, hyphens and full stops."""
    plain = (name if name.isascii() else fold(name)).lower()
    if plain.replace(" ", "").isalpha():
        return plain if "  " not in plain and plain == plain.strip() else " ".join(plain.split())
    return " ".join(plain.replace("-", " ").replace(".", "").split())


def _likeness(left: str, right: str) -> float:
    """How alike two names are, 0 to 1: as written, or with their words in order of the alphabet."""
    sorted_ratio = SequenceMatcher(None, " ".join(sorted(left.split())), " ".join(sorted(right.split()))).ratio()
    return max(SequenceMatcher(None, left, right).ratio(), sorted_ratio)


class Holders:
    """Terms by name and by surname."""

    def __init__(self, terms: Iterable[Holder]) -> None:
        self._by_name: dict[str, list[Holder]] = defaultdict(list)
        self._by_surname: dict[str, list[Holder]] = defaultdict(list)
        self._by_office: dict[tuple[str, str], list[Holder]] = defaultdict(list)
        self._by_start: dict[str, list[tuple[str, Holder]]] = defaultdict(list)
        self._terms = list(terms)
        for term in self._terms:
            for name in (term.name, *term.aliases):
                self._by_name[key(name)].append(term)
            for surname in term.surnames or (term.name.split()[-1],):
                self._by_surname[key(surname)].append(term)
            self._by_office[term.country, term.office].append(term)

    def named(self, name: str) -> list[Holder]:
        """Terms of everybody with the full name, however it is accented, hyphenated and capitalised."""
        return self._by_name.get(key(name), [])

    def surnamed(self, surname: str) -> list[Holder]:
        """Terms of everybody with the surname."""
        return self._by_surname.get(key(surname), [])

    def sounding(self, name: str, offices: Iterable[str], day: dt.date) -> list[Holder]:
        """The terms of the one holder of such an office on the day whose name is spelt almost so: "Abdelaziz Boutefilka"."""
        wanted = " ".join(key(name).split())
        starts = {w[:3] for w in wanted.split() if len(w) > 3}
        close: dict[str, float] = {}
        terms = {}
        for known, term in {(k, id(t)): (k, t) for start in sorted(starts) for k, t in self._spelt(start)}.values():
            if term.office in offices and term.holds(day):
                close[term.name] = max(close.get(term.name, 0.0), _likeness(wanted, known))
                terms[id(term)] = term
        best = sorted(close, key=lambda n: -close[n])
        if not best or close[best[0]] < ALIKE or (len(best) > 1 and close[best[1]] > close[best[0]] - 0.1):
            return []
        return [t for t in terms.values() if t.name == best[0]]

    def _spelt(self, start: str) -> list[tuple[str, Holder]]:
        """Full names, with their terms, of which a word begins with the three letters."""
        if not self._by_start:
            for term in self._terms:
                for known in {key(n) for n in (term.name, *term.aliases)}:
                    for begin in {w[:3] for w in known.split()} if " " in known else ():
                        self._by_start[begin].append((known, term))
        return self._by_start.get(start, [])

    def of(self, country: str, office: str, day: dt.date) -> list[Holder]:
        """Who held the office on the day: of the state itself where the table tells it apart from a body's ("of the Senate")."""
        held = [t for t in self._by_office.get((country, office), []) if t.holds(day)]
        return [t for t in held if not t.body] or held
