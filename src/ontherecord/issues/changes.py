"""How stances change: "its resistance has stiffened", "dropped its opposition to"; and stances told by nouns alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ontherecord.issues.holding import Held, PositionFinder
from ontherecord.issues.stances import StanceNoun
from ontherecord.issues.targets import Target
from ontherecord.records.types import Change

GENERAL, ADHERES = "stance-on", "adheres-to"
# Adjectives that make a noun of a stance a standing one: "its long-standing opposition to".
STANDING_ADJECTIVES = {
    "standing", "longstanding", "longtime", "traditional", "historic", "historical", "unwavering", "steadfast", "enduring", "decades",
    "continued", "continuing", "unconditional", "declared", "official",
}  # fmt: skip
# Nouns that are standing by themselves: whoever has a policy holds it.
STANDING_NOUNS = {"policy", "doctrine", "principle"}


def changed(held: list[Held], finder: PositionFinder) -> list[Held]:
    """The given positions with the changes that the document tells of them, and those that only nouns tell."""
    found = Changes(finder)
    for i, change in found.verbs():
        noun = found.stance_noun(i)
        if noun is None:
            continue
        at = found.meant(held, i, noun)
        if at is not None:
            held[at] = replace(held[at], change=change)
        else:
            held.extend(found.told(i, noun, change))
    held.extend(found.standing({h.i for h in held}))
    return held


class Changes:
    """Words of change in one parsed document."""

    def __init__(self, finder: PositionFinder) -> None:
        self.finder, self.parsed, self.grammar, self.cast = finder, finder.parsed, finder.grammar, finder.cast
        self.tokens, self.stances = finder.tokens, finder.stances
        self._used: set[int] = set()

    def verbs(self) -> Iterator[tuple[int, Change]]:
        """Verbs of change that tell a fact, with the change that they tell."""
        for token in self.tokens:
            if token.pos != "VERB" or not self.finder.read(token.i):
                continue
            particle = self.grammar.particle(token.i) or self._adverb(token.i)
            lemma = token.lemma.lower()
            change = self.stances.changes.get(f"{lemma} {particle}" if particle else lemma) or self.stances.changes.get(lemma)
            if change is not None and self.finder.standing.happened(token.i):
                yield token.i, change

    def _adverb(self, i: int) -> str | None:
        """The parser often takes a particle for an adverb ("watered down")."""
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return following.lower if following is not None and following.head == i and following.pos in ("ADP", "ADV") else None

    def stance_noun(self, verb: int) -> int | None:
        """The stance that the verb's subject or object means; of "the warmth of its backing" the backing."""
        for n in (*self.grammar.objects(verb), *self.grammar.subjects(verb), *self.grammar.behind(verb, "on", "in", "from")):
            if self.tokens[n].lemma.lower() not in self.stances.nouns or self.tokens[n].pos != "NOUN":
                continue
            inner = [x for x in self.grammar.behind(n, "of") if self.tokens[x].lemma.lower() in self.stances.nouns]
            return inner[0] if inner else n
        return None

    def row(self, noun: int) -> StanceNoun:
        return self.stances.nouns[self.tokens[noun].lemma.lower()]

    def meant(self, held: list[Held], verb: int, noun: int) -> int | None:
        """Which of the positions of the same sentence, or of the sentence before, the noun means; the nearest of those that fit."""
        owners = {a for a, _ in self._owners(verb, noun)}
        countries = self.cast.countries(owners)
        target = self._target(noun)
        sent = self.tokens[verb].sent
        fitting = []
        for at, h in enumerate(held):
            same = h.stance == self.row(noun).stance or self.row(noun).stance == GENERAL
            near = self.tokens[h.i].sent == sent or (self.tokens[h.i].sent == sent - 1 and target is None and bool(owners))
            holder = self.cast.countries([h.holder])
            if (
                same
                and near
                and (not owners or h.holder in owners or holder & countries)
                and (target is None or target.actor == h.target.actor)
            ):
                fitting.append((self.tokens[h.i].sent == sent, -abs(h.i - verb), at))
        return max(fitting)[2] if fitting else None

    def told(self, verb: int, noun: int, change: Change) -> Iterator[Held]:
        """A position that the noun itself tells: "Turkey dropped its opposition to the treaty"."""
        yield from self._of_noun(noun, self._owners(verb, noun), change)

    def standing(self, taken: set[int]) -> Iterator[Held]:
        """Nouns of a stance that last: "its long-standing opposition to", "India's policy of"."""
        for token in self.tokens:
            lemma = token.lemma.lower()
            if token.pos != "NOUN" or lemma not in self.stances.nouns or token.i in self._used or token.head in taken:
                continue
            if not self.finder.read(token.i):
                continue
            words = {t.lower for t in self.tokens[self.parsed.left[token.i] : token.i]}
            if words & STANDING_ADJECTIVES or lemma in STANDING_NOUNS:
                owners = self._possessors(token.i)
                yield from self._of_noun(token.i, owners, None)

    def _of_noun(self, noun: int, owners: list[tuple[str, int]], change: Change | None) -> Iterator[Held]:
        stance, target = self.row(noun).stance, self._target(noun)
        if target is None and self.tokens[noun].lemma.lower() in STANDING_NOUNS | {"neutrality"}:
            stance, target = self._itself(noun)
        if target is None:
            return
        self._used.add(noun)
        for holder, at in owners:
            if holder != target.actor:
                near = at if self.tokens[at].sent == self.tokens[noun].sent else noun
                first, last = min(near, noun, target.first), max(near, noun, target.last)
                yield Held(noun, holder, stance, target, change != "dropped", change, first, last)

    def _target(self, noun: int) -> Target | None:
        behind = self.grammar.behind(noun, *self.row(noun).to)
        return self.finder.targets.target(behind[0]) if behind else None

    def _itself(self, noun: int) -> tuple[str, Target | None]:
        """ "its one-China policy", "a policy of silence": the policy is what is adhered to; "its China policy" is a stance on China."""
        name = [c for c in self.parsed.children[noun] if self.tokens[c].dep in ("compound", "nmod") or self._hyphened(c)]
        countries = [c for c in name if self.cast.at(c) is not None and self.parsed.left[c] == c]
        if countries:
            return GENERAL, self.finder.targets.target(countries[0])
        if not name and not self.grammar.behind(noun, "of"):
            return ADHERES, None
        target = self.finder.targets.target(noun)
        owners = [self.parsed.right[c] for c in self.grammar.children(noun, "poss", "det")]
        return ADHERES, replace(target, first=max([target.first, *(o + 1 for o in owners if o < noun)]))

    def _hyphened(self, i: int) -> bool:
        return self.tokens[i].dep in ("amod", "nummod") and any(self.tokens[c].text == "-" for c in self.parsed.children[i])

    def _owners(self, verb: int, noun: int) -> list[tuple[str, int]]:
        """Whose stance: its possessor, the country that qualifies it, else the subject of the verb whose object it is."""
        own = self._possessors(noun)
        if own:
            return own
        adjectives = [
            (a, noun)
            for c in self.grammar.children(noun, "amod", "compound", "nmod")
            if (m := self.cast.at(c)) is not None
            for a in m.actors
        ]
        if adjectives:
            return adjectives
        return self.finder.holders([s for s in self.grammar.subjects(verb) if s != noun])

    def _possessors(self, noun: int) -> list[tuple[str, int]]:
        """Whose the noun is by its possessor; a pronoun that means nobody before it means the subject ("Under its policy, Chad …")."""
        owners = self.grammar.children(noun, "poss")
        verb = self.grammar.verb_above(noun)
        if verb is not None and any(self.tokens[o].tag == "PRP$" and self.cast.at(o) is None for o in owners):
            owners = self.grammar.subjects(verb)
        return self.finder.holders(owners)
