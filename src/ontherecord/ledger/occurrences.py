"""How the linker's answer is handed to the ledger: occurrences, and the events that tell of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


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
    connection.execute(
        "INSERT INTO occurrences SELECT unnest(?::TEXT[]), unnest(?::TEXT[])::JSON",
        [[row.id for row in rows], [msgspec.json.encode(row.fields).decode() for row in rows]],
    )
    links = [(row.id, link) for row in rows for link in row.links]
    connection.execute(
        "INSERT INTO occurrence_events SELECT unnest(?::TEXT[]), unnest(?::TEXT[]), unnest(?::TEXT[]), unnest(?::DOUBLE[]), "
        "from_json(unnest(?::TEXT[])::JSON, '[\"VARCHAR\"]'), unnest(?::TEXT[])",
        [
            [occurrence for occurrence, _ in links],
            [link.document_id for _, link in links],
            [link.event_id for _, link in links],
            [link.score for _, link in links],
            [msgspec.json.encode(link.reasons).decode() for _, link in links],
            [link.copy_of for _, link in links],
        ],
    )
