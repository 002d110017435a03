"""Whole records of three samples, as the program writes them: what changes here, changes for whoever reads its output.

`python -m tests.golden` writes them anew; read the difference line by line before it is committed.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from ontherecord.pipeline import code
from ontherecord.records import as_json
from tests.samples.coded import documents

HERE = Path(__file__).parent
# A news page, an article that holds both sides' accounts, and a short wire story.
KEYS = ("beagle-channel", "mackerel-call-nordic-wire", "sanctions-lifted")


def path(key: str) -> Path:
    return HERE / f"{key}.json"


def written(key: str) -> str:
    """The record of a sample as `otr code --json` writes it, a field a line."""
    return msgspec.json.format(as_json(code(documents()[key])), indent=1).decode() + "\n"
