"""Who "we" and "our" are in the mouth of a state's speaker: "our towns" are the country's, "our soldiers" its army.

What a president says "we" said or thanked for stays the president's; what "we" did to others, or they to "us", is done by or to the
country.
"""

from __future__ import annotations

from collections.abc import Iterable

from ontherecord.actors.cast import Cast, Mention
from ontherecord.actors.registry import load
from ontherecord.language import Grammar

# Sectors whose people say "we" for their country.
SPEAK = frozenset({"GOV", "MIL", "LEG", "ELI", "SPY"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
# Who fights for a country, in its speaker's words.
FIGHT = frozenset({
    "army", "force", "troop", "soldier", "military", "serviceman", "servicewoman", "defender", "warrior", "navy", "marine", "brigade",
    "battalion", "regiment", "guardsman", "paratrooper", "fighter", "gunner", "artilleryman",
})  # fmt: skip


class Ours:
    """Reads the first person plural of one document."""

    __slots__ = ("cast", "grammar")

    def __init__(self, grammar: Grammar, cast: Cast) -> None:
        self.grammar = grammar
        self.cast = cast

    def army(self, i: int) -> tuple[str, ...]:
        """ "OUR SOLDIERS": the armed forces of the speaker's country; () for anything else."""
        token = self.grammar.tokens[i]
        if token.lemma not in FIGHT or self.cast.at(i) is not None:
            return ()
        owner = next((p for p in self.grammar.children(i, "poss") if self.grammar.tokens[p].lower == "our"), None)
        country = self._country(owner) if owner is not None else None
        if owner is None or country is None:
            return ()
        ids = (self.cast.forces(country, _name(country)),)
        self.cast.mention(Mention(self.grammar.parsed.span(owner, i), owner, i, i, ids, "description"))
        return ids

    def people(self, i: int, ids: tuple[str, ...]) -> tuple[str, ...]:
        """ "OUR PEOPLE": the country's rather than the speaker in person, where the cast knows the noun only as the speaker's."""
        return ids if self.cast.at(i) is not None else self.states(self.grammar.children(i, "poss"), ids, "our")

    def things(self, i: int, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Owners of a thing, with the country in the place of a speaker who calls it "our": "OUR TOWNS"."""
        parsed = self.grammar.parsed
        return self.states(range(parsed.left[i], parsed.right[i] + 1), ids, "our")

    def states(self, tokens: Iterable[int], ids: tuple[str, ...], *words: str) -> tuple[str, ...]:
        """The ids with the country in the place of the speaker whom one of the words among the tokens means."""
        for i in tokens:
            country = self._country(i) if self.grammar.tokens[i].lower in (words or PLURAL) else None
            mention = self.cast.at(i)
            if country is not None and mention is not None and set(mention.actors) & set(ids):
                state = self.cast.government(country, _name(country))
                ids = tuple(dict.fromkeys(state if a in mention.actors else a for a in ids))
        return ids

    def state(self, id_: str) -> str:
        """The country for which somebody speaks; the actor itself where that is none."""
        actor = self.cast.actor(id_)
        if actor.country is None or actor.sector not in SPEAK or self.cast.is_country(id_):
            return id_
        return self.cast.government(actor.country, _name(actor.country))

    def _country(self, pronoun: int) -> str | None:
        """The one country for which the speakers behind the pronoun speak; None where they speak for none, or are one already."""
        mention = self.cast.at(pronoun)
        if mention is None or mention.kind != "pronoun":
            return None
        ids = mention.actors
        countries = self.cast.countries(ids)
        if len(countries) != 1 or any(self.cast.is_country(a) or self.cast.actor(a).sector not in SPEAK for a in ids):
            return None
        return next(iter(countries))


def _name(country: str) -> str:
    known = load().countries.get(country)
    return known.name if known is not None else country
