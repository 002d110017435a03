"""Every holiday of the table is found in its sentence and not in the one that must not match."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from ontherecord import dates
from ontherecord.dates.holidays import COLUMNS, Holidays
from ontherecord.errors import LexiconError
from ontherecord.lexicons import Row, read_table, table_path
from tests.dates.untagged import untagged

ROWS = list(read_table(table_path("holidays.tsv"), COLUMNS))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["names"])
def test_row(row: Row) -> None:
    found = [e for e in dates.find(untagged(row["matches"]), dt.date(2026, 2, 5)) if e.kind == "DATE"]
    day = Holidays.shipped().of(row.list("names")[0])
    assert day is not None
    assert [e.interval for e in found] in [[(p.first, p.last)] for y in (2025, 2026) if (p := day.on(day.year or y))]
    told = {p.first for y in (2025, 2026) if (p := day.on(day.year or y))}
    missed = dates.find(untagged(row["misses"]), dt.date(2026, 2, 5))
    assert not told & {e.interval[0] for e in missed if e.interval and e.interval[0] == e.interval[1]}


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Thanksgiving", 2025, "2025-11-27"), ("Labor Day", 2025, "2025-09-01"),
        ("Memorial Day", 2025, "2025-05-26"), ("Election Day", 2024, "2024-11-05"),
        ("Good Friday", 2025, "2025-04-18"), ("Martin Luther King Day", 2026, "2026-01-19"), ("Christmas", 1999, "1999-12-25"),
    ],
)  # fmt: skip
def test_known_days(name: str, year: int, day: str) -> None:
    holiday = Holidays.shipped().of(name)
    assert holiday is not None
    told = holiday.on(year)
    assert told is not None
    assert told.value == day


def test_a_wrong_row_is_named(tmp_path: Path) -> None:
    table = tmp_path / "holidays.tsv"
    table.write_text("\t".join(COLUMNS) + "\nNo Day\tsometime\tm\ts\ta\tb\n", encoding="utf8")
    with pytest.raises(LexiconError, match=r"holidays\.tsv, line 2"):
        Holidays(list(read_table(table, COLUMNS)))
