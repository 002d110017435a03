"""Floors of what was held out; raised when the figures rise, lowered only on purpose."""

from __future__ import annotations

from tests.actors.figures import Tally, held_out, held_out_second


def test_held_out_figures_keep_their_floors() -> None:
    first, second = held_out(), held_out_second()
    for (tally, more), floor in zip(zip(first, second, strict=True), (0.88, 0.92), strict=True):
        assert _share(tally, more) >= floor, (*tally.wrong, *more.wrong)


def _share(*tallies: Tally) -> float:
    return sum(t.right for t in tallies) / sum(t.all for t in tallies)
