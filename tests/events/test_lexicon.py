"""Every lexicon entry is a case: its `match` must be told by it, with the parties drawn, its `miss` must not."""

from __future__ import annotations

import pytest

from ontherecord.events import Told, lexicon
from ontherecord.events.lexicon import Entry
from ontherecord.pipeline import explain_many
from ontherecord.records import Document, Part, Record
from ontherecord.spans import Span
from tests.drawn import Drawn, drawn

ENTRIES = lexicon.load().entries


def sentence(text: str) -> Document:
    return Document(text, published="2026-06-17", parts=(Part("story", Span(0, len(text))),))


@pytest.fixture(scope="module")
def told() -> dict[str, tuple[Record, tuple[Told, ...]]]:
    """Record and tellings of all matches and misses, parsed in one batch."""
    texts = list(dict.fromkeys(t for e in ENTRIES for t in (drawn(e.match).text, e.miss)))
    return {t: (c.record, c.told) for t, c in zip(texts, explain_many(map(sentence, texts)), strict=True)}


def governs(told: Told, entry: Entry) -> bool:
    """Whether the entry told the event, or governs the one that is told."""
    return told.frame.entry.id == entry.id or any(entry.id in why for why in told.frame.why)


def closer(told: Told, entry: Entry) -> bool:
    """Whether a wide entry gave way to a closer one of its type."""
    return entry.wide and (told.frame.entry.type, told.frame.entry.kind) == (entry.type, entry.kind)


def covers(record: Record, ids: tuple[str, ...], spans: tuple[Span, ...]) -> bool:
    """Whether each drawn span holds a mention of one of the actors."""
    mentions = [m for a in record.actors if a.id in ids for m in a.mentions]
    return all(any(m.overlaps(s) for m in mentions) for s in spans)


def fault(entry: Entry, record: Record, tellings: tuple[Told, ...], case: Drawn) -> str | None:
    """Why a match does not match, or None."""
    mine = [t for t in tellings if governs(t, entry) or closer(t, entry)]
    if not mine:
        return f"not told; instead {[(t.frame.entry.id, t.event.type) for t in tellings]}"
    triggers = case.spans.get("trigger", ())
    if not any(t.event.trigger.overlaps(s) for t in mine for s in triggers):
        return f"told by {[t.event.trigger.of(case.text) for t in mine]}"
    for t in mine:
        everybody = t.event.actors + t.event.recipients
        recipients = t.event.recipients if not entry.together else everybody
        if covers(record, t.event.actors, case.spans.get("actor", ())) and covers(record, recipients, case.spans.get("recipient", ())):
            return None
    names = {a.id: a.name for a in record.actors}
    return f"parties are {[([names[i] for i in t.event.actors], [names[i] for i in t.event.recipients]) for t in mine]}"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_matches(entry: Entry, told: dict[str, tuple[Record, tuple[Told, ...]]]) -> None:
    case = drawn(entry.match)
    record, tellings = told[case.text]
    assert fault(entry, record, tellings, case) is None, case.text


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_misses(entry: Entry, told: dict[str, tuple[Record, tuple[Told, ...]]]) -> None:
    _, tellings = told[entry.miss]
    assert not [t.event.type for t in tellings if governs(t, entry)], entry.miss
