"""Texts to casts, parsed together: what the tests of this package share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ontherecord.actors import Cast, find_cast
from ontherecord.language import Grammar, Parsed, parse_many
from ontherecord.records import Document, Part
from ontherecord.spans import Span


@dataclass(frozen=True, slots=True)
class Casting:
    """A text with all that was found in it."""

    text: str
    parsed: Parsed
    grammar: Grammar
    cast: Cast

    def head(self, span: Span) -> int | None:
        """The token in the span whose own head lies outside it."""
        inside = [t for t in self.parsed.tokens if span.start <= t.start and t.end <= span.end]
        numbers = {t.i for t in inside}
        return next((t.i for t in inside if t.head not in numbers or t.head == t.i), None)

    def mentioned(self, span: Span) -> tuple[str, ...]:
        """Ids of the actors that a mention with its head in the span means."""
        found = [m for m in self.cast.mentions if span.start <= self.parsed.tokens[m.head].start < span.end]
        whole = [m for m in found if m.head == self.head(span)] or found
        return whole[0].actors if whole else ()

    def word(self, word: str, nth: int = 0) -> int:
        """The token with the text."""
        return [t.i for t in self.parsed.tokens if t.text == word][nth]

    def countries(self, word: str, nth: int = 0) -> set[str]:
        """Countries of who acts in the phrase that the word heads."""
        return self.cast.countries(self.cast.party(self.word(word, nth)))


def documents(texts: Sequence[str], published: str | None = None) -> list[Document]:
    """Documents whose paragraphs, parted by an empty line, are their story; a first line with # is a title, with @ a dateline."""
    found = []
    for text in texts:
        parts, at = [], 0
        for paragraph in text.split("\n\n"):
            kind = {"#": "title", "@": "dateline"}.get(paragraph[0], "story")
            skip = 0 if kind == "story" else 1
            parts.append(Part(kind, Span(at + skip, at + len(paragraph))))  # type: ignore[arg-type]
            at += len(paragraph) + 2
        found.append(Document(text, published=published, parts=tuple(parts)))
    return found


def cast_all(texts: Sequence[str], published: str | None = None) -> list[Casting]:
    """The casts of many texts, parsed in one batch."""
    ready = documents(texts, published)
    castings = []
    for document, parsed in zip(ready, parse_many([(d.text, d.parts) for d in ready]), strict=True):
        grammar = Grammar(parsed)
        castings.append(Casting(document.text, parsed, grammar, find_cast(document, parsed, grammar)))
    return castings
