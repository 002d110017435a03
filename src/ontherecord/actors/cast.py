"""The cast of one document: who occurs in it, and which words mean whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from ontherecord.actors.audiences import Audience
from ontherecord.language import Grammar, Parsed
from ontherecord.records import Actor
from ontherecord.spans import Span

MentionKind = Literal["name", "title", "description", "pronoun", "place", "adjective"]

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
SECOND_PERSON = frozenset({"you", "your", "yours", "yourself", "yourselves"})
COUNTRY_WORDS = frozenset({"country", "nation", "state", "homeland", "government", "side", "republic", "kingdom", "island"})
OWN_PEOPLE = frozenset({
    "troop", "army", "force", "soldier", "military", "people", "police", "diplomat", "citizen", "side", "leader", "minister",
    "delegation", "navy", "party", "team",
})  # fmt: skip

# Codes of those who are of no country.
INTERNATIONAL = frozenset({"UNO", "EUR", "IGO", "NGO"})
# By which of these words in its name an actor is a country's armed forces as a whole.
FORCES = ("armed forces", "army", "military", "troops", "soldiers")


def joined(ids: tuple[str, ...], one: str, other: str) -> tuple[str, ...]:
    """The ids with the other in the place of the one, each once."""
    return tuple(dict.fromkeys(other if i == one else i for i in ids))


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
    """Actors and mentions of one document. Built by `actors.find_cast`; later steps only ask, or bind pronouns of a quotation.

    `dealing` are the two or more who meet or phone by the title of a government's own release, its leader first; () in all else.
    `audience` is to whom a speech is given by its title.
    """

    def __init__(self, parsed: Parsed, grammar: Grammar) -> None:
        self._count = 0
        self._parsed = parsed
        self._grammar = grammar
        self._acting: dict[int, tuple[str, ...]] = {}
        self._beside: dict[int, tuple[str, ...]] = {}
        self._owners: dict[int, tuple[str, ...]] = {}
        self._things: set[int] = set()
        self._actors: dict[str, Actor] = {}
        self._by_head: dict[int, Mention] = {}
        self._country: dict[str, str] = {}
        self._quoted: dict[int, list[int]] | None = None
        self._registered: set[str] = set()
        self.dealing: tuple[str, ...] = ()
        self.audience: Audience | None = None

    def add(
        self, name: str, *, country: str | None = None, sector: str | None = None, role: str | None = None, wikidata: str | None = None
    ) -> str:
        """A new actor; its id."""
        self._count += 1
        id_ = f"a{self._count}"
        self._actors[id_] = Actor(id_, name, country, sector, role, wikidata)
        return id_

    def refine(self, id_: str, **known: str | None) -> None:
        """Better knowledge of an actor: name, country, sector, role, wikidata. Whom the registry knows keeps the country that it gives."""
        if id_ in self._registered:
            known.pop("country", None)
        self._actors[id_] = replace(self._actors[id_], **known)  # type: ignore[arg-type]

    def register(self, id_: str) -> None:
        """Marks an actor as one whose country the registry of office holders tells, so that no guess overrules it."""
        self._registered.add(id_)

    def mention(self, mention: Mention) -> None:
        """Keeps a mention; one a head token, the last one given wins."""
        self._by_head[mention.head] = mention

    def at(self, head: int) -> Mention | None:
        """The mention whose head is the token."""
        return self._by_head.get(head)

    def acts_in(self, head: int, ids: tuple[str, ...]) -> None:
        """Keeps who acts in the noun phrase that the token heads though it is no mention of them ("army bulldozers")."""
        self._acting[head] = ids

    def acts_beside(self, head: int, ids: tuple[str, ...]) -> None:
        """Keeps who is coordinated with the token though the parse does not say so."""
        self._beside[head] = ids

    def only_owned(self, head: int) -> None:
        """Marks a thing to which something is done: whose it is acts for it."""
        self._things.add(head)

    def owned(self, head: int, ids: tuple[str, ...]) -> None:
        """Keeps whom the thing that the token heads belongs to or lies in."""
        self._owners[head] = ids

    def party(self, i: int) -> tuple[str, ...]:
        """Ids of the actors that act in the noun phrase headed by token i, conjuncts apart; () if nobody that is known."""
        mention = self._by_head.get(i)
        if i in self._things:
            return self._owners.get(i, ())
        if mention is not None:
            beside = self._beside.get(i, ())
            return tuple(dict.fromkeys((*beside, *mention.actors))) if mention.acts else beside
        return self._acting.get(i, ())

    def belongs(self, i: int) -> tuple[str, ...]:
        """Ids of the actors whom the thing headed by token i belongs to or lies in: "Israeli homes", "a village in Cambodia".

        For the name of a place itself, the country that it is in.
        """
        mention = self._by_head.get(i)
        if mention is not None and not mention.acts:
            return mention.actors
        return self._owners.get(i, ())

    def bind_speaker(self, quotation: int, speakers: tuple[str, ...], addressees: tuple[str, ...] = ()) -> None:
        """Tells who speaks the quotation: its "I", "we", "here" mean the speakers, its "you" the addressees."""
        if self._quoted is None:  # once a document: a transcript has hundreds of quotations
            self._quoted = {}
            for i, q in enumerate(self._parsed.quote_of):
                self._quoted.setdefault(q, []).append(i)
        self._bind(self._quoted.get(quotation, ()), speakers, addressees)

    def bind_range(self, first: int, last: int, speakers: tuple[str, ...], addressees: tuple[str, ...] = ()) -> None:
        """The same for tokens `first` to `last` (inclusive) that somebody speaks without quotation marks."""
        self._bind(range(first, last + 1), speakers, addressees)

    def _bind(self, tokens: Iterable[int], speakers: tuple[str, ...], addressees: tuple[str, ...]) -> None:
        for i in tokens:
            word = self._parsed.tokens[i].lower
            if word == "us" and self._parsed.tokens[i].text == "US":
                continue
            who = speakers if word in FIRST_PERSON else addressees if word in SECOND_PERSON else ()
            if who:
                self.mention(Mention(self._parsed.span(i, i), i, i, i, who, "pronoun"))
                self._bind_owned(i, who)
            elif word == "here" and speakers:
                self._bind_here(i, speakers)

    def _bind_owned(self, i: int, who: tuple[str, ...]) -> None:
        """ "our country" is the speaker's country, "our troops" act as the speaker."""
        token = self._parsed.tokens[i]
        if token.dep != "poss":
            return
        owned = token.head
        self._owners[owned] = tuple(dict.fromkeys((*who, *self._owners.get(owned, ()))))
        there = self._by_head.get(owned)
        if there is not None and self.countries(there.actors):
            return
        word = self._parsed.tokens[owned].lemma.lower()
        if word in COUNTRY_WORDS:
            ids = tuple(self.government(c, c) for c in sorted(self.countries(who)))
            if ids:
                self.mention(Mention(self._parsed.span(i, owned), i, owned, owned, ids, "description"))
        elif word in OWN_PEOPLE:
            self._by_head.pop(owned, None)
            self._acting[owned] = who

    def _bind_here(self, i: int, speakers: tuple[str, ...]) -> None:
        ids = tuple(self.government(c, c) for c in sorted(self.countries(speakers)))
        if ids:
            self.mention(Mention(self._parsed.span(i, i), i, i, i, ids, "place"))

    def government(self, country: str, name: str) -> str:
        """The actor that stands for a country as such ("Beijing", "China"); made when the document had none so far."""
        if country not in self._country:
            self._country[country] = self.add(name, country=country, sector="GOV")
        return self._country[country]

    def forces(self, country: str, name: str) -> str:
        """The actor that stands for a country's armed forces as such; made when the document named none so far."""
        for id_, actor in self._actors.items():
            named = actor.name.lower()
            if actor.country == country and actor.sector == "MIL" and actor.role is None and any(w in named for w in FORCES):
                return id_
        return self.add(f"armed forces of {name}", country=country, sector="MIL")

    def told(self) -> set[str]:
        """Ids of actors that act in or own phrases without being mentioned by them."""
        return {a for table in (self._acting, self._owners, self._beside) for ids in table.values() for a in ids}

    def join(self, one: str, other: str) -> None:
        """Whatever means one actor means the other from now on; the first is dropped."""
        for table in (self._acting, self._owners, self._beside):
            for head, ids in table.items():
                if one in ids:
                    table[head] = joined(ids, one, other)
        for head, mention in self._by_head.items():
            if one in mention.actors:
                self._by_head[head] = replace(mention, actors=joined(mention.actors, one, other))
        self.forget(one)

    def forget(self, id_: str) -> None:
        """Drops an actor whom nothing means. The other ids stay as they are."""
        self._actors.pop(id_, None)
        self._country = {c: a for c, a in self._country.items() if a != id_}

    def is_country(self, id_: str) -> bool:
        """Whether the actor stands for a country as such."""
        return id_ in self._country.values()

    def is_corporate(self, id_: str) -> bool:
        """Whether the actor is a country as such or an international body as a whole, for which its people act."""
        actor = self._actors[id_]
        return self.is_country(id_) or (actor.country in INTERNATIONAL and actor.role is None and actor.sector is None)

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
