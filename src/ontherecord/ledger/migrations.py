"""Numbered SQL files (`schema/0001_….sql`), each applied once, in order, each in one transaction."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ontherecord.errors import LedgerError
from ontherecord.ledger.connection import not_a_ledger, sentences, transaction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SCHEMA = Path(__file__).parent / "schema"


def steps() -> list[tuple[int, Path]]:
    """The schema's files by number."""
    return sorted((int(file.name[:4]), file) for file in SCHEMA.glob("[0-9][0-9][0-9][0-9]_*.sql"))


def bring_up_to_date(connection: DuckDBPyConnection, path: Path, *, read_only: bool) -> int:
    """Applies what the ledger lacks; the number that its schema had, 0 for a new one.

    Raises LedgerError for another program's database, a newer ledger, an older one read-only.
    """
    with sentences(path, "reading"):
        version = _version(connection, path)
    newest = steps()[-1][0]
    if version > newest:
        raise LedgerError(
            f"The ledger {path} was written by a newer version of On the Record (its schema is number {version}, this program knows "
            f"up to {newest}). Update with: pip install --upgrade ontherecord"
        )
    if version < newest and read_only:
        raise LedgerError(f"The ledger {path} has an older schema. Add a report to bring it up to date: otr add PATH --ledger {path}")
    for number, file in steps():
        if number > version:
            with transaction(connection, path, "making"):
                connection.execute(file.read_text(encoding="utf8"))
                connection.execute("INSERT INTO schema_version VALUES (?, now() AT TIME ZONE 'UTC')", [number])
    return version


def _version(connection: DuckDBPyConnection, path: Path) -> int:
    tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal").fetchall()}
    if not tables:
        return 0
    if not {"schema_version", "documents"} <= tables:
        raise LedgerError(not_a_ledger(path))
    row = connection.execute("SELECT max(version) FROM schema_version").fetchone()
    return int(row[0]) if row and row[0] is not None else 0
