"""Sentences with spans drawn in them: "[actor|Chad] [trigger|expelled] [recipient|the envoy]."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ontherecord.spans import Span

DRAWN = re.compile(r"\[(\w+)\|([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The plain sentence, and the spans drawn in it by label, in order."""

    text: str
    spans: dict[str, tuple[Span, ...]]


def drawn(marked: str) -> Drawn:
    """Reads the drawing. Raises AssertionError when a label has no words."""
    text, at = "", 0
    spans: dict[str, list[Span]] = {}
    for mark in DRAWN.finditer(marked):
        text += marked[at : mark.start()]
        assert mark[2], f"an empty span in {marked!r}"
        spans.setdefault(mark[1], []).append(Span(len(text), len(text) + len(mark[2])))
        text += mark[2]
        at = mark.end()
    return Drawn(text + marked[at:], {label: tuple(found) for label, found in spans.items()})
