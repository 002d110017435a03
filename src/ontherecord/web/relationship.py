"""The relationship of two countries: its issues, what happened, the latest readouts, positions and promises."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from ontherecord.analysis import Dyad, dyad
from ontherecord.analysis.codes import name
from ontherecord.analysis.occurrences import Happening, ask
from ontherecord.ledger import Ledger
from ontherecord.web import filters
from ontherecord.web.answers import Answer, Plain
from ontherecord.web.charts import chart
from ontherecord.web.filters import Code, Day, Name
from ontherecord.web.memory import Memory

# What a page lists; the rest is in the JSON and CSV.
MOST_ISSUES, MOST_HAPPENINGS, MOST_POSITIONS, MOST_PROMISES, MOST_READOUTS = 40, 60, 30, 20, 8
# And what it shows before one asks for more of it.
FIRST = {"issues": 8, "happenings": 20, "positions": 6, "promises": 5}

LATEST: Memory[Dyad] = Memory(8)


def relationship(ledger: Ledger, a: Code, b: Code, since: Day = "", until: Day = "", issue: Name = "") -> Answer:
    """Two countries with each other. Raises UnknownName for what is no country or day."""
    first, last = filters.day(since, what="from"), filters.day(until, what="to")
    whole = LATEST.recall(ledger.path, a, b, first, last, make=lambda: dyad(ledger, a, b, since=first, until=last))
    found = of_issue(whole, issue) if issue else whole
    counted = [h for h in found.occurrences if h.as_told and {found.a, found.b} <= h.parties]
    read = {row["day"]: row["documents"] for row in ask(ledger, "reports_read")}
    return Answer(
        "relationship.html", f"{name(found.a)} and {name(found.b)}", found.as_plain(), [_row(h) for h in found.occurrences],
        {
            "found": found, "chart": chart(counted, read, found.a), "choices": [(m.id, m.label) for m in whole.issues],
            "labels": {m.id: m.label for m in whole.issues}, "first": FIRST,
            "since": since, "until": until, "issue": issue, "calls": _calls(found), "summary": _summary(found, counted),
            "most": {"issues": MOST_ISSUES, "happenings": MOST_HAPPENINGS, "positions": MOST_POSITIONS, "promises": MOST_PROMISES},
        },
    )  # fmt: skip


def of_issue(found: Dyad, issue: str) -> Dyad:
    """The part of a relationship that is about one issue. Series, turns and alerts are of the whole, and are left out."""
    kept = tuple(h for h in found.occurrences if issue in h.issues)
    positions = tuple(p for p in found.positions if issue in p.issues)
    promised = tuple(c for c in found.commitments if issue in c.issues)
    matters = tuple(m for m in found.issues if m.id == issue)
    named = {d for h in kept for d in (*h.documents, *h.copies)} | {d for m in matters for d in m.documents}
    named |= {c.document for p in positions for c in p.told} | {c.document for c in promised}
    return replace(
        found, issues=matters, occurrences=kept, positions=positions, commitments=promised, series=(), turns=(), alerts=(),
        documents={d: of for d, of in found.documents.items() if d in named},
    )  # fmt: skip


def _calls(found: Dyad) -> list[Happening]:
    """The latest calls and meetings, those that several reports tell first among the days' order."""
    meetings = [h for h in found.occurrences if h.type == "CONSULT" and h.as_told and {found.a, found.b} <= h.parties]
    return list(reversed(meetings))[:MOST_READOUTS]


def _summary(found: Dyad, counted: Iterable[Happening]) -> Plain:
    """Counts, extent, and each way's balance over the last 90 days on record."""
    dated = [h for h in counted if h.day]
    last = max((h.day for h in dated if h.day), default=None)
    late = [h for h in dated if last and h.day and h.day > last - dt.timedelta(days=90)]
    ways = {(s, t): [h.score for h in late if h.goes(s, t)] for s, t in ((found.a, found.b), (found.b, found.a))}
    return {
        "reports": len({d for h in found.occurrences for d in h.documents}),
        "first": min((h.day for h in dated if h.day), default=None),
        "last": last,
        "ways": [(s, t, sum(v) / len(v) if v else None, len(v)) for (s, t), v in ways.items()],
    }


def _row(h: Happening) -> Plain:
    return {
        "id": h.id, "type": h.type, "mode": h.mode, "aux": h.aux, "date_start": h.date and h.date["start"],
        "date_end": h.date and h.date["end"], "actors": h.actors, "recipients": h.recipients, "issues": h.issues, "score": h.score,
        "place": h.place, "documents": h.documents, "copies": h.copies,
    }  # fmt: skip
