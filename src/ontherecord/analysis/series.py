"""Cooperation and conflict over time, from occurrences and not from reports; turning points; an alert rule.

The rule: an alert is given on the first day on which the conflict of the last 30 days (the sum of the negative PLOVER scores, one way)
is at least 20 and has not been so high on any day of the year before.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ontherecord.analysis.occurrences import Happening, Plain, answers, pair_key
from ontherecord.ledger import Ledger

Unit = Literal["week", "month"]
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
WINDOW, YEAR = dt.timedelta(days=30), dt.timedelta(days=365)
# Two attacks, or a handful of sanctions and threats, within a month: below it a quiet pair would cry wolf at every protest note.
FLOOR = 20.0
# A turn must take off at least this share of the spread per period that it costs to tell it; with it white noise has none (tests).
PENALTY = 3.0
FEWEST = 4


@dataclass(frozen=True, slots=True)
class Period:
    """A week ("2026-W06") or month ("2026-02") one way. `cooperation` and `conflict` are sums of scores (conflict below zero), of
    which `material` is the part in deeds, not words; `error` is the standard error of their sum that the confidence of the coding
    leaves; `quads` counts occurrences by QUADS; `occurrences` are their ids, in order; `documents` counts all reports read of it.
    """

    unit: Unit
    period: str
    starts: dt.date
    source: str
    target: str
    cooperation: float
    conflict: float
    error: float
    quads: tuple[int, int, int, int]
    material: tuple[float, float]
    occurrences: tuple[str, ...]
    documents: int

    @property
    def balance(self) -> float:
        return self.cooperation + self.conflict

    def as_plain(self) -> Plain:
        return {
            "period": self.period, "unit": self.unit, "starts": self.starts.isoformat(), "from": self.source, "to": self.target,
            "cooperation": self.cooperation,
            "conflict": self.conflict, "error": self.error, "quads": dict(zip(QUADS, self.quads, strict=True)),
            "material": list(self.material), "occurrences": len(self.occurrences), "occurrence_ids": list(self.occurrences),
            "documents": self.documents,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turn:
    """From this period on the mean weekly balance is another: before, after, and the occurrences of the period."""

    period: str
    source: str
    target: str
    before: float
    after: float
    occurrences: tuple[str, ...]

    def as_plain(self) -> Plain:
        return {
            "period": self.period, "from": self.source, "to": self.target, "before": self.before, "after": self.after,
            "occurrences": list(self.occurrences),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alert:
    """On `day` the conflict of 30 days reached `level`; `highest` is the most of the year before."""

    day: dt.date
    source: str
    target: str
    level: float
    highest: float
    occurrences: tuple[str, ...]

    def as_plain(self) -> Plain:
        return {
            "day": self.day.isoformat(), "from": self.source, "to": self.target, "level": self.level, "highest": self.highest,
            "occurrences": list(self.occurrences),
        }  # fmt: skip


def series(ledger: Ledger, a: str, b: str, *, since: dt.date | None = None, until: dt.date | None = None) -> tuple[Period, ...]:
    """Weeks, then months, both ways; only periods in which something happened that counts. Raises LedgerError."""
    return tuple(answers(ledger, "pair_series", Period, pair=pair_key(a, b), since=since, until=until))


def week_of(day: dt.date) -> str:
    """ "2026-W06"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def turns(periods: Sequence[Period]) -> tuple[Turn, ...]:
    """Weeks from which on the balance of scores is another, by halving the series where that takes off most of its spread."""
    found = []
    for source, target in dict.fromkeys((p.source, p.target) for p in periods):
        weeks = _filled([p for p in periods if p.unit == "week" and (p.source, p.target) == (source, target)])
        balance = [p.balance if p else 0.0 for _, p in weeks]
        cuts = sorted(_cuts(_Sums(balance), 0, len(balance)))
        for n, cut in enumerate(cuts):
            first, last = cuts[n - 1] if n else 0, cuts[n + 1] if n + 1 < len(cuts) else len(balance)
            here = weeks[cut][1]
            before, after = _mean(balance[first:cut]), _mean(balance[cut:last])
            found.append(Turn(weeks[cut][0], source, target, round(before, 2), round(after, 2), here.occurrences if here else ()))
    return tuple(found)


def _filled(periods: Sequence[Period]) -> list[tuple[str, Period | None]]:
    """All weeks from the first to the last, those without anything too."""
    if not periods:
        return []
    known = {p.period: p for p in periods}
    day, last = periods[0].starts, periods[-1].starts
    weeks = [week_of(day + dt.timedelta(weeks=n)) for n in range((last - day).days // 7 + 1)]
    return [(week, known.get(week)) for week in weeks]


def _cuts(values: _Sums, first: int, last: int) -> list[int]:
    """Positions between `first` and `last` at which the mean changes, by binary segmentation with a penalty of BIC's kind."""
    if last - first < 2 * FEWEST:
        return []
    spread = values.spread(first, last)
    gains = {cut: spread - values.spread(first, cut) - values.spread(cut, last) for cut in range(first + FEWEST, last - FEWEST + 1)}
    cut = max(gains, key=lambda c: (gains[c], -c))
    rest = spread - gains[cut]
    if gains[cut] <= PENALTY * math.log(last - first) * max(rest / (last - first), 0.01):
        return []
    return [*_cuts(values, first, cut), cut, *_cuts(values, cut, last)]


class _Sums:
    """Running sums of values and of their squares, so that the spread of any stretch costs the same."""

    def __init__(self, values: Sequence[float]) -> None:
        self._sums = list(itertools.accumulate(values, initial=0.0))
        self._squares = list(itertools.accumulate((v * v for v in values), initial=0.0))

    def spread(self, first: int, last: int) -> float:
        """The sum of squared distances from the mean of the stretch."""
        total = self._sums[last] - self._sums[first]
        return max(0.0, self._squares[last] - self._squares[first] - total * total / (last - first))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def alerts(happenings: Iterable[Happening], a: str, b: str) -> tuple[Alert, ...]:
    """The days on which the rule above gives an alert, both ways; once for each rise."""
    counted = [h for h in happenings if h.score < 0 and h.day and h.as_told]
    return tuple(
        alert for source, target in ((a, b), (b, a)) for alert in _alerts([h for h in counted if h.goes(source, target)], source, target)
    )


def _alerts(found: Sequence[Happening], source: str, target: str) -> Iterable[Alert]:
    """Sums change upwards only on days on which something happens, so only those days are looked at."""
    window: deque[Happening] = deque()
    # Days of the year before with their levels, each higher than all after it: the first is the highest.
    peaks: deque[tuple[dt.date, float]] = deque()
    quiet_until = dt.date.min
    for day, of_day in itertools.groupby(sorted(found, key=_day), key=_day):
        window.extend(of_day)
        while _day(window[0]) <= day - WINDOW:
            window.popleft()
        while peaks and peaks[0][0] < day - YEAR:
            peaks.popleft()
        level, highest = round(-sum(h.score for h in window), 2), peaks[0][1] if peaks else 0.0
        while peaks and peaks[-1][1] <= level:
            peaks.pop()
        peaks.append((day, level))
        if level >= FLOOR and level > highest:
            if day > quiet_until:
                yield Alert(day, source, target, level, highest, tuple(h.id for h in window))
            quiet_until = day + WINDOW


def _day(happening: Happening) -> dt.date:
    return happening.day or dt.date.min
