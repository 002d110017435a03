"""Who does it and to whom: the parties of a frame, from the slots that its entry names and what stands in when they are empty."""

from __future__ import annotations

from ontherecord.events.candidates import BY, NOUN_BY, NOUN_TO, TO
from ontherecord.events.frames import Frame
from ontherecord.events.slots import Slots
from ontherecord.events.spoken import Speakers, Spoken
from ontherecord.ontology import TYPES

# Words whose noun is the scene of what the governing verb tells: "warned him IN a call", "met him AFTER talks".
SCENE = {"in", "during", "at", "after", "following", "from", "on", "by", "before", "over", "via"}
# Verbs whose hearer also hears what is coordinated to them.
TELLING = {
    "write",
    "tell",
    "speak",
    "talk",
    "phone",
    "telephone",
    "call",
    "ring",
    "meet",
    "inform",
    "assure",
    "receive",
    "host",
    "thank",
    "welcome",
}

# "praised Chad's PARTICIPATION IN the summit": the scene of somebody else's coming.
PRESENCE = {"participation", "attendance", "presence", "absence", "role", "involvement"}

# Acts of words that reach whoever hears them; a reproach is aimed at whom it names.
REACHING = {"SUPPORT", "REQUEST", "AGREE", "CONCEDE"}
TALKS = {
    "address", "speech", "letter", "message", "telegram", "call", "conversation", "talk", "meeting", "discussion", "negotiation",
    "videoconference", "interview", "consultation", "dialogue",
}  # fmt: skip

ENVOYS = {"ambassador", "diplomat", "envoy", "special_envoy", "consul", "attaché"}
# Nouns that are themselves between two: "the TALKS with Chad", "the BORDER with Peru".
BETWEEN = {
    "negotiation", "talk", "dialogue", "war", "conflict", "border", "trade", "relation", "relationship", "tie", "agreement", "treaty",
    "dispute", "partnership", "cooperation", "integration", "process", "contact", "exchange", "settlement", "peace",
}  # fmt: skip


