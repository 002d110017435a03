"""Words that name a deed and tell none: forecasts, conditions, what is lacking, questions retold, holiday greetings, what was not done."""

from __future__ import annotations

from collections.abc import Iterator

from ontherecord.actors.cast import Cast
from ontherecord.events.frames import Frame
from ontherecord.events.meetings import by_both
from ontherecord.events.modality import OBLIGATION, Modality
from ontherecord.events.slots import Slots
from ontherecord.events.spoken import Spoken
from ontherecord.events.strangers import acting
from ontherecord.language import Grammar
from ontherecord.ontology import TYPES

# Under these a clause about the future is a forecast, whoever makes it.
OPINION = {
    "think", "believe", "expect", "assume", "suppose", "guess", "predict", "forecast", "imagine", "doubt", "hope", "trust", "sure",
    "certain", "confident", "convinced", "confidence", "conviction", "belief", "expectation", "likely", "know", "dream",
}  # fmt: skip
GUESS = {"may", "might"}
PERHAPS = {"perhaps", "maybe", "possibly", "probably", "hopefully"}
SUPPOSED = {"if", "unless", "lest", "whenever"}
# What is needed, wanted or waited for is not there: "we need TALKS".
LACKING = {"need", "want", "require", "deserve", "expect", "await", "lack", "wait", "miss", "envisage", "imagine"}
ASKING = {"what", "whether", "how", "why", "which", "when", "where", "if"}
INQUIRY = {"ask", "inquire", "enquire"}
HOLIDAYS = {
    "holiday", "easter", "christmas", "birthday", "day", "year", "ramadan", "eid", "nowruz", "hanukkah", "feast", "festival", "diwali",
    "anniversary", "jubilee",
}  # fmt: skip
GREETING = {"congratulate", "greet", "wish", "salute", "welcome"}
# Whom a speaker greets at the beginning.
HEARERS = {
    "you",
    "everyone",
    "everybody",
    "all",
    "guest",
    "participant",
    "viewer",
    "reader",
    "colleague",
    "friend",
    "audience",
    "compatriot",
}
THANKS = {
    "thank",
    "thanks",
    "gratitude",
    "grateful",
    "thankful",
    "appreciation",
    "praise",
    "blame",
    "apologise",
    "apologize",
    "responsible",
    "condemn",
}
ABILITY = {"can", "ca", "could", "may", "might"}
# Harm that is worth denying: "we did not bomb Chad".
DENIED = {"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"}


