"""What stands outside a document's text and tells of which country it is: its title, its publisher's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ontherecord.actors.registry import Registry, Sense
from ontherecord.actors.spelling import fold

WORD = re.compile(r"[^\W_][\w.'’]*(?:-[^\W_][\w.'’]*)*")
LONGEST_NAME = 6
NATIONS = frozenset({"country", "adjective", "people", "capital", "seat", "place", "national"})
# Outlets that tell of all the world, whosever they are.
EVERYWHERE = frozenset({"agency", "platform"})


def words_of(text: str) -> list[str]:
    return [w.removesuffix("'s").removesuffix("’s") for w in WORD.findall(text)]


def senses_of(registry: Registry, words: list[str], first: int, behind: int) -> tuple[Sense, ...]:
    """What the words from `first` to before `behind` can mean together."""
    return registry.names.get(fold(" ".join(words[first:behind])), ())


def names_of(registry: Registry, words: list[str]) -> Iterator[tuple[int, int, Sense]]:
    """(first word, behind its last, likeliest sense) of every name of the registry, the longest first."""
    i = 0
    while i < len(words):
        step = 1
        for j in range(min(i + LONGEST_NAME, len(words)), i, -1):
            senses = [s for s in senses_of(registry, words, i, j) if not s.ambiguous or s.kind == "country"]
            if senses:
                yield i, j, senses[0]
                step = j - i
                break
        i += step


def countries_of(registry: Registry, text: str | None) -> set[str]:
    """Countries that a title names, by themselves, their people, their towns and bodies."""
    found = (s.country for _, _, s in names_of(registry, words_of(text or "")) if s.kind in NATIONS)
    return {c for c in found if c is not None and c in registry.countries}


def country_of_publisher(registry: Registry, name: str | None) -> str | None:
    """The country that an outlet is of, or that its name tells; None for agencies and platforms, which report from everywhere."""
    outlet = next((s for s in registry.names.get(fold(name or ""), ()) if s.kind == "outlet"), None)
    if outlet is not None:
        return outlet.country if outlet.kinds.isdisjoint(EVERYWHERE) else None
    told = countries_of(registry, name)
    return told.pop() if len(told) == 1 else None
