"""Paths and streams to Documents, in order, one at a time. What cannot be read comes out as a refusal in its place."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from ontherecord.errors import RefusedDocument
from ontherecord.reading.documents import MOST_CODE_POINTS, document
from ontherecord.reading.encoding import decode
from ontherecord.reading.json_lines import read_json_lines
from ontherecord.reading.pages import page_document
from ontherecord.records import Document

Read = Iterator[Document | RefusedDocument]

TEXT, PAGE, LINES = (".txt",), (".html", ".htm"), (".jsonl", ".ndjson")
KNOWN = ".txt, .html, .htm or .jsonl (also with .gz)"
MOST_BYTES = 16_000_000  # of one text or page, unpacked: some 8 bytes for each code point that is allowed
STDIN = "-"


def read_paths(paths: Iterable[Path | str], *, published: str | None = None, publisher: str | None = None) -> Read:
    """The reports of files, directories and "-" (standard input), in the order given; a directory's files sorted by name."""
    for path in paths:
        if str(path) == STDIN:
            yield from read_stdin(sys.stdin.buffer, published=published, publisher=publisher)
        else:
            yield from read_path(Path(path), published=published, publisher=publisher)


def read_path(path: Path, *, published: str | None = None, publisher: str | None = None) -> Read:
    """The reports of one file or directory as they are read: a Document, or a RefusedDocument that names its source and reason.

    Of a directory the files named .txt, .html, .htm or .jsonl (also .gz) are read; a file of another name that is given itself is
    looked into. `published` and `publisher` fill in what a JSON line does not state, and go before what a page states.
    """
    try:
        if path.is_dir():
            yield from _directory(path, published, publisher)
            return
        with _opened(path) as stream:
            yield from _read(stream, _suffix(path), published, publisher, _name(path))
    except RefusedDocument as refusal:
        yield refusal
    except (OSError, EOFError, ValueError, zlib.error) as fault:
        yield RefusedDocument(_name(path), _why(fault))


def read_stdin(stream: BinaryIO, *, published: str | None = None, publisher: str | None = None, source: str = STDIN) -> Read:
    """The reports of a byte stream: JSON Lines if it opens with a brace, a page if with markup, else one plain text."""
    try:
        yield from _read(stream, "", published, publisher, source)
    except RefusedDocument as refusal:
        yield refusal
    except OSError as fault:
        yield RefusedDocument(source, _why(fault))


def _directory(path: Path, published: str | None, publisher: str | None) -> Read:
    found = False
    for file in _files(path):
        found = True
        if isinstance(file, RefusedDocument):
            yield file
        else:
            yield from read_path(file, published=published, publisher=publisher)
    if not found:
        yield RefusedDocument(_name(path), f"there is no report in this directory; files named {KNOWN} are read.")


def _files(path: Path) -> Iterator[Path | RefusedDocument]:
    """Files of known names under a directory, sorted; hidden ones and links to directories are left alone."""
    try:
        entries = sorted(path.iterdir())
    except OSError as fault:
        yield RefusedDocument(_name(path), _why(fault))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _files(entry)
        elif _suffix(entry) in (*TEXT, *PAGE, *LINES):
            yield entry


def _name(path: Path) -> str:
    """The path as text that can be written anywhere: names in another encoding keep their bytes as escapes."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _suffix(path: Path) -> str:
    return Path(path.name.lower().removesuffix(".gz")).suffix


def _opened(path: Path) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path)) if path.name.lower().endswith(".gz") else path.open("rb")


def _read(stream: BinaryIO, suffix: str, published: str | None, publisher: str | None, source: str) -> Read:
    if suffix not in (*TEXT, *PAGE, *LINES):
        stream, suffix = _looked_into(stream)
    if suffix in LINES:
        yield from read_json_lines(stream, published=published, publisher=publisher, source=source)
        return
    data = _whole(stream, source)
    if suffix in PAGE:
        yield page_document(data, published=published, publisher=publisher, source=source)
    else:
        yield document(decode(data, source), published=published, publisher=publisher, source=source)


def _whole(stream: BinaryIO, source: str) -> bytes:
    """All bytes of one report. Raises RefusedDocument when there are too many, without reading them all."""
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise RefusedDocument(
            source,
            f"it is larger than {MOST_BYTES:,} bytes; a report has at most {MOST_CODE_POINTS:,} characters. Split it into its reports.",
        )
    if not data.strip():
        raise RefusedDocument(source, "it is empty; give the text of a report.")
    return data


def _looked_into(stream: BinaryIO) -> tuple[BinaryIO, str]:
    """The stream again from its start, and the suffix that fits what it opens with."""
    head = stream.read(4_096)
    opening = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    suffix = (
        ".jsonl"
        if opening.startswith(b"{")
        else ".html"
        if opening.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<!--"))
        else ".txt"
    )
    return cast(BinaryIO, io.BufferedReader(_Again(head, stream))), suffix


class _Again(io.RawIOBase):
    """A stream whose first bytes were read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(data) :] if self._head else b""
        buffer[: len(data)] = data
        return len(data)


def _why(fault: Exception) -> str:
    if isinstance(fault, FileNotFoundError):
        return "there is no such file or directory; check the path."
    if isinstance(fault, PermissionError):
        return "it may not be read by this user; change its permissions (chmod +r) or read a copy."
    if isinstance(fault, gzip.BadGzipFile | EOFError | zlib.error):
        return "it is named .gz but is no whole gzip file; fetch it again, or unpack it first."
    return f"it cannot be read ({getattr(fault, 'strerror', None) or fault}); check the disk and the path."
