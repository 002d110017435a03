"""The parts of a report: its story, paragraph by paragraph, told from the title, dateline, captions and credits around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ontherecord.reading import furniture
from ontherecord.reading.datelines import SPOKEN, Dateline, find_dateline
from ontherecord.reading.lines import BULLET, paragraphs
from ontherecord.reading.pictures import opens_credit, picture_credit
from ontherecord.records.types import Part, PartKind
from ontherecord.spans import Span

# How many paragraphs before the dateline may be something else: a title, a byline, a caption, a summary. None of them is long.
BEFORE_DATELINE = 6
LONGEST_BEFORE = 80  # words
BEHIND_STORY = 12
LONGEST_TITLE = 25  # words
HEADLINE = 14  # words: before a dateline, a first line as short as this is the headline even if it ends with a stop
WIRE_MARK = re.compile(r"\s*&[A-Z]{2};$")  # typesetting of old wires, at the end of a line
QUOTE = re.compile(r"[\"“”]")
WITHIN = re.compile(r"[a-z]{3}[.!?][\"”’]?\s+[\"“‘]?[A-Z]")  # the end of one sentence and the start of another
TITLE_WORD = re.compile(r"[A-Z0-9\"“‘'].*")


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts in order, together holding every character but white space; and what the text says of itself (None: it does not)."""

    parts: tuple[Part, ...]
    title: str | None
    dateline: str | None
    agency: str | None


@dataclass(slots=True)
class _Page:
    """A text under work: its paragraphs, the kind of each once it is told, and the datelines by the number of their paragraph."""

    text: str
    spans: list[Span]
    words: list[str]
    kinds: list[PartKind | None]
    datelines: dict[int, Dateline]

    @property
    def open(self) -> list[int]:
        """The paragraphs that may still be story."""
        return [i for i, kind in enumerate(self.kinds) if kind is None]


def lay_out(text: str, title: str | None = None) -> Layout:
    """The layout of a text. `title` is known from elsewhere, if it is; else the first line is taken for one if it looks like one."""
    spans = paragraphs(text)
    words = [span.of(text) for span in spans]
    page = _Page(text, spans, words, [furniture.standing_kind(w) for w in words], {})
    _find_title(page, title)
    _find_datelines(page)
    _tell_head(page)
    _tell_captions(page)
    _tell_tail(page)
    _keep_a_story(page)
    last = max(page.open, default=None)
    parts = tuple(part for i in range(len(spans)) for part in _parts(page, i, last=i == last))
    titles = [part.span.of(text) for part in parts if part.kind == "title"]
    place = next((d.place for _, d in sorted(page.datelines.items()) if d.place), None)
    return Layout(parts, title or (titles[0] if titles else None), place, _agency(page, parts))


