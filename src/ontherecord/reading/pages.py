"""HTML pages: the body of the article and what the page says of it, by trafilatura (loaded when the first page is read)."""

from __future__ import annotations

import codecs
import logging
import re
from dataclasses import dataclass
from typing import Any

from ontherecord.errors import RefusedDocument
from ontherecord.reading.agencies import agency_named, signing_agency
from ontherecord.reading.bodies import completed
from ontherecord.reading.documents import document
from ontherecord.reading.encoding import MARKS, decode
from ontherecord.reading.published import published_date
from ontherecord.records import Document

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
HEAD = 4_096  # bytes in which a page must state its encoding
# A page is never dated past this; a fixed day, so that a page reads the same on every day.
LATEST = "2099-12-31"
MOST_BYTES = 5_000_000  # the largest page of the evaluation data has 730,000; the parser drops single texts of 10 million
# Lists of links and notices hold no sentences to speak of: fewer words than this in lines that end as sentences do.
FEWEST_IN_SENTENCES = 12
SENTENCE = re.compile(r"(?:[.!?…:]|\w{3,}[.!?]\s.*)[\"'”’)\]]*$")
LOST = 0.001  # share of characters that a page may lose to wrong bytes before it is refused
TITLE_PARTS = re.compile(r"\s+[|·»—–-]\s+|(?<=\w):\s+")


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page: its body without its title, paragraphs two line breaks apart, and its metadata where the page states it."""

    body: str
    title: str | None
    url: str | None
    publisher: str | None
    author: str | None
    published: str | None


def read_page(data: bytes, source: str) -> Page:
    """The article of an HTML page, in whatever language. Raises RefusedDocument for a page that holds none or cannot be parsed."""
    if len(data) > MOST_BYTES:
        raise RefusedDocument(source, f"it is larger than {MOST_BYTES:,} bytes, which no page of one report is; save its text as .txt.")
    html = _html(data, source)
    try:
        found = _extracted(html)
        lines = [line.strip() for line in (found.text or "").splitlines() if line.strip()] if found else []
        lines = completed(html, lines) if lines else []
        lines = lines[1:] if lines and lines[0] == (found.title or "").strip() else lines
    except Exception as fault:  # another's code on a stranger's bytes: whatever it raises, the run goes on
        raise RefusedDocument(
            source, f"its HTML cannot be parsed ({type(fault).__name__}); save the text of its article as .txt."
        ) from fault
    if not _is_article(lines):
        raise RefusedDocument(source, "no article was found on this page; give the page of one report, or its text as .txt.")
    return Page(
        body="\n\n".join(lines),
        title=_title(found.title, found.sitename),
        url=found.url or None,
        publisher=found.sitename or None,
        author=found.author or None,
        published=_date(found.date),
    )


def page_document(data: bytes, *, published: str | None = None, publisher: str | None = None, source: str) -> Document:
    """The Document of an HTML page. What the caller knows goes before what the page states. Raises RefusedDocument."""
    page = read_page(data, source)
    agency = agency_named(page.publisher or "") or signing_agency(page.author or "")
    return document(
        page.body,
        title=page.title,
        url=page.url,
        publisher=publisher or page.publisher,
        agency=agency.name if agency else None,
        published=published or page.published,
        source=source,
    )


def _extracted(html: str) -> Any:
    """What trafilatura finds. It is told to be precise: on the 40 pages of the evaluation data that reads the body with a word F1
    of 0.960, its default (with comments left out) with 0.953."""
    import trafilatura

    for noisy in ("trafilatura", "htmldate"):  # they log what they cannot parse; here it becomes a refusal
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    return trafilatura.bare_extraction(
        html,
        include_comments=False,
        favor_precision=True,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": LATEST},
    )


def _is_article(lines: list[str]) -> bool:
    """Enough words stand in lines that end as sentences do."""
    return sum(len(line.split()) for line in lines if len(line.split()) > 4 and SENTENCE.search(line[-200:])) >= FEWEST_IN_SENTENCES


def _html(data: bytes, source: str) -> str:
    """The markup as text: by byte-order mark, as UTF-8, by the encoding that the page states, or with a few characters lost."""
    if any(data.startswith(mark) for mark, _ in MARKS):
        return decode(data, source)
    stated = CHARSET.search(data[:HEAD])
    for encoding in ("utf-8", _codec(stated.group(1).decode("ascii")) if stated else None):
        try:
            if encoding:
                return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    text = data.decode("utf-8", "replace")
    return text if b"\x00" not in data and text.count("\ufffd") <= LOST * len(text) else decode(data, source)


def _codec(name: str) -> str | None:
    """Python's codec for a stated encoding; Latin-1 means Windows-1252 on the web."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    return "cp1252" if found in ("iso8859-1", "ascii") else found


def _title(title: str | None, site: str | None) -> str | None:
    """The title without the name of the site before or behind it."""
    if not title or not site:
        return title or None
    name = site.casefold().strip()
    if (
        title.casefold().startswith(name)
        and (after := title[len(site.strip()) :].lstrip(" |·»:—–-"))
        and after != title[len(site.strip()) :]
    ):
        return after
    last = next(reversed(list(TITLE_PARTS.finditer(title))), None)
    tail = title[last.end() :].casefold().strip() if last else ""
    return title[: last.start()] if last and tail and (tail.startswith(name) or name.startswith(tail)) else title


def _date(date: str | None) -> str | None:
    """The day that the page states; a page with a date that is none has no date, for its author can't be asked."""
    try:
        return published_date(date)
    except RefusedDocument:
        return None
