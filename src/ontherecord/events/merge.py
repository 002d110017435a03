"""Several tellings of one event inside a document are one event with several mentions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from ontherecord.ontology import TYPES
from ontherecord.records import Event, Interval

# Types of which one sentence tells one, whatever number of words it takes.
JUDGING = {"ACCUSE", "SUPPORT"}
Countries = Callable[[tuple[str, ...]], set[str]]


def merged(
    events: Iterable[Event],
    countries: Countries,
    *,
    phrases: Mapping[str, str] | None = None,
    states: Callable[[str], bool] = lambda _: False,
) -> list[Event]:
    """Joins tellings, in order: the first one found keeps its id and trigger and takes in what later ones know more.

    Two tellings are one event when type, auxiliary mode and the countries on both sides agree, modes and dates do not
    contradict each other, and they are about the same: the same issue, or the same phrase of the lexicon (`phrases` names it by
    event id), or (for a CONSULT) the same company. `states` tells of an actor whether it is a country as such, which leaves the event
    where somebody of that country is known to take part.
    """
    by = phrases or {}
    kept: list[Event] = []
    for event in events:
        home = next((n for n, other in enumerate(kept) if _same(other, event, countries, by.get(other.id) == by.get(event.id, ""))), None)
        if home is None:
            kept.append(event)
        else:
            kept[home] = _joined(kept[home], event)
    return [_persons(e, countries, states) for e in kept]


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


def _joined(first: Event, later: Event) -> Event:
    """The narrower date, the mode that is known, everybody who takes part, all words that tell it."""
    dates = [d for d in (first.date, later.date) if d is not None]
    return replace(
        first,
        mode=first.mode or later.mode,
        actors=tuple(dict.fromkeys(first.actors + later.actors)),
        recipients=tuple(dict.fromkeys(r for r in first.recipients + later.recipients if r not in first.actors + later.actors)),
        contexts=tuple(dict.fromkeys(first.contexts + later.contexts)),
        date=min(dates, key=lambda d: d.end - d.start) if dates else None,
        place=first.place or later.place,
        amounts=first.amounts or later.amounts,
        issues=tuple(dict.fromkeys(first.issues + later.issues)),
        mentions=tuple(sorted(set(first.mentions + later.mentions))),
        according_to=max(first.according_to, later.according_to, key=len),  # the fuller account of who vouches
        confidence=round(1 - (1 - first.confidence) * (1 - later.confidence) ** 0.5, 3),
    )
