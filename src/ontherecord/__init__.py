"""On the Record: who did and said what to whom, about what, when, and who says so.

    import ontherecord
    record = ontherecord.code(ontherecord.Document(text=..., published="2026-02-05"))

Heavy parts (spaCy, DuckDB, trafilatura) are loaded when first used, not on import.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from ontherecord.errors import OnTheRecordError, RefusedDocument
from ontherecord.records import (
    Actor,
    Amount,
    Document,
    Event,
    Interval,
    Issue,
    Part,
    Place,
    Position,
    Record,
    Refusal,
    SourceLink,
    Statement,
    as_json,
    from_json,
)  # fmt: skip
from ontherecord.spans import Span

if TYPE_CHECKING:
    from ontherecord.analysis import open_ledger
    from ontherecord.linking import link
    from ontherecord.pipeline import code, code_many, explain

__version__ = "0.1.0"
__all__ = [
    "Actor",
    "Amount",
    "Document",
    "Event",
    "Interval",
    "Issue",
    "OnTheRecordError",
    "Part",
    "Place",
    "Position",
    "Record",
    "Refusal",
    "RefusedDocument",
    "SourceLink",
    "Span",
    "Statement",
    "as_json",
    "code",
    "code_many",
    "explain",
    "from_json",
    "link",
    "open_ledger",
]
_LATE = {"code": "pipeline", "code_many": "pipeline", "explain": "pipeline", "link": "linking", "open_ledger": "analysis"}


def __getattr__(name: str) -> Any:
    if name in _LATE:
        return getattr(importlib.import_module(f"ontherecord.{_LATE[name]}"), name)
    raise AttributeError(f"module 'ontherecord' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
