"""Readouts side by side: a row an issue, a column a side."""

from __future__ import annotations

from collections.abc import Sequence

from ontherecord.analysis import Readouts, list_readouts, readouts
from ontherecord.analysis.codes import name
from ontherecord.analysis.sides import OTHERS
from ontherecord.ledger import Ledger
from ontherecord.web import filters
from ontherecord.web.answers import Answer, Plain
from ontherecord.web.filters import Code, Day, Id
from ontherecord.web.pages import noun
from ontherecord.web.queries import issue_labels

# Entries that a cell shows; JSON and CSV have all.
MOST_ENTRIES, MOST_ISSUES, MOST_ACTS = 3, 60, 20
# On paper it is fewer (style.css): entries of a cell, acts of a list. A page of plain size has room for so many lines.
PRINTED, PRINTED_ACTS, LINES = 2, 4, 40


def side_by_side(ledger: Ledger, occurrence: Id) -> Answer:
    """Each side's account of one call or meeting. Raises UnknownName when there is no such occurrence."""
    told = readouts(ledger, occurrence)
    h = told.occurrence
    columns = [*told.sides, *([OTHERS] if any(row.cells[OTHERS] for row in told.issues) else [])]
    kind = noun(h.type, h.mode).capitalize()
    return Answer(
        "readouts.html", f"{kind} of {' and '.join(map(name, told.sides)) or 'nobody named'}", told.as_plain(), _rows(told),
        {
            "told": told, "h": h, "columns": columns, "numbers": {key: n for n, key in enumerate(told.documents, 1)},
            "most": {"entries": MOST_ENTRIES, "issues": MOST_ISSUES, "acts": MOST_ACTS}, "kind": kind,
            "density": density(told, columns), "aside": [row.label for row in told.issues if row.verdict == "only others"],
        },
    )  # fmt: skip


def density(told: Readouts, columns: Sequence[str]) -> str:
    """The class that sets how small a page is printed, so that it stays one page: a rough count of its lines."""
    width = 165 // max(1, len(columns))
    rows = [r for r in told.issues[:MOST_ISSUES] if r.verdict != "only others"]
    lines = sum(max((sum(-(-len(e.span["text"]) // width) for e in r.cells[c][:PRINTED]) for c in columns), default=1) + 1 for r in rows)
    acts = max((sum(3 for _ in acts[:PRINTED_ACTS]) for acts in (told.requests, told.commitments)), default=0)
    lines += max(acts, 2 * len(told.documents))
    return "" if lines <= LINES else "dense" if lines <= 1.35 * LINES else "densest"


def _rows(told: Readouts) -> list[Plain]:
    return [
        {
            "issue": row.id, "label": row.label, "verdict": row.verdict, "side": side, "text": entry.span["text"],
            "document": entry.document, "start": entry.span["start"], "end": entry.span["end"], "statement": entry.statement,
            "event": entry.event, "according_to": " > ".join(link["name"] for link in entry.according_to),
        }
        for row in told.issues for side, entries in row.cells.items() for entry in entries
    ]  # fmt: skip


def calls(ledger: Ledger, a: Code, b: Code, since: Day = "", until: Day = "") -> Answer:
    """The calls and meetings of two countries, newest first."""
    listed = list_readouts(ledger, a, b, since=filters.day(since, what="from"), until=filters.day(until, what="to"))
    plain = listed.as_plain()
    return Answer(
        "calls.html", f"Calls and meetings of {name(listed.a)} and {name(listed.b)}", plain,
        [{**row, "date": (row["date"] or {}).get("start")} for row in plain["occurrences"]],
        {"listed": listed, "labels": issue_labels(ledger, listed.documents), "since": since, "until": until},
    )  # fmt: skip
