"""Training examples of two more kinds, both from documents: which words of a sentence tell an event, and who its parties are.

Tags: each word that triggers an event has its type, every other word none. Roles: of one marked trigger, whose words in the sentence
name an actor and whose a recipient; all other words, places and people merely named among them, name neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from training.documents import CorpusDocument
from training.examples import Place
from training.markup import Sentence


@dataclass(frozen=True, slots=True)
class Roles:
    """One event where a sentence tells it: ranges of code points."""

    trigger: Place
    type: str
    actors: tuple[Place, ...]
    recipients: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence of a document with all the events that it tells; none perhaps. `mentions`: of every actor that the gold names."""

    group: str
    text: str
    events: tuple[Roles, ...]
    mentions: tuple[Place, ...]


def tellings(documents: Iterable[CorpusDocument]) -> list[Telling]:
    """Every sentence of the documents, titles too, in order."""
    return [
        Telling(d.id, s.text, tuple(_events(d, s)), tuple((m.start, m.end) for m in s.mentions)) for d in documents for s in d.all_sentences
    ]


def _events(document: CorpusDocument, sentence: Sentence) -> Iterator[Roles]:
    for mark in sentence.triggers:
        for name in mark.names:
            event = document.events[name]
            yield Roles((mark.start, mark.end), event.type, _places(sentence, event.actors), _places(sentence, event.recipients))


def _places(sentence: Sentence, numbers: tuple[str, ...]) -> tuple[Place, ...]:
    return tuple((m.start, m.end) for m in sentence.mentions if set(m.names) & set(numbers))
