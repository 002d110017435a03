"""Taking a document apart into the accounts of the sides: what each tells on which issue, asks for and promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from ontherecord.analysis.commitments import MEETINGS
from ontherecord.analysis.occurrences import Plain
from ontherecord.analysis.sides import OTHERS, whose
from ontherecord.analysis.wording import denied, left_out, only_by, sentence
from ontherecord.records import Event, Issue, Position, Record, SourceLink, Statement
from ontherecord.spans import Span

ASKED, PROMISED = ("REQUEST",), ("AGREE", "CONCEDE")


@dataclass(frozen=True, slots=True)
class Entry:
    """Words on an issue with their source. For comparing: `events` are those that the words make or report, `by` who acts in them;
    `named` are the words that name the issue, `denies` that it is said not to have been talked about.
    """

    document: str
    span: Plain
    according_to: list[Plain]
    statement: str | None = None
    event: str | None = None
    events: tuple[Event, ...] = ()
    by: tuple[str, ...] = ()
    named: Span | None = None
    called: str = ""
    denies: bool = False

    def as_plain(self) -> Plain:
        return {
            "document": self.document, "span": self.span, "according_to": self.according_to, "statement": self.statement,
            "event": self.event,
        }  # fmt: skip


@dataclass(slots=True)
class Account:
    """One side's account in one document. `entries` are (issue id, label, entry); `scores` those of what it said to the others."""

    side: str
    entries: list[tuple[str, str, Entry]] = field(default_factory=list)
    requests: list[Plain] = field(default_factory=list)
    commitments: list[Plain] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)


def accounts(record: Record, sides: Sequence[str], told: set[tuple[str, str]]) -> list[Account]:
    """The accounts that a document holds, the sides' in order, then the others'; `told` are the events that are the occurrence."""
    found = {s: Account(s) for s in (*sides, OTHERS)}
    reader = _Reader(record, tuple(sides), frozenset(event for document, event in told if document == record.id))
    for issue in record.issues:
        for side, entry in reader.entries(issue):
            if _concerns(issue, sides, side):
                found[side].entries.append((issue.id, issue.label, entry))
    for event in record.events:
        if (record.id, event.id) not in told:
            reader.note(event, found[whose(event.according_to, sides)[0]])
    return list(found.values())


def _concerns(issue: Issue, sides: Sequence[str], side: str) -> bool:
    """Whether an issue is one between the sides. Where the document does not say so, what a side itself brings up is, unless it is
    between that side and third countries.
    """
    among = set(issue.between) & set(sides)
    return len(among) > 1 or (side != OTHERS and len(among) == len(issue.between))


