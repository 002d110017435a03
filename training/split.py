"""Which documents are kept back: a fifth, by a hash of the id, so that a new document changes no other's lot."""

from __future__ import annotations

import hashlib


def held_out(group: str) -> bool:
    """Whether a document belongs to the fifth that is kept back."""
    return hashlib.sha256(group.encode()).digest()[0] % 5 == 0
