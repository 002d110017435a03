"""What the steps of finding a cast share while they work: the text, the tables, the figures found so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from ontherecord.actors.cast import Cast, Mention, MentionKind
from ontherecord.actors.names import Evidence, Name
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.registry import Registry, Role, Sense
from ontherecord.actors.roles import RoleHit
from ontherecord.actors.spelling import fold
from ontherecord.language import Grammar, Parsed
from ontherecord.records import Document

Nature = Literal["person", "state", "body", "group", "outlet"]


@dataclass(slots=True)
class Figure:
    """What is known of an actor beside its record: what it is, how many, which words describe it."""

    id: str
    nature: Nature
    gender: str = ""
    plural: bool = False
    roles: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)


# Words for the bureau of a head of state, whichever a report prefers.
PRESIDENCIES = frozenset({
    "presidency", "president's office", "presidential office", "presidential administration", "office of the president",
    "presidential palace", "president's administration",
})  # fmt: skip


def body_key(country: str | None, role: Role, body: str | None, *, plural: bool = False) -> tuple[object, ...]:
    """What makes two descriptions one actor: country and role, and for armies, police and parliaments whatever word is used."""
    if role.word in PRESIDENCIES:
        return ("role", country, "presidency", plural, None)
    word = role.sector if role.kind == "body" and role.office in ("army", "police", "parliament") else role.word
    return ("role", country, word, plural, body)


@dataclass(slots=True)
class Scene:
    """One document at work.

    `nominals` by head; `described` actors by what describes them; `aliases` persons by folded surname and full name; `acronyms` what the
    document introduces in brackets, with the head of the name that it stands for; `home` the country whose government publishes the
    document, `home_offices` whose bureau it is and `home_person` who leads it, `first_person` whether the text itself says "I";
    `dealing` whom a government's release with such a title deals with, its own leader among them; `told` how much
    the whole report weighs for each country, `places` (head, country) of the places where something is; `primed` actors that only title or
    publisher brought in so far; `holders` actors by country and name of the registry; `named_by` heads of titles with the head of the
    name that follows ("President of Chad Ito Muster").
    """

    document: Document
    parsed: Parsed
    grammar: Grammar
    registry: Registry
    cast: Cast
    evidence: Evidence
    names: list[Name]
    roles: list[RoleHit]
    nominals: dict[int, Nominal]
    figures: dict[str, Figure] = field(default_factory=dict)
    described: dict[tuple[object, ...], str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    acronyms: dict[str, int] = field(default_factory=dict)
    told: dict[str, float] | None = None
    places: list[tuple[int, str]] = field(default_factory=list)
    filed: str | None = None
    home: str | None = None
    home_person: str | None = None
    home_offices: frozenset[str] = frozenset()
    first_person: bool = False
    dealing: tuple[str, ...] = ()
    primed: set[str] = field(default_factory=set)
    holders: dict[tuple[str, str], str] = field(default_factory=dict)
    named_by: dict[int, int] = field(default_factory=dict)
    _role_by_last: dict[int, RoleHit] | None = None
    _name_by_last: dict[int, Name] | None = None

    @property
    def day(self) -> dt.date | None:
        return self.document.published_on

    def role_before(self, i: int) -> RoleHit | None:
        """The longest role word that ends right before token i."""
        if self._role_by_last is None:
            self._role_by_last = {}
            for hit in self.roles:
                self._role_by_last.setdefault(hit.last, hit)
        return self._role_by_last.get(i - 1)

    def name_before(self, i: int) -> Name | None:
        """The registry name that ends right before token i."""
        if self._name_by_last is None:
            self._name_by_last = {n.last: n for n in self.names}
        return self._name_by_last.get(i - 1)

    def government(self, country: str) -> str:
        """The actor that stands for a country as such; named as the registry names it."""
        known = self.registry.countries.get(country)
        id_ = self.cast.government(country, known.name if known else country)
        if id_ not in self.figures:
            self.figures[id_] = Figure(id_, "state")
            self.primed.add(id_)
        return id_

    def body(self, sense: Sense) -> str:
        """The actor of a registry name that is no country's own."""
        if sense.kind == "own":
            return self._own(sense)
        key = (sense.kind, sense.name)
        if key not in self.described:
            id_ = self.cast.add(sense.name, country=sense.country, sector=sense.sector)
            nature: Nature = "outlet" if sense.kind == "outlet" else "group" if sense.fights or sense.sector == "PTY" else "body"
            self.figures[id_] = Figure(id_, nature, roles=set(sense.kinds))
            self.described[key] = id_
        return self.described[key]

    def _own(self, sense: Sense) -> str:
        """The actor of a row of the user's: a person where the role is a person's, else a body."""
        role = self.registry.roles.get((sense.role or "").lower())
        nature: Nature = role.kind if role is not None else "body"
        figure = self.figure(
            ("own", sense.name, sense.country), nature, sense.name, country=sense.country, sector=sense.sector, role=sense.role
        )
        if sense.role:
            figure.roles.add(sense.role.lower())
        if role is not None and role.office:
            figure.offices.add(role.office)
        if nature == "person":
            self.aliases.setdefault(fold(sense.name).split()[-1], figure.id)
        return figure.id

    def figure(self, key: tuple[object, ...], nature: Nature, name: str, **facts: str | None) -> Figure:
        """The figure of a description, the same for the same key."""
        if key not in self.described:
            id_ = self.cast.add(name, **facts)
            self.figures[id_] = Figure(id_, nature)
            self.described[key] = id_
        return self.figures[self.described[key]]

    def mention(self, first: int, last: int, head: int, actors: Iterable[str], kind: MentionKind) -> None:
        ids = tuple(dict.fromkeys(actors))
        if ids:
            self.cast.mention(Mention(self.parsed.span(first, last), first, last, head, ids, kind))
