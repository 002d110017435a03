"""The whole pipeline on the corpus's held-out fifth, with its floor."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from training.compare import compare
from training.documents import FOLDER, documents
from training.split import held_out

FLOORS = tomllib.loads((Path(__file__).parents[2] / "gate" / "corpus.toml").read_text("utf8"))["floors"]


@pytest.mark.slow
def test_floor_of_the_held_out_fifth() -> None:
    told = compare(d for d in documents(FOLDER) if held_out(d.id)).figures()
    below = {name: (told[name], floor) for name, floor in FLOORS.items() if told[name] < floor}
    assert not below, f"below the floor (figure, floor): {below}"
