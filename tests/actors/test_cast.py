"""What later steps ask of a cast: who acts, whose it is, and who "we" and "you" are."""

from __future__ import annotations

import functools

import pytest

from tests.actors.casting import Casting, cast_all

TEXTS = {
    "bulldozers": "The bulldozers of the Israeli army destroyed homes near a village in Jordan.",
    "army bulldozers": "Israeli army bulldozers destroyed Jordanian homes.",
    "diplomats": "A group of Moroccan diplomats arrived, and hundreds of Tunisian refugees left.",
    "members": "Members of the Farabundo group surrendered.",
    "officials": "Officials from Japan met leaders of the Peruvian opposition.",
    "wine": "Buyers of French wine complained about Spanish prices.",
    "coalition": "The Omani-led coalition agreed to a truce; NATO allies cheered.",
    "quotation": 'President Ana Kova of Croatia told Albanian leader Ilir Rama: "We want peace, and you know that our troops left here."',
    "transcript": "Ana Kova: I thank you for your visit to our country.",
    "beside": "Bolivian President Luz Paz and Vice President Rosa Vega won.",
}


@functools.cache
def all_casts() -> dict[str, Casting]:
    return dict(zip(TEXTS, cast_all(list(TEXTS.values())), strict=True))


@pytest.mark.parametrize(
    ("text", "word", "countries", "sector"),
    [
        ("bulldozers", "bulldozers", {"ISR"}, "MIL"),
        ("army bulldozers", "bulldozers", {"ISR"}, "MIL"),
        ("diplomats", "group", {"MAR"}, "GOV"),
        ("diplomats", "hundreds", {"TUN"}, "REF"),
        ("officials", "Officials", {"JPN"}, "GOV"),
        ("officials", "leaders", {"PER"}, "OPP"),
        ("coalition", "coalition", {"OMN"}, "MIL"),
        ("coalition", "allies", {"IGO"}, None),
    ],
)
def test_party_sees_who_acts_in_a_phrase(text: str, word: str, countries: set[str], sector: str | None) -> None:
    casting = all_casts()[text]
    ids = casting.cast.party(casting.word(word))
    assert casting.cast.countries(ids) == countries
    assert {casting.cast.actor(i).sector for i in ids} == {sector}


def test_members_of_a_named_group_act_as_the_group() -> None:
    casting = all_casts()["members"]
    (id_,) = casting.cast.party(casting.word("Members"))
    assert casting.cast.actor(id_).name == "Farabundo group"
    assert casting.cast.actor(id_).country is None


@pytest.mark.parametrize(
    ("text", "word", "countries"),
    [("bulldozers", "village", {"JOR"}), ("army bulldozers", "homes", {"JOR"}), ("wine", "wine", {"FRA"}), ("wine", "prices", {"ESP"})],
)
def test_things_belong_to_whom_their_phrase_names(text: str, word: str, countries: set[str]) -> None:
    casting = all_casts()[text]
    assert casting.cast.countries(casting.cast.belongs(casting.word(word))) == countries
    assert casting.cast.party(casting.word(word)) == ()


def test_who_is_coordinated_against_the_parse_acts_too() -> None:
    casting = all_casts()["beside"]
    names = {casting.cast.actor(i).name for i in casting.cast.party(casting.word("Vega"))}
    assert names == {"Luz Paz", "Rosa Vega"}


def test_first_and_second_person_of_a_quotation_are_bound() -> None:
    (casting,) = cast_all([TEXTS["quotation"]])
    cast = casting.cast
    kova, rama = (next(a.id for a in cast.actors if a.name == name) for name in ("Ana Kova", "Ilir Rama"))
    we = casting.word("We")
    cast.bind_speaker(casting.parsed.quote_of[we], (kova,), (rama,))
    assert cast.party(we) == (kova,)
    assert cast.party(casting.word("you")) == (rama,)
    assert cast.countries(cast.party(casting.word("troops"))) == {"HRV"}
    assert cast.countries(cast.belongs(casting.word("here"))) == {"HRV"}


def test_a_range_without_marks_is_bound_alike() -> None:
    (casting,) = cast_all([TEXTS["transcript"]])
    cast = casting.cast
    kova = cast.add("Ana Kova", country="HRV", sector="GOV")
    cast.bind_range(casting.word("I"), len(casting.parsed.tokens) - 1, (kova,))
    assert cast.party(casting.word("I")) == (kova,)
    assert cast.countries(cast.party(casting.word("country"))) == {"HRV"}
    assert cast.is_country(cast.party(casting.word("country"))[0])
    assert cast.party(casting.word("you")) == ()


@pytest.mark.parametrize("text", TEXTS)
def test_spans_fit_and_ids_exist(text: str) -> None:
    casting = all_casts()[text]
    for mention in casting.cast.mentions:
        assert mention.span.of(casting.text)
        assert mention.first <= mention.head <= mention.last
        assert all(casting.cast.actor(a) for a in mention.actors)
