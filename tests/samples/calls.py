"""Calls and meetings with gold (`calls.jsonl`): which documents tell of each, and what each side says about each issue.

`documents` are given to linking, distractors among them; `accounts` tell the occurrence in words of their own, `copies` repeat one of
them; `issues` are the rows that the table of readouts should have. `label_contains` holds words of which one must be in the row's
label or id; `verdict` is about the sides' own accounts.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ontherecord.analysis import Readouts, list_readouts, readouts
from ontherecord.ledger import Ledger, open_ledger
from ontherecord.linking import link_ledger
from ontherecord.records import Record
from ontherecord.run.fingerprint import fingerprint
from tests.samples.coded import lines, records


@dataclass(frozen=True, slots=True)
class Answer:
    """One case: the documents that were joined (keys; None when no such call was found), the table, and its rows, label to verdict."""

    gold: Mapping[str, Any]
    joined: frozenset[str] | None
    copies: frozenset[str]
    rows: Mapping[str, str]
    table: Readouts | None = None
    keys: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return str(self.gold["case"])

    @property
    def exact(self) -> bool:
        return self.joined == frozenset((*self.gold["accounts"], *self.gold["copies"])) and len(self.copies) == len(self.gold["copies"])

    def right(self) -> list[tuple[str, str]]:
        """Gold rows that are told with the right verdict."""
        return [(words, v) for words, v in _gold_rows(self.gold) if v in self._told(words).values()]

    def faults(self) -> list[str]:
        found = [] if self.exact else [f"joined {sorted(self.joined or ())}, copies {sorted(self.copies)}"]
        for words, verdict in _gold_rows(self.gold):
            told = self._told(words)
            if verdict not in told.values():
                found.append(f"{words}: {verdict}, told {told or 'nothing'}")
        return found

    def _told(self, words: str) -> dict[str, str]:
        return {label: verdict for label, verdict in self.rows.items() if _meets(words, label)}


def answers() -> list[Answer]:
    """Every case, linked in a ledger of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return [_answer(gold, Path(folder) / f"{number}.duckdb") for number, gold in enumerate(lines("calls.jsonl"))]


def joined(given: list[Answer]) -> float:
    """The share of cases in which the right reports were joined exactly."""
    return sum(a.exact for a in given) / len(given)


def rows_f1(given: list[Answer]) -> float:
    """F1 of issue rows with the right verdict.

    A gold row is found once; a told row is right when it meets the words and the verdict of a gold row.
    """
    gold = sum(len(a.gold["issues"]) for a in given)
    found = sum(len(a.right()) for a in given)
    told = sum(len(a.rows) for a in given)
    fit = sum(any(_meets(w, label) and v == verdict for w, v in _gold_rows(a.gold)) for a in given for label, verdict in a.rows.items())
    precision, recall = fit / max(told, 1), found / gold
    return 2 * precision * recall / ((precision + recall) or 1)


def _answer(gold: Mapping[str, Any], path: Path) -> Answer:
    coded = {key: records()[key] for key in gold["documents"]}
    _fill(path, coded)
    keys = {record.id: key for key, record in coded.items()}
    with open_ledger(path, read_only=True) as ledger:
        return _looked_up(ledger, gold, keys)


def _fill(path: Path, coded: Mapping[str, Record]) -> None:
    with open_ledger(path) as ledger:
        run = ledger.start_run(fingerprint())
        ledger.add(coded.values(), run=run)
        ledger.finish_run(run, added=len(coded), already=0, refused=0)
    link_ledger(path)


def _looked_up(ledger: Ledger, gold: Mapping[str, Any], keys: Mapping[str, str]) -> Answer:
    """The call or meeting of the gold day that has the most of the gold accounts, and its readouts."""
    a, b = gold["occurrence"]["countries"][:2]
    wanted = {*gold["accounts"], *gold["copies"]}
    there = [h for h in list_readouts(ledger, a, b).occurrences if _on(h.date, gold["occurrence"]["date"])]
    if not there:
        return Answer(gold, None, frozenset(), {})
    best = max(there, key=lambda h: (len(wanted & {keys[d] for d in (*h.documents, *h.copies)}), h.id))
    table = readouts(ledger, best.id)
    rows = {f"{row.label} ({row.id})": row.verdict for row in table.issues}
    joined = frozenset(keys[d] for d in (*best.documents, *best.copies))
    return Answer(gold, joined, frozenset(keys[d] for d in best.copies), rows, table, keys)


def _on(date: Mapping[str, str] | None, day: str) -> bool:
    return date is not None and date["start"] <= day <= date["end"]


def _gold_rows(gold: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(row["label_contains"], row["verdict"]) for row in gold["issues"]]


def _meets(words: str, label: str) -> bool:
    return any(word in label.lower() for word in words.split("|"))
