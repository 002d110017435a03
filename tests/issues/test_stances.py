"""Every row of the stance lexicon: its `match` tells the stance, its `miss` does not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from ontherecord.errors import LexiconError
from ontherecord.issues import find, positions
from ontherecord.issues.stances import Stance, load_stances
from ontherecord.records import Position
from tests.issues.reading import read_all

ROWS = load_stances().rows


@cache
def positions_of() -> dict[str, tuple[Position, ...]]:
    read = read_all(list(dict.fromkeys(s for row in ROWS for s in (row.match, row.miss))))
    return {
        text: positions(r.parsed, r.grammar, r.cast, (), lambda _: (), find(r.document, r.parsed, r.grammar, r.cast, (), ()))
        for text, r in read.items()
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r.stance}: {' '.join(r.words)}")
def test_a_stance_is_told_by_its_match_and_not_by_its_miss(row: Stance) -> None:
    assert row.stance in [p.stance for p in positions_of()[row.match]]
    assert row.stance not in [p.stance for p in positions_of()[row.miss]], positions_of()[row.miss]


@pytest.mark.parametrize(
    ("toml", "complaint"),
    [
        ('[[stances]]\nstance = "a"\nverb = "b"\nnoun = "c"\nslots = []\nmatch = ""\nmiss = ""', "one of verb, adjective, noun, phrase"),
        ('[[stances]]\nstance = "a"\nverb = "b"\nslots = []\nmatch = ""\nmiss = ""\ncolour = "red"', "unknown field colour"),
        ('[[stances]]\nstance = "a"\nverb = "b"\nslots = []', "needs stance, slots, match, miss"),
    ],
)
def test_a_wrong_row_is_refused_with_its_name(tmp_path: Path, toml: str, complaint: str) -> None:
    path = tmp_path / "stances.toml"
    path.write_text(toml, encoding="utf8")
    with pytest.raises(LexiconError, match=complaint):
        load_stances(path)
