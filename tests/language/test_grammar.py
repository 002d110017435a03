"""Grammar questions that the parser's own reading answers wrongly: wrong lemmas, clauses read as nouns, a by-phrase that hangs too low."""

from __future__ import annotations

import pytest

from ontherecord.language import Grammar, Parsed, parse
from ontherecord.records import Part
from ontherecord.spans import Span


def parsed(text: str) -> Parsed:
    return parse(text, (Part("story", Span(0, len(text))),))


def at(words: Parsed, word: str) -> int:
    return next(t.i for t in words.tokens if t.text == word)


@pytest.mark.parametrize(
    ("word", "lemma"), [("staged", "stage"), ("fined", "fine"), ("hating", "hate"), ("banned", "ban"), ("jailed", "jail")]
)
def test_short_verbs_keep_their_e(word: str, lemma: str) -> None:
    words = parsed(f"The men {'were ' if word.endswith('ing') else ''}{word} the women.")
    assert words.tokens[at(words, word)].lemma == lemma


def test_a_sentence_read_as_a_noun_with_a_participle_is_active() -> None:
    grammar = Grammar(parsed("Hundreds of students protested outside the Greek consulate on Sunday."))
    i = at(grammar.parsed, "protested")
    assert not grammar.is_passive(i)
    assert [grammar.tokens[s].text for s in grammar.subjects(i)] == ["Hundreds"]


def test_a_headline_is_passive() -> None:
    grammar = Grammar(parsed("Greek fishermen detained by Turkish coastguard"))
    i = at(grammar.parsed, "detained")
    assert grammar.is_passive(i)
    assert [grammar.tokens[a].text for a in grammar.agents(i)] == ["coastguard"]


def test_the_agent_may_hang_on_what_the_object_was_declared() -> None:
    grammar = Grammar(parsed("Four envoys were declared persona non grata by Peru."))
    assert [grammar.tokens[a].text for a in grammar.agents(at(grammar.parsed, "declared"))] == ["Peru"]
