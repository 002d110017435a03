"""Who takes part and who is meant: "our", "we", "the meeting", whom a speaker calls by name; and whom nobody should guess."""

from __future__ import annotations

import pytest

from ontherecord.pipeline import explain_many
from ontherecord.records import Document, Event, Record
from tests.drawn import drawn

BOTH = {
    # text with the trigger drawn: (type, who acts, who is acted on), as country and sector
    "“The rebels of Somalia are [trigger|firing] at our towns,” said Kenya's President Daudi Kamau.": ("ASSAULT", {"SOM"}, {"KEN/GOV"}),
    "“Our soldiers are [trigger|fighting] against the army of Somalia,” said Kenya's President Daudi Kamau.": (
        "ASSAULT", {"KEN/MIL"}, {"SOM/MIL"},
    ),
    "“We [trigger|detained] ten Ugandans,” said Kenya's President Daudi Kamau.": ("COERCE", {"KEN/GOV"}, {"UGA"}),
    "“We [trigger|thank] Uganda for the doctors,” said Kenya's President Daudi Kamau.": ("SUPPORT", {"Daudi Kamau"}, {"UGA"}),
    "Kenya's president noted that Peru is an old friend, and [trigger|praised] Chile for its patience.": ("SUPPORT", {"KEN"}, {"CHL"}),
    "In her address to the Peruvian parliament, Chile's president [trigger|thanked] for the rice.": ("SUPPORT", {"CHL"}, {"PER"}),
    "Peru's army shelled the Chilean town of Arica. Ten Chileans were [trigger|tortured].": ("ASSAULT", {"PER"}, {"CHL"}),
    "Peru's president expressed gratitude to Chile for [trigger|rescuing] ten Peruvian miners.": ("AID", {"CHL"}, {"PER"}),
    "Peru's senator said that Chile made “a good offer” and [trigger|urged] Bolivia to take it.": ("REQUEST", {"PER"}, {"BOL"}),
}  # fmt: skip
COMPANY = {
    # text with the trigger drawn: countries of all who take part
    "Peru's president met with Chile's premier to talk about Bolivia. The interlocutors [trigger|agreed] to open a road.": {"PER", "CHL"},
    "Peru's president held talks with Chile's premier. The Peruvian president also [trigger|discussed] the war with Bolivia.": {
        "PER",
        "CHL",
    },
    "“I spoke with the premier of Chile, Luis Ortega. We [trigger|agreed] on a visit,” said Peru's President Ana Rojas.": {"PER", "CHL"},
    "Peru's president said so during a [trigger|conversation] with the premier of Chile and the premier of Bolivia.": {"PER", "CHL", "BOL"},
}
NOBODY = {
    # text with the trigger drawn: that event has no recipient of a known country
    "Kenya's president thanked Uganda's envoy on Monday. On Tuesday he [trigger|thanked] Kenya's partners for the grain.",
    "Peru accused Chile of theft. Chile denied it. Peru [trigger|called] on all nations to help.",
}
STRANGERS = {
    # text with the trigger drawn: names of those whom the cast does not know
    "Kenya's president [trigger|thanked] the sponsors of the fair for their patience.": {"sponsors of the fair"},
    "Kenya's president [trigger|thanked] the winners of the race.": {"winners of the race"},
}
SILENT = {
    # text: no event of this type has this actor's country
    "“We are often accused of theft,” said Kenya's President Daudi Kamau.": ("ACCUSE", "KEN"),
}


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    """All texts, parsed in one batch, by the marked text."""
    marked = [*BOTH, *COMPANY, *NOBODY, *STRANGERS, *SILENT]
    documents = [Document(drawn(m).text, published="2026-06-17") for m in marked]
    return {m: c.record for m, c in zip(marked, explain_many(documents), strict=True)}


def event(marked: str, record: Record) -> Event:
    trigger = drawn(marked).text[drawn(marked).spans["trigger"][0].start :]
    found = [e for e in record.events if any(record.document.text[m.start :] == trigger for m in e.mentions)]
    assert found, f"nothing told at {trigger[:30]!r}"
    return found[0]


def described(record: Record, ids: tuple[str, ...], wanted: set[str]) -> set[str]:
    """The actors in the terms of what is wanted: by name, country and sector, or country."""
    actors = {a.id: a for a in record.actors}
    terms = [{a.name, f"{a.country}/{a.sector}", str(a.country)} for a in (actors[i] for i in ids)]
    return {next(iter(t & wanted), max(t)) for t in terms}


@pytest.mark.parametrize("marked", BOTH)
def test_who_and_whom(marked: str, records: dict[str, Record]) -> None:
    type_, doers, others = BOTH[marked]
    record = records[marked]
    told = event(marked, record)
    assert (told.type, described(record, told.actors, doers), described(record, told.recipients, others)) == (type_, doers, others)


@pytest.mark.parametrize("marked", COMPANY)
def test_company(marked: str, records: dict[str, Record]) -> None:
    told = event(marked, records[marked])
    country = {a.id: a.country for a in records[marked].actors}
    assert {country[a] for a in told.actors + told.recipients} == COMPANY[marked]


@pytest.mark.parametrize("marked", sorted(NOBODY))
def test_nobody_is_guessed(marked: str, records: dict[str, Record]) -> None:
    country = {a.id: a.country for a in records[marked].actors}
    assert {country[r] for r in event(marked, records[marked]).recipients} <= {None}


@pytest.mark.parametrize("marked", STRANGERS)
def test_strangers(marked: str, records: dict[str, Record]) -> None:
    told = event(marked, records[marked])
    unknown = {a.name for a in records[marked].actors if a.id in told.actors + told.recipients and a.country is None}
    assert unknown == STRANGERS[marked]


@pytest.mark.parametrize("text", SILENT)
def test_is_not_told(text: str, records: dict[str, Record]) -> None:
    type_, country = SILENT[text]
    of = {a.id: a.country for a in records[text].actors}
    assert not any(e.type == type_ and country in {of[a] for a in e.actors} for e in records[text].events)
