"""The issues between two countries: who raised each, each side's latest words and acts, where it stands and what was promised on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ontherecord.analysis.commitments import Commitment
from ontherecord.analysis.occurrences import Happening, Plain, answers, pair_key
from ontherecord.analysis.states import State, Trend, decided, trend
from ontherecord.ledger import Ledger

T = TypeVar("T")


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
    """An issue between the two countries: `raised_by` in order of time, `latest` words of each side that spoke on it, `acts` the latest
    act of each on it towards the other (talks are no acts), `decided_by` the occurrence that made the state what it is, `promised` what
    was promised on it.
    """

    id: str
    label: str
    first: dt.date | None
    last: dt.date | None
    raised_by: tuple[str, ...]
    state: State
    decided_by: str | None
    trend: Trend | None
    occurrences: tuple[str, ...]
    latest: tuple[Words, ...]
    acts: Mapping[str, Happening]
    promised: tuple[Commitment, ...]
    documents: tuple[str, ...]

    def as_plain(self) -> Plain:
        return {
            "id": self.id, "label": self.label, "first": self.first and self.first.isoformat(), "last": self.last and self.last.isoformat(),
            "raised_by": list(self.raised_by), "state": self.state, "state_by": self.decided_by, "trend": self.trend,
            "occurrences": list(self.occurrences), "latest": [w.as_plain() for w in self.latest],
            "acts": [
                {"country": side, "occurrence": h.id, "type": h.type, "mode": h.mode, "date": h.date and dict(h.date)}
                for side, h in self.acts.items()
            ],
            "commitments": [
                {"by": c.source, "to": c.target, "document": c.document, "event": c.event, "state": c.fate} for c in self.promised
            ],
            "documents": list(self.documents),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Named:
    """An issue as documents name it."""

    id: str
    label: str
    first: dt.date | None
    last: dt.date | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """A side's latest words on an issue, and the day of its first."""

    issue_id: str
    country: str
    speaker: str
    document_id: str
    statement_id: str
    quote: str
    published_on: dt.date | None
    first_on: dt.date

    @property
    def words(self) -> Words:
        return Words(self.country, self.speaker, self.document_id, self.statement_id, self.quote, self.published_on)


@dataclass(frozen=True, slots=True)
class Told:
    """What documents name as issues between two countries, and the two's latest words on them."""

    named: Sequence[_Named]
    said: Sequence[_Said]


def told(ledger: Ledger, a: str, b: str, *, since: dt.date | None = None, until: dt.date | None = None) -> Told:
    """What the ledger holds of the issues between two countries. Raises LedgerError."""
    bound = {"pair": pair_key(a, b), "since": since, "until": until}
    return Told(answers(ledger, "dyad_issues", _Named, **bound), answers(ledger, "dyad_statements", _Said, **bound))


def matters(found: Told, a: str, b: str, happenings: Sequence[Happening], promised: Sequence[Commitment]) -> tuple[Matter, ...]:
    """A matter for each issue that documents hold to be between the two, the one mentioned last first. `happenings` are what
    `concerning` found, oldest first.
    """
    said = _by_issue((s, (s.issue_id,)) for s in found.said)
    about = _by_issue((h, h.issues) for h in happenings)
    of_both = _by_issue((h, h.issues) for h in happenings if h.has(a) and h.has(b))
    promises = _by_issue((c, c.issues) for c in promised)
    each = [
        _matter(named, said.get(named.id, ()), about.get(named.id, ()), of_both.get(named.id, ()), promises.get(named.id, ()), (a, b))
        for named in found.named
    ]
    return tuple(sorted(each, key=lambda m: (-(m.last or dt.date.min).toordinal(), -len(m.occurrences), m.id)))


def _by_issue(items: Iterable[tuple[T, Iterable[str]]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for item, issues in items:
        for issue in issues:
            found.setdefault(issue, []).append(item)
    return found


def _matter(
    named: _Named, said: Sequence[_Said], about: Sequence[Happening], of_both: Sequence[Happening], promised: Sequence[Commitment],
    sides: tuple[str, str],
) -> Matter:  # fmt: skip
    """From the words and occurrences on one issue, the latter oldest first; `of_both` those in which both sides have a part."""
    acts = [(h, c) for h in of_both if h.type != "CONSULT" for c in sides if c in h.actors]
    raised = sorted([(h.day or dt.date.max, c) for h, c in acts] + [(s.first_on, s.country) for s in said])
    days = [d for d in (named.first, named.last, *(h.day for h in of_both)) if d]
    now, by = decided(of_both)
    return Matter(
        named.id, named.label, min(days, default=None), max(days, default=None), tuple(dict.fromkeys(c for _, c in raised)),
        now, by, trend(of_both), tuple(h.id for h in about), tuple(s.words for s in said),
        {c: h for h, c in acts if h.as_told}, tuple(promised), named.documents,
    )  # fmt: skip
