"""One occurrence: who told it when, originals apart from copies, and where the accounts differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ontherecord.analysis.codes import name
from ontherecord.analysis.occurrences import Happening, happening
from ontherecord.analysis.occurrences import ask as asked
from ontherecord.errors import UnknownName
from ontherecord.ledger import Ledger
from ontherecord.web.answers import Answer, Plain
from ontherecord.web.filters import Id
from ontherecord.web.pages import day, noun
from ontherecord.web.queries import ask, issue_labels

MOST_OUTLETS = 24
# Of the drawing: width, where the axis begins, height of a row.
WIDTH, LEFT, ROW = 960, 260, 26


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float
    document: str
    copy: bool
    title: str


@dataclass(frozen=True, slots=True)
class Lines:
    """A row an outlet, a point a report, days from left to right."""

    outlets: tuple[tuple[float, str], ...]
    points: tuple[Point, ...]
    days: tuple[tuple[float, str], ...]
    height: float
    left_out: int
    width: int = WIDTH
    left: int = LEFT


def occurrence(ledger: Ledger, occurrence: Id) -> Answer:
    """All accounts of one occurrence. Raises UnknownName."""
    rows = asked(ledger, "occurrence", id=occurrence)
    if not rows:
        raise UnknownName(
            f"The ledger holds no occurrence “{occurrence}”. Occurrences get other names when reports are added and linked anew; "
            "look for it in the relationship of its countries."
        )
    found = happening(rows[0])
    told = ask(ledger, "accounts", id=occurrence)
    parties = (", ".join(map(name, found.actors)), ", ".join(map(name, found.recipients)))
    return Answer(
        "occurrence.html", f"{noun(found.type, found.mode).capitalize()}: {' → '.join(p for p in parties if p) or 'nobody named'}",
        {"occurrence": found.as_plain(), "accounts": told, "differences": (apart := differences(told))}, [_row(t) for t in told],
        {
            "h": found, "told": told, "differences": apart, "lines": lines(told), "reports": _reports(told), "alone": len(told) == 1,
            "pairs": _pairs(found), "parties": parties, "labels": issue_labels(ledger, {t["document_id"] for t in told}),
        },
    )  # fmt: skip


def _row(told: Plain) -> Plain:
    return {k: v for k, v in told.items() if k not in ("amounts", "reasons")}


def _pairs(found: Happening) -> list[tuple[str, str]]:
    parties = sorted(found.parties)
    return [(a, b) for a in parties for b in parties if a < b][:6]


def _reports(told: Sequence[Plain]) -> int:
    return len({t["document_id"] for t in told if not t["copy_of"]})


def differences(told: Sequence[Plain]) -> list[Plain]:
    """The fields in which original accounts differ: each value with the documents that give it. What one leaves out is no difference."""
    fields: dict[str, Callable[[Plain], str | None]] = {
        "what": lambda t: t["type"].lower() + (f" {t['mode']}" if t["mode"] else ""),
        "how sure": lambda t: {"future": "announced", "negation": "denied", "hypothetical": "conditional"}.get(t["aux"], "told as done"),
        "when": lambda t: day({"start": t["date_start"], "end": t["date_end"]}) if t["date_start"] else None,
        "where": lambda t: t["place"],
        "figures": lambda t: ", ".join(sorted(f"{a['value']:,.0f} {a['unit']}" for a in t["amounts"])) or None,
    }
    found = []
    for field, value in fields.items():
        values: dict[str, list[str]] = {}
        for t in told:
            if not t["copy_of"] and (v := value(t)) and t["document_id"] not in values.setdefault(v, []):
                values[v].append(t["document_id"])
        if len(values) > 1:
            found.append({"field": field, "values": values})
    return found


def lines(told: Sequence[Plain]) -> Lines | None:
    """The drawing; None when no report has a day, or there is only one."""
    first_of: dict[str, Plain] = {}
    for t in told:
        if t["published_on"]:
            first_of.setdefault(t["document_id"], t)
    reports = list(first_of.values())
    if len(reports) < 2:
        return None
    outlets = list(dict.fromkeys(t["publisher"] or "publisher not known" for t in reports))
    rows = {outlet: 20 + ROW * n for n, outlet in enumerate(outlets[:MOST_OUTLETS])}
    first, last = reports[0]["published_on"], reports[-1]["published_on"]
    span = max((last - first).days, 1)

    def x(date: dt.date) -> float:
        return float(round(LEFT + 20 + (WIDTH - LEFT - 60) * (date - first).days / span, 1))

    seen: dict[tuple[str, dt.date], int] = {}
    points = []
    for t in reports:
        outlet = t["publisher"] or "publisher not known"
        if outlet in rows:
            nth = seen[outlet, t["published_on"]] = seen.get((outlet, t["published_on"]), -1) + 1
            points.append(
                Point(x(t["published_on"]) + 13 * nth, rows[outlet], t["document_id"], bool(t["copy_of"]), t["title"] or "no title")
            )
    dates = sorted({first, last, *(t["published_on"] for t in reports)})
    ticks = dates if len(dates) <= 6 else [first, last]
    return Lines(
        tuple((y, outlet) for outlet, y in rows.items()), tuple(points), tuple((x(d), day(d)) for d in _apart(ticks, x)),
        20 + ROW * len(rows) + 18, len(outlets) - len(rows),
    )  # fmt: skip


def _apart(dates: Sequence[dt.date], x: Callable[[dt.date], float]) -> list[dt.date]:
    """Dates whose labels do not run into each other."""
    kept: list[dt.date] = []
    for date in dates:
        if not kept or x(date) - x(kept[-1]) > 90:
            kept.append(date)
    return kept
