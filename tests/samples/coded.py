"""The samples, read and coded once a process."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

from ontherecord.errors import RefusedDocument
from ontherecord.pipeline import code_many
from ontherecord.reading import read_paths
from ontherecord.records import Document, Record

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples"


@functools.cache
def documents() -> dict[str, Document]:
    """Every sample by its key, the last part of its URL. Raises RefusedDocument for one that cannot be read."""
    found = {}
    for read in read_paths([SAMPLES]):
        if isinstance(read, RefusedDocument):
            raise read
        found[(read.url or read.source).rsplit("/", 1)[-1]] = read
    return found


@functools.cache
def answers() -> dict[str, Record | RefusedDocument]:
    """What coding each sample gave, by key."""
    given = documents()
    return dict(zip(given, code_many(given.values()), strict=True))


def records() -> dict[str, Record]:
    """The records of the samples that were coded, by key."""
    return {key: answer for key, answer in answers().items() if isinstance(answer, Record)}


def lines(name: str) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file of this folder."""
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]
