"""Spellings made comparable: for looking up only, never for offsets."""

from __future__ import annotations

import re
import unicodedata

PIECE = re.compile(r"[\w.]+|[^\w\s]")
FIRST = re.compile(r"[\w.]+|\S")
# Letters that Unicode does not take apart into a base letter and a mark, and the typographer's apostrophes and hyphens.
PLAIN = str.maketrans({
    "’": "'", "‘": "'", "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "‐": "-", "‑": "-", "–": "-", "‒": "-",
    "ə": "a", "Ə": "A",
})  # fmt: skip


def fold(text: str) -> str:
    """The text without accents, with plain apostrophes and hyphens and single blanks."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text.translate(PLAIN)) if not unicodedata.combining(c))
    return " ".join(text.split())
