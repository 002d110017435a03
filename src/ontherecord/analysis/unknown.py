"""Names that stay without a country: what a user's own actors would help most with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ontherecord.analysis.occurrences import Plain, ask
from ontherecord.ledger import Ledger

MOST = 50
EXAMPLES = 3
SENTENCE_END = re.compile(r"[.!?][\"”’']?\s|\n")
# Code points of a sentence that are shown at most on each side of the name.
AROUND = 200


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name, in how many documents and words it occurs, how the documents call it, and sentences: (document id, words)."""

    name: str
    documents: int
    mentions: int
    role: str | None
    sector: str | None
    sentences: tuple[tuple[str, str], ...]

    def as_plain(self) -> Plain:
        return {
            "name": self.name, "documents": self.documents, "mentions": self.mentions, "role": self.role, "sector": self.sector,
            "sentences": [{"document": d, "text": t} for d, t in self.sentences],
        }  # fmt: skip


def unknown_actors(ledger: Ledger, *, most: int = MOST, examples: int = EXAMPLES) -> tuple[Unknown, ...]:
    """The names most often left without a country, with up to `examples` sentences each, one a document."""
    return tuple(
        Unknown(
            row["name"], row["documents"], row["mentions"], row["role"], row["sector"],
            tuple((e["document"], sentence(e["text"], e["start"])) for e in row["examples"]),
        )
        for row in ask(ledger, "unknown_actors", most=most, examples=examples)
    )  # fmt: skip


def sentence(text: str, at: int) -> str:
    """The words around a place up to the ends of its sentence, on one line."""
    first = max((m.end() for m in SENTENCE_END.finditer(text, max(0, at - AROUND), at)), default=max(0, at - AROUND))
    end = SENTENCE_END.search(text, at, at + AROUND)
    return " ".join(text[first : end.end() if end else at + AROUND].split())


__all__ = ["Unknown", "unknown_actors"]
