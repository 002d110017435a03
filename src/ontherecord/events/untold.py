"""What is talked about and not told: questions, what anybody may do, what is always so, purposes, abilities, duties."""

from __future__ import annotations

from collections.abc import Iterator

from ontherecord.events.frames import Frame
from ontherecord.events.modality import HYPOTHETICAL
from ontherecord.events.spoken import Speakers
from ontherecord.language import Grammar

# Heads of relative clauses that describe nobody in particular: "THOSE who defend the town".
ANYBODY = {"those", "all", "everyone", "everybody", "anyone", "anybody", "someone", "somebody", "whoever", "one", "each", "every", "person"}
# Words behind which an infinitive is meant and not done; an attempt at harm is worth telling all the same.
ATTEMPTS = {"try", "attempt", "seek", "threaten", "plot", "plan", "conspire", "prepare", "effort", "bid", "order"}
# Doubt that is a report's own: "may meet", "feared that", "a possible visit".
OPEN = {"may", "might"}
# Harm that is worth telling as an attempt.
HARM = {"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST"}
# What is done by saying so; in the present it is done now: "we support", "I ask".
SAID = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"}
ENDS = {".", "!", "?", "…", ";"}


class Untold:
    """Asks of the frames of one document why they are no events; `reason` is None for what is told."""

    __slots__ = ("grammar", "speakers")

    def __init__(self, grammar: Grammar, speakers: Speakers) -> None:
        self.grammar = grammar
        self.speakers = speakers

    def reason(self, frame: Frame) -> str | None:
        """Why a settled frame is only talked about; None where it is told."""
        if self._asked(frame):
            return "a question"
        if self._described(frame):
            return "a description"
        if self._aside(frame.clause):
            return "an aside"
        if any(self._of_anybody(i) for i in self._clauses(frame)):
            return "said of nobody in particular"
        if frame.aux == "hypothetical" and not self._doubted(frame):
            return "a purpose, an ability, a duty or a condition, not told as having happened"
        if self._always(frame):
            return "what is always so"
        return None

    def _clauses(self, frame: Frame) -> Iterator[int]:
        """The frame's clause and the verbs above it, innermost first."""
        yield frame.clause
        for token in self.grammar.governors(frame.clause):
            yield token.i

    def _asked(self, frame: Frame) -> bool:
        parsed = self.grammar.parsed
        rest = self.grammar.tokens[frame.trigger + 1 : parsed.sentence_of(frame.trigger).last]
        end = next((t.text for t in rest if t.text in ENDS), "")
        return end == "?"

    def _of_anybody(self, verb: int) -> bool:
        token = self.grammar.tokens[verb]
        if token.dep not in ("relcl", "acl") or token.head == verb:
            return False
        head = self.grammar.tokens[token.head]
        return head.lower in ANYBODY and not (head.lower == "one" and self.grammar.children(head.i, "det"))

    def _described(self, frame: Frame) -> bool:
        """ "the FRIENDLY ties of our countries": what is not said of anything but only named so; "they are FRIENDLY neighbours" says it."""
        token = self.grammar.tokens[frame.trigger]
        return frame.entry.kind == "adjective" and token.dep == "amod" and self.grammar.tokens[token.head].dep not in ("attr", "oprd", "ROOT")

    def _aside(self, verb: int) -> bool:
        """ "As AGREED, the road was built"."""
        grammar = self.grammar
        bare = grammar.tokens[verb].tag == "VBN" and not grammar.children(verb, "nsubj", "nsubjpass", "auxpass")
        return bare and grammar.tokens[verb].dep == "advcl" and any(grammar.tokens[c].lower == "as" for c in grammar.children(verb, "mark"))

    def _doubted(self, frame: Frame) -> bool:
        """Doubt that makes news: "may", a fear, a possible visit, an attempt at harm."""
        grammar, clause = self.grammar, frame.clause
        if any(why.startswith("under ") for why in frame.why) or not grammar.is_verb(clause):
            return True
        auxiliaries = set(grammar.auxiliaries(clause))
        if auxiliaries & OPEN or (auxiliaries & HYPOTHETICAL and not self.speakers(frame.trigger)[0]):
            return True
        above = grammar.tokens[grammar.tokens[grammar.first_conjunct(clause)].head]
        return frame.type in HARM and above.lemma in ATTEMPTS

    def _always(self, frame: Frame) -> bool:
        """ "Our countries COORDINATE their steps", said by a speaker: deeds in the plain present are habits."""
        grammar = self.grammar
        if frame.type in SAID or not self.speakers(frame.trigger)[0]:
            return False
        verb = frame.clause if grammar.is_verb(frame.clause) else None
        if verb is None or grammar.tokens[verb].tag not in ("VBZ", "VBP"):
            return False
        return not grammar.auxiliaries(verb)
