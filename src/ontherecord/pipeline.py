"""The table of contents: one document in, one record out. Pure: no files, no network, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ontherecord import actors, attribution, dates, events, issues, reading
from ontherecord.errors import CoderError, OnTheRecordError, RefusedDocument
from ontherecord.language import Grammar, Parsed, parse_many
from ontherecord.records import Document, Event, Part, Record, Refusal, Statement, document_id

# Parts whose sentences are read. A caption or credit stays in the text, and no statement or event is drawn from it.
READ = ("title", "dateline", "story")


@dataclass(frozen=True, slots=True)
class Coded:
    """A record with what `otr explain` needs: the frames of its events as told, before tellings were joined."""

    record: Record
    told: tuple[events.Told, ...]


def code(document: Document) -> Record:
    """All that one document yields. Raises RefusedDocument with the reason when it cannot be read."""
    return explain(document).record


def explain(document: Document) -> Coded:
    """`code`, with the way that led to each event. Raises RefusedDocument."""
    ready = _laid_out(document)
    return _coded(ready, next(parse_many([(ready.text, _read(ready))])))


def explain_many(documents: Iterable[Document]) -> Iterator[Coded]:
    """`explain` for many documents, batched through the parser. Raises RefusedDocument at the first that cannot be read."""
    ready = [_laid_out(d) for d in documents]
    for document, parsed in zip(ready, parse_many((d.text, _read(d)) for d in ready), strict=True):
        yield _coded(document, parsed)


def code_many(documents: Iterable[Document]) -> Iterator[Record | RefusedDocument]:
    """Codes a stream of documents, batched through the parser; one answer a document, in order.

    Raises nothing for a document's sake; CoderError where the learned coder was chosen and cannot be loaded.
    """
    answers: list[Document | RefusedDocument] = []

    def readable() -> Iterator[tuple[str, tuple[Part, ...]]]:
        for document in documents:
            try:
                ready = _laid_out(document)
            except RefusedDocument as refused:
                answers.append(refused)
                continue
            answers.append(ready)
            yield ready.text, _read(ready)

    for parsed in parse_many(readable()):
        while isinstance(answers[0], RefusedDocument):
            yield answers.pop(0)  # type: ignore[misc]
        yield _guarded(answers.pop(0), parsed)  # type: ignore[arg-type]
    yield from (a for a in answers if isinstance(a, RefusedDocument))


def _guarded(document: Document, parsed: Parsed) -> Record | RefusedDocument:
    try:
        return _coded(document, parsed).record
    except CoderError:
        raise  # no document's fault
    except OnTheRecordError as known:
        return RefusedDocument(document.source, str(known))
    except Exception as fault:
        return RefusedDocument(document.source, f"coding failed with {type(fault).__name__}: {fault}. Please report it with the document.")


def _laid_out(document: Document) -> Document:
    if document.parts:
        return document
    return reading.document(
        document.text, title=document.title, url=document.url, publisher=document.publisher, agency=document.agency,
        published=document.published, source=document.source,
    )  # fmt: skip


def _read(document: Document) -> tuple[Part, ...]:
    return tuple(p for p in document.parts if p.kind in READ)


def _coded(document: Document, parsed: Parsed) -> Coded:
    grammar = Grammar(parsed)
    cast = actors.find_cast(document, parsed, grammar)
    statements = attribution.attribute(document, parsed, grammar, cast)
    told_by = attribution.innermost(statements, parsed)
    base = attribution.base_chain(document)

    def chain(i: int) -> attribution.Chain:
        return statements[told_by[i]].according_to if told_by[i] >= 0 else base

    published = document.published_on
    when = dates.When(parsed, grammar, dates.find(parsed, published), published)
    found = events.find(grammar, cast, [statements[n] if n >= 0 else None for n in told_by], when, chain, published)
    about = issues.find(document, parsed, grammar, cast, statements, tuple(t.event for t in found.told))
    statements, told = issues.assign(statements, tuple(t.event for t in found.told), about)
    phrases = {t.event.id: t.frame.entry.id for t in found.told}
    beside = events.consequents({t.event.id: t.frame for t in found.told}, grammar)
    title = next((p.span for p in document.parts if p.kind == "title"), None)
    joined = _numbered(events.merged(told, cast.countries, phrases=phrases, states=cast.is_corporate, with_=beside, title=title))
    positions = issues.positions(parsed, grammar, cast, statements, chain, about) if hasattr(issues, "positions") else ()
    record = Record(
        id=document_id(document),
        document=document,
        actors=cast.actors,
        events=joined,
        statements=tuple(_with_events(s, joined) for s in statements),
        positions=positions,
        issues=about.issues,
        refused=tuple(Refusal(parsed.span(d.trigger, d.trigger), d.reason) for d in found.dropped),
    )
    return Coded(record, found.told)


def _numbered(joined: list[Event]) -> tuple[Event, ...]:
    return tuple(replace(e, id=f"e{n}") for n, e in enumerate(joined, 1))


def _with_events(statement: Statement, told: tuple[Event, ...]) -> Statement:
    """The statement with the events that its words make or report."""
    ids = tuple(e.id for e in told if any(c.covers(m) for c in statement.content for m in e.mentions))
    return replace(statement, events=ids)
