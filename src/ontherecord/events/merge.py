"""Several tellings of one event inside a document are one event with several mentions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from ontherecord.events.frames import Frame
from ontherecord.language import Grammar
from ontherecord.ontology import TYPES
from ontherecord.records import Event, Interval
from ontherecord.spans import Span

# Types of which one sentence tells one, whatever number of words it takes.
JUDGING = {"ACCUSE", "SUPPORT"}
# Types of deeds, of which a participle behind tells what came of one.
DEEDS = {"ASSAULT", "COERCE", "PROTEST", "SANCTION", "MOBILIZE"}
Ids = tuple[str, ...]
Countries = Callable[[Ids], set[str]]


def merged(
    events: Iterable[Event],
    countries: Countries,
    *,
    phrases: Mapping[str, str] | None = None,
    states: Callable[[str], bool] = lambda _: False,
    with_: Mapping[str, str] | None = None,
    title: Span | None = None,
) -> list[Event]:
    """Joins tellings, in order: the first one found keeps its id and trigger and takes in what later ones know more.

    Two tellings are one event when type, auxiliary mode and the countries on both sides agree, modes and dates do not
    contradict each other, and they are about the same: the same issue, or the same phrase of the lexicon (`phrases` names it by
    event id), or (for a CONSULT) the same company; so are an event and what it is told together `with_` (ids), and what the `title` tells
    and the first telling of the text that agrees with it. `states` tells of an actor whether it is a country as such, which leaves the
    event where somebody of that country is known to take part.
    """
    by, beside = phrases or {}, with_ or {}
    kept: list[Event] = []
    place: dict[str, int] = {}
    for event in events:
        home = place.get(beside.get(event.id, ""))
        alike = (n for n, other in enumerate(kept) if _same(other, event, countries, by.get(other.id) == by.get(event.id, "")))
        home = next(alike, None) if home is None else home
        if home is None and title is not None and not title.covers(event.trigger):
            home = next((n for n, other in enumerate(kept) if _headlined(other, event, countries, title)), None)
        if home is None:
            kept.append(event)
        else:
            kept[home] = _joined(kept[home], event, countries, states)
        place[event.id] = len(kept) - 1 if home is None else home
    return [_persons(e, countries, states) for e in kept]


def consequents(frames: Mapping[str, Frame], grammar: Grammar) -> dict[str, str]:
    """Ids of events that say what came of a deed of the same type, each with that deed's id: "shelled the town, KILLING six"."""
    by_clause = {f.clause: (id_, f) for id_, f in frames.items()} | {f.trigger: (id_, f) for id_, f in frames.items()}
    found = {}
    for id_, frame in frames.items():
        token = grammar.tokens[frame.clause]
        if (
            frame.type not in DEEDS
            or token.dep != "advcl"
            or token.tag != "VBG"
            or grammar.children(token.i, "nsubj", "mark", "aux", "auxpass")
        ):
            continue
        for above in (token.head, grammar.first_conjunct(token.head)):
            deed = by_clause.get(above)
            if deed and deed[0] != id_ and deed[1].type == frame.type and set(frame.actors) <= set(deed[1].actors):
                found[id_] = deed[0]
                break
    return found


def _headlined(first: Event, event: Event, countries: Countries, title: Span) -> bool:
    """Whether a title's event is told by an event of the text: of the same countries as far as both name them, and not told yet."""
    if not title.covers(first.trigger) or any(not title.covers(m) for m in first.mentions) or first.type != event.type:
        return False
    if first.aux != event.aux or (first.mode and event.mode and first.mode != event.mode) or not _dates_meet(first.date, event.date):
        return False
    here, there = countries(first.actors), countries(event.actors)
    to, at = countries(first.recipients), countries(event.recipients)
    return bool(here) and here == there and len(here | to | at) > 1 and (not to or not at or bool(to & at))


def _persons(event: Event, countries: Countries, states: Callable[[str], bool]) -> Event:
    """A meeting of its people: "Slovakia" beside its premier says nothing more."""
    present = countries(tuple(a for a in event.actors if not states(a)))
    actors = tuple(a for a in event.actors if not (states(a) and countries((a,)) <= present))
    others = tuple(r for r in event.recipients if not (states(r) and countries((r,)) <= present))
    return replace(event, actors=actors, recipients=others) if event.type == "CONSULT" else event


