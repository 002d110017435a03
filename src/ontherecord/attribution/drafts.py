"""A statement on its way: what was found in the grammar, before anybody asks who the speaker is."""

from __future__ import annotations

from dataclasses import dataclass

from ontherecord.attribution.cues import Cue
from ontherecord.language import Parsed
from ontherecord.spans import Span, trimmed

# First and last token of a stretch, both inclusive.
Range = tuple[int, int]
# What a content or source never starts or ends with: marks that belong to the reporting sentence.
EDGE = " \t\r\n\f\v\u00a0\u200b,;:\"“”„«»‘’'`–—-"

CLOSING = "”\"’'»“"


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement without its speaker.

    `anchor` is the token that the statement hangs on: its cue, or the first token of a quotation that nobody introduces.
    `sources` are head tokens of the noun phrases that name the speaker, `source` the words to show for them, `hearers` head tokens of
    whom it was said to. `quotes` are indices of `Parsed.quotations`. `within` is the anchor of a statement that surely wraps this one
    though its words do not hold the cue. `turn` holds the tokens of a speaker's turn in a transcript. Where `label` is set, the sources
    are the words of a label, last first, of which the first that names somebody counts. `speakers` are ids of actors where they are known
    beforehand. `silent` drafts only lend their source to what they wrap. `sure` is a confidence between 0 and 1.
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
    label: bool = False
    speakers: tuple[str, ...] = ()
    silent: bool = False
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
    return span and _with_marks(parsed, span, stretch)


def _with_marks(parsed: Parsed, span: Span, stretch: Range) -> Span:
    """The span with the mark at its edge back that belongs to a quotation inside: “bad” of: the deal was “bad”."""
    tokens, of = parsed.tokens, parsed.quote_of
    first, last = stretch
    while first < last and tokens[first].end <= span.start:
        first += 1
    while last > first and tokens[last].start >= span.end:
        last -= 1
    left, right = of[first], of[last]
    start, end = span.start, span.end
    if right >= 0 and right != left and parsed.quotations[right].spans[-1].end <= end + 1:
        end = _mark_end(parsed.text, end)
    if left >= 0 and left != right and parsed.quotations[left].spans[0].start == start and start > tokens[stretch[0]].start:
        start -= 2 if parsed.text[start - 2 : start] in ("''", "``") else 1
    return Span(start, end)


def _mark_end(text: str, end: int) -> int:
    """Where the closing mark ends that stands at `end`, behind a stop at most."""
    at = end + 1 if text[end : end + 1] in (".", ",", "?", "!") else end
    if text[at : at + 2] == "''":
        return at + 2
    return at + 1 if text[at : at + 1] in CLOSING and at < len(text) else end


def merged(spans: list[Span], text: str) -> tuple[Span, ...]:
    """The spans in order, those that overlap or that only marks and blanks part joined into one; paragraphs stay apart."""
    joined: list[Span] = []
    for span in sorted(spans):
        gap = text[joined[-1].end : span.start] if joined else ""
        if joined and (span.start <= joined[-1].end or not ("\n" in gap or gap.strip(EDGE))):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
