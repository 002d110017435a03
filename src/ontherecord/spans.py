"""Half-open ranges of code points. A quote is derived from its span, never stored beside it."""

from __future__ import annotations

from dataclasses import dataclass

from ontherecord.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` (exclusive) of one document's text.

    Raises SpanError when empty or negative.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"A span must hold at least one code point, from left to right; got {self.start} to {self.end}.")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that the span covers. Raises SpanError when the text is too short."""
        if self.end > len(text):
            raise SpanError(f"Span {self.start}-{self.end} ends past its text of {len(text)} code points.")
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


def trimmed(text: str, start: int, end: int, strip: str = " \t\r\n\f\v\u00a0\u200b") -> Span | None:
    """The range without the given characters at its two ends; None when nothing is left."""
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return Span(start, end) if start < end else None
