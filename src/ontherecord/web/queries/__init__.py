"""The page's own questions to the ledger, a file each; all have a LIMIT."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ontherecord.ledger import Ledger

HERE = Path(__file__).parent


def ask(ledger: Ledger, query: str, **bound: object) -> list[dict[str, Any]]:
    """The rows of a query of this folder."""
    return ledger.query(HERE / f"{query}.sql", **bound)


def issue_labels(ledger: Ledger, documents: Iterable[str]) -> dict[str, str]:
    """What the issues that the documents name are called, by id."""
    return {row["issue_id"]: row["label"] for row in ask(ledger, "issue_labels", documents=list(documents))}
