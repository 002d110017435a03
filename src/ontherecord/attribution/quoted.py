"""Quotations as stretches of tokens, and the reporting words to their left and right."""

from __future__ import annotations

from bisect import bisect_left

from ontherecord.attribution.drafts import Range
from ontherecord.language import Parsed

STOPS = {".", "?", "!", ";", "…"}
MARKS = {'"', "“", "”", "„", "«", "»", "``", "''", "‘", "’", "'", "`"}
# A reporting clause longer than this many tokens is narration.
LONGEST_FRAME = 60


class Quoted:
    """The quotations of one document: first and last token of each, and the quotation around it.

    `first[q]` is -1 for a quotation that lies outside all parsed parts or holds no word.
    """

    __slots__ = ("first", "last", "outer", "parsed")

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        starts = [t.start for t in parsed.tokens]
        self.first: list[int] = []
        self.last: list[int] = []
        self.outer: list[int] = []
        around: list[int] = []
        for q, quotation in enumerate(parsed.quotations):
            first = bisect_left(starts, quotation.spans[0].start)
            last = bisect_left(starts, quotation.spans[-1].end) - 1
            self.first.append(first if first <= last else -1)
            self.last.append(last)
            while around and parsed.quotations[around[-1]].spans[-1].end < quotation.spans[-1].end:
                around.pop()
            self.outer.append(around[-1] if around else -1)
            around.append(q)

    def before(self, q: int) -> Range:
        """The words between the previous stop or quotation and quotation q, at most LONGEST_FRAME; empty as (n, n - 1)."""
        tokens, of, outer = self.parsed.tokens, self.parsed.quote_of, self.outer[q]
        floor = self._paragraph(self.first[q])[0]
        last = self._skip_marks(self.first[q] - 1, -1, floor)
        i = last
        while i >= floor and last - i < LONGEST_FRAME and of[i] == outer and not self._stops(i):
            i -= 1
        first = i + 1
        while first <= last and tokens[first].text in MARKS:
            first += 1
        return first, last

    def after(self, q: int) -> Range:
        """The words between quotation q and the next stop or quotation; empty where a new sentence starts behind it."""
        tokens, of, outer = self.parsed.tokens, self.parsed.quote_of, self.outer[q]
        ceiling = self._paragraph(self.last[q])[1]
        first = self._skip_marks(self.last[q] + 1, 1, ceiling)
        i = first
        while i <= ceiling and i - first < LONGEST_FRAME and of[i] == outer and not self._stops(i):
            i += 1
        last = i - 1
        while last >= first and tokens[last].text in MARKS:
            last -= 1
        return first, last

    def end_mark(self, q: int) -> str:
        """The last sign inside the quotation, or a comma or stop right behind its closing mark; else ""."""
        end = self.parsed.quotations[q].spans[-1].end
        inside = self.parsed.text[end - 1]
        if inside in ".,?!…—–-":
            return inside
        behind = self.parsed.text[end : end + 3].lstrip("\"”’'»` \u00a0")[:1]
        return behind if behind in (",", ".", "?", "!") and behind else ""

    def _stops(self, i: int) -> bool:
        return self.parsed.tokens[i].text in STOPS

    def _paragraph(self, i: int) -> Range:
        paragraph = self.parsed.paragraph_of(i)
        return paragraph.first, paragraph.last - 1

    def _skip_marks(self, i: int, step: int, limit: int) -> int:
        while (i <= limit if step > 0 else i >= limit) and self.parsed.tokens[i].text in MARKS:
            i += step
        return i
