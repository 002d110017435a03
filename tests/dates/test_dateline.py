"""The day of a dateline is the day from which the report counts: "today" is today there, not where the paper is printed."""

from __future__ import annotations

import datetime as dt

import pytest

from ontherecord import dates
from ontherecord.language import parse
from ontherecord.records import Part
from ontherecord.spans import Span
from tests.dates.untagged import untagged


def values(text: str, published: str | None) -> list[str | None]:
    return [e.value for e in dates.find(untagged(text), dt.date.fromisoformat(published) if published else None)]


@pytest.mark.parametrize(
    ("text", "published", "told"),
    [
        ("LAGOS, March 3 (Agency) -- Togo sails today.", "2025-03-04", ["2025-03-03", "2025-03-03"]),
        ("LOME, Togo, Dec. 31 (Agency) - It sailed yesterday.", "2026-01-01", ["2025-12-31", "2025-12-30"]),
        ("LAGOS, 3 March 2025 (Agency) -- Togo sails today.", None, ["2025-03-03", "2025-03-03"]),
        ("LAGOS, March 3 (Agency) -- Togo sails today.", None, [None, None]),
        ("WELLINGTON, March 5 (Agency) -- Fiji sails today.", "2025-03-04", ["2025-03-05", "2025-03-05"]),
        ("LAGOS, March 3 (Agency) -- Togo sails today.", "2025-06-04", ["2025-03-03", "2025-06-04"]),
        ("In Lagos, on March 3, it rained; Togo sails today.", "2025-03-04", ["2025-03-03", "2025-03-04"]),
    ],
)
def test_dateline(text: str, published: str | None, told: list[str | None]) -> None:
    assert values(text, published) == told


def test_a_dateline_may_name_the_day_that_relative_words_count_from() -> None:
    assert values("LAGOS, March 3 (Agency) -- Togo sailed two weeks ago, on Monday of last week.", "2025-03-04") == [
        "2025-03-03",
        "2025-W08",
        "2025-02-24",
    ]


@pytest.mark.parametrize(
    ("head", "story", "told"),
    [
        ("Speech of the King of Tonga, Apia, 3 March", "Until today Tonga sailed.", ["2025-03-03", "2025-03-03"]),
        ("Apia (3 March 2025)", "Until today Tonga sailed.", ["2025-03-03", "2025-03-03"]),
        ("Tonga will sail on 3 March", "Today it rains.", ["2026-03-03", "2025-03-04"]),
    ],
)
def test_the_line_that_heads_a_transcript_is_a_dateline(head: str, story: str, told: list[str]) -> None:
    text = f"{head}\n{story}"
    parts = (Part("story", Span(0, len(head))), Part("story", Span(len(head) + 1, len(text))))
    assert [e.value for e in dates.find(parse(text, parts), dt.date(2025, 3, 4))] == told
