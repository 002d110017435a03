"""Positions: who holds what, told by sentences of many shapes. Each line: a sentence, and all positions that it tells."""

from __future__ import annotations

from functools import cache

import pytest

from ontherecord.issues import find, positions
from ontherecord.records import Part, Position, SourceLink
from ontherecord.spans import Span
from tests.issues.reading import Read, read, read_all

# (holder's country, stance, object: a country code or words, affirmed, change)
Told = tuple[str, str, str, bool, str | None]
TOLD: dict[str, list[Told]] = {
    # claims
    "Caracas claims two thirds of Guyana as its own.": [("VEN", "claims", "two thirds of Guyana", True, None)],
    "The atoll, which Mauritius claims, lies far from Britain.": [("MUS", "claims", "The atoll", True, None)],
    "Serbia insists Kosovo is part of its territory.": [("SRB", "claims", "KOS", True, None)],
    "Morocco says that the desert province is an integral part of its territory.": [("MAR", "claims", "the desert province", True, None)],
    "Tokyo and Moscow both claim the southern islands.": [
        ("JPN", "claims", "the southern islands", True, None), ("RUS", "claims", "the southern islands", True, None),
    ],
    "The reef is claimed by Vietnam.": [("VNM", "claims", "The reef", True, None)],
    "Argentina no longer claims the strait.": [("ARG", "claims", "the strait", False, "dropped")],
    "Syria claims sovereignty over the plateau.": [("SYR", "claims", "the plateau", True, None)],
    "Bolivia does not claim the lake.": [("BOL", "claims", "the lake", False, None)],
    "Chad claims that its army killed forty rebels.": [],
    "Ghana claimed victory in the final.": [],
    "Kenya claims the waters east of Long Island, which divers love.": [("KEN", "claims", "the waters east of Long Island", True, None)],
    "Kenya regards the islets as part of its territory, while Somalia claims them as its own.": [
        ("KEN", "claims", "the islets", True, None), ("SOM", "claims", "the islets", True, None),
    ],
    "Somalia claims them as its own.": [],
    "Somalia insists that Kenya must be part of the talks.": [("SOM", "insists", "Kenya must be part of the talks", True, None)],
    "Somalia says that Kenya is part of the problem.": [],
    # recognition
    "Fiji does not recognise the jurisdiction of Tonga over the reef.": [
        ("FJI", "recognizes", "the jurisdiction of Tonga over the reef", False, None),
    ],
    "Spain has never recognised Kosovo.": [("ESP", "recognizes", "KOS", False, None)],
    "Peru refuses to recognise Palestine.": [("PER", "recognizes", "PSE", False, None)],
    "Nicaragua no longer recognises Taiwan.": [("NIC", "recognizes", "TWN", False, "dropped")],
    "The border is not recognised by Kenya.": [("KEN", "recognizes", "The border", False, None)],
    "Peru has refused to recognise Palestine.": [("PER", "recognizes", "PSE", False, None)],
    "Kenya has declined to rule out a strike on the militia.": [("KEN", "rules-out", "a strike on the militia", False, None)],
    "Kenya refuses to join the pact.": [("KEN", "rejects", "to join the pact", True, None)],
    "Kenya does not refuse to join the pact.": [("KEN", "rejects", "to join the pact", False, None)],
    "If Spain recognises Kosovo, Serbia will protest.": [],
    "Does Spain recognise Kosovo?": [],
    "Norway may recognise Palestine.": [],
    "Norway wants Spain to recognise Kosovo.": [],
    "Norway recognised Palestine in May.": [],
    "Iceland will never recognise the annexation.": [("ISL", "recognizes", "the annexation", False, None)],
    "Malawi now recognises Kosovo.": [("MWI", "recognizes", "KOS", True, "new")],
    "Fiji has begun to recognise Kosovo.": [("FJI", "recognizes", "KOS", True, "new")],
    # support and opposition
    "Rwanda has long backed the uprising.": [("RWA", "supports", "the uprising", True, None)],
    "Rwanda has backed the motion.": [],
    "Iran is Syria's closest ally.": [("IRN", "supports", "SYR", True, None)],
    "Iran was Syria's closest ally.": [],
    "Cuba remains a firm supporter of Angola.": [("CUB", "supports", "AGO", True, None)],
    "Turkey stands by Azerbaijan.": [("TUR", "supports", "AZE", True, None)],
    "Pakistan does not support the sanctions on Iran.": [("PAK", "supports", "the sanctions on Iran", False, None)],
    "Kenya supports Somalia and Ethiopia.": [("KEN", "supports", "SOM", True, None), ("KEN", "supports", "ETH", True, None)],
    "Algeria is opposed to the pipeline.": [("DZA", "opposes", "the pipeline", True, None)],
    "Algeria is not opposed to the pipeline.": [("DZA", "opposes", "the pipeline", False, None)],
    "Mexico increasingly opposes the tariffs.": [("MEX", "opposes", "the tariffs", True, "hardened")],
    "Mexico continues to oppose the tariffs.": [("MEX", "opposes", "the tariffs", True, None)],
    "Mexico has stopped opposing the tariffs.": [("MEX", "opposes", "the tariffs", False, "dropped")],
    "Mexico said on Friday that it opposed the tariffs.": [("MEX", "opposes", "the tariffs", True, None)],
    "Mexico opposed the tariffs on Friday.": [],
    "China rejected the proposal on Monday.": [],
    "Militias backed by Iran hold the town.": [("IRN", "supports", "Militias", True, None)],
    "Egypt is in favour of a ceasefire in Sudan.": [("EGY", "supports", "a ceasefire in Sudan", True, None)],
    "Hungary is against the oil embargo.": [("HUN", "opposes", "the oil embargo", True, None)],
    # ruling out, accepting, regarding
    "Ethiopia has not ruled out a war with Eritrea.": [("ETH", "rules-out", "a war with Eritrea", False, None)],
    "Turkey refuses to rule out a strike.": [("TUR", "rules-out", "a strike", False, None)],
    "France ruled out a strike on Tuesday.": [],
    "Sudan does not accept the ruling.": [("SDN", "accepts", "the ruling", False, None)],
    "Ankara regards the militia as a terrorist group.": [("TUR", "considers", "the militia as a terrorist group", True, None)],
    "Ankara considers the militia a terrorist group.": [("TUR", "considers", "the militia a terrorist group", True, None)],
    "Iran maintains that its programme is peaceful.": [("IRN", "insists", "its programme is peaceful", True, None)],
    "Rwanda denies having troops in Congo.": [("RWA", "denies", "having troops in Congo", True, None)],
    "Rwanda denies that it supports the rebels.": [("RWA", "denies", "it supports the rebels", True, None)],
    # formulas and policies
    "Honduras adheres to the one-China principle.": [("HND", "adheres-to", "the one-China principle", True, None)],
    "Austria has a policy of neutrality.": [("AUT", "adheres-to", "a policy of neutrality", True, None)],
    "Under its open-door policy, Uganda takes in refugees.": [("UGA", "adheres-to", "open-door policy", True, None)],
    "Kenya is committed to the truce.": [("KEN", "committed-to", "the truce", True, None)],
    "The crime was committed in Kenya.": [],
    "Ireland calls for an end to the siege.": [("IRL", "calls-for", "an end to the siege", True, None)],
    # changes
    "Turkey has softened its opposition to the treaty.": [("TUR", "opposes", "the treaty", True, "softened")],
    "Turkey has dropped its opposition to the treaty.": [("TUR", "opposes", "the treaty", False, "dropped")],
    "Turkey may soften its opposition to the treaty.": [],
    "Japan opposes the treaty, and its opposition has hardened.": [("JPN", "opposes", "the treaty", True, "hardened")],
    "France is Chad's main backer, though that support has waned.": [("FRA", "supports", "TCD", True, "softened")],
    "Kenya recognises Taiwan, but its tone has cooled.": [("KEN", "recognizes", "TWN", True, "softened")],
    "Qatar backs the plan, though the warmth of its backing has faded.": [("QAT", "supports", "the plan", True, "softened")],
    "Poland has hardened its stance on Belarus.": [("POL", "stance-on", "BLR", True, "hardened")],
    "Poland voiced its long-standing opposition to the pipeline.": [("POL", "opposes", "the pipeline", True, None)],
    "Kenya reiterated its support for the plan on Sunday.": [],
    # nobody holds it, or nobody of a country
    "The coach supports the goalkeeper.": [],
    "Scientists regard the result as a success.": [],
}  # fmt: skip


