"""Quotation marks: each line draws the quotations that must be found, outer before inner."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontherecord.language import find_quotations
from ontherecord.spans import Span

CASES = [
    ("“We sail at dawn,” she said.", ["We sail at dawn,"]),
    ('"We sail at dawn," she said, "or never."', ["We sail at dawn,", "or never."]),
    ("‘We sail at dawn,’ she said.", ["We sail at dawn,"]),
    ("'We sail at dawn,' she said.", ["We sail at dawn,"]),
    ("''We sail at dawn,'' she said. ''Or never.''", ["We sail at dawn,", "Or never."]),
    ("``We sail at dawn,'' she said.", ["We sail at dawn,"]),
    ("«We sail at dawn», she said.", ["We sail at dawn"]),
    ("„We sail at dawn,” she said.", ["We sail at dawn,"]),
    ("“He said ‘never’ twice,” she said.", ["He said ‘never’ twice,", "never"]),
    ("\"He said 'never' twice,\" she said.", ["He said 'never' twice,", "never"]),
    ("The crew's boats and the sailors' pay were lost.", []),
    ("‘The sailors’ pay was lost,’ she said.", ["The sailors’ pay was lost,"]),
    ("It's the '90s again, isn't it?", []),
    ("“no proof\" and \"no case”", ["no proof", "no case"]),
    ("They called it “mostly true.“", ["mostly true."]),
    ('" We sail at dawn ," the captain said.', ["We sail at dawn ,"]),
    ('The note reads:" We sail at dawn."', ["We sail at dawn."]),
    ("The plank is 5\" wide.", []),
    ("“We sail at dawn, she said.", ["We sail at dawn, she said."]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quoted"), CASES)
def test_pairs(text: str, quoted: list[str]) -> None:
    paragraphs = [Span(0, len(text))] if text else []
    assert [q.spans[0].of(text) for q in find_quotations(text, paragraphs)] == quoted


def _paragraphs(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def test_a_quotation_goes_on_where_the_next_paragraph_opens_anew() -> None:
    text = "“We waited.\n“Nobody came.\n“We left,” she said.\nThe quay was empty."
    (quotation,) = find_quotations(text, _paragraphs(text))
    assert [s.of(text) for s in quotation.spans] == ["We waited.", "Nobody came.", "We left,"]
    assert quotation.closed


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text = "“We waited.\nNobody came.\n“We left,” she said."
    first, second = find_quotations(text, _paragraphs(text))
    assert ([s.of(text) for s in first.spans], first.closed) == (["We waited."], False)
    assert ([s.of(text) for s in second.spans], second.closed) == (["We left,"], True)


def test_depth_counts_the_marks_around() -> None:
    text = "“One ‘two “three” two’ one”"
    assert [q.depth for q in find_quotations(text, [Span(0, len(text))])] == [0, 1, 2]


def test_ten_nested_quotations_do_not_confuse_what_follows() -> None:
    text = "“‘" * 5 + "x" + "’”" * 5 + " and “y”"
    assert find_quotations(text, [Span(0, len(text))])[-1].spans[0].of(text) == "y"


@given(st.text(alphabet="“”‘’\"'`«»„ ab.\n", max_size=200))
def test_every_quotation_lies_in_the_text_and_none_cross(text: str) -> None:
    found = find_quotations(text, _paragraphs(text))
    for q in found:
        assert all(0 <= s.start < s.end <= len(text) for s in q.spans)
        assert list(q.spans) == sorted(q.spans)


def test_a_text_of_marks_costs_linear_time() -> None:
    text = '“‘" ’' * 40_000
    started = time.perf_counter()
    find_quotations(text, [Span(0, len(text))])
    assert time.perf_counter() - started < 3
