"""Statements that a reporting verb introduces: its quotations and its clause joined."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

from ontherecord.attribution.complements import contents, hearers
from ontherecord.attribution.cues import Cue, Cues, cues
from ontherecord.attribution.direct import Claim
from ontherecord.attribution.drafts import Draft, Range, merged, words
from ontherecord.attribution.reporting import Reporting, reports
from ontherecord.attribution.sources import near_noun, source_span, sources, vouches
from ontherecord.language import Grammar, Parsed
from ontherecord.spans import Span

# A verb that no lexicon lists and that a quotation's comma proves to be reporting: "…," the old man sighed.
UNLISTED = Cue("", "verb", "asserts", "neutral", frozenset({"quote"}))
FINITE = {"VBD", "VBZ", "VBP"}
# Words of a scare quotation at most.
MOST_SCARED = 2
# Contents that tell nothing by themselves.
BARE = {
    "this",
    "that",
    "it",
    "so",
    "them",
    "him",
    "her",
    "me",
    "us",
    "you",
    "what",
    "who",
    "which",
    "these",
    "those",
    "himself",
    "themselves",
    "its own",
    "their own",
    "his own",
    "her own",
}


def by_verb(
    grammar: Grammar, known: Cues, claimed: Sequence[Claim], spoken: Sequence[bool], *, skip: Container[int] = ()
) -> Iterator[Draft]:
    """One draft for every reporting verb that has a content, in the order of the verbs.

    `spoken` says of every token whether somebody says it: what "I" and "we" say there is no statement of its own.
    `skip` holds verbs that a phrase has taken ("citing").
    """
    by_cue: dict[int, list[Claim]] = {}
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claimed:
        if claim.cue >= 0:
            by_cue.setdefault(claim.cue, []).append(claim)
            by_sentence.setdefault(grammar.tokens[claim.cue].sent, []).append(claim)
    for token in grammar.tokens:
        mine = by_cue.get(token.i, [])
        entry = known.verb(token.i, grammar)
        if (entry is None and not mine) or token.i in skip:
            continue
        draft = _draft(grammar, token.i, entry, mine, by_sentence.get(token.sent, ())[:12], spoken)
        if draft is not None:
            yield draft


def _draft(
    grammar: Grammar, verb: int, entry: tuple[Cue, int] | None, claimed: list[Claim], around: Sequence[Claim], spoken: Sequence[bool]
) -> Draft | None:
    cue, end = entry or (UNLISTED, verb)
    said = Reporting(verb, end, cue, _sources(grammar, verb, claimed, around), grammar.is_passive(verb))
    if not any(c.shape == "utterance" for c in claimed) and not reports(said, grammar, spoken):
        return None
    spans = [s for r in contents(said, grammar) if (s := words(grammar.parsed, _within_quote(verb, r, grammar)))]
    if not claimed and spans and all(s.of(grammar.parsed.text).lower() in BARE for s in spans):
        spans = _pointed_at(said, spans, grammar)
    if not spans and _scares(grammar, claimed, spoken[verb]):
        return None
    spans = _with_quotes(grammar.parsed, spans, claimed, verb)
    if not spans:
        return None
    return Draft(
        verb, (verb, end) if end - verb <= 1 else (verb, verb), cue, merged(spans, grammar.parsed.text), said.sources,
        source_span(grammar, said.sources, cue=verb), tuple(hearers(said, grammar)), tuple(c.quotation for c in claimed),
        silent=_quotes_as_saying(grammar, verb), sure=_sure(said, claimed),
    )  # fmt: skip


def _quotes_as_saying(grammar: Grammar, verb: int) -> bool:
    """ "“It broke,” the radio QUOTED a guard as saying": "saying" tells it, and the radio is its channel."""
    if grammar.tokens[verb].lemma not in ("quote", "cite"):
        return False
    holders = (verb, *grammar.children(verb, "dobj", "nsubjpass"))
    told = (
        c for h in holders for p in grammar.children(h, "prep") if grammar.tokens[p].lower == "as" for c in grammar.children(p, "pcomp")
    )
    return any(grammar.tokens[c].lemma in ("say", "tell", "write", "warn", "add", "state") for c in told)


def _scares(grammar: Grammar, claimed: Sequence[Claim], spoken: bool) -> bool:
    """Whether all that a verb reports is a quoted qualifier of some noun: "weighed the plan in a “closed” session".

    In somebody's words any word or two in marks are that speaker's scorn: "how they show their “might”".
    """
    qualifiers = ("amod", "compound", "nmod")
    for c in claimed:
        spans = grammar.parsed.quotations[c.quotation].spans
        inside = [k for k in range(*_tokens_of(grammar.parsed, spans[0])) if grammar.tokens[k].text[0].isalnum()]
        if c.shape != "part" or len(spans) > 1 or not inside or len(inside) > MOST_SCARED:
            return False
        if not spoken and not all(grammar.tokens[k].dep in qualifiers or grammar.tokens[k].head in inside for k in inside):
            return False
    return bool(claimed)


def _tokens_of(parsed: Parsed, span: Span) -> tuple[int, int]:
    return bisect_left(parsed.tokens, span.start, key=lambda t: t.start), bisect_left(parsed.tokens, span.end, key=lambda t: t.start)


def _beside_quotation(grammar: Grammar, verb: int, claimed: Sequence[Claim]) -> tuple[int, ...]:
    """ "“It works,” the mayor said, thanking the divers": who the reporting words name, not what stands in the quotation."""
    over = next((c.cue for c in claimed if c.shape == "utterance" and c.frame[0] <= c.cue < verb <= c.frame[1] + 1), -1)
    return sources(grammar, over) if over >= 0 else ()


def _sources(grammar: Grammar, verb: int, claimed: list[Claim], around: Sequence[Claim]) -> tuple[int, ...]:
    found = _quoted_by(grammar, verb, claimed) or sources(grammar, verb)
    of = grammar.parsed.quote_of
    if not claimed and found and of[verb] < 0 and all(of[f] >= 0 for f in found):
        found = _beside_quotation(grammar, verb, around)
    if not claimed and found and of[verb] >= 0 and grammar.tokens[verb].tag == "VBG" and all(of[f] < 0 for f in found):
        found = ()  # "“… defending us, condemning the war,” she said": not what she does
    utterance = next((c for c in claimed if c.shape == "utterance"), None)
    if utterance is not None and grammar.tokens[verb].lower in cues().adjectives:  # "“…,” the head of state is convinced"
        found = tuple(x for s in grammar.children(verb, "nsubjpass", "nsubj") for x in grammar.conjuncts(s)) or tuple(
            grammar.subjects(verb)
        )
    if utterance is None and not found and grammar.tokens[verb].tag in FINITE and not grammar.is_passive(verb):
        return near_noun(grammar, verb, (grammar.parsed.sentence_of(verb).first, verb))
    if utterance is None or (found and all(grammar.parsed.quote_of[f] == grammar.parsed.quote_of[verb] for f in found)):
        return found
    return near_noun(grammar, verb, utterance.frame)


def _quoted_by(grammar: Grammar, verb: int, claimed: list[Claim]) -> tuple[int, ...]:
    """ "I quote the poet Ana Mota: “…”": the words are the poet's, not of who quotes them."""
    if grammar.tokens[verb].lemma not in ("quote", "cite") or not any(c.shape == "utterance" for c in claimed) or grammar.is_passive(verb):
        return ()
    return tuple(x for o in grammar.children(verb, "dobj") if vouches(grammar, o) for x in grammar.conjuncts(o))