class _Reader:
    """A record with what is looked up in it again and again."""

    def __init__(self, record: Record, sides: tuple[str, ...], told: frozenset[str]) -> None:
        self.record = record
        self.sides = sides
        self.told = told
        self.text = record.document.text
        self.country = {a.id: a.country for a in record.actors}
        self.event = {e.id: e for e in record.events}

    def entries(self, issue: Issue) -> Iterator[tuple[str, Entry]]:
        """What is told on an issue: for every mention the innermost words that hold it, each once. Words that say that somebody left it
        out tell nothing, nor does what only names the meeting itself.
        """
        seen: set[tuple[str, int]] = set()
        for mention in issue.mentions:
            carrier = self._carrier(mention, issue.id)
            if left_out(self.text, mention) or self._beside(carrier, issue.id):
                continue
            span = self._words(carrier, mention)
            for side in self._sides(carrier, mention):
                if (side, span.start) not in seen and not (side == OTHERS and self._of_another(carrier)):
                    seen.add((side, span.start))
                    yield side, self._entry(carrier, span, issue.id, mention)

    def _beside(self, carrier: Statement | Event | None, issue: str) -> bool:
        """Whether no more is said than that the meeting was one; a meeting is no matter between those who meet."""
        meets = carrier is None or (isinstance(carrier, Event) and carrier.id in self.told)
        return issue in MEETINGS and meets

    def _of_another(self, carrier: Statement | Event | None) -> bool:
        """Whether it is told of another meeting: "they had spoken in May about gas"."""
        return isinstance(carrier, Event) and carrier.type == "CONSULT" and carrier.id not in self.told

    def _sides(self, carrier: Statement | Event | None, mention: Span) -> tuple[str, ...]:
        """Whose account it is; where the words say that only one side spoke of it, that side's."""
        alone = only_by(self.text, mention)
        named = [a.country for a in self.record.actors if alone and a.country in self.sides and any(m.overlaps(alone) for m in a.mentions)]
        return (named[0],) if named and named[0] else whose(self._chain(carrier), self.sides)

    def _carrier(self, mention: Span, issue: str) -> Statement | Event | None:
        """The smallest statement around a mention, of somebody if any is, else the event on the issue whose sentence it stands in."""
        said = [s for s in self.record.statements if any(c.covers(mention) for c in s.content)]
        if said:
            return min(said, key=lambda s: (s.speaker is None and s.source is None, sum(len(c) for c in s.content)))
        acts = [e for e in self.record.events if e.evidence.covers(mention)]
        return min(acts, key=lambda e: (issue not in e.issues, len(e.evidence), e.trigger), default=None)

    def _chain(self, carrier: Statement | Event | None) -> tuple[SourceLink, ...]:
        if carrier is not None:
            return carrier.according_to
        return _outer(self.record)

    def _words(self, carrier: Statement | Event | None, mention: Span) -> Span:
        if isinstance(carrier, Statement):
            return next(c for c in carrier.content if c.covers(mention))
        return carrier.evidence if carrier else sentence(self.text, mention)

    def _entry(self, carrier: Statement | Event | None, span: Span, issue: str, mention: Span) -> Entry:
        made = tuple(e for e in self._events(carrier) if issue in e.issues)
        statement, event = (carrier.id, None) if isinstance(carrier, Statement) else (None, carrier.id if carrier else None)
        return Entry(
            self.record.id, self._span(span), self._plain_chain(self._chain(carrier)), statement=statement, event=event, events=made,
            by=self._countries(made), named=mention, called=mention.of(self.text), denies=denied(self.text, mention),
        )  # fmt: skip

    def _events(self, carrier: Statement | Event | None) -> Iterator[Event]:
        """What words make or report: what stands in them, and what the verb of saying itself does ("demanded", "warned")."""
        if isinstance(carrier, Event):
            yield carrier
        elif carrier is not None:
            cue = carrier.cue
            for event in self.record.events:
                if event.id in carrier.events or (cue is not None and event.trigger.overlaps(cue)):
                    yield event

    def _countries(self, events: Sequence[Event]) -> tuple[str, ...]:
        return tuple(sorted({c for e in events for i in e.actors if (c := self.country[i])}))

    def note(self, event: Event, account: Account) -> None:
        """Enters what an event asks, promises and sounds like."""
        if event.aux in ("negation", "hypothetical"):
            return
        source = sorted({c for i in event.actors if (c := self.country[i]) in self.sides and c})
        target = sorted({c for i in event.recipients if (c := self.country[i]) in self.sides and c not in source and c})
        if not source or (event.recipients and not target):
            return
        if event.type in ASKED:
            account.requests.append(self._act(event, source, target))
        if event.type in PROMISED and (event.aux == "future" or event.issues):
            account.commitments.append(self._act(event, source, target))
        if account.side in source and event.quad.startswith("verbal"):
            account.scores.append(event.score)

    def _act(self, event: Event, source: list[str], target: list[str]) -> Plain:
        return {
            "by": source, "to": target, "issues": list(event.issues), "document": self.record.id, "span": self._span(event.evidence),
            "according_to": self._plain_chain(event.according_to), "event": event.id, "type": event.type,
            "date": None if event.date is None else {"start": event.date.start.isoformat(), "end": event.date.end.isoformat()},
        }  # fmt: skip

    def _span(self, span: Span) -> Plain:
        return {"start": span.start, "end": span.end, "text": span.of(self.text)}

    def _plain_chain(self, chain: Sequence[SourceLink]) -> list[Plain]:
        found: list[Any] = [msgspec.to_builtins(link) for link in chain]
        return [link | {"span": link["span"] and self._span(Span(**link["span"]))} for link in found]


def _outer(record: Record) -> tuple[SourceLink, ...]:
    """What vouches for the document's own words: the publisher and agency that all its chains begin with."""
    items: tuple[Event | Statement | Position, ...] = (*record.events, *record.statements, *record.positions)
    chain = next((x.according_to for x in items if x.according_to), ())
    return tuple(link for link in chain if link.kind in ("publisher", "agency"))
