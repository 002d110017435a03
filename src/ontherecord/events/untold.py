"""What is talked about and not told: questions, what anybody may do, what is always so, purposes, abilities, duties."""

from __future__ import annotations

from collections.abc import Iterator

from ontherecord.actors.cast import Cast
from ontherecord.events.frames import Frame
from ontherecord.events.modality import HYPOTHETICAL, TRANSPARENT, Modality
from ontherecord.events.spoken import Speakers
from ontherecord.language import Grammar
from ontherecord.ontology import TYPES

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
HABITS = {"always", "usually", "often", "regularly", "traditionally", "sometimes", "annually", "temporarily"}
# The entry of problems that are solved; by one alone that is work, of two sides it is an agreement.
SETTLED = "agree-settle"
ASKING = {"what", "whether", "how", "why", "which"}
# Behind these a gerund tells how or when something was done.
BY = {"by", "after", "since", "while", "with", "without", "for"}
WHEN = {"after", "before", "during", "since", "following"}
BEING = {"be", "am", "is", "are", "was", "were", "been", "'s", "'re", "'m", "’s", "’re", "’m"}
WEIGHED = {
    "suggest",
    "propose",
    "recommend",
    "advocate",
    "favour",
    "favor",
    "consider",
    "discuss",
    "mean",
    "involve",
    "require",
    "risk",
    "imagine",
}
WISHES = {"like", "want", "wish", "love"}
# What a bare participle only names: "funds GIVEN to Chad".
GIVEN = {"AID", "COOPERATE", "AGREE", "SANCTION"}
# Types of deeds that in the plain present of a relative clause are states.
LASTING = {"COOPERATE", "AID", "CONSULT", "MOBILIZE"}
# Where a clause with "how" wonders or marvels: anywhere but in a relative clause.
WHEREVER = ("ccomp", "pcomp", "csubj", "parataxis", "ROOT", "advcl")
ENDS = {".", "!", "?", "…", ";"}


