"""Who stands on which side once the type is settled: guests and hosts, one's own side, victims, helpers, strangers, who only says so."""

from __future__ import annotations

import pytest

from ontherecord.pipeline import explain_many
from ontherecord.records import Document, Record
from tests.drawn import drawn
from tests.events.test_partners import described, event

SIDES = {
    # text with the trigger drawn: who acts, who is acted on, each as name, country/sector or country
    "Ghana's president [trigger|received] Togo's foreign minister on Monday.": ({"TGO"}, {"GHA"}),
    "Togo's foreign minister was [trigger|received] by Ghana's president on Monday.": ({"TGO"}, {"GHA"}),
    "Kenya's president [trigger|telephoned] the president of Ghana on Monday.": ({"KEN", "GHA"}, set()),
    "Peru [trigger|condemned] the murder of a priest in Arica by Chilean soldiers.": ({"PER"}, {"CHL/MIL"}),
    "Peru [trigger|recalled] its ambassador from Chile.": ({"PER"}, {"CHL"}),
    "Chile [trigger|expelled] Peru's ambassador on Friday.": ({"CHL"}, {"PER/GOV"}),
    "Chile's president [trigger|called] on Peru, Bolivia and Ecuador to open their borders.": ({"CHL"}, {"PER", "BOL", "ECU"}),
    "Somali bombs were [trigger|dropped] on a Kenyan hospital.": ({"SOM"}, {"KEN"}),
    "The leaders of Peru and the European Union [trigger|agreed] to open a centre.": ({"PER", "EUR"}, set()),
    "At least three Kenyans were [trigger|killed] in a car bombing, Somali police said.": (set(), {"KEN"}),
    "Men of the Lord's Resistance Army [trigger|killed] ten Ugandans on Sunday.": ({"Lord's Resistance Army"}, {"UGA"}),
}  # fmt: skip
NOT_ON_THE_OTHER_SIDE = {
    # text with the trigger drawn: a country, or a country and sector, that is no recipient
    "Peru's president and Chile's president [trigger|agreed] to open a road to Chile.": "CHL",
    "Kenya [trigger|criticised] the deportation of ten Ugandans by Rwanda.": "UGA",
    "Peru's army [trigger|moved] two battalions of the Peruvian army to the river.": "PER/MIL",
}  # fmt: skip


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    """All texts, parsed in one batch, by the marked text."""
    marked = [*SIDES, *NOT_ON_THE_OTHER_SIDE]
    documents = [Document(drawn(m).text, published="2026-06-17") for m in marked]
    return {m: c.record for m, c in zip(marked, explain_many(documents), strict=True)}


@pytest.mark.parametrize("marked", SIDES)
def test_sides(marked: str, records: dict[str, Record]) -> None:
    doers, others = SIDES[marked]
    record = records[marked]
    told = event(marked, record)
    assert (described(record, told.actors, doers), described(record, told.recipients, others)) == (doers, others)


@pytest.mark.parametrize("marked", NOT_ON_THE_OTHER_SIDE)
def test_nobody_of_ones_own(marked: str, records: dict[str, Record]) -> None:
    record = records[marked]
    told = event(marked, record)
    unwanted = NOT_ON_THE_OTHER_SIDE[marked]
    assert unwanted not in described(record, told.recipients, {unwanted})
