"""How far reviewers agree: Krippendorff's alpha for nominal values."""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from ontherecord.ledger import Correction


@dataclass(frozen=True, slots=True)
class Agreement:
    """`alpha` is 1 for full agreement, 0 for what chance gives; None when no item has two judgements, or all judge alike everywhere."""

    alpha: float | None
    items: int
    reviewers: int


def alpha(judged: Iterable[Mapping[str, Hashable]]) -> float | None:
    """Krippendorff's alpha, nominal. Each item maps reviewers to values; items with fewer than two are left out.

    Source: K. Krippendorff, Content Analysis, 2nd ed. (2004), ch. 11, coincidence matrices.
    """
    weights: dict[tuple[Hashable, Hashable], float] = {}
    for item in judged:
        values = list(item.values())
        if len(values) < 2:
            continue
        for i, j in itertools.permutations(range(len(values)), 2):
            pair = values[i], values[j]
            weights[pair] = weights.get(pair, 0.0) + 1 / (len(values) - 1)
    totals: dict[Hashable, float] = {}
    for (x, _), weight in weights.items():
        totals[x] = totals.get(x, 0.0) + weight
    whole = sum(totals.values())
    expected = sum(totals[x] * totals[y] for x in totals for y in totals if x != y)
    if not expected:
        return None
    return 1 - (whole - 1) * sum(n for (x, y), n in weights.items() if x != y) / expected


def of_types(corrections: Iterable[Correction]) -> Agreement:
    """The agreement on events' types: each reviewer's last standing word on an event. To confirm a type is a word on it too."""
    judged: dict[tuple[str, str], dict[str, Hashable]] = {}
    for c in corrections:
        if c.kind == "event" and c.field == "type" and c.undone is None and c.item_id:
            judged.setdefault((c.document_id, c.item_id), {})[c.who.strip().casefold()] = str(c.value)
    twice = [item for item in judged.values() if len(item) > 1]
    return Agreement(alpha(twice), len(twice), len({who for item in judged.values() for who in item}))
