"""Every disagreement of the second labeller is settled, and the corpus says what was decided."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path

import pytest
from training.documents import FOLDER, CorpusDocument, CorpusEvent, read_file
from training.examples import NONE, unmarked
from training.markup import Sentence

AGREEMENT = FOLDER.parent / "agreement"
FIELDS = ("mode", "aux")


def _rows(pattern: str) -> dict[int, dict[str, str]]:
    lines = [line for path in sorted(AGREEMENT.glob(pattern)) for line in path.read_text(encoding="utf-8").splitlines()]
    return {int(row["n"]): row for row in map(json.loads, lines)}


def _settled() -> list[dict[str, str]]:
    with (AGREEMENT / "settled.tsv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t"))


def _disagreements() -> list[tuple[str, str, str, str]]:
    """Number, field, label of the corpus, label of the second; mode and aux only where the types agree."""
    gold, second = _rows("gold.jsonl"), _rows("answers*.jsonl")
    found = []
    for n, one in sorted(gold.items()):
        other = second[n]
        fields = ("type",) if one["type"] != other["type"] else () if one["type"] == NONE else FIELDS
        pairs = [(field, one[field] or "-", other.get(field) or "-") for field in fields]
        found += [(str(n), field, first, then) for field, first, then in pairs if first != then]
    return found


def test_every_disagreement_is_settled_once() -> None:
    assert [(r["n"], r["field"], r["corpus"], r["second"]) for r in _settled()] == _disagreements()


def test_the_outcome_says_whose_label_was_right() -> None:
    for row in _settled():
        decided = set(row["decided"].split("+"))
        right = {"corpus": {row["corpus"]}, "second": {row["second"]}, "both": {row["corpus"], row["second"]}}
        if row["outcome"] == "other":
            assert decided not in right.values(), row
        else:
            assert decided == right[row["outcome"]], row
        assert row["rule"], row


@cache
def _file(name: str) -> dict[str, CorpusDocument]:
    return {d.id: d for d in read_file(FOLDER / name)}


def _marked(sentence: Sentence, place: tuple[int, int] | None) -> set[str]:
    return {n for m in sentence.mentions if (m.start, m.end) == place for n in m.names}


def _joins(event: CorpusEvent, actor: set[str], recipient: set[str]) -> bool:
    """Does the event lead from the one to the other? Of an event without recipients every two actors are joined."""
    return bool(actor & set(event.actors) and recipient & set(event.recipients or event.actors))


def _labels(row: dict[str, str], marked: str) -> set[str]:
    """What the corpus says now of the marked pair, in the field of the row."""
    document = _file(f"{row['document'][:5]}.txt")[row["document"]]
    text, actor, recipient = unmarked(marked)
    sentence = next(s for s in document.all_sentences if s.text == text)
    events = [document.events[name] for mark in sentence.triggers for name in mark.names]
    joined = [e for e in events if _joins(e, _marked(sentence, actor), _marked(sentence, recipient))]
    return {getattr(e, row["field"]) or "-" for e in joined} or {NONE}


@pytest.mark.parametrize("row", _settled(), ids=lambda row: f"{row['n']}-{row['field']}")
def test_the_corpus_says_what_was_decided(row: dict[str, str]) -> None:
    sheet = dict(line.split(" ", 1) for line in Path(AGREEMENT / "sheet.md").read_text(encoding="utf-8").splitlines())
    assert set(row["decided"].split("+")) <= _labels(row, sheet[row["n"]])
