"""Texts that no sane editor prints: right or empty, never a crash, never a minute."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontherecord.actors import Cast, find_cast
from ontherecord.attribution import attribute
from ontherecord.language import Grammar, parse
from tests.attribution.coded import coded, document


def test_an_empty_document_says_nothing() -> None:
    assert coded("").statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "“The well is dry, said the mayor.",
        "The well is dry,” said the mayor.",
        '"The well" is "dry, said "the mayor.',
        "«Der Brunnen» said “the mayor, ‘le puits",
        "“‘“‘“‘“‘“‘The well is dry’”’”’”’”’”, said the mayor.",
        "“” said “”.",
        "said",
        "According to",
        "According to, said: “",
        ": :: :",
        "Q",
        "Q\nA\nQ\nA",
        "citing",
        "as saying",
        "I said you said he said they said we said.",
    ],
)
def test_odd_marks_do_not_crash(text: str) -> None:
    told = coded(text)
    for statement in told.statements:
        assert all(s.of(text).strip() for s in statement.content)


def test_a_quotation_of_five_thousand_words() -> None:
    told = coded("“" + "The well is dry and nobody came. " * 700 + "We wait,” the mayor said.")
    assert told.source(told.by_cue("said")) == "the mayor"


def test_a_transcript_of_two_hundred_turns() -> None:
    lines = [line for n in range(100) for line in (f"MR. OKORO: The convoy number {n} has left.", "Q   Where is it now?")]
    told = coded("\n".join(lines))
    assert sum(1 for s in told.statements if s.cue is None) == 200


def test_time_grows_with_the_text_and_no_faster() -> None:
    paragraph = "“The well is dry,” the mayor said, according to Radio Lumen. He denied that the pump had broken, citing two guards.\n"
    seconds = []
    for times in (50, 200):
        doc = document(paragraph * times)
        parsed = parse(doc.text, doc.parts)
        grammar = Grammar(parsed)
        started = time.perf_counter()
        attribute(doc, parsed, grammar, Cast(parsed, grammar))
        seconds.append(time.perf_counter() - started)
    assert seconds[1] < 12 * seconds[0] + 0.2


@pytest.mark.parametrize(
    "paragraph",
    [
        "He said that the well was dry. He added that it would rain.\n",
        "The parties noted that the well was dry. The interlocutors agreed that it would rain. It was agreed to meet.\n",
        "“Ana Mota was a sailor. He once said that he would ask her. She said no,” the mayor said.\n",
        "The Minister noted that it rains. The president's wife said that the well was dry.\n",
        "MR. OKORO: He said that the well was dry. She thinks that it rains.\nQ: Who said that it rains?\n",
    ],
    ids=["he", "parties", "quoted", "titles", "turns"],
)
def test_nobody_is_looked_for_through_the_whole_text(paragraph: str) -> None:
    """Whom no sentence names, four times the text takes about four times the time (a whole look back would take sixteen)."""
    seconds = []
    for times in (40, 160):
        doc = document(paragraph * times)
        parsed = parse(doc.text, doc.parts)
        grammar = Grammar(parsed)
        cast = find_cast(doc, parsed, grammar)
        started = time.process_time()
        attribute(doc, parsed, grammar, cast)
        seconds.append(time.process_time() - started)
    assert seconds[1] < 10 * seconds[0] + 0.1


PIECES = ["“", "”", '"', "said", "the mayor", "that", ",", ".", ":", "the well is dry", "Q", "\n", "according to", "citing"]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["“", "”", '"', "said", "the mayor", "that", ",", ".", ":", "the well is dry", "Q", "\n", "according to", "citing"]
        ),
        max_size=25,
    )
)
def test_any_mix_of_marks_and_cues_gives_spans_that_fit(pieces: list[str]) -> None:
    text = " ".join(pieces)
    told = coded(text)
    for statement in told.statements:
        assert statement.content
        for span in statement.content:
            assert 0 <= span.start < span.end <= len(text)
        assert list(statement.content) == sorted(statement.content)
        assert [s.id for s in told.statements] == [f"s{n}" for n in range(1, len(told.statements) + 1)]
