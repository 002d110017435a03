from __future__ import annotations

from tests.ledger.conftest import filled, fresh, ledger, path, with_call

__all__ = ["filled", "fresh", "ledger", "path", "with_call"]