def _plain(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _find_title(page: _Page, title: str | None) -> None:
    """Marks the title: the one that is known, where the text opens with it, else a first line that looks like one."""
    if title and _plain(title):
        for i in range(min(3, len(page.words))):
            if _plain(page.words[i]) == _plain(title):
                page.kinds[i] = "title"
                return
    first = next(iter(page.open), None)
    if first is None or first > 2 or len(page.words) == first + 1 or not _looks_like_title(page.words[first]):
        return
    if not title or _alike(page.words[first], title):
        page.kinds[first] = "title"


def _alike(words: str, title: str) -> bool:
    """Most words of a headline are in the title that is known: another form of it."""
    known = {_plain(w) for w in title.split()}
    listed = [_plain(w) for w in words.split()]
    return sum(w in known for w in listed) >= 0.5 * len(listed)


def _looks_like_title(words: str) -> bool:
    """Short, and no sentence: it ends without a stop, or has nearly all its words in capitals or title case."""
    if len(words) > LONGEST_TITLE * 20:
        return False
    words = WIRE_MARK.sub("", words)
    listed = words.split(None, LONGEST_TITLE)
    if not 2 <= len(listed) <= LONGEST_TITLE or words.endswith((":", ",", "…", "...", ")")) or BULLET.match(words) or find_dateline(words):
        return False
    if WITHIN.search(words):
        return False
    if not words.endswith((".", ".”", '."', "!”", "?”")):
        return not words[0].islower()
    long = [w for w in listed if sum(c.isalpha() for c in w) >= 4]
    return len(long) >= 4 and sum(TITLE_WORD.fullmatch(w) is not None for w in long) >= 0.8 * len(long)


def _find_datelines(page: _Page) -> None:
    transcript = sum(SPOKEN.match(w) is not None for w in page.words) > 1
    for n, i in enumerate(page.open):
        first = n < BEFORE_DATELINE and not page.datelines
        dateline = find_dateline(page.words[i], transcript=transcript, first=first)
        if dateline:
            page.datelines[i] = dateline


def _tell_head(page: _Page) -> None:
    """Tells what stands before the story: before the dateline if there is one near the head, else line by line."""
    at = min(page.datelines, default=None)
    before = [i for i in page.open if at is not None and i < at]
    if before and len(before) < BEFORE_DATELINE and all(_brief(page.words[i]) for i in before):
        for i in before:
            page.kinds[i] = _before_dateline(page, i)
        return
    for i in page.open:
        kind = None if i in page.datelines else furniture.head_kind(page.words[i], first=i == 0)
        if kind is None:
            return
        page.kinds[i] = kind


def _brief(words: str) -> bool:
    return len(words) <= furniture.LONGEST and len(words.split(None, LONGEST_BEFORE)) <= LONGEST_BEFORE


def _before_dateline(page: _Page, i: int) -> PartKind:
    words = page.words[i]
    kind = furniture.head_kind(words, first=i == 0)
    if kind:
        return kind
    pictured = picture_credit(words) is not None
    count = len(words.split())
    if not pictured and "title" not in page.kinds and (_looks_like_title(words) or (i == 0 and 3 <= count <= HEADLINE)):
        return "title"
    sentence = count > 3 and words.rstrip("\"”’')]").endswith((".", "!", "?"))
    return "caption" if pictured or sentence or count > LONGEST_TITLE else "other"


def _tell_captions(page: _Page) -> None:
    """Tells the paragraphs that a picture's credit closes, unless they are long, have a dateline, or quote, as captions hardly do."""
    for i in page.open:
        words = page.words[i]
        credit = picture_credit(words) if _brief(words) and i not in page.datelines else None
        if credit is not None and (i == 0 or credit == 0 or not QUOTE.search(words)):
            page.kinds[i] = "caption" if words[:credit].strip() else "credit"


def _tell_tail(page: _Page) -> None:
    """Tells what stands behind the story, from the end backwards to the first paragraph that is story."""
    for i in list(reversed(page.open))[:BEHIND_STORY]:
        kind = furniture.tail_kind(page.words[i])
        if kind is None or i in page.datelines:
            return
        page.kinds[i] = kind


def _keep_a_story(page: _Page) -> None:
    """A text that looks like furniture throughout is all the story there is: its longest paragraph is kept."""
    told = [i for i in page.open if i not in page.datelines or page.datelines[i].end < len(page.words[i])]
    if not told and page.words:
        longest = max(range(len(page.words)), key=lambda i: (len(page.words[i]), -i))
        page.kinds[longest] = None
        page.datelines.pop(longest, None)


def _parts(page: _Page, i: int, *, last: bool) -> Iterator[Part]:
    """The parts of one paragraph: most are one; a dateline, a credit at the end and a bullet are parts of their own."""
    words, kind = page.words[i], page.kinds[i] or "story"
    if kind not in ("story", "caption"):
        yield Part(kind, page.spans[i])
        return
    start, end = 0, len(words)
    if kind == "story" and i in page.datelines:
        start = page.datelines[i].end
        yield from _part(page, i, "dateline", 0, start)
    bullet = BULLET.match(words, start) if kind == "story" else None
    if bullet and bullet.end() < end:
        yield from _part(page, i, "other", start, bullet.end())
        start = bullet.end()
    credit = _credit_at(words, kind, last=last)
    if credit is not None and words[start:credit].strip():
        end = credit
    yield from _part(page, i, kind, start, end)
    yield from _part(page, i, "credit", end, len(words))


def _part(page: _Page, i: int, kind: PartKind, start: int, end: int) -> Iterator[Part]:
    words = page.words[i][start:end]
    if words.strip():
        first = page.spans[i].start + start + len(words) - len(words.lstrip())
        yield Part(kind, Span(first, first + len(words.strip())))


def _credit_at(words: str, kind: PartKind, *, last: bool) -> int | None:
    """Where in a paragraph a credit begins that closes it; an agency's name closes a caption or the `last` of the story."""
    credit = picture_credit(words)
    if credit is None and kind == "caption":
        return furniture.bracketed_agency(words)
    return furniture.closing_credit(words) if credit is None and last else credit


def _agency(page: _Page, parts: tuple[Part, ...]) -> str | None:
    """The agency of the dateline, else of a credit or byline; a picture's credit says nothing of the story."""
    for _, dateline in sorted(page.datelines.items()):
        if dateline.agency:
            return dateline.agency
    previous: PartKind | None = None
    for part in parts:
        words = part.span.of(page.text)
        of_picture = part.kind == "credit" and (previous == "caption" or picture_credit(words) is not None or opens_credit(words))
        if part.kind in ("credit", "byline") and not of_picture:
            agency = furniture.signed_agency(words) if part.kind == "byline" else furniture.credited_agency(words)
            if agency:
                return agency
        previous = part.kind
    return None
