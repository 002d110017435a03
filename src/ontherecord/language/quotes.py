"""Quotation marks, paired: curly, straight, `` '', guillemets; across paragraphs, where each paragraph of a long quote opens anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ontherecord.spans import Span, trimmed

MARK = re.compile(r"“|”|„|«|»|\"|``|''|‘|’|'|`")
# A name of a few words behind a typist's blank, with the mark that closes it.
NAMED = re.compile(r'\s[A-Z0-9][\w’-]*(?: [\w’-]+){0,3}"(?=[\s,;:.)]|$)')
OPENS = {"“": "”", "„": "”", "«": "»", "``": "''", "‘": "’", "`": "'"}
DOUBLE = {"“", "”", "„", "«", "»", '"', "``", "''"}
# Signs that open and close alike.
ALIKE = {'"', "''"}
# Signs that can be an apostrophe.
SINGLE = {"'", "’", "‘", "`"}
# Longest quotation that is believed without its closing mark being in the same paragraph chain, in code points.
LONGEST = 12_000
# Deeper nesting than this is noise; further opening marks are passed over, so that a text of nothing but marks costs linear time.
DEEPEST = 12


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
    carried: tuple[Span, ...] = ()  # what a quotation left open has so far
    for n, paragraph in enumerate(paragraphs):
        pairs, left_open = _pair(text, paragraph)
        for start, end, depth in pairs:
            inner = trimmed(text, start, end)
            if inner is None:
                continue
            if carried and depth == 0 and _begins(text, paragraph, start):
                found.append(Quotation((*carried, inner), 0, True))
                carried = ()
            else:
                found.append(Quotation((inner,), depth, True))
        if carried and not (left_open and _begins(text, paragraph, left_open[1])):
            found.append(Quotation(carried, 0, False))
            carried = ()
        if left_open is not None:
            inner = trimmed(text, left_open[1], paragraph.end)
            carried = (*carried, inner) if inner else carried
            follows = paragraphs[n + 1] if n + 1 < len(paragraphs) else None
            if carried and not _goes_on(text, left_open[0], follows, carried):
                found.append(Quotation(carried, 0, False))
                carried = ()
    return tuple(sorted(found, key=lambda q: (q.spans[0].start, -q.spans[-1].end)))


def _begins(text: str, paragraph: Span, words: int) -> bool:
    """Whether the opening mark before the words is the first sign of the paragraph."""
    return not text[paragraph.start : words].strip().strip("“\"'`„«")


def _goes_on(text: str, mark: str, follows: Span | None, spans: Sequence[Span]) -> bool:
    if follows is None or spans[-1].end - spans[0].start > LONGEST:
        return False
    return text[follows.start : follows.start + 8].lstrip().startswith(mark)


def _pair(text: str, paragraph: Span) -> tuple[list[tuple[int, int, int]], tuple[str, int] | None]:
    """Pairs (start, end, depth) of one paragraph, and the unclosed double mark with where its words start."""
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int, int]] = []
    last_mark = max(text.rfind('"', paragraph.start, paragraph.end), 0)
    for mark in MARK.finditer(text, paragraph.start, paragraph.end):
        sign, at, after = mark.group(), mark.start(), mark.end()
        before = text[at - 1] if at > paragraph.start else " "
        behind = text[after] if after < paragraph.end else " "
        if sign in SINGLE and before.isalnum() and behind.isalnum():
            continue  # an apostrophe
        closes = _closes(sign, before, behind, stack) if not (stack and _opens_name(text, sign, after, paragraph.end)) else None
        if closes is not None:
            opened = stack[closes]
            del stack[closes:]
            pairs.append((opened[1], at, len(stack)))
        elif len(stack) < DEEPEST and _opens(sign, before, behind, stack, more=at < last_mark):
            stack.append((sign, after))
    return sorted(pairs), next((s for s in stack if s[0] in DOUBLE), None)


def _opens_name(text: str, sign: str, after: int, end: int) -> bool:
    """A mark with blanks on both sides inside a quotation, before a name that closes at once: `boats of the " Swan" type`."""
    return sign == '"' and NAMED.match(text, after, end) is not None and text[after - 2].isspace() and text[max(after - 3, 0)].isalnum()


def _closes(sign: str, before: str, behind: str, stack: list[tuple[str, int]]) -> int | None:
    """The place in the stack of the mark that this one closes."""
    for n in range(len(stack) - 1, -1, -1):
        opened = stack[n][0]
        if opened in ALIKE and sign == opened:
            return None if before.isspace() and behind.isalnum() else n
        if opened == "'" and sign in ("'", "’"):
            return n if not behind.isalnum() and not before.isspace() and not _genitive(before, behind) else None
        if opened in OPENS and sign == OPENS[opened]:
            single = opened in ("‘", "`")
            return None if single and (behind.isalnum() or _genitive(before, behind)) else n
        if opened in DOUBLE and sign in DOUBLE and _ends(sign, before, behind):
            return n
    return None


def _ends(sign: str, before: str, behind: str) -> bool:
    """A double mark that closes one of another shape: “no proof", "no proof”, “no proof.“ as careless hands type them."""
    return sign in ('"', "”", "''") or (not before.isspace() and not behind.isalnum())


def _genitive(before: str, behind: str) -> bool:
    """“the ministers’ meeting”: a mark after s with a word behind it is more often a genitive than a closing mark."""
    return before in "sS" and behind == " "


def _opens(sign: str, before: str, behind: str, stack: list[tuple[str, int]], *, more: bool) -> bool:
    if sign in ("“", "„", "«", "``"):
        return True
    if sign == '"':
        return not behind.isspace() or (
            (before.isspace() or before in ":,(") and more
        )  # a typist's blank behind the mark, if another mark follows
    if sign == "''":
        return (before.isspace() or before in "(—–-[") and not behind.isspace()
    if sign in SINGLE and sign != "’":
        return (before.isspace() or before in '(“"—–-[') and behind.isalpha() and len(stack) < 4
    return False
