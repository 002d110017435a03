"""Statements that a reporting verb introduces: its quotations and its clause joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ontherecord.attribution.complements import Reporting, contents, hearers
from ontherecord.attribution.cues import Cue, Cues
from ontherecord.attribution.direct import Claim
from ontherecord.attribution.drafts import Draft, merged, words
from ontherecord.attribution.sources import near_noun, source_span, sources
from ontherecord.language import Grammar, Parsed
from ontherecord.spans import Span

# A verb that no lexicon lists and that a quotation's comma proves to be reporting: "…," the old man sighed.
UNLISTED = Cue("", "verb", "asserts", "neutral", frozenset({"quote"}))
# Governors after which an infinitive still reports: "went on to say", "is quick to note".
CARRIES = {"go", "continue", "begin", "use", "proceed", "like", "keep", "be", "seem", "appear"}
UNREAL = {"should", "must", "can", "could", "may", "might", "let"}


def by_verb(grammar: Grammar, known: Cues, claimed: Sequence[Claim], spoken: Sequence[bool]) -> Iterator[Draft]:
    """One draft for every reporting verb that has a content, in the order of the verbs.

    `spoken` says of every token whether somebody says it: what "I" and "we" say there is no statement of its own.
    """
    by_cue: dict[int, list[Claim]] = {}
    for claim in claimed:
        if claim.cue >= 0 and grammar.tokens[claim.cue].lower != "according":
            by_cue.setdefault(claim.cue, []).append(claim)
    for token in grammar.tokens:
        mine = by_cue.get(token.i, [])
        entry = known.verb(token.i, grammar)
        if entry is None and not mine:
            continue
        draft = _draft(grammar, token.i, entry, mine, spoken)
        if draft is not None:
            yield draft


def _draft(grammar: Grammar, verb: int, entry: tuple[Cue, int] | None, claimed: list[Claim], spoken: Sequence[bool]) -> Draft | None:
    cue, end = entry or (UNLISTED, verb)
    said = Reporting(verb, end, cue, _sources(grammar, verb, claimed), grammar.is_passive(verb))
    if not claimed and not _reports(said, grammar, spoken):
        return None
    told = contents(said, grammar)
    spans = [s for r in told if (s := words(grammar.parsed, r))]
    spans = _with_quotes(grammar.parsed, spans, claimed)
    if not spans:
        return None
    return Draft(
        verb, (verb, end) if end - verb <= 1 else (verb, verb), cue, merged(spans, grammar.parsed.text), said.sources,
        source_span(grammar, said.sources, cue=verb), tuple(hearers(said, grammar)), tuple(c.quotation for c in claimed),
        sure=_sure(said, claimed),
    )  # fmt: skip


def _sources(grammar: Grammar, verb: int, claimed: list[Claim]) -> tuple[int, ...]:
    found = sources(grammar, verb)
    utterance = next((c for c in claimed if c.shape == "utterance"), None)
    if utterance is None or (found and all(grammar.parsed.quote_of[f] == grammar.parsed.quote_of[verb] for f in found)):
        return found
    return near_noun(grammar, verb, utterance.frame)


def _with_quotes(parsed: Parsed, spans: list[Span], claimed: list[Claim]) -> list[Span]:
    """The clause and the quotations: a clause that lies inside an utterance's marks is that utterance."""
    utterances = [s for c in claimed if c.shape == "utterance" for s in parsed.quotations[c.quotation].spans]
    kept = [s for s in spans if not any(u.overlaps(s) for u in utterances)]
    mixed = [
        s for s in spans if any(u.overlaps(s) for u in utterances) and not any(u.start <= s.start + 1 for u in utterances if u.overlaps(s))
    ]
    parts = [s for c in claimed if c.shape == "part" for s in parsed.quotations[c.quotation].spans if not any(k.overlaps(s) for k in kept)]
    return kept + mixed + utterances + parts


def _reports(said: Reporting, grammar: Grammar, spoken: Sequence[bool]) -> bool:
    """Whether the verb tells that something was said, rather than wishes, forbids or imagines it."""
    token, tokens = grammar.tokens[said.verb], grammar.tokens
    infinitive = token.tag == "VB" and any(tokens[c].tag == "TO" for c in grammar.parsed.children[said.verb])
    if infinitive and (token.dep != "xcomp" or tokens[token.head].lemma not in CARRIES):
        return False
    if token.tag == "VB" and set(grammar.auxiliaries(said.verb)) & UNREAL:
        return False
    return not (spoken[said.verb] and all(tokens[s].lower in ("i", "we", "you") for s in said.sources))


def _sure(said: Reporting, claimed: list[Claim]) -> float:
    if any(c.shape == "utterance" for c in claimed):
        return 0.95 if said.sources else 0.75
    return 0.9 if said.sources and "clause" in said.entry.takes else 0.7
