"""Which coder this process uses: the learned one beside the lexicon, or the lexicon alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontherecord.errors import UnknownName

if TYPE_CHECKING:
    from ontherecord.events.coder import Coder

CODERS = ("learned", "lexicon")
_chosen = "lexicon"


def use_coder(name: str) -> None:
    """Sets the coder for all documents that this process codes from now on. Raises UnknownName."""
    global _chosen
    if name not in CODERS:
        raise UnknownName(f"There is no coder {name!r}; there are {' and '.join(CODERS)}.")
    _chosen = name


def chosen() -> str:
    return _chosen


def in_use() -> Coder | None:
    """The learned coder, loaded at first use; None where the lexicon alone was chosen. Raises CoderError where it cannot be loaded."""
    if _chosen == "lexicon":
        return None
    from ontherecord.events.coder import load

    return load()
