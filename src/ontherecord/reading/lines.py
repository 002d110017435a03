"""Text to paragraphs: blank lines, one paragraph a line, or lines broken by hand at some width."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ontherecord.spans import Span

BREAK = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
BULLET = re.compile(r"(?:[•●▪■◦‣∙·*]|[–—-](?=\s))\s*")
# The widths at which wires, mail and releases were broken by hand; typewriters and teleprinters had 60 to 80.
NARROWEST, WIDEST = 45, 100
# A greedy break leaves lines at most one long word shorter than the width.
LONG_WORD = 12
TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
GOES_ON = re.compile(r"[,;–—-]$|\b(?:and|or|of|the|to|in|for|with|by|from|that|a|an)$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it; `indent` counts what was cut before it."""

    span: Span
    words: str
    indent: int

    @property
    def ends_sentence(self) -> bool:
        return TERMINAL.search(self.words[-6:]) is not None


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text in order, without white space around them; together they hold every character but white space."""
    blocks = _blocks(text)
    width = _width(blocks)
    found = []
    for block in blocks:
        start = 0
        for i in range(1, len(block) + 1):
            if i == len(block) or not _continues(block[i - 1], block[i], width):
                found.append(Span(block[start].span.start, block[i - 1].span.end))
                start = i
    return found


def _blocks(text: str) -> list[list[Line]]:
    """Runs of lines without a blank line between them."""
    blocks: list[list[Line]] = [[]]
    for line in _lines(text):
        if line is None:
            if blocks[-1]:
                blocks.append([])
        else:
            blocks[-1].append(line)
    return blocks if blocks[-1] else blocks[:-1]


def _lines(text: str) -> list[Line | None]:
    lines: list[Line | None] = []
    start = 0
    for end, after in [*((m.start(), m.end()) for m in BREAK.finditer(text)), (len(text), len(text))]:
        raw = text[start:end]
        words = raw.strip()
        indent = len(raw) - len(raw.lstrip())
        lines.append(Line(Span(start + indent, start + indent + len(words)), words, indent) if words else None)
        start = after
    return lines


def _width(blocks: list[list[Line]]) -> int | None:
    """The width at which the text was broken by hand, or None where a line is a paragraph.

    Broken by hand are texts of which most lines had no room for the next word, and end within a sentence.
    """
    pairs = [pair for block in blocks for pair in pairwise(block)]
    if not pairs:
        return None
    lengths = sorted(len(line.words) + line.indent for line, _ in pairs)
    width = lengths[-1]
    if not NARROWEST <= width <= WIDEST:
        return None
    full = sum(_full(line, following, width) for line, following in pairs)
    within = sum(not line.ends_sentence for line, _ in pairs)
    return width if full >= 0.6 * len(pairs) and within >= 0.5 * len(pairs) else None


def _full(line: Line, following: Line, width: int) -> bool:
    """The next word had no room on the line (or its author broke lines a little raggedly)."""
    word = len(following.words.split(None, 1)[0])
    return len(line.words) + line.indent + 1 + max(word, LONG_WORD) > width


def _continues(line: Line, following: Line, width: int | None) -> bool:
    """Both lines belong to one paragraph."""
    if BULLET.match(following.words):
        return False
    if width is not None:
        return _full(line, following, width) and following.indent <= line.indent + 1 and not _caption_ends(line.words)
    if line.ends_sentence and not line.words.endswith(";"):
        return False
    return following.words[0].islower() or GOES_ON.search(line.words[-8:]) is not None


def _caption_ends(words: str) -> bool:
    return words.endswith(")") and "/" in words.rpartition("(")[2]
