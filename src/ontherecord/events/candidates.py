"""Which words of a document may tell an event: lexicon entries whose conditions the grammar meets."""

from __future__ import annotations

from collections.abc import Sequence

from ontherecord.dates.words import MONTHS, WEEKDAYS
from ontherecord.events.frames import Frame
from ontherecord.events.lexicon import Entry, Lexicon
from ontherecord.events.slots import Slots
from ontherecord.language import Grammar

# Where a verb's subject stands and where its recipient does, when its entry says nothing.
BY = ("subject",)
TO = ("object", "indirect", "on", "against", "to", "with")
NOUN_BY = ("possessor", "by", "from")
# Where the further words of a phrasal verb may hang: "call off", "take issue with", "hold responsible", "say no to", "let go".
BESIDE = ("prt", "prep", "advmod", "dative", "advcl", "acomp", "agent", "dobj", "intj", "oprd", "ccomp", "xcomp")
NOUN_TO = ("on", "against", "to", "with")

# Nouns behind which a preposition tells a date.
DATES = {*MONTHS, *WEEKDAYS}


class Candidates:
    """Finds frames without parties: the entry that fits each word best, and its rivals."""

    __slots__ = ("grammar", "lexicon", "slots")

    def __init__(self, grammar: Grammar, slots: Slots, lexicon: Lexicon) -> None:
        self.grammar = grammar
        self.slots = slots
        self.lexicon = lexicon

    def all(self) -> dict[int, Frame]:
        """The frame of every word that an entry fits, by token."""
        found: dict[int, Frame] = {}
        for token in self.grammar.tokens:
            entries = self._entries(token.i)
            fitting = [e for e in entries if self.fits(token.i, e)]
            if fitting:
                best = fitting[0]
                found[token.i] = Frame(token.i, token.i, best, best.type, best.mode, rivals=tuple(fitting[1:4]))
        return found

    def _entries(self, i: int) -> Sequence[Entry]:
        token = self.grammar.tokens[i]
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass"):
            if token.dep == "amod":
                return ()
            return self.lexicon.verbs.get(token.lemma, ())
        if token.pos in ("NOUN", "PROPN"):
            if token.dep in ("compound", "nmod"):
                return ()
            return self.lexicon.nouns.get(token.lemma if token.pos == "NOUN" else token.lower, ())
        if token.pos == "ADJ" and token.dep in ("acomp", "attr", "amod", "ROOT", "conj", "oprd", "ccomp", "advcl"):
            return self.lexicon.adjectives.get(token.lemma, ())
        return ()

    def fits(self, i: int, entry: Entry) -> bool:
        """Whether the grammar around the word meets all that the entry asks for."""
        if not any(self._worded(i, word, entry) for word in entry.words):
            return False
        slots = self.slots
        if entry.object and not slots.satisfies(self._objects(i, entry), entry.object):
            return False
        if entry.object_not and self._objects(i, entry) and slots.satisfies(self._objects(i, entry), entry.object_not):
            return False
        if entry.subject and not slots.satisfies(slots.doers(i), entry.subject):
            return False
        if entry.modifier and not slots.satisfies(
            self.grammar.children(i, "amod", "compound", "nummod", "poss", "advmod", "npadvmod"), entry.modifier
        ):
            return False
        for preposition, condition in entry.behind:
            behind = self._behind(i, preposition, entry)
            if not behind or (condition and not slots.satisfies(behind, condition)):
                return False
        for preposition, condition in entry.without:
            behind = slots.fillers(i, preposition)
            if behind and (condition is None or slots.satisfies(behind, condition)):
                return False
        return not entry.complement or any(self.complemented(i, c) for c in entry.complement)

    def _behind(self, i: int, slot: str, entry: Entry) -> list[int]:
        """What stands in a slot; "carried out an airlift TO SUDAN": what hangs on the verb counts for the noun that it carries."""
        found = self.slots.fillers(i, slot)
        if found or entry.kind != "noun":
            return found
        verb = self.slots.carrier(i)
        return self.slots.fillers(verb, slot) if verb is not None and slot != "subject" else []

    def _objects(self, i: int, entry: Entry) -> list[int]:
        if entry.kind == "noun":
            return self.slots.fillers(i, "of")
        return self.slots.fillers(i, "object") or self._raised(i)

    def _raised(self, i: int) -> list[int]:
        """ "wants CHAD to leave": the infinitive's own subject stands where an object would."""
        grammar = self.grammar
        return [
            s
            for c in grammar.children(i, "ccomp", "xcomp")
            if self._marked(c, "TO") or grammar.tokens[c].pos == "ADJ"
            for s in grammar.children(c, "nsubj", "nsubjpass")
        ]

    def _worded(self, i: int, word: str, entry: Entry) -> bool:
        parts = word.split("_")
        token = self.grammar.tokens[i]
        if entry.kind == "noun":
            if token.lemma != parts[-1] and token.lower != parts[-1]:
                return False
            kin = self.grammar.children(i, "compound", "amod", "nmod", "poss")
            return all(any(p in (self.grammar.tokens[k].lemma, self.grammar.tokens[k].lower) for k in kin) for p in parts[:-1])
        if token.lemma != parts[0]:
            return False
        if len(parts) == 1:
            return self.grammar.particle(i) is None or entry.kind == "adjective"
        near = {self.grammar.tokens[c].lower for c in self.grammar.children(i, *BESIDE) if not self._dates(c)}
        if i + 1 < len(self.grammar.tokens) and self.grammar.tokens[i + 1].dep == "quantmod":
            near.add(self.grammar.tokens[i + 1].lower)  # "handed OVER 40 trucks"
        return all(p in near for p in parts[1:])

    def _dates(self, preposition: int) -> bool:
        """ "called him ON FRIDAY" is no "call on"."""
        grammar = self.grammar
        return any(grammar.tokens[o].lower in DATES or grammar.tokens[o].tag == "CD" for o in grammar.children(preposition, "pobj"))

    def complemented(self, i: int, kind: str) -> bool:
        """Whether a complement of the given kind hangs on the word."""
        return bool(self.complements(i, kind))

    def complements(self, i: int, kind: str) -> list[int]:
        """Heads of the complements of one kind: "infinitive", "clause", "gerund", "object", or behind a preposition."""
        grammar = self.grammar
        if kind == "object":
            return self.slots.fillers(i, "object")
        if kind == "infinitive":
            heads = self.slots.infinitives(i)
        elif kind in ("clause", "that"):
            heads = [
                c for c in grammar.children(i, "ccomp", "acl", "relcl") if not self._marked(c, "TO") and grammar.tokens[c].tag != "VBG"
            ]
            if grammar.tokens[i].pos == "NOUN":
                heads = [c for c in heads if any(grammar.tokens[m].lower == "that" for m in grammar.children(c, "mark"))]
            elif any(h < grammar.parsed.left[i] for h in heads):
                heads = [h for h in heads if h > i]
        elif kind == "gerund":
            heads = [c for c in grammar.children(i, "xcomp", "ccomp") if grammar.tokens[c].tag == "VBG"]
            heads += [c for c in grammar.children(i, "advcl") if grammar.tokens[c].tag == "VBG" and 0 < c - i <= 2]  # "ruled out sending"
            heads += [n for _, _, n in grammar.phrases(i) if grammar.tokens[n].tag == "VBG"]
        else:
            heads = self.slots.fillers(i, kind)
            if kind == "for":  # "called FOR the charges TO BE DROPPED"
                heads = heads + [c for c in grammar.children(i, "advcl", "ccomp", "xcomp") if self._for(c)]
        return [x for h in heads for x in grammar.conjuncts(h)]

    def _for(self, i: int) -> bool:
        return self._marked(i, "TO") and any(self.grammar.tokens[m].lower == "for" for m in self.grammar.children(i, "mark"))

    def _marked(self, i: int, tag: str) -> bool:
        return any(self.grammar.tokens[c].tag == tag for c in self.grammar.parsed.children[i])
