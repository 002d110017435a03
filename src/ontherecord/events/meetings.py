"""With whom, when the sentence that tells of a talk does not say: "They met. WE DISCUSSED trade.", "during THE MEETING"."""

from __future__ import annotations

from collections.abc import Sequence

from ontherecord.events.frames import Frame
from ontherecord.events.slots import Slots
from ontherecord.events.spoken import Spoken
from ontherecord.ontology import TYPES

# How far back, in sentences, a talk may lie of which the next one says more. Readouts and nightly addresses go on at once.
NEAR = 3
DEFINITE = {"the", "this", "that", "our", "their", "these"}
# How an account calls those who talk.
BOTH = {"interlocutors", "parties", "sides"}
# What those do who come to a talk.
ATTENDING = {"attend", "join"}
VAGUE = {"a", "an", "another", "some", "any", "many", "several", "every", "each", "no"}


def complete(frames: Sequence[Frame], spoken: Spoken) -> None:
    """Adds to talks of one side whom the document names for them. `frames` are in order of their triggers."""
    meetings = Meetings(frames, spoken)
    for n, frame in enumerate(frames):
        if by_both(frame, spoken.slots) and (not meetings.known(frame) or meetings.better(n, frame)):
            meetings.same(frame, meetings.before(n, frame))
            if frame.type not in ("CONSULT", "AGREE"):
                continue
        elif not is_talk(frame) and frame.type in TYPES and TYPES[frame.type].quad.startswith("verbal"):
            meetings.meant(n, frame)
            meetings.agreed(n, frame)
        elif frame.type == "COOPERATE" and not is_talk(frame):
            meetings.agreed(n, frame)
        if is_talk(frame):
            meetings.held(frame)
        if not is_talk(frame) or meetings.attended(n, frame) or meetings.named(frame):
            continue
        if meetings.definite(frame):
            meetings.same(frame, meetings.before(n, frame))
        elif len(parties(frame)) < 2:
            meetings.go_on(n, frame)
            meetings.with_the_other(frame)


def by_parties(frames: Sequence[Frame], spoken: Spoken) -> None:
    """The same for verbs that only the coder knows: "THE INTERLOCUTORS hailed the plan"."""
    meetings = Meetings(frames, spoken)
    for n, frame in enumerate(frames):
        if frame.entry.id != "learned" or frame.type not in ("AGREE", "CONSULT", "SUPPORT", "COOPERATE"):
            continue
        held, frame.recipients = frame.recipients, ()
        if by_both(frame, spoken.slots) and not meetings.known(frame) and (earlier := meetings.before(n, frame)) is not None:
            frame.actors = parties(earlier)
            frame.recipients = tuple(a for a in held if frame.type == "SUPPORT" and a not in frame.actors)
            frame.why.append(f"parties: those of {spoken.grammar.tokens[earlier.trigger].text!r}, told before")
        else:
            frame.recipients = held


def is_talk(frame: Frame) -> bool:
    """Whether the frame tells of a call, a meeting, talks, whatever became of its type ("will meet" is an AGREE); no visits."""
    return frame.entry.type == "CONSULT" and frame.together and frame.type in ("CONSULT", "AGREE") and frame.mode != "visit"


def parties(frame: Frame) -> tuple[str, ...]:
    return tuple(dict.fromkeys(frame.actors + frame.recipients))


def by_both(frame: Frame, slots: Slots) -> bool:
    """ "THE INTERLOCUTORS agreed": those of the talk told before, whoever else the text speaks of."""
    if (frame.recipients and frame.type in ("CONSULT", "AGREE")) or not TYPES[frame.type or "AGREE"].quad.startswith("verbal"):
        return False
    grammar = slots.grammar
    subjects = [grammar.tokens[i] for i in slots.fillers(frame.clause, "subject")]
    return any(t.lower in BOTH and not grammar.children(t.i, "amod", "prep", "poss", "nummod") for t in subjects)


