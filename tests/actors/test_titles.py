"""Where a long title ends and the name behind it begins."""

from __future__ import annotations

import functools

import pytest

from ontherecord.actors import find_cast
from ontherecord.language import Grammar, parse_many
from ontherecord.records import Document, Part
from ontherecord.spans import Span
from tests.actors.casting import Casting, cast_all

NAMED = {
    "Deputy Minister for Regional Development Vera Kanto spoke.": ("Kanto", "Vera Kanto", "deputy minister"),
    "Deputy Minister for European Integration Vera Kanto met the press.": ("Kanto", "Vera Kanto", "deputy minister"),
    "Chairman of the Management Board Otto Mertin met Peruvian President Luz Paz.": ("Mertin", "Otto Mertin", "chairman"),
    "The fair was opened by Deputy Minister for Regional Development Vera Kanto and Chairman of the Supervisory Board Otto Mertin.": (
        "Mertin",
        "Otto Mertin",
        "chairman",
    ),
    "Secretary of the National Security and Defence Council Ivan Addo chaired the session.": ("Addo", "Ivan Addo", "secretary"),
    "Chief Executive Officer of Fjordwerk Otto Mertin signed.": ("Mertin", "Otto Mertin", "chief executive officer"),
}


@functools.cache
def all_casts() -> dict[str, Casting]:
    return dict(zip(NAMED, cast_all(list(NAMED), published="2021-05-05"), strict=True))


@pytest.mark.parametrize("sentence", NAMED)
def test_the_name_is_what_follows_the_title(sentence: str) -> None:
    word, name, role = NAMED[sentence]
    cast = all_casts()[sentence].cast
    (actor,) = (cast.actor(a) for a in cast.party(all_casts()[sentence].word(word)))
    assert (actor.name, actor.role) == (name, role)


def test_a_head_of_a_company_of_no_known_country_has_none_and_is_no_official() -> None:
    casting = all_casts()["Chief Executive Officer of Fjordwerk Otto Mertin signed."]
    (actor,) = (casting.cast.actor(a) for a in casting.cast.party(casting.word("Mertin")))
    assert (actor.country, actor.sector) == (None, "BUS")


RELEASES = (
    "First Lady Olga Kanto opened a reading room in Vienna. Austrian mayors attended.",
    "Writer Ivan Kanto opened a fair in Vienna. Austrian mayors attended.",
    "The First Lady met the wife of the President of Austria, Anna Mertin.",
)


@functools.cache
def releases() -> tuple[Casting, ...]:
    """What a government's own office publishes about a journey."""
    whole = [
        Document(t, publisher="Office of the President of Peru", published="2021-05-05", parts=(Part("story", Span(0, len(t))),))
        for t in RELEASES
    ]
    parsed = parse_many([(d.text, d.parts) for d in whole])
    grammars = [(d, p, Grammar(p)) for d, p in zip(whole, parsed, strict=True)]
    return tuple(Casting(d.text, p, g, find_cast(d, p, g)) for d, p, g in grammars)


@pytest.mark.parametrize("nth", [0, 1])
def test_in_its_own_release_a_governments_compatriots_are_its_own_wherever_they_are(nth: int) -> None:
    assert releases()[nth].countries("Kanto") == {"PER"}


def test_a_presidents_wife_is_not_the_president() -> None:
    casting = releases()[2]
    ids = casting.cast.party(casting.word("Mertin"))
    assert "president" not in {casting.cast.actor(i).role for i in ids}


def test_a_colleague_whom_the_apposition_names_holds_the_same_office() -> None:
    (casting,) = cast_all(["Mali's foreign minister met his colleague from Niger, Idris Mota."], published="2021-05-05")
    assert casting.cast.party(casting.word("colleague")) == casting.cast.party(casting.word("Mota"))
    (actor,) = (casting.cast.actor(i) for i in casting.cast.party(casting.word("Mota")))
    assert (actor.country, actor.role) == ("NER", "foreign minister")
