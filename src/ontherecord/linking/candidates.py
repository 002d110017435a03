"""Which tellings are compared: those of one family that share a pair of parties and a week."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ontherecord.linking.scoring import ENOUGH, fit
from ontherecord.linking.tellings import Telling

Block = tuple[str, str, int]
# A company of more than this is known by its first parties in order of code: 15 pairs, not the 190 of a G20.
MOST_PARTIES = 6
# What can have been at any time in more than so many weeks is compared with its like only.
MOST_WEEKS = 12
ANY_WEEK = -1
# Blocks of more tellings than this are busy; in them a word that at most so many have tells them apart.
BUSY, FEW = 60, 12


def blocks(x: Telling) -> list[Block]:
    """Where a telling looks for its like: family, parties, week."""
    return [(x.family, who, week) for who in _pairs(x) for week in _weeks(x)]


def _pairs(x: Telling) -> list[str]:
    parties = sorted(x.parties)
    if len(parties) < 2:
        return parties or ["nobody"]
    pairs = [f"{a}\t{b}" for a, b in itertools.combinations(parties[:MOST_PARTIES], 2)]
    # "Gunmen" in one report are a named group in another: such events meet by the country that they share.
    if any(p.startswith("~") for p in parties):
        pairs += [p for p in parties if not p.startswith("~")]
    return pairs


def _weeks(x: Telling) -> range | list[int]:
    if x.first is None or x.last is None:
        return [ANY_WEEK]
    first, last = (x.first.toordinal() - 1) // 7, (x.last.toordinal() + 1) // 7
    return range(first, last + 1) if last - first <= MOST_WEEKS else [ANY_WEEK]


def pairs(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs of positions that share a block, each once. In a busy block only those are paired that share a word which few others of the
    block have, or stand next to each other by day and trigger: so the cost grows with the number of tellings, not with its square.
    """
    holding: dict[Block, list[int]] = defaultdict(list)
    for n, x in enumerate(tellings):
        for block in blocks(x):
            holding[block].append(n)
    seen: set[int] = set()
    for members in holding.values():
        found = itertools.combinations(members, 2) if len(members) <= BUSY else _likely(members, tellings)
        for i, j in found:
            pair = min(i, j) * len(tellings) + max(i, j)
            if pair not in seen:
                seen.add(pair)
                yield min(i, j), max(i, j)


def _likely(members: Sequence[int], tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    having: dict[str, list[int]] = defaultdict(list)
    for n in members:
        for word in tellings[n].words:
            having[word].append(n)
    for some in having.values():
        if len(some) <= FEW:
            yield from itertools.combinations(some, 2)
    ordered = sorted(members, key=lambda n: (tellings[n].first or dt.date.max, tellings[n].trigger, tellings[n].key))
    for place, n in enumerate(ordered):
        yield from ((n, other) for other in ordered[place + 1 : place + FEW])


def components(tellings: Sequence[Telling]) -> list[list[int]]:
    """Positions of tellings that hang together by pairs which fit, in order of their first member."""
    parent = list(range(len(tellings)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in pairs(tellings):
        a, b = root(i), root(j)
        if a != b and (found := fit(tellings[i], tellings[j])) and found.points >= ENOUGH:
            parent[max(a, b)] = min(a, b)
    together: dict[int, list[int]] = defaultdict(list)
    for i in range(len(tellings)):
        together[root(i)].append(i)
    return list(together.values())
