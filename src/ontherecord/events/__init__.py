"""What happened? Events coded in PLOVER by a phrase lexicon over grammar."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ontherecord.actors.cast import Cast
from ontherecord.dates import When
from ontherecord.events.company import address
from ontherecord.events.find import Dropped, Finder
from ontherecord.events.merge import merged
from ontherecord.events.records import Told, Writer
from ontherecord.language import Grammar
from ontherecord.records import SourceLink, Statement

__all__ = ["Dropped", "Found", "Told", "find", "merged"]


@dataclass(frozen=True, slots=True)
class Found:
    """The events of a document as told, one a telling, and the words that were looked at and left out."""

    told: tuple[Told, ...]
    dropped: tuple[Dropped, ...]


def find(
    grammar: Grammar, cast: Cast, statements: Sequence[Statement], when: When, chain: Callable[[int], tuple[SourceLink, ...]]
) -> Found:
    """All events of a parsed document. `chain(i)` gives the sources that vouch for what token i tells."""
    innermost = _innermost(grammar, statements)

    def speakers(i: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        statement = innermost[i]
        if statement is None or statement.speaker is None:
            return (), ()
        return (statement.speaker,), statement.addressees

    finder = Finder(grammar, cast, speakers)
    frames = finder.frames()
    address(frames, cast, lambda i: innermost[i] is not None)
    told = Writer(grammar, cast, when, chain).write(frames)
    return Found(tuple(told), tuple(finder.dropped))


def _innermost(grammar: Grammar, statements: Sequence[Statement]) -> list[Statement | None]:
    """For each token the innermost statement whose content holds it."""
    of: list[Statement | None] = [None] * len(grammar.tokens)
    starts = [t.start for t in grammar.tokens]
    widest_first = sorted(statements, key=lambda s: -sum(len(c) for c in s.content))
    for statement in widest_first:
        for span in statement.content:
            for i in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                of[i] = statement
    return of
