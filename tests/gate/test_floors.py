"""Quality has a floor: measured figures against gate/floors.toml."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest

from ontherecord.evaluation import evaluate

HOME = Path(__file__).parents[2]
DATA = HOME.parent / "shared" / "eval"
FLOORS = tomllib.loads((HOME / "gate" / "floors.toml").read_text("utf8"))


@pytest.mark.slow
@pytest.mark.parametrize("task", FLOORS)
def test_floor(task: str) -> None:
    gate = FLOORS[task]
    data = DATA / gate["data"]
    if not data.exists():
        pytest.skip(f"{gate['data']} is other people's gold and not on this machine")
    assert hashlib.sha256(data.read_bytes()).hexdigest() == gate["sha256"], f"{data.name} is not the data that the floor was set on"
    told = evaluate(task, data)
    below = {name: (told[name], floor) for name, floor in gate["floors"].items() if told[name] < floor}
    assert not below, f"below the floor (figure, floor): {below}"
