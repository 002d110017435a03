"""Who vouches for what: publisher, agency, outlet or platform, actor, with country and ownership."""

from __future__ import annotations

import pytest

from ontherecord.attribution import base_chain, chain_at, innermost, manner
from ontherecord.records import Document
from tests.attribution.coded import Coded, coded


def _links(told: Coded, cue: str) -> list[tuple[str, str, str | None, str | None]]:
    return [(x.kind, x.name, x.country, x.ownership) for x in told.by_cue(cue).according_to if x.kind != "publisher"]


def test_base_chain_holds_publisher_and_agency_with_what_is_known_of_them() -> None:
    chain = base_chain(Document("x", publisher="The Unheard Of Courier", agency="AFP"))
    assert [(x.kind, x.name) for x in chain] == [("publisher", "The Unheard Of Courier"), ("agency", "AFP")]
    assert chain[1].country == "FRA"


@pytest.mark.parametrize(
    ("publisher", "country"),
    [
        ("The Kremlin", "RUS"),
        ("President of Ukraine", "UKR"),
        ("French Foreign Ministry", "FRA"),
        ("Foreign Ministry of the People's Republic of China", "CHN"),
        ("State House Lusaka", "ZMB"),
        ("Global Affairs Canada", "CAN"),
        ("Royal Court of Jordan", "JOR"),
    ],
)
def test_a_government_that_publishes_is_state_owned(publisher: str, country: str) -> None:
    (link,) = base_chain(Document("x", publisher=publisher))
    assert (link.kind, link.country, link.ownership) == ("publisher", country, "state")


@pytest.mark.parametrize("publisher", ["The Zambian Nation", "London Palace Theatre", "Lusaka Daily"])
def test_a_paper_that_is_called_after_a_country_or_capital_is_no_government(publisher: str) -> None:
    (link,) = base_chain(Document("x", publisher=publisher))
    assert (link.country, link.ownership) == (None, None)


def test_no_metadata_no_links() -> None:
    assert base_chain(Document("x")) == ()


def test_state_media_is_an_outlet_of_its_country() -> None:
    told = coded("Damascus's state media reported that the road was open.")
    assert _links(told, "reported") == [("outlet", "state media", "SYR", "state")]


def test_an_unknown_broadcaster_is_an_outlet_by_how_it_is_introduced() -> None:
    told = coded("The road was open, state broadcaster Radio Lumen reported.")
    assert _links(told, "reported") == [("outlet", "Radio Lumen", None, "state")]


def test_speaker_inside_an_outlet() -> None:
    told = coded("“The road is open,” President Idris Kamara said, according to state broadcaster Radio Lumen.")
    assert [x[:2] for x in _links(told, "said")] == [("outlet", "Radio Lumen"), ("actor", "Idris Kamara")]


def test_platform_in_a_post() -> None:
    told = coded("In a post on his Agora platform, President Idris Kamara said the road was open. “It stays open,” he added.")
    for cue in ("said", "added"):  # what is added went the same way
        assert [x[:2] for x in _links(told, cue)] == [("platform", "Agora"), ("actor", "Idris Kamara")]


def test_told_an_outlet() -> None:
    told = coded("General Idris Kamara told the BBC that the road was open.")
    assert [x[:2] for x in _links(told, "told")] == [("outlet", "BBC"), ("actor", "Idris Kamara")]
    assert told.by_cue("told").addressees == ()


def test_two_removes_keep_both() -> None:
    told = coded("Reuters reported that Chad had closed the road, citing two people familiar with the matter.")
    names = [x[1] for x in _links(told, "citing")]
    assert names[0] == "Reuters"
    assert len(names) == 2


def test_anonymous_sources_are_named_by_their_words() -> None:
    told = coded("“The road is closed,” said a senior official, who asked not to be named.")
    link = told.by_cue("said").according_to[-1]
    assert "official" in link.name
    assert link.span is not None


def test_hearsay_has_an_unnamed_source() -> None:
    told = coded("The king is said to have fled.")
    assert told.chain(told.by_cue("said"))[-1] == "unnamed source"


