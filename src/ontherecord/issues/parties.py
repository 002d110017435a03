"""Between whom an issue is: by the words around it, else by the dealings of the whole document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ontherecord.actors.cast import Cast
from ontherecord.attribution import base_chain
from ontherecord.attribution.media import OUTLET_NOUNS, VAGUE_NOUNS, media
from ontherecord.language import Grammar, Parsed
from ontherecord.records import Document, Event, Statement
from ontherecord.spans import Span

# How many statements before the words are asked whether they hold them; statements nest a few deep only.
DEEPEST = 12
# Countries of a call or meeting in a document's first sentences; more of them are a summit, whose issues are not everybody's.
MOST_PARTIES = 4
# Kinds of event in which countries deal with each other by words or measures, and not by force.
DEALINGS = {"CONSULT", "AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "CONCEDE", "COOPERATE", "RETREAT", "SUPPORT"}

# Sectors of those who act for their state.
OFFICIALS = ("GOV", "MIL", "COP", "SPY", "LEG", "JUD")
# Codes of world bodies and of courts among them.
BODIES = {"UNO", "IGO"}


def publishing_government(document: Document) -> str | None:
    """The country whose government published the document itself; None for the press, a state's agency and broadcaster too."""
    name = document.publisher
    if not name or media().called(name) or {w.lower() for w in name.split()} & (OUTLET_NOUNS - VAGUE_NOUNS):
        return None
    chain = base_chain(replace(document, url=None, agency=None))
    return next((link.country for link in chain if link.kind == "publisher" and link.ownership == "state"), None)


