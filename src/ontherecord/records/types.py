"""The record types. Frozen and slotted; ids are local to one record ("a1", "e1", "s1", "p1")."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from ontherecord.spans import Span

PartKind = Literal["title", "dateline", "byline", "caption", "credit", "story", "other"]
Aux = Literal["historical", "future", "hypothetical", "negation"]
Form = Literal["direct", "indirect", "mixed"]
Change = Literal["hardened", "softened", "new", "dropped"]
LinkKind = Literal["publisher", "agency", "outlet", "platform", "actor"]
Ownership = Literal["state", "private", "public"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document's text and what it is: a paragraph of the story, its title, a dateline, a caption."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One report as published. `text` is exactly as it was read; `parts` tell the story from what stands around it.

    `published` is an ISO date or datetime; `language` an ISO 639-1 code. `source` is the path or address that it was read from
    and takes no part in the id.
    """

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    agency: str | None = None
    dateline: str | None = None
    published: str | None = None
    language: str | None = None
    parts: tuple[Part, ...] = ()
    source: str = "<text>"

    @property
    def published_on(self) -> dt.date | None:
        """The day of publication, in the time zone that `published` states."""
        return dt.date.fromisoformat(self.published[:10]) if self.published else None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body or country; `country` is ISO 3166 alpha-3 or a PLOVER international code, None where it cannot be told."""

    id: str
    name: str
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    wikidata: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day (both inclusive) of when something happened, and the words that say so."""

    start: dt.date
    end: dt.date
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A number told of an event. `unit` is an ISO 4217 code for money, else "killed", "wounded", "people", "arms", …"""

    value: float
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class SourceLink:
    """One link of a source chain. `actor` is an actor id of the same record; `anonymous` marks sources that are not named."""

    kind: LinkKind
    name: str
    country: str | None = None
    ownership: Ownership | None = None
    actor: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What the document tells that somebody did, coded in PLOVER.

    `trigger` is the word that tells it first and best, `mentions` all words of the document that tell it, in order.
    """

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    aux: Aux | None
    date: Interval | None
    place: Place | None
    amounts: tuple[Amount, ...]
    issues: tuple[str, ...]
    quad: str
    score: float
    trigger: Span
    evidence: Span
    mentions: tuple[Span, ...]
    according_to: tuple[SourceLink, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody is reported to have said. `source` is the span of the words that name the speaker here."""

    id: str
    speaker: str | None
    addressees: tuple[str, ...]
    form: Form
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    according_to: tuple[SourceLink, ...]
    issues: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Position:
    """What an actor holds over time. `object` is an actor id or plain words."""

    id: str
    holder: str
    stance: str
    object: str
    affirmed: bool
    change: Change | None
    evidence: Span
    according_to: tuple[SourceLink, ...]
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """A matter between countries. `between` holds country codes, sorted."""

    id: str
    label: str
    mentions: tuple[Span, ...] = ()
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was found and not coded, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """All that one document yields."""

    id: str
    document: Document
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    issues: tuple[Issue, ...] = ()
    refused: tuple[Refusal, ...] = field(default=())
