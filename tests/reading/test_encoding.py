"""Bytes that are text are read; of others the refusal says what they are and what to do."""

from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontherecord.errors import RefusedDocument
from ontherecord.reading.encoding import decode

WORDS = "“The two ministers of Côte d’Ivoire”\r\ndon’t agree — so far. "

READ = {
    "utf-8": WORDS.encode(),
    "utf-8 with mark": codecs.BOM_UTF8 + WORDS.encode(),
    "utf-16": codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
    "utf-16 big": codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
    "utf-32": codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"),
    "windows-1252": WORDS.encode("cp1252"),
}
REFUSED = {
    "UTF-8, but damaged": WORDS.encode() + b"\x93",
    "UTF-16 without": WORDS.encode("utf-16-le"),
    "cannot be told": WORDS.encode("mac-roman"),
    "encoding cannot be told": "Министры встретились во вторник.".encode("cp1251"),
    "its encoding cannot": "大臣は火曜日に会談した。".encode("shift-jis"),
    "binary file": bytes(range(1, 256)) * 9,
    "not text": WORDS.encode() * 9 + b"\x00",
    "PDF": b"%PDF-1.7 \n",
    "ZIP": b"PK\x03\x04" + bytes(30),
    "byte-order mark says UTF-16": codecs.BOM_UTF16_LE + b"a\x00\x00\xd8",
}


@pytest.mark.parametrize("data", READ.values(), ids=READ.keys())
def test_read(data: bytes) -> None:
    assert decode(data, "x.txt") == WORDS


@pytest.mark.parametrize(("reason", "data"), REFUSED.items(), ids=REFUSED.keys())
def test_refused(reason: str, data: bytes) -> None:
    with pytest.raises(RefusedDocument, match=reason) as refusal:
        decode(data, "x.txt")
    assert refusal.value.source == "x.txt"


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with contextlib.suppress(RefusedDocument):
        decode(data, "x.txt").encode("utf-8")
