"""Which issues a document names, where, and between whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ontherecord.actors.cast import Cast
from ontherecord.issues.agendas import Agenda, AgendaFinder
from ontherecord.issues.marks import Mark, Marker
from ontherecord.issues.parties import Parties
from ontherecord.issues.taxonomy import Taxonomy, Topic, country_names, load_taxonomy, slug
from ontherecord.language import Grammar, Parsed
from ontherecord.records import Document, Event, Issue, Statement
from ontherecord.spans import Span


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
    parties = Parties(document, parsed, grammar, cast, statements, events)
    listed = {mark: agenda for agenda in reversed(agendas) for mark in agenda.items}
    named = [n for m, a in listed.items() if (n := _named(m, parties.completed(a.parties), parties.home))]
    onward = [m for m in marks if not m.loose or m in listed]
    known = {m.topic.id for m in (*onward, *listed) if m.topic is not None and (m.topic.scope == "anywhere" or m in listed)}
    known -= taxonomy.lists["vague"]
    onward = [m for m in marks if not m.loose or (m.topic is not None and _meant(m, m.topic, known, parties))]
    onward.extend(_again(listed, parsed))
    named.extend(n for m in onward if m not in listed and (n := _named_alone(m, parties.of(m.heads[-1], _third(m)), parties.home)))
    named = _fold(sorted(named, key=lambda n: (n.first, n.last, n.id)), taxonomy)
    return Issues(_gather(named, parsed), tuple(named), tuple((a, _ids(a, named)) for a in agendas), parsed)


def parent(issue: str) -> str | None:
    """The broader issue of an issue id ("taiwan-arms-sales" -> "arms-sales"); None for a root and for what a document named."""
    return load_taxonomy().parent(issue)


def _meant(mark: Mark, topic: Topic, known: set[str], parties: Parties) -> bool:
    """A common word counts where the same document names its issue in plain words or on an agenda ("the trip"), and where countries
    deal with each other over it ("Chad warned Niger over the missiles"); not where it means an official who acts ("the ambassador")."""
    if topic.scope == "anywhere" and parties.official(mark.heads[-1]):
        return False
    return topic.id in known or (topic.scope == "anywhere" and parties.deal(mark.heads[-1]))


def _third(mark: Mark) -> set[str]:
    return {mark.land.code} if mark.land and mark.land.code else set()


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


def _named(mark: Mark, parties: Iterable[str], home: str | None) -> Named | None:
    """The naming; None for a country as a matter between itself and others, or told of by its own government."""
    between = frozenset(parties)
    bare = mark.topic is None and mark.place is None and mark.land is not None
    found = None if bare and home is not None and _third(mark) == {home} else mark.issue(between)
    return Named(mark.first, mark.last, mark.heads[0], *found, between, mark.by.code if mark.by else None) if found and found[0] else None


def _named_alone(mark: Mark, parties: set[str], home: str | None) -> Named | None:
    """A country as an issue ("the situation in Mali") needs somebody else whose issue it is."""
    bare = mark.topic is None and mark.place is None and mark.land is not None
    return None if bare and not parties else _named(mark, parties, home)


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
