"""What a sentence says of the telling itself: left out, not talked about, told by one side alone."""

from __future__ import annotations

import pytest

from ontherecord.analysis.wording import denied, left_out, only_by, sentence
from ontherecord.spans import Span
from tests.drawn import drawn


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("The ministry made no mention of [matter|herring].", (True, False, None)),
        ("They discussed ferries, but the Danish text left out [matter|herring].", (True, False, None)),
        ("They discussed [matter|ferries], but the Danish text left out herring.", (False, False, None)),
        ("The price of [matter|herring] was not discussed.", (False, True, None)),
        ("The minister denied that [matter|herring] had come up.", (False, True, None)),
        ("No quota for [matter|herring] was discussed, he said.", (False, True, None)),
        ("They discussed [matter|ferries], but denied that herring had been raised.", (False, False, None)),
        ("He did not rule out talks on [matter|herring].", (False, False, None)),
        ("Only Denmark spoke of [matter|herring].", (False, False, "Denmark")),
        ("They spoke about ferries, though only the Danish side mentioned [matter|herring].", (False, False, "the Danish side")),
        ("Only last week they spoke of [matter|herring].", (False, False, None)),
    ],
)
def test_what_is_said_of_the_telling(told: str, asked: tuple[bool, bool, str | None]) -> None:
    text = drawn(told).text
    at = drawn(told).spans["matter"][0]
    by = only_by(text, at)
    assert (left_out(text, at), denied(text, at), by.of(text) if by else None) == asked


def test_a_sentence_ends_at_its_mark_and_not_at_an_initial() -> None:
    text = "It rained. J. Olsen spoke of herring at 5.30 today. “It was late.” They left."
    at = Span(text.index("herring"), text.index("herring") + 7)
    assert sentence(text, at).of(text) == "J. Olsen spoke of herring at 5.30 today."
