"""The relationship of two countries, from the ledger: its issues, occurrences, positions, commitments and series."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypedDict

from ontherecord.analysis.codes import name, pair
from ontherecord.analysis.commitments import Commitment, commitments
from ontherecord.analysis.matters import Matter, matters, told
from ontherecord.analysis.occurrences import Happening, Plain, answers, ask, concerning, documents, heads, pair_key
from ontherecord.analysis.positions import Standing, standing
from ontherecord.analysis.series import Alert, Period, Turn, alerts, series, turns
from ontherecord.ledger import Ledger
from ontherecord.ledger.tables import uncollected


@dataclass(frozen=True, slots=True)
class Dyad:
    """All that the ledger holds of two countries with each other. `note` is a sentence when that is nothing, else None."""

    a: str
    b: str
    issues: tuple[Matter, ...]
    occurrences: tuple[Happening, ...]
    positions: tuple[Standing, ...]
    commitments: tuple[Commitment, ...]
    series: tuple[Period, ...]
    turns: tuple[Turn, ...]
    alerts: tuple[Alert, ...]
    documents: Mapping[str, Plain]
    note: str | None = None

    def as_plain(self) -> Plain:
        """In the shape of docs/record.md."""
        lists = ("issues", "occurrences", "positions", "commitments", "series", "turns", "alerts")
        plain: Plain = {"dyad": [self.a, self.b]} | {key: [item.as_plain() for item in getattr(self, key)] for key in lists}
        return plain | {"documents": dict(self.documents)} | ({"note": self.note} if self.note else {})


def dyad(ledger: Ledger, a: str, b: str, *, since: dt.date | None = None, until: dt.date | None = None) -> Dyad:
    """The state of a dyad, from the days `since` to `until` (both inclusive).

    Raises UnknownName for what is no country code, or twice the same; LedgerError when the ledger cannot be read.
    """
    a, b = pair(a, b)
    # DuckDB sums and looks up while Python goes through the occurrences.
    with uncollected(), ThreadPoolExecutor(2) as ahead:
        asked = _Asked(ahead, ledger, a, b, since, until)
        summed = ahead.submit(series, ledger, a, b, since=since, until=until)
        held = ahead.submit(ask, ledger, "dyad_positions", pair=pair_key(a, b), since=since, until=until)
        happenings = concerning(ledger, a, b, since=since, until=until)
        of_both = [h for h in happenings if h.has(a) and h.has(b)]
        promised = _promised(asked.promises.result(), of_both, a, b)
        between = matters(asked.told.result(), a, b, happenings, promised)
        periods, positions = summed.result(), standing(held.result())
        named = _named(between, happenings, positions, promised)
        changes = turns(periods), alerts(of_both, a, b)
        where = documents(ledger, named, known=asked.heads.result())
        note = None if named else nothing(a, b, since, until)
        return Dyad(a, b, between, tuple(happenings), positions, promised, periods, *changes, where, note)


class _Asked:
    """Questions about a pair that nothing need be known for, asked ahead."""

    def __init__(self, ahead: Executor, ledger: Ledger, a: str, b: str, since: dt.date | None, until: dt.date | None) -> None:
        self.promises = ahead.submit(answers, ledger, "promises", _Promise, pair=pair_key(a, b))
        self.told = ahead.submit(told, ledger, a, b, since=since, until=until)
        self.heads = ahead.submit(heads, ledger, a, b)


@dataclass(frozen=True, slots=True)
class IssueLedger:
    """What is between two countries, issue by issue, with all that was promised. `note` is a sentence when there is nothing."""

    a: str
    b: str
    issues: tuple[Matter, ...]
    commitments: tuple[Commitment, ...]
    documents: Mapping[str, Plain]
    note: str | None = None

    def as_plain(self) -> Plain:
        """As the parts of the same names in `Dyad`."""
        plain: Plain = {"dyad": [self.a, self.b], "issues": [m.as_plain() for m in self.issues]}
        plain |= {"commitments": [c.as_plain() for c in self.commitments], "documents": dict(self.documents)}
        return plain | ({"note": self.note} if self.note else {})


def issue_ledger(ledger: Ledger, a: str, b: str, *, since: dt.date | None = None, until: dt.date | None = None) -> IssueLedger:
    """The issues between two countries, from the days `since` to `until`. Raises as `dyad` does."""
    a, b = pair(a, b)
    with uncollected(), ThreadPoolExecutor(2) as ahead:
        asked = _Asked(ahead, ledger, a, b, since, until)
        happenings = concerning(ledger, a, b, since=since, until=until)
        promised = _promised(asked.promises.result(), [h for h in happenings if h.has(a) and h.has(b)], a, b)
        between = matters(asked.told.result(), a, b, happenings, promised)
        note = None if between or promised else nothing(a, b, since, until).replace("nothing", "no issue and no promise")
        where = documents(ledger, _named(between, (), (), promised), known=asked.heads.result())
        return IssueLedger(a, b, between, promised, where, note)


class _Promise(TypedDict):
    """A row of the query "promises"."""

    occurrence_id: str
    document_id: str
    event_id: str
    type: str
    aux: str | None
    actors: list[str]
    recipients: list[str]
    date_start: dt.date | None
    date_end: dt.date | None
    issues: list[str]
    evidence_start: int
    evidence_end: int
    quote: str
    according_to: list[Plain]
    published_on: dt.date | None


def _promised(made: Sequence[_Promise], of_both: Sequence[Happening], a: str, b: str) -> tuple[Commitment, ...]:
    kept = {h.id for h in of_both}
    return commitments([row for row in made if row["occurrence_id"] in kept], of_both, a, b)


def nothing(a: str, b: str, since: dt.date | None = None, until: dt.date | None = None) -> str:
    """The sentence for a dyad of which the ledger holds nothing."""
    days = (f" since {since}" if since else "") + (f" until {until}" if until else "")
    return f"The ledger holds nothing between {name(a)} ({a}) and {name(b)} ({b}){days}."


def _named(
    matters: Iterable[Matter], happenings: Iterable[Happening], positions: Iterable[Standing], promised: Iterable[Commitment]
) -> set[str]:
    """The documents that an answer names."""
    named = {d for m in matters for d in m.documents} | {d for h in happenings for d in (*h.documents, *h.copies)}
    return named | {c.document for p in positions for c in p.told} | {c.document for c in promised}
