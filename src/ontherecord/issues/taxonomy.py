"""The taxonomy of issues: what the shipped lexicon knows, read once, indexed by first word."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from ontherecord.errors import LexiconError
from ontherecord.lexicons import read_table, table_path

Scope = Literal["anywhere", "agenda"]
Country = Literal["never", "third", "always", "needed"]
Row = TypeVar("Row", "Topic", "DisputedPlace")
WORD = re.compile(r"[^\W_]+(?:-\d+)?(?:['’]s)?|-")
LISTS = (
    "light",
    "institutions",
    "carriers",
    "disputes",
    "dispute_verbs",
    "deal_verbs",
    "country_heads",
    "vague",
    "no_items",
    "plain",
    "encounters",
    "movements",
    "invitations",
)
# Length of an id that a document names itself, in words; longer noun phrases are descriptions, not names.
LONGEST_SLUG = 6


@dataclass(frozen=True, slots=True)
class Topic:
    """One row of the taxonomy. `lexicons/issues.toml` says what its fields mean."""

    id: str
    label: str
    parent: str
    phrases: tuple[tuple[str, ...], ...]
    common: frozenset[tuple[str, ...]]
    acts: tuple[tuple[str, str], ...]
    whose: tuple[str, ...]
    scope: Scope
    country: Country
    to: frozenset[str]
    owner: bool
    composed: str
    composed_label: str
    match: str
    miss: str

    def of(self, country: str) -> tuple[str, str]:
        """Id and label of the issue that a country makes of this one; `country` is a name for people ("Sri Lanka")."""
        return self.composed.replace("{}", slug(country)), self.composed_label.replace("{}", country)


@dataclass(frozen=True, slots=True)
class DisputedPlace:
    """A territory or water with a dispute of its own name. `names` as tuples of words, as written."""

    id: str
    label: str
    parent: str
    names: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class AgendaWord:
    """A word that opens a list of issues; `particle` as in "bring up". `lexicons/issues.toml` says what its fields mean."""

    word: str
    particle: str | None
    noun: bool
    slots: frozenset[str]
    subject: frozenset[str]
    object: frozenset[str]
    verbs: frozenset[str]
    names: bool
    put_to: bool
    match: str
    miss: str


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All rows, the word lists by name (LISTS), and the indexes by first word: phrases and names longest first."""

    topics: Mapping[str, Topic]
    places: Mapping[str, DisputedPlace]
    agendas: tuple[AgendaWord, ...]
    lists: Mapping[str, frozenset[str]]
    by_word: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    decoys: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    by_name: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    by_act: Mapping[str, Mapping[str, str]]
    whose: Mapping[str, str]
    by_agenda: Mapping[str, tuple[AgendaWord, ...]]

    def parent(self, id_: str) -> str | None:
        """The broader issue of an issue; None for a root and for what a document named by itself."""
        if id_ in self.topics:
            return self.topics[id_].parent or None
        if id_ in self.places:
            return self.places[id_].parent
        return next((t.id for t in self.topics.values() if t.country != "never" and _made_of(id_, t.composed)), None)

    def label(self, id_: str) -> str | None:
        """Words for people, where the taxonomy has the issue itself."""
        found = self.topics.get(id_) or self.places.get(id_)
        return found.label if found else None


def _made_of(id_: str, composed: str) -> bool:
    before, _, after = composed.partition("{}")
    return len(id_) > len(before) + len(after) and id_.startswith(before) and id_.endswith(after)


