"""Corrections as material to learn from and to measure by: JSON Lines, a correction a line.

    {"document": {"id", "text", "title", "publisher", "published", "url", "language"},
     "kind": "event", "item": "e3", "field": "type", "span": {"start", "end", "text"},
     "machine": "CONSULT", "right": "AGREE", "who": "Ada", "reason": "…", "made": "2026-03-04T10:00:00"}

`span` holds the words that the item stands on, in code points of `text`; null when it stands on none. "machine" is null for an event
that was missed (field "new"), whose "right" is the whole event; "right" is null for an account that was taken out of an occurrence
(kind "link"), whose "machine" is the occurrence and who else tells it. Actor ids are those of the machine's record of the document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from ontherecord.errors import LedgerError
from ontherecord.ledger.corrections import Correction
from ontherecord.records import Record

KEYS = ("text", "title", "publisher", "published", "url", "language")


def write(made: Sequence[Correction], records: Callable[[list[str]], Iterable[Record]], out: Path) -> int:
    """Writes a line for each correction, by document in order of arrival; how many. Raises LedgerError."""
    of: dict[str, list[Correction]] = {}
    for correction in made:
        of.setdefault(correction.document_id, []).append(correction)
    try:
        with out.open("wb") as file:
            for record in records(list(of)):
                file.writelines(msgspec.json.encode(_line(record, c)) + b"\n" for c in of[record.id])
    except OSError as problem:
        raise LedgerError(f"The corrections cannot be written to {out}: {problem.strerror}.") from problem
    return len(made)


def _line(record: Record, correction: Correction) -> dict[str, Any]:
    c = correction
    span = {"start": c.anchor.start, "end": c.anchor.end, "text": c.anchor.of(record.document.text)} if c.anchor else None
    return {
        "document": {"id": record.id} | {key: getattr(record.document, key) for key in KEYS}, "kind": c.kind, "item": c.item_id,
        "field": c.field, "span": span, "machine": c.machine, "right": None if c.kind == "link" else c.value, "who": c.who,
        "reason": c.reason, "made": c.made.isoformat(timespec="seconds"),
    }  # fmt: skip
