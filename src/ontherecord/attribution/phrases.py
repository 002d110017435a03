"""Statements that a phrase attributes: "according to", "in the words of", "in the view of"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ontherecord.attribution.cues import Cue, Cues
from ontherecord.attribution.direct import Claim
from ontherecord.attribution.drafts import Draft, Range, merged, words
from ontherecord.attribution.sources import source_span
from ontherecord.language import Grammar
from ontherecord.spans import Span


def by_phrase(grammar: Grammar, known: Cues, claimed: Sequence[Claim]) -> Iterator[Draft]:
    """One draft for every attributing phrase."""
    quotes = {c.cue: c.quotation for c in claimed if c.cue >= 0}
    entry = known.phrases["according to"]
    for token in grammar.tokens:
        if token.lower == "according" and token.i + 1 < len(grammar.tokens) and grammar.tokens[token.i + 1].lower == "to":
            draft = _according(grammar, entry, token.i, quotes.get(token.i))
            if draft is not None:
                yield draft


def _according(grammar: Grammar, entry: Cue, i: int, quotation: int | None) -> Draft | None:
    to = i + 1
    head = next((n for n in grammar.children(to, "pobj")), None)
    if head is not None and grammar.tokens[head].tag == "NN" and not grammar.parsed.children[head]:
        return None  # "according to plan": a rule, not a source
    heads = tuple(grammar.conjuncts(head)) if head is not None else ()
    end = max([to, *(grammar.parsed.right[h] for h in heads[:1])])
    end = _to_comma(grammar, to, end)
    spans = _around(grammar, (i, end))
    if quotation is not None:
        spans = [*grammar.parsed.quotations[quotation].spans]
    if not spans:
        return None
    return Draft(
        i, (i, to), entry, merged(spans, grammar.parsed.text), heads, source_span(grammar, heads, cue=to), (),
        () if quotation is None else (quotation,), sure=0.9 if heads else 0.6,
    )  # fmt: skip


def _to_comma(grammar: Grammar, first: int, last: int) -> int:
    """The end of the source phrase: an apposition between commas belongs to it, a clause behind the comma does not."""
    for k in range(first + 1, last + 1):
        if grammar.tokens[k].text == "," and grammar.tokens[k + 1 if k < last else k].dep not in (
            "appos",
            "det",
            "amod",
            "compound",
            "conj",
            "poss",
        ):
            return k - 1
    return last


def _around(grammar: Grammar, phrase: Range) -> list[Span]:
    """The clause that the phrase stands in, without it: bounded by the sentence and by semicolons."""
    sentence = grammar.parsed.sentence_of(phrase[0])
    first, last = sentence.first, sentence.last - 1
    for k in range(sentence.first, sentence.last):
        if grammar.tokens[k].text == ";":
            if k < phrase[0]:
                first = k + 1
            else:
                last = k - 1
                break
    ranges = [(first, phrase[0] - 1), (phrase[1] + 1, last)]
    return [s for r in ranges if r[0] <= r[1] and (s := words(grammar.parsed, r)) and len(s) > 2]
