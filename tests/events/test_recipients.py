"""To whom something is done: people of whom the cast knows nothing, whose a thing is, whom an answer answers, whom an infinitive names."""

from __future__ import annotations

import pytest

from ontherecord.pipeline import explain_many
from ontherecord.records import Document, Event, Record
from tests.drawn import drawn

# Text with the trigger drawn: that event's recipients, as country and sector.
WHOM = {
    "Villagers in Kenya [trigger|killed] two men on Monday.": {"KEN/CVL"},
    "Malian gunmen [trigger|raped] nine women near the river.": {"MLI/CVL"},
    "Spanish police [trigger|seized] a boat belonging to Moroccan smugglers.": {"MAR/CRM"},
    "Mali [trigger|supports] the decisions taken by the African Union at its summit.": {"IGO/-"},
    "Ethiopia [trigger|mediated] for a fifth day between Sudan and Chad.": {"SDN/GOV", "TCD/GOV"},
    "Peru's opposition [trigger|refused] to sit with the government.": {"PER/GOV"},
    "Chile asked Peru for two boats, and Lima [trigger|refused] to lend any.": {"CHL/GOV"},
    "Kuwait accused Iran of arming the rebels and [trigger|expelled] its ambassador.": {"IRN/GOV"},
}
# A thing that is burnt is nobody, and a state does not refuse itself.
NOBODY = [
    "Rebels in Chad [trigger|burned] eighty schools last year.",
    "Chile [trigger|refused] to withdraw its army from the hills.",
]


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    """All texts, parsed in one batch, by the marked text."""
    marked = [*WHOM, *NOBODY]
    return {
        m: c.record for m, c in zip(marked, explain_many([Document(drawn(m).text, published="2026-06-17") for m in marked]), strict=True)
    }


def told(marked: str, record: Record) -> set[str]:
    at = drawn(marked).spans["trigger"][0].start
    event: Event = next(e for e in record.events if e.trigger.start == at)
    actors = {a.id: a for a in record.actors}
    return {f"{actors[r].country or '-'}/{actors[r].sector or '-'}" for r in event.recipients}


@pytest.mark.parametrize("marked", WHOM)
def test_to_whom(marked: str, records: dict[str, Record]) -> None:
    assert told(marked, records[marked]) == WHOM[marked]


@pytest.mark.parametrize("marked", NOBODY)
def test_to_nobody(marked: str, records: dict[str, Record]) -> None:
    assert told(marked, records[marked]) == set()
