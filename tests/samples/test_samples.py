"""The samples are read and coded whole, their spans fit, and what a reader finds in them is found as often as it was before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

import pytest

from ontherecord.records import Record
from ontherecord.spans import Span
from tests.samples import expectations
from tests.samples.coded import SAMPLES, answers, documents, lines, records

# What was reached when this was last measured (`python -m tests.samples` prints it with all that is missed). It may rise, not sink.
EVENTS_FLOOR = 0.793
TYPES_FLOOR = 0.94
SPEAKERS_FLOOR = 0.9


@pytest.mark.slow
def test_every_sample_is_coded() -> None:
    refused = {key: answer for key, answer in answers().items() if not isinstance(answer, Record)}
    assert not refused


def test_every_sample_states_where_it_comes_from() -> None:
    lacking = [key for key, d in documents().items() if not (d.publisher and d.published and d.url and d.title)]
    assert not lacking


def test_samples_are_of_a_length_that_news_has() -> None:
    odd = {key: n for key, d in documents().items() if not 110 <= (n := len(d.text.split())) <= 450}
    assert not odd


@pytest.mark.slow
def test_spans_fit_their_texts() -> None:
    loose = [(key, span) for key, r in records().items() for span in _spans(r) if not 0 <= span.start < span.end <= len(r.document.text)]
    assert not loose


@pytest.mark.slow
def test_dyad_and_first_file_are_there() -> None:
    countries = {a.country for r in records().values() for a in r.actors}
    assert set((SAMPLES / "DYAD").read_text("utf-8").split()) <= countries
    assert (SAMPLES / (SAMPLES / "FIRST").read_text("utf-8").strip()).is_file()


def test_expectations_and_calls_name_samples() -> None:
    named = [row["document"] for row in lines("expected.jsonl")]
    assert sorted(named) == sorted(documents())
    for case in lines("calls.jsonl"):
        assert {*case["accounts"], *case["copies"]} <= set(case["documents"]) <= set(named), case["case"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("reached", "floor"),
    [
        pytest.param(lambda: expectations.events()[0], EVENTS_FLOOR, id="events"),
        pytest.param(expectations.types, TYPES_FLOOR, id="types"),
        pytest.param(lambda: expectations.speakers()[0], SPEAKERS_FLOOR, id="speakers"),
    ],
)
def test_recall_does_not_sink(reached: Callable[[], float], floor: float) -> None:
    assert reached() >= floor, "what is missed: python -m tests.samples"


def _spans(item: object) -> Iterator[Span]:
    if isinstance(item, Span):
        yield item
    elif isinstance(item, tuple):
        for part in item:
            yield from _spans(part)
    elif is_dataclass(item):
        for field in fields(item):
            yield from _spans(getattr(item, field.name))
