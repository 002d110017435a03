"""Documents of a few paragraphs, coded up to their statements, for the tests of this package."""

from __future__ import annotations

from dataclasses import dataclass

from ontherecord.actors import Cast, find_cast
from ontherecord.attribution import attribute
from ontherecord.language import Grammar, Parsed, parse
from ontherecord.records import Document, Part, Statement
from ontherecord.spans import trimmed


@dataclass(frozen=True, slots=True)
class Coded:
    """A document, its parse and cast, and its statements."""

    document: Document
    parsed: Parsed
    cast: Cast
    statements: tuple[Statement, ...]

    def by_cue(self, cue: str) -> Statement:
        """The first statement whose cue reads so; "" is none."""
        text = self.document.text
        return next(s for s in self.statements if (s.cue.of(text).lower() if s.cue else "") == cue)

    def told(self, statement: Statement) -> list[str]:
        """The words of the content."""
        return [s.of(self.document.text) for s in statement.content]

    def speaker(self, statement: Statement) -> str | None:
        """The name of the speaker."""
        return self.cast.actor(statement.speaker).name if statement.speaker else None

    def source(self, statement: Statement) -> str | None:
        return statement.source.of(self.document.text) if statement.source else None

    def chain(self, statement: Statement) -> list[str]:
        """Names of the links, outermost first."""
        return [link.name for link in statement.according_to]


def document(text: str, *, title: bool = False, publisher: str | None = "The Gazette", agency: str | None = None) -> Document:
    """A document whose lines are its paragraphs; the first is the title where `title` says so."""
    parts, at = [], 0
    for n, line in enumerate(text.split("\n")):
        span = trimmed(text, at, at + len(line))
        if span:
            parts.append(Part("title" if title and n == 0 else "story", span))
        at += len(line) + 1
    return Document(text, publisher=publisher, agency=agency, parts=tuple(parts))


def coded(text: str, **facts: object) -> Coded:
    """The document of the text, coded up to its statements."""
    doc = document(text, **facts)  # type: ignore[arg-type]
    parsed = parse(doc.text, doc.parts)
    grammar = Grammar(parsed)
    cast = find_cast(doc, parsed, grammar)
    return Coded(doc, parsed, cast, attribute(doc, parsed, grammar, cast))
