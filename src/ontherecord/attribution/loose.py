"""Quotations that no verb introduces: the speaker goes on, or the sentence before introduced them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ontherecord.attribution.direct import Claim
from ontherecord.attribution.drafts import Draft, merged
from ontherecord.attribution.quoted import Quoted
from ontherecord.language import Grammar


def with_loose(grammar: Grammar, drafts: Sequence[Draft], claimed: Sequence[Claim], quoted: Quoted) -> list[Draft]:
    """The drafts, each with the quotations that follow it in its paragraph; then those that stand alone, without a source."""
    parsed = grammar.parsed
    grown = {d.anchor: d for d in drafts}
    by_paragraph: dict[int, list[int]] = {}
    for d in sorted(drafts, key=lambda d: d.start):
        if d.quotes and parsed.quote_of[d.anchor] < 0:
            by_paragraph.setdefault(parsed.paragraph_of(d.anchor).i, []).append(d.anchor)
    for claim in claimed:
        if claim.cue >= 0:
            continue
        first = quoted.first[claim.quotation]
        spans = parsed.quotations[claim.quotation].spans
        goes_on = [a for a in by_paragraph.get(parsed.paragraph_of(first).i, ()) if grown[a].start < spans[0].start]
        if goes_on and _narrated(grammar, grown[goes_on[-1]], first):
            before = grown[goes_on[-1]]
            grown[first] = Draft(first, None, None, spans, before.sources, before.source, quotes=(claim.quotation,), sure=0.6)
        elif goes_on:
            said = grown[goes_on[-1]]
            grown[said.anchor] = replace(said, content=merged([*said.content, *spans], parsed.text), quotes=(*said.quotes, claim.quotation))
        elif claim.shape == "utterance" and parsed.paragraph_of(first).part.kind in ("story", "title"):
            grown[first] = Draft(first, None, None, spans, quotes=(claim.quotation,), sure=0.5)
    return list(grown.values())


def _narrated(grammar: Grammar, said: Draft, first: int) -> bool:
    """Whether a sentence that tells something else stands between a statement's sentences and a quotation: that is said anew."""
    parsed = grammar.parsed
    end = max(said.content[-1].end, grammar.tokens[said.anchor].end)
    at = bisect_right(parsed.tokens, end, key=lambda t: t.start)
    between = range(parsed.tokens[min(at, first)].sent + 1, parsed.tokens[first].sent)
    return any(parsed.quote_of[k] < 0 and grammar.is_verb(k) for s in between for k in (parsed.sentences[s].first, _root(grammar, s)))


def _root(grammar: Grammar, sentence: int) -> int:
    s = grammar.parsed.sentences[sentence]
    return next((k for k in range(s.first, s.last) if grammar.tokens[k].dep == "ROOT"), s.first)
