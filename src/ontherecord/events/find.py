"""Events of one document as frames: entries that fit, carried by support verbs, governed by operators, with parties and modality."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ontherecord.actors.cast import Cast
from ontherecord.events.allegations import allegations
from ontherecord.events.candidates import Candidates
from ontherecord.events.composition import COOPERATION, THREATENED, YIELDING, compose, intended, threatened
from ontherecord.events.demands import OBLIGED, demands, or_else
from ontherecord.events.frames import Frame
from ontherecord.events.lexicon import Lexicon, load
from ontherecord.events.modality import Modality, settle
from ontherecord.events.parties import Parties, Speakers
from ontherecord.events.slots import Slots
from ontherecord.language import Grammar
from ontherecord.ontology import TYPES
from ontherecord.records import Aux

# Verbs under which an infinitive is the act itself: "began to withdraw".
TRANSPARENT = {
    "begin",
    "start",
    "continue",
    "resume",
    "manage",
    "proceed",
    "go",
    "come",
    "move",
    "help",
    "rush",
    "use",
    "be",
    "have",
    "get",
}
# What a source refuses the reporter, not another party.
SILENCE = {
    "comment",
    "elaborate",
    "discuss",
    "say",
    "speculate",
    "disclose",
    "confirm",
    "identify",
    "name",
    "specify",
    "detail",
    "reveal",
    "speak",
}
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Dropped:
    """A word that an entry fits and that was not coded, and why not."""

    trigger: int
    reason: str


class Finder:
    """Finds the frames of one document; `frames()` is the whole way, in order."""

    __slots__ = ("candidates", "cast", "dropped", "grammar", "lexicon", "modality", "parties", "slots", "speakers")

    def __init__(self, grammar: Grammar, cast: Cast, speakers: Speakers, lexicon: Lexicon | None = None) -> None:
        self.lexicon = lexicon or load()
        self.grammar = grammar
        self.cast = cast
        self.speakers = speakers
        self.slots = Slots(grammar, cast, self.lexicon)
        self.candidates = Candidates(grammar, self.slots, self.lexicon)
        self.parties = Parties(self.slots, speakers)
        self.modality = Modality(grammar)
        self.dropped: list[Dropped] = []

    def frames(self) -> list[Frame]:
        """All frames that stand, in order of their triggers."""
        found = self.candidates.all()
        self._unspoken(found)
        self._support(found)
        demands(found, self.slots, self.modality, self.speakers)
        for i in sorted(found, key=self._depth, reverse=True):
            if i in found and found[i].entry.op:
                self._govern(i, found)
        kept = []
        for i in sorted(found):
            frame = found[i]
            if frame.type is None:
                continue
            reason = self._background(frame, found)
            if reason is None:
                self.parties.fill(frame)
                self._settle(frame)
                reason = self._unfit(frame)
            if reason is None:
                kept.append(frame)
            else:
                self.dropped.append(Dropped(i, reason))
        taken = {f.trigger for f in kept}
        kept += [f for f in allegations(kept, self.grammar, self.cast, self.speakers) if f.trigger not in taken]
        return sorted(kept, key=lambda f: f.trigger)

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
            verb = self.slots.carrier(i)
            if verb is None:
                continue
            over = found.get(verb)
            lemma = self.grammar.tokens[verb].lemma
            particle = self.grammar.particle(verb)
            if over is not None and over.entry.op is None and (over.entry.object or over.entry.kind == "verb"):
                if over.type is not None:
                    del found[i]  # the verb tells it: "killed in an attack", "condemned the raid"
                continue
            subject = i in self.grammar.subjects(verb)
            carried = lemma in self.lexicon.happens if subject and not self.grammar.is_passive(verb) else (
                lemma in self.lexicon.supports or (particle is not None and f"{lemma}_{particle}" in self.lexicon.supports)
            )  # fmt: skip
            if carried:
                frame.supported = True
                frame.clause = verb
                frame.why.append(f"carried by the verb {self.grammar.tokens[verb].text!r}")

    # -- operators

    def _govern(self, i: int, found: dict[int, Frame]) -> None:
        frame = found[i]
        if frame.entry is OBLIGED:
            return
        inner = self._inner(frame, found)
        op = frame.entry.op or ""
        if not inner or self._silent(frame):
            if frame.type is None or self._silent(frame):
                del found[i]
            else:
                self._absorb_complement(frame, found)
            return
        first = next((f for f in inner if f.type), inner[0])
        if first.type is None:
            return
        frame.why.append(f"{op}: what it governs is {first.type} ({self.grammar.tokens[first.trigger].text!r})")
        type_, mode, aux = self._composed(frame, first)
        if op in ("deny", "doubt", "start") or (op == "fail" and type_ != "REJECT"):
            for f in inner:
                f.why.append(f"under {self.grammar.tokens[i].text!r} ({frame.entry.id})")
                f.aux = settle(f.aux, future=False, hypothetical=aux == "hypothetical", negated=aux == "negation")
            self._share_subject(frame, first)
            del found[i]
            return
        if op in ("approve", "intend") and frame.entry.kind == "verb" and first.entry.kind == "noun":
            first.clause, first.supported = frame.clause, True
        frame.inner = inner
        frame.type, frame.mode, frame.aux = type_, mode or (frame.entry.mode if type_ == frame.entry.type else None), aux
        for f in inner:
            found.pop(f.trigger, None)
        self._absorb(frame, inner, found)
        self._inherit(frame, first)
        if self._against(frame, first):
            frame.type, frame.mode = "ACCUSE", "disapprove"

    def _composed(self, frame: Frame, first: Frame) -> tuple[str, str | None, Aux | None]:
        """What becomes of the governed event, when "or else" and "not to" are heard too."""
        op, type_ = frame.entry.op or "", first.type or ""
        if op == "request" and self._or_else(frame):
            return "THREATEN", threatened(type_, first.mode), None
        if op in ("commit", "intend", "threaten") and (first.aux == "negation" or self.modality.negated(first.clause)):
            return self._not_to(op, first)
        return compose(op, type_, first.mode)

    def _silent(self, frame: Frame) -> bool:
        """ "declined to comment": said of every second official, and no event."""
        if frame.entry.op != "refuse":
            return False
        heads = self.candidates.complements(frame.trigger, "infinitive")
        return any(self.grammar.tokens[h].lemma in SILENCE for h in heads)

    def _against(self, frame: Frame, inner: Frame) -> bool:
        """ "called for sanctions AGAINST CHAD", of nobody in particular: that condemns Chad."""
        if frame.entry.op != "request" or inner.type != "SANCTION":
            return False
        return bool(inner.recipients) and set(frame.recipients) <= set(inner.recipients)

    def _or_else(self, frame: Frame) -> bool:
        """ "told them to leave OR be arrested"."""
        return any(or_else(h, self.grammar) for h in self.candidates.complements(frame.trigger, "infinitive"))

    def _absorb(self, frame: Frame, inner: list[Frame], found: dict[int, Frame]) -> None:
        """What stands deeper inside the requested, refused, praised event is part of it; only relative clauses tell of their own."""
        parsed = self.grammar.parsed
        for f in inner:
            for j in range(parsed.left[f.clause], parsed.right[f.clause] + 1):
                if j in found and j != frame.trigger and not self._apart(j, f.clause):
                    self.dropped.append(Dropped(j, f"part of what {self.grammar.tokens[frame.trigger].text!r} governs"))
                    del found[j]

    def _absorb_complement(self, frame: Frame, found: dict[int, Frame]) -> None:
        """ "warned Chad to use care when SELLING arms": nothing inside what is asked for has happened."""
        parsed = self.grammar.parsed
        if frame.entry.op not in ("request", "threaten", "refuse", "commit"):
            return
        for kind in frame.entry.complement & {"infinitive", "clause", "gerund"}:
            for head in self.candidates.complements(frame.trigger, kind):
                for j in range(parsed.left[head], parsed.right[head] + 1):
                    if j in found and j != frame.trigger and found[j].type != "CONSULT" and not self._apart(j, head):
                        self.dropped.append(Dropped(j, f"part of what {self.grammar.tokens[frame.trigger].text!r} governs"))
                        del found[j]

    def _apart(self, i: int, top: int) -> bool:
        """Whether a relative clause stands between the token and the clause's head."""
        tokens = self.grammar.tokens
        while i != top and tokens[i].head != i:
            if tokens[i].dep == "relcl":
                return True
            i = tokens[i].head
        return False

    def _not_to(self, op: str, inner: Frame) -> tuple[str, str | None, Aux | None]:
        """ "agreed NOT to attack" is AGREE, "threatened NOT to come" REJECT."""
        type_ = inner.type or ""
        if op == "threaten" or (type_ in COOPERATION | YIELDING):
            return compose("refuse", type_, inner.mode)
        return "AGREE", None, None

    def _share_subject(self, frame: Frame, inner: Frame) -> None:
        if inner.entry.kind == "noun" and not inner.supported:
            inner.clause, inner.supported = frame.clause, True

    def _inherit(self, frame: Frame, first: Frame) -> None:
        """An operator's parties: its own, else those of what it governs."""
        self.parties.fill(frame)
        self.parties.fill(first)
        op = frame.entry.op
        if not frame.actors and op in ("commit", "intend", "stop", "approve", "allow", "threaten"):
            frame.actors = first.actors
        if not frame.recipients:
            turned = op in ("accuse", "endorse", "request") and set(first.actors) - set(frame.actors)
            source = first.actors if turned else (first.recipients or first.actors)
            frame.recipients = tuple(a for a in source if a not in frame.actors)

    def _inner(self, frame: Frame, found: dict[int, Frame]) -> list[Frame]:
        frames: list[Frame] = []
        for kind in (
            "infinitive",
            "clause",
            "gerund",
            "object",
            *sorted(frame.entry.complement - {"infinitive", "clause", "that", "gerund", "object"}),
        ):
            if kind not in frame.entry.complement and not (kind == "clause" and "that" in frame.entry.complement):
                continue
            for head in self.candidates.complements(frame.trigger, kind):
                frames.extend(f for f in self._frames_at(head, found) if f is not frame and f not in frames)
        return frames

    def _frames_at(self, head: int, found: dict[int, Frame]) -> list[Frame]:
        """The frame told by a complement's head: its own, or one step further in ("agreed to try to MEET", "a plan to WITHDRAW")."""
        for step in range(DEEPEST):
            for i in (head, self.slots.content(head)):
                if i in found:
                    return [found[i]]
            carried = [f for f in found.values() if f.clause == head and f.trigger != head]
            if carried:
                return carried
            deeper = self.grammar.children(head, "xcomp") or (self.grammar.children(head, "acl", "dobj") if step == 0 else [])
            if not deeper:
                return []
            head = deeper[0]
        return []

    # -- what stands and what does not

    def _background(self, frame: Frame, found: dict[int, Frame]) -> str | None:
        """Why a frame only sets the background or the purpose of another; None when it stands by itself."""
        grammar = self.grammar
        if frame.entry.kind == "noun" and not frame.supported and not frame.entry.bare and not frame.inner:
            return "a noun that nothing tells as happening"
        clause = grammar.tokens[frame.clause]
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
            if clause.dep == "advcl" and head.lemma not in TRANSPARENT:
                return "a purpose, not told as having happened"
            if clause.dep in ("xcomp", "acl") and head.lemma not in TRANSPARENT:
                frame.aux = frame.aux or "hypothetical"
        if (
            clause.dep == "advcl"
            and any(grammar.tokens[m].lower in ("if", "unless") for m in grammar.children(clause.i, "mark"))
            and clause.head in found
        ):
            return "a condition of another event"
        return None

    def _standing(self, clause: int) -> bool:
        """ "does not recognise", "has not ruled out": what somebody does not do at all times is a position."""
        auxiliaries = set(self.grammar.auxiliaries(clause))
        return self.modality.negated(clause) and bool(auxiliaries & {"do", "does"})

    def _settle(self, frame: Frame) -> None:
        """Tense, modality and polarity of the frame's own clause."""
        if frame.entry is OBLIGED or frame.type is None:
            return
        negated = self.modality.negated(frame.clause) or (frame.clause != frame.trigger and self.modality.negated(frame.trigger))
        future = self.modality.future(frame.clause) or (frame.entry.kind == "noun" and self.modality.future(frame.trigger))
        hypothetical = self.modality.hypothetical(frame.clause) or self.modality.obliged(frame.clause)
        if future and negated and frame.type in COOPERATION | YIELDING:
            frame.type, frame.mode, frame.aux = compose("refuse", frame.type, frame.mode)
            return
        if frame.type == "THREATEN" and frame.entry.by == ("speaker",):
            return
        if (future or hypothetical) and not negated and self._announced_on_condition(frame):
            self._threaten(frame)
            frame.why.append("announced on a condition")
            return
        if future and not negated and not hypothetical:
            was = frame.type
            frame.type, frame.mode, aux = intended(frame.type, frame.mode)
            if was != "THREATEN" == frame.type and not frame.actors:
                frame.actors = self._announcers(frame)
            frame.aux = aux if frame.aux is None else frame.aux
            return
        frame.aux = settle(frame.aux, future=False, hypothetical=hypothetical, negated=negated)

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

    def _announcers(self, frame: Frame) -> tuple[str, ...]:
        """ "The boats will be sunk," he said: who announces what nobody is said to do."""
        speakers, _ = self.speakers(frame.trigger)
        return tuple(a for a in speakers if a not in frame.recipients)

    def _unfit(self, frame: Frame) -> str | None:
        if frame.type is None or frame.type not in TYPES:
            return "no type"
        if frame.type == "REJECT" and frame.aux == "negation" and self.grammar.tokens[frame.trigger].lemma in ("rule", "exclude"):
            return "a refusal that did not happen is no event"
        if frame.type == "ACCUSE" and not frame.recipients and (frame.entry.kind == "adjective" or frame.entry.by == ("speaker",)):
            return "a judgement of nobody"
        if frame.mode is not None and frame.mode not in TYPES[frame.type].modes:
            frame.mode = None
        if not frame.actors and not frame.recipients:
            return "no party that can be told"
        if frame.entry.kind == "noun" and not frame.supported and not frame.inner and len(set(frame.actors + frame.recipients)) < 2:
            return "a noun with fewer than two parties"
        return None


def as_reported(frame: Frame, trigger: int) -> Frame:
    """The same frame told by another word."""
    return replace(frame, trigger=trigger)
