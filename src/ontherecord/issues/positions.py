"""Positions: what an actor holds over time, from stative verbs, nouns and adjectives. An event is not a position."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ontherecord.actors.cast import Cast
from ontherecord.issues.changes import changed
from ontherecord.issues.find import Issues
from ontherecord.issues.holding import Held, PositionFinder
from ontherecord.issues.taxonomy import country_names, slug
from ontherecord.language import Grammar, Parsed
from ontherecord.records import Position, SourceLink, Statement


def positions(
    parsed: Parsed,
    grammar: Grammar,
    cast: Cast,
    statements: Sequence[Statement],
    chain_at: Callable[[int], tuple[SourceLink, ...]],
    found: Issues,
) -> tuple[Position, ...]:
    """The standing positions that a document tells, in order of place; told twice, a position counts once, where it is told first.

    `chain_at` gives the source chain of a token.
    """
    finder = PositionFinder(parsed, grammar, cast)
    held = changed(list(finder.find()), finder)
    return _records(sorted(held, key=lambda h: (h.first, h.i)), parsed, cast, chain_at, found)


def _records(
    held: Sequence[Held], parsed: Parsed, cast: Cast, chain_at: Callable[[int], tuple[SourceLink, ...]], found: Issues
) -> tuple[Position, ...]:
    told: dict[tuple[str, str, str, bool], Position] = {}
    for h in held:
        words = " ".join(parsed.span(h.target.first, h.target.last).of(parsed.text).split())
        what = h.target.actor or words
        key = (h.holder, h.stance, what.lower(), h.affirmed)
        if key in told:
            told[key] = replace(told[key], change=told[key].change or h.change)
            continue
        evidence = parsed.span(h.first, h.last)
        issues = _issues(h, cast, found)
        told[key] = Position(f"p{len(told) + 1}", h.holder, h.stance, what, h.affirmed, h.change, evidence, chain_at(h.i), issues)
    return tuple(told.values())


def _issues(h: Held, cast: Cast, found: Issues) -> tuple[str, ...]:
    """Issues that the words name, and those of the countries that the position is about ("to annex it")."""
    known = {i.id for i in found.issues}
    meant = [m for i in range(h.target.first, h.target.last + 1) if (m := cast.at(i)) is not None]
    codes = cast.countries(a for m in meant for a in m.actors) - cast.countries([h.holder])
    countries = [id_ for code in sorted(codes) if (id_ := slug(country_names().get(code, code))) in known]
    return tuple(dict.fromkeys([*found.at(h.first, h.last), *countries]))
