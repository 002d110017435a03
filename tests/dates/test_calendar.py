"""What holds for every day of the calendar: what is written is read back, intervals run forward, nothing crashes at its two ends."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ontherecord import dates
from ontherecord.dates import periods
from ontherecord.dates.holidays import easter
from ontherecord.language import Parsed
from ontherecord.spans import Span
from tests.dates.untagged import untagged

DAYS = st.dates()
MODERN = st.dates(dt.date(1500, 1, 1), dt.date(2199, 12, 31))
GRAINS: list[periods.Grain] = ["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]
FORMATS = [
    "{d:%Y-%m-%d}", "{d.day} {d:%B} {d.year}", "{d:%B} {d.day}, {d.year}", "{d:%b}. {d.day}, {d.year}", "{d:%A}, {d:%B} {d.day}, {d.year}",
    "{d.day} {d:%B}, {d.year}", "{d:%A} {d.day} {d:%B} {d.year}", "{d.day:02d}.{d.month:02d}.{d.year}", "{d:%B} {d.day}\n{d.year}",
    "{d.day} of {d:%B} {d.year}", "{d.day}-{d:%b}-{d:%Y}",
]  # fmt: skip
SAID = """
the last next past this on in since from to between and until by a two 3 12 2014 1998-08-07 May March Friday Sunday week weeks month year
years day ago later earlier before after shortly thereafter early late mid-1990s 90s century quarter spring fall weekend Christmas Easter
9/11 10:30 a.m. GMT noon every daily now future eve of end old 5/6/24 , . - ( ) 19th second Q2 FY24 Aug. 31st 30 February
"""
WORDS = st.sampled_from(SAID.split())


@given(MODERN, st.sampled_from(FORMATS))
@example(dt.date(2000, 2, 29), FORMATS[2])
@example(dt.date(1999, 12, 31), FORMATS[0])
def test_a_written_day_is_read_back(day: dt.date, form: str) -> None:
    said = form.format(d=day).replace("May.", "May")
    for published in (None, dt.date(2026, 2, 5)):
        (told,) = dates.find(untagged(f"It was {said} that they sailed."), published)
        assert told.interval == (day, day)
        assert told.value == day.isoformat()


@given(
    DAYS,
    st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
    st.sampled_from(["", "last ", "this "]),
)
@example(dt.date.min, "Friday", "last ")
@example(dt.date.max, "Friday", "")
def test_a_weekday_is_one_of_the_days_around(published: dt.date, weekday: str, how: str) -> None:
    for told in dates.find(untagged(f"They sailed {how}{weekday}."), published):
        if told.interval:
            assert abs((told.interval[0] - published).days) <= 7
            assert told.interval[0].strftime("%A") == weekday
            assert how != "last " or told.interval[0] < published


@given(DAYS, st.sampled_from(GRAINS), st.integers(-12_000, 12_000))
def test_periods_run_forward_and_hold_their_day(day: dt.date, grain: periods.Grain, by: int) -> None:
    here, there = periods.around(day, grain), periods.around(day, grain, by)
    assert here is not None
    assert here.first <= day <= here.last or grain == "weekend"
    if there:
        assert there.first <= there.last
        assert (there.first >= here.first) == (by >= 0) or by == 0
    moved = periods.back(day, grain, by)
    assert moved is None or (moved <= day) == (by >= 0) or by == 0


@given(st.integers(1, 9999))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert dt.date(year, 3, 22) <= day <= dt.date(year, 4, 25)


@pytest.mark.parametrize(
    ("year", "day"), [(1818, "1818-03-22"), (1943, "1943-04-25"), (2000, "2000-04-23"), (2024, "2024-03-31"), (2025, "2025-04-20")]
)
def test_easter_of_known_years(year: int, day: str) -> None:
    assert str(easter(year)) == day


@given(st.lists(WORDS, max_size=14).map(" ".join), st.none() | DAYS)
@example("They sailed two centuries ago last weekend the day before next Christmas", dt.date.min)
@example("later the 2014", None)
@example("They will sail two centuries from now next weekend the day after next Christmas", dt.date.max)
def test_any_words_any_day(text: str, published: dt.date | None) -> None:
    hold(untagged(text), published)


@settings(max_examples=40)
@given(st.text(max_size=80), st.none() | DAYS)
def test_any_text(text: str, published: dt.date | None) -> None:
    hold(untagged(text), published)


def hold(parsed: Parsed, published: dt.date | None) -> None:
    """Spans fit and do not overlap, tokens cover them, intervals run forward."""
    end = 0
    for told in dates.find(parsed, published):
        assert end <= told.span.start
        end = told.span.end
        assert told.span.of(parsed.text).strip()
        assert told.first <= told.last
        assert Span(parsed.tokens[told.first].start, parsed.tokens[told.last].end).covers(Span(told.span.start, told.span.start + 1))
        for days in (told.interval, told.reach):
            assert days is None or days[0] <= days[1]
        assert told.interval is None or told.value is not None


@pytest.mark.parametrize(
    "text",
    [
        "They met last week on Tuesday, 3 March and from 3 to 5 May, days later, " * 800,
        "in the last" + " " * 40_000 + "week " + "of the " * 10_000 + "1 " * 10_000 + "- " * 10_000,
        "the eve of " * 4_000,
        "10:30, " * 4_000,
        "a day earlier and " * 3_000,
        "the day before " * 3_000,
    ],
    ids=["dates", "blanks", "eves", "clocks", "earlier", "before"],
)
def test_time_grows_with_length_not_faster(text: str) -> None:
    parsed = untagged(text)
    begun = time.perf_counter()
    dates.find(parsed, dt.date(2026, 2, 5))
    assert time.perf_counter() - begun < 3
