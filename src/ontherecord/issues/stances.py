"""The stance lexicon: words that tell what an actor holds over time, read once from `lexicons/stances.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ontherecord.errors import LexiconError
from ontherecord.lexicons import table_path
from ontherecord.records.types import Change

KINDS = ("verb", "adjective", "noun", "phrase")
FIELDS = {"stance", *KINDS, "slots", "about", "negates", "progressive", "participle", "match", "miss"}
# Changes that verbs tell ("softened its stance"); "new" is told by adverbs and by "began to".
CHANGES: tuple[Change, ...] = ("softened", "hardened", "dropped")
WORD_LISTS = ("own", "wholes", "lands", "titles", "shares", "lasting", "saying")


@dataclass(frozen=True, slots=True)
class Stance:
    """One row. `words` are the lemma and its particle, or the words of a phrase; the file says what the other fields mean."""

    stance: str
    kind: str
    words: tuple[str, ...]
    slots: tuple[str, ...]
    about: frozenset[str]
    negates: bool
    progressive: bool
    participle: bool
    match: str
    miss: str


@dataclass(frozen=True, slots=True)
class StanceNoun:
    """A noun that means a stance ("opposition"), and the prepositions behind which its object stands."""

    stance: str
    to: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stances:
    """All rows by kind and first word, the words of change, the nouns and the word lists (WORD_LISTS)."""

    rows: tuple[Stance, ...]
    by_word: Mapping[str, Mapping[str, tuple[Stance, ...]]]
    changes: Mapping[str, Change]
    adverbs: Mapping[str, Change]
    begins: frozenset[str]
    ends: frozenset[str]
    nouns: Mapping[str, StanceNoun]
    lists: Mapping[str, frozenset[str]]


@functools.cache
def load_stances(path: Path | None = None) -> Stances:
    """The shipped stances, or those at `path`. Raises LexiconError for a field or kind of change that does not exist."""
    path = path or table_path("stances.toml")
    with path.open("rb") as file:
        data = tomllib.load(file)
    rows = tuple(_row(r, path) for r in data.get("stances", ()))
    by_word = {k: _by_word(r for r in rows if r.kind == k) for k in KINDS}
    changes = data.get("changes", {})
    by_verb: dict[str, Change] = {verb: change for change in CHANGES for verb in changes.get(change, ())}
    adverbs: dict[str, Change] = {**dict.fromkeys(changes.get("hardening", ()), CHANGES[1]), **dict.fromkeys(changes.get("new", ()), "new")}
    return Stances(
        rows, by_word, by_verb, adverbs,
        frozenset(changes.get("begins", ())), frozenset(changes.get("ends", ())),
        {noun: StanceNoun(n["stance"], frozenset(n["to"])) for noun, n in data.get("nouns", {}).items()},
        {name: frozenset(data.get(name, ())) for name in WORD_LISTS},
    )  # fmt: skip


def _row(row: dict[str, Any], path: Path) -> Stance:
    kinds = [k for k in KINDS if k in row]
    name = row.get("stance", "?")
    if wrong := set(row) - FIELDS:
        raise LexiconError(f"{path.name}, stance {name}: unknown field {', '.join(sorted(wrong))}; known are {', '.join(sorted(FIELDS))}.")
    if len(kinds) != 1 or not {"stance", "slots", "match", "miss"} <= set(row):
        raise LexiconError(f"{path.name}, stance {name}: needs stance, slots, match, miss and one of {', '.join(KINDS)}.")
    kind = kinds[0]
    return Stance(
        row["stance"], kind, tuple(row[kind].split()), tuple(row["slots"]), frozenset(row.get("about", ())), row.get("negates", False),
        row.get("progressive", False), row.get("participle", False), row["match"], row["miss"],
    )  # fmt: skip


def _by_word(rows: Any) -> dict[str, tuple[Stance, ...]]:
    found: dict[str, list[Stance]] = {}
    for row in rows:
        found.setdefault(row.words[0], []).append(row)
    return {word: tuple(group) for word, group in found.items()}
