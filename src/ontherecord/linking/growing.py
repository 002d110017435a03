"""Linking anew only what new tellings can change.

A telling's ties are settled by the blocks that it stands in. So all tellings of the blocks that new ones touch may change, with all that
hangs together with them; nothing else can. The answer is the one that linking everything gives.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from ontherecord.linking.candidates import ANY_WEEK, Block, blocks, components
from ontherecord.linking.tellings import Telling

Key = tuple[str, str]
TWO_DAYS = dt.timedelta(days=2)
# Two parties (the same twice where a block has one only), the first day and the last.
Search = tuple[str, str, dt.date, dt.date]


def touched(new: Iterable[Telling], look_up: Callable[[list[Search]], Iterable[Telling]]) -> list[list[Telling]]:
    """The components that new tellings can have changed, whole. `look_up` gives all tellings of two parties (a country code, or "~" and a
    name) between two days, and may give more.
    """
    known = {_key(t): t for t in new}
    changed, whole = {b for t in known.values() for b in blocks(t)}, set[Block]()
    wanted = set(changed)
    while True:
        known |= {_key(t): t for t in look_up(_searches(wanted))}
        whole |= wanted
        parts = _parts(list(known.values()), changed)
        wanted = {b for part in parts for t in part for b in blocks(t)} - whole
        if not wanted:
            return parts


def _key(telling: Telling) -> Key:
    return telling.document, telling.event


def _parts(universe: Sequence[Telling], changed: set[Block]) -> list[list[Telling]]:
    """The components with a member in a changed block."""
    ordered = sorted(universe, key=lambda t: t.key)
    parts = [[ordered[i] for i in component] for component in components(ordered)]
    return [part for part in parts if any(not changed.isdisjoint(blocks(t)) for t in part)]


def _searches(wanted: Iterable[Block]) -> list[Search]:
    """A search for the parties of each block and each run of weeks."""
    weeks: dict[str, set[int]] = {}
    for _, who, week in wanted:
        weeks.setdefault(who, set()).add(week)
    return [(*_parties(who), first, last) for who, of in sorted(weeks.items()) for first, last in _runs(of)]


def _parties(who: str) -> tuple[str, str]:
    """Of a block: two codes or names, or one twice."""
    one, _, other = who.partition("\t")
    return one, other or one


def _runs(weeks: set[int]) -> Iterable[tuple[dt.date, dt.date]]:
    if ANY_WEEK in weeks:
        yield dt.date.min, dt.date.max
        return
    ordered = sorted(weeks)
    first = last = ordered[0]
    for week in ordered[1:]:
        if week > last + 1:
            yield _day(first), _day(last + 1) + TWO_DAYS
            first = week
        last = week
    yield _day(first), _day(last + 1) + TWO_DAYS


def _day(week: int) -> dt.date:
    """The first day of a block's week, and one before it since blocks reach a day further on both sides."""
    return dt.date.fromordinal(max(1, week * 7 - 1))
