"""Events of one document as frames: entries that fit, carried by support verbs, governed by operators, with parties and modality."""

from __future__ import annotations

from ontherecord.actors.cast import Cast
from ontherecord.events.allegations import allegations
from ontherecord.events.anaphora import recall
from ontherecord.events.answers import answer
from ontherecord.events.candidates import Candidates
from ontherecord.events.company import address, gather
from ontherecord.events.composition import COOPERATION, THREATENED, YIELDING, compose, intended, threatened
from ontherecord.events.demands import OBLIGED, demands
from ontherecord.events.frames import Frame
from ontherecord.events.lexicon import Lexicon, load
from ontherecord.events.meetings import by_both, complete
from ontherecord.events.modality import TRANSPARENT, Modality, settle
from ontherecord.events.operators import SILENCE, Dropped, Operators
from ontherecord.events.parties import Parties
from ontherecord.events.rhetoric import Rhetoric
from ontherecord.events.slots import Slots
from ontherecord.events.spoken import Speakers
from ontherecord.events.strangers import introduce
from ontherecord.events.untold import Untold
from ontherecord.language import Grammar
from ontherecord.ontology import TYPES

# With "I" and a word of saying, the wish is the deed: "I would like to thank".
WISHES = {"like", "want", "wish", "love", "wanna"}
# The entry of those who are treated, sheltered, vaccinated: a state of things unless it is said by whom.
CARE = "aid-care"
# Sectors whose one-sided words ("a host railed") are no event where not even a country is known.
# What a source does with a reporter: talk, and ask not to be named.
TALKING, UNNAMED = {"speak", "talk"}, {"name", "identify", "quote"}
NOBODYS = {None, "MED", "JRN", "CVL", "LAB", "EDU"}


