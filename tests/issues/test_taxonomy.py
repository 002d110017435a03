"""Every row of the taxonomy: its `match` names it, its `miss` does not."""

from __future__ import annotations

from functools import cache

import pytest
from ontherecord.issues import find, parent
from ontherecord.issues.find import Issues
from ontherecord.issues.taxonomy import Topic, load_taxonomy, slug
from tests.issues.casting import read

TAXONOMY = load_taxonomy()
SENTENCES = tuple(dict.fromkeys(s for row in (*TAXONOMY.topics.values(), *TAXONOMY.agendas) for s in (row.match, row.miss)))


@cache
def issues_of() -> dict[str, tuple[str, ...]]:
    """Issue ids by sentence; one parse for all of them."""
    text = "\n".join(SENTENCES)
    document, parsed, grammar, cast = read(text)
    found = find(document, parsed, grammar, cast, (), ())
    return {p.part.span.of(text): found.at(p.first, p.last - 1) for p in parsed.paragraphs}


def names(topic: Topic, ids: tuple[str, ...]) -> bool:
    return any(i == topic.id or parent(i) == topic.id and i not in TAXONOMY.topics and i not in TAXONOMY.places for i in ids)


@pytest.mark.parametrize("topic", TAXONOMY.topics.values(), ids=lambda t: t.id)
def test_a_topic_is_named_by_its_match_and_not_by_its_miss(topic: Topic) -> None:
    assert names(topic, issues_of()[topic.match]), issues_of()[topic.match]
    assert not names(topic, issues_of()[topic.miss]), issues_of()[topic.miss]


@pytest.mark.parametrize("word", TAXONOMY.agendas, ids=lambda a: a.match)
def test_an_agenda_word_opens_a_list_in_its_match_and_not_in_its_miss(word) -> None:
    wanted = "refinery" if "refinery" in word.match else "fisheries"
    assert wanted in issues_of()[word.match], issues_of()[word.match]
    assert wanted not in issues_of()[word.miss]
