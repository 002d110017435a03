"""A cast of countries by their names alone: enough for sentences about issues and positions, apart from the real finder of actors."""

from __future__ import annotations

from ontherecord.actors.cast import Cast, Mention
from ontherecord.language import Grammar, Parsed, parse
from ontherecord.lexicons import read_table, table_path
from ontherecord.records import Document, Part
from ontherecord.spans import Span

NAMES: dict[tuple[str, ...], tuple[str, bool]] = {}
for row in read_table(table_path("countries.tsv"), ("code", "name", "names", "adjectives", "capitals")):
    for name in (row["name"], *row.list("names"), *row.list("capitals")):
        NAMES[tuple(name.split())] = (row["code"], False)
    for adjective in row.list("adjectives"):
        NAMES.setdefault(tuple(adjective.split()), (row["code"], True))
LONGEST = max(map(len, NAMES))
BODIES = {"government", "ministry", "minister", "president", "army", "parliament", "leader", "foreign", "navy", "diplomat", "envoy"}
WHERE = {"in", "at", "from", "near", "around"}


class NamedCast(Cast):
    """`party`: a country's name, or its body ("the Chadian army"); `belongs`: what its name or adjective qualifies."""

    def __init__(self, parsed: Parsed) -> None:
        super().__init__()
        self.parsed = parsed

    def party(self, i: int) -> tuple[str, ...]:
        mention = self.at(i)
        if mention is not None and mention.acts:
            return mention.actors
        return self.belongs(i) if self.parsed.tokens[i].lemma in BODIES else ()

    def belongs(self, i: int) -> tuple[str, ...]:
        return tuple(a for c in self.parsed.children[i] if (m := self.at(c)) is not None for a in m.actors)


def named_cast(parsed: Parsed) -> NamedCast:
    cast, i = NamedCast(parsed), 0
    last: str | None = None
    while i < len(parsed.tokens):
        size = next((n for n in range(LONGEST, 0, -1) if tuple(t.text for t in parsed.tokens[i : i + n]) in NAMES), 0)
        token = parsed.tokens[i]
        if size:
            code, adjective = NAMES[tuple(t.text for t in parsed.tokens[i : i + size])]
            end = i + size - 1
            head = next((j for j in range(i, end + 1) if not i <= parsed.tokens[j].head <= end or parsed.tokens[j].head == j), end)
            last = cast.government(code, " ".join(t.text for t in parsed.tokens[i : i + size]))
            cast.mention(Mention(parsed.span(i, end), i, end, head, (last,), _kind(parsed, head, adjective)))
            i = end
        elif token.lower in ("it", "its", "they", "their", "we", "our") and last is not None:
            cast.mention(Mention(Span(token.start, token.end), i, i, i, (last,), "pronoun"))
        i += 1
    return cast


def _kind(parsed: Parsed, head: int, adjective: bool) -> str:
    token = parsed.tokens[head]
    above = parsed.tokens[token.head]
    if token.dep in ("amod", "compound", "nmod") and above.pos in ("NOUN", "PROPN"):
        return "adjective"
    return "place" if token.dep == "pobj" and above.lower in WHERE else "name"


def read(text: str) -> tuple[Document, Parsed, Grammar, NamedCast]:
    """A text with its cast; each line is a paragraph."""
    parts, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            parts.append(Part("story", Span(at, at + len(line))))
        at += len(line) + 1
    parsed = parse(text, parts)
    return Document(text, parts=tuple(parts)), parsed, Grammar(parsed), named_cast(parsed)
