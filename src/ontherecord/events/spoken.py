"""Words in somebody's mouth: whether a document is a speech, whether a sentence does what it says, whom it calls by name."""

from __future__ import annotations

import functools
from collections.abc import Callable

from ontherecord.events.frames import Frame
from ontherecord.events.slots import Slots

# Who speaks a token, and to whom: actor ids, () where nobody does.
Speakers = Callable[[int], tuple[tuple[str, ...], tuple[str, ...]]]
# Share of sentences spoken without quotation marks past which a document is a speech or a transcript; readouts quote less than a third.
MOSTLY = 0.5
# Sentences back in which "you" may have been called by name.
BACK = 3
# Those who are called without a name.
CALLED = {"colleagues", "comrades", "friends", "ladies", "gentlemen", "citizens", "veterans", "compatriots"}
PAST = {"VBD"}
BEFORE = {"had", "was", "were", "did"}
SPOKEN_TO = {"you", "your", "yourself", "yourselves"}


class Spoken:
    """Asks of the words of one document who says them, and whether saying is doing."""

    def __init__(self, slots: Slots, speakers: Speakers) -> None:
        self.slots = slots
        self.grammar = slots.grammar
        self.speakers = speakers

    @functools.cached_property
    def speech(self) -> bool:
        """Whether the document is a speech or a transcript rather than an account of what was said."""
        roots = [t.i for t in self.grammar.tokens if t.head == t.i and t.pos in ("VERB", "AUX")]
        spoken = [i for i in roots if self.grammar.parsed.quote_of[i] < 0 and self.speakers(i)[0]]
        return len(spoken) > MOSTLY * len(roots)

    def aloud(self, i: int) -> bool:
        """Whether a token stands in somebody's very words: in quotation marks, or in a speech. "It sank, the navy said" tells."""
        return bool(self.speakers(i)[0]) and (self.grammar.parsed.quote_of[i] >= 0 or self.speech)

    def now(self, frame: Frame) -> bool:
        """Whether the act is done by these very words, "we ASK you", rather than told by them, "we ASKED them".

        A verb of saying outside of anybody's words ("EXPRESSED her protest") is the act itself, whatever its tense.
        """
        if not self.speakers(frame.clause)[0]:
            return True
        verb: int | None = frame.clause
        if verb is not None and not self.grammar.is_verb(verb):
            verb = self.grammar.verb_above(verb)
        if verb is None:
            return True
        return self.grammar.tokens[verb].tag not in PAST and not BEFORE & set(self.grammar.auxiliaries(verb))

    def to_hearer(self, frame: Frame) -> bool:
        """Whether the clause says "you"."""
        parsed = self.grammar.parsed
        return any(self.grammar.tokens[i].lower in SPOKEN_TO for i in range(parsed.left[frame.clause], parsed.right[frame.clause] + 1))

    def called(self, frame: Frame) -> tuple[str, ...]:
        """Whom the sentence calls by name or title, or whom "you" means that was called so right before.

        "MINISTER, I would like to ask you", "support these measures, MR PRESIDENT".
        """
        sentences = self.grammar.parsed.sentences
        here = self.grammar.tokens[frame.trigger].sent
        back = BACK if self.to_hearer(frame) else 0
        paragraph = self.grammar.parsed.paragraph_of(frame.trigger)
        for n in range(here, max(here - back, paragraph.sentences[0]) - 1, -1):
            first, last = sentences[n].first, sentences[n].last
            if self.speakers(last - 1)[0] != self.speakers(frame.trigger)[0]:
                return ()
            if found := self._vocative(first, last):
                return found
            if any(self.grammar.tokens[i].lower in CALLED for i in range(first, last)):
                return ()
        return ()

    def partner(self, frame: Frame) -> tuple[str, ...]:
        """The other one in a conversation of two that the document writes down: whom "you" means."""
        ours = self.speakers(frame.trigger)[0]
        if not self.speech or len(self._everyone) != 2 or not set(ours) <= self._everyone:
            return ()
        return tuple(self._everyone - set(ours))

    @functools.cached_property
    def _everyone(self) -> set[str]:
        """All who speak in the document, those whom others quote left out."""
        quoted = self.grammar.parsed.quote_of
        return {a for s in self.grammar.parsed.sentences if quoted[s.last - 1] < 0 for a in self.speakers(s.last - 1)[0]}

    def _vocative(self, first: int, last: int) -> tuple[str, ...]:
        grammar, cast = self.grammar, self.slots.cast
        held = self._said_of(first, last)
        for i in range(first, last):
            mention = cast.at(i)
            if i in held or mention is None or not mention.acts or mention.kind == "pronoun" or cast.is_country(mention.actors[0]):
                continue
            begin, end = min(mention.first, grammar.parsed.left[i]), mention.last + 1
            opens = begin <= first or grammar.tokens[begin - 1].text in (",", ":")
            if opens and end < len(grammar.tokens) and grammar.tokens[end].text in (",", ".", "!", "?"):
                return mention.actors
        return ()

    def _said_of(self, first: int, last: int) -> set[int]:
        """Tokens of a sentence that stand in a verb's slots or beside others, and so call nobody."""
        held = {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "conj", "poss", "appos", "compound", "agent"}
        tokens = self.grammar.tokens
        return {
            i
            for i in range(first, last)
            if tokens[i].dep in held and not (tokens[i].dep == "appos" and tokens[tokens[i].head].lower in SPOKEN_TO)
        }
