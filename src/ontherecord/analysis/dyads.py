"""The relationship of two countries, from the ledger: its issues, occurrences, positions, commitments and series."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ontherecord.analysis.codes import name, pair
from ontherecord.analysis.commitments import Commitment, commitments
from ontherecord.analysis.occurrences import Happening, Plain, ask, concerning, documents, pair_key
from ontherecord.analysis.positions import Standing, standing
from ontherecord.analysis.series import Alert, Period, Turn, alerts, series, turns
from ontherecord.analysis.states import State, Trend, state, trend
from ontherecord.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Words:
    """One side's latest words on an issue."""

    country: str
    speaker: str
    document: str
    statement: str
    quote: str
    published: dt.date | None

    def as_plain(self) -> Plain:
        return {
            "country": self.country, "speaker": self.speaker, "document": self.document, "statement": self.statement,
            "quote": self.quote, "published": self.published and self.published.isoformat(),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Matter:
    """An issue between the two countries: `raised_by` in order of time, `latest` words of each side that spoke on it."""

    id: str
    label: str
    first: dt.date | None
    last: dt.date | None
    raised_by: tuple[str, ...]
    state: State
    trend: Trend | None
    occurrences: tuple[str, ...]
    latest: tuple[Words, ...]
    documents: tuple[str, ...]

    def as_plain(self) -> Plain:
        return {
            "id": self.id, "label": self.label, "first": self.first and self.first.isoformat(), "last": self.last and self.last.isoformat(),
            "raised_by": list(self.raised_by), "state": self.state, "trend": self.trend, "occurrences": list(self.occurrences),
            "latest": [w.as_plain() for w in self.latest], "documents": list(self.documents),
        }  # fmt: skip


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
    asked = {"pair": pair_key(a, b), "since": since, "until": until}
    happenings = concerning(ledger, a, b, since=since, until=until)
    of_both = [h for h in happenings if {a, b} <= h.parties]
    matters = _matters(ask(ledger, "dyad_issues", **asked), ask(ledger, "dyad_statements", **asked), happenings, {a, b})
    positions = standing(ask(ledger, "dyad_positions", **asked))
    kept = {h.id for h in of_both}
    made = [row for row in ask(ledger, "promises", pair=pair_key(a, b)) if row["occurrence_id"] in kept]
    promised = commitments(made, of_both, a, b)
    periods = series(of_both, a, b, {row["day"]: row["documents"] for row in ask(ledger, "reports_read")})
    named = _named(matters, happenings, positions, promised)
    return Dyad(
        a, b, matters, tuple(happenings), positions, promised, periods, turns(periods), alerts(of_both, a, b),
        documents(ledger, named), None if named else nothing(a, b, since, until),
    )  # fmt: skip


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


def _matters(
    issues: Sequence[Mapping[str, Any]], statements: Sequence[Mapping[str, Any]], happenings: Sequence[Happening], sides: set[str]
) -> tuple[Matter, ...]:
    """A matter for each issue, the one mentioned last first."""
    rows, said, about = _by_issue(issues, lambda r: [r["issue_id"]]), _by_issue(statements, lambda s: [s["issue_id"]]), _of(happenings)
    found = [_matter(i, of, said.get(i, []), about.get(i, []), sides) for i, of in rows.items()]
    return tuple(sorted(found, key=lambda m: (-(m.last or dt.date.min).toordinal(), -len(m.occurrences), m.id)))


def _by_issue(
    rows: Iterable[Mapping[str, Any]], issues: Callable[[Mapping[str, Any]], Iterable[str]]
) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        for issue in issues(row):
            found.setdefault(issue, []).append(row)
    return found


def _of(happenings: Iterable[Happening]) -> dict[str, list[Happening]]:
    found: dict[str, list[Happening]] = {}
    for happening in happenings:
        for issue in happening.issues:
            found.setdefault(issue, []).append(happening)
    return found


def _matter(
    issue: str, rows: Sequence[Mapping[str, Any]], said: Sequence[Mapping[str, Any]], about: Sequence[Happening], sides: set[str]
) -> Matter:
    """From the documents and occurrences on one issue, each oldest first, and each side's latest words on it."""
    of_both = [h for h in about if sides <= h.parties]
    days = [d for d in (*(r["published_on"] for r in rows), *(h.day for h in of_both)) if d]
    acted = [(h.day or dt.date.max, c) for h in of_both if h.type != "CONSULT" for c in h.actors if c in sides]
    spoke = [(s["first_on"], s["country"]) for s in said]
    latest = {s["country"]: s for s in said}
    return Matter(
        issue, str(rows[-1]["label"]), min(days, default=None), max(days, default=None),
        tuple(dict.fromkeys(c for _, c in sorted([*acted, *spoke]))),
        state(of_both), trend(of_both), tuple(h.id for h in about),
        tuple(
            Words(c, s["speaker"], s["document_id"], s["statement_id"], s["quote"], s["published_on"]) for c, s in sorted(latest.items())
        ),
        tuple(dict.fromkeys(str(r["document_id"]) for r in rows)),
    )  # fmt: skip
