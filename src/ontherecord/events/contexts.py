"""PLOVER contexts of an event: what it is about beside its type, from words of its clause."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable

from ontherecord.errors import LexiconError
from ontherecord.lexicons import table_path
from ontherecord.ontology import CONTEXTS

FILE = "contexts.toml"


@functools.cache
def load() -> dict[str, tuple[str, ...]]:
    """Contexts by lemma. Raises LexiconError for a context that PLOVER does not have."""
    plain = tomllib.loads(table_path("events").joinpath(FILE).read_text("utf8"))["contexts"]
    unknown = sorted(plain.keys() - set(CONTEXTS))
    if unknown:
        raise LexiconError(f"{FILE}: no PLOVER context is called {', '.join(unknown)}; these are: {', '.join(CONTEXTS)}.")
    words: dict[str, list[str]] = {}
    for context, lemmas in plain.items():
        for lemma in lemmas.split():
            words.setdefault(lemma, []).append(context)
    return {w: tuple(c) for w, c in words.items()}


def contexts(lemmas: Iterable[str], given: Iterable[str] = ()) -> tuple[str, ...]:
    """The given contexts and those that the lemmas name, in the codebook's order."""
    words = load()
    found = set(given) | {c for lemma in lemmas for c in words.get(lemma, ())}
    return tuple(c for c in CONTEXTS if c in found)
