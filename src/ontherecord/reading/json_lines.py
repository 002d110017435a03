"""JSON Lines: one report a line, read line by line so that a file of gigabytes takes the memory of its longest line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from ontherecord.errors import RefusedDocument
from ontherecord.reading.documents import document
from ontherecord.records import Document

LONGEST_LINE = 16_000_000  # bytes: the longest text allowed, in escapes or in three-byte letters
FIELDS = ("text", "title", "url", "publisher", "agency", "published")
KINDS = {int: "a number", float: "a number", bool: "true or false", list: "a list", dict: "an object", type(None): "null"}


def read_json_lines(
    lines: BinaryIO, *, published: str | None = None, publisher: str | None = None, source: str
) -> Iterator[Document | RefusedDocument]:
    """A Document or a refusal for each line that is not blank, in order.

    `published` and `publisher` fill in what a line does not state. Names each as "SOURCE line N".
    """
    number, found = 0, False
    while line := lines.readline(LONGEST_LINE):
        number += 1
        where = f"{source} line {number}"
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            _skip_line(lines)
            found = True
            yield RefusedDocument(where, f"it is longer than {LONGEST_LINE:,} bytes; put one report on a line, and split what is longer.")
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
            if line.startswith((b"\xff\xfe", b"\xfe\xff")):
                yield RefusedDocument(source, "it is in UTF-16; JSON Lines are UTF-8. Save it as UTF-8 and try again.")
                return
        if line.strip():
            found = True
            yield _read(line, published, publisher, where)
    if not found:
        yield RefusedDocument(source, "it is empty; give a JSON object with a report's text on each line.")


def _skip_line(lines: BinaryIO) -> None:
    while (rest := lines.readline(1 << 20)) and not rest.endswith(b"\n"):
        pass


def _read(line: bytes, published: str | None, publisher: str | None, where: str) -> Document | RefusedDocument:
    try:
        given = _fields(line, where)
        text = given.pop("text")
        given["published"] = given["published"] or published
        given["publisher"] = given["publisher"] or publisher
        return document(text or "", source=where, **given)
    except RefusedDocument as refusal:
        return refusal


def _fields(line: bytes, where: str) -> dict[str, str | None]:
    """The fields of a report. Raises RefusedDocument for a line that is no JSON object, lacks its text or has other than strings."""
    found = _parsed(line, where)
    if not isinstance(found, dict):
        raise RefusedDocument(where, f'it holds {_kind(found)}, not an object; write it as {{"text": "…", "published": "2026-02-05"}}.')
    if found.get("text") is None:
        held = ", ".join(sorted(map(str, found))[:8]) or "nothing"
        raise RefusedDocument(where, f'it has no "text" (it has {held}); put the words of the report there.')
    for field in FIELDS:
        value = found.get(field)
        if value is not None and not isinstance(value, str):
            raise RefusedDocument(where, f'its "{field}" is {_kind(value)}; it must be a string.')
    return {field: found.get(field) for field in FIELDS}


def _parsed(line: bytes, where: str) -> Any:
    try:
        return msgspec.json.decode(line)
    except UnicodeDecodeError as fault:
        raise RefusedDocument(where, f"byte {fault.start} of it is not UTF-8; write the file as UTF-8.") from fault
    except (msgspec.DecodeError, RecursionError) as fault:
        hint = " Put each object on one line." if line.strip() in (b"{", b"[", b"}", b"]") else ""
        raise RefusedDocument(
            where, f"it is not JSON ({str(fault).removeprefix('JSON is malformed: ')}); mend or remove it.{hint}"
        ) from fault


def _kind(value: object) -> str:
    return KINDS.get(type(value), "text")
