"""Who names which issue: fills the issues of statements and events."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ontherecord.issues.find import Issues, Named
from ontherecord.language import Parsed
from ontherecord.records import Event, Statement

# "the issue", "this matter": the one that was named last.
ANAPHORS = {"issue", "matter", "question", "topic", "subject"}
# How many sentences back "the issue" may point; farther back it is mostly another one.
BACK = 3
# Nouns are carried by these verbs: the issue of "imposed sanctions on coal" hangs on the verb as often as on the noun.
CARRYING = ("dobj", "nsubjpass", "attr")


def assign(statements: Sequence[Statement], events: Sequence[Event], found: Issues) -> tuple[tuple[Statement, ...], tuple[Event, ...]]:
    """The same statements and events with their issues: those that their own words name, and those of the agenda of a meeting."""
    fronted = _fronted(found)
    triggers = {bisect_left(found.parsed.tokens, m.start, key=lambda t: t.start) for e in events for m in e.mentions}
    return (
        tuple(replace(s, issues=_statement(s, found, fronted)) for s in statements),
        tuple(replace(e, issues=_event(e, found, fronted, triggers)) for e in events),
    )


def _merge(*groups: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for g in groups for i in g))


def _fronted(found: Issues) -> dict[int, tuple[str, ...]]:
    """Issues that a sentence opens with ("On trade, …"), by sentence."""
    return {found.parsed.tokens[a.cue].sent: ids for a, ids in found.agendas if a.fronted}


def _statement(statement: Statement, found: Issues, fronted: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    own = _merge(*(found.of_span(span) for span in statement.content))
    sentences = {found.parsed.tokens[i].sent for i in _starts(statement, found.parsed)}
    above = _merge(*(fronted.get(s, ()) for s in sorted(sentences)))
    return _merge(above, own or _meant(statement, found))


def _starts(statement: Statement, parsed: Parsed) -> Iterator[int]:
    spans = [*statement.content, *([statement.cue] if statement.cue else ())]
    for span in spans:
        i = bisect_left(parsed.tokens, span.start, key=lambda t: t.start)
        if i < len(parsed.tokens):
            yield i


def _meant(statement: Statement, found: Issues) -> tuple[str, ...]:
    """What "the issue" means in a statement that names none."""
    tokens = found.parsed.tokens
    for span in statement.content:
        i = bisect_left(tokens, span.start, key=lambda t: t.start)
        while i < len(tokens) and tokens[i].end <= span.end:
            if tokens[i].lemma.lower() in ANAPHORS and _pointing(found.parsed, i):
                return _last_before(found.named, i, tokens[i].sent, found.parsed)
            i += 1
    return ()


def _pointing(parsed: Parsed, i: int) -> bool:
    children = parsed.children[i]
    definite = any(parsed.tokens[c].lower in ("the", "this", "that") for c in children)
    return definite and all(parsed.tokens[c].dep in ("det", "punct") for c in children)


def _last_before(named: Sequence[Named], i: int, sent: int, parsed: Parsed) -> tuple[str, ...]:
    n = bisect_left(named, i, key=lambda x: x.first) - 1
    return (named[n].id,) if n >= 0 and sent - parsed.tokens[named[n].first].sent <= BACK else ()


def _event(event: Event, found: Issues, fronted: dict[int, tuple[str, ...]], triggers: set[int]) -> tuple[str, ...]:
    parsed = found.parsed
    ids: list[str] = []
    for mention in event.mentions:
        i = bisect_left(parsed.tokens, mention.start, key=lambda t: t.start)
        if i >= len(parsed.tokens):
            continue
        ids.extend(fronted.get(parsed.tokens[i].sent, ()))
        clause = _clause(parsed, _carrier(parsed, i), triggers)
        first, last = min(clause), max(clause)
        low = bisect_left(found.named, first, key=lambda n: n.first)
        high = bisect_right(found.named, last, key=lambda n: n.first)
        ids.extend(n.id for n in found.named[low:high] if n.head in clause)
    if event.type in ("CONSULT", "AGREE"):
        for agenda, listed in found.agendas:
            if agenda.event == event.id:
                ids.extend(listed)
    return _merge(ids)


def _carrier(parsed: Parsed, i: int) -> int:
    """The verb that carries an event told by a noun ("imposed a BAN on coal"), else the token itself."""
    token = parsed.tokens[i]
    above = parsed.tokens[token.head]
    if token.pos in ("NOUN", "PROPN") and token.dep in CARRYING and above.pos in ("VERB", "AUX"):
        return above.i
    return i


def _clause(parsed: Parsed, i: int, triggers: set[int]) -> set[int]:
    """The token's subtree without what is coordinated to it as a clause of its own, and without clauses that tell another event."""
    found, queue = set(), [i]
    while queue:
        at = queue.pop()
        found.add(at)
        for c in parsed.children[at]:
            token = parsed.tokens[c]
            if token.dep in ("conj", "parataxis") and token.pos in ("VERB", "AUX"):
                continue
            if c in triggers and token.dep in ("advcl", "relcl", "ccomp"):
                continue
            queue.append(c)
    return found
