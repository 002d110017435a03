"""Bytes to text. Guesses little: what cannot be told is refused, with what to do about it."""

from __future__ import annotations

import codecs
import re

from ontherecord.errors import RefusedDocument

# UTF-32 before UTF-16: the shorter mark is the beginning of the longer.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Beginnings of file formats that are often handed over for their text.
FORMATS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
SAVE_AS = "save it as UTF-8 and try again"
# Bytes that Windows-1252 leaves without a character, and control characters that no text holds.
NO_CHARACTER = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# In Mac Roman and the old DOS pages, quotes and small letters lie where Windows-1252 has capitals: "donÕt".
MISPLACED = re.compile(r"[a-zß-ÿ][À-ÖØ-Þ]|[À-ÖØ-Þ][À-ÖØ-Þ][a-z]")
# Above this share of the letters, bytes past ASCII are a script of their own and no accents. French news has about 4 %.
MOST_ACCENTS = 0.15
SEQUENCE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")


def decode(data: bytes, source: str) -> str:
    """The text of the bytes: by its byte-order mark, as UTF-8, or as Windows-1252 where that reads sensibly.

    The mark itself is no text. Raises RefusedDocument for binary data and for encodings that cannot be told.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, source)
    _refuse_binary(data, source)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _windows(data, fault, source)


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise RefusedDocument(
            source, f"its byte-order mark says {encoding.upper()}, but byte {fault.start} does not fit that; {SAVE_AS}."
        ) from fault


def _refuse_binary(data: bytes, source: str) -> None:
    for beginning, name in FORMATS:
        if data.startswith(beginning):
            raise RefusedDocument(source, f"it is {name}, not text; save its text as .txt in UTF-8 and read that.")
    sample = data[:65_536]
    controls = len(CONTROL.findall(sample))
    if controls and controls >= 0.3 * len(sample) and b"\x00" in sample:
        raise RefusedDocument(source, f"it is binary, or UTF-16 without a byte-order mark; if it is text, {SAVE_AS}.")
    if controls > 0.01 * len(sample) or b"\x00" in data:
        raise RefusedDocument(source, "it is a binary file, not text; give a .txt, .html or .jsonl file.")


def _windows(data: bytes, fault: UnicodeDecodeError, source: str) -> str:
    """The bytes as Windows-1252, refused where another encoding is as likely."""
    high = sum(byte > 0x7F for byte in data)
    if sum(len(s) for s in SEQUENCE.findall(data) if _fits(s)) > high / 2:
        raise RefusedDocument(source, f"it is UTF-8, but damaged at byte {fault.start}; fetch it again, or mend it there.")
    text = data.decode("cp1252", "replace")
    letters = [c for c in text if c.isalpha()]
    if NO_CHARACTER.search(data) or sum(c > "\x7f" for c in letters) > MOST_ACCENTS * len(letters) or MISPLACED.search(text):
        raise RefusedDocument(source, f"its encoding cannot be told (byte {fault.start} is not UTF-8); {SAVE_AS}.")
    return text


def _fits(sequence: bytes) -> bool:
    try:
        sequence.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
