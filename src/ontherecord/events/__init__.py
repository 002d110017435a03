"""What happened? Events coded in PLOVER by a phrase lexicon over grammar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ontherecord.actors.cast import Cast
from ontherecord.dates import When
from ontherecord.events.choice import CODERS, chosen, in_use, use_coder
from ontherecord.events.find import Finder
from ontherecord.events.judging import judged
from ontherecord.events.likeness import Alike, Reading, reading
from ontherecord.events.merge import consequents, merged
from ontherecord.events.operators import Dropped
from ontherecord.events.records import Told, Writer
from ontherecord.events.sides import settle
from ontherecord.events.spoken import Speakers
from ontherecord.language import Grammar
from ontherecord.records import SourceLink, Statement

__all__ = [
    "CODERS",
    "Alike",
    "Dropped",
    "Found",
    "Reading",
    "Told",
    "chosen",
    "consequents",
    "find",
    "merged",
    "reading",
    "speakers",
    "use_coder",
]


@dataclass(frozen=True, slots=True)
class Found:
    """The events of a document as told, one a telling, and the words that were looked at and left out."""

    told: tuple[Told, ...]
    dropped: tuple[Dropped, ...]


def find(
    grammar: Grammar,
    cast: Cast,
    innermost: Sequence[Statement | None],
    when: When,
    chain: Callable[[int], tuple[SourceLink, ...]],
    published: dt.date | None,
) -> Found:
    """All events of a parsed document.

    `innermost[i]` is the statement in whose words token i stands, `chain(i)` the sources that vouch for what it tells.
    """
    finder = Finder(grammar, cast, speakers(innermost))
    coder = in_use()
    frames = judged(finder, coder) if coder is not None else finder.frames()
    settle(frames, finder.parties.spoken)
    told = Writer(grammar, cast, when, chain, published).write(frames)
    return Found(tuple(told), tuple(finder.dropped))


def speakers(innermost: Sequence[Statement | None]) -> Speakers:
    """Who speaks a token, and to whom: actor ids; nobody where no statement holds it."""

    def at(i: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        statement = innermost[i]
        if statement is None or statement.speaker is None:
            return (), ()
        return (statement.speaker,), statement.addressees

    return at
