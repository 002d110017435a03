"""Answers as tables: what Polars, pandas and other readers of Arrow take, without a copy in Python objects."""

from __future__ import annotations

import gc
import importlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ontherecord.errors import MissingPackage
from ontherecord.ledger.connection import sentences

if TYPE_CHECKING:
    import pandas
    import polars
    from duckdb import DuckDBPyConnection, DuckDBPyRelation


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a documented view. `view_says` is what the view holds, `says` what the column holds."""

    view: str
    view_says: str
    column: str
    type: str
    says: str


class Table:
    """The answer to a question, asked anew each time that it is read. Anything that reads the Arrow C stream takes it as it is:

        polars.DataFrame(table), pyarrow.table(table), nanoarrow.ArrayStream(table)

    Lists and structs stay what they are, days are days. It lives as long as its ledger is open.
    """

    def __init__(self, path: Path, connection: DuckDBPyConnection, sql: str, bound: Mapping[str, object]) -> None:
        self._path, self._connection, self._sql, self._bound = path, connection, sql, dict(bound)

    @property
    def columns(self) -> list[str]:
        return list(self._relation().columns)

    def __len__(self) -> int:
        with sentences(self._path, "reading"):
            row = self._relation().count("*").fetchone()
        return int(row[0]) if row else 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The rows, each a dict by column."""
        with sentences(self._path, "reading"):
            found = self._relation()
            rows = found.fetchall()
        return (dict(zip(found.columns, row, strict=True)) for row in rows)

    def __repr__(self) -> str:
        return f"Table of {', '.join(self.columns)}; .to_polars() or .to_pandas() gives its rows."

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The PyCapsule protocol of Arrow."""
        with sentences(self._path, "reading"):
            return self._relation().__arrow_c_stream__(requested_schema)

    def to_polars(self) -> polars.DataFrame:
        """Raises MissingPackage when Polars is not installed, LedgerError when the ledger cannot be read."""
        frames = needed("polars", "Polars")
        found: polars.DataFrame = frames.DataFrame(self)
        return found

    def to_pandas(self) -> pandas.DataFrame:
        """Raises MissingPackage when pandas is not installed, LedgerError when the ledger cannot be read."""
        needed("pandas", "pandas")
        with sentences(self._path, "reading"):
            return self._relation().df()

    def _relation(self) -> DuckDBPyRelation:
        with sentences(self._path, "reading"):
            return self._connection.sql(self._sql, params=self._bound or None)


def needed(module: str, called: str) -> Any:
    """A package that is imported only when it is wanted. Raises MissingPackage, which says how to get it."""
    try:
        return importlib.import_module(module)
    except ImportError as missing:
        how = "pip install pandas" if module == "pandas" else "pip install 'ontherecord[frames]' (in a checkout: make frames)"
        raise MissingPackage(f"{called} is not installed; get it with: {how}") from missing


@contextmanager
def uncollected() -> Iterator[None]:
    """Keeps the garbage collector still while many records are made at once: else it looks at all of them again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
