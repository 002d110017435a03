"""`otr code` and `otr explain`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import msgspec

from ontherecord.errors import RefusedDocument, UnknownName
from ontherecord.records import Document, Record, as_json


def code_files(files: list[str], *, published: str | None, publisher: str | None, json: bool) -> int:
    """Codes and shows each report; 1 when one was refused, else 0."""
    refused = 0
    for answer in _answers(files, published, publisher):
        if isinstance(answer, RefusedDocument):
            refused += 1
            sys.stderr.write(f"otr: {answer.source}: {answer.reason}\n")
            if json:
                _line(msgspec.json.encode({"document": {"source": answer.source}, "error": answer.reason}))
        elif json:
            _line(as_json(answer))
        else:
            _show(answer)
    return 1 if refused else 0


def _answers(files: list[str], published: str | None, publisher: str | None) -> Iterator[Record | RefusedDocument]:
    """Records and refusals in the order of the inputs."""
    from ontherecord.pipeline import code_many
    from ontherecord.reading import read_paths

    waiting: list[RefusedDocument | None] = []

    def readable() -> Iterator[Document]:
        for read in read_paths(files, published=published, publisher=publisher):
            if isinstance(read, RefusedDocument):
                waiting.append(read)
            else:
                waiting.append(None)
                yield read

    for coded in code_many(readable()):
        while waiting and (early := waiting.pop(0)) is not None:
            yield early
        yield coded
    yield from (w for w in waiting if w is not None)


def _line(line: bytes) -> None:
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def _show(record: Record) -> None:
    from ontherecord.cli.show import show_record

    show_record(record)


def explain_file(file: str, event: str | None, *, published: str | None, publisher: str | None) -> int:
    """Shows why the events of one report were coded so. Raises UnknownName for an event that the report does not have."""
    from ontherecord.cli.show import show_explanation
    from ontherecord.pipeline import explain
    from ontherecord.reading import read_paths

    for read in read_paths([file], published=published, publisher=publisher):
        if isinstance(read, RefusedDocument):
            sys.stderr.write(f"otr: {read.source}: {read.reason}\n")
            return 1
        coded = explain(read)
        ids = [e.id for e in coded.record.events]
        if event is not None and event not in ids:
            raise UnknownName(f"{file} has no event {event!r}; it has {', '.join(ids) or 'none'}.")
        show_explanation(coded, event)
    return 0