def test_a_spoofed_source_stays_inside_its_quotation() -> None:
    told = coded(
        "“The leaflet read ‘state media Radio Lumen said the army had fled’,” said Peter Olsen, a baker. The army held the bridge."
    )
    inner = [s for s in told.statements if "Radio Lumen" in told.chain(s)]
    assert all(told.chain(s).index("Peter Olsen") < told.chain(s).index("Radio Lumen") for s in inner)
    bridge = next(t.i for t in told.parsed.tokens if t.text == "bridge")
    assert chain_at(bridge, told.statements, told.parsed, base=base_chain(told.document)) == base_chain(told.document)


def test_what_is_echoed_is_not_vouched_for_by_the_echo() -> None:
    told = coded("Foreign Minister Maria Lund's call for sanctions was echoed by Estonia.")
    assert "Estonia" not in told.chain(told.by_cue("call"))


def test_a_comment_behind_a_comma_is_not_the_speakers() -> None:
    told = coded("Mali warned Niger about the bridge, which Chad claims as its own.")
    assert all("Mali" not in told.chain(s) for s in told.statements if "Chad" in told.chain(s))


def test_chain_at_a_token_is_that_of_the_innermost_statement() -> None:
    told = coded("Mali said that Niger had denied that the bridge was closed. The river rose.")
    of = innermost(told.statements, told.parsed)
    base = base_chain(told.document)
    for token in told.parsed.tokens:
        chain = chain_at(token.i, told.statements, told.parsed, base=base)
        assert chain == (told.statements[of[token.i]].according_to if of[token.i] >= 0 else base)
    names = {t.text: chain_at(t.i, told.statements, told.parsed, base=base)[-1].name for t in told.parsed.tokens}
    assert (names["closed"], names["denied"], names["rose"]) == ("Niger", "Mali", "The Gazette")


@pytest.mark.parametrize(
    ("text", "cue", "presents", "presented"),
    [
        ("The guard admitted that he slept.", "admitted", "admits", "factive"),
        ("The rebels claimed they held the town.", "claimed", "alleges", "distancing"),
        ("The miners threatened to strike.", "threatened", "threatens", "neutral"),
        ("The bishops called for an end to the fighting.", "called for", "asks", "neutral"),
        ("The growers are hopeful that rain will come.", "hopeful", "hopes", "neutral"),
        ("According to the mayor, the well is dry.", "according to", "asserts", "neutral"),
    ],
)
def test_manner(text: str, cue: str, presents: str, presented: str) -> None:
    told = coded(text)
    entry = manner(told.by_cue(cue), told.parsed)
    assert entry is not None
    assert (entry.manner, entry.report) == (presents, presented)


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "country"),
    [
        ("Peru and Chile sent boats. Villagers said the bridge fell.", "said", "villagers", None),
        ("Two people close to the talks said the deal was off.", "said", "people", None),
        ("The Peruvian president left. Her office said she slept.", "said", "office", "PER"),
        ("One of the islanders said the bridge fell.", "said", "islanders", None),
    ],
)
def test_a_stranger_is_an_actor_and_has_no_country_unless_told(text: str, cue: str, speaker: str, country: str | None) -> None:
    told = coded(text)
    statement = told.by_cue(cue)
    assert speaker in (told.speaker(statement) or "").lower()
    assert told.cast.actor(statement.speaker or "").country == country


@pytest.mark.parametrize("text", ["The study said the bridge fell.", "No villager said the bridge fell.", "It said the bridge fell."])
def test_a_thing_or_nobody_is_no_speaker(text: str) -> None:
    assert all(s.speaker is None for s in coded(text).statements)


@pytest.mark.parametrize(
    "text",
    [
        "“The road is open,” President Idris Kamara said, according to state broadcaster Radio Lumen.",
        "According to state broadcaster Radio Lumen, Idris Kamara said the road was open.",
    ],
)
def test_what_is_said_according_to_another_is_one_statement(text: str) -> None:
    told = coded(text)
    (statement,) = told.statements
    assert told.chain(statement)[1:] == ["Radio Lumen", "Idris Kamara"]


def test_a_phrase_that_attributes_more_than_the_words_keeps_its_own_statement() -> None:
    told = coded("Idris Kamara left the hall and said the road was open, according to Radio Lumen.")
    assert len(told.statements) == 2


def test_what_follows_a_comma_in_the_past_is_said_by_the_outer_speaker() -> None:
    told = coded("Ana Mota said that nine boats had been seen, and asked Peru to call them back.")
    assert told.speaker(told.by_cue("asked")) == "Ana Mota"
    assert told.told(told.by_cue("said")) == ["that nine boats had been seen"]
