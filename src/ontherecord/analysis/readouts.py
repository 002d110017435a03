"""The accounts of a call or meeting side by side: a row an issue, a column a side and one for third parties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ontherecord.analysis.accounts import Account, Entry, accounts
from ontherecord.analysis.codes import pair
from ontherecord.analysis.dyads import nothing
from ontherecord.analysis.folding import Matter, folded
from ontherecord.analysis.occurrences import Happening, Plain, ask, documents, happening, meetings
from ontherecord.analysis.sides import OTHERS
from ontherecord.analysis.verdicts import verdict
from ontherecord.errors import UnknownName
from ontherecord.ledger import Ledger
from ontherecord.records import Record


@dataclass(frozen=True, slots=True)
class Row:
    """One issue. `cells` holds what each side (its code) and "others" told about it; `verdict` says how that compares."""

    id: str
    label: str
    verdict: str
    cells: Mapping[str, tuple[Entry, ...]]

    def as_plain(self) -> Plain:
        cells = {side: [e.as_plain() for e in entries] for side, entries in self.cells.items()}
        return {"id": self.id, "label": self.label, "verdict": self.verdict, "cells": cells}


@dataclass(frozen=True, slots=True)
class Readouts:
    """Each side's account. `tone` is the mean score of what a side said to the others (None when it said nothing that has one);
    `left_out` holds, for each side that gave an account, the issues that only others' accounts have.
    """

    occurrence: Happening
    sides: tuple[str, ...]
    issues: tuple[Row, ...]
    requests: tuple[Plain, ...]
    commitments: tuple[Plain, ...]
    tone: Mapping[str, float | None]
    left_out: Mapping[str, tuple[str, ...]]
    documents: Mapping[str, Plain]

    def as_plain(self) -> Plain:
        """In the shape of docs/record.md."""
        return {
            "occurrence": self.occurrence.as_plain(), "sides": list(self.sides), "issues": [row.as_plain() for row in self.issues],
            "requests": list(self.requests), "commitments": list(self.commitments), "tone": dict(self.tone),
            "left_out": {side: list(issues) for side, issues in self.left_out.items()}, "documents": dict(self.documents),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadoutList:
    """Calls and meetings of two countries that have accounts, newest first."""

    a: str
    b: str
    occurrences: tuple[Happening, ...]
    documents: Mapping[str, Plain]
    note: str | None = None

    def as_plain(self) -> Plain:
        """In the shape of docs/record.md."""
        keys = ("id", "type", "mode", "date", "documents", "copies")
        listed = [{k: v for k, v in h.as_plain().items() if k in keys} for h in self.occurrences]
        plain: Plain = {"dyad": [self.a, self.b], "occurrences": listed, "documents": dict(self.documents)}
        return plain | ({"note": self.note} if self.note else {})


def list_readouts(ledger: Ledger, a: str, b: str, *, since: dt.date | None = None, until: dt.date | None = None) -> ReadoutList:
    """The calls and meetings of two countries, newest first.

    Raises UnknownName for what is no country code; LedgerError when the ledger cannot be read.
    """
    a, b = pair(a, b)
    found = [h for h in meetings(ledger, a, b, since=since, until=until) if h.as_told]
    named = {d for h in found for d in (*h.documents, *h.copies)}
    note = None if found else nothing(a, b, since, until).replace("nothing", "no call or meeting")
    return ReadoutList(a, b, tuple(reversed(found)), documents(ledger, named), note)


def readouts(ledger: Ledger, occurrence_id: str) -> Readouts:
    """The accounts of one occurrence side by side.

    Raises UnknownName for an id that the ledger does not hold, LedgerError when the ledger cannot be read.
    """
    rows = ask(ledger, "occurrence", id=occurrence_id)
    if not rows:
        there = ", ".join(row["occurrence_id"] for row in ask(ledger, "some_occurrences"))
        raise UnknownName(f"The ledger holds no occurrence {occurrence_id!r}. {f'There are {there}.' if there else 'It holds none yet.'}")
    found = happening(rows[0])
    told = {(row["document_id"], row["event_id"]) for row in ask(ledger, "told_by", id=occurrence_id)}
    records = sorted(ledger.records(found.documents, corrected=True), key=lambda r: (r.document.published or "9999", r.id))
    return side_by_side(found, records, told, documents(ledger, (*found.documents, *found.copies)))


def side_by_side(
    occurrence: Happening, records: Sequence[Record], told: set[tuple[str, str]], where: Mapping[str, Plain] | None = None
) -> Readouts:
    """As `readouts`, from the records of the documents that tell the occurrence; `told` holds (document, event) of those that do."""
    sides = tuple(sorted(occurrence.parties))
    given = [account for record in records for account in accounts(record, sides, told)]
    rows = _rows(given, sides)
    return Readouts(
        occurrence, sides, rows,
        tuple(r for account in given for r in account.requests), tuple(c for account in given for c in account.commitments),
        {s: _mean(score for account in given if account.side == s for score in account.scores) for s in sides},
        _left_out(rows, sides), where or {},
    )  # fmt: skip


def _rows(given: Iterable[Account], sides: Sequence[str]) -> tuple[Row, ...]:
    """What several tell first, then what single sides tell, then what only others do."""
    labels: dict[str, str] = {}
    cells: dict[str, dict[str, list[Entry]]] = {}
    for account in given:
        for issue, label, entry in account.entries:
            labels.setdefault(issue, label)
            cells.setdefault(issue, {s: [] for s in (*sides, OTHERS)})[account.side].append(entry)
    matters = folded([m for i, of in cells.items() if (m := Matter(i, labels[i], of)).told], sides)
    rows = [Row(m.id, m.label, verdict(m.cells, sides), {s: tuple(entries) for s, entries in m.cells.items()}) for m in matters]
    first = {"both": 0, "differently": 0, "only others": 2}
    return tuple(sorted(rows, key=lambda r: (first.get(r.verdict, 1), r.verdict, r.label)))


def _left_out(rows: Sequence[Row], sides: Sequence[str]) -> dict[str, tuple[str, ...]]:
    spoke = [s for s in sides if any(row.cells[s] for row in rows)]
    return {s: tuple(row.id for row in rows if not row.cells[s] and any(row.cells[o] for o in sides)) for s in spoke}


def _mean(scores: Iterable[float]) -> float | None:
    known = list(scores)
    return round(sum(known) / len(known), 2) if known else None
