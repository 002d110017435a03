"""Headlines that name their source beside a colon or dash: "Lund: no talks before May", "No talks before May - Lund"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ontherecord.attribution.drafts import Draft, Range, words
from ontherecord.language import Grammar, Paragraph

MARKS = {":", "-", "–", "—", "--"}
# A source of more words than this is a clause of its own.
LONGEST_SOURCE = 6
SHORTEST_CONTENT = 3


def by_headline(grammar: Grammar, names: Callable[[int], bool]) -> Iterator[Draft]:
    """At most one draft a title. `names` says whether a token names an actor."""
    for paragraph in grammar.parsed.paragraphs:
        if paragraph.part.kind != "title":
            continue
        for mark in range(paragraph.first + 1, paragraph.last - 1):
            if grammar.tokens[mark].text in MARKS and grammar.parsed.quote_of[mark] < 0:
                draft = _beside(grammar, paragraph, mark, names)
                if draft is not None:
                    yield draft
                break


def _beside(grammar: Grammar, paragraph: Paragraph, mark: int, names: Callable[[int], bool]) -> Draft | None:
    left, right = (paragraph.first, mark - 1), (mark + 1, paragraph.last - 1)
    sides = [(left, right)] if grammar.tokens[mark].text == ":" else []
    for label, content in (*sides, (right, left)):
        if not _is_source(grammar, label, names) or content[1] - content[0] + 1 < SHORTEST_CONTENT:
            continue
        told = words(grammar.parsed, content)
        if told is not None:
            sources = tuple(k for k in range(label[1], label[0] - 1, -1) if grammar.tokens[k].text[0].isupper())
            return Draft(content[0], None, None, (told,), sources, words(grammar.parsed, label), label=True, sure=0.8)
    return None


def _is_source(grammar: Grammar, label: Range, names: Callable[[int], bool]) -> bool:
    tokens = range(label[0], label[1] + 1)
    if not 1 <= len(tokens) <= LONGEST_SOURCE or any(grammar.tokens[k].pos in ("VERB", "AUX") for k in tokens):
        return False
    return any(names(k) for k in tokens)