def slug(words: str) -> str:
    """Lower case ASCII words with hyphens between, at most LONGEST_SLUG of them: "Côte d'Ivoire" -> "cote-d-ivoire"."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower())[:LONGEST_SLUG])


@functools.cache
def country_names() -> Mapping[str, str]:
    """Names of countries for people, by code."""
    return {row["code"]: row["name"] for row in read_table(table_path("countries.tsv"), ("code", "name"))}


@functools.cache
def load_taxonomy(path: Path | None = None) -> Taxonomy:
    """The shipped taxonomy, or one at `path`.

    Raises LexiconError for a field that does not exist, an id given twice or a parent that is no issue.
    """
    path = path or table_path("issues.toml")
    with path.open("rb") as file:
        data = tomllib.load(file)
    topics = _unique([_topic(row, path) for row in data.get("issues", ())], path)
    places = _unique([_place(row, path) for row in data.get("places", ())], path)
    _check_parents(topics, places, path)
    agendas = tuple(_agenda(row, path) for row in data.get("agendas", ()))
    return Taxonomy(
        topics, places, agendas,
        {name: frozenset(data.get(name, ())) for name in LISTS},
        _index((p, t.id) for t in topics.values() for p in t.phrases),
        _index((words(d), "") for d in data.get("decoys", ())),
        _index((n, p.id) for p in places.values() for n in p.names),
        _acts(topics.values()),
        {w: t.id for t in topics.values() for w in t.whose},
        {w: tuple(a for a in agendas if a.word == w) for w in {a.word for a in agendas}},
    )  # fmt: skip


TOPIC_FIELDS = {
    "id", "label", "parent", "phrases", "acts", "whose", "scope", "country", "to", "owner", "composed", "composed_label", "match", "miss",
}  # fmt: skip
PLACE_FIELDS = {"names", "id", "label", "parent"}
AGENDA_FIELDS = {"word", "noun", "slots", "subject", "object", "verbs", "names", "with", "match", "miss"}


def _topic(row: dict[str, Any], path: Path) -> Topic:
    _check_fields(row, TOPIC_FIELDS, {"id", "label", "parent", "phrases", "match", "miss"}, path)
    acts = [tuple(a.split(" ", 1)) for a in row.get("acts", ())]
    if any(len(a) != 2 for a in acts):
        raise LexiconError(f"{path.name}, issue {row['id']}: each of `acts` must be a verb and its object.")
    country: Country = row.get("country", "never")
    scope: Scope = row.get("scope", "anywhere")
    if country not in ("never", "third", "always", "needed") or scope not in ("anywhere", "agenda"):
        raise LexiconError(f"{path.name}, issue {row['id']}: `country` is never, third, always or needed, `scope` anywhere or agenda.")
    return Topic(
        row["id"], row["label"], row["parent"], tuple(words(p) for p in row["phrases"]),
        frozenset(words(p) for p in row["phrases"] if p.startswith("~")), tuple((a[0], a[1]) for a in acts),
        tuple(row.get("whose", ())), scope, country, frozenset(row.get("to", ())), row.get("owner", False),
        row.get("composed", "{}-" + row["id"]), row.get("composed_label", row["label"] + ": {}"), row["match"], row["miss"],
    )  # fmt: skip


def _place(row: dict[str, Any], path: Path) -> DisputedPlace:
    _check_fields(row, PLACE_FIELDS, {"names", "id", "parent"}, path)
    return DisputedPlace(row["id"], row.get("label", row["names"][0]), row["parent"], tuple(words(n, lower=False) for n in row["names"]))


def _agenda(row: dict[str, Any], path: Path) -> AgendaWord:
    _check_fields(row, AGENDA_FIELDS, {"word", "slots", "names", "match", "miss"}, path)
    word, _, particle = row["word"].partition(" ")
    return AgendaWord(
        word, particle or None, row.get("noun", False), frozenset(row["slots"]), frozenset(row.get("subject", ())),
        frozenset(row.get("object", ())), frozenset(row.get("verbs", ())), row["names"], row.get("with", False), row["match"], row["miss"],
    )  # fmt: skip


def _check_fields(row: dict[str, Any], known: set[str], needed: set[str], path: Path) -> None:
    name = row.get("id") or row.get("word") or "?"
    if wrong := set(row) - known:
        raise LexiconError(f"{path.name}, {name}: unknown field {', '.join(sorted(wrong))}; known are {', '.join(sorted(known))}.")
    if missing := needed - set(row):
        raise LexiconError(f"{path.name}, {name}: lacks {', '.join(sorted(missing))}.")


def _unique(rows: list[Row], path: Path) -> dict[str, Row]:
    by_id = {r.id: r for r in rows}
    if len(by_id) != len(rows):
        twice = sorted({r.id for r in rows if sum(o.id == r.id for o in rows) > 1})
        raise LexiconError(f"{path.name}: given twice: {', '.join(twice)}.")
    return by_id


def _check_parents(topics: Mapping[str, Topic], places: Mapping[str, DisputedPlace], path: Path) -> None:
    parents = {**{t.id: t.parent for t in topics.values()}, **{p.id: p.parent for p in places.values()}}
    for id_, above in parents.items():
        if above and above not in topics:
            raise LexiconError(f"{path.name}, {id_}: its parent {above} is no issue of this file.")


def words(phrase: str, *, lower: bool = True) -> tuple[str, ...]:
    """A phrase in the words that the tokenizer makes of it: "cease-fire" is three."""
    found = phrase.lower() if lower else phrase
    return tuple(w for part in WORD.findall(found) for w in _split(part))


def _split(word: str) -> tuple[str, ...]:
    return (word[:-2], word[-2:]) if word.endswith(("'s", "’s")) else (word,)


def _index(pairs: Iterable[tuple[tuple[str, ...], str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, id_ in pairs:
        found.setdefault(phrase[0], []).append((phrase, id_))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in found.items()}


def _acts(topics: Iterable[Topic]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for topic in topics:
        for verb, thing in topic.acts:
            found.setdefault(verb, {})[thing] = topic.id
    return found
