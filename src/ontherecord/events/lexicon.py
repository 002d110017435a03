"""The phrase lexicon: which words tell which PLOVER event, and where in their grammar the parties stand.

`lexicons/events/TYPE.toml` holds the entries of one type, `operators.toml` the words that take an event as their complement
("agreed to", "threatens", "call for"), `classes.toml` word classes that entries may name as "@class". `docs/lexicon.md` explains
the fields; tests make a case of every entry's `match` and `miss`.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ontherecord.errors import LexiconError
from ontherecord.lexicons import table_path
from ontherecord.ontology import TYPES

Kind = Literal["verb", "noun", "adjective"]
# What an operator does to the event that it governs; events/composition.py has the rules.
OPERATORS = (
    "commit", "intend", "request", "refuse", "threaten", "accuse", "endorse", "deny", "doubt", "stop", "start", "approve", "allow", "fail",
)  # fmt: skip
SHARED_FIELDS = {
    "id", "verb", "noun", "adjective", "object", "object_not", "with", "without", "to", "by", "complement", "match", "miss", "note",
}  # fmt: skip
ENTRY_FIELDS = SHARED_FIELDS | {"subject", "modifier", "mode", "contexts", "together", "bare", "wide"}
OPERATOR_FIELDS = SHARED_FIELDS | {"subject", "op", "alone", "alone_mode", "wide"}
# Classes that are asked of the cast, not of the word list.
ASKED = {"@party", "@person", "@country", "@place", "@force", "@official", "@civilian", "@money", "@several", "@none", "@some"}


@dataclass(frozen=True, slots=True)
class Condition:
    """Lemmas that may stand in a slot; `asked` are classes that the cast decides ("@party", "@place")."""

    lemmas: frozenset[str]
    asked: frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to tell one type of event. `words` are lemmas; a verb's particle stands behind an underscore ("call_off"), a noun's
    modifier before it ("air_strike").
    """

    id: str
    kind: Kind
    words: tuple[str, ...]
    type: str | None
    mode: str | None
    object: Condition | None
    object_not: Condition | None
    subject: Condition | None
    modifier: Condition | None
    behind: tuple[tuple[str, Condition | None], ...]
    complement: frozenset[str]
    to: tuple[str, ...]
    by: tuple[str, ...]
    contexts: tuple[str, ...]
    together: bool
    bare: bool
    op: str | None
    match: str
    miss: str
    without: tuple[tuple[str, Condition | None], ...] = ()
    wide: bool = False

    @property
    def weight(self) -> int:
        """How much an entry asks for; of two that fit, the one that asks for more is right."""
        asked = (self.object, self.subject, self.modifier)
        return sum(2 for a in asked if a) + (1 if self.object_not else 0) + 2 * len(self.behind) + (1 if self.complement else 0)

    @property
    def negative(self) -> bool:
        """Whether it asks for a negation itself: "would NEVER accept" is a refusal, not one that did not happen."""
        return any(slot == "neg" for slot, _ in self.behind)

    @property
    def exact(self) -> int:
        """Of two that ask for as much, the one that names its words is right before the one that takes any actor."""
        asked = (self.object, self.subject, self.modifier)
        return sum(1 for a in asked if a and not a.asked) + bool(self.without)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by kind and word. A word's entries are sorted, the most demanding first and the wide ones behind all others."""

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    adjectives: Mapping[str, tuple[Entry, ...]]
    entries: tuple[Entry, ...]
    supports: frozenset[str]
    persons: frozenset[str]
    forces: frozenset[str]
    officials: frozenset[str]
    bodies: frozenset[str]
    civilians: frozenset[str]
    happens: frozenset[str]
    quantities: frozenset[str]
    idle: frozenset[str]


@functools.cache
def load() -> Lexicon:
    """The shipped lexicon. Raises LexiconError for an entry that cannot be right."""
    folder = table_path("events")
    classes = {k: frozenset(v.split()) for k, v in _read(folder / "classes.toml")["classes"].items()}
    entries = [e for name in sorted(TYPES) for e in _typed_entries(folder / f"{name.lower()}.toml", name, classes)]
    entries += list(_operators(folder / "operators.toml", classes))
    seen: dict[str, str] = {}
    for e in entries:
        if e.id in seen:
            raise LexiconError(f"lexicons/events: two entries have the id {e.id!r}; give one of them another.")
        seen[e.id] = e.id
    return Lexicon(
        _index(entries, "verb"), _index(entries, "noun"), _index(entries, "adjective"), tuple(entries),
        classes["support"], classes["person"], classes["force"], classes["official"], classes["body"], classes["civilian"],
        classes["happen"], classes["quantity"], classes["idle"],
    )  # fmt: skip


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf8"))
    except (OSError, tomllib.TOMLDecodeError) as wrong:
        raise LexiconError(f"{path.name}: {wrong}") from wrong


