"""What a stance is about: the actor or the words that stand in the slots of its row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ontherecord.actors.cast import Cast
from ontherecord.issues.stances import Stance, Stances
from ontherecord.language import Grammar, Parsed

OWNING = {"its", "their", "his", "her", "our", "own", "inalienable", "integral", "inseparable"}
# Longer noun phrases are cut down to their core, so that an object stays a name for something.
LONGEST_OBJECT = 25
# Behind a stretch of land or sea these say where it lies.
DIRECTIONS = {"south", "north", "east", "west", "southeast", "southwest", "northeast", "northwest", "off", "around", "between", "near"}
# "must be part of" is a demand, not a claim to what is.
MODALS = {"must", "should", "could", "may", "might", "can"}
APART = ("relcl", "appos", "conj", "cc", "punct", "advcl", "parataxis", "preconj", "mark", "ccomp")


@dataclass(frozen=True, slots=True)
class Target:
    """Tokens `first` to `last` (inclusive), and the actor that they mean, if they mean one.

    `until` is the last token of the words that tell it, where they go on past the object ("as its own"); `denied`: "is not part of".
    """

    first: int
    last: int
    actor: str | None = None
    denied: bool = False
    until: int = -1


class Targets:
    """Finds the targets of a row at its predicate, in one parsed document."""

    def __init__(self, parsed: Parsed, grammar: Grammar, cast: Cast, stances: Stances) -> None:
        self.parsed, self.grammar, self.cast, self.stances = parsed, grammar, cast, stances
        self.tokens = parsed.tokens
        self._slots: dict[str, Callable[[int], list[Target]]] = {
            "land": self._land, "own-as": self._own_as, "own-clause": self._own_clause, "over": self._over, "as": self._as,
            "clause": self._clause, "infinitive": self._infinitive, "gerund": self._gerund, "owner": self._owner,
        }  # fmt: skip

    def of(self, row: Stance, i: int, *more: int) -> list[Target]:
        """Targets in the first slot of the row that has any. `more` are further tokens that its prepositions may hang on."""
        for slot in row.slots:
            if slot == "infinitive" and row.about:
                found = self._infinitive(i, row.about)
            elif slot == "object":
                found = self._objects(self._about(self.grammar.objects(i), row))
            elif slot in self._slots:
                found = next((t for at in (i, *more) if (t := self._slots[slot](at))), [])
            else:
                nouns = [n for at in (i, *more) for n in self.grammar.behind(at, slot)]
                found = self._objects(self._about(nouns, row))
            if found:
                return found
        return []

    def passive(self, row: Stance, thing: int, i: int) -> list[Target]:
        """The target of a passive or participle: the thing itself, where the row would take it as its object."""
        if "land" in row.slots:
            return [self.target(thing)] if self._is_land(thing) or self._owned_as(i) is not None else []
        return self._objects(self._about([thing], row))

    def target(self, i: int) -> Target:
        """The phrase that the token heads; with its actor where the phrase means exactly one."""
        mention = self.cast.at(i)
        actors = mention.actors if mention is not None and mention.kind != "adjective" else ()
        first, last = self._phrase(i)
        return Target(first, last, actors[0] if len(actors) == 1 else None)

    # -- noun phrases

    def _about(self, nouns: Sequence[int], row: Stance) -> list[int]:
        return [n for n in nouns if not row.about or self.tokens[n].lemma.lower() in row.about]

    def bare(self, target: Target) -> bool:
        """Whether the target is only a pronoun that means no actor ("it", "them")."""
        return target.actor is None and all(t.pos in ("PRON", "DET") for t in self.tokens[target.first : target.last + 1])

    def meant(self, bare: Target, before: Target) -> bool:
        """Whether a pronoun may mean what another target means: "them" several things, "it" one."""
        head = next((t for t in self.tokens[before.first : before.last + 1] if not before.first <= t.head <= before.last), None)
        many = self.tokens[bare.first].lower in ("them", "they", "these", "those")
        return head is not None and head.pos in ("NOUN", "PROPN") and many == (head.tag in ("NNS", "NNPS"))

    def _objects(self, nouns: Sequence[int]) -> list[Target]:
        """Every actor of a coordination by itself; of other things the first."""
        nouns = [n for n in nouns if self.tokens[n].pos not in ("PRON", "DET", "VERB", "ADV") or self.cast.at(n) is not None]
        found = [self.target(n) for n in nouns]
        named = [t for t in found if t.actor is not None]
        return named or found[:1]

    def _phrase(self, i: int) -> tuple[int, int]:
        first = last = i
        for c in self.parsed.children[i]:
            if self.tokens[c].dep in APART and not (c < i and self.tokens[c].dep == "punct" and first < i):
                if c > i:
                    break
                continue
            first, last = min(first, self.parsed.left[c]), max(last, self.parsed.right[c])
        last = self._onward(i, self._cut(i, last))
        if last - first < LONGEST_OBJECT:
            return first, last
        core = self.grammar.phrase(i)
        inside = [t.i for t in self.tokens[self.parsed.left[i] : self.parsed.right[i] + 1] if core.start <= t.start and t.end <= core.end]
        return (inside[0], inside[-1]) if inside else (i, i)

    def _onward(self, i: int, last: int) -> int:
        """With the words right behind that say where a stretch lies or over what a title is: the parser hangs them on the verb."""
        if last + 1 >= len(self.tokens) or i == last + 1:
            return last
        after, lemma = self.tokens[last + 1], self.tokens[i].lemma.lower()
        lies = after.lower in DIRECTIONS and lemma in self.stances.lists["lands"]
        reaches = after.lower == "over" and lemma in self.stances.lists["titles"]
        hangs = after.head == self.tokens[i].head and self.parsed.left[after.i] == after.i
        return self._cut(i, self.parsed.right[after.i]) if (lies or reaches) and hangs else last

    def _cut(self, i: int, last: int) -> int:
        """Without the relative clauses that hang deeper, and the marks that would then be left over."""
        for j in range(i + 1, last + 1):
            if self.tokens[j].dep in ("relcl", "advcl", "parataxis") and self.parsed.left[j] > i:
                last = min(last, self.parsed.left[j] - 1)
        while last > i and (self.tokens[last].pos in ("PUNCT", "CCONJ") or self.tokens[last].dep in ("cc", "punct")):
            last -= 1
        return last

    # -- land and titles to it

    def _is_land(self, i: int) -> bool:
        mention = self.cast.at(i)
        if mention is not None and mention.kind != "pronoun" and mention.actors:
            return mention.kind == "place" or any(self.cast.is_country(a) for a in mention.actors)
        if mention is not None and any(self.cast.is_country(a) for a in mention.actors):
            return True
        token, lists = self.tokens[i], self.stances.lists
        if token.lemma.lower() in lists["shares"]:
            return any(self._is_land(n) for n in self.grammar.behind(i, "of"))
        return token.lemma.lower() in lists["lands"] or (token.pos == "PROPN" and token.lemma.rstrip("s").lower() in lists["lands"])

    def _land(self, i: int) -> list[Target]:
        return [self.target(o) for o in self.grammar.objects(i) if self._is_land(o)]

    def _over(self, i: int) -> list[Target]:
        titles = [o for o in self.grammar.objects(i) if self.tokens[o].lemma.lower() in self.stances.lists["titles"]]
        return self._objects([n for o in titles for at in (o, i) for n in self.grammar.behind(at, "over", "to", "of", "on")])

    def _own(self, i: int) -> bool:
        """ "its own territory", "part of the motherland", "an inalienable part"."""
        token = self.tokens[i]
        if token.lemma.lower() not in self.stances.lists["own"]:
            return False
        if token.lemma.lower() == "part" and (wholes := self.grammar.behind(i, "of")):
            return any(self._is_whole(n) for n in wholes)
        return any(t.lower in OWNING for t in self.tokens[self.parsed.left[i] : self.parsed.right[i] + 1])

    def _is_whole(self, i: int) -> bool:
        """What land may be part of: a country, a stretch of land, "the motherland"; not "the solution"."""
        return self._is_land(i) or self.tokens[i].lemma.lower() in (*self.stances.lists["own"], *self.stances.lists["wholes"])

    def _as_nouns(self, i: int) -> Iterator[int]:
        for at in (i, *self.grammar.objects(i)):
            yield from (n for word, _, n in self.grammar.phrases(at) if word == "as")
            for c in self.grammar.children(at, "prep"):
                if self.tokens[c].lower == "as":
                    yield from self.grammar.children(c, "amod", "acomp", "pcomp")

    def _owned_as(self, i: int) -> int | None:
        """The last token of "as its own"."""
        return next((self._phrase(n)[1] for n in self._as_nouns(i) if self._own(n)), None)

    def _own_as(self, i: int) -> list[Target]:
        until = self._owned_as(i)
        if until is not None:
            return [replace(self.target(o), until=until) for o in self.grammar.objects(i)]
        return self._owned_small(i)

    def _owned_small(self, i: int) -> list[Target]:
        return [replace(self.target(thing), until=self._phrase(what)[1]) for thing, what in self._small_clauses(i) if self._own(what)]

    def _own_clause(self, i: int) -> list[Target]:
        found = []
        for verb in self.grammar.clause_complements(i):
            told = self.tokens[verb].lemma.lower() == "be" and not MODALS & set(self.grammar.auxiliaries(verb))
            owned = [a for a in self.grammar.children(verb, "attr") if self._own(a)] if told else []
            things = self.grammar.children(verb, "nsubj") or self.grammar.objects(i)
            if owned and things:
                target = self.target(things[0])
                found.append(replace(target, denied=self.grammar.negated(verb), until=self._phrase(owned[0])[1]))
        return found or self._owned_small(i)

    # -- what something is held to be

    def _small_clauses(self, i: int) -> Iterator[tuple[int, int]]:
        """(thing, what it is held to be): "considers the group a threat", "deems it illegal", "to be a threat"."""
        for c in self.parsed.children[i]:
            token = self.tokens[c]
            if c < i or token.dep not in ("ccomp", "xcomp", "oprd", "acomp"):
                continue
            if token.lemma.lower() == "be" and token.tag == "VB":
                whats = self.grammar.children(c, "attr", "acomp")
            elif token.pos in ("NOUN", "ADJ", "PROPN"):
                whats = [c]
            else:
                continue
            things = self.grammar.children(c, "nsubj") or self.grammar.children(i, "dobj")
            yield from ((things[0], what) for what in whats[:1] if things)

    def _as(self, i: int) -> list[Target]:
        objects = self.grammar.children(i, "dobj")
        objects = [o for o in objects if self.tokens[o].pos != "PRON" or self.cast.at(o) is not None]
        pairs = [(o, n) for o in objects[:1] for n in self._as_nouns(i)] or [
            (t, w) for t, w in self._small_clauses(i) if self.tokens[t].pos not in ("PRON", "DET") or self.cast.at(t) is not None
        ]
        return [Target(self._phrase(thing)[0], max(self._phrase(thing)[1], self._phrase(what)[1])) for thing, what in pairs[:1]]

    # -- clauses

    def _clause(self, i: int) -> list[Target]:
        """A clause behind the predicate, not a quotation beside it."""
        for c in self.grammar.children(i, "ccomp"):
            finite = self.grammar.children(c, "nsubj", "nsubjpass", "expl", "mark")
            if c > i and finite and self.parsed.quote_of[c] == self.parsed.quote_of[i]:
                return [self._words_of_clause(c)]
        return []

    def _infinitive(self, i: int, about: frozenset[str] = frozenset()) -> list[Target]:
        found = [c for c in self.grammar.children(i, "xcomp", "ccomp") if c > i and self._has_to(c)]
        found = [c for c in found if not about or self.tokens[c].lemma.lower() in about]
        return [self._words_of_clause(c) for c in found[:1]]

    def _gerund(self, i: int) -> list[Target]:
        found = [c for c in self.grammar.children(i, "xcomp", "pcomp", "dobj", "ccomp") if c > i and self.tokens[c].tag == "VBG"]
        return [self._words_of_clause(c) for c in found[:1]]

    def _has_to(self, i: int) -> bool:
        return any(self.tokens[c].tag == "TO" for c in self.parsed.children[i])

    def _words_of_clause(self, verb: int) -> Target:
        first, last = verb, verb
        for c in self.parsed.children[verb]:
            token = self.tokens[c]
            if token.dep in ("mark", "punct", "cc") or (token.dep in ("conj", "parataxis") and self.grammar.is_verb(c)):
                continue
            first, last = min(first, self.parsed.left[c]), max(last, self.parsed.right[c])
        return Target(first, min(last, first + 2 * LONGEST_OBJECT))

    def _owner(self, i: int) -> list[Target]:
        """Whose: "Mali's ally", "an ally of Mali"."""
        nouns = [*self.grammar.children(i, "poss"), *self.grammar.behind(i, "of", "to", "for")]
        return self._objects(nouns)
