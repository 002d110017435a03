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
    finder = PositionFinder(parsed, grammar, cast, lambda i: _speaking(chain_at(i), parsed.quote_of[i] >= 0, cast))
    held = changed(list(finder.find()), finder)
    return _records(_resolved(sorted(held, key=lambda h: (h.first, h.i)), finder), parsed, cast, chain_at, found)


def _speaking(chain: Sequence[SourceLink], quoted: bool, cast: Cast) -> str | None:
    """The actor whose words they are: the last of the chain; outside quotation marks else the country whose government published them."""
    if chain and chain[-1].actor is not None:
        return chain[-1].actor
    home = next((link.country for link in chain if link.ownership == "state" and link.country), None)
    if quoted or home is None:
        return None
    return next((a.id for a in cast.actors if a.country == home and cast.is_country(a.id)), None)


def _resolved(held: Sequence[Held], finder: PositionFinder) -> list[Held]:
    """Without bare pronouns: "them" means what the position told before it is about, else nothing can be said."""
    found: list[Held] = []
    for h in held:
        if not finder.targets.bare(h.target):
            found.append(h)
        elif found and _near(found[-1], h, finder) and finder.targets.meant(h.target, found[-1].target):
            before = found[-1].target
            found.append(replace(h, target=replace(h.target, first=before.first, last=before.last, actor=before.actor)))
    return [h for h in found if h.holder != h.target.actor]


def _near(before: Held, h: Held, finder: PositionFinder) -> bool:
    """Told by the same sentence or the one before."""
    return 0 <= finder.tokens[h.i].sent - finder.tokens[before.i].sent <= 1


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
