"""According to whom: who is reported to have said what, in which words, through which channel."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from ontherecord.actors.cast import Cast
from ontherecord.attribution.certainty import BELYING, certainty
from ontherecord.attribution.chain import Chain, base_chain, chain_at, innermost
from ontherecord.attribution.cues import Cue, cues
from ontherecord.attribution.find import find
from ontherecord.attribution.resolve import Resolver
from ontherecord.attribution.titles import Titles
from ontherecord.attribution.voice import monologue
from ontherecord.language import Grammar, Parsed
from ontherecord.records import Document, Statement

__all__ = ["Chain", "Cue", "attribute", "base_chain", "certainty", "chain_at", "innermost", "manner"]


def attribute(document: Document, parsed: Parsed, grammar: Grammar, cast: Cast) -> tuple[Statement, ...]:
    """All statements of a document, with speakers and source chains; `issues` and `events` are left to later steps.

    Tells the cast who speaks in each quotation and turn, so that "we" and "my country" are known from then on.
    """

    def speaks(i: int) -> bool:
        """Whether a token can be a speaker's label by itself; a country's name before a colon is a dateline or a topic."""
        mention = cast.at(i)
        return mention is not None and mention.acts and not any(cast.is_country(a) for a in mention.actors)

    def names(i: int) -> bool:
        mention = cast.at(i)
        return mention is not None and mention.acts

    Titles(parsed, cast, document.published_on).settle()
    drafts = find(grammar, speaks, names, monologue(document, grammar, cast))
    return Resolver(document, grammar, cast).statements(drafts)


def manner(statement: Statement, parsed: Parsed) -> Cue | None:
    """The lexicon's entry for a statement's cue: how its source presents the content, and how the report presents its source.

    None for a statement without a cue, or with a verb that the lexicon does not list.
    """
    if statement.cue is None:
        return None
    words = statement.cue.of(parsed.text).lower()
    at = bisect_left(parsed.tokens, statement.cue.start, key=lambda t: t.start)
    if at == len(parsed.tokens) or parsed.tokens[at].start != statement.cue.start:
        return None
    token = parsed.tokens[at]
    known = cues()
    verbs = known.verbs.get(token.lemma, {})
    tail = words.split()[-1] if " " in words else ""
    entry = (
        verbs.get(tail) or verbs.get("") or known.nouns.get(token.lemma) or known.adjectives.get(token.lower) or known.phrases.get(words)
    )
    belied = any(parsed.tokens[c].lower in BELYING for c in parsed.children[at])
    return replace(entry, report="distancing") if entry is not None and belied else entry
