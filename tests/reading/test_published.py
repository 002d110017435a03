from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontherecord.errors import RefusedDocument
from ontherecord.reading import published_date
from ontherecord.records import Document


@pytest.mark.parametrize(
    "value", ["2026-02-05", "2026-02-05T14:30:00Z", "2026-02-05T14:30+08:00", "1999-01-22T13:06", "2026-02-05 14:30:00.123"]
)
def test_iso_is_kept(value: str) -> None:
    assert published_date(value) == value
    assert published_date(f" {value}\n") == value


def test_the_date_of_a_feed_becomes_iso() -> None:
    assert published_date("Thu, 05 Feb 2026 10:00:00 +0800") == "2026-02-05T10:00:00+08:00"


@pytest.mark.parametrize("value", [None, "", "  "])
def test_no_date_is_none(value: str | None) -> None:
    assert published_date(value) is None


@pytest.mark.parametrize(
    "value", ["yesterday", "2026-02-30", "2026-13-01", "05.02.2026", "20260205", "2026", "2026-02-05T25:00", "32 Feb 2026 10:00"]
)
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(RefusedDocument, match="is no date; give one like") as refusal:
        published_date(value, source="a.jsonl line 3")
    assert refusal.value.source == "a.jsonl line 3"


@given(st.text(max_size=40) | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?", fullmatch=True))
def test_what_is_taken_has_a_day(value: str) -> None:
    try:
        taken = published_date(value)
    except RefusedDocument:
        return
    day = Document("x", published=taken).published_on
    assert day is None or isinstance(day, dt.date)
