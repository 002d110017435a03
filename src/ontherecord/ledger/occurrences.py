"""How the linker's answer is handed to the ledger: occurrences, and the events that tell of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


OCCURRENCES = """
INSERT INTO occurrences
SELECT id, f.type, f.mode, f.aux, f.date.start, f.date.end, f.bounds.start, f.bounds.end, coalesce(f.actors, []),
    coalesce(f.recipients, []), f.place, coalesce(f.issues, []), f.score, f.told
FROM (
    SELECT r ->> 0 AS id, from_json(r -> 1, '{"type": "VARCHAR", "mode": "VARCHAR", "aux": "VARCHAR",
        "date": {"start": "DATE", "end": "DATE"}, "bounds": {"start": "DATE", "end": "DATE"}, "actors": ["VARCHAR"],
        "recipients": ["VARCHAR"], "place": "VARCHAR", "issues": ["VARCHAR"], "score": "DOUBLE", "told": "INTEGER"}') AS f
    FROM (SELECT unnest(from_json(?::JSON, '["JSON"]')) AS r)
)"""
LINKS = (
    "INSERT INTO occurrence_events SELECT r ->> 0, r ->> 1, r ->> 2, (r ->> 3)::DOUBLE, from_json(r -> 4, '[\"VARCHAR\"]'), r ->> 5 "
    "FROM (SELECT unnest(from_json(?::JSON, '[\"JSON\"]')) AS r)"
)


TABLES = ("occurrence_events", "occurrences", "occurrence_pairs", "promises")


@dataclass(frozen=True, slots=True)
class Link:
    """One event of one document that tells of an occurrence: how sure (0 to 1), why, and of which document this one is a copy."""

    document_id: str
    event_id: str
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class OccurrenceRow:
    """`fields` holds type, mode, aux, date, actors, recipients, place, issues and score as in docs/record.md, `bounds` (the days between
    which it must have been) and `told` (by how many events); what is missing is null, or an empty list.
    """

    id: str
    fields: Mapping[str, object]
    links: tuple[Link, ...]


def replace(connection: DuckDBPyConnection, rows: Iterable[OccurrenceRow], gone: Collection[str] | None) -> None:
    """Writes `rows` in place of all occurrences (`gone` is None), or of those with the same ids and those in `gone`.

    Wants a transaction around it.
    """
    rows = list(rows)
    if gone is None:
        for table in TABLES:
            connection.execute(f"DELETE FROM {table}")  # noqa: S608
    else:
        old = ",".join([*gone, *(row.id for row in rows)])
        for table in TABLES:
            connection.execute(f"DELETE FROM {table} WHERE occurrence_id IN (SELECT unnest(string_split(?, ',')))", [old])  # noqa: S608
    # As one string of JSON each: a list binds value by value, and each value costs a search for modules that are not installed.
    connection.execute(OCCURRENCES, [msgspec.json.encode([(row.id, row.fields) for row in rows]).decode()])
    links = [(row.id, link.document_id, link.event_id, link.score, link.reasons, link.copy_of) for row in rows for link in row.links]
    connection.execute(LINKS, [msgspec.json.encode(links).decode()])
    connection.execute("INSERT INTO unsettled SELECT unnest(string_split(?, ','))", [",".join(row.id for row in rows)])
