"""How a source presents what it says and how the report presents the source, from a record alone."""

from __future__ import annotations

import pytest

from ontherecord.attribution import certainty, manner
from tests.attribution.coded import coded

CASES = [
    ("Peru denied that the well was dry.", "denied", "denies"),
    ("The mayor told the crew that the well was dry.", "told", "asserts"),
    ("The mayor falsely claimed that the well was dry.", "claimed", "alleges (the report keeps its distance)"),
    ("Peru threatened to close the port.", "threatened", "threatens"),
    ("The mayor hopes that it will rain.", "hopes", "hopes"),
    ("The well was dry, according to the mayor.", "according to", "asserts"),
]


@pytest.mark.parametrize(("text", "cue", "shown"), CASES)
def test_certainty(text: str, cue: str, shown: str) -> None:
    told = coded(text)
    statement = told.by_cue(cue)
    assert certainty(statement, text) == shown
    entry = manner(statement, told.parsed)
    assert entry is not None
    assert shown.startswith(entry.manner)


def test_a_quotation_without_a_cue_has_none() -> None:
    told = coded("“The well is dry and nobody came.”")
    assert [certainty(s, told.document.text) for s in told.statements] in ([], [""])
