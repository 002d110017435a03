"""Agendas: "discussed X, Y and Z", "talks on X", "On X, the minister …": every item of the list is an issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ontherecord.actors.cast import Cast
from ontherecord.actors.registry import load
from ontherecord.actors.spelling import fold
from ontherecord.issues.marks import Mark, Marker
from ontherecord.issues.taxonomy import LONGEST_SLUG, AgendaWord, Taxonomy
from ontherecord.language import Grammar, Parsed
from ontherecord.records import Event
from ontherecord.spans import Span

FRONTS = {("on",), ("regarding",), ("concerning",), ("as", "for"), ("as", "to"), ("turning", "to"), ("with", "regard", "to")}
INCLUDING = {"including", "like", "as", "namely", "involving"}
# Parts of a noun phrase that do not name the matter.
UNNAMED = ("DET", "PRON", "NUM", "ADV", "PUNCT", "SYM", "PART")


@dataclass(frozen=True, slots=True)
class Agenda:
    """One list of issues: the token that opens it, its items, whose agenda it is, and the talk (an event's id) that it belongs to."""

    cue: int
    items: tuple[Mark, ...]
    parties: frozenset[str]
    event: str | None
    fronted: bool = False


class AgendaFinder:
    """Finds agendas in one parsed document, given the marks of its issues and its events."""

    def __init__(self, parsed: Parsed, grammar: Grammar, cast: Cast, taxonomy: Taxonomy, marker: Marker, events: Sequence[Event]) -> None:
        self.parsed, self.grammar, self.cast, self.taxonomy, self.marker = parsed, grammar, cast, taxonomy, marker
        self.tokens = parsed.tokens
        self.meetings = [e for e in events if e.type == "CONSULT" or (e.type == "AGREE" and e.aux == "future")]
        self.events = events

    def find(self) -> list[Agenda]:
        """All agendas, in order of the words that open them."""
        found = [a for token in self.tokens for word in self._words(token.i) if (a := self._agenda(token.i, word))]
        found.extend(a for s in self.parsed.sentences if (a := self._fronted(s.first, s.last)))
        return sorted(found, key=lambda a: a.cue)

    def _words(self, i: int) -> Iterator[AgendaWord]:
        token = self.tokens[i]
        for word in self.taxonomy.by_agenda.get(token.lemma.lower(), ()):
            fits = token.pos in ("NOUN", "PROPN") if word.noun else token.pos == "VERB"
            if fits and (word.noun or self.grammar.particle(i) == word.particle) and self._fits(i, word):
                yield word

    def _fits(self, i: int, word: AgendaWord) -> bool:
        if word.verbs and self.tokens[self.tokens[i].head].lemma.lower() not in word.verbs:
            return False
        if word.subject and not self._any(self.grammar.subjects(i), word.subject):
            return False
        if word.object and not self._any(self.grammar.objects(i), word.object):
            return False
        return not word.put_to or bool(self._countries(self._put_to(i))) or self._in_a_talk(i)

    def _in_a_talk(self, i: int) -> bool:
        """Whether a party to a meeting told before raises it: whom with goes without saying."""
        met = (self._of(e) for e in self.meetings if e.trigger.start < self.tokens[i].start)
        return bool(self._countries(self.grammar.subjects(i)) & set().union(*met))

    def _put_to(self, i: int) -> list[int]:
        """Whom something is raised with; the parser hangs "with Chad" on any noun before."""
        prepositions = [j for j in range(i + 1, self.parsed.right[i] + 1) if self.tokens[j].lower in ("with", "to")]
        return [n for j in prepositions for n in self.grammar.children(j, "pobj")]

    def _any(self, found: list[int], lemmas: frozenset[str]) -> bool:
        return any(self.tokens[f].lemma.lower() in lemmas for f in found)

    def _agenda(self, i: int, word: AgendaWord) -> Agenda | None:
        own = self._parties(i, word)
        parties, event = self._whose(i, own)
        names = word.names and (len(own) > 1 or (len(parties) > 1 and self._near(i, event)))
        items = [m for start in self._starts(i, word) for m in self._listed(start, names=names)]
        return Agenda(i, tuple(dict.fromkeys(items)), frozenset(parties), event) if items else None

    # -- where the list stands

    def _starts(self, i: int, word: AgendaWord) -> list[int]:
        starts: list[int] = []
        if "object" in word.slots:
            starts.extend(self._first(self.grammar.subjects(i)) if self.grammar.is_passive(i) else self._first(self.grammar.objects(i)))
            starts.extend([] if starts else self._late_object(i))
        if "subject" in word.slots:
            starts.extend(self._first(self.grammar.subjects(i)))
        for at in (i, self.tokens[i].head) if word.noun and self.tokens[i].dep in ("dobj", "nsubjpass", "pobj") else (i,):
            starts.extend(n for preposition, place, n in self.grammar.phrases(at) if preposition in word.slots and place > i)
        return [s for s in starts if self.tokens[s].lemma.lower() not in self.taxonomy.lists["no_items"] or self.parsed.children[s]]

    def _late_object(self, i: int) -> list[int]:
        """ "discussed with Niger the airport": the parser takes the object for an apposition of the party, though no comma parts them."""
        parties = self.grammar.behind(i, "with")
        return [c for n in parties for c in self.grammar.children(n, "appos") if all(t.text != "," for t in self.tokens[n : c + 1])]

    def _first(self, found: list[int]) -> list[int]:
        """Only the head of a coordination; `_listed` walks the rest, because it knows lists that the parser takes for appositions."""
        return [f for f in found if self.tokens[f].dep != "conj"][:1]

    def _listed(self, start: int, *, names: bool) -> Iterator[Mark]:
        queue, seen = [(start, names)], set()
        while queue:
            item, named = queue.pop(0)
            if item in seen:
                continue
            seen.add(item)
            included = list(self._included(item))
            yield from self._resolve(item, names=named and not included)
            queue.extend((n, names) for n in included)
            for c in self.parsed.children[item]:
                if self.tokens[c].dep == "conj":
                    queue.append((c, named))
                elif self.tokens[c].dep == "appos" and c > item:
                    queue.append((c, False))  # in a long list the parser often takes an item for an apposition
            queue.extend((n, False) for n in self._strays(item))

    def _included(self, item: int) -> Iterator[int]:
        """ "matters such as trade", "issues including trade"."""
        for c in self.parsed.children[item]:
            token = self.tokens[c]
            if token.dep != "prep" or token.lower not in INCLUDING:
                continue
            if token.lower != "as" or any(self.tokens[d].lower in ("such", "well") for d in (*self.parsed.children[c], c - 1)):
                yield from self.grammar.children(c, "pobj")

    def _strays(self, item: int) -> Iterator[int]:
        """Items that the parser coordinates with the land in the item before: "arms sales to Chad and water". Where one of them is a
        matter, all are: "drilling in the Aegean, Cyprus and migration"."""
        for _, _, n in self.grammar.phrases(item):
            others = self.grammar.conjuncts(n)[1:]
            if self.tokens[n].pos == "PROPN" and any(self.marker.land(c) is None and c in self.marker.by_head for c in others):
                yield from others

    # -- what an item is

    def _resolve(self, item: int, *, names: bool) -> list[Mark]:
        """The marks that an item stands for: its own, else those of what it is about, else the name that the document gives it."""
        own = self.marker.by_head.get(item)
        if own:
            return [m for m in own if not m.loose or m.topic is None or not self._vague(m)] or self._within(item)
        places = [m for c in self.parsed.children[item] for m in self.marker.by_head.get(c, ()) if m.place is not None]
        if places and self.tokens[item].pos == "NOUN":
            return places  # "Antarctic seas"
        land = self.marker.land(item)
        if land is not None:
            mention = self.cast.at(item)
            first, last = (mention.first, mention.last) if mention else (item, item)
            return [Mark(first, last, (item,), land=land)] if self._is_country(item) else []
        inside = self._within(item)
        if inside or not names:
            return inside
        named = self._named(item)
        return [named] if named else []

    def _is_country(self, item: int) -> bool:
        """A country as such, or a disputed place: that a city lies in a country makes no matter of the country."""
        mention = self.cast.at(item)
        if mention is None or mention.kind != "place":
            return True
        words = mention.span.of(self.parsed.text).removeprefix("the ").removeprefix("The ")
        return any(s.kind == "country" for s in load().names.get(fold(words), ()))

    def _vague(self, mark: Mark) -> bool:
        """ "cooperation on water", "ties in energy": the more special matter counts."""
        return mark.topic is not None and mark.topic.id in self.taxonomy.lists["vague"] and bool(self._about(mark.heads[0]))

    def _about(self, item: int) -> list[Mark]:
        found: list[Mark] = []
        for preposition, _, n in self.grammar.phrases(item):
            if preposition in ("on", "in", "of", "over", "about", "for", "to", "around", "regarding", "concerning", "against", "at"):
                found.extend(self._listed(n, names=False))
        return found

    def _within(self, item: int) -> list[Mark]:
        """Marks of what hangs on an item: behind its prepositions, in its infinitive ("ways to end the war"), as its modifier."""
        if self.tokens[item].pos not in ("NOUN", "PROPN", "VERB"):
            return []
        if self._countries([item]):
            return []
        carrier = self.tokens[item].pos == "VERB" or self.tokens[item].lemma.lower() in self.taxonomy.lists["carriers"]
        found = self._about(item) if carrier else self._marks_behind(item)
        for c in self.parsed.children[item]:
            if self.tokens[c].dep in ("acl", "relcl", "xcomp", "dobj", "pcomp") and self.tokens[c].tag in ("VB", "VBG", "NN", "NNS"):
                found.extend(self._resolve(c, names=False))
        return list(dict.fromkeys(found))

    def _marks_behind(self, item: int) -> list[Mark]:
        """Marks, but no bare countries, in the prepositional phrases of a noun that is a matter of its own ("the price of gas")."""
        strays = set(self._strays(item))
        return [m for m in self._about(item) if (m.topic is not None or m.place is not None) and not strays & set(m.heads)]

    def _works(self, item: int) -> bool:
        """ "talks on the refinery": works or boats, which are talked about though they may act as well."""
        role, mention = load().roles.get(self.tokens[item].lower), self.cast.at(item)
        described = mention is None or mention.kind == "description"
        return described and role is not None and role.kind != "person" and role.sector in ("BUS", "AGR")

    def _named(self, item: int) -> Mark | None:
        """An issue by the document's own name for it."""
        token = self.tokens[item]
        lemma = token.lemma.lower()
        lists = self.taxonomy.lists
        if token.pos != "NOUN" or lemma in lists["no_items"] or lemma in lists["carriers"] or lemma in lists["institutions"]:
            return None
        if (self.cast.at(item) is not None or self.cast.party(item)) and not self._works(item):
            return None
        span = self.grammar.phrase(item)
        first = next(i for i in range(self.parsed.left[item], item + 1) if self.tokens[i].start >= span.start)
        last = max(item, next((i for i in range(self.parsed.right[item], item, -1) if self.tokens[i].end <= span.end), item))
        for preposition, _, n in self.grammar.phrases(item):
            if preposition == "of" and self.tokens[n].pos in ("NOUN", "PROPN"):
                last = max(last, n)
        topic = self.marker.topic_within(first, last)
        if topic is not None:
            return Mark(first, last, (item,), topic)
        words = [t.text for t in self.tokens[first : last + 1] if t.pos not in UNNAMED and t.lower not in lists["plain"]]
        return Mark(first, last, (item,), name=" ".join(words)) if 0 < len(words) <= LONGEST_SLUG else None

    # -- whose agenda it is

    def _countries(self, nouns: Sequence[int]) -> set[str]:
        return self.cast.countries(a for n in nouns for a in self.cast.party(n))

    def _parties(self, i: int, word: AgendaWord) -> set[str]:
        verb = self.tokens[i].head if word.noun and self.grammar.is_verb(self.tokens[i].head) else i
        nouns = [*self.grammar.behind(i, "with", "between", "to", "among", "by"), *self.grammar.behind(verb, "with", "to", "between")]
        nouns.extend(self._put_to(i) if word.put_to else ())
        subjects = [] if "subject" in word.slots or self.grammar.is_passive(verb) else self.grammar.subjects(verb)
        nouns.extend([*subjects, *self.grammar.agents(verb)])
        if "object" not in word.slots and not word.noun:
            nouns.extend(self.grammar.objects(verb))
        talks = [*subjects, *(self.grammar.objects(i) if word.object else ()), *([i] if word.noun else ())]
        for talk in talks:  # "talks between Chad and Mali", "the Chad-Mali talks", "their agenda"
            nouns.extend(self.grammar.behind(talk, "between", "with", "of", "among"))
            nouns.extend(c for c in self.grammar.children(talk, "poss", "compound", "nmod"))
        return self._countries(nouns)

    def _whose(self, i: int, parties: set[str]) -> tuple[set[str], str | None]:
        """The parties, completed by those of the talk that the agenda belongs to."""
        event = self._talk(i, parties)
        if event is None:
            return parties, None
        return (parties if len(parties) > 1 else parties | self._of(event)), event.id

    def _near(self, i: int, id_: str | None) -> bool:
        """Whether the talk is told by the very sentence; an agenda told far from its talk names no issues of its own."""
        sentence = self.parsed.sentence_of(i).span
        return any(e.id == id_ and any(m.overlaps(sentence) for m in e.mentions) for e in self.meetings)

    def _of(self, event: Event) -> set[str]:
        return self.cast.countries((*event.actors, *event.recipients))

    def _talk(self, i: int, parties: set[str]) -> Event | None:
        """The meeting or call told by the word itself, by its sentence, or before it by the same parties."""
        span = Span(self.tokens[i].start, self.tokens[i].end)
        sentence = self.parsed.sentence_of(i).span
        fitting = [e for e in self.meetings if parties <= self._of(e) or (len(parties) < 2 and parties & self._of(e))]
        by_word = [e for e in fitting if any(m.overlaps(span) for m in e.mentions)]
        by_sentence = [e for e in fitting if any(m.overlaps(sentence) for m in e.mentions)]
        before = [e for e in fitting if e.type == "CONSULT" and e.trigger.start <= span.start and len(self._of(e)) > 1]
        return next(iter([*by_word, *by_sentence]), before[-1] if before else None)

    # -- "On X, the minister said …"

    def _fronted(self, first: int, last: int) -> Agenda | None:
        for front in FRONTS:
            at = first + len(front) - 1
            if at + 1 < last and tuple(t.lower for t in self.tokens[first : at + 1]) == front and self.tokens[at].pos in ("ADP", "VERB"):
                return self._fronted_by(at, last)
        return None

    def _fronted_by(self, preposition: int, last: int) -> Agenda | None:
        items = [m for o in self.grammar.children(preposition, "pobj", "dobj") for m in self._listed(o, names=False)]
        end = self.parsed.right[preposition] + 1
        if not items or end >= last or self.tokens[end].lower not in (",", ":", "—", "–"):
            return None
        lands = {m.land.code for m in items if m.land is not None and m.land.code is not None and m.topic is None}
        parties, event = self._whose(preposition, self._acting(end, last) - lands)
        return Agenda(preposition, tuple(dict.fromkeys(items)), frozenset(parties), event, fronted=True)

    def _acting(self, first: int, last: int) -> set[str]:
        """Countries of the parties of the events that the rest of the sentence tells, else of those that act in it."""
        span = self.parsed.span(first, last - 1)
        told = set().union(*(self._of(e) for e in self.events if any(m.overlaps(span) for m in e.mentions)))
        if told:
            return told
        verbs = [i for i in range(first, last) if self.grammar.is_verb(i)]
        return self._countries([n for v in verbs for n in (*self.grammar.subjects(v), *self.grammar.objects(v))])