def _same(a: Event, b: Event, countries: Countries, same_phrase: bool) -> bool:
    if a.type != b.type or a.aux != b.aux or (a.mode and b.mode and a.mode != b.mode) or not _dates_meet(a.date, b.date):
        return False
    if a.amounts and b.amounts and {(x.value, x.unit) for x in a.amounts} != {(x.value, x.unit) for x in b.amounts}:
        return False
    if a.type == "CONSULT":
        here, there = countries(a.actors + a.recipients), countries(b.actors + b.recipients)
        shared = bool(set(a.actors) & set(b.actors))
        if len(here) < 2:  # at home two talks are one when all who take part do in both
            return len({*a.actors, *a.recipients}) > 1 and {*a.actors, *a.recipients} == {*b.actors, *b.recipients}
        return here == there and (shared or "visit" not in (a.mode, b.mode))
    if not _parties_meet(a, b, countries) or _told_by_both(a, b):
        return False
    if same_phrase and a.evidence == b.evidence and a.mode == b.mode and set(a.recipients) == set(b.recipients):
        return True  # "boarded and seized a trawler"
    if a.type in JUDGING and a.evidence == b.evidence and a.mode == b.mode and set(a.recipients) == set(b.recipients):
        return True  # "called it unacceptable" judges once
    if same_phrase and TYPES[a.type].quad.startswith("verbal") and (a.issues == b.issues or not (a.issues and b.issues)):
        return True
    return bool(set(a.issues) & set(b.issues)) and a.evidence != b.evidence


def _told_by_both(a: Event, b: Event) -> bool:
    """Whether two sides vouch for them, each for its own telling: both accounts are kept, and the linker joins them."""
    here, there = ({x.country for x in e.according_to if x.kind == "actor" and x.country} for e in (a, b))
    return bool(here and there) and here.isdisjoint(there)


def _parties_meet(a: Event, b: Event, countries: Countries) -> bool:
    for left, right in ((a.actors, b.actors), (a.recipients, b.recipients)):
        if set(left) == set(right):
            continue
        here, there = countries(left), countries(right)
        if not here or here != there:
            return False
    abroad = countries(a.actors) != countries(a.recipients) and bool(a.recipients)
    return abroad or bool(set(a.actors) & set(b.actors))  # at home two sides are two people, not one country


def _dates_meet(a: Interval | None, b: Interval | None) -> bool:
    return a is None or b is None or (a.start <= b.end and b.start <= a.end)


def _side(one: Ids, other: Ids, countries: Countries, states: Callable[[str], bool]) -> Ids:
    """Who stands on one side by either telling; a bare state that is told in one goes where the other names its people."""
    vague = {
        s
        for mine, theirs in ((one, other), (other, one))
        for s in mine
        if states(s) and s not in theirs and any(not states(o) and countries((o,)) == countries((s,)) for o in theirs if o not in mine)
    }
    return tuple(a for a in dict.fromkeys(one + other) if a not in vague)


def _joined(first: Event, later: Event, countries: Countries, states: Callable[[str], bool]) -> Event:
    """The narrower date, the mode that is known, everybody who takes part, all words that tell it."""
    actors = _side(first.actors, later.actors, countries, states)
    dates = [d for d in (first.date, later.date) if d is not None]
    return replace(
        first,
        mode=first.mode or later.mode,
        actors=actors,
        recipients=tuple(r for r in _side(first.recipients, later.recipients, countries, states) if r not in first.actors + later.actors),
        contexts=tuple(dict.fromkeys(first.contexts + later.contexts)),
        date=min(dates, key=lambda d: d.end - d.start) if dates else None,
        place=first.place or later.place,
        amounts=first.amounts or later.amounts,
        issues=tuple(dict.fromkeys(first.issues + later.issues)),
        mentions=tuple(sorted(set(first.mentions + later.mentions))),
        according_to=max(first.according_to, later.according_to, key=len),  # the fuller account of who vouches
        confidence=round(1 - (1 - first.confidence) * (1 - later.confidence) ** 0.5, 3),
    )
