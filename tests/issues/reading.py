"""Sentences as documents, parsed in one batch, with the cast that the project finds in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ontherecord.actors import Cast, find_cast
from ontherecord.language import Grammar, Parsed, parse_many
from ontherecord.records import Document, Part
from ontherecord.spans import Span


@dataclass(frozen=True)
class Read:
    document: Document
    parsed: Parsed
    grammar: Grammar
    cast: Cast


def read_all(texts: Sequence[str]) -> dict[str, Read]:
    """Each text as a document of its own; each line is a paragraph."""
    documents = [Document(text, parts=_paragraphs(text)) for text in texts]
    found = {}
    for document, parsed in zip(documents, parse_many((d.text, d.parts) for d in documents), strict=True):
        grammar = Grammar(parsed)
        found[document.text] = Read(document, parsed, grammar, find_cast(document, parsed, grammar))
    return found


def read(text: str) -> Read:
    return read_all([text])[text]


def _paragraphs(text: str) -> tuple[Part, ...]:
    parts, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            parts.append(Part("story", Span(at, at + len(line))))
        at += len(line) + 1
    return tuple(parts)
