"""Small records for tests of what is done with many: a report is its sentences, each with the event that it tells."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ontherecord.ontology import quad, score
from ontherecord.records import Actor, Amount, Document, Event, Interval, Issue, Place, Record, SourceLink, Statement, document_id
from ontherecord.spans import Span


@dataclass(frozen=True, slots=True)
class Tell:
    """A sentence and the event in it. Parties are "CHL", "CHL Rojas" or, without a country, "~gunmen"; days are ISO.

    `said_by` makes the sentence a statement of that party, or, as "outlet NAME", the account of that country's state outlet.
    """

    sentence: str
    type: str | None = "CONSULT"
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    day: str | None = None
    until: str | None = None
    aux: str | None = None
    issues: tuple[str, ...] = ()
    place: str | None = None
    amounts: tuple[tuple[str, float], ...] = ()
    said_by: str | None = None
    trigger: str | None = None


def report(
    *tells: Tell,
    published: str | None = "2026-03-03",
    publisher: str | None = None,
    state: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Record:
    """A record of the sentences. `state` is the country whose state outlet the publisher is."""
    text = " ".join(t.sentence for t in tells)
    document = Document(text, title=title, published=published, publisher=publisher, url=url)
    base = (SourceLink("publisher", publisher, state, "state" if state else None),) if publisher else ()
    cast: dict[str, Actor] = {}
    events, statements, mentions = [], [], {}
    for tell in tells:
        span = Span(text.index(tell.sentence), text.index(tell.sentence) + len(tell.sentence))
        chain = base + _said(tell.said_by, cast)
        told = _event(tell, f"e{len(events) + 1}", text, span, cast, chain) if tell.type else None
        if told:
            events.append(told)
        if tell.said_by:
            made = (told.id,) if told else ()
            speaker = None if tell.said_by.startswith("outlet ") else _ids((tell.said_by,), cast)[0]
            statements.append(Statement(f"s{len(statements) + 1}", speaker, (), "indirect", (span,), None, None, chain, tell.issues, made))
        for issue in tell.issues:
            word = text.index(issue, span.start, span.end)
            mentions.setdefault(issue, []).append(Span(word, word + len(issue)))
    between = tuple(sorted({a.country for a in cast.values() if a.country}))
    issues = tuple(Issue(i, i, tuple(spans), between) for i, spans in mentions.items())
    return Record(document_id(document), document, tuple(cast.values()), tuple(events), tuple(statements), (), issues)


def _said(who: str | None, cast: dict[str, Actor]) -> tuple[SourceLink, ...]:
    if not who:
        return ()
    if who.startswith("outlet "):
        _, country, name = who.split(" ", 2)
        return (SourceLink("outlet", name, country, "state"),)
    actor = cast[who] if who in cast else cast[_add(who, cast)]
    return (SourceLink("actor", actor.name, actor.country, None, actor.id),)


def _add(who: str, cast: dict[str, Actor]) -> str:
    country, _, name = who.partition(" ")
    known = {"CHL": "Chile", "NOR": "Norway", "NGA": "Nigeria", "KEN": "Kenya", "JPN": "Japan", "USA": "United States"}
    called = who[1:] if who.startswith("~") else name or known.get(country, country)
    cast[who] = Actor(f"a{len(cast) + 1}", called, None if who.startswith("~") else country, "GOV")
    return who


def _ids(parties: tuple[str, ...], cast: dict[str, Actor]) -> tuple[str, ...]:
    return tuple(cast[p if p in cast else _add(p, cast)].id for p in parties)


def _event(tell: Tell, id_: str, text: str, span: Span, cast: dict[str, Actor], chain: tuple[SourceLink, ...]) -> Event:
    type_ = tell.type or ""
    word = tell.trigger or tell.sentence.split()[1]
    start = text.index(word, span.start)
    trigger = Span(start, start + len(word))
    day = dt.date.fromisoformat(tell.day) if tell.day else None
    date = Interval(day, dt.date.fromisoformat(tell.until) if tell.until else day) if day else None
    return Event(
        id_, type_, tell.mode, (), _ids(tell.actors, cast), _ids(tell.recipients, cast), tell.aux, date,
        Place(tell.place) if tell.place else None, tuple(Amount(v, u, trigger) for u, v in tell.amounts), tell.issues,
        quad(type_), score(type_, tell.mode), trigger, span, (trigger,), chain, 0.8,
    )  # fmt: skip
