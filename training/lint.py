"""What is wrong with a corpus document: names, codes, spans, parties, and words shared with other text."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from ontherecord.ontology import AUXILIARY, CONTEXTS, INTERNATIONAL, SECTORS, TYPES
from training.documents import CorpusDocument, CorpusEvent
from training.markup import Sentence

MANNERS = ("wire", "readout", "state-media", "regional", "transcript", "post", "think-tank")
STANCES = ("claims", "recognizes", "supports", "opposes", "rules-out", "considers", "seeks")
DATE = re.compile(r"^\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?$")
SHARED_WORDS = 8
COUNTRY = re.compile(r"^[A-Z]{3}$")


def faults(document: CorpusDocument) -> list[str]:
    """Sentences to a person, each with the place: `file:line: what`."""
    here = f"{document.file}:{document.line}: {document.id}"
    found = [f"{here}: {what}" for what in (*_head(document), *_actors(document), *_marks(document), *_rest(document))]
    found += [
        f"{document.file}:{event.line}: {document.id} {event.name}: {what}"
        for event in document.events.values()
        for what in _event(document, event)
    ]
    return found


def _head(document: CorpusDocument) -> Iterator[str]:
    if document.head.get("manner") not in MANNERS:
        yield f"manner must be one of {', '.join(MANNERS)}"
    if not re.match(r"^\d{4}-\d\d-\d\d$", document.head.get("published", "")):
        yield "published must be a day, 2023-05-16"
    if len(document.head.get("publisher", "").split("|")) != 3:
        yield "publisher must be 'name | country | state, private or public'"
    if not 3 <= len(document.sentences) <= 14:
        yield f"{len(document.sentences)} sentences; a document has 3 to 12"


def _actors(document: CorpusDocument) -> Iterator[str]:
    mentioned = {n for s in document.all_sentences for m in s.mentions for n in m.names}
    for actor in document.actors.values():
        if actor.country and not (COUNTRY.match(actor.country) or actor.country in INTERNATIONAL):
            yield f"actor {actor.number}: {actor.country!r} is no country code"
        if actor.sector and any(code not in SECTORS for code in actor.sector.split("+")):
            yield f"actor {actor.number}: {actor.sector!r} is no PLOVER sector"
        if actor.number not in mentioned:
            yield f"actor {actor.number} ({actor.name}) is never mentioned"
    for number in sorted(mentioned - set(document.actors)):
        yield f"a mention names actor {number}, which the list does not hold"


def _marks(document: CorpusDocument) -> Iterator[str]:
    told = {n for s in document.all_sentences for m in s.triggers for n in m.names}
    said = {n for s in document.all_sentences for m in (*s.cues, *s.contents) for n in m.names}
    for name in sorted(told - set(document.events)):
        yield f"trigger {name} has no event line"
    for name in sorted(set(document.events) - told):
        yield f"event {name} has no trigger in the text"
    for name in sorted(said - set(document.statements)):
        yield f"{name} is marked in the text but has no line"
    for name in sorted(set(document.statements) - said):
        yield f"{name} has a line but no words in the text"
    for sentence in document.all_sentences:
        for mark in sentence.triggers:
            if len(sentence.text[mark.start : mark.end].split()) > 3:
                yield f"trigger {'+'.join(mark.names)} has more than a word: {sentence.text[mark.start : mark.end]!r}"
            if not any(_present(document, sentence, document.events[n]) for n in mark.names if n in document.events):
                yield f"the sentence of trigger {'+'.join(mark.names)} mentions none of its parties: {sentence.text[:60]!r}"


def _present(document: CorpusDocument, sentence: Sentence, event: CorpusEvent) -> bool:
    here = {n for m in sentence.mentions for n in m.names}
    return bool(here & {*event.actors, *event.recipients}) or not event.actors


def _event(document: CorpusDocument, event: CorpusEvent) -> Iterator[str]:
    if event.type not in TYPES:
        yield f"{event.type!r} is no PLOVER type"
    elif event.mode and event.mode not in TYPES[event.type].modes:
        yield f"{event.type} has no mode {event.mode!r}; it has {', '.join(TYPES[event.type].modes) or 'none'}"
    if not event.actors:
        yield "no actor"
    if event.aux and event.aux not in AUXILIARY:
        yield f"aux {event.aux!r} is none of {', '.join(AUXILIARY)}"
    if set(event.actors) & set(event.recipients):
        yield "the same actor on both sides"
    for number in (*event.actors, *event.recipients):
        if number not in document.actors:
            yield f"party {number} is not in the list of actors"
    for context in filter(None, event.values.get("ctx", "").split(",")):
        if context not in CONTEXTS:
            yield f"{context!r} is no PLOVER context"
    if (date := event.values.get("date")) and not DATE.match(date):
        yield f"date {date!r} must be 2023, 2023-05, 2023-05-16 or two of them with a slash"
    for key in set(event.values) - {"date", "ctx", "amount", "issue", "place"}:
        yield f"unknown key {key!r}"


def _rest(document: CorpusDocument) -> Iterator[str]:
    for name, held in document.statements.items():
        yield from _statement(document, name, held)
    for position in document.positions:
        yield from _position(document, position)
    for pair in document.nones:
        for number in pair:
            if number not in document.actors:
                yield f"none {'>'.join(pair)}: {number} is not in the list"


def _statement(document: CorpusDocument, name: str, held: dict[str, str]) -> Iterator[str]:
    speaker = held.get("speaker", "")
    if speaker != "-" and any(n not in document.actors for n in speaker.split("+")):
        yield f"{name}: speaker {speaker!r} is not in the list (write - when it cannot be told)"
    for event in filter(None, held.get("events", "").split(",")):
        if event not in document.events:
            yield f"{name}: event {event!r} has no line"
    for key in set(held) - {"speaker", "to", "events", "issue", "via"}:
        yield f"{name}: unknown key {key!r}"


def _position(document: CorpusDocument, position: dict[str, str]) -> Iterator[str]:
    if position.get("holder") not in document.actors:
        yield f"a position is held by {position.get('holder')!r}, who is not in the list"
    if position.get("stance") not in STANCES:
        yield f"stance {position.get('stance')!r} is none of {', '.join(STANCES)}"
    if not position.get("words") or position["words"] not in document.text:
        yield f"the words of a position must stand in the text: {position.get('words')!r}"


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def shingles(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of eight words."""
    every = words(text)
    return (tuple(every[i : i + SHARED_WORDS]) for i in range(len(every) - SHARED_WORDS + 1))


