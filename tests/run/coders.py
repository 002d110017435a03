"""Stand-ins for the pipeline, to be found by the coding processes under their names."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable, Iterator

from ontherecord.errors import RefusedDocument
from ontherecord.records import Actor, Document, Event, Record, document_id
from ontherecord.spans import Span


def plain(documents: Iterable[Document]) -> Iterator[Record | RefusedDocument]:
    """One actor and one event a document, on its first word; texts that ask for it misbehave."""
    for document in documents:
        if "refuse" in document.text:
            yield RefusedDocument(document.source, "it asks to be refused.")
            continue
        if "raise" in document.text:
            raise KeyError("no such thing")
        if "die" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        yield record(document)


def slow(documents: Iterable[Document]) -> Iterator[Record | RefusedDocument]:
    for document in documents:
        time.sleep(0.02)
        yield record(document)


def thorough(documents: Iterable[Document]) -> Iterator[Record | RefusedDocument]:
    """A later version of `plain`: it finds another event before the first."""
    for document in documents:
        yield record(document, 2)


def record(document: Document, events: int = 1) -> Record:
    word = Span(0, len(document.text.split()[0]))
    whole = Span(0, len(document.text))
    found = tuple(
        Event(f"e{n}", "CONSULT" if n == events else "AID", None, (), ("a1",), (), None, None, None, (), (), "verbal cooperation", 2.5,
              word if n == events else whole, whole, (), (), 0.5)
        for n in range(1, events + 1)
    )  # fmt: skip
    return Record(document_id(document), document, (Actor("a1", word.of(document.text), mentions=(word,)),), found)


def die_at_once() -> None:
    os._exit(1)
