"""To whom something is done when its own clause does not say: "Chile welcomed THE RELEASE" thanks whoever released.

Three ways, in order, each with the reason in `why` and a lowered confidence: the doer of the act that a definite object points back to;
whoever did harm to the side that now complains or demands; in a document about two countries, the other one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ontherecord.actors.cast import Cast
from ontherecord.events.frames import Frame
from ontherecord.events.spoken import Spoken
from ontherecord.ontology import TYPES

POINTING = {"this", "that", "these", "those", "such"}
PRONOUNS = {"it", "this", "that", "they", "them"}
# Nouns that point back to somebody's act or words rather than name a thing.
ACTS = {
    "decision", "step", "move", "measure", "action", "act", "change", "plan", "proposal", "idea", "initiative", "offer", "warning",
    "account", "version", "statement", "remark", "comment", "accusation", "charge", "allegation", "claim", "demand", "request", "call",
    "threat", "announcement", "gesture", "agreement", "deal", "commitment", "promise", "pledge", "incident", "conduct", "behaviour",
    "answer", "reply", "response", "invitation", "report", "order", "deployment", "construction", "negotiation", "talk", "visit",
    "delivery", "result", "shift", "withdrawal", "vote", "ruling", "note", "suggestion",
}  # fmt: skip
# Of those, what parties make: each points back to an agreement, however long ago it was told, sooner than to what was said of it since.
BARGAINS = {"agreement", "deal", "commitment", "promise", "pledge"}
# Slots in which that noun may stand.
BEHIND = ("object", "on|at|over|against|to|with|of|about|for|by")
HARM = {"COERCE", "ASSAULT", "SANCTION", "MOBILIZE", "THREATEN", "ACCUSE", "REJECT"}
COMPLAINT = {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "PROTEST"}
# What is said about acts; a promise kept, a curfew lifted, points back to nobody.
JUDGED = {"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN", "AGREE"}
BEFALLING = {"ASSAULT", "COERCE", "MOBILIZE"}  # what an army does to the country that it is in
UNARMED = {"CVL", "EDU", "JRN", "BUS", "LAB", "MED", "REL", "AGR", "SOC", "REF", "LEG"}
HOLDING = {"arrest", "seize", "abduct", "hostage", "deport"}
# How far back a definite noun and a complaint may look, in sentences.
NEAR, FAR = 3, 8
# The share of a document's events between two countries that makes it theirs; and how many there must be when others act too.
MOST, ENOUGH = 0.6, 3
STATE = {"GOV", "MIL", "COP", "JUD", "SPY", None}
ASIDE = {"while", "after", "before", "because", "as", "when", "since", "although", "though", "whereas"}
VAGUE = {"a", "an", "any", "some", "every", "all", "no"}


def recall(frames: Sequence[Frame], spoken: Spoken) -> None:
    """Fills recipients that are told elsewhere in the document. `frames` are in order of their triggers."""
    memory = Memory(frames, spoken)
    for n, frame in enumerate(frames):
        if not frame.actors and frame.mode in HOLDING and frame.recipients:
            memory.captor(frame)
        if not frame.actors and frame.type in ("ASSAULT", "COERCE") and frame.recipients:
            memory.attacker(n, frame)
        elif frame.type == "ASSAULT" and frame.actors and frame.recipients:
            memory.they(n, frame)
        if frame.recipients or not frame.actors or frame.together or frame.type not in TYPES or frame.type == "CONSULT":
            continue
        reason, ids = memory.whom(n, frame)
        if ids:
            frame.recipients, frame.recalled = ids, True
            frame.why.append(f"recipient: {reason}")


def invaders(home: set[str], cast: Cast) -> tuple[str, ...]:
    """The forces of the one foreign country of whose forces a document speaks again and again; () where there are none or several."""
    forces = [a for m in cast.mentions for a in m.actors if cast.actor(a).sector == "MIL"]
    foreign = Counter(a for a in forces if (there := cast.countries([a])) and not there & home)
    if foreign.total() < ENOUGH or len(cast.countries(foreign)) != 1:
        return ()
    return (foreign.most_common(1)[0][0],)


def befallen(frames: Sequence[Frame], spoken: Spoken) -> None:
    """ "They SHELLED three cities", says a president of the one army that is in the country: done to the speaker's country."""
    cast = spoken.slots.cast
    for frame in frames:
        ours = spoken.speakers(frame.trigger)[0]
        if frame.recipients or not frame.actors or frame.type not in BEFALLING or len(home := cast.countries(ours)) != 1:
            continue
        foes = cast.countries(invaders(home, cast))
        armed = all(cast.actor(a).sector in ("MIL", "GOV") for a in frame.actors)
        if (
            armed
            and foes
            and cast.countries(frame.actors) == foes
            and frame.mode not in HOLDING
            and all(cast.actor(a).sector == "GOV" for a in ours)
        ):
            frame.recipients, frame.recalled = tuple(dict.fromkeys(spoken.slots.ours.state(a) for a in ours)), True
            frame.why.append("recipient: the speaker's country, which the same forces attack")


