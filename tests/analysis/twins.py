"""The series of a dyad in plain Python: what the query "pair_series" must give, sum for sum."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ontherecord.analysis.occurrences import Happening
from ontherecord.analysis.series import QUADS, Period, Unit
from ontherecord.ontology import quad


def label(day: dt.date, unit: Unit) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}" if unit == "week" else f"{day.year}-{day.month:02d}"


def series_of(happenings: Iterable[Happening], a: str, b: str, read: Mapping[dt.date, int]) -> tuple[Period, ...]:
    """Weeks, then months, both ways; only periods in which something happened. `read` counts the reports of each day."""
    counted = [h for h in happenings if h.as_told and h.day]
    units: tuple[Unit, ...] = ("week", "month")
    return tuple(
        _period(unit, period, source, target, of_period, documents)
        for unit in units
        for source, target in ((a, b), (b, a))
        for period, of_period, documents in _by_period([h for h in counted if h.goes(source, target)], unit, read)
    )


def _by_period(found: Sequence[Happening], unit: Unit, read: Mapping[dt.date, int]) -> Iterable[tuple[str, list[Happening], int]]:
    of: dict[str, list[Happening]] = defaultdict(list)
    for happening in found:
        if happening.day:
            of[label(happening.day, unit)].append(happening)
    reports: dict[str, int] = defaultdict(int)
    for day, number in read.items():
        reports[label(day, unit)] += number
    return [(period, of[period], reports[period]) for period in sorted(of)]


def _period(unit: Unit, period: str, source: str, target: str, found: Sequence[Happening], documents: int) -> Period:
    doubt = sum(h.score**2 * h.confidence * (1 - h.confidence) for h in found)
    classes = [quad(h.type) for h in found]
    material = [h.score for h in found if quad(h.type).startswith("material")]
    day = min(h.day for h in found if h.day)
    return Period(
        unit, period, day - dt.timedelta(days=day.weekday() if unit == "week" else day.day - 1), source, target,
        round(sum(h.score for h in found if h.score > 0), 2), round(sum(h.score for h in found if h.score < 0), 2),
        round(math.sqrt(doubt), 2), tuple(classes.count(q) for q in QUADS),
        (sum(s for s in material if s > 0), sum(s for s in material if s < 0)), tuple(sorted(h.id for h in found)), documents,
    )  # fmt: skip
