"""The world as squares, a country each, with a line for each pair of countries that had to do with each other."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ontherecord.lexicons import read_table

TILES = Path(__file__).parent / "tiles.tsv"
# Of the drawing: a square's room and side, and the widest line.
ROOM, SIDE, WIDEST = 26, 22, 7.0
# More lines than this hide each other; those of the pairs with the most news are drawn.
MOST_LINES = 60
# How far a line bows out, as a part of its length: so that lines of one row of squares do not lie on each other.
BOW = 0.14


@dataclass(frozen=True, slots=True)
class Tie:
    """A pair of countries: its mean score and how many occurrences."""

    a: str
    b: str
    mean: float
    occurrences: int


@dataclass(frozen=True, slots=True)
class Square:
    """`mean` is that of all the country's occurrences, None for a country without any."""

    code: str
    x: int
    y: int
    mean: float | None


@dataclass(frozen=True, slots=True)
class Line:
    tie: Tie
    path: str
    width: float


@dataclass(frozen=True, slots=True)
class WorldMap:
    """`left_out` counts pairs that are not drawn: too many, or with a body that lies nowhere."""

    squares: tuple[Square, ...]
    lines: tuple[Line, ...]
    left_out: int
    width: int
    height: int
    side: int = SIDE


def world_map(ties: Iterable[Tie]) -> WorldMap:
    """The map of the given pairs, the first drawn on top."""
    given = list(ties)
    places = tiles()
    drawn = [t for t in given if t.a in places and t.b in places][:MOST_LINES]
    most = max((t.occurrences for t in drawn), default=1)
    means = _means(given)
    squares = tuple(Square(code, x * ROOM, y * ROOM, means.get(code)) for code, (x, y) in places.items())
    lines = tuple(Line(t, _bow(places[t.a], places[t.b]), _width(t, most)) for t in reversed(drawn))
    columns, rows = (max(at[n] for at in places.values()) + 1 for n in (0, 1))
    return WorldMap(squares, lines, len(given) - len(drawn), columns * ROOM, rows * ROOM)


@functools.cache
def tiles() -> Mapping[str, tuple[int, int]]:
    """Column and row of each country."""
    return {row["code"]: (int(row["column"]), int(row["row"])) for row in read_table(TILES, ["code", "column", "row"])}


def _means(ties: Iterable[Tie]) -> dict[str, float]:
    sums: dict[str, tuple[float, int]] = {}
    for tie in ties:
        for code in (tie.a, tie.b):
            total, n = sums.get(code, (0.0, 0))
            sums[code] = (total + tie.mean * tie.occurrences, n + tie.occurrences)
    return {code: total / n for code, (total, n) in sums.items() if n}


def _bow(a: tuple[int, int], b: tuple[int, int]) -> str:
    """A bowed line between the middles of two squares, always from the western one, so that it bows the same way for both."""
    (x1, y1), (x2, y2) = sorted((ROOM * x + SIDE / 2, ROOM * y + SIDE / 2) for x, y in (a, b))
    return f"M{x1:g} {y1:g}Q{(x1 + x2) / 2 + BOW * (y2 - y1):.1f} {(y1 + y2) / 2 - BOW * (x2 - x1):.1f} {x2:g} {y2:g}"


def _width(tie: Tie, most: int) -> float:
    return round(max(1.5, WIDEST * math.sqrt(tie.occurrences / most)), 1)
