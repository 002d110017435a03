"""A text cut at the ends of its spans, so that a page can colour them. Words are never looked for, and no markup is ever made here."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ontherecord.spans import Span

# Characters of category Cf or Cc that do something visible and harmless, or that ordinary writing needs.
PLAIN = frozenset("\n\t\r\u00ad\u200c\u200d")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span and what it is: a kind ("event", "actor", "date", "statement", "here"), an item's id, further classes."""

    span: Span
    kind: str
    item: str
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text under the same marks, most telling first. `shown` is its words; for a hidden character, its name."""

    start: int
    end: int
    shown: str
    marks: tuple[Mark, ...]
    hidden: bool = False

    @property
    def classes(self) -> str:
        return " ".join(dict.fromkeys(c for m in self.marks for c in (m.kind, *m.classes)))

    @property
    def item(self) -> str | None:
        return next((m.item for m in self.marks if m.item), None)

    @property
    def kind(self) -> str:
        return next((m.kind for m in self.marks if m.item), "")


ORDER = {"event": 0, "date": 1, "actor": 2, "statement": 3, "position": 4, "here": 5}


def pieces(text: str, marks: Iterable[Mark], within: Span) -> tuple[Piece, ...]:
    """The text of `within` in pieces that join to it again. Hidden and reordering characters are pieces of their own, named."""
    inside = sorted((m for m in marks if m.span.overlaps(within)), key=lambda m: (m.span.start, m.span.end))
    cuts = {within.start, within.end}
    for mark in inside:
        cuts.update(p for p in (mark.span.start, mark.span.end) if within.start < p < within.end)
    for at in range(within.start, within.end):
        if is_hidden(text[at]):
            cuts.update(p for p in (at, at + 1) if p <= within.end)
    return tuple(_pieces(text, inside, sorted(cuts)))


def _pieces(text: str, marks: Sequence[Mark], cuts: Sequence[int]) -> Iterator[Piece]:
    open_: list[Mark] = []
    ahead = 0
    for start, end in itertools.pairwise(cuts):
        while ahead < len(marks) and marks[ahead].span.start <= start:
            open_.append(marks[ahead])
            ahead += 1
        open_ = [m for m in open_ if m.span.end > start]
        over = tuple(sorted(open_, key=lambda m: (ORDER.get(m.kind, 9), len(m.span))))
        hidden = end == start + 1 and is_hidden(text[start])
        yield Piece(start, end, f"U+{ord(text[start]):04X}" if hidden else text[start:end], over, hidden)


def is_hidden(character: str) -> bool:
    """Whether a character changes how others look without being seen itself: bidi controls, zero-width marks, control codes."""
    return character not in PLAIN and unicodedata.category(character) in ("Cf", "Cc", "Cs")


def visible(text: str) -> str:
    """The text with its hidden characters named: for names and titles, where nobody counts offsets."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(f"⟨U+{ord(c):04X}⟩" if is_hidden(c) else c for c in text)
