"""Frames to the record's events: dates, places, amounts, contexts, the chain that vouches, and how sure we are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from ontherecord.actors.cast import Cast
from ontherecord.dates import When, long_past
from ontherecord.events.amounts import amounts, harms
from ontherecord.events.contexts import contexts
from ontherecord.events.frames import Frame
from ontherecord.language import Grammar
from ontherecord.ontology import TYPES, quad, score
from ontherecord.records import Amount, Event, Interval, Place, SourceLink
from ontherecord.spans import Span

# Nouns of talks whose day is the day of what is said in them.
TALKS = {"call", "conversation", "talk", "meeting", "speech", "interview", "conference", "briefing", "videoconference", "summit", "session"}
CONFLICT_OF_WORDS = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"}


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a record holds it, and the frame that it came from, for `otr explain`."""

    event: Event
    frame: Frame


class Writer:
    """Writes the events of one document from its frames, in order, so that order words can look back."""

    __slots__ = ("cast", "chain", "grammar", "published", "when")

    def __init__(
        self, grammar: Grammar, cast: Cast, when: When, chain: Callable[[int], tuple[SourceLink, ...]], published: dt.date | None
    ) -> None:
        self.grammar = grammar
        self.cast = cast
        self.when = when
        self.chain = chain
        self.published = published

    def write(self, frames: list[Frame]) -> list[Told]:
        told: list[Told] = []
        previous: Interval | None = None
        for frame in frames:
            for event in self._each_time(self._event(f"e{len(told) + 1}", frame, previous), frame):
                previous = event.date or previous
                told.append(Told(replace(event, id=f"e{len(told) + 1}"), frame))
        return told

    def _each_time(self, event: Event, frame: Frame) -> list[Event]:
        """ "They spoke twice, on 3 May and again on 9 May": a talk for each day."""
        days = self.when.separately(frame.clause) if frame.type == "CONSULT" and event.aux in (None, "historical") else ()
        return [replace(event, date=day) for day in days] or [event]

    def _event(self, id_: str, frame: Frame, previous: Interval | None) -> Event:
        type_ = frame.type or ""
        date = self._date(frame, previous)
        aux = frame.aux
        if aux is None and long_past(date, self.published):
            aux = "historical"
        first, last = self._clause(frame)
        lemmas = [t.lemma for t in self.grammar.tokens[first:last]]
        trigger = self._trigger(frame)
        return Event(
            id=id_,
            type=type_,
            mode=frame.mode,
            contexts=contexts(lemmas, frame.entry.contexts),
            actors=frame.actors,
            recipients=frame.recipients,
            aux=aux,
            date=date,
            place=self._place(first, last),
            amounts=self._amounts(frame, first, last),
            issues=(),
            quad=quad(type_),
            score=score(type_, frame.mode),
            trigger=trigger,
            evidence=self.grammar.parsed.sentence_of(frame.trigger).span,
            mentions=(trigger,),
            according_to=self.chain(frame.trigger),
            confidence=confidence(frame, self.cast),
        )

    def _date(self, frame: Frame, previous: Interval | None) -> Interval | None:
        told = self.when.of(frame.trigger, previous=previous)
        if told is None and frame.clause != frame.trigger:
            told = self.when.of(frame.clause, previous=previous)
        return told or self._of_scene(frame, previous)

    def _of_scene(self, frame: Frame, previous: Interval | None) -> Interval | None:
        """ "demanded it in a call ON MONDAY": the day of what the verb's phrases are about, where that is a talk."""
        for word, _, noun in self.grammar.phrases(frame.clause):
            if word in ("in", "during", "at") and self.grammar.tokens[noun].lemma in TALKS:
                return self.when.of(noun, previous=previous)
        return None

    def _trigger(self, frame: Frame) -> Span:
        return self.grammar.parsed.span(frame.trigger, frame.trigger)

    def _clause(self, frame: Frame) -> tuple[int, int]:
        """Tokens of the clause: its subtree without other verbs' clauses that are merely coordinated to it."""
        parsed = self.grammar.parsed
        top = frame.clause if self.grammar.is_verb(frame.clause) else frame.trigger
        first, last = parsed.left[top], parsed.right[top] + 1
        for c in self.grammar.children(top, "conj"):
            if self.grammar.is_verb(c) and c > top:
                last = min(last, parsed.left[c])
        sentence = parsed.sentence_of(top)
        return max(first, sentence.first), min(max(last, top + 1), sentence.last)

    def _amounts(self, frame: Frame, first: int, last: int) -> tuple[Amount, ...]:
        if frame.type in CONFLICT_OF_WORDS and not frame.inner and frame.type != "AGREE":
            return ()
        clause = frame.clause
        above = self.grammar.tokens[self.grammar.first_conjunct(self.grammar.tokens[clause].head)]
        if frame.type == "ASSAULT" and self.grammar.tokens[clause].dep == "advcl" and harms(above.lemma):
            clause = above.i  # "12 people were killed when Chad shelled the camp": the toll is the shelling's
            first, last = min(first, self.grammar.parsed.left[clause]), max(last, self.grammar.parsed.right[clause] + 1)
        found = amounts(self.grammar, clause, first, last)
        return found if frame.type != "AGREE" or frame.inner else tuple(a for a in found if a.unit not in ("killed", "wounded", "people"))

    def _place(self, first: int, last: int) -> Place | None:
        """The first place named in the clause that only says where."""
        for i in range(first, last):
            mention = self.cast.at(i)
            if mention is not None and mention.kind == "place" and mention.actors:
                country = self.cast.actor(mention.actors[0]).country
                return Place(name=mention.span.of(self.grammar.parsed.text), country=country)
        return None


def confidence(frame: Frame, cast: Cast) -> float:
    """How sure the coding is, 0 to 1: the learned coder's calibrated share for the type; where the lexicon codes alone, a rule of thumb."""
    if frame.sure is not None:
        return round(min(max(frame.sure - (0.15 if frame.recalled else 0.0), 0.05), 0.95), 3)
    return _rule_of_thumb(frame, cast)


def _rule_of_thumb(frame: Frame, cast: Cast) -> float:
    """From the kind of word, what was found of the parties, and what else would have fitted."""
    sure = {"verb": 0.72, "noun": 0.66, "adjective": 0.6}[frame.entry.kind]
    if frame.entry.kind == "noun" and not frame.supported:
        sure -= 0.12
    sure += 0.03 * min(frame.entry.weight, 3)
    sure += 0.06 if cast.countries(frame.actors) else -0.15
    sure += 0.06 if cast.countries(frame.recipients) or frame.together else -0.06
    if any(r.type not in (frame.type, None) and r.op is None for r in frame.rivals):
        sure -= 0.08
    if frame.recalled:
        sure -= 0.15
    if frame.aux in ("hypothetical", "negation"):
        sure -= 0.05
    if frame.type not in TYPES:
        return 0.0
    return round(min(max(sure, 0.05), 0.95), 3)
