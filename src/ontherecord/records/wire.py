"""Records to JSON and back, in the shape of the outside contract (`docs/record.md`)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import hashlib
import types
import typing
from typing import Any, TypeVar

import msgspec

from ontherecord.errors import OnTheRecordError
from ontherecord.records import types as records
from ontherecord.records.types import Document, Record
from ontherecord.spans import Span

T = TypeVar("T")
# What the contract's `document` shows; `parts` and `source` stay inside.
DOCUMENT_KEYS = ("text", "title", "url", "publisher", "agency", "dateline", "published", "language")


def document_id(document: Document) -> str:
    """32 hex digits from the content and the metadata that identify a publication: the same document, the same id, everywhere."""
    digest = hashlib.blake2b(digest_size=16)
    for value in (document.text, document.title, document.url, document.publisher, document.published):
        digest.update(b"\x00" if value is None else b"\x01" + value.encode("utf-8", "surrogatepass") + b"\x00")
    return digest.hexdigest()


def as_json(record: Record) -> bytes:
    """The record as one line of JSON, every span with its words."""
    return msgspec.json.encode(_plain(record, record.document.text))


def _plain(value: Any, text: str) -> Any:
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end, "text": value.of(text)}
    if isinstance(value, tuple):
        return [_plain(v, text) for v in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Record):
        fields = {f.name: _plain(getattr(value, f.name), text) for f in dataclasses.fields(value) if f.name not in ("id", "document")}
        return {"document": {"id": value.id} | {k: getattr(value.document, k) for k in DOCUMENT_KEYS}} | fields
    if dataclasses.is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name), text) for f in dataclasses.fields(value)}
    return value


def from_json(line: bytes | str) -> Record:
    """The record that `as_json` wrote. Raises OnTheRecordError when a span's words do not fit the text."""
    plain = msgspec.json.decode(line)
    document = Document(**{k: plain["document"].get(k) for k in DOCUMENT_KEYS})
    fields = {name: _typed(plain[name], hint, document.text) for name, hint in _hints(Record) if name not in ("id", "document")}
    return Record(id=plain["document"]["id"], document=document, **fields)


def _typed(value: Any, kind: Any, text: str) -> Any:
    if value is None:
        return None
    if isinstance(kind, types.UnionType):
        kind = next(k for k in typing.get_args(kind) if k is not type(None))
    if typing.get_origin(kind) is tuple:
        return tuple(_typed(v, typing.get_args(kind)[0], text) for v in value)
    if kind is Span:
        span = Span(value["start"], value["end"])
        if span.of(text) != value["text"]:
            raise OnTheRecordError(
                f"The words at {span.start}-{span.end} are {span.of(text)!r}, not {value['text']!r}: the record is damaged."
            )
        return span
    if kind is dt.date:
        return dt.date.fromisoformat(value)
    if dataclasses.is_dataclass(kind):
        return kind(**{name: _typed(value[name], hint, text) for name, hint in _hints(kind)})  # type: ignore[arg-type, operator]
    return value


@functools.cache  # resolving the hints anew for every item takes nine tenths of the time
def _hints(kind: Any) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(kind, vars(records))
    return tuple((f.name, hints[f.name]) for f in dataclasses.fields(kind))
