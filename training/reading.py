"""The encoder's own tokenizer."""

from __future__ import annotations

from pathlib import Path

from tokenizers import Tokenizer


def tokenizer(folder: Path) -> Tokenizer:
    """Without padding or truncation: both are done where the marks are known."""
    made = Tokenizer.from_file(str(folder / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made