class Meetings:
    """The talks that one document tells."""

    __slots__ = ("cast", "frames", "grammar", "one", "slots", "spoken")

    def __init__(self, frames: Sequence[Frame], spoken: Spoken) -> None:
        self.frames = frames
        self.spoken = spoken
        self.slots = spoken.slots
        self.grammar = spoken.grammar
        self.cast = spoken.slots.cast
        companies = {frozenset(self.cast.countries(parties(f)) or parties(f)) for f in frames if is_talk(f) and len(parties(f)) > 1}
        self.one = len(companies) == 1 and not spoken.speech

    def named(self, frame: Frame) -> bool:
        """Whether the sentence says with whom, known or not."""
        for i in {frame.trigger, frame.clause}:
            for slot in ("with", "between", "among"):
                if any(self.grammar.tokens[x].pos in ("NOUN", "PROPN", "PRON") for x in self.grammar.behind(i, slot)):
                    return True
        return False

    def agreed(self, n: int, frame: Frame) -> None:
        """ "I spoke with the premier. WE AGREED on a visit.": with whom is told right before, or by the title of a release.

        What is agreed may be an act of its own, "to raise the tariffs on a third": then both do it.
        """
        if frame.entry.op != "commit" or self._we(frame) not in ({"we"}, set()) or self.named(frame):
            return
        if frame.type == "AGREE" and frame.recipients:
            return
        if frame.type == "AGREE":
            self.with_the_other(frame)
        if not self._with(n, frame) and frame.type == "AGREE" and frame.recipients:
            return
        others = self._with(n, frame) or self._dealt_with(frame)
        if not others or (frame.type != "AGREE" and self._we(frame) != {"we"}):
            return
        if frame.type == "AGREE":
            frame.recipients = frame.recipients or others
        else:
            frame.actors = (*frame.actors, *(a for a in others if a not in frame.recipients))
        frame.why.append("with the other side of the talk told before")

    def meant(self, n: int, frame: Frame) -> None:
        """ "I spoke with the premier and the president. I thanked THEM.": those of the talk right before, if the cast knows nobody."""
        objects = [i for slot in ("object", "indirect", "to") for i in self.slots.fillers(frame.clause, slot)]
        open_ = any(self.grammar.tokens[i].lower in ("them", "him", "her") and not self.slots.party(i) for i in objects)
        if open_ and (others := self._with(n, frame)):
            frame.recipients = others
            frame.why.append("recipient: with whom the talk told before was")

    def _we(self, frame: Frame) -> set[str]:
        return {self.grammar.tokens[i].lower for i in self.slots.fillers(frame.clause, "subject")}

    def _with(self, n: int, frame: Frame) -> tuple[str, ...]:
        """The others of the talk told last, close before, in which one who acts in the frame took part."""
        for f in reversed(self.frames[:n]):
            if is_talk(f) and self._shares(frame, f) and f.aux is None:
                near = self._distance(f, frame) <= NEAR
                return tuple(a for a in parties(f) if a not in frame.actors) if near else ()
        return ()

    def _dealt_with(self, frame: Frame) -> tuple[str, ...]:
        """The other side of the two whom a government's release is about by its title."""
        dealing, ours = self.cast.dealing, self.cast.countries(frame.actors)
        if not ours or not ours <= self.cast.countries(dealing):
            return ()
        return tuple(a for a in dealing if not self.cast.countries([a]) & ours)

    def known(self, frame: Frame) -> bool:
        """Whether the cast knows of itself which people "the parties" are."""
        return len(frame.actors) > 1 and not any(map(self.cast.is_country, frame.actors))

    def attended(self, n: int, frame: Frame) -> bool:
        """ "THE MEETING WAS ATTENDED by the ministers": beside those whose meeting it is by what was told right before."""
        if self.grammar.tokens[frame.clause].lemma not in ATTENDING or not frame.actors or not self.definite(frame):
            return False
        for f in reversed(self.frames[:n]):
            if is_talk(f) and f.actors and f.aux in (None, "historical") and self._distance(f, frame) <= NEAR:
                frame.actors = tuple(dict.fromkeys((*parties(f), *frame.actors)))
                frame.mode = f.mode
                frame.why.append(f"actor: whose {self.grammar.tokens[f.trigger].text!r} it is")
                return True
        return False

    def better(self, n: int, frame: Frame) -> bool:
        """Whether the talk told before was between the same countries, but by others: a deputy's talk under a president's heading."""
        earlier = self.before(n, frame)
        if earlier is None or not self._main(earlier):
            return False
        ours, theirs = self.cast.countries(frame.actors), self.cast.countries(parties(earlier))
        return len(ours) > 1 and ours == theirs and not any(map(self.cast.is_country, parties(earlier)))

    def with_the_other(self, frame: Frame) -> None:
        """ "WE TALKED in June", in a conversation of two that is written down: we two."""
        verb = self.grammar.tokens[frame.clause]
        subjects = {self.grammar.tokens[i].lower for i in self.slots.fillers(frame.clause, "subject")}
        other = self.spoken.partner(frame)
        if verb.tag != "VBD" or subjects != {"we"} or not other or set(other) & set(frame.actors) or len(parties(frame)) > 1:
            return
        if frame.together:
            frame.actors = frame.actors + other
        else:
            frame.recipients = other
        frame.why.append("with the other of the two who speak")

    def held(self, frame: Frame) -> None:
        """ "Talks with the premier WERE HELD today", in a speech: by the one who tells it."""
        ours = self.spoken.speakers(frame.trigger)[0]
        theirs = self.cast.countries(parties(frame))
        passive = self.grammar.is_passive(frame.clause) and not self.grammar.agents(frame.clause)
        if passive and self.spoken.speech and ours and theirs and not theirs & self.cast.countries(ours) and len(parties(frame)) == 1:
            frame.actors = (*ours, *frame.actors)
            frame.why.append("actor: who tells of it")

    def definite(self, frame: Frame) -> bool:
        """ "THE meeting": one that was told before."""
        token = self.grammar.tokens[frame.trigger]
        if token.pos not in ("NOUN", "PROPN") or any(
            self.grammar.tokens[c].pos == "PROPN" for c in self.grammar.children(token.i, "compound")
        ):
            return False  # "the Lima Summit" is one of its own
        return any(self.grammar.tokens[c].lower in DEFINITE for c in self.grammar.children(token.i, "det", "poss"))

    def before(self, n: int, frame: Frame) -> Frame | None:
        """The talk told last before the frame's sentence by which "the meeting" can be meant."""
        here = self.grammar.tokens[frame.trigger].sent
        told = [
            f
            for f in self.frames[:n]
            if is_talk(f) and f.aux in (None, "historical", "future") and self.grammar.tokens[f.trigger].sent < here and len(parties(f)) > 1
        ]
        of_people = [f for f in told if self._main(f) and not any(map(self.cast.is_country, parties(f)))]
        return (of_people or told)[-1] if told else None

    def _main(self, frame: Frame) -> bool:
        """Whether it is what its sentence tells, not what something in it recalls."""
        verb = self.grammar.tokens[self.grammar.first_conjunct(frame.clause)]
        return self.grammar.is_verb(verb.i) and (verb.head == verb.i or verb.dep == "ccomp")

    def same(self, frame: Frame, earlier: Frame | None) -> None:
        """Makes the frame tell the earlier talk, when one who acts in its sentence took part there."""
        if earlier is None or (frame.actors and not self._shares(frame, earlier) and not by_both(frame, self.slots)):
            return
        frame.actors = parties(earlier)
        frame.recipients = () if frame.together else tuple(r for r in frame.recipients if not self._present(r, frame.actors))
        frame.why.append(f"parties: those of {self.grammar.tokens[earlier.trigger].text!r}, told before")

    def _present(self, id_: str, actors: Sequence[str]) -> bool:
        """Whether the actor, or somebody for its country, is among those who act: both sides praise no third."""
        return id_ in actors or (self.cast.is_country(id_) and bool(self.cast.countries([id_]) & self.cast.countries(actors)))

    def go_on(self, n: int, frame: Frame) -> None:
        """Company for a talk of one: of the talk just told, else of the country in which its actor is a guest."""
        if frame.aux == "negation" or not frame.actors or (self._new(frame) and not self.one):
            return
        for f in reversed(self.frames[:n]):
            near = self._distance(f, frame) <= NEAR or self.one
            if is_talk(f) and near and f.trigger != frame.trigger and self._shares(frame, f):
                if len(parties(f)) > 1 and f.aux in (None, frame.aux):
                    self.same(frame, f)
                return
        self._hosted(frame)

    def _new(self, frame: Frame) -> bool:
        """ "held A meeting": one of which nothing was told."""
        children = self.grammar.children(frame.trigger, "det", "amod")
        return any(self.grammar.tokens[c].lower in VAGUE for c in children)

    def _hosted(self, frame: Frame) -> None:
        """ "During his VISIT TO PERU he will hold talks": the guest talks with the hosts."""
        for f in self.frames:
            visits = f.mode == "visit" or f.entry.mode == "visit"
            if visits and f.recipients and self._distance(f, frame) <= NEAR and set(f.actors) & set(frame.actors):
                hosts = tuple(a for a in f.recipients if self.cast.countries([a]) - self.cast.countries(frame.actors))
                if hosts:
                    frame.actors = (*frame.actors, *hosts)
                    frame.why.append("actor: whose guest the other one is")
                return

    def _shares(self, frame: Frame, earlier: Frame) -> bool:
        ours, theirs = set(parties(frame)), set(parties(earlier))
        states = [a for a in ours if self.cast.is_country(a)]
        return bool(ours & theirs) or bool(self.cast.countries(states) & self.cast.countries(theirs))

    def _distance(self, earlier: Frame, later: Frame) -> int:
        return abs(self.grammar.tokens[later.trigger].sent - self.grammar.tokens[earlier.trigger].sent)
