"""What speakers demand and blame without a word for it: imperatives, obligations, "or else", harms told of another side."""

from __future__ import annotations

import pytest

from ontherecord.pipeline import explain_many
from ontherecord.records import Document, Part, Record
from ontherecord.spans import Span

CASES = {
    # sentence: (type, countries of actors, countries of recipients) of an event that it must tell
    "Armenia said Azerbaijani troops had shelled a village in the north.": ("ACCUSE", {"ARM"}, {"AZE"}),
    "“Leave the island or be sunk,” Greece's minister told Turkey.": ("THREATEN", {"GRC"}, {"TUR"}),
    "“Release the sailors,” Greece's minister told Turkey.": ("REQUEST", {"GRC"}, {"TUR"}),
    "Kenya's president said Somalia must release the sailors.": ("REQUEST", {"KEN"}, {"SOM"}),
    "Kenya's president told Somalia to release the sailors or be expelled.": ("THREATEN", {"KEN"}, {"SOM"}),
    "Peru failed to reach an agreement with Chile.": ("REJECT", {"PER"}, {"CHL"}),
    "Chad agreed not to attack Niger.": ("AGREE", {"TCD"}, {"NER"}),
    "Norway said it would bomb Sweden's ports if the ships did not leave.": ("THREATEN", {"NOR"}, {"SWE"}),
    "Kenya's president called for sanctions against Sudan.": ("ACCUSE", {"KEN"}, {"SDN"}),
}
SILENT = {
    # sentence: a type that it must not tell
    "Armenia said its own troops had shelled a village in the north.": "ACCUSE",
    "Kenya's minister declined to comment on Sudan.": "REJECT",
    "“Look, the road is long,” Greece's minister told Turkey.": "REQUEST",
    "“We must do more,” Benin's minister said.": "REQUEST",
    "Officials in Kenya asked not to be named.": "REQUEST",
    "Peru's president hoped that the rain would stop.": "AGREE",
}


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    """All sentences, parsed in one batch."""
    texts = [*CASES, *SILENT]
    documents = [Document(t, published="2026-06-17", parts=(Part("story", Span(0, len(t))),)) for t in texts]
    return {t: c.record for t, c in zip(texts, explain_many(documents), strict=True)}


def told(record: Record) -> list[tuple[str, set[str | None], set[str | None]]]:
    country = {a.id: a.country for a in record.actors}
    return [(e.type, {country[a] for a in e.actors}, {country[a] for a in e.recipients}) for e in record.events]


@pytest.mark.parametrize("text", CASES)
def test_is_told(text: str, records: dict[str, Record]) -> None:
    assert CASES[text] in told(records[text])


@pytest.mark.parametrize("text", SILENT)
def test_is_not_told(text: str, records: dict[str, Record]) -> None:
    assert SILENT[text] not in {type_ for type_, _, _ in told(records[text])}
