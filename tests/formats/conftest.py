from __future__ import annotations

from tests.ledger.conftest import filled, fresh, ledger, path

__all__ = ["filled", "fresh", "ledger", "path"]