class Finder:
    """Finds the frames of one document; `frames()` is the whole way, in order."""

    __slots__ = (
        "candidates", "cast", "dropped", "grammar", "lexicon", "modality", "operators", "parties",
        "rhetoric", "slots", "speakers", "untold",
    )  # fmt: skip

    def __init__(self, grammar: Grammar, cast: Cast, speakers: Speakers, lexicon: Lexicon | None = None) -> None:
        self.lexicon = lexicon or load()
        self.grammar = grammar
        self.cast = cast
        self.speakers = speakers
        self.slots = Slots(grammar, cast, self.lexicon)
        self.candidates = Candidates(grammar, self.slots, self.lexicon)
        self.parties = Parties(self.slots, speakers)
        self.modality = Modality(grammar)
        self.untold = Untold(grammar, cast, speakers)
        self.rhetoric = Rhetoric(self.slots, self.parties.spoken)
        self.dropped: list[Dropped] = []
        self.operators = Operators(self.candidates, self.parties, self.modality, self.dropped)

    def frames(self) -> list[Frame]:
        """All frames that stand, in order of their triggers."""
        found = self.candidates.all()
        self._unspoken(found)
        self._support(found)
        demands(found, self.slots, self.modality, self.speakers)
        for i in sorted(found, key=self._depth, reverse=True):
            if i in found and found[i].entry.op:
                self.operators.govern(i, found)
        kept = []
        for i in sorted(found):
            frame = found[i]
            if frame.type is None:
                continue
            reason = self._background(frame, found)
            if reason is None:
                self.parties.fill(frame)
                if frame.type == "MOBILIZE" and not frame.actors:
                    frame.actors = self._announcers(frame)  # "two frigates had sailed," the navy said
                self._settle(frame)
                reason = self._unfit(frame) or self.untold.reason(frame) or self.rhetoric.reason(frame)
            if reason is None:
                kept.append(frame)
            else:
                self.dropped.append(Dropped(i, reason))
        taken = {f.trigger for f in kept}
        kept += [f for f in allegations(kept, self.grammar, self.cast, self.speakers) if f.trigger not in taken]
        kept.sort(key=lambda f: f.trigger)
        for frame in kept:
            introduce(frame, self.slots)
        gather(kept, self.grammar, self.cast)
        complete(kept, self.parties.spoken)
        address(kept, self.parties.spoken)
        answer(kept, self.slots)
        recall(kept, self.parties.spoken)
        return [f for f in kept if not self._idle(f)]

    def stands(self, frame: Frame) -> bool:
        """Settles tense and polarity of a frame whose type was found elsewhere; False where it is no event after all."""
        reason = self._background(frame, {})
        if reason is None:
            self._settle(frame)
            reason = self._unfit(frame) or self.untold.reason(frame) or self.rhetoric.reason(frame)
        if reason is not None:
            self.dropped.append(Dropped(frame.trigger, reason))
        return reason is None and not self._idle(frame)

    def _idle(self, frame: Frame) -> bool:
        """A judgement of nobody ("it is shameful" said of the weather); words of people of no known country, to nobody; an interview; what
        a source asks of the reporter.
        """
        if self._press(frame):
            self.dropped.append(Dropped(frame.trigger, "said to, or asked of, reporters"))
            return True
        if frame.recipients:
            return False
        if not frame.actors:
            self.dropped.append(Dropped(frame.trigger, "no party that can be told"))
            return True
        judged = frame.type == "ACCUSE" and (frame.entry.kind == "adjective" or frame.entry.by == ("speaker",))
        spoken = TYPES[frame.type or ""].quad.startswith("verbal") and not frame.together
        adrift = spoken and not self.cast.countries(frame.actors) and all(self.cast.actor(a).sector in NOBODYS for a in frame.actors)
        if judged or adrift:
            self.dropped.append(Dropped(frame.trigger, "a judgement of nobody" if judged else "no side is known"))
        return judged or adrift

    def _press(self, frame: Frame) -> bool:
        """ "spoke to the broadcaster", "asked not to be named"."""
        if frame.type == "CONSULT" and self.grammar.tokens[frame.trigger].lemma in TALKING:
            others = frame.recipients or frame.actors[1:]
            return bool(others) and all(self.cast.actor(a).sector in ("JRN", "MED") for a in others)
        asked = self.grammar.children(frame.clause, "xcomp", "ccomp") if frame.type in ("REQUEST", "REJECT") else ()
        if frame.type == "REJECT" and any(self.grammar.tokens[c].lemma in SILENCE for c in asked):
            return True
        return any(self.grammar.tokens[c].lemma in UNNAMED and self.grammar.is_passive(c) for c in asked)

    def _unspoken(self, found: dict[int, Frame]) -> None:
        """An entry that is true only in somebody's mouth ("VIOLATED our waters", he said) gives way where nobody speaks."""
        for i, frame in list(found.items()):
            if frame.entry.by != ("speaker",) or self.speakers(i)[0]:
                continue
            rival = next((r for r in frame.rivals if r.by != ("speaker",)), None)
            if rival is None:
                del found[i]
            else:
                found[i] = Frame(i, i, rival, rival.type, rival.mode)

    def _depth(self, i: int) -> int:
        return sum(1 for _ in self.grammar.governors(i))

    # -- nouns and the verbs that carry them

    def _support(self, found: dict[int, Frame]) -> None:
        for i in list(found):
            frame = found.get(i)
            if frame is None or frame.entry.kind != "noun":
                continue
            within = self._participle(i)
            if within is not None:
                self._carry(frame, within)
                continue
            verb = self.slots.carrier(i)
            if verb is None:
                continue
            over = found.get(verb)
            if over is not None and over.entry.op is None and (over.entry.object or over.entry.kind == "verb"):
                if over.type is not None:
                    del found[i]  # the verb tells it: "killed in an attack", "condemned the raid"
                    if over.type == frame.type:
                        over.mode = over.mode or frame.mode  # "held" of "held a phone call"
                continue
            if self._carries(verb, i):
                self._carry(frame, verb)

    def _carry(self, frame: Frame, verb: int) -> None:
        frame.supported = True
        frame.clause = verb
        frame.why.append(f"carried by the verb {self.grammar.tokens[verb].text!r}")

    def _carries(self, verb: int, noun: int) -> bool:
        """Whether the verb says of its subject or object no more than that it happens or is done."""
        lemma, particle = self.grammar.tokens[verb].lemma, self.grammar.particle(verb)
        if noun in self.grammar.subjects(verb) and not self.grammar.is_passive(verb):
            return lemma in self.lexicon.happens
        return lemma in self.lexicon.supports or (particle is not None and f"{lemma}_{particle}" in self.lexicon.supports)

    def _participle(self, noun: int) -> int | None:
        """ "drills HELD by Chad", "the rally that Chad HELD"."""
        told = (c for c in self.grammar.children(noun, "acl", "relcl") if self.grammar.is_verb(c) and not self.modality.infinitive(c))
        return next((c for c in told if self._carries(c, noun)), None)

    # -- what stands and what does not

    def _background(self, frame: Frame, found: dict[int, Frame]) -> str | None:
        """Why a frame only sets the background or the purpose of another; None when it stands by itself."""
        grammar = self.grammar
        if frame.entry.kind == "noun" and not frame.supported and not frame.entry.bare and not frame.inner:
            return "a noun that nothing tells as happening"
        if self._polite(frame.trigger):
            return "a form of politeness"
        clause = grammar.tokens[grammar.first_conjunct(frame.clause) if self._toless(frame.clause) else frame.clause]
        if clause.dep == "pcomp" and not grammar.is_verb(grammar.tokens[clause.head].head):
            return "a gerund that names a matter"
        if clause.tag in ("VBP", "VBZ", "VB") and self._standing(clause.i):
            return "a standing position, not an act"
        if (
            clause.dep in ("advcl", "xcomp", "acl")
            and clause.head != clause.i
            and any(grammar.tokens[c].tag == "TO" for c in grammar.children(clause.i, "aux"))
        ):
            head = grammar.tokens[clause.head]
            if clause.dep == "advcl" and head.lemma not in TRANSPARENT and not self._said_there(frame, found.get(head.i)):
                return "a purpose, not told as having happened"
            if clause.dep in ("xcomp", "acl") and head.lemma not in TRANSPARENT and not self._performed(frame, head.i):
                frame.aux = frame.aux or "hypothetical"
        if (
            clause.dep == "advcl"
            and any(grammar.tokens[m].lower in ("if", "unless") for m in grammar.children(clause.i, "mark"))
            and clause.head in found
        ):
            return "a condition of another event"
        return None

    def _polite(self, i: int) -> bool:
        """ "Thank you.": nobody is thanked for anything."""
        token, slots = self.grammar.tokens[i], self.slots
        yours = {self.grammar.tokens[o].lower for o in slots.fillers(i, "object")} == {"you"}
        return token.lemma == "thank" and (not slots.fillers(i, "subject") or (yours and not slots.fillers(i, "for")))

    def _toless(self, clause: int) -> bool:
        """The second of two infinitives shares the "to" of the first: "to explain and APOLOGISE"."""
        token = self.grammar.tokens[clause]
        return token.dep == "conj" and token.tag == "VB" and not self.grammar.children(clause, "aux", "nsubj", "nsubjpass")

    def _performed(self, frame: Frame, above: int) -> bool:
        """ "I WOULD LIKE TO thank you" thanks."""
        grammar = self.grammar
        ours = any(grammar.tokens[s].lower in ("i", "we") for s in grammar.subjects(above))
        return ours and grammar.tokens[above].lemma in WISHES and TYPES[frame.type or "AGREE"].quad.startswith("verbal")

    def _said_there(self, frame: Frame, meeting: Frame | None) -> bool:
        """ "telephoned him TO THANK him": what a call is for is said in it."""
        spoken = frame.type is not None and frame.type in TYPES and TYPES[frame.type].quad.startswith("verbal")
        return spoken and frame.type != "CONSULT" and meeting is not None and meeting.mode == "phone"

    def _standing(self, clause: int) -> bool:
        """ "does not recognise", "has not ruled out": what somebody does not do at all times is a position."""
        auxiliaries = set(self.grammar.auxiliaries(clause))
        return self.modality.negated(clause) and bool(auxiliaries & {"do", "does"})

    def _settle(self, frame: Frame) -> None:
        """Tense, modality and polarity of the frame's own clause."""
        if frame.entry is OBLIGED or frame.type is None:
            return
        told = self.modality.telling(frame.clause)
        negated = any(self.modality.negated(i) for i in {told, frame.clause, frame.trigger})
        if frame.entry.negative:
            return
        future = self._to_come(told, frame)
        hypothetical = any(self.modality.hypothetical(i) or self.modality.obliged(i) for i in {told, frame.clause})
        if future and self._would(told, frame):
            future = False
            hypothetical = hypothetical or not self._performs(told, frame)
        if negated and (self._refuses(told, frame) or self._no_longer(frame)):
            return
        if future and negated and frame.type in COOPERATION | YIELDING:
            frame.type, frame.mode, frame.aux = compose("refuse", frame.type, frame.mode)
            return
        if frame.type == "THREATEN" and frame.entry.by == ("speaker",):
            return
        able = {"can", "could"} & set(self.grammar.auxiliaries(told))
        if (future or hypothetical) and not (negated or able) and self._announced_on_condition(frame):
            self._threaten(frame)
            frame.why.append("announced on a condition")
            return
        if hypothetical and not negated and self._veiled(told, frame):
            return
        if future and not negated and not hypothetical:
            was = frame.type
            if was == "THREATEN":
                return  # "will retaliate" is the threat itself
            if was in THREATENED and self._of_others(frame):
                frame.aux = "future"  # "they will bomb us," Chad said: a forecast of the other side's deed, not its threat
                return
            frame.type, frame.mode, aux = intended(frame.type, frame.mode)
            self._announced(frame, was)
            frame.aux = aux if frame.aux is None else frame.aux
            return
        frame.aux = settle(frame.aux, future=False, hypothetical=hypothetical, negated=negated)

    def _veiled(self, told: int, frame: Frame) -> bool:
        """ "Chad COULD expel the diplomats," Chad's minister said: makes it a threat, said by a side of itself and of another."""
        ours, theirs = self.cast.countries(self.speakers(frame.trigger)[0]), self.cast.countries(frame.actors)
        others = self.cast.countries(frame.recipients)
        may = {"could", "may", "might"} & set(self.grammar.auxiliaries(told))
        if not may or frame.type not in THREATENED or not (ours and ours == theirs and others and not others & ours):
            return False
        self._threaten(frame)
        frame.why.append("what its own side says it may do")
        return True

    def _announced(self, frame: Frame, was: str) -> None:
        """Gives a threat without an actor to whoever utters it; "the tariffs WILL HURT workers" has another subject, and is none."""
        if was == "THREATEN" or frame.type != "THREATEN" or frame.actors:
            return
        if self.grammar.children(frame.clause, "nsubj") and not self.grammar.is_passive(frame.clause):
            frame.type = None
        elif not self.parties.spoken.speech:
            frame.actors = self._announcers(frame)  # in a speech "they will be imposed" may be anybody's doing

    def _refuses(self, told: int, frame: Frame) -> bool:
        """ "he WOULD NOT sign it UNTIL they left": makes it a refusal by the subject, the condition being one of refusing, not of doing."""
        if frame.type not in COOPERATION | YIELDING or "would" not in self.grammar.auxiliaries(told):
            return False
        if not self.modality.under_condition(told, "until", "unless", "before"):
            return False
        ours = self.slots.parties(self.grammar.subjects(told))
        if frame.together and ours:
            frame.actors, frame.recipients = ours, tuple(a for a in (*frame.actors, *frame.recipients) if a not in ours)
        frame.type, frame.mode, frame.aux = compose("refuse", frame.type, frame.mode)
        frame.why.append("announced not to be done")
        return True

    def _would(self, told: int, frame: Frame) -> bool:
        """Whether "would" stands in somebody's very words, where it tells no future of the past."""
        return "would" in self.grammar.auxiliaries(told) and self.parties.spoken.aloud(frame.trigger)

    def _performs(self, told: int, frame: Frame) -> bool:
        """ "I WOULD ASK you to report", "Chad WOULD WELCOME it": said so politely, and done by saying it."""
        grammar = self.grammar
        ours = any(grammar.tokens[s].lower in ("i", "we") for s in grammar.subjects(told))
        welcomes = frame.type in ("SUPPORT", "AGREE") and frame.entry.op == "endorse"
        return welcomes or (ours and TYPES[frame.type or ""].quad.startswith("verbal") and frame.type != "CONSULT")

    def _of_others(self, frame: Frame) -> bool:
        """Whether somebody speaks of what another country will do."""
        ours, theirs = self.cast.countries(self.speakers(frame.trigger)[0]), self.cast.countries(frame.actors)
        return bool(ours and theirs) and not ours & theirs

    def _no_longer(self, frame: Frame) -> bool:
        """ "no longer refuses": makes it a concession."""
        beside = self.grammar.children(frame.clause, "advmod", "neg")
        if frame.type != "REJECT" or not any(self.grammar.tokens[c].lower == "longer" for c in beside):
            return False
        frame.type, frame.mode, frame.aux = "CONCEDE", None, None
        frame.why.append("a refusal that no longer holds")
        return True

    def _to_come(self, told: int, frame: Frame) -> bool:
        noun = frame.entry.kind == "noun" and self.modality.future(frame.trigger)
        return noun or any(self.modality.future(i) for i in (told, frame.clause))

    def _announced_on_condition(self, frame: Frame) -> bool:
        """ "will cut aid UNLESS", "would strike IF": of cooperation "unless" alone tells a threat to end it."""
        if frame.type in ("REQUEST", "ACCUSE", "AGREE", "THREATEN"):
            return False
        words = ("unless", "if") if frame.type in THREATENED else ("unless",)
        return self.modality.under_condition(frame.clause, *words)

    def _threaten(self, frame: Frame) -> None:
        frame.mode = threatened(frame.type or "", frame.mode)
        frame.type, frame.aux = "THREATEN", None
        frame.actors = frame.actors or self._announcers(frame)

    def _armed(self, ids: tuple[str, ...]) -> bool:
        return bool(ids) and all(self.cast.actor(a).sector in ("MIL", "COP", "PRM", "GOV", "SPY") for a in ids)

    def _announcers(self, frame: Frame) -> tuple[str, ...]:
        """ "The boats will be sunk," he said: who announces what nobody is said to do."""
        speakers, _ = self.speakers(frame.trigger)
        return tuple(a for a in speakers if a not in frame.recipients)

    def _unfit(self, frame: Frame) -> str | None:
        if frame.type is None or frame.type not in TYPES:
            return "no type"
        if frame.type == "REJECT" and frame.aux == "negation" and self.grammar.tokens[frame.trigger].lemma in ("rule", "exclude"):
            return "a refusal that did not happen is no event"
        if frame.type == "PROTEST" and frame.mode == "obstruct" and self._armed(frame.actors):
            frame.type, frame.mode = "COERCE", "restrict"  # troops that block a road do not protest
        if frame.mode is not None and frame.mode not in TYPES[frame.type].modes:
            frame.mode = None
        if not frame.actors and not frame.recipients and not by_both(frame, self.slots):
            return "no party that can be told"
        if self.rhetoric.of_things(frame):
            return "said by a thing"
        if frame.entry.id == CARE and not frame.actors:
            return "cared for by nobody that is told"
        alone = frame.entry.kind == "noun" and not frame.supported and not frame.inner and frame.entry.by != ("speaker",)
        if alone and len(set(frame.actors + frame.recipients)) < 2:
            return "a noun with fewer than two parties"
        return None