class Rhetoric:
    """Asks of the frames of one document whether their words tell a deed at all; `reason` is None where they do."""

    __slots__ = ("cast", "grammar", "modality", "slots", "spoken")

    def __init__(self, slots: Slots, spoken: Spoken) -> None:
        self.slots = slots
        self.grammar: Grammar = slots.grammar
        self.cast: Cast = slots.cast
        self.spoken = spoken
        self.modality = Modality(slots.grammar)

    def reason(self, frame: Frame) -> str | None:
        """Why the words of a settled frame tell no deed; None where they do."""
        if self._inquires(frame):
            return "a question retold"
        if self._greets(frame):
            return "a greeting on a holiday"
        if (
            frame.aux == "hypothetical"
            and GUESS & set(self.grammar.auxiliaries(next(self._above(frame))))
            and self.spoken.aloud(frame.trigger)
        ):
            return "a speaker's guess"
        if self._supposed(frame):
            return "a condition, not told as having happened"
        if self._foretold(frame):
            return "a forecast"
        if self._lacking(frame):
            return "what is needed or expected, not told as having happened"
        token = self.grammar.tokens[frame.trigger]
        if token.dep == "relcl" and token.tag in ("VBZ", "VBP") and frame.entry.id == "learned" and not frame.actors:
            return "a description"  # "the evil that KILLS children"
        if self._sideless(frame):
            return "in a speech, of one side only"
        if self._undone(frame):
            return "what cannot be done, or was not done, in a speech"
        return None

    def of_things(self, frame: Frame) -> bool:
        """ "the statue CALLS on its sons", "the state of affairs DEMANDS it": words in no party's mouth."""
        if (
            frame.actors
            or frame.type is None
            or not TYPES[frame.type].quad.startswith("verbal")
            or frame.entry.by
            or frame.type == "CONSULT"
        ):
            return False
        verb, tokens = frame.clause, self.grammar.tokens
        if not self.spoken.aloud(verb):
            return False  # in a report an unknown body may well demand
        if frame.entry.kind != "verb" or verb != frame.trigger or self.grammar.is_passive(verb) or frame.inner:
            return False
        subjects = self.grammar.children(verb, "nsubj") and self.grammar.subjects(verb)
        things = all(
            tokens[s].pos == "NOUN" and tokens[s].lemma not in self.slots.lexicon.persons and not acting(s, self.slots) for s in subjects
        )
        return bool(subjects) and things and not by_both(frame, self.slots)

    def _inquires(self, frame: Frame) -> bool:
        """ "ASKED how they were", "asked them ABOUT the harvest": no request is made; a prayer is none either."""
        grammar, slots, i = self.grammar, self.slots, frame.trigger
        if frame.type != "REQUEST" or grammar.tokens[i].lemma not in INQUIRY:
            return False
        if {grammar.tokens[o].lemma for o in slots.fillers(i, "object")} & {"question", "god", "lord"}:
            return True
        if slots.infinitives(i):
            return False
        clauses = grammar.children(i, "ccomp", "advcl", "pcomp")
        wondered = any(grammar.tokens[grammar.parsed.left[c]].lower in ASKING for c in clauses if c > i)
        return wondered or (bool(slots.fillers(i, "about")) and not slots.fillers(i, "for"))

    def _greets(self, frame: Frame) -> bool:
        """ "I CONGRATULATE you on the holiday", said to one's own; of another country it is a courtesy between states."""
        if frame.type != "SUPPORT" or self.grammar.tokens[frame.trigger].lemma not in GREETING:
            return False
        here, there = self.cast.countries(frame.actors), self.cast.countries(frame.recipients)
        greeted = {self.grammar.tokens[o].lemma.lower() for o in self.slots.fillers(frame.trigger, "object")}
        if greeted and greeted <= HEARERS and not frame.inner and not there - here and self._hails(frame.trigger):
            return True
        return not there - here and any(self.grammar.tokens[d].lemma.lower() in HOLIDAYS for d in self._occasions(frame.trigger))

    def _occasions(self, i: int) -> list[int]:
        """What stands behind "on" in the rest of the sentence, wherever the parser hangs it, and what is greeted itself."""
        tokens, last = self.grammar.tokens, self.grammar.parsed.sentence_of(i).last
        behind = [j for j in range(i + 1, last) if tokens[j].dep == "pobj" and tokens[tokens[j].head].lower == "on"]
        return [*behind, *self.slots.fillers(i, "object")]

    def _hails(self, i: int) -> bool:
        """ "I WELCOME you all": a greeting; "congratulate you on the victory" is more."""
        return self.grammar.tokens[i].lemma in ("greet", "salute", "welcome")

    def _above(self, frame: Frame) -> Iterator[int]:
        """The verb that says when and whether, and those over it."""
        first = self.grammar.first_conjunct(self.modality.telling(frame.clause))
        yield first
        yield from (t.i for t in self.grammar.governors(first) if t.pos in ("VERB", "AUX"))

    def _supposed(self, frame: Frame) -> bool:
        """ "IF the town is shelled again", "IF we are not heard": also what is negated, or stands deeper, in such a clause."""
        grammar = self.grammar
        return any(
            grammar.tokens[m].lower in SUPPOSED
            for i in {frame.clause, *self._above(frame)}
            for m in grammar.children(i, "mark", "advmod")
            if m < i and not any(grammar.tokens[c].lower == "as" for c in (m - 1, m + 1) if 0 <= c < len(grammar.tokens))
        )

    def _foretold(self, frame: Frame) -> bool:
        """ "I THINK they will help us", "is CONFIDENT that Chad will join": what somebody believes will happen."""
        grammar = self.grammar
        if frame.inner and frame.entry.op not in ("commit", "intend", None):
            return False
        first = next(self._above(frame))
        if self.spoken.aloud(first) and any(self.grammar.tokens[c].lower in PERHAPS for c in grammar.children(first, "advmod")):
            return True
        if not (self.modality.future(first) or "would" in grammar.auxiliaries(first)):
            return False
        if frame.entry.by == ("speaker",) and frame.type != "THREATEN":
            return True  # "they WILL LIE to the world": nobody is blamed for what is not done yet
        token = grammar.tokens[first]
        if token.dep not in ("ccomp", "acl", "advcl", "relcl", "pcomp", "ROOT"):
            return False
        if token.dep == "ROOT":  # "They will come, I THINK"
            return any(
                grammar.tokens[c].lemma in OPINION and grammar.tokens[c].tag in ("VBP", "VBZ")
                for c in grammar.children(first, "ccomp", "parataxis")
            )
        above = grammar.tokens[token.head]
        return token.dep != "relcl" and above.lemma in OPINION

    def _lacking(self, frame: Frame) -> bool:
        """ "We NEED the same support", "they WAIT for talks"."""
        if frame.entry.kind != "noun":
            return False
        over = self.grammar.tokens[self.grammar.tokens[frame.trigger].head]
        if not frame.supported and not frame.inner and over.lower == "for" and self.spoken.aloud(frame.trigger):
            return self.grammar.tokens[frame.trigger].dep == "pobj" and not self._thanks(over.head)
        above = None if frame.supported or frame.inner else self.grammar.verb_above(frame.trigger)
        if above is not None and self.modality.obliged(above):
            return True  # "it SHOULD be settled at the talks of the two": nobody has met
        verb = self.slots.carrier(frame.trigger)
        if verb is not None and verb < frame.trigger and self.grammar.tokens[verb].lemma == "like":
            return True  # "I would LIKE our talks to cover it"
        if verb is None:
            head = self.grammar.tokens[self.grammar.first_conjunct(frame.trigger)].head
            verb = self.grammar.tokens[head].head if self.grammar.tokens[head].dep == "prep" else None
        return verb is not None and self.grammar.tokens[verb].lemma in LACKING and verb < frame.trigger

    def _sideless(self, frame: Frame) -> bool:
        """ "We have ALLOCATED two billion", "we DEVELOPED it together", "young people are INVITED": in a speech, of nobody or to nobody."""
        if not self.spoken.aloud(frame.trigger):
            return False
        if frame.type == "AID":
            return not frame.recipients and not self.spoken.to_hearer(frame)
        if frame.type == "COOPERATE":
            return len({*frame.actors, *frame.recipients}) < 2
        return frame.type == "AGREE" and not frame.actors and not frame.inner and self.grammar.is_passive(frame.clause)

    def _thanks(self, i: int) -> bool:
        """ "grateful FOR the visit": what one thanks for was done."""
        return self.grammar.tokens[i].lemma in THANKS

    def _undone(self, frame: Frame) -> bool:
        """ "We CANNOT pay", "they did NOT seek it", in a speech; harm between two countries is worth denying."""
        if frame.aux != "negation" or any(why.startswith("under ") for why in frame.why):
            return False
        if {*ABILITY, *OBLIGATION} & set(self.grammar.auxiliaries(self.modality.telling(frame.clause))):
            return True
        here, there = self.cast.countries(frame.actors), self.cast.countries(frame.recipients)
        return self.spoken.speech and self.spoken.aloud(frame.trigger) and not (frame.type in DENIED and here and there and here != there)
