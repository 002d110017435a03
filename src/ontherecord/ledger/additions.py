"""Corrections that are more than another value: an event that the machine missed, an account that tells of something else."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ontherecord.errors import LedgerError, OnTheRecordError, UnknownName
from ontherecord.ledger.checking import check
from ontherecord.ledger.corrections import NEW, Correction, corrected
from ontherecord.ontology import TYPES, quad, score
from ontherecord.records import Event, Record, SourceLink, Statement
from ontherecord.spans import Span

SENTENCE_END = re.compile(r"[.!?][\"”’']?(?=\s)|\n")


def missed_event(record: Record, event: Mapping[str, Any], who: str, reason: str) -> Correction:
    """The correction that adds an event, checked but not yet stored. `event` is in the shape of the record's JSON without an id; only
    "type" and "trigger" (the words that tell it: {"start": …, "end": …}) must be there. The evidence is the trigger's sentence, quad
    and score those of the type, the chain the document's own.

    Raises UnknownName for what is no type, LedgerError when the event cannot stand.
    """
    type_, mode = event.get("type"), event.get("mode")
    if type_ not in TYPES:
        raise UnknownName(f"{type_!r} is no PLOVER type; there are {', '.join(TYPES)}.")
    trigger = _span(record, event.get("trigger"))
    value = {
        "type": type_, "mode": mode, "contexts": [], "actors": [], "recipients": [], "aux": None, "date": None, "place": None,
        "amounts": [], "issues": [], "quad": quad(type_), "score": score(type_, mode), "trigger": _plain(trigger),
        "evidence": _plain(sentence(record, trigger)), "mentions": [_plain(trigger)], "according_to": _chain(record), "confidence": 1.0,
    } | {k: v for k, v in event.items() if k != "id"}  # fmt: skip
    made = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    correction = Correction(0, record.id, "event", "n0", trigger, NEW, None, value, who, reason, made)
    try:
        check(corrected(record, [correction]))
    except (OnTheRecordError, TypeError, ValueError, KeyError, AttributeError) as problem:
        raise LedgerError(f"This event cannot stand: {problem}") from problem
    return correction


def _span(record: Record, given: object) -> Span:
    start, end = (given.get("start"), given.get("end")) if isinstance(given, Mapping) else (None, None)
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(record.document.text):
        return Span(start, end)
    raise LedgerError(f"A missed event needs the words that tell it, as {{'start': …, 'end': …}} of the document's text; not {given!r}.")


def _plain(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def sentence(record: Record, words: Span) -> Span:
    """The sentence around some words, inside the part of the document that they stand in."""
    text = record.document.text
    part = next((p.span for p in record.document.parts if p.span.covers(words)), Span(0, len(text)))
    first = max((m.end() for m in SENTENCE_END.finditer(text, part.start, words.start)), default=part.start)
    end = SENTENCE_END.search(text, words.end - 1, part.end)
    last = end.end() if end and end.end() >= words.end else part.end
    while first < words.start and text[first].isspace():
        first += 1
    return Span(first, max(last, words.end))


def _chain(record: Record) -> list[dict[str, Any]]:
    """What vouches for the document's own words: publisher and agency as its other chains begin, else the publisher's name."""
    items: tuple[Event | Statement, ...] = (*record.events, *record.statements)
    known = next((x.according_to for x in items if x.according_to), ())
    outer = [link for link in known if link.kind in ("publisher", "agency")]
    if not outer and record.document.publisher:
        outer = [SourceLink("publisher", record.document.publisher)]
    return [
        {"kind": link.kind, "name": link.name, "country": link.country, "ownership": link.ownership, "actor": None, "span": None}
        for link in outer
    ]


def taken_out(event: Event, document_id: str, occurrence: str, tellings: Sequence[Mapping[str, Any]], who: str, reason: str) -> Correction:
    """The correction that takes an account, with its copies, out of an occurrence. `tellings` are all events that tell it, each with
    document_id, copy_of, trigger_start and trigger_end. The correction lists who goes, and beside the occurrence's id ("machine") who
    stays: the linker never joins the two again.

    Raises LedgerError when nobody else tells it.
    """
    copies = [t for t in tellings if t["copy_of"] == document_id]
    if len(tellings) <= 1 + len(copies):
        raise LedgerError("This account stands alone: no other tells the same occurrence.")
    here = {"document": document_id} | _plain(event.trigger)
    gone = [here] + [_where(t) for t in copies]
    stay = [at for t in tellings if (at := _where(t)) not in gone]
    made = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    return Correction(
        0, document_id, "link", event.id, event.trigger, "occurrence", {"id": occurrence, "told_by": stay}, gone, who, reason, made
    )


def _where(telling: Mapping[str, Any]) -> dict[str, Any]:
    return {"document": telling["document_id"], "start": telling["trigger_start"], "end": telling["trigger_end"]}
