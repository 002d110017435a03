"""Linking what a ledger holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ontherecord.ledger import Ledger, Link, OccurrenceRow, open_ledger
from ontherecord.linking.growing import Search, touched
from ontherecord.linking.occurrences import Occurrence, from_components, occurrences
from ontherecord.linking.tellings import Party, Telling, main_countries, telling
from ontherecord.records import Interval

QUERIES = Path(__file__).parent / "queries"
# When more than this share of the documents is new, linking all is quicker.
MANY = 0.2
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Linked:
    """How many occurrences a ledger holds, and how many documents that are copies of others."""

    occurrences: int
    copies: int


def link_ledger(path: Path) -> Linked:
    """Links the events of a ledger into occurrences and stores them. Only what new documents can change is linked again; the answer is
    the same in any order of arrival.

    Raises LedgerError when the ledger cannot be opened or written.
    """
    with open_ledger(path) as ledger:
        return relink(ledger)


def relink(ledger: Ledger) -> Linked:
    """As `link_ledger`, of a ledger that is open for writing: after documents were added, or something was put right."""
    unlinked, torn = ledger.query(QUERIES / "unlinked.sql"), ledger.query(QUERIES / "torn.sql")
    new = sorted({row["document_id"] for row in unlinked} | {d for row in torn for d in row["documents"] or ()})
    if unlinked and len(new) > MANY * unlinked[0]["documents"]:
        rows = occurrences(_tellings(ledger, None), lambda ids: _texts(ledger, ids))
        ledger.replace_occurrences(map(_row, rows))
    elif new or torn:
        _grow(ledger, new, {row["occurrence_id"] for row in torn})
    counted = ledger.query(QUERIES / "count.sql")[0]
    return Linked(int(counted["occurrences"]), int(counted["copies"]))


def _key(telling: Telling) -> Key:
    return telling.document, telling.event


def _barred(ledger: Ledger) -> dict[Key, frozenset[tuple[int, bool]]]:
    """Of events that somebody took out of an occurrence, and of those that stayed: the corrections, with whether it went."""
    found: dict[Key, set[tuple[int, bool]]] = {}
    for row in ledger.query(QUERIES / "barred.sql"):
        found.setdefault((row["document_id"], row["event_id"]), set()).add((row["correction_id"], row["gone"]))
    return {key: frozenset(barred) for key, barred in found.items()}


def _grow(ledger: Ledger, new: list[str], torn: set[str]) -> None:
    """Links new documents, and those of torn occurrences, into what there is."""
    told = _tellings(ledger, new)
    before = {(r["document_id"], r["event_id"]): r["occurrence_id"] for r in ledger.query(QUERIES / "linked.sql", ids=_list(new))}
    changed = [t for t in told if before.get(_key(t), "") in torn | {""}]
    parts = touched(changed, lambda searches: _neighbours(ledger, searches)) if changed else []
    documents = sorted({t.document for part in parts for t in part})
    old = {(r["document_id"], r["event_id"]): r["occurrence_id"] for r in ledger.query(QUERIES / "linked.sql", ids=_list(documents))}
    gone = {old[key] for part in parts for t in part if (key := _key(t)) in old}
    ledger.replace_occurrences(map(_row, from_components(parts, lambda ids: _texts(ledger, ids))), gone=gone | torn)


def _neighbours(ledger: Ledger, searches: list[Search]) -> list[Telling]:
    one, other, first, last = (list(column) for column in zip(*searches, strict=True))
    found = ledger.query(QUERIES / "neighbours.sql", one=one, other=other, first=first, last=last)
    return _tellings(ledger, [row["document_id"] for row in found])


def _tellings(ledger: Ledger, ids: list[str] | None) -> list[Telling]:
    told = [_telling(row) for row in ledger.query(QUERIES / "tellings.sql", ids=None if ids is None else _list(ids))]
    barred = _barred(ledger)
    return [replace(t, barred=barred[_key(t)]) if _key(t) in barred else t for t in told]


def _list(ids: Iterable[str]) -> str:
    """Ids as one string, which the queries split: a list of many binds slowly."""
    return ",".join(ids)


def _texts(ledger: Ledger, ids: list[str]) -> Mapping[str, str]:
    return {str(row["document_id"]): str(row["text"]) for row in ledger.query(QUERIES / "texts.sql", ids=_list(ids))}


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
        vouching=row["vouching"],
    )


def _parties(rows: Iterable[Mapping[str, Any]]) -> list[Party]:
    return [Party(p["name"], p["country"], p["named"]) for p in rows]


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
