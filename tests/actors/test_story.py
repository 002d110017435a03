"""Local news names its country once: in the dateline, or at the start."""

from __future__ import annotations

import pytest

from ontherecord.pipeline import code
from ontherecord.records import Document
from tests.drawn import drawn

FILED = (
    "LA PAZ — [BOL|The government] raised the price of diesel on Monday. Peru offered wheat. Chile closed a bridge. [BOL|The president] "
    "met truckers, and [BOL|police] cleared the road.",
    "TALLINN — [EST|Teachers] stopped work on Thursday after [EST|the government] had refused to raise their pay.",
    "MAPUTO — Mozambique ordered boats from Portugal. The boats arrived on Friday. [MOZ|The navy] will use them in the north.",
)
OTHERS = (
    "Ana Kova, the minister of [null|Foreign Affairs], met American envoys. The United States thanked her.",
    "The guns stand in the temporarily [null|occupied territories] of Ukraine. Palestinians held a vigil in Ramallah, Palestine.",
)


def countries(marked: str) -> list[tuple[str, str | None, set[str | None]]]:
    """Words, the country drawn, and the countries of who is meant by them."""
    drawing = drawn(marked)
    record = code(Document(drawing.text, published="2019-06-04"))
    return [
        (
            span.of(drawing.text),
            label,
            {a.country for a in record.actors for m in a.mentions if span.start <= m.start and m.end <= span.end},
        )
        for label, spans in drawing.spans.items()
        for span in spans
    ]


@pytest.mark.parametrize("marked", FILED)
def test_a_local_story_is_of_where_it_is_filed(marked: str) -> None:
    assert [(words, label) for words, label, found in countries(marked) if found != {label}] == []


@pytest.mark.parametrize("marked", OTHERS)
def test_what_only_looks_like_a_country(marked: str) -> None:
    assert [(words, found) for words, _, found in countries(marked) if found] == []