@cache
def documents() -> dict[str, Read]:
    return read_all(list(TOLD))


def held(r: Read) -> tuple[Position, ...]:
    return positions(r.parsed, r.grammar, r.cast, (), lambda _: (), find(r.document, r.parsed, r.grammar, r.cast, (), ()))


def as_told(r: Read, position: Position) -> Told:
    actors = {a.id: a for a in r.cast.actors}
    object_ = actors[position.object].country or actors[position.object].name if position.object in actors else position.object
    return (actors[position.holder].country or "", position.stance, object_, position.affirmed, position.change)


@pytest.mark.parametrize("text", TOLD, ids=lambda t: t[:60])
def test_a_sentence_tells_these_positions_and_no_others(text: str) -> None:
    r = documents()[text]
    assert [as_told(r, p) for p in held(r)] == TOLD[text]


def test_a_speech_without_quotation_marks_is_its_publishers() -> None:
    r = read("Fiji is a calm country.\nWe do not recognise the annexation. “We oppose the dam,” a farmer wrote.")
    chain = (SourceLink("publisher", "Office of the President of Fiji", "FJI", "state"),)
    found = find(r.document, r.parsed, r.grammar, r.cast, (), ())
    told = positions(r.parsed, r.grammar, r.cast, (), lambda _: chain, found)
    assert [as_told(r, p) for p in told] == [("FJI", "recognizes", "the annexation", False, None)]
    assert held(r) == ()


