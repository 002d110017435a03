"""How the linker's answer is handed to the ledger: occurrences, and the events that tell of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


OCCURRENCES = "INSERT INTO occurrences SELECT r ->> 0, (r ->> 1)::JSON FROM (SELECT unnest(from_json(?::JSON, '[\"JSON\"]')) AS r)"
LINKS = (
    "INSERT INTO occurrence_events SELECT r ->> 0, r ->> 1, r ->> 2, (r ->> 3)::DOUBLE, from_json(r -> 4, '[\"VARCHAR\"]'), r ->> 5 "
    "FROM (SELECT unnest(from_json(?::JSON, '[\"JSON\"]')) AS r)"
)


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
    """`fields` is kept as JSON: type, mode, aux, date, actors, recipients, issues, score, as in docs/record.md."""

    id: str
    fields: Mapping[str, object]
    links: tuple[Link, ...]


def replace(connection: DuckDBPyConnection, rows: Iterable[OccurrenceRow], gone: Collection[str] | None) -> None:
    """Writes `rows` in place of all occurrences (`gone` is None), or of those with the same ids and those in `gone`.

    Wants a transaction around it.
    """
    rows = list(rows)
    if gone is None:
        connection.execute("DELETE FROM occurrence_events; DELETE FROM occurrences")
    else:
        old = [*gone, *(row.id for row in rows)]
        connection.execute("DELETE FROM occurrence_events WHERE occurrence_id IN (SELECT unnest(?::TEXT[]))", [old])
        connection.execute("DELETE FROM occurrences WHERE occurrence_id IN (SELECT unnest(?::TEXT[]))", [old])
    # As one string of JSON each: a list binds value by value, and each value costs a search for modules that are not installed.
    connection.execute(OCCURRENCES, [msgspec.json.encode([(row.id, msgspec.json.encode(row.fields).decode()) for row in rows]).decode()])
    links = [(row.id, link.document_id, link.event_id, link.score, link.reasons, link.copy_of) for row in rows for link in row.links]
    connection.execute(LINKS, [msgspec.json.encode(links).decode()])
