"""Why an event was coded so: the report is read again with the pipeline's own account of itself."""

from __future__ import annotations

import functools
from collections.abc import Callable

from ontherecord.errors import RefusedDocument, UnknownName
from ontherecord.ledger import Ledger
from ontherecord.records import Document, Event, Record
from ontherecord.web.answers import Answer, Plain
from ontherecord.web.article import one
from ontherecord.web.filters import Id

# Longer texts are not read again for a page: 60,000 characters take some seconds.
LONGEST = 60_000


def why(ledger: Ledger, document: Id, event: Id) -> Callable[[], Answer]:
    """The phrase, the grammar and the runner-up of each telling. Raises UnknownName."""
    record = one(ledger, document)
    found = next((e for e in record.events if e.id == event), None)
    if found is None:
        raise UnknownName(f"This report has no event “{event}”; it has {', '.join(e.id for e in record.events) or 'none'}.")
    stored = found
    return lambda: _answer(record, stored)


def _answer(record: Record, event: Event) -> Answer:
    note, tellings = _tellings(record, event)
    weighed, alike = _coder(record, event) if tellings else ([], [])
    plain: Plain = {"document": record.id, "event": event.id, "tellings": tellings, "weighed": weighed, "alike": alike, "note": note}
    rows = [{**t, "why": "; ".join(t["why"]), "rivals": "; ".join(t["rivals"])} for t in tellings]
    context = {"record": record, "event": event, "tellings": tellings, "weighed": weighed, "alike": alike, "note": note}
    return Answer("why.html", "Why it was coded so", plain, rows, context)


def _coder(record: Record, event: Event) -> tuple[list[Plain], list[Plain]]:
    """The types that the learned coder weighs, with their shares, and the corpus's events that it read most alike."""
    from ontherecord.events import reading  # late: the page reads ledgers without it

    read = reading(record, event)
    if read is None:
        return [], []
    alike: list[Plain] = [
        {"text": a.text, "trigger": list(a.trigger), "type": a.type, "mode": a.mode, "document": a.document, "likeness": a.likeness}
        for a in read.alike
    ]
    return [{"type": type_, "share": round(share, 3)} for type_, share in read.types], alike


def _tellings(record: Record, event: Event) -> tuple[str | None, list[Plain]]:
    if len(record.document.text) > LONGEST:
        return f"This report is too long to be read again for a page. Ask on the command line: otr explain FILE {event.id}", []
    try:
        found = _read_again(record.document)
    except RefusedDocument as refused:
        return f"This report cannot be read again: {refused.reason}", []
    told = [t for start, t in found if any(m.start == start for m in (*event.mentions, event.trigger))]
    return (None if told else "This version of the program finds no event at these words; it was coded by another, or by hand."), told


@functools.lru_cache(maxsize=32)
def _read_again(document: Document) -> list[tuple[int, Plain]]:
    """Each telling with where its trigger starts."""
    from ontherecord.pipeline import explain  # late: loads spaCy

    return [
        (
            told.event.trigger.start,
            {
                "trigger": told.event.trigger.of(document.text), "type": told.event.type, "phrase": told.frame.entry.id,
                "kind": told.frame.entry.kind, "why": list(told.frame.why),
                "rivals": [f"{r.type or r.op} ({r.id})" for r in told.frame.rivals],
            },
        )
        for told in explain(document).told
    ]  # fmt: skip
