"""The series of a dyad as SVG shapes: positions only, the template draws them. Sizes are units of the drawing, 960 wide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ontherecord.analysis.occurrences import Happening

WIDTH, LEFT, RIGHT = 960, 44, 12
TOP, PLOT, GAP, BARS = 12, 190, 26, 44
# Dots past this number cannot be told apart on 900 units; the latest are drawn.
MOST_DOTS = 1500
MOST_BARS = 260


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    happening: Happening
    way: str


@dataclass(frozen=True, slots=True)
class Bar:
    x: float
    y: float
    width: float
    height: float
    reports: int
    week: dt.date


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """`zero` is the height of a score of nought, `floor` that of the bars' foot; `most` the reports of the tallest bar."""

    dots: tuple[Dot, ...]
    bars: tuple[Bar, ...]
    months: tuple[Tick, ...]
    scores: tuple[Tick, ...]
    zero: float
    floor: float
    most: int
    left_out: int
    width: int = WIDTH
    left: int = LEFT
    right: int = WIDTH - RIGHT
    height: int = TOP + PLOT + GAP + BARS + 22


def chart(happenings: Sequence[Happening], read: Mapping[dt.date, int], source: str) -> Chart | None:
    """Dots for what happened, by day and score; bars for the reports read each week, the denominator. None when nothing has a day.

    `source` is the country whose acts are told apart as the first way.
    """
    dated = sorted((h for h in happenings if h.day), key=lambda h: (h.day or dt.date.min, h.id))
    days = [h.day for h in dated if h.day]
    if not days:
        return None
    first, last = min(days) - dt.timedelta(days=7), max(days) + dt.timedelta(days=7)
    span = (last - first).days

    def x(day: dt.date) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / span, 1)

    def y(score: float) -> float:
        return round(TOP + PLOT * (10 - score) / 20, 1)

    shown = dated[-MOST_DOTS:]
    dots = tuple(Dot(x(h.day), y(_spread(h, n)), h, _way(h, source)) for n, h in enumerate(shown) if h.day)
    floor = TOP + PLOT + GAP + BARS
    weeks = _weeks(read, first, last)
    most = max(weeks.values(), default=0)
    step = (WIDTH - LEFT - RIGHT) * 7 / span
    bars = tuple(
        Bar(x(max(week, first)), round(floor - BARS * n / most, 1), _width(step, week, first, last), round(BARS * n / most, 1), n, week)
        for week, n in sorted(weeks.items())[-MOST_BARS:]
    )
    scores = tuple(Tick(y(s), f"{s:+d}".replace("-", "\u2212") if s else "0") for s in (10, 5, 0, -5, -10))
    return Chart(dots, bars, _months(first, last, x), scores, y(0), floor, most, len(dated) - len(shown))


def _width(step: float, week: dt.date, first: dt.date, last: dt.date) -> float:
    """A week's width; less at the two ends, where only some of its days are shown."""
    days = min((last - week).days + 1, 7) - max((first - week).days, 0)
    return round(max(step * days / 7 - 1.5, 0.8), 1)


def _spread(happening: Happening, n: int) -> float:
    """The score, moved a little, so that dots of one day and type do not hide each other."""
    return max(-9.8, min(9.8, happening.score + (-0.5, 0.0, 0.5)[n % 3]))


def _way(happening: Happening, source: str) -> str:
    if happening.type == "CONSULT" or not happening.recipients:
        return "both"
    return "out" if source in happening.actors else "back"


def _weeks(read: Mapping[dt.date, int], first: dt.date, last: dt.date) -> dict[dt.date, int]:
    found: dict[dt.date, int] = {}
    for day, number in read.items():
        if first <= day <= last:
            monday = day - dt.timedelta(days=day.weekday())
            found[monday] = found.get(monday, 0) + number
    return found


def _months(first: dt.date, last: dt.date, x: Callable[[dt.date], float]) -> tuple[Tick, ...]:
    starts = []
    month = first.replace(day=1)
    while month <= last:
        if month >= first:
            starts.append(month)
        month = (month + dt.timedelta(days=32)).replace(day=1)
    step = max(1, -(-len(starts) // 10))
    return tuple(Tick(x(m), f"{m:%b}" + (f" {m.year}" if n == 0 or m.month <= step else "")) for n, m in enumerate(starts[::step]))