def repeats(documents: Iterable[CorpusDocument]) -> list[str]:
    """Runs of eight words that two documents share (one fault a pair of documents)."""
    first: dict[tuple[str, ...], CorpusDocument] = {}
    found: dict[tuple[str, str], str] = {}
    for document in documents:
        for text in (s.text for s in document.all_sentences):
            for run in shingles(text):
                other = first.setdefault(run, document)
                if other is not document:
                    found.setdefault(
                        (other.id, document.id), f"{document.file}: {document.id} shares {' '.join(run)!r} with {other.id} ({other.file})"
                    )
    return list(found.values())


def borrowed(documents: Iterable[CorpusDocument], gold: Path) -> list[str]:
    """Runs of eight words that stand in the evaluation data in `gold` as well."""
    foreign: set[tuple[str, ...]] = set()
    for path in sorted(gold.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for key in ("text", "sentence", "title", "marked"):
                if isinstance(row.get(key), str):
                    foreign.update(shingles(re.sub(r"</?[st]>", "", row[key])))
    found: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        for sentence in document.all_sentences:
            for run in shingles(sentence.text):
                if run in foreign:
                    found[document.id].append(f"{document.file}: {document.id} shares {' '.join(run)!r} with evaluation data")
    return [lines[0] for lines in found.values()]
