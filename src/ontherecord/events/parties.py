"""Who does it and to whom: the parties of a frame, from the slots that its entry names and what stands in when they are empty."""

from __future__ import annotations

from collections.abc import Callable

from ontherecord.events.candidates import BY, NOUN_BY, NOUN_TO, TO
from ontherecord.events.frames import Frame
from ontherecord.events.slots import Slots
from ontherecord.ontology import TYPES

# Words whose noun is the scene of what the governing verb tells: "warned him IN a call", "met him AFTER talks".
SCENE = {"in", "during", "at", "after", "following", "on", "by", "before", "over", "via"}
Speakers = Callable[[int], tuple[tuple[str, ...], tuple[str, ...]]]


class Parties:
    """Fills actors and recipients of frames. `speakers(i)` gives who speaks token i, and to whom: ids, () where nobody does."""

    __slots__ = ("grammar", "slots", "speakers")

    def __init__(self, slots: Slots, speakers: Speakers) -> None:
        self.slots = slots
        self.grammar = slots.grammar
        self.speakers = speakers

    def fill(self, frame: Frame) -> None:
        """Sets the frame's actors and recipients, and says in `why` where they stood."""
        if frame.actors or frame.recipients:
            return
        if frame.entry.kind == "noun":
            self._noun(frame)
        else:
            self._verb(frame)
        if frame.type is not None and TYPES[frame.type].quad.startswith("verbal") and frame.type != "CONSULT":
            self._by_word_of_mouth(frame)
        frame.recipients = tuple(r for r in frame.recipients if r not in frame.actors)
        if frame.together:
            frame.actors, frame.recipients = tuple(dict.fromkeys(frame.actors + frame.recipients)), ()

    def _verb(self, frame: Frame) -> None:
        by = frame.entry.by or BY
        slot, frame.actors = self.slots.first(frame.clause, by)
        if not frame.actors and "subject" in by:
            slot, frame.actors = "owner of the subject", self._owners_of(self.slots.fillers(frame.clause, "subject"))
        self._say(frame, "actor", slot, frame.actors)
        self._recipients(frame, frame.entry.to or TO, frame.clause)

    def _noun(self, frame: Frame) -> None:
        entry, i = frame.entry, frame.trigger
        slot, own = self.slots.first(i, entry.by or NOUN_BY)
        own = own or self.owners(i)
        if frame.supported and frame.clause != i:
            subject = (
                self.slots.parties(self.slots.fillers(frame.clause, "subject")) if i not in self.grammar.subjects(frame.clause) else ()
            )
            if subject and (not own or not entry.together):
                slot, own = "subject", subject
            elif subject:
                own = tuple(dict.fromkeys(subject + own))
        frame.actors = own
        self._say(frame, "actor", slot or "owner", own)
        if entry.together:
            between = self.slots.parties([n for p in ("between", "among", "of") for n in self.slots.fillers(i, p)])
            frame.actors = tuple(dict.fromkeys(frame.actors + between))
        self._recipients(frame, entry.to or NOUN_TO, i)
        if not frame.recipients and frame.supported and frame.clause != i:
            self._recipients(frame, entry.to or NOUN_TO, frame.clause)
        if len(set(frame.actors + frame.recipients)) < 2:
            self._scene(frame)

    def _scene(self, frame: Frame) -> None:
        """ "Xi warned Trump in a call": the call is between subject and object of the verb that it sets the scene of."""
        token = self.grammar.tokens[frame.trigger]
        if not frame.together or token.dep != "pobj" or self.grammar.tokens[token.head].lower not in SCENE:
            return
        verb = self.grammar.verb_above(frame.trigger)
        if verb is None:
            return
        doers = self.slots.parties(self.slots.fillers(verb, "subject"))
        others = self.slots.first(verb, ("object", "indirect", "with", "to"))[1]
        frame.actors = tuple(dict.fromkeys(doers + frame.actors + others))
        frame.why.append("parties from the verb whose scene it is")

    def _recipients(self, frame: Frame, slots: tuple[str, ...], i: int) -> None:
        slot, ids = self.slots.first(i, slots, things=True)
        frame.recipients = ids
        self._say(frame, "recipient", slot, ids)

    def _by_word_of_mouth(self, frame: Frame) -> None:
        """What is said to nobody in the sentence is said to whom the statement is addressed; an imperative's actor is its speaker."""
        speakers, addressees = self.speakers(frame.trigger)
        if not frame.actors and speakers and not self.slots.fillers(frame.clause, "subject"):
            frame.actors = speakers
            frame.why.append("actor: who speaks these words")
        if not frame.recipients:
            frame.recipients = self._with_whom(frame)
        if not frame.recipients and addressees and set(frame.actors) <= set(speakers):
            frame.recipients = tuple(a for a in addressees if a not in frame.actors)
            frame.why.append("recipient: to whom these words are said")

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
                if ids and cast.countries(ids) - ours:
                    frame.why.append("recipient: with whom the matter is")
                    return ids
        return ()

    def owners(self, noun: int) -> tuple[str, ...]:
        """Whose an event noun is: "Israel's raid", "a Turkish airstrike"; never where it took place."""
        found = list(self.slots.parties(self.slots.fillers(noun, "possessor")))
        if not found:
            for c in self.grammar.children(noun, "amod", "compound", "nmod", "poss"):
                mention = self.slots.cast.at(c)
                if mention is not None:
                    found.extend(mention.actors)
        return tuple(dict.fromkeys(found))

    def _owners_of(self, tokens: list[int]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(a for t in tokens for a in self.owners(self.slots.content(t)) or self.owners(t)))

    def _say(self, frame: Frame, part: str, slot: str, ids: tuple[str, ...]) -> None:
        if ids:
            names = ", ".join(self.slots.cast.actor(a).name for a in ids)
            frame.why.append(f"{part}: {names} ({slot or 'owner'})")
