"""Random records that are valid: every span fits its text, every id that is named is there."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from ontherecord.records import (
    Actor,
    Amount,
    Document,
    Event,
    Interval,
    Issue,
    Part,
    Place,
    Position,
    Record,
    Refusal,
    SourceLink,
    Statement,
    document_id,
)
from ontherecord.spans import Span

CHARACTERS = st.characters(exclude_categories=["Cs"])
WORDS = st.text(CHARACTERS, min_size=1, max_size=12)
COUNTRIES = st.sampled_from(["CHN", "USA", "TWN", "ROU", "KOS", "UNO", "EUR"])
DATES = st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31))
NUMBERS = st.floats(0, 1, allow_nan=False)


def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | strategy


def tuples(strategy: st.SearchStrategy, most: int = 2) -> st.SearchStrategy:
    return st.lists(strategy, max_size=most).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(CHARACTERS, min_size=1, max_size=60))
    published = draw(maybe(DATES.map(dt.date.isoformat) | st.just("2026-02-04T08:30:00Z")))
    parts = draw(tuples(st.builds(Part, st.sampled_from(["title", "story", "caption"]), spans(text))))
    named = {name: draw(maybe(WORDS)) for name in ("title", "url", "publisher", "agency", "dateline")}
    return Document(text, published=published, language="en", parts=parts, source=draw(WORDS), **named)


def spans(text: str) -> st.SearchStrategy[Span]:
    return st.integers(0, len(text) - 1).flatmap(lambda start: st.integers(start + 1, len(text)).map(lambda end: Span(start, end)))


def numbered(items: tuple, letter: str) -> tuple:
    return tuple(replace(item, id=f"{letter}{n}") for n, item in enumerate(items, 1))


@st.composite
def intervals(draw: st.DrawFn, span: st.SearchStrategy[Span]) -> Interval:
    first, last = sorted([draw(DATES), draw(DATES)])
    return Interval(first, last, draw(maybe(span)))


@st.composite
def records(draw: st.DrawFn) -> Record:
    document = draw(documents())
    span = spans(document.text)
    actor = st.builds(Actor, st.just(""), WORDS, maybe(COUNTRIES), maybe(st.just("GOV")), mentions=tuples(span))
    actors = numbered(tuple(draw(st.lists(actor, min_size=1, max_size=3))), "a")
    ids = st.sampled_from([a.id for a in actors])
    chain = tuples(
        st.builds(SourceLink, st.sampled_from(["publisher", "actor"]), WORDS, maybe(COUNTRIES), maybe(st.just("state")), span=maybe(span))
    )
    place = st.builds(Place, WORDS, maybe(COUNTRIES), maybe(NUMBERS), maybe(NUMBERS), maybe(st.integers(1, 10**7)))
    events = st.builds(
        Event, st.just(""), st.sampled_from(["CONSULT", "ASSAULT", "AID"]), maybe(st.just("phone")), tuples(WORDS), tuples(ids),
        tuples(ids), maybe(st.sampled_from(["future", "negation"])), maybe(intervals(span)), maybe(place),
        tuples(st.builds(Amount, NUMBERS, WORDS, span)), tuples(WORDS), st.just("verbal cooperation"), NUMBERS,
        span, span, tuples(span), chain, NUMBERS,
    )  # fmt: skip
    statements = st.builds(
        Statement, st.just(""), maybe(ids), tuples(ids), st.sampled_from(["direct", "mixed"]), tuples(span), maybe(span), maybe(span),
        chain, tuples(WORDS), tuples(WORDS), NUMBERS,
    )  # fmt: skip
    positions = st.builds(Position, st.just(""), ids, WORDS, ids | WORDS, st.booleans(), maybe(st.just("new")), span, chain, tuples(WORDS))
    return Record(
        document_id(document),
        document,
        actors,
        numbered(draw(tuples(events, 3)), "e"),
        numbered(draw(tuples(statements)), "s"),
        numbered(draw(tuples(positions)), "p"),
        draw(tuples(st.builds(Issue, WORDS, WORDS, tuples(span), tuples(COUNTRIES)))),
        draw(tuples(st.builds(Refusal, span, WORDS))),
    )
