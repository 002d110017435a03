"""Text to Document: refuses what cannot be coded, lays out the rest. The text itself stays untouched."""

from __future__ import annotations

import re

from ontherecord.errors import RefusedDocument
from ontherecord.reading.languages import other_language
from ontherecord.reading.layout import lay_out
from ontherecord.reading.published import published_date
from ontherecord.records import Document

# Ten times the longest speech; a parse of this much takes some 10 minutes and about 1 GB.
MOST_CODE_POINTS = 2_000_000
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f]")
NOT_A_CHARACTER = re.compile(r"[\ud800-\udfff]")


def document(
    text: str,
    *,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    agency: str | None = None,
    published: str | None = None,
    source: str = "<text>",
) -> Document:
    """A report as a Document: its parts, and the agency and dateline that the text gives.

    What the caller knows goes before what the text says. `published` is an ISO date or datetime, or the date of a mail or feed.
    Raises RefusedDocument for a text that is empty, binary, damaged, too long or not English, and for a date that is none.
    """
    refuse_unreadable(text, source)
    date = published_date(published, source=source)
    layout = lay_out(text, title)
    return Document(
        text=text,
        title=_given(title) or layout.title,
        url=_given(url),
        publisher=_given(publisher),
        agency=_given(agency) or layout.agency,
        dateline=layout.dateline,
        published=date,
        language="en",
        parts=layout.parts,
        source=source,
    )


def _given(value: str | None) -> str | None:
    """White space is no title; JSON Lines of others hold many of them."""
    return value.strip() or None if value else None


def refuse_unreadable(text: str, source: str) -> None:
    """Raises RefusedDocument unless the text can be coded; the message says why not and what to do."""
    if len(text) > MOST_CODE_POINTS:
        raise RefusedDocument(source, f"it has {len(text):,} characters; at most {MOST_CODE_POINTS:,} are read. Split it into its reports.")
    if not text.strip():
        raise RefusedDocument(source, "it is empty; give the text of a report.")
    if NOT_A_CHARACTER.search(text):
        raise RefusedDocument(source, "it holds half characters (lone surrogates), so its encoding was damaged; write it again as UTF-8.")
    controls = len(CONTROL.findall(text, 0, 65_536))
    if "\x00" in text or controls > max(2, 0.01 * min(len(text), 65_536)):
        raise RefusedDocument(source, "it holds control characters, as binary data does; give the plain text of a report.")
    if text.count("\ufffd") > max(2, 0.01 * len(text)):
        raise RefusedDocument(
            source, "many of its characters were lost in a wrong encoding (\ufffd); read it again from its source as UTF-8."
        )
    if not any(c.isalpha() for c in text):
        raise RefusedDocument(source, "it has no letters; give the text of a report.")
    language = other_language(text)
    if language:
        raise RefusedDocument(source, f"it reads as {language}; only English can be coded. Give an English version of it.")
