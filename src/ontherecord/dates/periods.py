"""Stretches of the calendar: days, weeks, months, quarters, seasons, years, decades, centuries. Pure arithmetic, no text.

Every function returns None where the proleptic Gregorian calendar of `datetime` (years 1 to 9999) has no such stretch.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

Grain = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]
Part = Literal["early", "mid", "late", "earlier", "later", "overnight"]

# Finer before coarser; a "month later" can be counted from a day, a "day later" cannot be counted from a month.
RANK: dict[Grain, int] = {
    "day": 0, "week": 1, "weekend": 1, "month": 2, "quarter": 3, "half": 3, "season": 3, "year": 4, "decade": 5, "century": 6,
}  # fmt: skip
# Meteorological seasons of the northern hemisphere, from which most of the reports are written; a winter has the year of its December.
SEASONS: dict[str, tuple[int, str]] = {
    "spring": (3, "SP"),
    "summer": (6, "SU"),
    "autumn": (9, "FA"),
    "fall": (9, "FA"),
    "winter": (12, "WI"),
}
YEARS = {"year": 1, "decade": 10, "century": 100}


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day (both inclusive), the TIMEX3 value, and how coarse the stretch is."""

    value: str
    first: dt.date
    last: dt.date
    grain: Grain


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def moved(day: dt.date, days: int) -> dt.date | None:
    """The day that many days later (earlier where negative)."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def on(day: dt.date) -> Period:
    return Period(day.isoformat(), day, day, "day")


def day_of(year: int, month: int, day: int) -> Period | None:
    found = _date(year, month, day)
    return on(found) if found else None


def week_of(day: dt.date) -> Period:
    """The ISO week, Monday to Sunday, that holds the day."""
    year, week, weekday = day.isocalendar()
    first = moved(day, 1 - weekday) or dt.date.min
    return Period(f"{year:04d}-W{week:02d}", first, moved(day, 7 - weekday) or dt.date.max, "week")


def weekend_of(day: dt.date) -> Period:
    """Saturday and Sunday of the day's ISO week."""
    week = week_of(day)
    return Period(f"{week.value}-WE", moved(week.first, 5) or week.last, week.last, "weekend")


def month_of(year: int, month: int) -> Period | None:
    first = _date(year, month, 1)
    if first is None:
        return None
    return Period(f"{year:04d}-{month:02d}", first, first.replace(day=calendar.monthrange(year, month)[1]), "month")


def quarter_of(year: int, quarter: int) -> Period | None:
    return _months(year, 3 * quarter - 2, 3, f"{year:04d}-Q{quarter}", "quarter")


def half_of(year: int, half: int) -> Period | None:
    return _months(year, 6 * half - 5, 6, f"{year:04d}-H{half}", "half")


def season_of(year: int, name: str) -> Period | None:
    month, code = SEASONS[name]
    return _months(year, month, 3, f"{year:04d}-{code}", "season")


def _months(year: int, month: int, count: int, value: str, grain: Grain) -> Period | None:
    last = year * 12 + month - 1 + count - 1
    begins, ends = month_of(year, month), month_of(last // 12, last % 12 + 1)
    return Period(value, begins.first, ends.last, grain) if begins and ends else None


def year_of(year: int) -> Period | None:
    return _years(year, year, f"{year:04d}", "year")


def decade_of(year: int) -> Period | None:
    """The ten years that begin with the last round one: 1990 to 1999, "199X"."""
    first = year // 10 * 10
    return _years(first, first + 9, f"{first // 10:03d}X", "decade")


def century_of(number: int) -> Period | None:
    """The 19th century: 1801 to 1900, "18XX"."""
    return _years(100 * number - 99, 100 * number, f"{number - 1:02d}XX", "century")


def _years(first: int, last: int, value: str, grain: Grain) -> Period | None:
    begins, ends = _date(max(first, 1), 1, 1), _date(min(last, 9999), 12, 31)
    return Period(value, begins, ends, grain) if begins and ends and begins <= ends else None


def around(day: dt.date, grain: Grain, by: int = 0) -> Period | None:
    """The stretch of that grain that holds the day, or the one so many later or earlier: ("week", -1) is last week."""
    if grain in ("day", "week", "weekend"):
        there = moved(day, by * (1 if grain == "day" else 7))
        make = {"day": on, "week": week_of, "weekend": weekend_of}[grain]
        return make(there) if there else None
    if grain in YEARS:
        year = day.year + by * YEARS[grain]
        return {"year": year_of, "decade": decade_of}[grain](year) if grain != "century" else century_of((year - 1) // 100 + 1)
    size = {"month": 1, "quarter": 3, "half": 6}.get(grain)
    if size is None:
        return None
    year, place = divmod((day.year * 12 + day.month - 1) // size + by, 12 // size)
    return {"month": month_of, "quarter": quarter_of, "half": half_of}[grain](year, place + 1)


def back(day: dt.date, grain: Grain, count: int) -> dt.date | None:
    """The same day so many months, years … earlier (later where negative), the month's last day where it has no such day."""
    if grain in ("day", "week", "weekend"):
        return moved(day, -count * (1 if grain == "day" else 7))
    months = count * YEARS.get(grain, 0) * 12 or count * {"month": 1, "quarter": 3, "half": 6}.get(grain, 12)
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    there = month_of(year, month + 1)
    return there.first.replace(day=min(day.day, there.last.day)) if there else None


def narrowed(period: Period, part: Part | None) -> tuple[dt.date, dt.date]:
    """First and last day of the early, middle or late part: its first half, its middle half, its second half. A day is left whole."""
    if part not in ("early", "mid", "late") or period.grain in ("day", "weekend"):
        return period.first, period.last
    length = (period.last - period.first).days
    start, end = {"early": (0.0, 0.5), "mid": (0.25, 0.75), "late": (0.5, 1.0)}[part]
    return period.first + dt.timedelta(days=int(length * start)), period.first + dt.timedelta(days=int(length * end))