def _within_quote(verb: int, stretch: Range, grammar: Grammar) -> Range:
    """The stretch cut at the marks around the verb: what somebody quotes ends where their quotation ends."""
    of, first, last = grammar.parsed.quote_of, *stretch
    mine = of[verb]
    if mine < 0:
        return stretch
    start, end = grammar.parsed.quotations[mine].spans[0].start, grammar.parsed.quotations[mine].spans[-1].end
    while first <= last and grammar.tokens[first].start < start:
        first += 1
    while last >= first and grammar.tokens[last].end > end:
        last -= 1
    return first, last


def _pointed_at(said: Reporting, spans: list[Span], grammar: Grammar) -> list[Span]:
    """ "He said this in Lima", "This was stressed by the envoy": the sentence before; nothing for other empty words."""
    parsed = grammar.parsed
    sentence = parsed.sentence_of(said.verb)
    before = parsed.sentences[sentence.i - 1] if sentence.i else None
    if before is None or before.paragraph != sentence.paragraph or not said.sources or "clause" not in said.entry.takes:
        return []
    span = words(parsed, (before.first, before.last - 1))
    return [span] if span and any(s.of(parsed.text).lower() == "this" for s in spans) else []


def _with_quotes(parsed: Parsed, spans: list[Span], claimed: list[Claim], verb: int) -> list[Span]:
    """The clause and the quotations: a clause that lies inside an utterance's marks is that utterance."""
    utterances = [s for c in claimed if c.shape == "utterance" for s in parsed.quotations[c.quotation].spans]
    at = parsed.tokens[verb].start
    if utterances and all(u.start > at for u in utterances):  # "Asked why, he said: “…”": what stands before is no content
        spans = [s for s in spans if s.start > at]
    kept = [s for s in spans if not any(u.overlaps(s) for u in utterances) and not (utterances and _one_word(parsed, s))]
    mixed = [
        s for s in spans if any(u.overlaps(s) for u in utterances) and not any(u.start <= s.start + 1 for u in utterances if u.overlaps(s))
    ]
    parts = [s for c in claimed if c.shape == "part" for s in parsed.quotations[c.quotation].spans if not any(k.overlaps(s) for k in kept)]
    return kept + mixed + utterances + parts


def _one_word(parsed: Parsed, span: Span) -> bool:
    """ "“Come,” he urged TRAVELLERS": whom an utterance was said to."""
    return " " not in span.of(parsed.text)


def _sure(said: Reporting, claimed: list[Claim]) -> float:
    if any(c.shape == "utterance" for c in claimed):
        return 0.95 if said.sources else 0.75
    return 0.9 if said.sources and "clause" in said.entry.takes else 0.7
