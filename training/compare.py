"""`python -m training.compare [FILE…]`: the whole pipeline against the gold of corpus documents, event by event.

A coded event belongs to the gold event whose trigger it shares (any telling of either). Then type, aux and parties are compared; a coded
actor is the gold actor with whose mentions its own overlap most.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ontherecord.pipeline import code_many
from ontherecord.records import Document, Event, Record
from training.documents import FOLDER, CorpusDocument, CorpusEvent, read_file
from training.split import held_out


@dataclass(slots=True)
class Tally:
    """Counts over documents; `lines` hold one sentence a fault."""

    gold: int = 0
    coded: int = 0
    met: int = 0
    type: int = 0
    aux: int = 0
    actors: int = 0
    recipients: int = 0
    whole: int = 0
    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        met = max(1, self.met)
        return {
            "gold": self.gold, "coded": self.coded, "found": self.met / max(1, self.gold), "precision": self.met / max(1, self.coded),
            "type": self.type / met, "aux": self.aux / met, "actors": self.actors / met, "recipients": self.recipients / met,
            "whole_f1": 2 * self.whole / max(1, self.gold + self.coded),
        }  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training.compare", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--held-out", action="store_true", help="only those kept back: for figures, never for reading errors")
    parser.add_argument("-v", action="store_true", help="say what was missed, added, and coded otherwise")
    asked = parser.parse_args()
    held = [d for path in asked.files or sorted(FOLDER.glob("*.txt")) for d in read_file(path)]
    tally = compare([d for d in held if held_out(d.id)] if asked.held_out else held)
    if asked.v:
        sys.stdout.write("".join(f"{line}\n" for line in tally.lines))
    sys.stdout.write("  ".join(f"{name} {value:.3f}" for name, value in tally.figures().items()) + "\n")
    sys.stdout.write("types taken for another: " + ", ".join(f"{g}→{f} {n}" for (g, f), n in tally.types.most_common(15)) + "\n")
    return 0


def compare(documents: Iterable[CorpusDocument]) -> Tally:
    held, tally = list(documents), Tally()
    for document, record in zip(held, code_many([as_document(d) for d in held]), strict=True):
        _one(document, record, tally)
    return tally


def as_document(document: CorpusDocument) -> Document:
    """The report as its outlet would have sent it: the dateline stands before the first sentence."""
    head = document.head
    return Document(
        lead(document) + document.text,
        title=document.title.text if document.title else None,
        publisher=head["publisher"].split("|")[0].strip(),
        published=head["published"],
    )


def lead(document: CorpusDocument) -> str:
    """What stands before the first sentence."""
    return f"{document.head['dateline']} — " if document.head.get("dateline") else ""


@dataclass(frozen=True, slots=True)
class Placed:
    """The marks of a document, counted from its first code point."""

    mentions: list[tuple[int, int, tuple[str, ...]]]
    triggers: list[tuple[int, int, tuple[str, ...]]]


def placed(document: CorpusDocument) -> Placed:
    at, found = len(lead(document)), Placed([], [])
    for paragraph in document.paragraphs:
        for sentence in paragraph:
            found.mentions.extend((at + m.start, at + m.end, m.names) for m in sentence.mentions)
            found.triggers.extend((at + m.start, at + m.end, m.names) for m in sentence.triggers)
            at += len(sentence.text) + 1
        at += 1
    return found


def _one(document: CorpusDocument, record: Record, tally: Tally) -> None:
    marks, text = placed(document), lead(document) + document.text
    known = {a.id: _number(a.mentions, marks) for a in record.actors}
    told = {n for _, _, names in marks.triggers for n in names}
    tally.gold += len(told)
    tally.coded += len(record.events)
    taken: set[str] = set()
    for event in record.events:
        here = [
            n
            for start, end, names in marks.triggers
            for n in names
            if n not in taken and any(t.start < end and start < t.end for t in _triggers(event))
        ]
        best = max(here, key=lambda n: _fit(document.events[n], event, known), default=None)
        if best is None:
            tally.lines.append(f"{document.id} + {_shown(event, known)} in {event.evidence.of(text)!r}")
            continue
        taken.add(best)
        _judge(document, document.events[best], event, known, tally)
    for name in sorted(told - taken):
        gold = document.events[name]
        sentence = next(s.text for s in document.sentences for m in s.triggers if name in m.names)
        tally.lines.append(f"{document.id} - {_wanted(gold)} {_word(document, name)!r} in {sentence!r}")


def _wanted(gold: CorpusEvent) -> str:
    return f"{gold.type} {gold.mode or '-'} {'+'.join(gold.actors)}>{'+'.join(gold.recipients)} {gold.aux or ''}"


def _word(document: CorpusDocument, name: str) -> str:
    return next(s.text[m.start : m.end] for s in document.sentences for m in s.triggers if name in m.names)


def _triggers(event: Event) -> Iterator[object]:
    yield event.trigger
    yield from event.mentions


def _number(mentions: Iterable[object], marks: Placed) -> str:
    votes: Counter[str] = Counter()
    for m in mentions:
        for start, end, names in marks.mentions:
            if m.start < end and start < m.end:  # type: ignore[attr-defined]
                for n in names:
                    votes[n] += min(end, m.end) - max(start, m.start) - abs((end - start) - (m.end - m.start)) // 4  # type: ignore[attr-defined]
    return votes.most_common(1)[0][0] if votes else "?"


def _fit(gold: CorpusEvent, event: Event, known: dict[str, str]) -> int:
    found = {known[i] for i in event.actors}
    return (
        4 * (gold.type == event.type)
        + 2 * bool(found & set(gold.actors))
        + bool({known[i] for i in event.recipients} & set(gold.recipients))
    )


def _judge(document: CorpusDocument, gold: CorpusEvent, event: Event, known: dict[str, str], tally: Tally) -> None:
    actors, recipients = {known[i] for i in event.actors}, {known[i] for i in event.recipients}
    together = not gold.recipients and len(gold.actors) > 1
    same_type, same_aux = gold.type == event.type, (gold.aux or None) == event.aux
    same_actors = actors == set(gold.actors) or (together and actors | recipients == set(gold.actors))
    same_recipients = recipients == set(gold.recipients) or (together and actors | recipients == set(gold.actors))
    tally.met += 1
    tally.type += same_type
    tally.aux += same_aux
    tally.actors += same_actors
    tally.recipients += same_recipients
    tally.whole += same_type and same_actors and same_recipients
    if not same_type:
        tally.types[gold.type, event.type] += 1
    if not (same_type and same_actors and same_recipients and same_aux):
        sentence = event.evidence.of(lead(document) + document.text)
        tally.lines.append(f"{document.id} ~ {_wanted(gold)} coded {_shown(event, known)} in {sentence!r}")


def _shown(event: Event, known: dict[str, str]) -> str:
    parties = f"{'+'.join(sorted({known[i] for i in event.actors}))}>{'+'.join(sorted({known[i] for i in event.recipients}))}"
    return f"{event.type} {event.mode or '-'} {parties} {event.aux or ''}"


if __name__ == "__main__":
    raise SystemExit(main())
