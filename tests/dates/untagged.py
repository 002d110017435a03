"""A document cut at words, without grammar: enough for what the words alone decide, and a thousand times faster than a parse."""

from __future__ import annotations

import re

from ontherecord.language import Paragraph, Parsed, Sentence, Token
from ontherecord.records import Part
from ontherecord.spans import Span


def untagged(text: str) -> Parsed:
    """One paragraph, one sentence, every word its own head."""
    words = list(re.finditer(r"\w+|[^\w\s]", text))
    if not words:
        return Parsed(text, (), (), (), (), (), (), (), ())
    tokens = tuple(
        Token(i, w.start(), w.end(), w.group(), w.group().lower(), w.group(), "X", "XX", "ROOT" if not i else "dep", 0, 0)
        for i, w in enumerate(words)
    )
    whole, n = Span(words[0].start(), words[-1].end()), len(tokens)
    children = (tuple(range(1, n)), *((),) * (n - 1))
    return Parsed(
        text, tokens, (Sentence(0, 0, n, 0, whole, 0),), (Paragraph(0, Part("story", whole), 0, n, (0,)),), (),
        children, tuple(range(n)), tuple(range(n)), (-1,) * n,
    )  # fmt: skip