def _typed_entries(path: Path, type_: str, classes: Mapping[str, frozenset[str]]) -> Iterator[Entry]:
    for plain in _read(path).get("entry", []):
        yield from _entries(path.name, plain, classes, ENTRY_FIELDS, type_)


def _operators(path: Path, classes: Mapping[str, frozenset[str]]) -> Iterator[Entry]:
    for plain in _read(path).get("entry", []):
        if plain.get("op") not in OPERATORS:
            raise LexiconError(f"{path.name}: entry {plain.get('id')!r} has op {plain.get('op')!r}; choose one of {', '.join(OPERATORS)}.")
        yield from _entries(path.name, plain, classes, OPERATOR_FIELDS, plain.get("alone"))


def _entries(
    file: str, plain: dict[str, Any], classes: Mapping[str, frozenset[str]], fields: set[str], type_: str | None
) -> Iterator[Entry]:
    id_ = plain.get("id")
    if not id_ or not plain.get("match") or not plain.get("miss"):
        raise LexiconError(f"{file}: an entry needs an id, a match and a miss; got {plain}.")
    unknown = sorted(plain.keys() - fields)
    if unknown:
        raise LexiconError(f"{file}: entry {id_!r} has the unknown fields {', '.join(unknown)}; known are {', '.join(sorted(fields))}.")
    mode = plain.get("mode") or plain.get("alone_mode")
    if type_ is not None and mode is not None and mode not in TYPES[type_].modes:
        raise LexiconError(f"{file}: entry {id_!r} has mode {mode!r}; {type_} has {', '.join(TYPES[type_].modes) or 'none'}.")

    def condition(value: str | None) -> Condition | None:
        return _condition(file, id_, value, classes)

    def behind(field: str) -> tuple[tuple[str, Condition | None], ...]:
        return tuple((slot.replace("_", " "), condition(v) if v != "*" else None) for slot, v in plain.get(field, {}).items())

    kinds: tuple[Kind, ...] = ("verb", "noun", "adjective")
    given = [k for k in kinds if k in plain]
    if not given:
        raise LexiconError(f"{file}: entry {id_!r} has no verb, noun or adjective.")
    for kind in given:
        yield Entry(
            id=id_ if len(given) == 1 else f"{id_}/{kind}",
            kind=kind,
            words=tuple(plain[kind].split()),
            type=type_,
            mode=mode,
            object=condition(plain.get("object")),
            object_not=condition(plain.get("object_not")),
            subject=condition(plain.get("subject")),
            modifier=condition(plain.get("modifier")),
            behind=behind("with"),
            without=behind("without"),
            wide=bool(plain.get("wide", False)),
            complement=frozenset(plain.get("complement", "").split()),
            to=tuple(plain.get("to", "").split()),
            by=tuple(plain.get("by", "").split()),
            contexts=tuple(plain.get("contexts", "").split()),
            together=bool(plain.get("together", False)),
            bare=bool(plain.get("bare", False)),
            op=plain.get("op"),
            match=plain["match"],
            miss=plain["miss"],
        )


def _condition(file: str, id_: str, value: str | None, classes: Mapping[str, frozenset[str]]) -> Condition | None:
    if value is None:
        return None
    lemmas: set[str] = set()
    asked: set[str] = set()
    for word in value.split():
        if word in ASKED:
            asked.add(word)
        elif word.startswith("@"):
            if word[1:] not in classes:
                raise LexiconError(
                    f"{file}: entry {id_!r} names the class {word}; known are {', '.join('@' + c for c in sorted(classes))}."
                )
            lemmas |= classes[word[1:]]
        else:
            lemmas.add(word)
    return Condition(frozenset(lemmas), frozenset(asked))


def _index(entries: Iterable[Entry], kind: Kind) -> dict[str, tuple[Entry, ...]]:
    index: dict[str, list[Entry]] = {}
    for e in entries:
        if e.kind == kind:
            for word in e.words:
                index.setdefault(word.split("_")[-1 if kind == "noun" else 0], []).append(e)
    return {word: tuple(sorted(found, key=lambda e: (e.wide, -e.weight, -e.exact, e.id))) for word, found in index.items()}
