"""Holidays whose day follows from the year, read from `lexicons/holidays.tsv`."""

from __future__ import annotations

import datetime as dt
import functools
import re
from dataclasses import dataclass

from ontherecord.dates import periods
from ontherecord.dates.periods import Period
from ontherecord.dates.rules import DIGITS
from ontherecord.dates.words import WEEKDAYS
from ontherecord.lexicons import Row, read_table, table_path

COLUMNS = ("names", "day", "meaning", "source", "matches", "misses")
# "12-25"; "11-22 thu": the first Thursday on or after; "easter -2": days from Easter Sunday; "2001-09-11": one day of history.
NOTATION = re.compile(r"(?:(?P<year>\d{4})-)?(?P<month>\d\d)-(?P<day>\d\d)(?: (?P<weekday>[a-z]{3}))?|easter (?P<from_easter>[+-]?\d+)")


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher. Raises ValueError before year 1."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 19 * m) // 433
    month = (h + m - 7 * n + 90) // 25
    return dt.date(year, month, (h + m - 7 * n + 33 * month + 19) % 32)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that each year has; `year` where it was one day of history. `weekday` moves it to the first such day on or after."""

    month: int = 1
    day: int = 1
    weekday: int | None = None
    from_easter: int | None = None
    year: int | None = None

    def on(self, year: int) -> Period | None:
        """The day in that year; None outside the years that a calendar day can have."""
        if self.from_easter is not None:
            there = periods.moved(easter(year), self.from_easter) if 1 <= year <= 9999 else None
            return periods.on(there) if there else None
        start = periods.day_of(year, self.month, self.day)
        if start is None or self.weekday is None:
            return start
        there = periods.moved(start.first, (self.weekday - start.first.weekday()) % 7)
        return periods.on(there) if there else None

    def week(self, year: int) -> Period | None:
        day = self.on(year)
        return periods.week_of(day.first) if day else None

    def weekend(self, year: int) -> Period | None:
        day = self.on(year)
        return periods.weekend_of(day.first) if day else None


def _holiday(row: Row) -> Holiday:
    m = NOTATION.fullmatch(row["day"])
    if m is None or (m["weekday"] and m["weekday"] not in WEEKDAYS):
        raise row.wrong(f"{row['day']!r} is no day: write 12-25, 11-22 thu (the first Thursday on or after), easter -2 or 2001-09-11.")
    if m["from_easter"]:
        return Holiday(from_easter=int(m["from_easter"]))
    weekday = WEEKDAYS[m["weekday"]] if m["weekday"] else None
    return Holiday(int(m["month"]), int(m["day"]), weekday, None, int(m["year"]) if m["year"] else None)


class Holidays:
    """Holidays by name. `heads` are the first words of their names, `pattern` matches any of the names."""

    __slots__ = ("_by_name", "heads", "pattern")

    def __init__(self, rows: list[Row]) -> None:
        self._by_name = {_key(name): _holiday(row) for row in rows for name in row.list("names")}
        names = sorted((name for row in rows for name in row.list("names")), key=len, reverse=True)
        self.heads = tuple(sorted({DIGITS if n[0].isdigit() else re.findall(r"[A-Za-z]+", n)[0].lower() for n in names}))
        self.pattern = "|".join(re.escape(n).replace(r"\ ", r"\s{1,9}").replace("'", "['’]?") for n in names)

    @classmethod
    @functools.cache
    def shipped(cls) -> Holidays:
        """The shipped table. Raises LexiconError naming file and line where a row cannot be right."""
        return cls(list(read_table(table_path("holidays.tsv"), COLUMNS)))

    def of(self, name: str) -> Holiday | None:
        return self._by_name.get(_key(name))


def _key(name: str) -> str:
    return " ".join(name.lower().replace("’", "").replace("'", "").split())
