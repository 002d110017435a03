"""The ledger as the page uses it: opened for each request and let go at once, so that `otr add` can write between two looks."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ontherecord.errors import LedgerError
from ontherecord.ledger import Ledger, open_ledger

# The longest that one question of a page may take, in seconds; the slowest of a ledger of a million events takes half of one.
LONGEST = 15.0


class Desk:
    """One ledger file, whether it may be written, and the token that the page's own forms carry."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.token = secrets.token_urlsafe(32)
        # DuckDB opens a file once in a process, for reading or for writing.
        self._turn = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """The ledger for reading. Raises LedgerError when it is missing, in use or no ledger."""
        with self._turn, open_ledger(self.path, read_only=True) as ledger:
            ledger.seconds = LONGEST
            yield ledger

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """The ledger for a correction. Raises LedgerError; a missing ledger is not made."""
        if self.read_only:
            raise LedgerError("This page shows the ledger for reading only. Start it without --read-only to correct it.")
        if not self.path.exists():
            raise LedgerError(f"There is no ledger at {self.path}. Make one with: otr add PATH --ledger {self.path}")
        with self._turn, open_ledger(self.path) as ledger:
            yield ledger

    def is_ours(self, token: str) -> bool:
        """Whether a form was sent from a page that this process has made."""
        return secrets.compare_digest(token.encode(), self.token.encode())
