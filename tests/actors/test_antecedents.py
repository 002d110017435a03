"""Whom pronouns mean: the choice among what was said before, and nobody where nothing decides."""

from __future__ import annotations

import pytest

from ontherecord.actors.antecedents import weights
from tests.actors.casting import Casting, cast_all

# (text, pronoun, which one of that word, country codes of whom it means; "" for nobody)
CASES = [
    ("Mutinous soldiers of Togo seized the radio on Friday. They arrested the mayor.", "They", 0, "TGO"),
    ("Estonia warned Latvia that it would close the crossing at Valga.", "it", 0, "EST"),
    ("Norway recalled its consul from Vilnius.", "its", 0, "NOR"),
    ("It is important to note that Peru has lifted the ban.", "It", 0, ""),
    ("The envoys of Ghana arrived at noon. It rained.", "It", 0, ""),
    ("Ireland thanked Portugal for its patience.", "its", 0, "PRT"),
    ("Uruguay and Paraguay quarrelled over the dam. They asked a court in Geneva to decide.", "They", 0, "PRY URY"),
    ("Police in Malta beat the strikers and dragged them to a van.", "them", 0, "MLT"),
]


@pytest.fixture(scope="module")
def castings() -> list[Casting]:
    return cast_all([text for text, *_ in CASES], published="2022-03-04")


@pytest.mark.parametrize("number", range(len(CASES)))
def test_pronoun_means(castings: list[Casting], number: int) -> None:
    text, word, nth, codes = CASES[number]
    casting = castings[number]
    mention = casting.cast.at(casting.word(word, nth))
    found = casting.cast.countries(mention.actors) if mention is not None else set()
    assert " ".join(sorted(found)) == codes, text


def test_every_class_has_weights_and_nobody_is_weighed() -> None:
    assert {f.split("|")[0] for f in weights()} == {"he", "it", "they"}
    assert all(f"{kind}|nobody" in weights() or f"{kind}|nobody-subject" in weights() for kind in ("he", "it", "they"))
