"""One report: its text with the spans of all that was read in it, and one item picked out with its chain and reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from fastapi import Query

from ontherecord.errors import UnknownName
from ontherecord.ledger import Correction, Ledger
from ontherecord.records import Event, Position, Record, Statement, as_json
from ontherecord.spans import Span
from ontherecord.web.answers import Answer, Plain
from ontherecord.web.filters import Id, Name
from ontherecord.web.marking import Mark, Piece, pieces
from ontherecord.web.pages import quad_class, short
from ontherecord.web.queries import ask

# Code points on one page. With all marks a page of text weighs some five times its length.
WINDOW = 24_000
MOST_LISTED = 400
RANGE = re.compile(r"(\d{1,9})-(\d{1,9})\Z")
From = Annotated[int, Query(ge=0, le=2**31 - 1, description="First code point to show.")]
Item = Event | Statement | Position


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its kind (title, dateline, story, …) and its pieces."""

    kind: str
    pieces: tuple[Piece, ...]


def article(ledger: Ledger, document: Id, pick: Name = "", mark: Name = "", start: From = 0, done: Name = "") -> Answer:
    """`pick` is an item's id (e3, s1, p2, a4), `mark` a range of code points such as 120-180. Raises UnknownName for what is not there."""
    record = one(ledger, document)
    corrections = ledger.corrections([document], undone=True)
    picked = _picked(record, pick)
    here = _range(mark, len(record.document.text))
    window = _window(record, start, here or (_first(picked) if picked else None))
    return Answer(
        "article.html", short(record.document.title, 160) or "Report without a title",
        _plain(record), [_row(record, e) for e in record.events],
        {
            "record": record, "blocks": list(blocks(record, window, marks(record, pick, here))), "window": window,
            "length": len(record.document.text), "picked": picked, "pick": pick, "mark": mark, "start": start,
            "actors": {a.id: a for a in record.actors}, "labels": {i.id: i.label for i in record.issues}, "made": corrections,
            "of_picked": [c for c in corrections if c.item_id == pick], "seen": latest(corrections, pick),
            "occurrences": _occurrences(ledger, document, pick), "most": MOST_LISTED, "done": done, "machine": _machine(corrections, pick),
        },
    )  # fmt: skip


def one(ledger: Ledger, document: str) -> Record:
    """The record of a document, as people have put it right. Raises UnknownName."""
    record = next(ledger.records([document], corrected=True), None)
    if record is None:
        raise UnknownName(f"The ledger holds no document “{document}”. It may have been taken out, or be in another ledger.")
    return record


def latest(corrections: Iterable[Correction], item: str) -> int:
    """The number of the last correction to an item, made or taken back: what a form has seen. 0 when there is none."""
    return max((c.id * 2 + (c.undone is not None) for c in corrections if c.item_id == item), default=0)


def _machine(corrections: Iterable[Correction], item: str) -> Plain:
    """The machine's own values of an item where people have put others."""
    found: Plain = {}
    for c in corrections:
        if c.item_id == item and c.undone is None:
            found.setdefault(c.field, c.machine)
    return found


def _plain(record: Record) -> Plain:
    plain: Plain = msgspec.json.decode(as_json(record))
    return plain


def _row(record: Record, event: Event) -> Plain:
    names = {a.id: a.name for a in record.actors}
    return {
        "id": event.id, "type": event.type, "mode": event.mode, "aux": event.aux, "actors": "; ".join(names[i] for i in event.actors),
        "recipients": "; ".join(names[i] for i in event.recipients), "date_start": event.date and event.date.start,
        "date_end": event.date and event.date.end, "issues": event.issues, "score": event.score, "confidence": event.confidence,
        "chain": " > ".join(link.name for link in event.according_to), "text": event.evidence.of(record.document.text),
        "start": event.evidence.start, "end": event.evidence.end,
    }  # fmt: skip


def _picked(record: Record, pick: str) -> Any:
    if not pick:
        return None
    items: tuple[Any, ...] = (*record.events, *record.statements, *record.positions, *record.actors)
    found = next((i for i in items if i.id == pick), None)
    if found is None:
        raise UnknownName(f"This report has no item “{pick}”. It may have got another name when the report was coded again.")
    return found


def _range(mark: str, length: int) -> Span | None:
    if not mark:
        return None
    found = RANGE.match(mark)
    if not found or not int(found[1]) < int(found[2]) <= length:
        raise UnknownName(f"“{mark}” is no range of this text, which has {length:,} characters. Write it as first-last: 120-180.")
    return Span(int(found[1]), int(found[2]))


def _first(item: Any) -> Span | None:
    if isinstance(item, Event):
        return item.evidence
    if isinstance(item, Position):
        return item.evidence
    spans: tuple[Span, ...] = item.content if isinstance(item, Statement) else item.mentions
    return spans[0] if spans else None


def _window(record: Record, start: int, target: Span | None) -> Span | None:
    """The stretch of text to show: around the target when it is not in the first, always from a paragraph's start where there is one."""
    length = len(record.document.text)
    if not length:
        return None
    if target and not start <= target.start < start + WINDOW:
        before = [p.span.start for p in record.document.parts if target.start - WINDOW // 2 < p.span.start <= target.start]
        start = min(before, default=max(0, target.start - WINDOW // 2))
    start = min(start, length - 1)
    return Span(start, min(length, start + WINDOW))


def marks(record: Record, pick: str, here: Span | None) -> list[Mark]:
    """All that is coloured in the text."""
    found = [Mark(s, "actor", a.id, _lit(a.id, pick)) for a in record.actors for s in a.mentions]
    for event in record.events:
        found += [Mark(s, "event", event.id, (quad_class(event.type), *_lit(event.id, pick))) for s in event.mentions or (event.trigger,)]
        if event.date and event.date.span:
            found.append(Mark(event.date.span, "date", event.id, _lit(event.id, pick)))
        if event.id == pick:
            found.append(Mark(event.evidence, "evidence", ""))
    found += [Mark(s, "statement", t.id, _lit(t.id, pick)) for t in record.statements for s in t.content]
    found += [Mark(p.evidence, "evidence", "") for p in record.positions if p.id == pick]
    return [*found, Mark(here, "here", "")] if here else found


def _lit(item: str, pick: str) -> tuple[str, ...]:
    return ("lit",) if item == pick else ()


def blocks(record: Record, window: Span | None, found: list[Mark]) -> Iterator[Block]:
    """The text as paragraphs. What stands between the parts of a document is shown too, if it is more than space."""
    if window is None:
        return
    text = record.document.text
    at = window.start
    between = "other" if record.document.parts else "story"
    for part in sorted(record.document.parts, key=lambda p: p.span):
        first, last = max(part.span.start, at), min(part.span.end, window.end)
        if first >= last:
            continue
        yield from _block(between, text, at, first, found)
        yield from _block(part.kind, text, first, last, found)
        at = last
    yield from _block(between, text, at, window.end, found)


def _block(kind: str, text: str, start: int, end: int, found: list[Mark]) -> Iterator[Block]:
    if start < end and text[start:end].strip():
        yield Block(kind, pieces(text, found, Span(start, end)))


def _occurrences(ledger: Ledger, document: str, event: str) -> list[Plain]:
    return ask(ledger, "occurrences_of_event", document=document, event=event) if event[:1] in ("e", "n") else []
