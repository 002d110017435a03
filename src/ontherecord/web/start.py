"""The start: between whom something changed lately, as a list with reasons, on a map and as a matrix."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Query

from ontherecord.analysis.codes import country as code_of
from ontherecord.ledger import Ledger
from ontherecord.web import filters
from ontherecord.web.answers import Answer, Plain
from ontherecord.web.filters import Day, Name
from ontherecord.web.pages import day as shown_day
from ontherecord.web.pages import noun
from ontherecord.web.queries import ask
from ontherecord.web.worldmap import Tie, world_map

# The time before the period that it is set against, in days; pairs that are looked at, listed, and countries in the matrix.
BEFORE, MOST_PAIRS, MOST_LISTED, MOST_COUNTRIES = 90, 2000, 24, 12
# A quiet week says little: without a period asked for, the first of these that has some pairs is shown.
PERIODS, FEW = (7, 30, 90, 365), 4
# A mean score that moved by two points of twenty is worth a word; by less it may be one report.
A_TURN = 2.0
Days = Annotated[int, Query(ge=0, le=366, description="Length of the period, in days; 0 for the shortest that tells something.")]


@dataclass(frozen=True, slots=True)
class Deed:
    """What weighs most in a pair's news, on either side: "hardest" or "friendliest"."""

    which: str
    occurrence: str
    kind: str
    day: dt.date | None

    def __str__(self) -> str:
        return f"{self.which} {self.kind}" + (f", {shown_day(self.day)}" if self.day else "")


@dataclass(frozen=True, slots=True)
class Change:
    """A pair of countries in the period, set against the 90 days before: `turn` and `deeds` say why it is listed, by `weight`."""

    a: str
    b: str
    occurrences: int
    reports: int
    mean: float
    before: float | None
    turn: str
    deeds: tuple[Deed, ...]
    weight: float

    @property
    def reason(self) -> str:
        """Why it stands in the list, in one line."""
        return "; ".join([self.turn, *map(str, self.deeds)])

    def as_plain(self) -> Plain:
        return {
            "a": self.a, "b": self.b, "occurrences": self.occurrences, "reports": self.reports, "mean": round(self.mean, 2),
            "before": None if self.before is None else round(self.before, 2), "reason": self.reason,
            "hardest": _deed_of(self, "hardest"), "friendliest": _deed_of(self, "friendliest"),
        }  # fmt: skip


def _deed_of(change: Change, which: str) -> str | None:
    return next((d.occurrence for d in change.deeds if d.which == which), None)


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
    drawn = world_map(Tie(c.a, c.b, c.mean, c.occurrences) for c in changes) if len(changes) > 1 else None
    return Answer(
        "start.html", "What changed", {"until": last, "days": days, "pairs": [c.as_plain() for c in changes]},
        [c.as_plain() for c in changes],
        shown | {"total": len(changes), "matrix": matrix(changes), "map": drawn, "compared": any(c.before is not None for c in changes)},
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
        row["a"], row["b"], row["occurrences"], int(row["reports"]), mean, before, turn(row, days), tuple(deeds(row)), weight,
    )  # fmt: skip


def turn(row: Mapping[str, Any], days: int) -> str:
    """Why a pair stands in the list, in a word or two: colder or warmer, new, busier, or going on."""
    mean, before = row["mean"], row["mean_before"]
    if before is None:
        return f"nothing in the {BEFORE} days before"
    if abs(before - mean) >= A_TURN:
        return f"{'colder' if mean < before else 'warmer'}: {mean:+.1f} after {before:+.1f}".replace("-", "\u2212")
    if row["occurrences"] * BEFORE / days > 2 * row["occurrences_before"]:
        return "busier than before"
    return "goes on as before"


def deeds(row: Mapping[str, Any]) -> Iterator[Deed]:
    """What weighs most against the two countries' cooperation and for it, as far as there is any."""
    if row["worst_score"] < 0:
        yield _deed("hardest", row["worst"])
    if row["best_score"] > 0 or row["worst_score"] >= 0:
        yield _deed("friendliest", row["best"])


def _deed(which: str, deed: Mapping[str, Any]) -> Deed:
    return Deed(which, deed["id"], noun(deed["type"]), deed["day"])


def matrix(changes: Sequence[Change]) -> Plain:
    """The countries with the most occurrences, and the change of each pair of them under its sorted codes."""
    counts: dict[str, int] = {}
    for change in changes:
        for code in (change.a, change.b):
            counts[code] = counts.get(code, 0) + change.occurrences
    countries = sorted(sorted(counts, key=lambda c: (-counts[c], c))[:MOST_COUNTRIES])
    return {"countries": countries, "cells": {(c.a, c.b): c for c in changes if c.a in countries and c.b in countries}}
