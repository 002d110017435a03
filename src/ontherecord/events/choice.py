"""Which coder this process uses: the learned one beside the lexicon, or the lexicon alone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ontherecord.errors import UnknownName

if TYPE_CHECKING:
    from ontherecord.events.coder import Coder

CODERS = ("learned", "lexicon")
# Processes that this one starts inherit the choice.
VARIABLE = "OTR_CODER"
DEFAULT = "learned"


def use_coder(name: str) -> None:
    """Sets the coder for all documents that this process, and those that it starts, code from now on.

    Raises UnknownName, and CoderError where the learned coder cannot be loaded.
    """
    if name not in CODERS:
        raise UnknownName(f"There is no coder {name!r}; there are {' and '.join(CODERS)}.")
    os.environ[VARIABLE] = name
    in_use()


def chosen() -> str:
    """The coder's name. Raises UnknownName for one that the environment names and that does not exist."""
    name = os.environ.get(VARIABLE, DEFAULT)
    if name not in CODERS:
        raise UnknownName(f"{VARIABLE} names the coder {name!r}; there are {' and '.join(CODERS)}.")
    return name


def in_use() -> Coder | None:
    """The learned coder, loaded at first use; None where the lexicon alone was chosen. Raises CoderError where it cannot be loaded."""
    if chosen() == "lexicon":
        return None
    from ontherecord.events.coder import load

    return load()
