"""Every row of the taxonomy: its `match` names it, its `miss` does not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from ontherecord.errors import LexiconError
from ontherecord.issues import find, parent
from ontherecord.issues.taxonomy import AgendaWord, Topic, load_taxonomy, slug
from tests.issues.reading import read_all

TAXONOMY = load_taxonomy()
ROWS: tuple[Topic | AgendaWord, ...] = (*TAXONOMY.topics.values(), *TAXONOMY.agendas)


@cache
def issues_of() -> dict[str, tuple[str, ...]]:
    """Issue ids by sentence; one batch for all of them."""
    read = read_all(list(dict.fromkeys(s for row in ROWS for s in (row.match, row.miss))))
    return {text: tuple(i.id for i in find(r.document, r.parsed, r.grammar, r.cast, (), ()).issues) for text, r in read.items()}


def names(topic: Topic, ids: tuple[str, ...]) -> bool:
    own = set(TAXONOMY.topics) | set(TAXONOMY.places)
    return any(i == topic.id or (parent(i) == topic.id and i not in own) for i in ids)


@pytest.mark.parametrize("topic", TAXONOMY.topics.values(), ids=lambda t: t.id)
def test_a_topic_is_named_by_its_match_and_not_by_its_miss(topic: Topic) -> None:
    assert names(topic, issues_of()[topic.match]), issues_of()[topic.match]
    assert not names(topic, issues_of()[topic.miss]), issues_of()[topic.miss]


@pytest.mark.parametrize("word", TAXONOMY.agendas, ids=lambda a: a.match)
def test_an_agenda_word_opens_a_list_in_its_match_and_not_in_its_miss(word: AgendaWord) -> None:
    wanted = "refinery" if "refinery" in word.match else "fisheries"
    assert wanted in issues_of()[word.match], issues_of()[word.match]
    assert wanted not in issues_of()[word.miss]


def test_ids_are_slugs_and_parents_have_no_cycle() -> None:
    for id_ in (*TAXONOMY.topics, *TAXONOMY.places):
        assert id_ == slug(id_)
        above: str | None = id_
        for _ in range(6):
            above = TAXONOMY.parent(above) if above else None
        assert above is None


@pytest.mark.parametrize(
    ("id_", "above"),
    [
        ("taiwan-arms-sales", "arms-sales"),
        ("war-ukraine", "war"),
        ("tariffs", "trade"),
        ("refinery", None),
        ("territory-kashmir", "territory"),
    ],
)
def test_the_parent_of_a_composed_issue_is_its_topic(id_: str, above: str | None) -> None:
    assert parent(id_) == above


@pytest.mark.parametrize(
    ("toml", "complaint"),
    [
        ('[[issues]]\nid = "a"\nlabel = "a"\nparent = "b"\nphrases = ["a"]\nmatch = ""\nmiss = ""', "its parent b is no issue"),
        ('[[issues]]\nid = "a"\nlabel = "a"\nparent = ""\nphrases = ["a"]\nmatch = ""\nmiss = ""\ncolour = "red"', "unknown field colour"),
        ('[[issues]]\nid = "a"\nlabel = "a"\nparent = ""\nphrases = ["a"]', "lacks match, miss"),
        (
            '[[issues]]\nid = "a"\nlabel = "a"\nparent = ""\nphrases = ["a"]\nacts = ["sell"]\nmatch = ""\nmiss = ""',
            "a verb and its object",
        ),
        ('[[places]]\nid = "a"\nparent = ""\nnames = ["A"]\n[[places]]\nid = "a"\nparent = ""\nnames = ["B"]', "given twice: a"),
    ],
)
def test_a_wrong_row_is_refused_with_its_name(tmp_path: Path, toml: str, complaint: str) -> None:
    path = tmp_path / "issues.toml"
    path.write_text(toml, encoding="utf8")
    with pytest.raises(LexiconError, match=complaint):
        load_taxonomy(path)