class Untold:
    """Asks of the frames of one document why they are no events; `reason` is None for what is told."""

    __slots__ = ("cast", "grammar", "modality", "speakers")

    def __init__(self, grammar: Grammar, cast: Cast, speakers: Speakers) -> None:
        self.grammar = grammar
        self.cast = cast
        self.modality = Modality(grammar)
        self.speakers = speakers

    def reason(self, frame: Frame) -> str | None:
        """Why a settled frame is only talked about; None where it is told."""
        if self._asked(frame):
            return "a question"
        if self._described(frame):
            return "a description"
        if self._aside(frame):
            return "an aside"
        if [t.lower for t in self.grammar.tokens[max(frame.trigger - 2, 0) : frame.trigger]] == ["de", "-"]:
            return "undone by its prefix"
        if self._named(frame):
            return "what something is named by, not told"
        if self._meant(frame):
            return "meant, not told as having happened"
        if any(self._of_anybody(i) for i in self._clauses(frame)):
            return "said of nobody in particular"
        if frame.aux == "hypothetical" and not self._doubted(frame):
            return "a purpose, an ability, a duty or a condition, not told as having happened"
        if self._always(frame) or self._habit(frame):
            return "what is always so"
        if frame.entry.id == SETTLED and len({*frame.actors, *frame.recipients}) < 2:
            return "settled with nobody"
        if self._at_home(frame):
            return "a visit at home"
        return "of nobody" if self._of_nobody(frame) else None

    def _of_nobody(self, frame: Frame) -> bool:
        """ "NOBODY will blackmail us", "injuring NO ONE"."""
        grammar = self.grammar
        near = grammar.children(frame.clause, "nsubj", "nsubjpass", "dobj") if frame.aux == "negation" else ()
        return any(
            grammar.tokens[c].lower in ("nobody", "none")
            or (grammar.tokens[c].lower == "one" and any(grammar.tokens[d].lower == "no" for d in grammar.parsed.children[c]))
            for c in near
        )

    def _clauses(self, frame: Frame) -> Iterator[int]:
        """The frame's clause and the verbs above it, innermost first."""
        yield frame.clause
        first = self.grammar.first_conjunct(frame.clause)
        if first != frame.clause:
            yield first
        for token in self.grammar.governors(first):
            yield token.i

    def _asked(self, frame: Frame) -> bool:
        parsed = self.grammar.parsed
        rest = self.grammar.tokens[frame.trigger + 1 : parsed.sentence_of(frame.trigger).last]
        end = next((t.text for t in rest if t.text in ENDS), "")
        return end == "?" or self._wondered(frame.clause)

    def _wondered(self, verb: int) -> bool:
        """ "report WHAT help is given": a question inside another sentence."""
        token = self.grammar.tokens[verb]
        first = self.grammar.parsed.left[verb]
        if token.dep == "ROOT" and self.grammar.tokens[first].dep == "cc":
            first += 1  # "And HOW they treat us."
        opens = first < verb and self.grammar.tokens[first].lower in (ASKING - {"which"} if token.dep == "ROOT" else ASKING)
        inside = ("ccomp", "pcomp", "csubj", "parataxis", "ROOT") if self.grammar.tokens[first].lower != "how" else WHEREVER
        return token.dep in inside and opens and self.grammar.tokens[first].dep != "nsubj"

    def _of_anybody(self, verb: int) -> bool:
        token = self.grammar.tokens[verb]
        if token.dep not in ("relcl", "acl") or token.head == verb:
            return False
        head = self.grammar.tokens[token.head]
        if any(self.grammar.tokens[d].lower == "those" for d in self.grammar.children(head.i, "det")):
            return True  # "THOSE states that help us"
        return head.lower in ANYBODY and not (head.lower == "one" and self.grammar.children(head.i, "det"))

    def _described(self, frame: Frame) -> bool:
        """ "the FRIENDLY ties of our countries": what is not said of anything but only named so; "they are FRIENDLY people" says it.

        So does what a country does at all times, told by the way: "Chad, which SELLS oil to Togo, called for calm".
        """
        token = self.grammar.tokens[frame.trigger]
        if token.dep == "relcl" and token.tag in ("VBZ", "VBP") and frame.type in LASTING and not self.grammar.auxiliaries(token.i):
            return True
        said = ("attr", "oprd", "ROOT")
        return frame.entry.kind == "adjective" and token.dep == "amod" and self.grammar.tokens[token.head].dep not in said

    def _named(self, frame: Frame) -> bool:
        """ "the sanctions IMPOSED on us", "the crews who SAVED them", in somebody's words; "funds GIVEN to Chad" in a report's."""
        grammar, trigger = self.grammar, self.grammar.tokens[frame.trigger]
        if trigger.pos == "NOUN" and trigger.dep == "pobj" and grammar.tokens[trigger.head].lower in WHEN:
            return False  # "a request to halt it, a day AFTER A CALL": when, told by the way
        links = [i for i in self._clauses(frame) if grammar.tokens[i].dep in ("acl", "relcl") and grammar.tokens[i].head != frame.trigger]
        links = [i for i in links if not self._misread(i) and grammar.tokens[grammar.tokens[i].head].lemma not in TRANSPARENT]
        if not links:
            return False
        token = grammar.tokens[links[0]]
        if self.speakers(frame.trigger)[0]:
            own = [c for c in grammar.children(token.i, "nsubj") if grammar.tokens[c].tag not in ("WP", "WDT")]
            return frame.type not in SAID or not own  # "the bridge that Peru HAD PROMISED" tells of the promise
        bare = token.dep == "acl" and token.tag in ("VBN", "VBG") and not grammar.agents(token.i)
        return bare and frame.type in GIVEN and token.i == grammar.first_conjunct(frame.clause)

    def _misread(self, verb: int) -> bool:
        """ "The crews in Chad struck", read as a noun with a participle."""
        grammar, token = self.grammar, self.grammar.tokens[verb]
        if token.dep != "acl":
            return False
        return bool(grammar.children(verb, "nsubjpass", "auxpass")) or (token.tag in ("VBN", "VBD") and not grammar.is_passive(verb))

    def _meant(self, frame: Frame) -> bool:
        """Infinitives and gerunds that nothing tells as done: "the fund is TO GIVE", "focus on SAVING", "suggests CUTTING"."""
        grammar, first = self.grammar, self.grammar.first_conjunct(frame.clause)
        if grammar.tokens[first].dep == "csubj":
            return True  # "SUPPORTING our workers depends on it"
        if any(grammar.tokens[i].lemma == "let" and grammar.tokens[i].tag == "VB" for i in self._clauses(frame)) and not frame.inner:
            return True
        token, above = grammar.tokens[first], grammar.tokens[grammar.tokens[first].head]
        if self.modality.infinitive(first) and any(grammar.tokens[m].lower == "for" for m in grammar.children(first, "mark")):
            return True  # "it is hard FOR us TO agree"
        if not grammar.is_verb(first) or frame.entry.op is not None or frame.aux is not None or frame.inner:
            return False
        wished = TYPES[frame.type or ""].quad.startswith("verbal") and above.lemma in WISHES
        if self._shares(frame.clause, first):
            return True
        if self.modality.infinitive(first):
            asked = first == frame.clause or not self.modality.infinitive(frame.clause)  # of these the finder has asked already
            told = wished or above.lemma in TRANSPARENT or (asked and token.dep in ("xcomp", "acl", "advcl"))
            return not told and set(grammar.auxiliaries(first)) <= {"to"}
        if token.tag == "VB" and token.dep in ("ROOT", "parataxis", "appos", "dep"):
            return not grammar.auxiliaries(first) and not grammar.subjects(first)  # an imperative
        if token.tag != "VBG" or set(grammar.auxiliaries(first)) & BEING:
            return False
        accused = token.dep == "pcomp" and above.lower == "of" and grammar.tokens[above.head].lemma == "accuse"
        if accused and frame.entry.id != "learned":
            return False  # "accused Chad of BOMBING the town": told by the accuser
        if token.dep == "pcomp":
            return above.lower not in BY or not grammar.is_verb(above.head)
        if token.dep == "ROOT":
            return not grammar.children(first, "nsubj", "nsubjpass")
        return token.dep in ("xcomp", "ccomp") and above.lemma in WEIGHED

    def _shares(self, verb: int, first: int) -> bool:
        """ "It MUST contain a ban and (must) stop the trade": a bare conjunct shares what the first one has."""
        grammar = self.grammar
        bare = verb != first and grammar.tokens[verb].tag in ("VB", "VBP") and not grammar.children(verb, "nsubj", "nsubjpass", "aux")
        return bare and (self.modality.obliged(first) or self.modality.hypothetical(first))

    def _aside(self, frame: Frame) -> bool:
        """ "As AGREED, the road was built", "as I TOLD our guest"."""
        grammar, verb = self.grammar, frame.clause
        if grammar.tokens[verb].dep != "advcl" or not any(grammar.tokens[c].lower == "as" for c in grammar.children(verb, "mark")):
            return False
        bare = grammar.tokens[verb].tag == "VBN" and not grammar.children(verb, "nsubj", "nsubjpass", "auxpass")
        ours = any(grammar.tokens[c].lower in ("i", "we", "you") for c in grammar.children(verb, "nsubj"))
        return bare or (ours and frame.type in SAID)

    def _doubted(self, frame: Frame) -> bool:
        """Doubt that makes news: "may", a fear, a possible visit, an attempt at harm."""
        grammar, clause = self.grammar, frame.clause
        clause = self.modality.telling(clause)
        if any(why.startswith("under ") for why in frame.why) or not grammar.is_verb(clause):
            return True
        auxiliaries = set(grammar.auxiliaries(clause))
        if auxiliaries & OPEN or (auxiliaries & HYPOTHETICAL and not self.speakers(frame.trigger)[0]):
            return True
        above = grammar.tokens[grammar.tokens[grammar.first_conjunct(clause)].head]
        return frame.type in HARM and above.lemma in ATTEMPTS

    def _habit(self, frame: Frame) -> bool:
        """ "ALWAYS mentions it at our meetings"."""
        verb = frame.clause if self.grammar.is_verb(frame.clause) else self.grammar.verb_above(frame.clause)
        return verb is not None and any(self.grammar.tokens[c].lower in HABITS for c in self.grammar.children(verb, "advmod"))

    def _at_home(self, frame: Frame) -> bool:
        """A visit of a country's own people to that country."""
        there = self.cast.countries(frame.recipients)
        return frame.mode == "visit" and bool(there) and there == self.cast.countries(frame.actors)

    def _always(self, frame: Frame) -> bool:
        """ "Our countries COORDINATE their steps", said by a speaker: deeds in the plain present are habits."""
        grammar = self.grammar
        said, _ = self.speakers(frame.trigger)
        root = list(self._clauses(frame))[-1]
        ours, theirs = self.cast.countries(said), self.cast.countries(frame.actors)
        others = frame.type == "SUPPORT" and bool(ours and theirs) and not ours & theirs and bool(self.speakers(root)[0])
        if not said or (frame.type in SAID and not others):
            return False
        verb = frame.clause if grammar.is_verb(frame.clause) else None
        if verb is None or grammar.tokens[verb].tag not in ("VBZ", "VBP"):
            return False
        return not grammar.auxiliaries(verb)
