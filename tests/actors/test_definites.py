"""Whom definite nouns take up: by the same word, a word of one kind, or whose they are; and whom they do not."""

from __future__ import annotations

import pytest

from tests.actors.casting import Casting, cast_all

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
