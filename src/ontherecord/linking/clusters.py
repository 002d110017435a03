"""Clusters that a chain of weak links cannot swallow: averages are merged, and one pair that cannot be the same keeps two apart."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from ontherecord.linking.scoring import ENOUGH, Fit, fit
from ontherecord.linking.tellings import Telling


@dataclass(frozen=True, slots=True)
class Member:
    """A telling in a cluster, and what ties it to the member that it fits best (None when it is alone)."""

    telling: Telling
    best: Fit | None


def clusters(component: Sequence[Telling]) -> list[list[Member]]:
    """The occurrences of a component, each in order of publication; the same whatever the order of the component."""
    ordered = sorted(component, key=lambda x: x.key)
    if len(ordered) == 1:
        return [[Member(ordered[0], None)]]
    fits = {(i, j): fit(ordered[i], ordered[j]) for i, j in itertools.combinations(range(len(ordered)), 2)}
    return [[Member(ordered[i], _best(i, group, fits)) for i in group] for group in _merged(len(ordered), fits)]


def _best(i: int, group: Sequence[int], fits: dict[tuple[int, int], Fit | None]) -> Fit | None:
    others = [found for j in group if j != i and (found := fits[min(i, j), max(i, j)])]
    return max(others, key=lambda f: f.points, default=None)


def _merged(size: int, fits: dict[tuple[int, int], Fit | None]) -> list[list[int]]:
    """Average linkage: the two closest groups join while their mean fit is enough and no pair across is ruled out."""
    groups = {i: [i] for i in range(size)}
    sums: dict[tuple[int, int], float | None] = {pair: found.points if found else None for pair, found in fits.items()}
    heap = [(-s, i, j, 1, 1) for (i, j), s in sums.items() if s is not None and s >= ENOUGH]
    heapq.heapify(heap)
    while heap:
        _, i, j, size_i, size_j = heapq.heappop(heap)
        if i not in groups or j not in groups or len(groups[i]) != size_i or len(groups[j]) != size_j:
            continue
        groups[i] = sorted(groups[i] + groups.pop(j))
        for k in groups:
            if k != i:
                ours, theirs = (min(i, k), max(i, k)), (min(j, k), max(j, k))
                sums[ours] = _both(sums[ours], sums[theirs])
                mean = _mean(sums[ours], len(groups[i]) * len(groups[k]))
                if mean is not None and mean >= ENOUGH:
                    heapq.heappush(heap, (-mean, *ours, len(groups[ours[0]]), len(groups[ours[1]])))
    return sorted(groups.values())


def _both(x: float | None, y: float | None) -> float | None:
    return None if x is None or y is None else x + y


def _mean(total: float | None, pairs: int) -> float | None:
    return None if total is None else round(total / pairs, 6)
