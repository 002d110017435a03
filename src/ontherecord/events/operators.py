"""Words that take an event as their complement: "agreed to MEET", "demanded the RELEASE", "denied SHELLING"; what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

from ontherecord.events.candidates import Candidates
from ontherecord.events.composition import COOPERATION, YIELDING, compose, threatened, wanted
from ontherecord.events.demands import OBLIGED, or_else
from ontherecord.events.frames import Frame
from ontherecord.events.modality import Modality, settle
from ontherecord.events.parties import Parties
from ontherecord.records import Aux

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
ARMING = {"arm", "supply", "fund", "finance", "send", "provide", "give", "train", "ship", "sell"}
FREEING = {"free", "release", "liberate"}
ADMITTING = {"accept", "recognise", "recognize", "acknowledge", "admit", "heed", "obey"}
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Dropped:
    """A word that an entry fits and that was not coded, and why not."""

    trigger: int
    reason: str


class Operators:
    """Lets the operators of one document govern: their complements' frames go into them, or change under them."""

    __slots__ = ("candidates", "dropped", "grammar", "modality", "parties", "slots")

    def __init__(self, candidates: Candidates, parties: Parties, modality: Modality, dropped: list[Dropped]) -> None:
        self.candidates = candidates
        self.slots = candidates.slots
        self.grammar = candidates.grammar
        self.parties = parties
        self.modality = modality
        self.dropped = dropped

    def govern(self, i: int, found: dict[int, Frame]) -> None:
        frame = found[i]
        if frame.entry is OBLIGED:
            self._absorb_demanded(frame, found)
            return
        inner = self._inner(frame, found)
        op = frame.entry.op or ""
        if not inner or self._silent(frame):
            self._govern_nothing(frame, found)
            return
        first = next((f for f in inner if f.type), inner[0])
        if first.type is None:
            return
        frame.why.append(f"{op}: what it governs is {first.type} ({self.grammar.tokens[first.trigger].text!r})")
        type_, mode, aux = self._composed(frame, first)
        if op == "threaten" and self._foresees(frame, inner):
            del found[i]
            return
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
            if not self._alleged(frame, f):
                found.pop(f.trigger, None)
        self._absorb(frame, inner, found)
        self._inherit(frame, first)
        if self._against(frame, first):
            frame.type, frame.mode = "ACCUSE", "disapprove"

    def _govern_nothing(self, frame: Frame, found: dict[int, Frame]) -> None:
        """Lets an operator without an event below it tell its own, give way, or go where it only foresees what others may do."""
        if frame.entry.op == "threaten" and self._forecast(frame):
            del found[frame.trigger]
            return
        if frame.entry.op == "threaten" and self._announces(frame):
            frame.type = "THREATEN"
        if frame.type is None or self._silent(frame):
            self._give_way(frame, found)
        else:
            self._absorb_complement(frame, found)
            self._mode_of_words(frame)

    def _give_way(self, frame: Frame, found: dict[int, Frame]) -> None:
        """ "CUT power to the north": a word that governs no event may tell one itself, by another of its entries."""
        i = frame.trigger
        rival = next((r for r in frame.rivals if r.op is None and r.by != ("speaker",)), None)
        if rival is None or self._silent(frame):
            del found[i]
        else:
            found[i] = Frame(i, i, rival, rival.type, rival.mode)

    def _mode_of_words(self, frame: Frame) -> None:
        """ "asked for TANKS", "called on them to LEAVE": what is wanted has no event of its own and yet says the mode."""
        if frame.type != "REQUEST" or frame.mode not in (None, "change"):
            return
        tokens, parsed = self.grammar.tokens, self.grammar.parsed
        heads = [h for k in sorted(frame.entry.complement) for h in self.candidates.complements(frame.trigger, k) if h > frame.trigger]
        frame.mode = wanted(tokens[j].lemma for h in heads for j in range(max(parsed.left[h], frame.trigger), parsed.right[h] + 1))

    def _composed(self, frame: Frame, first: Frame) -> tuple[str, str | None, Aux | None]:
        """What becomes of the governed event, when "or else" and "not to" are heard too."""
        op, type_ = frame.entry.op or "", first.type or ""
        if op == "stop" and first.entry.op == "commit":
            return "REJECT", None, None  # "withdrew its OFFER"
        shared = type_ == "MOBILIZE" and self.grammar.tokens[frame.trigger].lemma == "agree"
        if op == "commit" and (shared or first.mode == "investigate" or type_ == "REQUEST"):
            return "AGREE", None, None  # "agreed on a DRILL", "undertook to LOOK INTO it", "agreed to INSTRUCT their envoys"
        if op == "request" and self._or_else(frame):
            return "THREATEN", threatened(type_, first.mode), None
        if op in ("commit", "intend", "threaten") and (
            first.aux == "negation" or (self.modality.negated(first.clause) and not first.entry.negative)
        ):
            return self._not_to(op, first)
        type_, mode, aux = compose(op, type_, first.mode)
        return type_, self._asked_mode(op, first) or mode, aux

    def _asked_mode(self, op: str, inner: Frame) -> str | None:
        """ "urged him to FREE the nurses" asks him to yield, whoever takes them home; "refused to ACCEPT the ruling" refuses a change."""
        lemma = self.grammar.tokens[inner.trigger].lemma
        if op in ("request", "refuse") and lemma in FREEING and inner.type in ("AID", "RETREAT", "CONCEDE"):
            return "yield"
        return "change" if op == "refuse" and lemma in ADMITTING and inner.type in ("AGREE", "CONCEDE", "SUPPORT") else None

    def _silent(self, frame: Frame) -> bool:
        """ "declined to comment": said of every second official, and no event."""
        if frame.entry.op != "refuse":
            return False
        heads = self.candidates.complements(frame.trigger, "infinitive")
        return any(self.grammar.tokens[h].lemma in SILENCE for h in heads)

    def _announces(self, frame: Frame) -> bool:
        """ "warned that IT WOULD answer", "warned that PERUVIAN BOATS WOULD BE stopped": what one's own side will do is no forecast."""
        cast = self.slots.cast
        ours = cast.countries(self.slots.first(frame.clause, ("subject",))[1])
        for head in self.candidates.complements(frame.trigger, "clause"):
            theirs = cast.countries(self.slots.parties(self.grammar.subjects(head), things=True))
            if not ours or not theirs or not (self.modality.future(head) or "would" in self.grammar.auxiliaries(head)):
                continue
            if (theirs == ours) != self.grammar.is_passive(head):
                return True
        return False

    def _alleged(self, frame: Frame, inner: Frame) -> bool:
        """ "accused Chad of BOMBING the town" tells of the bombing too, by Chad, as the accuser has it."""
        token = self.grammar.tokens[inner.clause]
        accused = self.grammar.tokens[frame.trigger].lemma == "accuse" and token.dep == "pcomp" and token.tag == "VBG"
        armed = inner.type == "AID" and self.grammar.tokens[inner.trigger].lemma in ARMING
        return accused and (armed or inner.type in ("ASSAULT", "COERCE", "MOBILIZE", "SANCTION"))

    def _foresees(self, frame: Frame, inner: list[Frame]) -> bool:
        """Whether a warning is of what others may do, which leaves that as it is, hypothetical."""
        if not self._forecast(frame):
            return False
        for f in inner:
            f.why.append(f"what {self.grammar.tokens[frame.trigger].text!r} foresees of others")
            f.aux = f.aux or "hypothetical"
        return True

    def _forecast(self, frame: Frame) -> bool:
        """ "warned that CHAD could attack", "warned that IT could lead others to take hostages": a danger, and no deed of who warns."""
        cast = self.slots.cast
        ours = cast.countries(self.slots.first(frame.clause, ("subject",))[1])
        heads = self.candidates.complements(frame.trigger, "clause")
        if not heads or self.candidates.complements(frame.trigger, "infinitive"):
            return False
        subjects = self.grammar.subjects(heads[0])
        theirs = cast.countries(self.slots.parties(subjects, things=True))
        likely = {"could", "may", "might", "can"} & set(self.grammar.auxiliaries(heads[0]))
        if not likely or not subjects or self.grammar.is_passive(heads[0]):
            return False
        return not theirs or bool(ours and not ours & theirs)

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
        for f in (f for f in inner if not self._alleged(frame, f)):
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

    def _absorb_demanded(self, frame: Frame, found: dict[int, Frame]) -> None:
        """ "must be READY to mediate": what stands in the demanded clause is demanded with it; only other demands stand beside it."""
        parsed = self.grammar.parsed
        for j in range(parsed.left[frame.clause], parsed.right[frame.clause] + 1):
            if j in found and j != frame.trigger and found[j].entry is not OBLIGED and not self._beside(j, frame.clause):
                self.dropped.append(Dropped(j, f"part of what is demanded by {self.grammar.tokens[frame.trigger].text!r}"))
                del found[j]

    def _beside(self, i: int, top: int) -> bool:
        """Whether a relative clause or another finite clause stands between the token and the demanded verb."""
        tokens = self.grammar.tokens
        while i != top and tokens[i].head != i:
            if tokens[i].dep == "relcl" or (tokens[i].dep in ("conj", "ccomp", "advcl") and tokens[i].tag in ("VBD", "VBZ", "VBP")):
                return True
            i = tokens[i].head
        return False

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
        if op in ("accuse", "endorse", "request") and self._freed(first):
            frame.recipients = tuple(r for r in frame.recipients if r not in first.recipients)
        if not frame.actors and op in ("commit", "intend", "stop", "approve", "allow", "threaten"):
            frame.actors = first.actors
        if op == "commit" and len(self.slots.cast.countries(frame.actors)) > 1:
            frame.recipients = self._others(frame.recipients, frame)  # "both agreed that THEIR MINISTERS will meet"
            return
        if not frame.recipients:
            turned = op in ("accuse", "endorse", "request") and set(first.actors) - set(frame.actors)
            source = first.actors if turned else (first.recipients or first.actors)
            granted = op == "request" and first.type in ("CONCEDE", "RETREAT", "AID") and first.mode != "ceasefire" and not first.actors
            if not turned and (granted or (op in ("accuse", "endorse", "request") and self._freed(first))):
                return  # "demanded the release of the CREW": asks nothing of the crew
            if source is first.actors and not turned and not first.together:
                source = self._others(source, frame)
            frame.recipients = tuple(a for a in source if a not in frame.actors)

    def _others(self, ids: tuple[str, ...], frame: Frame) -> tuple[str, ...]:
        """Those who are not of the actors' own countries."""
        cast = self.slots.cast
        return tuple(a for a in ids if not (there := cast.countries([a])) or there - cast.countries(frame.actors))

    def _freed(self, inner: Frame) -> bool:
        """Whether those whom the inner event befalls are captives, things or crowds in somebody's hands rather than a side."""
        return inner.mode in ("release", "arrest", "seize", "abduct", "deport", "hostage")

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
            inside = step == 0 and not self.slots.party(head)  # not "the commitment of the soldiers FIGHTING there"
            deeper = self.grammar.children(head, "xcomp") or (self.grammar.children(head, "acl", "dobj") if inside else [])
            if not deeper:
                return []
            head = deeper[0]
        return []
