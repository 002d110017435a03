"""Every row of the reporting lexicon: its example is a statement with that cue, its counter-example is not."""

from __future__ import annotations

import re

import pytest

from ontherecord.attribution.drafts import Draft
from ontherecord.attribution.find import find
from ontherecord.language import Grammar, parse_many
from ontherecord.lexicons import Row, read_table, table_path
from ontherecord.records import Part
from ontherecord.spans import Span

ROWS = list(read_table(table_path("reporting.tsv"), ("cue", "kind", "match", "miss")))
DRAWN = re.compile(r"[\[\]]")


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[Draft, ...]]:
    """Drafts of all examples, by sentence; parsed in one batch."""
    sentences = [DRAWN.sub("", row[column]) for row in ROWS for column in ("match", "miss")]
    parsed = parse_many((s, (Part("story", Span(0, len(s))),)) for s in sentences)
    return {s: find(Grammar(p)) for s, p in zip(sentences, parsed, strict=True)}


def _with_cue(found: dict[str, tuple[Draft, ...]], row: Row, column: str) -> list[Draft]:
    drafts = found[DRAWN.sub("", row[column])]
    return [d for d in drafts if d.entry and (d.entry.words, d.entry.kind) == (row["cue"], row["kind"])]


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['cue']}-{r['kind']}")
def test_example(row: Row, found: dict[str, tuple[Draft, ...]]) -> None:
    drafts = _with_cue(found, row, "match")
    assert drafts, f"no statement by {row['cue']!r}"
    start = row["match"].find("[")
    if start >= 0:
        wanted = Span(start, row["match"].find("]") - 1)
        told = drafts[0].content
        plain = DRAWN.sub("", row["match"])
        assert wanted.of(plain).strip(" .") in " ".join(s.of(plain) for s in told)


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['cue']}-{r['kind']}")
def test_counter_example(row: Row, found: dict[str, tuple[Draft, ...]]) -> None:
    assert not _with_cue(found, row, "miss")


def test_no_cue_has_two_rows() -> None:
    keys = [(row["cue"], row["kind"]) for row in ROWS]
    assert sorted(set(keys)) == sorted(keys)
