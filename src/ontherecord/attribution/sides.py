"""The two sides of the talks that a report is about."""

from __future__ import annotations

import functools

from ontherecord.actors.cast import Cast
from ontherecord.language import Grammar, Parsed
from ontherecord.records import Actor

# Names of both sides at once, which say nothing of who they are.
# Tokens behind a title in which the name may stand that the parse parted from it.
FULL_NAME = 3
TOGETHER = {"parties", "sides", "interlocutors"}


class Sides:
    """Answers who the talks of a document are between; each sentence is looked through once, however often one asks."""

    def __init__(self, grammar: Grammar, cast: Cast) -> None:
        self.grammar, self.parsed, self.cast = grammar, grammar.parsed, cast
        self._last: list[tuple[str, ...]] = []  # by sentence: the pair that it or the nearest before it names
        self._acted: dict[str, int] = {}  # by actor: the first token at which a sentence tells of them
        self._seen = 0

    def together(self, before: int) -> tuple[str, ...]:
        """Ids of the actors of two countries that an earlier subject names together or with each other: "the ministers", "X met with Y".

        () where no sentence up to token `before` names such a pair.
        """
        sentence = self.parsed.sentence_of(before)
        while len(self._last) < sentence.i:
            whole = self.parsed.sentences[len(self._last)]
            self._last.append(self._sharper(self._pair(whole.first, whole.last), self._last[-1] if self._last else ()))
        return self._sharper(self._pair(sentence.first, before), self._last[sentence.i - 1] if sentence.i else ())

    def _sharper(self, pair: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
        """The pair, or the persons named before it where it has a country for one of them: "the leaders" of a talk with a president."""
        vague = not pair or (any(map(self.cast.is_country, pair)) and self.cast.countries(pair) == self.cast.countries(before))
        return before if vague and before else pair

    def _pair(self, first: int, last: int) -> tuple[str, ...]:
        for i in range(first, last):
            ids = self._beside(i, first)
            met = len(set(ids)) > 1 and all(map(self._named, ids)) and bool(self._with_whom(i))
            if met or len({self.cast.actor(a).country for a in ids} - {None}) > 1:
                return tuple(dict.fromkeys(ids))
        return ()

    def _beside(self, i: int, first: int) -> list[str]:
        """Ids of a subject and of whom it deals with; for a verb that the parser gave no subject, of whoever stands before it."""
        token, grammar = self.parsed.tokens[i], self.grammar
        if token.dep in ("nsubj", "nsubjpass") and token.lower not in TOGETHER:
            return [a for k in (*grammar.conjuncts(i), *self._with_whom(i)) for a in self._who(k)]
        if token.dep != "ROOT" or token.tag != "VBD" or grammar.children(i, "nsubj", "nsubjpass"):
            return []
        before = next((p for k in range(i - 1, first - 1, -1) if (p := self.cast.party(k))), ())
        return [*before, *(a for k in self._with_whom(i) for a in self._who(k))]

    def _with_whom(self, i: int) -> list[int]:
        """Whom the verb at token i, or of which it is the subject, is done with: "met WITH HER", "held talks WITH HER"."""
        verb = self.parsed.tokens[i].head
        return [k for h in (verb, *self.grammar.children(verb, "dobj")) for k in self.grammar.behind(h, "with")]

    def _who(self, head: int) -> tuple[str, ...]:
        """The actors in a noun phrase; a person named behind a title, where the parse shows no more than the title's country."""
        found = self.cast.party(head)
        if not found or not all(map(self.cast.is_country, found)):
            return found
        last = min(self.parsed.right[head] + FULL_NAME, self.parsed.sentence_of(head).last)
        for k in range(head + 1, last):
            mention = self.cast.at(k)
            named = mention is not None and mention.kind == "name" and all(map(self._named, mention.actors))
            if mention is not None and named and self.cast.countries(mention.actors) <= self.cast.countries(found):
                return mention.actors
        return found

    def _named(self, id_: str) -> bool:
        name = self.cast.actor(id_).name
        return name[:1].isupper() and " " in name and not self.cast.is_country(id_)

    def acting(self, before: int) -> list[str]:
        """Ids of the actors that are subjects outside quotation marks before a token."""
        for t in self.parsed.tokens[self._seen : before]:
            if t.dep == "nsubj" and self.parsed.quote_of[t.i] < 0:
                for one in self.cast.party(t.i):
                    self._acted.setdefault(one, t.i)
        self._seen = max(self._seen, before)
        return [one for one, at in self._acted.items() if at < before]

    @functools.cached_property
    def talking(self) -> tuple[str, ...]:
        """Who the talks are between where no sentence names them together: the first of each of the only two countries with persons."""
        if len(self.cast.dealing) > 1:
            return self.cast.dealing
        one: dict[str, str] = {}
        for mention in self.cast.mentions:
            for i in mention.actors if mention.kind == "name" else ():
                actor = self.cast.actor(i)
                if actor.country and actor.name.count(" ") and not self.cast.is_country(i) and not self.cast.is_corporate(i):
                    one.setdefault(actor.country, i)
        return tuple(one.values()) if len(one) == 2 else ()

    def with_role(self, roles: set[str], country: str | None = None) -> tuple[str, ...]:
        """The first actor (of the country, if given) that bears one of the roles, by name rather than by description; () for nobody."""
        fits = [a for a in self._all if (a.role or "") in roles and country in (None, a.country)]
        return tuple(a.id for a in sorted(fits, key=lambda a: not a.name[:1].isupper()))[:1]

    @functools.cached_property
    def _all(self) -> tuple[Actor, ...]:
        return self.cast.actors


# Sentences between somebody's words and an "It was noted that" that goes on with them.
REACH = 3


def teller(parsed: Parsed, grammar: Grammar, cast: Cast, at: int) -> tuple[str, ...]:
    """Ids of the actors that the subject of the nearest of the sentences before names; () where the nearest ones name nobody."""
    sentence = parsed.sentence_of(at)
    for before in reversed(parsed.sentences[max(0, sentence.i - REACH) : sentence.i]):
        root = next((i for i in range(before.first, before.last) if parsed.tokens[i].dep == "ROOT"), None)
        if before.paragraph != sentence.paragraph or root is None or any(parsed.quote_of[i] >= 0 for i in (before.first, before.last - 1)):
            continue
        ids = tuple(dict.fromkeys(a for s in grammar.subjects(root) for a in cast.party(s)))
        if ids and not grammar.is_passive(root):
            return ids
    return ()
