"""One row a directed pair, for formats that know no groups; and the day that a row needs."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ontherecord.records import Actor, Event, Record
from ontherecord.spans import Span

# A meeting of five is 20 directed pairs, one of a G20 would be 380. Past this only pairs with the first-named party are written.
MOST_PAIRS = 20

NO_DAY = "no day: neither the event nor the document has a date"
NOBODY = "nobody: the event names neither actor nor recipient"
NOT_SO = "told as not having happened (future, hypothetical or negation), for which the format has no column"


@dataclass(frozen=True, slots=True)
class Row:
    """An event between two of its parties on a day; `recipient` is None when nobody is told, `actor` too."""

    record: Record
    event: Event
    day: dt.date
    actor: Actor | None
    recipient: Actor | None
    number: int

    @property
    def id(self) -> int:
        """56 bits of hash, the same in every export, which fit a database's BIGINT."""
        name = f"{self.record.id} {self.event.id} {self.number}"
        return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=7).digest())


def day_of(record: Record, event: Event) -> dt.date | None:
    """The first day of the event's date, else the day of publication, since the formats want a day.

    Not so for what is told as long past ("historical"): without a date of its own it has no day. What is announced happens
    when it is said, so a date after publication gives way to that of publication.
    """
    published = record.document.published_on
    if event.date is None:
        return published if event.aux != "historical" else None
    if event.aux == "future" and published:
        return min(event.date.start, published)
    return event.date.start


def told_as_fact(event: Event) -> bool:
    """Whether a format without auxiliary modes may hold the event. An act in words about the future (AGREE to a visit) has happened."""
    return event.aux in (None, "historical") or (event.aux == "future" and event.quad.startswith("verbal"))


def pairs(record: Record, event: Event) -> Sequence[tuple[Actor | None, Actor | None]]:
    """Directed pairs of parties. Those of a meeting, which PLOVER keeps as actors without recipient, are paired both ways."""
    actors, recipients = _parties(record, event.actors), _parties(record, event.recipients)
    if recipients:
        if len(actors) * len(recipients) > MOST_PAIRS:
            return [(a, recipients[0]) for a in actors] + [(actors[0], r) for r in recipients[1:]]
        return [(a, r) for a in actors for r in recipients] or [(None, r) for r in recipients]
    if len(actors) < 2:
        return [(a, None) for a in actors]
    if len(actors) * (len(actors) - 1) > MOST_PAIRS:
        return [pair for other in actors[1:] for pair in ((actors[0], other), (other, actors[0]))]
    return [(a, b) for a in actors for b in actors if a is not b]


def _parties(record: Record, ids: tuple[str, ...]) -> list[Actor]:
    """The actors, one for each country (or name) and sector: a country and its minister do not make two dyads, but army and court do."""
    known = {a.id: a for a in record.actors}
    found: dict[tuple[str, str | None], Actor] = {}
    for actor in (known[i] for i in ids if i in known):
        found.setdefault((actor.country or actor.name, actor.sector), actor)
    return list(found.values())


def rows(record: Record, left_out: dict[str, int]) -> Iterator[Row]:
    """The record's events as directed pairs; what cannot be one is counted in `left_out` by its reason."""
    for event in record.events:
        day, parties = day_of(record, event), pairs(record, event)
        if day is None or not parties or not told_as_fact(event):
            reason = NOT_SO if not told_as_fact(event) else NO_DAY if day is None else NOBODY
            left_out[reason] = left_out.get(reason, 0) + 1
            continue
        for number, (actor, recipient) in enumerate(parties, 1):
            yield Row(record, event, day, actor, recipient, number)


def first_words(record: Record, actor: Actor | None, within: Span | None = None) -> Span | None:
    """The actor's first mention, in the given span if there is one."""
    mentions = actor.mentions if actor else ()
    return next((m for m in mentions if within and within.covers(m)), None) or next(iter(mentions), None)
