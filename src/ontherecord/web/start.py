"""The start: between whom something changed lately, as a list with reasons and as a matrix."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Query

from ontherecord.analysis.codes import country as code_of
from ontherecord.ledger import Ledger
from ontherecord.web import filters
from ontherecord.web.answers import Answer, Plain
from ontherecord.web.filters import Day, Name
from ontherecord.web.pages import noun
from ontherecord.web.queries import ask

# The time before the period that it is set against, in days; pairs that are looked at, listed, and countries in the matrix.
BEFORE, MOST_PAIRS, MOST_LISTED, MOST_COUNTRIES = 90, 2000, 24, 12
# A quiet week says little: without a period asked for, the first of these that has some pairs is shown.
PERIODS, FEW = (7, 30, 90, 365), 4
# A mean score that moved by two points of twenty is worth a word; by less it may be one report.
A_TURN = 2.0
Days = Annotated[int, Query(ge=0, le=366, description="Length of the period, in days; 0 for the shortest that tells something.")]


@dataclass(frozen=True, slots=True)
class Change:
    """A pair of countries in the period, set against the 90 days before. `weight` orders the list, `reason` says why in one line."""

    a: str
    b: str
    occurrences: int
    reports: int
    mean: float
    before: float | None
    reason: str
    weight: float

    def as_plain(self) -> Plain:
        return {
            "a": self.a, "b": self.b, "occurrences": self.occurrences, "reports": self.reports, "mean": round(self.mean, 2),
            "before": None if self.before is None else round(self.before, 2), "reason": self.reason,
        }  # fmt: skip


def start(ledger: Ledger, days: Days = 0, until: Day = "", country: Name = "") -> Answer:
    """What the reports of the latest days tell. Raises UnknownName for what is no day or country."""
    newest = ask(ledger, "newest_day")[0]
    last = filters.day(until, what="until") or newest["day"]
    one = code_of(country) if country.strip() else None
    changes: list[Change] = []
    for length in (days,) if days else PERIODS:
        if last and len(changes) < FEW:
            changes, days = _changes(ledger, last, length, one), length
    shown = {"days": days, "until": until, "country": one or "", "last": last, "newest": newest, "changes": changes[:MOST_LISTED]}
    return Answer(
        "start.html", "What changed", {"until": last, "days": days, "pairs": [c.as_plain() for c in changes]},
        [c.as_plain() for c in changes], shown | {"total": len(changes), "matrix": matrix(changes)},
    )  # fmt: skip


def _changes(ledger: Ledger, last: dt.date, days: int, country: str | None) -> list[Change]:
    first = _back(last, days)
    rows = ask(ledger, "recent_pairs", before=_back(first, BEFORE), first=first, last=last, country=country, most=MOST_PAIRS)
    return sorted((_change(row, days) for row in rows), key=lambda c: (-c.weight, c.a, c.b))


def _back(day: dt.date, days: int) -> dt.date:
    return dt.date.fromordinal(max(1, day.toordinal() - days))


def _change(row: Mapping[str, Any], days: int) -> Change:
    mean, before = float(row["mean"]), row["mean_before"]
    moved = abs(mean - before) if before is not None else 1.0
    weight = moved * math.sqrt(row["occurrences"]) + max(0.0, -row["worst_score"]) / 2
    return Change(
        row["a"], row["b"], row["occurrences"], int(row["reports"]), mean, before, reason(row, days), weight,
    )  # fmt: skip


def reason(row: Mapping[str, Any], days: int) -> str:
    """Why a pair stands in the list, in one line: a turn, a first, a hard deed, or what weighs most."""
    mean, before = row["mean"], row["mean_before"]
    if before is None:
        return f"New: nothing in the {BEFORE} days before; {_names(row)}"
    if before - mean >= A_TURN:
        return f"Colder: {mean:+.1f} after {before:+.1f}; {_names(row)}".replace("-", "\u2212")
    if mean - before >= A_TURN:
        return f"Warmer: {mean:+.1f} after {before:+.1f}; {_names(row)}".replace("-", "\u2212")
    if row["occurrences"] * BEFORE / days > 2 * row["occurrences_before"]:
        return f"Busier than before; {_names(row)}"
    return f"Goes on as before; {_names(row)}"


def _names(row: Mapping[str, Any]) -> str:
    hard, kind = noun(row["worst"]), noun(row["best"])
    if row["worst_score"] < 0 < row["best_score"]:
        return f"hardest {hard}, friendliest {kind}"
    return f"hardest {hard}" if row["worst_score"] < 0 else f"friendliest {kind}"


def matrix(changes: Sequence[Change]) -> Plain:
    """The countries with the most occurrences, and the change of each pair of them under its sorted codes."""
    counts: dict[str, int] = {}
    for change in changes:
        for code in (change.a, change.b):
            counts[code] = counts.get(code, 0) + change.occurrences
    countries = sorted(sorted(counts, key=lambda c: (-counts[c], c))[:MOST_COUNTRIES])
    return {"countries": countries, "cells": {(c.a, c.b): c for c in changes if c.a in countries and c.b in countries}}
