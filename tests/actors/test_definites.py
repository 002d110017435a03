"""Whom definite nouns take up: by the same word, a word of one kind, or whose they are; and whom they do not."""

from __future__ import annotations

import pytest

from ontherecord.actors import find_cast
from ontherecord.language import Grammar, parse_many
from ontherecord.records import Document
from tests.actors.casting import Casting, cast_all, documents

# (text, word whose phrase is asked, word that means the same actor; a leading ! where it must be another)
CASES = [
    ("Hundreds of marchers in Santiago threw stones on Friday. Police scattered the demonstrators.", "demonstrators", "marchers"),
    ("Prisoners rioted in a jail near Lusaka. Outside, the mothers wept.", "mothers", "!Prisoners"),
    ("Guerrillas of the New People's Army freed a farmer in Samar. The army denied that there was a deal.", "army", "!Guerrillas"),
    ("The defence minister of Ghana met the prime minister in Accra. The minister then left for Togo.", "minister", "!prime"),
    ("Ennahda rejected the bill on Monday. Its men left the hall.", "men", "Ennahda"),
    ("Ennahda rejected the bill in Tunis on Monday. Its leader left the hall.", "leader", "!Tunis"),
    ("Police in Vietnam held a blogger. Monitors said the authorities had freed two others.", "authorities", "Vietnam"),
]


@pytest.fixture(scope="module")
def castings() -> list[Casting]:
    return cast_all([text for text, *_ in CASES], published="2022-03-04")


@pytest.mark.parametrize("number", range(len(CASES)))
def test_definite_noun_means(castings: list[Casting], number: int) -> None:
    text, word, other = CASES[number]
    casting = castings[number]
    nth = sum(t.text == word for t in casting.parsed.tokens) - 1
    mine = casting.cast.at(casting.word(word, nth))
    theirs = casting.cast.at(casting.word(other.lstrip("!")))
    same = mine is not None and theirs is not None and mine.actors == theirs.actors
    assert same != other.startswith("!"), text


# (text, country of the counterpart, roles that it may have)
COUNTERPARTS = [
    ("President Ana Kova of Chile met her Norwegian counterpart in Lima.", "NOR", {"counterpart"}),
    ("President Ana Kova of Chile met her Peruvian counterpart in Lima.", "PER", {"president"}),
]


@pytest.mark.parametrize(("text", "country", "roles"), COUNTERPARTS)
def test_counterparts_have_the_office_that_their_state_has(text: str, country: str, roles: set[str]) -> None:
    casting = cast_all([text], published="2022-03-04")[0]
    mention = casting.cast.at(casting.word("counterpart"))
    assert mention is not None
    actor = casting.cast.actor(mention.actors[0])
    assert actor.country == country
    assert actor.role in roles


def test_a_release_means_by_the_leaders_and_by_both_the_persons_that_it_tells() -> None:
    text = (
        "#Prime Minister speaks with President of Kenya\n\nThe Prime Minister telephoned the President of Kenya on Friday."
        "\n\nThe two leaders discussed tea. Both praised the harbour. They agreed to meet in May."
    )
    parts = documents([text])[0].parts
    document = Document(
        text, title="Prime Minister speaks with President of Kenya", publisher="Office of the Prime Minister of Fiji",
        published="2022-03-04", parts=parts,
    )  # fmt: skip
    parsed = next(parse_many([(text, parts)]))
    cast = find_cast(document, parsed, Grammar(parsed))
    heads = [next(t.i for t in parsed.tokens if t.text == word) for word in ("leaders", "Both", "They")]
    meant = [{cast.actor(a).role for a in m.actors} if (m := cast.at(h)) is not None else set() for h in heads]
    assert meant[0] == meant[1] == meant[2]
    assert len(meant[0]) == 2
    assert "president" in meant[0]
