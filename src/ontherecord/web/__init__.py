"""The page: `otr serve` shows the ledger on this machine. FastAPI and uvicorn are loaded when it is served, not on import."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ontherecord.web.app import create_app
    from ontherecord.web.serving import serve

__all__ = ["create_app", "serve"]
_LATE = {"create_app": "app", "serve": "serving"}


def __getattr__(name: str) -> Any:
    if name in _LATE:
        return getattr(importlib.import_module(f"ontherecord.web.{_LATE[name]}"), name)
    raise AttributeError(f"module 'ontherecord.web' has no attribute {name!r}")
