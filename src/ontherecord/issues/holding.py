"""Who holds what: predicates that tell a stance, with their holders and targets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ontherecord.actors.cast import Cast
from ontherecord.issues.stances import Stance, Stances, load_stances
from ontherecord.issues.standing import Standing
from ontherecord.issues.targets import Target, Targets
from ontherecord.language import Grammar, Parsed
from ontherecord.records import Actor
from ontherecord.records.types import Change

# Kinds of paragraph that are not read: a headline tells events in the present tense.
NOT_READ = ("title", "caption", "credit", "byline", "dateline")
# Sectors whose opinions are no matter between states: business, press, schools, hospitals, crime, refugees, the public, courts.
NO_HOLDERS = ("BUS", "JRN", "EDU", "MED", "CRM", "REF", "CVL", "LAB", "AGR", "JUD")
COPULAS = ("be", "remain", "stay")


@dataclass(frozen=True, slots=True)
class Held:
    """A position before it has its id: who holds what towards which target, told by token `i`."""

    i: int
    holder: str
    stance: str
    target: Target
    affirmed: bool
    change: Change | None
    first: int
    last: int


class PositionFinder:
    """Finds what is held in one parsed document."""

    def __init__(self, parsed: Parsed, grammar: Grammar, cast: Cast, speaking: Callable[[int], str | None]) -> None:
        self.parsed, self.grammar, self.cast, self.speaking = parsed, grammar, cast, speaking
        self.stances: Stances = load_stances()
        self.tokens = parsed.tokens
        self.standing = Standing(parsed, grammar, self.stances)
        self.targets = Targets(parsed, grammar, cast, self.stances)

    def find(self) -> Iterator[Held]:
        """Positions told by verbs, adjectives and nouns behind "be", in order of the words that tell them."""
        for paragraph in self.parsed.paragraphs:
            if paragraph.part.kind not in NOT_READ:
                for i in range(paragraph.first, paragraph.last):
                    yield from self._at(i)

    def read(self, i: int) -> bool:
        """Whether the token stands in a paragraph that positions are read from."""
        return self.parsed.paragraph_of(i).part.kind not in NOT_READ

    def _at(self, i: int) -> Iterator[Held]:
        token = self.tokens[i]
        lemma = token.lemma.lower()
        if token.pos in ("VERB", "AUX"):
            if lemma in self.stances.by_word["verb"]:
                yield from self._verb(i, self.stances.by_word["verb"][lemma])
            if lemma in COPULAS:
                yield from self._copula(i)
        if token.lower in self.stances.by_word["adjective"]:
            yield from self._adjective(i, self.stances.by_word["adjective"][token.lower])

    # -- who holds it

    def holders(self, nouns: Sequence[int]) -> list[tuple[str, int]]:
        """(actor id, noun) of those nouns that mean actors of a known country."""
        found = [(a, n) for n in nouns for a in self.cast.party(n) or self._speaker(n)]
        return list({a: n for a, n in found if self._can_hold(self.cast.actor(a))}.items())

    def _speaker(self, noun: int) -> tuple[str, ...]:
        """Whose "we" it is, where the cast does not know: a speech without quotation marks is its publisher's."""
        speaker = self.speaking(noun) if self.tokens[noun].lower in ("we", "i") else None
        return (speaker,) if speaker is not None else ()

    def _can_hold(self, actor: Actor) -> bool:
        return actor.country is not None and actor.sector not in NO_HOLDERS

    def _subjects(self, i: int) -> list[int]:
        """Subjects of a predicate. A verb coordinated to "is part of its territory" is the claimant's, for what is claimed does not act."""
        token = self.tokens[i]
        if token.dep == "conj" and not self.grammar.children(i, "nsubj", "nsubjpass"):
            base = self.tokens[self.grammar.first_conjunct(i)]
            if base.dep == "ccomp" and base.lemma == "be" and self._claims(base.head):
                return self.grammar.subjects(base.head)
        return self.grammar.subjects(i) or self._missed_subject(i)

    def _missed_subject(self, i: int) -> list[int]:
        """The actor right before a finite verb that lacks a subject: the parser takes rare names for adverbs and modifiers."""
        before = [c for c in self.parsed.children[i] if c < i and self.tokens[c].dep in ("compound", "advmod", "intj", "npadvmod", "nmod")]
        return [c for c in before[-1:] if self.tokens[i].tag == "VBZ" and self.cast.at(c) is not None]

    def _claims(self, verb: int) -> bool:
        rows = self.stances.by_word["verb"].get(self.tokens[verb].lemma.lower(), ())
        return any("own-clause" in r.slots and self.targets.of(r, verb) for r in rows if r.stance == "claims")

    # -- verbs

    def _verb(self, i: int, rows: Sequence[Stance]) -> Iterator[Held]:
        particle = self.grammar.particle(i)
        for row in rows:
            if len(row.words) > 1 and particle != row.words[1]:
                continue
            if len(row.words) == 1 and particle is not None and particle not in row.slots:
                continue
            held = list(self._passive(i, row) if self.grammar.is_passive(i) else self._active(i, row))
            yield from held
            if held:
                return

    def _active(self, i: int, row: Stance) -> Iterator[Held]:
        turn = self.standing.turn(i)
        if turn is None and not self.standing.holds(i, progressive=row.progressive, perfect=row.negates):
            return
        if row.negates and (inner := self._denied_stance(i)):
            yield from inner
            return
        for target in self.targets.of(row, i):
            yield from self._held(i, row.stance, target, self._subjects(i), turn=turn)

    def _passive(self, i: int, row: Stance) -> Iterator[Held]:
        token = self.tokens[i]
        agents = self.grammar.agents(i)
        if not row.participle or not agents or not (token.dep == "acl" or self.standing.holds_passively(i)):
            return
        things = [token.head] if token.dep == "acl" else self.grammar.subjects(i)
        for thing in things:
            for target in self.targets.passive(row, thing, i):
                yield from self._held(i, row.stance, target, agents)

    def _denied_stance(self, i: int) -> list[Held]:
        """ "refuses to recognise X", "refuses to rule out X": the stance of the infinitive, denied."""
        for c in self.grammar.children(i, "xcomp"):
            particle = self.grammar.particle(c)
            for row in self.stances.by_word["verb"].get(self.tokens[c].lemma.lower(), ()):
                if row.words[1:] == ((particle,) if particle else ()):
                    subjects = self._subjects(i)
                    held = [h for t in self.targets.of(row, c) for h in self._held(i, row.stance, t, subjects, affirmed=False)]
                    if held:
                        return held
        return []

    def _held(
        self, i: int, stance: str, target: Target, nouns: Sequence[int], *, affirmed: bool = True, turn: Change | None = None
    ) -> Iterator[Held]:
        change = turn or self.standing.change(i)
        affirmed = affirmed != (self.standing.denied(i) != target.denied)
        if change == "dropped":
            affirmed = False
        for holder, noun in self.holders(nouns):
            target = self._other(target, holder)
            if holder != target.actor:
                near = noun if self.tokens[noun].sent == self.tokens[i].sent else i
                first, last = min(near, i, target.first), max(near, i, target.last, target.until)
                yield Held(i, holder, stance, target, affirmed, change, first, last)

    def _other(self, target: Target, holder: str) -> Target:
        """Nobody is "its backer" of itself: such a pronoun means the nearest other actor before it in the sentence."""
        mention = self.cast.at(target.last) if target.actor == holder else None
        if mention is None or mention.kind != "pronoun":
            return target
        for i in range(target.first - 1, self.parsed.sentence_of(target.first).first - 1, -1):
            before = self.cast.at(i)
            if before is not None and len(before.actors) == 1 and before.actors[0] != holder and before.kind in ("name", "description"):
                return replace(target, actor=before.actors[0])
        return target

    # -- "is opposed to", "is its backer", "is in favour of"

    def _adjective(self, i: int, rows: Sequence[Stance]) -> Iterator[Held]:
        token = self.tokens[i]
        if token.dep in ("acomp", "attr", "oprd") and self.tokens[token.head].lemma.lower() in COPULAS:
            predicate, stands = token.head, self.standing.holds(token.head)
        elif token.tag == "VBN" and self.grammar.child(i, "auxpass") is not None:
            predicate, stands = i, self.standing.holds_passively(i)
        else:
            return
        for row in rows if stands else ():
            for target in self.targets.of(row, i, predicate):
                yield from self._held(predicate, row.stance, target, self._subjects(predicate))

    def _copula(self, i: int) -> Iterator[Held]:
        if not self.standing.holds(i):
            return
        for noun in self.grammar.children(i, "attr"):
            for row in self.stances.by_word["noun"].get(self.tokens[noun].lemma.lower(), ()):
                for target in self.targets.of(row, noun):
                    yield from self._held(i, row.stance, replace(target, until=noun), self._subjects(i))
        for c in self.grammar.children(i, "prep"):
            for row in self.stances.by_word["phrase"].get(self.tokens[c].lower, ()):
                last = c + len(row.words) - 1
                if tuple(t.lower for t in self.tokens[c : last + 1]) == row.words:
                    for o in self.grammar.children(last, "pobj"):
                        yield from self._held(i, row.stance, self.targets.target(o), self._subjects(i))
