"""What the parameters of an address may hold, and the sentences for what they may not."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import Path, Query

from ontherecord.errors import UnknownName

Code = Annotated[str, Path(max_length=40, description="Country: ISO 3166 alpha-3 or a PLOVER international code.")]
Id = Annotated[str, Path(max_length=80, description="Id as the ledger gives it.")]
Day = Annotated[str, Query(max_length=40, description="A day: 2026-01-31.")]
Name = Annotated[str, Query(max_length=200)]
Words = Annotated[str, Query(max_length=200, description="Words to look for.")]


def day(given: str, *, what: str) -> dt.date | None:
    """The day, None for an empty one. Raises UnknownName."""
    if not given.strip():
        return None
    try:
        return dt.date.fromisoformat(given.strip())
    except ValueError as wrong:
        raise UnknownName(f"“{given}” is no day for “{what}”. Write it as year-month-day: 2026-01-31.") from wrong