class Parties:
    """Answers for one document between whom a matter is.

    The event whose clause holds it tells it, else the statement, else the sentence, else the document's own dealings: `dyad` are the
    countries of the call or meeting that it opens with, or the only countries that deal with each other in it. `home` is the country
    of the government that published it.
    """

    def __init__(
        self, document: Document, parsed: Parsed, grammar: Grammar, cast: Cast, statements: Sequence[Statement], events: Sequence[Event]
    ) -> None:
        self.parsed, self.grammar, self.cast = parsed, grammar, cast
        self.clauses: dict[int, set[str]] = {}
        self.dealings: set[int] = set()
        starts = [t.start for t in parsed.tokens]
        for event in events:
            countries = self._countries(event)
            for mention in event.mentions:
                i = bisect_left(starts, mention.start)
                if i >= len(starts):
                    continue
                if len(countries) > 1:
                    self.clauses.setdefault(i, set()).update(countries)
                if countries and event.type in DEALINGS:
                    self.dealings.add(i)
        self.said = [(span, cast.countries([*([s.speaker] if s.speaker else ()), *s.addressees])) for s in statements for span in s.content]
        self.said.sort(key=lambda s: s[0])
        self.met = sorted(
            ((m.start, c) for e in events if e.type == "CONSULT" for m in e.mentions if len(c := self._countries(e)) > 1),
            key=lambda m: m[0],
        )
        self._acting: dict[int, set[str]] = {}
        self.home = publishing_government(document)
        self.dyad = self._opening(events) or self._only(events)

    def _countries(self, event: Event) -> set[str]:
        return self.cast.countries((*event.actors, *event.recipients))

    # -- of the document

    def _opening(self, events: Sequence[Event]) -> frozenset[str]:
        """The countries of the meeting told first, if the first paragraph of the story tells one; else those that act there."""
        story = next((p for p in self.parsed.paragraphs if p.part.kind == "story"), None)
        if story is None or story.first >= story.last:
            return frozenset()
        span = self.parsed.span(story.first, story.last - 1)
        for event in events:
            met = self._countries(event)
            if event.type in ("CONSULT", "AGREE") and 1 < len(met) <= MOST_PARTIES and any(m.overlaps(span) for m in event.mentions):
                return frozenset(met)
        sentences = range(self.parsed.tokens[story.first].sent, self.parsed.tokens[story.last - 1].sent + 1)
        acting = set().union(*(self._sentence(s) for s in sentences))
        if self.home is not None and acting - {self.home}:
            acting.add(self.home)
        readout = self.home is not None and self.home in acting and 1 < len(acting) <= MOST_PARTIES
        return frozenset(acting) if readout or len(acting) == 2 else frozenset()

    def _only(self, events: Sequence[Event]) -> frozenset[str]:
        pairs = {frozenset(c) for e in events if e.type in DEALINGS and len(c := self._countries(e)) == 2}
        return next(iter(pairs)) if len(pairs) == 1 else frozenset()

    def completed(self, parties: Iterable[str]) -> frozenset[str]:
        """The parties of an agenda; where only one or none is told, those of the document."""
        told = frozenset(parties)
        return self.dyad if len(told) < 2 and told <= self.dyad else told

    # -- by the words around

    def deal(self, i: int) -> bool:
        """Whether the token stands in the clause of an event by which countries deal with each other."""
        above = next((a for a in (i, *(g.i for g in self.grammar.governors(i))) if a in self.clauses or a in self.dealings), None)
        return above in self.dealings and (len(self.clauses.get(above, ())) > 1 or bool(self.dyad))

    def official(self, i: int) -> bool:
        """Whether the token means somebody of a government or its forces."""
        return any((a := self.cast.actor(id_)).country and a.sector in OFFICIALS for id_ in self.cast.party(i))

    def of(self, i: int, third: set[str]) -> set[str]:
        """Countries between whom the matter of token i is; `third` are those that its own words name.

        A court or a world body that one of the two turns to is no party of their matter.
        """
        told = self._told(i, third)
        return set(self.dyad) if told & BODIES and told - BODIES <= self.dyad and not told <= self.dyad else told

    def _told(self, i: int, third: set[str]) -> set[str]:
        clause = self._clause(i)
        if clause:
            return clause
        span = self.parsed.span(i, i)
        said = self._said(span)
        said = said if len(said) > 1 else self._met(span, said)
        if len(said) > 1:
            return said
        around = said | (self._sentence(self.parsed.tokens[i].sent) - third)
        if len(around) == 2:
            return around
        return set(self.dyad) if around <= self.dyad or (self.dyad and around >= self.dyad) else set()

    def _said(self, span: Span) -> set[str]:
        """Speaker and addressees of the innermost statement whose content holds the span."""
        at = bisect_right(self.said, span.start, key=lambda s: s[0].start) - 1
        for n in range(at, max(-1, at - DEEPEST), -1):
            if self.said[n][0].covers(span):
                return self.said[n][1]
        return set()

    def _met(self, span: Span, said: set[str]) -> set[str]:
        """A party to a meeting or call says it to the others, when nothing else is told: the last meeting before the words."""
        at = bisect_right(self.met, span.start, key=lambda m: m[0]) - 1
        return self.met[at][1] if said and at >= 0 and said <= self.met[at][1] else said

    def _clause(self, i: int) -> set[str]:
        """Parties of the nearest event above the token; a noun's event also covers what its verb governs ("imposed a ban on")."""
        if i in self.clauses:
            return self.clauses[i]
        for above in self.grammar.governors(i):
            if above.i in self.clauses:
                return self.clauses[above.i]
            for c in self.parsed.children[above.i]:
                if c in self.clauses and self.parsed.tokens[c].dep in ("dobj", "nsubjpass"):
                    return self.clauses[c]
        return set()

    def _sentence(self, sent: int) -> set[str]:
        if sent not in self._acting:
            sentence = self.parsed.sentences[sent]
            found: set[str] = set()
            for i in range(sentence.first, sentence.last):
                mention = self.cast.at(i)
                if mention is not None and mention.acts:
                    found |= self.cast.countries(mention.actors)
            self._acting[sent] = found
        return self._acting[sent]
