"""Quotation marks, paired: curly, straight, `` '', guillemets; across paragraphs, where each paragraph of a long quote opens anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ontherecord.spans import Span, trimmed

# An apostrophe between letters, before a decade or after a plural s is no quotation mark.
MARK = re.compile(r"“|”|„|«|»|\"|``|''|‘|’|'|`")
OPENS = {"“": "”", "„": "”", "«": "»", "``": "''", "‘": "’", "`": "'"}
DOUBLE = {"“", "”", "„", "«", "»", '"', "``", "''"}
# Longest quotation that is believed without its closing mark being in the same paragraph chain, in code points.
LONGEST = 12_000


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: the spans between its marks (one a paragraph), how deep it is nested, and whether its closing mark was found."""

    spans: tuple[Span, ...]
    depth: int
    closed: bool


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """All quotations of the given paragraphs, outer before inner, in order of their first mark.

    A mark that nobody closes ends with its paragraph. Where the next paragraph opens with the same mark, a quotation left open
    goes on there: that is how English prints a long quotation.
    """
    found: list[Quotation] = []
    open_spans: list[Span] = []
    open_mark = ""
    for n, paragraph in enumerate(paragraphs):
        follows = paragraphs[n + 1] if n + 1 < len(paragraphs) else None
        pairs, left_open = _pair(text, paragraph)
        carried = bool(open_spans)
        for start, end, depth in pairs:
            inner = trimmed(text, start, end)
            if inner is None:
                continue
            first = carried and start <= paragraph.start + 2 and depth == 0
            if first:
                found.append(Quotation((*open_spans, inner), 0, True))
                open_spans, carried = [], False
            else:
                found.append(Quotation((inner,), depth, True))
        if carried and (left_open is None or left_open > paragraph.start + 2):
            found.append(Quotation(tuple(open_spans), 0, False))
            open_spans = []
        if left_open is not None:
            inner = trimmed(text, left_open, paragraph.end)
            if inner is not None:
                open_spans = [*open_spans, inner]
                mark = text[left_open - 1]
                open_mark = mark
                long = open_spans[-1].end - open_spans[0].start > LONGEST
                if follows is None or long or not text[follows.start : follows.end].lstrip().startswith((open_mark, "``" if mark == "`" else open_mark)):
                    found.append(Quotation(tuple(open_spans), 0, False))
                    open_spans = []
    if open_spans:
        found.append(Quotation(tuple(open_spans), 0, False))
    return tuple(sorted(found, key=lambda q: (q.spans[0].start, -q.spans[-1].end)))


def _pair(text: str, paragraph: Span) -> tuple[list[tuple[int, int, int]], int | None]:
    """Pairs (start, end, depth) of one paragraph, and where an unclosed double mark's words start."""
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int, int]] = []
    for mark in MARK.finditer(text, paragraph.start, paragraph.end):
        sign, at, after = mark.group(), mark.start(), mark.end()
        before = text[at - 1] if at > paragraph.start else " "
        behind = text[after] if after < paragraph.end else " "
        if sign in ("'", "’", "‘", "`") and before.isalnum() and behind.isalnum():
            continue
        closes = _closes(sign, before, behind, stack)
        if closes is not None:
            opened = stack[closes]
            del stack[closes:]
            pairs.append((opened[1], at, sum(1 for s, _ in stack if s in DOUBLE or s in "‘'`")))
        elif _opens(sign, before, behind, stack):
            stack.append((sign, after))
    unclosed = next((start for sign, start in stack if sign in DOUBLE), None)
    return sorted(pairs), unclosed


def _closes(sign: str, before: str, behind: str, stack: list[tuple[str, int]]) -> int | None:
    """The place in the stack of the mark that this one closes."""
    for n in range(len(stack) - 1, -1, -1):
        opened = stack[n][0]
        if opened == '"' and sign == '"':
            return None if before.isspace() and not behind.isspace() and behind.isalnum() else n
        if opened == "'" and sign in ("'", "’"):
            return n if not behind.isalnum() and not before.isspace() else None
        if opened in OPENS and (sign == OPENS[opened] or (opened == "``" and sign == '"')):
            if opened in ("‘", "`") and (behind.isalnum() or (before in "sS" and _plural(sign, behind))):
                return None
            return n
        if opened in DOUBLE and sign in DOUBLE and opened not in ('"',) and sign == '"':
            return n
    return None


def _plural(sign: str, behind: str) -> bool:
    """“the ministers’ meeting”: a mark after s with a word behind it is more often a genitive than a closing mark."""
    return sign == "’" and behind == " "


def _opens(sign: str, before: str, behind: str, stack: list[tuple[str, int]]) -> bool:
    if sign in ("“", "„", "«", "``"):
        return True
    if sign == '"':
        return not behind.isspace()
    if sign in ("‘", "'", "`"):
        return (before.isspace() or before in "(“\"—–-[") and behind.isalpha() and len(stack) < 4
    return False