def test_what_is_claimed_does_not_act() -> None:
    r = read("Spain claims the rock is part of the Spanish coast and has not ruled out a blockade.")
    assert [as_told(r, p) for p in held(r)] == [
        ("ESP", "claims", "the rock", True, None),
        ("ESP", "rules-out", "a blockade", False, None),
    ]


def test_a_denial_before_but_is_not_shared() -> None:
    r = read("Italy does not recognise Kosovo, but is its largest backer.")
    assert [as_told(r, p) for p in held(r)] == [("ITA", "recognizes", "KOS", False, None), ("ITA", "supports", "KOS", True, None)]


def test_told_twice_a_position_counts_once_with_the_change_that_either_tells() -> None:
    r = read("Chile opposes the dam.\nChile now opposes the dam.")
    assert [as_told(r, p) for p in held(r)] == [("CHL", "opposes", "the dam", True, "new")]


def test_a_position_has_the_chain_of_its_words_and_its_issues() -> None:
    r = read("Peru opposes the tariffs of Chile.")
    link = SourceLink("publisher", "The Paper")
    asked: list[int] = []

    def chain_at(i: int) -> tuple[SourceLink, ...]:
        asked.append(i)
        return (link,)

    (position,) = positions(r.parsed, r.grammar, r.cast, (), chain_at, find(r.document, r.parsed, r.grammar, r.cast, (), ()))
    assert position.according_to == (link,)
    assert [r.parsed.tokens[i].text for i in asked] == ["opposes"]
    assert position.issues == ("tariffs",)
    assert position.evidence.of(r.document.text) == "Peru opposes the tariffs of Chile"


def test_headlines_tell_events_in_the_present_and_are_not_read() -> None:
    from dataclasses import replace

    from ontherecord.actors import find_cast
    from ontherecord.language import Grammar, parse

    text = "Peru rejects the tariffs"
    parts = (Part("title", Span(0, len(text))),)
    parsed = parse(text, parts)
    r = read(text)
    document = replace(r.document, parts=parts)
    grammar = Grammar(parsed)
    assert held(Read(document, parsed, grammar, find_cast(document, parsed, grammar))) == ()