class Parties:
    """Fills actors and recipients of frames. `speakers(i)` gives who speaks token i, and to whom: ids, () where nobody does."""

    __slots__ = ("grammar", "slots", "speakers", "spoken")

    def __init__(self, slots: Slots, speakers: Speakers) -> None:
        self.slots = slots
        self.grammar = slots.grammar
        self.speakers = speakers
        self.spoken = Spoken(slots, speakers)

    def fill(self, frame: Frame) -> None:
        """Sets the frame's actors and recipients, and says in `why` where they stood."""
        if frame.actors or frame.recipients:
            return
        if frame.entry.kind == "noun":
            self._noun(frame)
        else:
            self._verb(frame)
        if not frame.recipients and not frame.together:
            self._aimed(frame)
        if not frame.actors and frame.mode == "visit" and frame.recipients:
            self._traveller(frame)
        if not frame.recipients and (frame.together or frame.type in REACHING):
            self._in_a_talk(frame)
        if frame.type is not None and TYPES[frame.type].quad.startswith("verbal"):
            if frame.type != "CONSULT":
                self._by_word_of_mouth(frame)
        elif not frame.together:
            self._for_the_state(frame)
        if frame.type == "ASSAULT" and self._beside(frame):
            frame.actors, frame.recipients = frame.actors + frame.recipients, ()
        frame.recipients = tuple(r for r in frame.recipients if r not in frame.actors)
        frame.recipients = tuple(r for r in frame.recipients if not self._its_own(r, frame))
        if frame.together:
            frame.actors, frame.recipients = tuple(dict.fromkeys(frame.actors + frame.recipients)), ()

    def _verb(self, frame: Frame) -> None:
        by = frame.entry.by or BY
        slot, frame.actors = (
            ("speaker", self.speakers(frame.trigger)[0]) if by == ("speaker",) else self.slots.first(frame.clause, by, things=by != BY)
        )
        if not frame.actors and "subject" in by:
            slot, frame.actors = "owner of the subject", self._owners_of(self.slots.fillers(frame.clause, "subject"))
        if frame.together and len(frame.actors) < 2 and "subject" in by:
            frame.actors = tuple(dict.fromkeys(frame.actors + self._others(frame)))
        self._say(frame, "actor", slot, frame.actors)
        if frame.entry.kind == "adjective" and (evaluated := self._evaluated(frame)):
            frame.recipients = evaluated
            self._say(frame, "recipient", "what is judged", evaluated)
            return
        self._recipients(frame, frame.entry.to or TO, frame.clause)
        if frame.together and frame.recipients and self._topic(frame):
            frame.recipients = ()
        if not frame.recipients:
            self._aimed_by_subject(frame)
        if not frame.recipients and not frame.together:
            self._told(frame)

    def _in_a_talk(self, frame: Frame) -> None:
        """ "IN MY ADDRESS TO THE PARLIAMENT I thanked", "IN A CALL WITH THE PREMIER we coordinated": who hears or shares it."""
        for word, _, noun in self.grammar.phrases(frame.clause):
            if word in ("in", "during", "at") and self.grammar.tokens[noun].lemma in TALKS:
                slot, frame.recipients = self.slots.first(noun, ("with", "to", "before"))
                self._say(frame, "recipient", f"{slot} of {self.grammar.tokens[noun].text!r}", frame.recipients)
                if frame.recipients:
                    return

    def _beside(self, frame: Frame) -> bool:
        """ "fight side by side WITH THE ARMY": forces of one state are on one side."""
        cast = self.slots.cast
        sectors = {cast.actor(a).sector for a in frame.actors + frame.recipients}
        one = cast.countries(frame.actors) == cast.countries(frame.recipients) != set()
        return (
            one and bool(frame.recipients) and sectors <= {"MIL", "COP"} and "with" in {w for w, _, _ in self.grammar.phrases(frame.clause)}
        )

    def _topic(self, frame: Frame) -> bool:
        """ "discussed the talks WITH CHAD": a country behind what is talked about takes no part in talking about it."""
        grammar, cast = self.grammar, self.slots.cast
        if frame.type != "CONSULT" or grammar.behind(frame.clause, "with") or not all(map(cast.is_country, frame.recipients)):
            return False
        return any(n in BETWEEN for o in self.slots.fillers(frame.clause, "object") for n in self._nouns(o))

    def _nouns(self, noun: int) -> list[str]:
        return [self.grammar.tokens[x].lemma for x in (noun, *self.grammar.children(noun, "compound"))]

    def _for_the_state(self, frame: Frame) -> None:
        """ "WE bombed the bridge", "they bombed US": deeds are the country's, whoever speaks for it."""
        parsed, ours = self.grammar.parsed, self.slots.ours
        if self.slots.cast.countries(frame.actors) & self.slots.cast.countries(frame.recipients):
            return  # at home "we" are a ministry, a firm, a family
        frame.actors = ours.states(self.slots.fillers(frame.clause, "subject"), frame.actors, "we")
        around = range(parsed.left[frame.clause], parsed.right[frame.clause] + 1)
        frame.recipients = ours.states([*around, *self.slots.fillers(frame.clause, "object")], frame.recipients, "us", "we")

    def _told(self, frame: Frame) -> None:
        """ "WROTE TO HIM and proposed a meeting": to whom the verb that it is coordinated to speaks."""
        head = self.grammar.tokens[self.grammar.first_conjunct(frame.clause)]
        if head.i != frame.clause and head.lemma in TELLING and frame.type is not None and TYPES[frame.type].quad.startswith("verbal"):
            slot, frame.recipients = self.slots.first(head.i, ("to", "object", "with"))
            self._say(frame, "recipient", f"{slot} of {head.text!r}", frame.recipients)

    def _aimed_by_subject(self, frame: Frame) -> None:
        """ "an attack ON A KENYAN BASE killed nine"."""
        for noun in self.slots.fillers(frame.clause, "subject"):
            if self.grammar.tokens[noun].lemma in self.slots.lexicon.nouns:
                self._recipients(frame, ("on", "against"), noun)

    def _others(self, frame: Frame) -> tuple[str, ...]:
        """Who else stands in the subject of something done together; those of the first one's own country say nothing new."""
        cast = self.slots.cast
        ours = cast.countries(frame.actors)
        everyone = self.slots.company(self.slots.fillers(frame.clause, "subject"))
        return tuple(a for a in everyone if cast.countries([a]) - ours)

    def _evaluated(self, frame: Frame) -> tuple[str, ...]:
        """With whom the ties are of which a speaker says that they are good: whoever the noun names beside the speaker's own side."""
        cast = self.slots.cast
        ours = cast.countries(frame.actors)
        found: list[str] = []
        for noun in self.slots.fillers(frame.trigger, "subject"):
            for slot in frame.entry.to:
                found.extend(self.slots.parties(self.slots.fillers(noun, slot.replace("owner", "possessor")), things=True))
        return tuple(dict.fromkeys(a for a in found if a not in frame.actors and not cast.countries([a]) & ours))

    def _noun(self, frame: Frame) -> None:
        entry, i = frame.entry, frame.trigger
        slot, own = ("speaker", self.speakers(i)[0]) if entry.by == ("speaker",) else self.slots.first(i, entry.by or NOUN_BY)
        own = own or (self.owners(i) if "possessor" not in entry.to else ())
        if frame.supported and frame.clause != i:
            subject = (
                self.slots.parties(self.slots.fillers(frame.clause, "subject"))
                if i not in self.grammar.subjects(frame.clause) or self.grammar.is_passive(frame.clause)
                else ()
            )
            if subject and (not own or not entry.together):
                slot, own = "subject", subject
            elif subject:
                own = tuple(dict.fromkeys(subject + own))
        frame.actors = own
        self._say(frame, "actor", slot or "owner", own)
        if entry.together:
            if frame.clause != i and not frame.entry.by:  # "received a call FROM"
                own = tuple(dict.fromkeys(own + self.slots.parties(self.slots.fillers(frame.clause, "from"))))
                frame.actors = own
            between = self.slots.parties([n for p in ("between", "among") for n in self.slots.around(i, p)] + self.slots.fillers(i, "of"))
            frame.actors = tuple(dict.fromkeys(frame.actors + between))
        self._recipients(frame, entry.to or NOUN_TO, i)
        if not frame.recipients and frame.supported and frame.clause != i:
            self._recipients(frame, entry.to or NOUN_TO, frame.clause)
        if not frame.actors or len(set(frame.actors + frame.recipients)) < 2:
            self._scene(frame)
        if entry.together and frame.supported and len(frame.actors) == 1 and not frame.recipients:
            self._further_in(frame)

    def _further_in(self, frame: Frame) -> None:
        """ "held talks about grain WITH THE PREMIER": officials behind a "with" that the parse hangs on the matter."""
        parsed, cast = self.grammar.parsed, self.slots.cast
        for j in range(frame.trigger + 1, parsed.right[frame.clause] + 1):
            if self.grammar.tokens[j].lower == "with":
                ids = self.slots.parties([x for o in self.grammar.children(j, "pobj") for x in self.grammar.conjuncts(o)])
                frame.recipients = tuple(a for a in ids if not cast.is_corporate(a) and cast.actor(a).sector == "GOV")
                self._say(frame, "recipient", "with", frame.recipients)
                return

    def _scene(self, frame: Frame) -> None:
        """ "Xi warned Trump in a call": the call is between subject and object of the verb that it sets the scene of."""
        token = self.grammar.tokens[frame.trigger]
        if not frame.together or token.dep != "pobj" or self.grammar.tokens[token.head].lower not in SCENE:
            return
        if self.grammar.tokens[self.grammar.tokens[token.head].head].lemma in PRESENCE:
            return
        verb = self.grammar.verb_above(frame.trigger)
        if verb is None:
            return
        doers = self.slots.parties(self.slots.fillers(verb, "subject"))
        others = () if frame.recipients else self.slots.first(verb, ("object", "indirect", "with", "to"))[1]
        frame.actors = tuple(dict.fromkeys(doers + frame.actors + others))
        frame.why.append("parties from the verb whose scene it is")

    def _aimed(self, frame: Frame) -> None:
        """ "drills to simulate an attack on PERU": the party that the purpose names."""
        if frame.type not in ("MOBILIZE", "ASSAULT", "PROTEST"):
            return
        grammar, cast = self.grammar, self.slots.cast
        ours = cast.countries(frame.actors)
        purposes = [c for i in {frame.clause, frame.trigger} for c in grammar.children(i, "advcl", "xcomp", "acl", "relcl") if self._to(c)]
        for c in sorted(purposes):
            for j in range(c, grammar.parsed.right[c] + 1):
                ids = self.slots.party(j) or (cast.belongs(j) if grammar.tokens[j].pos == "NOUN" else ())
                if ids and (cast.countries(ids) - ours):
                    frame.recipients = ids
                    self._say(frame, "recipient", "its purpose", ids)
                    return

    def _to(self, verb: int) -> bool:
        return any(self.grammar.tokens[c].tag == "TO" for c in self.grammar.children(verb, "aux"))

    def _traveller(self, frame: Frame) -> None:
        """ "they discussed a trip to CHINA": whoever of the clause's subjects is not from there."""
        verb = self.grammar.verb_above(frame.trigger)
        if verb is None:
            return
        there = self.slots.cast.countries(frame.recipients)
        subjects = self.slots.parties(self.slots.fillers(verb, "subject"))
        frame.actors = tuple(a for a in subjects if self.slots.cast.countries([a]) - there)
        self._say(frame, "actor", "subject of the governing verb", frame.actors)

    def _recipients(self, frame: Frame, slots: tuple[str, ...], i: int) -> None:
        slot, ids = self.slots.first(i, slots, things=True)
        if frame.type == "SUPPORT" and slot in slots and self._at_home(frame, ids):  # "recognised THE COUNCIL as MALI's government"
            further = self.slots.first(i, slots[slots.index(slot) + 1 :], things=True)
            slot, ids = further if further[1] and not self._at_home(frame, further[1]) else (slot, ids)
        withdrawn = frame.type == "SANCTION" and frame.mode == "withdraw"
        thing = bool(ids) and all(self.slots.cast.at(n) is None for n in self.slots.fillers(i, slot)) if slot == "object" else False
        if (thing or slot == "clause" or "belongs" in slot or "/" in slot or withdrawn) and self._own(frame, ids):
            return  # "demanded the release of ITS sailors", "warned that ITS army would strike"
        frame.recipients = ids
        self._say(frame, "recipient", slot, ids)

    def _its_own(self, recipient: str, frame: Frame) -> bool:
        """Whether a state can't mean itself: it neither recalls an envoy from itself nor arms against itself, nor expels its own."""
        expels = frame.mode == "expel" and self.slots.cast.actor(recipient).role in ENVOYS  # "its ambassador" is the other state's
        if frame.type != "MOBILIZE" and not (frame.type == "SANCTION" and (frame.mode == "withdraw" or expels)):
            return False
        return self._own_state(recipient, frame.actors)

    def _own_state(self, recipient: str, actors: tuple[str, ...]) -> bool:
        """A state neither recalls an envoy from itself nor arms against its own president."""
        cast = self.slots.cast
        there = cast.countries([recipient])
        its_forces = all(cast.actor(a).sector in ("GOV", "MIL", "COP", "SPY", None) for a in actors)
        return its_forces and bool(there) and there <= cast.countries(actors) and cast.actor(recipient).sector in ("GOV", "MIL", None)

    def _at_home(self, frame: Frame, ids: tuple[str, ...]) -> bool:
        """Whether a state is said to back somebody of its own, while more is told behind it."""
        cast = self.slots.cast
        there = cast.countries(ids)
        return bool(there) and all(map(cast.is_country, frame.actors)) and there <= cast.countries(frame.actors)

    def _own(self, frame: Frame, ids: tuple[str, ...]) -> bool:
        """Whether those are a state's own, of which it speaks to others."""
        cast = self.slots.cast
        here, there = cast.countries(frame.actors), cast.countries(ids)
        sent_home = frame.type == "SANCTION" and frame.mode == "withdraw"  # "recalled ITS ambassador"
        spoken = frame.type is not None and TYPES[frame.type].quad.startswith("verbal")
        return (
            (spoken or sent_home)
            and bool(there)
            and there <= here
            and all(cast.actor(a).sector in ("GOV", "MIL", None) for a in frame.actors)
        )

    def _by_word_of_mouth(self, frame: Frame) -> None:
        """What is said to nobody in the sentence is said to whom the statement is addressed; an imperative's actor is its speaker."""
        speakers, addressees = self.speakers(frame.trigger)
        told = self._told_of(frame.clause) or (frame.entry.kind == "noun" and not frame.supported)  # "evidenced by the THREAT of force"
        if not frame.actors and speakers and not told and not self.slots.fillers(frame.clause, "subject"):
            frame.actors = speakers
            frame.why.append("actor: who speaks these words")
        if not frame.recipients:
            frame.recipients = self._with_whom(frame)
        cast = self.slots.cast
        heard = set(frame.actors) <= set(speakers) or (
            bool(cast.countries(frame.actors)) and cast.countries(frame.actors) <= cast.countries(speakers)
        )
        aimed = frame.type != "ACCUSE" or not self.spoken.speech or self.spoken.to_hearer(frame)
        if not frame.recipients and heard and aimed and self.spoken.now(frame) and not self.slots.strangers(frame.clause):
            passed_on = tuple(a for a in addressees if cast.actor(a).sector not in ("MED", "JRN"))  # reporters only pass it on
            found = (self.spoken.called(frame) if speakers else ()) or passed_on
            found = found or (self.spoken.partner(frame) if self.spoken.to_hearer(frame) else ())
            frame.recipients = tuple(a for a in found if a not in frame.actors)
            self._say(frame, "recipient", "to whom these words are said", frame.recipients)

    def _told_of(self, clause: int) -> bool:
        """ "The regions HAVE BEEN instructed", "the matter IS settled": by whom is not told, least of all the speaker."""
        inside = self.grammar.tokens[clause].dep in ("acl", "amod", "relcl", "advcl")  # "the agreements REACHED there"
        return self.grammar.is_passive(clause) and (inside or bool(self.grammar.children(clause, "auxpass", "aux")))

    def _with_whom(self, frame: Frame) -> tuple[str, ...]:
        """ "called for respect in relations WITH PERU": the country behind a "with" further in."""
        parsed, cast = self.grammar.parsed, self.slots.cast
        ours = cast.countries(frame.actors)
        for j in range(frame.trigger + 1, parsed.right[frame.trigger] + 1):
            if self.grammar.tokens[j].dep == "pobj" and self.grammar.tokens[self.grammar.tokens[j].head].lower in (
                "with",
                "towards",
                "toward",
            ):
                ids = cast.party(j) or cast.belongs(j)
                if ids and (cast.countries(ids) - ours or not (set(ids) & set(frame.actors) or any(map(cast.is_country, ids)))):
                    frame.why.append("recipient: with whom the matter is")
                    return ids
        return ()

    def owners(self, noun: int) -> tuple[str, ...]:
        """Whose an event noun is: "Israel's raid", "a Turkish airstrike"; never where it took place."""
        found = list(self.slots.parties(self.slots.fillers(noun, "possessor") + self.slots.fillers(noun, "by")))
        if not found:
            beside = self.grammar.children(noun, "amod", "compound", "nmod", "poss")
            inside = [x for c in beside for x in self.grammar.children(c, "amod", "compound", "nmod", "npadvmod")]  # "the Chad-EU summit"
            for c in sorted({*beside, *inside}):
                mention = self.slots.cast.at(c)
                if mention is not None:
                    found.extend(mention.actors)
        return tuple(dict.fromkeys(found))

    def _owners_of(self, tokens: list[int]) -> tuple[str, ...]:
        ours = self.slots.ours
        return tuple(dict.fromkeys(a for t in tokens for a in ours.things(t, self.owners(self.slots.content(t)) or self.owners(t))))

    def _say(self, frame: Frame, part: str, slot: str, ids: tuple[str, ...]) -> None:
        if ids:
            names = ", ".join(self.slots.cast.actor(a).name for a in ids)
            frame.why.append(f"{part}: {names} ({slot or 'owner'})")
