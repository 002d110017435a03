"""POLECAT's 40 columns. One row an event: parties of one side share a cell, in the same order in each of its columns.

`Event Date` is required: the first day of the event's date, else the day of publication. There is no column for auxiliary modes, so what
did not happen is left out. Columns for what a record does not hold (city, district, Wikipedia ids, story lists) stay empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from ontherecord.formats.columns import POLECAT
from ontherecord.formats.countries import names_of
from ontherecord.formats.dyads import NO_DAY, NOT_SO, day_of, first_words, told_as_fact
from ontherecord.formats.tables import line
from ontherecord.records import Actor, Event, Record


def lines(record: Record, left_out: dict[str, int], *, coder: str) -> list[str]:
    found = []
    for event in record.events:
        day = day_of(record, event)
        if not told_as_fact(event) or day is None:
            reason = NO_DAY if told_as_fact(event) else NOT_SO
            left_out[reason] = left_out.get(reason, 0) + 1
            continue
        found.append(line(POLECAT, _event(record, event) | {"Event Date": day.isoformat(), "Version": coder}))
    return found


def _event(record: Record, event: Event) -> dict[str, object]:
    people = {a.id: a for a in record.actors}
    document, place = record.document, event.place
    values: dict[str, object] = {
        "Event ID": f"{record.id}-{event.id}",
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": event.score,
        "Quad Code": event.quad.upper(),
        "Contexts": event.contexts,
        "Source": document.publisher,
        "Publication Date": document.published_on,
        "Language": document.language,
    }
    if place is not None:
        values |= {"Placename": place.name, "Raw Placename": place.name, "Country": place.country}
        values |= {"Latitude": place.lat, "Longitude": place.lon, "GeoNames ID": place.geonames}
    return (
        values
        | _side(record, "Actor", [people[i] for i in event.actors])
        | _side(record, "Recipient", [people[i] for i in event.recipients])
    )


def _side(record: Record, side: str, parties: Sequence[Actor]) -> dict[str, object]:
    words = [first_words(record, p) for p in parties]
    return {
        f"{side} Name": [p.name for p in parties],
        f"{side} Country": [p.country for p in parties],
        f"{side} COW": [names_of(p.country).cow for p in parties],
        f"Primary {side} Sector": parties[0].sector if parties else None,
        f"{side} Sectors": [p.sector for p in parties],
        f"{side} Title": [p.role for p in parties],
        f"{side} Name Raw": [w.of(record.document.text) if w else None for w in words],
    }
