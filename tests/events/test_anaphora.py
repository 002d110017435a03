"""To whom an act is aimed when only the document tells: drawn texts, each with one event's trigger, actors and recipients."""

from __future__ import annotations

import pytest

from ontherecord.pipeline import explain_many
from ontherecord.records import Document, Part, Record
from ontherecord.spans import Span
from tests.drawn import drawn

POINTING = {
    # text with the trigger drawn: (type, countries of actors, countries of recipients)
    "Peru freed ten Bolivian sailors on Monday. Bolivia [trigger|welcomed] the release.": ("SUPPORT", {"BOL"}, {"PER"}),
    "Kenya closed the gate to Ugandan lorries. Uganda [trigger|deplored] the decision.": ("ACCUSE", {"UGA"}, {"KEN"}),
    "Latvia expelled a Belarusian envoy. Belarus [trigger|condemned] the step.": ("ACCUSE", {"BLR"}, {"LVA"}),
    "Norway seized an Icelandic ship. Iceland [trigger|protested].": ("ACCUSE", {"ISL"}, {"NOR"}),
    "Peru detained the Bolivian crew. Bolivia [trigger|demanded] the release of the crew.": ("REQUEST", {"BOL"}, {"PER"}),
    "Bolivia's president [trigger|recalled] the Bolivian ambassador in Lima.": ("SANCTION", {"BOL"}, {"PER"}),
}
CLAUSES = {
    "Peru's president [trigger|asked] his host, Chile's president, to call the boats back.": ("REQUEST", {"PER"}, {"CHL"}),
    "Chile's minister said the boats had been seen, and [trigger|asked] Peru to call them back.": ("REQUEST", {"CHL"}, {"PER"}),
    "Peru's premier wrote to Chile's premier and [trigger|proposed] a meeting.": ("AGREE", {"PER"}, {"CHL"}),
    "Peru will [trigger|respond] in kind to the raid by Chile.": ("THREATEN", {"PER"}, {"CHL"}),
    "Peru's minister [trigger|warned] Chile that Peru would answer.": ("THREATEN", {"PER"}, {"CHL"}),
    "Peru's president said he would never [trigger|accept] launchers of Chile there.": ("REJECT", {"PER"}, {"CHL"}),
    "“This is an [trigger|act] of piracy by Chile,” Peru's minister said.": ("ACCUSE", {"PER"}, {"CHL"}),
    "Kenya's minister [trigger|withdrew] her threat to stop imports of Ugandan rice.": ("CONCEDE", {"KEN"}, {"UGA"}),
    "A Peruvian judge [trigger|ordered] the Chilean vessel held in port.": ("COERCE", {"PER"}, {"CHL"}),
    "Peru [trigger|imposed] a ban on apples from Chile.": ("SANCTION", {"PER"}, {"CHL"}),
}
TOGETHER = {
    # text: countries of those who talked
    "President Ana Rojas of Peru received a telephone [trigger|call] on Thursday from President Luis Ortega of Chile.": {"PER", "CHL"},
    "The Minister, Ana Rojas of Peru, [trigger|spoke] by telephone with Luis Ortega, Minister of Foreign Affairs of Chile.": {"PER", "CHL"},
    "Peru's president held a telephone conversation today with the president of Chile.": {"PER", "CHL"},
}
SILENT = {
    # text: a type that it must not tell
    "Peru opened a road to Bolivia.": "CONCEDE",
    "The Serbian envoy had paid two clerks of the ministry for papers.": "RETREAT",
    "Chile must be part of the answer, Peru's minister said.": "REQUEST",
    "Norway no longer rules out a larger quota for Iceland.": "REJECT",
    "Denmark voiced regret over the arrest of a Danish nurse in Iran.": "CONCEDE",
    "The drill was agreed by the presidents of Chile and Peru.": "THREATEN",
    "“Thank you very much,” Peru's president told Chile's president.": "SUPPORT",
    "It is a pleasure to welcome the guests from Chile, Peru's president said.": "AGREE",
    "“America must win the race,” an American senator said.": "REQUEST",
}


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    """All texts, parsed in one batch, by the marked text."""
    marked = [*POINTING, *CLAUSES, *TOGETHER, *SILENT]
    texts = [drawn(m).text for m in marked]
    documents = [Document(t, published="2026-06-17", parts=(Part("story", Span(0, len(t))),)) for t in texts]
    return {m: c.record for m, c in zip(marked, explain_many(documents), strict=True)}


def told(record: Record) -> list[tuple[str, set[str | None], set[str | None], Span]]:
    country = {a.id: a.country for a in record.actors}
    return [(e.type, {country[a] for a in e.actors}, {country[a] for a in e.recipients}, e.trigger) for e in record.events]


@pytest.mark.parametrize("marked", [*POINTING, *CLAUSES])
def test_is_aimed(marked: str, records: dict[str, Record]) -> None:
    trigger = drawn(marked).spans["trigger"][0]
    assert (*{**POINTING, **CLAUSES}[marked], trigger) in told(records[marked])


@pytest.mark.parametrize("marked", TOGETHER)
def test_talked(marked: str, records: dict[str, Record]) -> None:
    record = records[marked]
    country = {a.id: a.country for a in record.actors}
    talks = [e for e in record.events if e.type == "CONSULT"]
    assert [(e.mode, {country[a] for a in e.actors + e.recipients}) for e in talks] == [("phone", TOGETHER[marked])]


@pytest.mark.parametrize("text", SILENT)
def test_is_not_told(text: str, records: dict[str, Record]) -> None:
    assert SILENT[text] not in {type_ for type_, *_ in told(records[text])}


def test_recalled_is_less_sure() -> None:
    """What the document had to lend weighs less than what the clause says."""
    texts = "Norway seized an Icelandic ship. Iceland protested.", "Norway seized an Icelandic ship. Iceland protested to Norway."
    documents = [Document(t, published="2026-06-17", parts=(Part("story", Span(0, len(t))),)) for t in texts]
    lent, said = (next(e for e in c.record.events if e.type == "ACCUSE") for c in explain_many(documents))
    assert lent.recipients
    assert lent.confidence < said.confidence


def test_two_verbs_tell_one_seizure() -> None:
    text = "Norway's coast guard boarded and seized an Icelandic trawler."
    document = Document(text, published="2026-06-17", parts=(Part("story", Span(0, len(text))),))
    (coded,) = explain_many([document])
    assert [(e.type, len(e.mentions)) for e in coded.record.events] == [("COERCE", 2)]


def test_two_people_at_home_are_two() -> None:
    text = "Peru's labour minister asked Peru's army to leave. Peru's interior minister asked Peru's police to stay."
    document = Document(text, published="2026-06-17", parts=(Part("story", Span(0, len(text))),))
    (coded,) = explain_many([document])
    assert len([e for e in coded.record.events if e.type == "REQUEST"]) == 2
