"""PLOVER records, one JSON object a line. Everybody at a meeting stays in `actor`; only events without a day are left out.

Beyond the format's own fields: `aux`, `according_to` (the source chain), `issues`, `amounts`, `confidence`.
"""

from __future__ import annotations

from typing import Any

import msgspec

from ontherecord.formats.dyads import NO_DAY, day_of
from ontherecord.records import Actor, Document, Event, Interval, Place, Record, SourceLink
from ontherecord.spans import Span


def lines(record: Record, left_out: dict[str, int], *, with_text: bool, coder: str) -> list[str]:
    """The record's events. `text` (the sentence) only `with_text`: for those who hold the rights to it."""
    found = []
    for event in record.events:
        plain = _event(record, event, with_text=with_text, coder=coder)
        if plain is None:
            left_out[NO_DAY] = left_out.get(NO_DAY, 0) + 1
        else:
            found.append(msgspec.json.encode(plain).decode() + "\n")
    return found


def _event(record: Record, event: Event, *, with_text: bool, coder: str) -> dict[str, Any] | None:
    day = event.date.start if event.date else day_of(record, event)
    if day is None:
        return None
    people = {a.id: a for a in record.actors}
    text = record.document.text
    return _filled(
        id=f"{record.id}-{event.id}",
        date=day.isoformat(),
        enddate=_end(event.date),
        actor=[_entity(people[i]) for i in event.actors],
        recipient=[_entity(people[i]) for i in event.recipients] or None,
        event=event.type,
        mode=event.mode,
        context=list(event.contexts) or None,
        event_loc=_location(event.place),
        event_text=event.trigger.of(text),
        quad_code=event.quad.upper(),
        event_scale=event.score,
        text=event.evidence.of(text) if with_text else None,
        text_info={"start": event.evidence.start, "end": event.evidence.end, "text_story": record.id},
        cite_info=_citation(record.document),
        coder=coder,
        aux=event.aux,
        according_to=[_link(link, text) for link in event.according_to] or None,
        issues=list(event.issues) or None,
        amounts=[{"value": a.value, "unit": a.unit} for a in event.amounts] or None,
        confidence=event.confidence,
    )


def _filled(**fields: object) -> dict[str, Any]:
    return {k: v for k, v in fields.items() if v is not None}


def _end(date: Interval | None) -> str | None:
    return date.end.isoformat() if date and date.end != date.start else None


def _entity(actor: Actor) -> dict[str, Any]:
    kind = "wikidata" if actor.wikidata else None
    return _filled(
        code=actor.country,
        sector=actor.sector,
        entity_text=actor.name,
        office=actor.role,
        identifier_id=actor.wikidata,
        identifier_text=kind,
    )


def _location(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return _filled(extracted_place=place.name, geonameid=place.geonames, lat=place.lat, lon=place.lon, country_code=place.country)


def _citation(document: Document) -> dict[str, Any] | None:
    given = _filled(
        citation=document.publisher, url=document.url, title=document.title, language=document.language, publication=document.published
    )
    return given or None


def _link(link: SourceLink, text: str) -> dict[str, Any]:
    return _filled(kind=link.kind, name=link.name, country=link.country, ownership=link.ownership, words=_words(link.span, text))


def _words(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None
