"""What stands outside the text: the headline and a government that publishes tell who "the president" and "the parties" are."""

from __future__ import annotations

from ontherecord.actors import Cast, find_cast
from ontherecord.language import Grammar, Parsed, parse
from ontherecord.records import Document, Part
from ontherecord.spans import Span


def cast_of(text: str, **metadata: str) -> tuple[Parsed, Cast]:
    parts = (Part("story", Span(0, len(text))),)
    parsed = parse(text, parts)
    return parsed, find_cast(Document(text, parts=parts, **metadata), parsed, Grammar(parsed))  # type: ignore[arg-type]


def countries(parsed: Parsed, cast: Cast, word: str) -> set[str]:
    head = next(t.i for t in parsed.tokens if t.text == word)
    return cast.countries(cast.party(head))


def test_a_headline_names_the_parties() -> None:
    parsed, cast = cast_of(
        "The presidents agreed on a new pipeline.",
        title="Telephone call with President of Kazakhstan Kassym-Jomart Tokayev",
        publisher="Kremlin",
        published="2022-03-02",
    )
    assert countries(parsed, cast, "presidents") == {"KAZ", "RUS"}


def test_a_government_speaks_of_its_own_president() -> None:
    parsed, cast = cast_of("The President thanked the envoy of Ghana.", publisher="President of Ukraine", published="2022-03-02")
    head = next(t.i for t in parsed.tokens if t.text == "President")
    (id_,) = cast.party(head)
    assert cast.actor(id_).country == "UKR"
    assert "Zelensk" in cast.actor(id_).name


def test_a_newspaper_is_no_government() -> None:
    parsed, cast = cast_of("The president thanked the envoy.", publisher="The Daily Muster", published="2022-03-02")
    assert countries(parsed, cast, "president") == set()


def test_whom_only_the_headline_names_is_not_in_the_cast() -> None:
    _, cast = cast_of("Prices rose in Ghana.", title="Emmanuel Macron visits Accra", published="2022-03-02")
    assert {a.name for a in cast.actors} == {"Ghana"}


def test_a_body_is_told_by_its_year() -> None:
    _, then = cast_of("Taliban fighters took a town.", published="2010-03-02")
    _, now = cast_of("The Taliban signed a treaty.", published="2023-03-02")
    assert {a.sector for a in then.actors} == {"REB"}
    assert "GOV" in {a.sector for a in now.actors}


READOUT = {"title": "Phone call with President of Chad Ito Muster", "publisher": "Presidency of Ghana", "published": "2022-03-02"}


def test_the_parties_of_a_readout_are_those_of_its_title_whoever_was_spoken_of_before() -> None:
    told = "President of Ghana Ama Mensah told Ito Muster of the talks of Peruvian and Chilean envoys."
    parsed, cast = cast_of(f"{told} The parties agreed to stay in touch. The interlocutor smiled.", **READOUT)
    assert countries(parsed, cast, "parties") == {"GHA", "TCD"}
    assert countries(parsed, cast, "interlocutor") == {"TCD"}
    assert [cast.actor(i).country for i in cast.dealing] == ["GHA", "TCD"]


def test_a_security_council_is_the_publishing_states_own_unless_the_united_nations_is_named() -> None:
    parsed, cast = cast_of("The Security Council met at night.", publisher="Presidency of Ghana", published="2022-03-02")
    assert countries(parsed, cast, "Council") == {"GHA"}
    text = "The UN Security Council met. The Security Council voted at night."
    parsed, cast = cast_of(text, publisher="Presidency of Ghana", published="2022-03-02")
    assert {c for a in cast.actors if (c := a.country) is not None} == {"UNO"}
    parsed, cast = cast_of("Ghana's Security Council met. Later the Security Council voted.", published="2022-03-02")
    assert {a.country for a in cast.actors} == {"GHA"}


def test_who_is_called_home_by_its_publisher_may_still_be_from_elsewhere() -> None:
    text = "Miners met the envoy. Foreign miners, invaders and leaders of many countries met the delegation."
    _, cast = cast_of(text, publisher="Presidency of Ghana", published="2022-03-02")
    assert {a.name: a.country for a in cast.actors if a.name in ("invaders", "delegation", "Foreign miners")} == dict.fromkeys(
        {"invaders", "delegation", "Foreign miners"} & {a.name for a in cast.actors}
    )
    assert "GHA" in {a.country for a in cast.actors}


def test_a_name_that_a_page_repeats_is_one_person() -> None:
    text = "President of Peru Ana Mota Mota AnaPresident of Peru: I thank you. Ana Mota: We are glad."
    _, cast = cast_of(text, published="2022-03-02")
    assert [(a.name, a.country) for a in cast.actors if not cast.is_country(a.id)] == [("Ana Mota", "PER")]
