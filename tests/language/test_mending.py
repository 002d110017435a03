"""Sentences that the parser misreads, as they are after mending: who does what in them."""

from __future__ import annotations

import pytest

from ontherecord.language import Grammar, parse
from ontherecord.records import Part
from ontherecord.spans import Span

# sentence, verb, its subjects
SUBJECTS = [
    ("Mota accused Chad of lying and threatened to raise duties on its cotton.", "accused", ["Mota"]),
    ("Mota accused Chad of lying and threatened to raise duties on its cotton.", "threatened", ["Mota"]),
    ("The West African bloc ECOWAS condemned the arrest and demanded the release of the premier.", "condemned", ["ECOWAS"]),
    ("The West African bloc ECOWAS condemned the arrest and demanded the release of the premier.", "demanded", ["ECOWAS"]),
    ("The envoy said that Lima “cannot rule on rivers that cross two lands” and called for talks.", "called", ["envoy"]),
    ("Peru cut ties hours after soldiers overthrew President Mota and jailed him.", "jailed", ["soldiers"]),
    ("The chairman appealed to all rebels to lay down their arms and thanked Oman for its help.", "thanked", ["chairman"]),
    ("The envoy said Lima was grateful to its friends, but called on them to do more.", "called", ["envoy"]),
    ("The minister said the army was ready and urged residents to stay at home.", "urged", ["minister"]),
    (
        "The council called for the immediate return to civilian order and Belgium, the former colonial power, "
        "appealed to all sides to keep calm.",
        "appealed",
        ["Belgium"],
    ),
]


@pytest.mark.parametrize(("sentence", "verb", "subjects"), SUBJECTS)
def test_the_subject_is_who_does_it(sentence: str, verb: str, subjects: list[str]) -> None:
    grammar = Grammar(parse(sentence, (Part("story", Span(0, len(sentence))),)))
    at = next(t.i for t in grammar.tokens if t.text == verb)
    assert [grammar.tokens[s].text for s in grammar.subjects(at)] == subjects


def test_what_is_said_in_a_post_is_no_relative_clause() -> None:
    text = "President Roca said in a post on social media that he had spoken to both sides by telephone."
    grammar = Grammar(parse(text, (Part("story", Span(0, len(text))),)))
    spoken = next(t for t in grammar.tokens if t.text == "spoken")
    assert (spoken.dep, grammar.tokens[spoken.head].text) == ("ccomp", "said")


def test_the_agency_behind_reports_the_whole() -> None:
    text = "Spokesman Wu Lan said the other side bore full responsibility, the official Xinhua news agency reported."
    parsed = parse(text, (Part("story", Span(0, len(text))),))
    assert parsed.tokens[parsed.sentences[0].root].text == "reported"


@pytest.mark.parametrize(
    "text",
    [
        "Jets bombed two posts near the Ta Wen Dom temple on Friday, the air force said.",
        "Nerva Steel in Port St. Martin laid off 600 workers on Tuesday.",
        "The paper in Sault Ste. Anne shut on Monday.",
    ],
)
def test_a_name_is_whole(text: str) -> None:
    assert len(parse(text, (Part("story", Span(0, len(text))),)).sentences) == 1


def test_a_right_parse_is_left_alone() -> None:
    text = "Two men accused of spying were freed. He said that it broke and asked them to mend it."
    parsed = parse(text, (Part("story", Span(0, len(text))),))
    assert [parsed.tokens[s.root].text for s in parsed.sentences] == ["freed", "said"]
    assert all(parsed.left[t.i] <= t.i <= parsed.right[t.i] for t in parsed.tokens)
