"""Which issues a document names, where, and between whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ontherecord.actors.cast import Cast
from ontherecord.issues.agendas import Agenda, AgendaFinder
from ontherecord.issues.marks import Mark, Marker
from ontherecord.issues.taxonomy import Taxonomy, country_names, load_taxonomy, slug
from ontherecord.language import Grammar, Parsed
from ontherecord.records import Document, Event, Issue, Statement
from ontherecord.spans import Span

# How many statements before the words are asked whether they hold them; statements nest a few deep only.
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Named:
    """One naming of an issue: tokens `first` to `last` (inclusive), the token that heads them, and between whom it is here.

    `by` is the code of the country that the words make its owner ("Chad's war").
    """

    first: int
    last: int
    head: int
    id: str
    label: str
    between: frozenset[str]
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Issues:
    """All issues of a document. `named` holds their namings in order of place; `agendas` the ids listed by each agenda."""

    issues: tuple[Issue, ...]
    named: tuple[Named, ...]
    agendas: tuple[tuple[Agenda, tuple[str, ...]], ...]
    parsed: Parsed = field(repr=False, compare=False)

    def at(self, first_token: int, last_token: int) -> tuple[str, ...]:
        """Ids of the issues named by tokens `first_token` to `last_token` (inclusive), in order."""
        low = bisect_left(self.named, first_token, key=lambda n: n.first)
        high = bisect_right(self.named, last_token, key=lambda n: n.first)
        return tuple(dict.fromkeys(n.id for n in self.named[low:high] if n.last <= last_token))

    def of_span(self, span: Span) -> tuple[str, ...]:
        """Ids of the issues that the words of a span name, in order."""
        tokens = self.parsed.tokens
        first = bisect_left(tokens, span.start, key=lambda t: t.start)
        last = bisect_right(tokens, span.end, key=lambda t: t.end) - 1
        return self.at(first, last) if first <= last else ()


def find(
    document: Document, parsed: Parsed, grammar: Grammar, cast: Cast, statements: Sequence[Statement], events: Sequence[Event]
) -> Issues:
    """The issues that a document names, by the shipped taxonomy and by its own agendas."""
    taxonomy = load_taxonomy()
    marker = Marker(parsed, grammar, cast, taxonomy)
    marks = marker.find()
    agendas = AgendaFinder(parsed, grammar, cast, taxonomy, marker, events).find()
    parties = _Parties(parsed, grammar, cast, statements, events)
    listed = {mark: agenda for agenda in reversed(agendas) for mark in agenda.items}
    named = [n for m, a in listed.items() if (n := _named(m, a.parties))]
    onward = [m for m in marks if not m.loose or _on_an_agenda(m, listed, taxonomy)]
    onward.extend(_again(listed, parsed))
    named.extend(n for m in onward if m not in listed and (n := _named_alone(m, parties.of(m))))
    named = _fold(sorted(named, key=lambda n: (n.first, n.last, n.id)), taxonomy)
    return Issues(_gather(named, parsed), tuple(named), tuple((a, _ids(a, named)) for a in agendas), parsed)


def parent(issue: str) -> str | None:
    """The broader issue of an issue id ("taiwan-arms-sales" -> "arms-sales"); None for a root and for what a document named."""
    return load_taxonomy().parent(issue)


def _on_an_agenda(mark: Mark, listed: Iterable[Mark], taxonomy: Taxonomy) -> bool:
    """A common word counts where an agenda of the same document named its issue ("the trip")."""
    if mark.topic is None or mark.topic.id in taxonomy.lists["vague"]:
        return False
    return any(m.topic is mark.topic for m in listed)


def _again(listed: Iterable[Mark], parsed: Parsed) -> Iterator[Mark]:
    """Later namings of what an agenda named in words of its own: "the refinery", once "a refinery" was discussed."""
    names = {parsed.tokens[m.heads[0]].lemma.lower(): m for m in listed if m.name is not None}
    known = {i for m in listed for i in range(m.first, m.last + 1)}
    for token in parsed.tokens if names else ():
        mark = names.get(token.lemma.lower())
        if mark is not None and token.i not in known and token.pos == "NOUN" and token.dep != "compound":
            before = parsed.children[token.i]
            if any(parsed.tokens[c].lower in ("the", "this", "that") for c in before):
                yield replace(
                    mark,
                    first=min((c for c in before if parsed.tokens[c].dep == "compound"), default=token.i),
                    last=token.i,
                    heads=(token.i,),
                )


def _named(mark: Mark, parties: Iterable[str]) -> Named | None:
    between = frozenset(parties)
    found = mark.issue(between)
    return Named(mark.first, mark.last, mark.heads[0], *found, between, mark.by.code if mark.by else None) if found and found[0] else None


def _named_alone(mark: Mark, parties: set[str]) -> Named | None:
    """A country as an issue ("the situation in Mali") needs somebody else whose issue it is."""
    bare = mark.topic is None and mark.place is None and mark.land is not None
    return None if bare and not parties else _named(mark, parties)


def _ids(agenda: Agenda, named: Sequence[Named]) -> tuple[str, ...]:
    places = {(m.first, m.last) for m in agenda.items}
    return tuple(dict.fromkeys(n.id for n in named if (n.first, n.last) in places))


def _fold(named: list[Named], taxonomy: Taxonomy) -> list[Named]:
    """ "The arms sales" mean the ones named before, where a document names those of one country only. "Chad's war" is the war in Sudan
    where the document says "Chad's war in Sudan" elsewhere, or tells what Chad does there."""
    composed: dict[str, set[tuple[str, str]]] = {}
    waged: dict[str, set[tuple[str, str]]] = {}
    for n in named:
        above = taxonomy.parent(n.id) if n.id not in taxonomy.topics else None
        if above is not None:
            composed.setdefault(above, set()).add((n.id, n.label))
        if above == "war":
            for code in {n.by, *n.between} - {None}:
                waged.setdefault(str(code), set()).add((n.id, n.label))
    return [_folded(n, taxonomy, composed, waged) for n in named]


def _folded(n: Named, taxonomy: Taxonomy, composed: dict[str, set[tuple[str, str]]], waged: dict[str, set[tuple[str, str]]]) -> Named:
    topic = taxonomy.topics.get(n.id)
    only = composed.get(n.id, set()) if topic is not None and topic.country in ("always", "needed") else set()
    own = slug(country_names().get(n.by or "", ""))
    if n.by is not None and n.id == f"war-{own}":
        only = waged.get(n.by, set()) - {(n.id, n.label)}
    if len(only) != 1:
        return n
    id_, label = next(iter(only))
    return replace(n, id=id_, label=label)


def _gather(named: Sequence[Named], parsed: Parsed) -> tuple[Issue, ...]:
    groups: dict[str, list[Named]] = {}
    for n in named:
        groups.setdefault(n.id, []).append(n)
    return tuple(
        Issue(
            id_,
            group[0].label,
            tuple(sorted({parsed.span(n.first, n.last) for n in group})),
            tuple(sorted(frozenset().union(*(n.between for n in group)))),
        )
        for id_, group in groups.items()
    )


class _Parties:
    """Between whom an issue is, by the words around it: the event whose clause holds it, else the statement, else the sentence."""

    def __init__(self, parsed: Parsed, grammar: Grammar, cast: Cast, statements: Sequence[Statement], events: Sequence[Event]) -> None:
        self.parsed, self.grammar, self.cast = parsed, grammar, cast
        self.clauses: dict[int, set[str]] = {}
        starts = [t.start for t in parsed.tokens]
        for event in events:
            countries = self._countries(event)
            for mention in event.mentions:
                i = bisect_left(starts, mention.start)
                if i < len(starts) and len(countries) > 1:
                    self.clauses.setdefault(i, set()).update(countries)
        self.said = [(span, cast.countries([*([s.speaker] if s.speaker else ()), *s.addressees])) for s in statements for span in s.content]
        self.said.sort(key=lambda s: s[0])
        self.met = sorted(
            ((m.start, c) for e in events if e.type == "CONSULT" for m in e.mentions if len(c := self._countries(e)) > 1),
            key=lambda m: m[0],
        )
        self._acting: dict[int, set[str]] = {}

    def _countries(self, event: Event) -> set[str]:
        return self.cast.countries((*event.actors, *event.recipients))

    def of(self, mark: Mark) -> set[str]:
        clause = self._clause(mark.heads[-1])
        if clause:
            return clause
        span = self.parsed.span(mark.first, mark.last)
        said = self._said(span)
        said = said if len(said) > 1 else self._met(span, said)
        if len(said) > 1:
            return said
        third = {mark.land.code} if mark.land and mark.land.code else set()
        around = said | (self._sentence(self.parsed.tokens[mark.first].sent) - third)
        return around if len(around) == 2 else set()

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
