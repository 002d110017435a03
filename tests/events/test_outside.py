"""Parties that the trigger's own grammar does not name: rows of people, hearers of a speech, the other side of a talk, an invader."""

from __future__ import annotations

import pytest

from ontherecord.events.called import called_by_town
from ontherecord.language import Grammar, parse
from ontherecord.pipeline import explain_many
from ontherecord.records import Document, Event, Record
from tests.drawn import drawn

HOME = "President of Kenya"
PARLIAMENT = "Address by President of Kenya Daudi Kamau to the Parliament of Peru"
ADDRESS = "We will rebuild - address by President Daudi Kamau"
MET = "Daudi Kamau met with the President of Uganda"
CASES = {
    # text with the trigger drawn: (title, who acts, who is acted on), by name, or by country and sector
    "The meeting in Nairobi was [trigger|attended] by Prime Minister Juma Odhiambo of Kenya, Minister of Trade of Uganda Paul Okello, "
    "Minister of Labour of Uganda Sam Musoke and others.": (None, {"Juma Odhiambo", "Paul Okello", "Sam Musoke"}, None),
    "Kenya's president [trigger|had] telephone conversations with President of Uganda Paul Okello, President of Tanzania Sam Musoke, "
    "President of Rwanda Jean Habimana, and Prime Minister of Ethiopia Abebe Tadesse.": (
        None, {"KEN/GOV", "Paul Okello", "Sam Musoke", "Jean Habimana", "Abebe Tadesse"}, None,
    ),
    "I spoke with Paul Okello, President of Uganda, and Sam Musoke, Prime Minister of Tanzania. I [trigger|thanked] them on behalf of the "
    "Kenyan people.": (ADDRESS, {"Daudi Kamau"}, {"Paul Okello", "Sam Musoke"}),
    "Thank you for this honour. I [trigger|urge] you to open your ports. I ask all of you to think of it. We are close.": (
        PARLIAMENT, {"Daudi Kamau"}, {"PER/LEG"},
    ),
    "I am glad to be here. You [trigger|supported] us. I saw it. We are close.": (PARLIAMENT, {"PER/GOV", "PER/LEG"}, None),
    "President Daudi Kamau met with President of Uganda Paul Okello in Nairobi. Water was a topic. “We [trigger|agreed] to raise the "
    "tariffs on Rwanda,” Daudi Kamau said.": (MET, {"Daudi Kamau", "Paul Okello"}, {"RWA/GOV"}),
    "President Daudi Kamau met with President of Uganda Paul Okello in Nairobi. In turn, Paul Okello [trigger|offered] Uganda as a host.": (
        MET, {"Paul Okello"}, {"Daudi Kamau"},
    ),
    "Kenya's president [trigger|called] for the isolation of Somalia.": (None, {"KEN/GOV"}, set()),
    "I am with you. The troops of Somalia crossed our border. The Somali army shelled Garissa. The Somali army is in Wajir. The Somali "
    "soldiers [trigger|looted] two warehouses.": (ADDRESS, {"SOM/MIL"}, {"KEN/GOV"}),
}  # fmt: skip


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    """All texts, parsed in one batch, by the marked text."""
    documents = [
        Document(drawn(m).text, title=title, publisher=HOME if title else None, published="2026-06-17")
        for m, (title, _, _) in CASES.items()
    ]
    return {m: c.record for m, c in zip(CASES, explain_many(documents), strict=True)}


def event(marked: str, record: Record) -> Event:
    trigger = drawn(marked).text[drawn(marked).spans["trigger"][0].start :]
    found = [e for e in record.events if any(record.document.text[m.start :] == trigger for m in e.mentions)]
    assert found, f"nothing told at {trigger[:30]!r}"
    return found[0]


def described(record: Record, ids: tuple[str, ...], wanted: set[str]) -> set[str]:
    actors = {a.id: a for a in record.actors}
    terms = [{a.name, f"{a.country}/{a.sector}"} for a in (actors[i] for i in ids)]
    return {next(iter(t & wanted), max(t)) for t in terms}


@pytest.mark.parametrize("marked", CASES)
def test_parties_outside(marked: str, records: dict[str, Record]) -> None:
    _, doers, others = CASES[marked]
    record = records[marked]
    told = event(marked, record)
    acting = described(record, told.actors, doers)
    assert acting
    assert acting <= doers
    assert len(doers) < 3 or acting == doers
    assert others is None or described(record, told.recipients, others) == others


@pytest.mark.parametrize(("text", "town"), [("They broke the Lima agreements.", True), ("They broke the Peruvian agreement.", False)])
def test_papers_named_after_towns(text: str, town: bool) -> None:
    from ontherecord import actors, reading

    document = reading.document(text)
    parsed = parse(document.text, document.parts)
    grammar = Grammar(parsed)
    cast = actors.find_cast(document, parsed, grammar)
    noun = next(t.i for t in parsed.tokens if t.lemma == "agreement")
    assert called_by_town(noun, grammar, cast) is town
