"""The cast of one document: who occurs in it, and which words mean whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from ontherecord.records import Actor
from ontherecord.spans import Span

MentionKind = Literal["name", "title", "description", "pronoun", "place", "adjective"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` (inclusive) that mean the given actors: one, or several ("the two leaders").

    `kind` is "place" where a country's or city's name only says where ("in Moscow"), "adjective" where it only qualifies a thing
    ("French wine", "US sanctions"); neither acts by itself, though `Cast.belongs` uses both.
    """

    span: Span
    first: int
    last: int
    head: int
    actors: tuple[str, ...]
    kind: MentionKind

    @property
    def acts(self) -> bool:
        return self.kind not in ("place", "adjective")


class Cast:
    """Actors and mentions of one document. Built by `actors.find_cast`; later steps only ask, or bind pronouns of a quotation."""

    def __init__(self) -> None:
        self._actors: dict[str, Actor] = {}
        self._by_head: dict[int, Mention] = {}
        self._country: dict[str, str] = {}

    def add(self, name: str, *, country: str | None = None, sector: str | None = None, role: str | None = None, wikidata: str | None = None) -> str:
        """A new actor; its id."""
        id_ = f"a{len(self._actors) + 1}"
        self._actors[id_] = Actor(id_, name, country, sector, role, wikidata)
        return id_

    def refine(self, id_: str, **known: str | None) -> None:
        """Better knowledge of an actor: name, country, sector, role, wikidata."""
        self._actors[id_] = replace(self._actors[id_], **known)  # type: ignore[arg-type]

    def mention(self, mention: Mention) -> None:
        """Keeps a mention; one a head token, the last one given wins."""
        self._by_head[mention.head] = mention

    def at(self, head: int) -> Mention | None:
        """The mention whose head is the token."""
        return self._by_head.get(head)

    def government(self, country: str, name: str) -> str:
        """The actor that stands for a country as such ("Beijing", "China"); made when the document had none so far."""
        if country not in self._country:
            self._country[country] = self.add(name, country=country, sector="GOV")
        return self._country[country]

    def stands_for(self, id_: str, country: str) -> None:
        """Marks an actor as the one that stands for its country as such."""
        self._country.setdefault(country, id_)

    def is_country(self, id_: str) -> bool:
        """Whether the actor stands for a country as such."""
        return id_ in self._country.values()

    def actor(self, id_: str) -> Actor:
        return self._actors[id_]

    def countries(self, ids: Iterable[str]) -> set[str]:
        """Country codes of the given actors, unknown ones left out."""
        return {c for i in ids if (c := self._actors[i].country) is not None}

    @property
    def mentions(self) -> list[Mention]:
        """All mentions in order of their place."""
        return sorted(self._by_head.values(), key=lambda m: (m.first, m.last))

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors with the spans that mention them, in order of id."""
        spans: dict[str, list[Span]] = {}
        for mention in self.mentions:
            for id_ in mention.actors:
                spans.setdefault(id_, []).append(mention.span)
        return tuple(replace(a, mentions=tuple(sorted(set(spans.get(i, ()))))) for i, a in self._actors.items())
