"""A statement on its way: what was found in the grammar, before anybody asks who the speaker is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ontherecord.attribution.cues import Cue
from ontherecord.language import Parsed
from ontherecord.spans import Span, trimmed

# First and last token of a stretch, both inclusive.
Range = tuple[int, int]
# What a content or source never starts or ends with: marks that belong to the reporting sentence.
EDGE = " \t\r\n\f\v\u00a0\u200b,;:\"“”„«»‘’'`–—-"

OPENING = re.compile(r"[“\"]")
CLOSING = re.compile(r"[”\"]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement without its speaker.

    `anchor` is the token that the statement hangs on: its cue, or the first token of a quotation that nobody introduces.
    `sources` are head tokens of the noun phrases that name the speaker, `source` the words to show for them, `hearers` head tokens of
    whom it was said to. `quotes` are indices of `Parsed.quotations`. `within` is the anchor of a statement that surely wraps this one
    though its words do not hold the cue. `turn` marks a speaker's turn of a transcript: its tokens, and its sources are the words of its
    label, last first, of which the first that names somebody counts. `sure` is a confidence between 0 and 1.
    """

    anchor: int
    cue: Range | None
    entry: Cue | None
    content: tuple[Span, ...]
    sources: tuple[int, ...] = ()
    source: Span | None = None
    hearers: tuple[int, ...] = ()
    quotes: tuple[int, ...] = ()
    within: int = -1
    turn: Range | None = None
    sure: float = 0.9

    @property
    def start(self) -> int:
        return self.content[0].start


def words(parsed: Parsed, stretch: Range) -> Span | None:
    """The span of a stretch without the marks around it; None when nothing is left."""
    if stretch[0] > stretch[1]:
        return None
    start, end = parsed.tokens[stretch[0]].start, parsed.tokens[stretch[1]].end
    span = trimmed(parsed.text, start, end, EDGE) if start < end else None
    return span and _balanced(parsed.text, span, start, end)


def _balanced(text: str, span: Span, start: int, end: int) -> Span:
    """The span with a mark at its edge back where it belongs to one inside: “bad” of: the deal was “bad”."""
    inside = span.of(text)
    first, last = span.start, span.end
    if OPENING.search(text, start, first) and _unpaired(inside, closing=True):
        first = text.rfind(OPENING.findall(text[start:first])[-1], start, first)
    if (found := CLOSING.search(text, last, end)) and _unpaired(inside, closing=False):
        last = found.end()
    return Span(first, last)


def _unpaired(words_: str, *, closing: bool) -> bool:
    straight = words_.count('"') % 2 == 1
    return straight or (words_.count("”") > words_.count("“") if closing else words_.count("“") > words_.count("”"))


def merged(spans: list[Span], text: str) -> tuple[Span, ...]:
    """The spans in order, those that overlap or that only marks and space part joined into one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and (span.start <= joined[-1].end or not text[joined[-1].end : span.start].strip(EDGE)):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