class Memory:
    """What a document has told up to each of its frames."""

    __slots__ = ("cast", "frames", "grammar", "pair", "slots", "spoken", "talks")

    def __init__(self, frames: Sequence[Frame], spoken: Spoken) -> None:
        self.frames = frames
        self.spoken = spoken
        self.slots = spoken.slots
        self.cast = spoken.slots.cast
        self.grammar = spoken.grammar
        self.pair = self._two()
        self.talks = self.pair is not None and any(
            f.type == "CONSULT" and self.cast.countries(f.actors + f.recipients) == self.pair for f in frames
        )

    def whom(self, n: int, frame: Frame) -> tuple[str, tuple[str, ...]]:
        """Why, and who; ("", ()) where the document does not tell."""
        ours = self.cast.countries(frame.actors)
        told = TYPES[frame.type or ""].quad.startswith("verbal") and self.slots.strangers(frame.clause)
        if not ours or told:
            return "", ()
        for reason, ids in (
            ("who holds those whose freedom is asked", self._holder(frame, ours)),
            ("named in what is said", self._named(frame, ours)),
            ("who did what the words point back to", self._pointed(n, frame, ours)),
            ("who had done it harm", self._harmer(n, frame, ours)),
            ("at whom its act just told is aimed", self._companion(n, frame)),
            ("the other one of the two countries of the document", self._other(frame, ours)),
            ("where it is to be", () if self.spoken.speakers(frame.clause)[0] else self._named(frame, ours, places=True)),
        ):
            if ids:
                return reason, ids
        return "", ()

    def _holder(self, frame: Frame, ours: set[str]) -> tuple[str, ...]:
        """ "demanded the release of the crew": whoever detained them, told before or after."""
        if frame.type not in ("REQUEST", "SUPPORT", "ACCUSE") or not any(f.type == "RETREAT" and f.mode == "release" for f in frame.inner):
            return ()
        for f in self.frames:
            if f.mode in HOLDING and (others := self._foreign(f.actors, ours)):
                return others
        return ()

    def _named(self, frame: Frame, ours: set[str], *, places: bool = False) -> tuple[str, ...]:
        """ "threatened to deal blows to PERU", "agreed to set up a centre IN LIMA": whom the clause under an operator names."""
        scene = places and frame.type == "PROTEST"  # "rioted at a jail IN PERU"
        if (not scene and frame.entry.op not in ("commit", "threaten", "request", "refuse", "intend", "stop")) or len(ours) > 1:
            return ()
        if self._imperative(frame.clause):
            return ()
        for j in range(frame.trigger + 1, self.grammar.parsed.right[frame.clause] + 1):
            mention = self.cast.at(j)
            if mention is None or mention.kind == "pronoun" or (mention.kind == "place") != places:
                continue
            if self._aside(j, frame.clause) or self._target(j):
                continue
            ids = mention.actors if places else self.slots.party(j)
            if others := self._foreign(ids, ours):
                return others
        return ()

    def _imperative(self, clause: int) -> bool:
        """ "CALL for pressure on Peru!": asked of those who listen, not of whom they are to call upon."""
        children = self.grammar.children(clause, "nsubj", "nsubjpass", "aux", "auxpass")
        return self.grammar.tokens[clause].tag == "VB" and not children and bool(self.spoken.speakers(clause)[0])

    def _target(self, i: int) -> bool:
        """ "agreed on sanctions AGAINST CHAD": not with whom, but against whom."""
        token = self.grammar.tokens[i]
        return token.dep == "pobj" and self.grammar.tokens[token.head].lower == "against"

    def _aside(self, i: int, clause: int) -> bool:
        """Whether the token stands in a clause of time or reason: "asked for a pause WHILE Qatar mediates"."""
        for token in (self.grammar.tokens[i], *self.grammar.governors(i)):
            if token.i == clause:
                return False
            marks = {self.grammar.tokens[m].lower for m in self.grammar.children(token.i, "mark", "advmod")}
            if token.dep == "advcl" and marks & ASIDE:
                return True
        return False

    def captor(self, frame: Frame) -> None:
        """ "The men WERE DETAINED last week": by whoever is told to have let them go."""
        for f in self.frames:
            if f.type == "RETREAT" and f.mode == "release" and f.actors and set(f.recipients) & set(frame.recipients):
                frame.actors, frame.recalled = f.actors, True
                frame.why.append("actor: who is told to have freed them")
                return

    def attacker(self, n: int, frame: Frame) -> None:
        """ "Rebels shelled the town. Ten people WERE KILLED.": by whoever just did such harm to the same side."""
        others = [a for slot in ("subject", "by") for a in self.slots.fillers(frame.clause, slot)]
        others = [i for i in others if self.grammar.tokens[i].lower != "they" or self.slots.party(i)]  # whom the cast left open
        victims = self.cast.countries(frame.recipients)
        home = self.cast.countries(self.spoken.speakers(frame.trigger)[0])
        victims = victims or (home if self.spoken.speech and invaders(home, self.cast) else set())  # "they shelled A FACTORY"
        if not victims or any(not set(self.slots.parties([i], things=True)) & set(frame.recipients) for i in others):
            return
        self._blame(frame, victims, self._harmful(n, frame, victims) or self._invader(frame, victims))

    def they(self, n: int, frame: Frame) -> None:
        """ "THEY bombed the town", where the cast's nearest "they" are people without arms: whoever did such harm before."""
        subjects = self.slots.fillers(frame.clause, "subject")
        unarmed = all(self.cast.actor(a).sector in UNARMED for a in frame.actors)
        if not unarmed or [self.grammar.tokens[i].lower for i in subjects] != ["they"]:
            return
        victims = self.cast.countries(frame.recipients)
        self._blame(frame, victims, self._harmful(n, frame, victims) or self._invader(frame, victims))

    def _blame(self, frame: Frame, victims: set[str], ids: tuple[str, ...]) -> None:
        if victims and ids:
            frame.actors, frame.recalled = ids, True
            frame.why.append("actor: who just did such harm")

    def _harmful(self, n: int, frame: Frame, victims: set[str]) -> tuple[str, ...]:
        """Who did harm to that side right before; anywhere, in a document in which only one side does."""
        harm = ("ASSAULT", "COERCE") if frame.type == "COERCE" else ("ASSAULT",)
        done = [f for f in self.frames if f is not frame and f.type in harm and f.aux in (None, "historical") and self._suffers(f, victims)]
        alone = len({frozenset(self.cast.countries(f.actors)) for f in done if f.actors}) == 1
        war = alone and len(done) >= ENOUGH
        for f in reversed([f for f in done if war or f.trigger < frame.trigger]):
            if self._distance(f, frame) > (NEAR if alone else 1) and not war:
                return ()
            if theirs := self._foreign(f.actors, victims):
                return theirs
        return ()

    def _invader(self, frame: Frame, victims: set[str]) -> tuple[str, ...]:
        """In a speech about what befell the speaker's country: the one foreign country of whose forces it speaks again and again."""
        home = self.cast.countries(self.spoken.speakers(frame.trigger)[0])
        return invaders(home, self.cast) if self.spoken.speech and home == victims else ()

    def _suffers(self, frame: Frame, victims: set[str]) -> bool:
        """Whether somebody known did harm to that side and to no other."""
        there = self.cast.countries(frame.recipients)
        return bool(frame.actors) and bool(there) and there <= victims and not self.cast.countries(frame.actors) & victims

    def _pointed(self, n: int, frame: Frame, ours: set[str]) -> tuple[str, ...]:
        noun = self._back(frame) if frame.type in JUDGED else None
        if noun is None or self._whose(noun):
            return ()
        told = list(reversed(self.frames[:n]))
        bargains = [f for f in told if f.type in ("AGREE", "CONCEDE")] if self.grammar.tokens[noun].lemma in BARGAINS else []
        before = [f for f in bargains if self._doers(f, frame, ours)]
        before = before or [f for f in told if self._distance(f, frame) <= NEAR and self._doers(f, frame, ours)]
        if not self._of_state(frame):  # critics at home mean their own government first
            before = [f for f in before if self.cast.countries(f.actors) & ours] or before
        stem = self.grammar.tokens[noun].lemma[:5]
        kin = [f for f in before if self.grammar.tokens[f.trigger].lemma[:5] == stem]
        return self._doers((kin or before)[0], frame, ours) if before else ()

    def _doers(self, earlier: Frame, frame: Frame, ours: set[str]) -> tuple[str, ...]:
        """Who else did the earlier act: another state; of critics at home also their own."""
        if self._of_state(frame):
            return self._foreign(earlier.actors, ours)
        others = tuple(a for a in earlier.actors if a not in frame.actors and self.cast.countries([a]))
        return tuple(a for a in others if self.cast.countries([a]) & ours) or others

    def _companion(self, n: int, frame: Frame) -> tuple[str, ...]:
        """ "Peru, which had asked SWEDEN to refuse, expressed regret": a complaint without an object, beside an act of the same side."""
        if frame.type == "PROTEST":
            return self._protested(n, frame)
        aimless = frame.type == "ACCUSE" and not self.slots.fillers(frame.clause, "about|at|over|against|clause")
        if not aimless and frame.mode != "withdraw":
            return ()
        for f in reversed(self.frames[:n]):
            if self._distance(f, frame) <= 1 and set(f.actors) & set(frame.actors) and f.recipients and f.type in COMPLAINT:
                return f.recipients
        return ()

    def _protested(self, n: int, frame: Frame) -> tuple[str, ...]:
        """ "Weavers struck AGAINST THE FIRM. They BLOCKED the bridge.": against whom the same people's protest or demand is."""
        for f in (*reversed(self.frames[:n]), *self.frames[n + 1 :]):
            if self._distance(f, frame) <= FAR and set(f.actors) & set(frame.actors) and f.recipients and f.type in COMPLAINT:
                return f.recipients
        return ()

    def _back(self, frame: Frame) -> int | None:
        """The noun or pronoun that points back to an act: "the decision", "that account", "it"."""
        for slot in ("predicated", *BEHIND):
            for i in self.slots.fillers(frame.clause, slot):
                if self._points(i):
                    return i
        return None

    def _whose(self, noun: int) -> bool:
        """ "the allegations OF THE COMMITTEE", "the idea, OFFERED by the guild": an act of which the words themselves say whose it is."""
        owners = [*self.slots.fillers(noun, "possessor"), *self.slots.fillers(noun, "of"), *self.slots.fillers(noun, "by")]
        persons = self.slots.lexicon.persons | self.slots.lexicon.bodies
        return any(self.grammar.tokens[o].pos == "PROPN" or self.grammar.tokens[o].lemma in persons for o in owners)

    def _points(self, i: int) -> bool:
        token = self.grammar.tokens[i]
        if self.cast.at(i) is not None:
            return False
        if token.pos == "PRON":
            return token.lower in PRONOUNS
        determiners = {self.grammar.tokens[c].lower for c in self.grammar.children(i, "det")}
        if determiners & POINTING:
            return True
        if token.dep == "appos" and token.lemma in ACTS:
            return True  # "closed the road, a STEP that Mali called a mistake"
        return "the" in determiners and (token.lemma in ACTS or token.lemma in self.slots.lexicon.nouns)

    def _harmer(self, n: int, frame: Frame, ours: set[str]) -> tuple[str, ...]:
        """ "Norway seized an Icelandic trawler. Iceland protested." """
        if frame.type not in COMPLAINT or not self._of_state(frame):
            return ()
        for f in reversed(self.frames[:n]):
            if f.type in HARM and f.aux in (None, "historical") and self._distance(f, frame) <= FAR:
                others = self._foreign(f.actors, ours)
                if others and self.cast.countries(f.recipients) & ours:
                    return others
        return ()

    def _other(self, frame: Frame, ours: set[str]) -> tuple[str, ...]:
        if self.pair is None or len(ours) != 1 or not ours < self.pair or not self._of_state(frame):
            return ()
        held = frame.mode in HOLDING or frame.mode in ("withdraw", "release")  # "seized a trawler", "recalled the ambassador"
        broken = frame.aux == "negation" and frame.type in ("AID", "COOPERATE", "RETREAT")  # "has not released the water"
        if not (TYPES[frame.type or ""].quad.startswith("verbal") or held or broken) or self._at_home(frame):
            return ()
        if not self.talks:
            return ()
        if self.spoken.speech or frame.entry.kind == "adjective" or (frame.type == "SUPPORT" and not self._friendly()):
            return ()
        if frame.type in ("ACCUSE", "SUPPORT", "REJECT") and self._vague(frame):
            return ()
        seen = Counter(a for f in self.frames for a in f.actors + f.recipients if self.cast.countries([a]) == self.pair - ours)
        return (seen.most_common(1)[0][0],) if seen else ()

    def _friendly(self) -> bool:
        """Whether the document tells of any dealing between the two but harm and reproach."""
        pair = self.pair or set()
        both = (f for f in self.frames if self.cast.countries(f.actors + f.recipients) == pair)
        return any(f.type not in HARM | COMPLAINT for f in both)

    def _vague(self, frame: Frame) -> bool:
        """ "supports A zone of peace", "rejects ANY base": a matter in general, of nobody."""
        things = self.slots.fillers(frame.clause, "object|to|of")
        return any({self.grammar.tokens[d].lower for d in self.grammar.children(i, "det")} & VAGUE for i in things)

    def _at_home(self, frame: Frame) -> bool:
        """Whether the clause names somebody whom the program does not know as another state's: told the cabinet, asked reporters."""
        return any(self.cast.at(i) is not None and self.slots.party(i) for i in self.slots.fillers(frame.clause, "object"))

    def _two(self) -> set[str] | None:
        """The two countries that all, or nearly all, of the document's events are between."""
        between = Counter(
            frozenset(both)
            for f in self.frames
            if len(both := self.cast.countries(f.actors) | self.cast.countries(f.recipients)) == 2
        )  # fmt: skip
        if not between:
            return None
        pair, many = between.most_common(1)[0]
        acting = {c for f in self.frames for c in self.cast.countries(f.actors)}
        if not pair <= acting:
            return None  # a document that tells what one does about the other is not between them
        if acting <= pair or (many >= ENOUGH and many >= MOST * between.total()):
            return set(pair)
        return None

    def _of_state(self, frame: Frame) -> bool:
        return any(self.cast.actor(a).sector in STATE for a in frame.actors)

    def _foreign(self, ids: Sequence[str], ours: set[str]) -> tuple[str, ...]:
        return tuple(a for a in ids if (there := self.cast.countries([a])) and not there & ours)

    def _distance(self, earlier: Frame, later: Frame) -> int:
        return abs(self.grammar.tokens[later.trigger].sent - self.grammar.tokens[earlier.trigger].sent)
