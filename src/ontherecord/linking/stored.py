"""Linking what a ledger holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ontherecord.ledger import Ledger, Link, OccurrenceRow, open_ledger
from ontherecord.linking.occurrences import Occurrence, occurrences
from ontherecord.linking.tellings import Party, Telling, main_countries, telling
from ontherecord.records import Interval

QUERIES = Path(__file__).parent / "queries"


@dataclass(frozen=True, slots=True)
class Linked:
    """How many occurrences a ledger holds, and how many documents that are copies of others."""

    occurrences: int
    copies: int


def link_ledger(path: Path) -> Linked:
    """Links the events of a ledger into occurrences and stores them; the answer is the same in any order of arrival.

    Raises LedgerError when the ledger cannot be opened or written.
    """
    with open_ledger(path) as ledger:
        if ledger.query(QUERIES / "unlinked.sql"):
            told = [_telling(row) for row in ledger.query(QUERIES / "tellings.sql", ids=None)]
            ledger.replace_occurrences(map(_row, occurrences(told, lambda ids: _texts(ledger, ids))))
        counted = ledger.query(QUERIES / "count.sql")[0]
    return Linked(int(counted["occurrences"]), int(counted["copies"]))


def _texts(ledger: Ledger, ids: list[str]) -> Mapping[str, str]:
    return {str(row["document_id"]): str(row["text"]) for row in ledger.query(QUERIES / "texts.sql", ids=ids)}


def _telling(row: Mapping[str, Any]) -> Telling:
    return telling(
        row["document_id"],
        row["event_id"],
        row["published_on"],
        (row["type"], row["mode"], row["aux"]),
        (_parties(row["actors"]), _parties(row["recipients"])),
        (row["date_start"], row["date_end"]) if row["date_start"] else None,
        place=row["place"],
        issues=row["issues"],
        amounts=[(a["unit"], a["value"]) for a in row["amounts"]],
        trigger=row["trigger"],
        evidence=row["evidence"],
        around=main_countries((c["country"], c["mentions"]) for c in row["around"]),
    )


def _parties(rows: Iterable[Mapping[str, Any]]) -> list[Party]:
    return [Party(p["name"], p["country"]) for p in rows]


def _row(occurrence: Occurrence) -> OccurrenceRow:
    o = occurrence
    fields: dict[str, object] = {
        "type": o.type, "mode": o.mode, "aux": o.aux, "date": _days(o.date), "bounds": _days(o.bounds), "actors": o.actors,
        "recipients": o.recipients,
        "parties": sorted({*o.actors, *o.recipients}), "place": o.place, "issues": o.issues, "score": o.score, "told": len(o.told),
    }  # fmt: skip
    return OccurrenceRow(o.id, fields, tuple(Link(t.document, t.event, t.score, t.reasons, t.copy_of) for t in o.told))


def _days(days: Interval | None) -> dict[str, str] | None:
    return {"start": days.start.isoformat(), "end": days.end.isoformat()} if days else None
