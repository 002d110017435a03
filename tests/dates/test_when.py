"""Each line draws the words that tell events, `d` for those with a date and `n` for those without. Published Thursday, 5 February 2026."""

from __future__ import annotations

import datetime as dt

import pytest

from ontherecord import dates
from ontherecord.dates import When
from ontherecord.language import Grammar, Parsed, parse_many
from ontherecord.records import Interval, Part
from ontherecord.spans import Span
from tests.drawn import Drawn, drawn

PUBLISHED = dt.date(2026, 2, 5)
TABLE: list[tuple[str, list[tuple[str, str]]]] = [
    ("Chad [d|shelled] the fort on Monday, officials [n|said].", [("2026-02-02", "2026-02-02")]),
    ("Officials [d|said] on Monday that Chad had [n|shelled] the fort.", [("2026-02-02", "2026-02-02")]),
    ("Togo [n|denounced] Friday's [d|raid] on the fort.", [("2026-01-30", "2026-01-30")]),
    ("Togo [d|denounced] the [n|bombing] of the fort on Tuesday.", [("2026-02-03", "2026-02-03")]),
    ("Togo and Mali [d|held] [d|talks] in Lima on Tuesday.", [("2026-02-03", "2026-02-03")] * 2),
    ("The envoy [d|landed] in Lima on Sunday and [d|met] the bishop.", [("2026-02-01", "2026-02-01")] * 2),
    ("The premier [d|called] Wednesday for calm, [d|warning] Togo in a phone [d|call] to withdraw.", [("2026-02-04", "2026-02-04")] * 3),
    ("Nine guards were [d|killed] in an [d|ambush] on Saturday.", [("2026-01-31", "2026-01-31")] * 2),
    ("The [d|raid], which took place on Jan. 12, [n|wounded] nine people.", [("2026-01-12", "2026-01-12")]),
    ("Mali [d|agreed] on Monday to [n|send] troops to Togo.", [("2026-02-02", "2026-02-02")]),
    ("Mali has [d|jammed] the radio since 2019.", [("2019-01-01", "2026-02-05")]),
    ("Mali [d|jammed] the radio from 3 to 5 January.", [("2026-01-03", "2026-01-05")]),
    ("Mali [d|jammed] the radio between 2010 and 2014.", [("2010-01-01", "2014-12-31")]),
    ("Over the past three months Mali has [d|jammed] the radio.", [("2025-11-05", "2026-02-05")]),
    ("Mali [d|approved] the sale in December, Lima [n|said].", [("2025-12-01", "2025-12-31")]),
    ("The ban was [n|extended] until Friday.", []),
    ("They [n|set] Friday as the day of the vote.", []),
    ("Mali will [d|send] troops next week.", [("2026-02-09", "2026-02-15")]),
    ("On Monday, Togo [d|seized] a ship, and Mali [d|protested].", [("2026-02-02", "2026-02-02")] * 2),
    ("Mali [n|jammed] the radio.", []),
    ("Mali and Togo [d|met] twice this week.", [("2026-02-02", "2026-02-05")]),
    ("It was the second [d|meeting] of the two this month.", [("2026-02-01", "2026-02-05")]),
    ("Mali and Togo will [d|meet] this week.", [("2026-02-02", "2026-02-08")]),
    ("The king of Togo [d|meets] the premier of Mali on Thursday.", [("2026-02-05", "2026-02-05")]),
]
SEQUEL = "Mali [a|approved] the sale in December. Shortly thereafter, Togo [b|launched] a missile. Peru [c|protested]."


def index(parsed: Parsed, span: Span) -> int:
    return next(t.i for t in parsed.tokens if t.start <= span.start < t.end)


@pytest.fixture(scope="module")
def clocks() -> dict[str, tuple[Drawn, Parsed, When]]:
    marked = [*(m for m, _ in TABLE), SEQUEL]
    pictures = [drawn(m) for m in marked]
    parses = list(parse_many([(d.text, [Part("story", Span(0, len(d.text)))]) for d in pictures]))
    whens = [When(p, Grammar(p), dates.find(p, PUBLISHED), PUBLISHED) for p in parses]
    return {m: (d, p, w) for m, d, p, w in zip(marked, pictures, parses, whens, strict=True)}


@pytest.mark.parametrize(("marked", "days"), TABLE)
def test_dates_what_grammar_dates(clocks: dict[str, tuple[Drawn, Parsed, When]], marked: str, days: list[tuple[str, str]]) -> None:
    picture, parsed, when = clocks[marked]
    told = [when.of(index(parsed, span)) for span in picture.spans.get("d", ())]
    assert [(str(i.start), str(i.end)) if i else None for i in told] == days
    assert [when.of(index(parsed, span)) for span in picture.spans.get("n", ())] == [None] * len(picture.spans.get("n", ()))


def test_an_order_word_bounds_by_the_event_before(clocks: dict[str, tuple[Drawn, Parsed, When]]) -> None:
    picture, parsed, when = clocks[SEQUEL]
    a, b, c = (index(parsed, picture.spans[label][0]) for label in "abc")
    first = when.of(a)
    second = when.of(b, previous=first)
    assert first is not None
    assert second is not None
    assert (second.start, second.end) == (first.start, PUBLISHED)
    assert second.span is not None
    assert second.span.of(picture.text) == "Shortly thereafter"
    assert when.of(b) is None
    assert when.of(c, previous=second) is None


def test_one_call_answers_as_the_built_one_does(clocks: dict[str, tuple[Drawn, Parsed, When]]) -> None:
    picture, parsed, when = clocks[SEQUEL]
    expressions, grammar = dates.find(parsed, PUBLISHED), Grammar(parsed)
    a, b = (index(parsed, picture.spans[label][0]) for label in "ab")
    first = dates.when(a, parsed, grammar, expressions)
    assert first == when.of(a)
    assert dates.when_after(b, parsed, grammar, expressions, first, PUBLISHED) == when.of(b, previous=first)


def test_history_ended_more_than_a_year_ago() -> None:
    old, new = (Interval(dt.date(y, 1, 1), dt.date(y, 12, 31)) for y in (2024, 2025))
    assert dates.long_past(old, PUBLISHED)
    assert not dates.long_past(new, PUBLISHED)
    assert not dates.long_past(old, None)
    assert not dates.long_past(None, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mali and Togo spoke twice, first on 12 January about salt and again on 20 January about rice.", ["2026-01-12", "2026-01-20"]),
        ("Mali and Togo spoke on 12 January and again on 13 January.", []),
        ("Mali and Togo spoke on 12 January.", []),
    ],
)
def test_what_happened_on_separate_days_happened_each_time(text: str, days: list[str]) -> None:
    parsed = next(parse_many([(text, [Part("story", Span(0, len(text)))])]))
    when = When(parsed, Grammar(parsed), dates.find(parsed, PUBLISHED), PUBLISHED)
    spoke = next(t.i for t in parsed.tokens if t.text == "spoke")
    assert [str(i.start) for i in when.separately(spoke)] == days
