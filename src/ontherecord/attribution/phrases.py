"""Statements that a phrase attributes: "according to", "in the words of", "per", "citing", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ontherecord.actors.registry import load
from ontherecord.attribution.cues import Cue, Cues
from ontherecord.attribution.direct import Claim
from ontherecord.attribution.drafts import EDGE, Draft, Range, merged, words
from ontherecord.attribution.sources import TIMES, noun_phrase, source_span, vouches
from ontherecord.language import Grammar
from ontherecord.spans import Span, trimmed

# A comma behind the source goes on naming it before these: "according to Ana Mota, an economist, and others".
NAMING = {"appos", "det", "amod", "compound", "conj", "poss"}


# What one acts according to, which tells nothing.
RULES = {
    "plan", "procedure", "schedule", "rule", "custom", "principle", "standard", "need", "ability", "size", "tradition", "logic", "formula",
    "method", "scheme", "order", "timetable", "criterion", "wish", "age", "rank", "merit", "type", "circumstance", "protocol", "script",
    "will", "law", "bill", "legislation", "constitution", "regulation", "statute", "provision", "act", "treaty", "convention", "charter",
    "article", "norm", "agreement", "contract", "code", "instruction", "mandate",
    "decision", "challenge", "parameter", "place", "spirit", "preference", "interest", "capacity", "priority", "requirement", "criteria",
}  # fmt: skip
# "per every ton" shares out.
EACH = {"every", "each", "any", "a", "an"}
# Words of a role, before what it is of.
LONGEST_ROLE = 4
# Nouns of how somebody tells it.
ACCOUNTS = {"account", "telling", "version", "reckoning", "estimate", "count", "admission", "readout", "calculation"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """An attributing phrase: its entry, the tokens of the cue, the heads of its source, and the whole stretch with the source."""

    entry: Cue
    cue: Range
    heads: tuple[int, ...]
    stretch: Range


def phrases(grammar: Grammar, known: Cues) -> dict[int, Phrase]:
    """All attributing phrases of a document, by first token."""
    found = {}
    for token in grammar.tokens:
        finder = _FINDERS.get(token.lower) or (_adverb if token.lower in known.phrases else None)
        phrase = finder(grammar, known, token.i) if finder else None
        if phrase is not None:
            found[token.i] = phrase
    return found


def by_phrase(grammar: Grammar, found: Mapping[int, Phrase], claimed: Sequence[Claim]) -> Iterator[Draft]:
    """One draft for every phrase that attributes something."""
    quotes: dict[int, list[int]] = {}
    for c in claimed:
        quotes.setdefault(c.cue, []).append(c.quotation)
    for i, phrase in found.items():
        mine = quotes.get(i, [])
        spans = [s for q in mine for s in grammar.parsed.quotations[q].spans] or _around(grammar, phrase)
        if spans:
            source = source_span(grammar, phrase.heads, cue=phrase.cue[1])
            content = merged(spans, grammar.parsed.text)
            sure = 0.9 if phrase.heads else 0.6
            yield Draft(i, phrase.cue, phrase.entry, content, phrase.heads, source, quotes=tuple(mine), sure=sure)


def _phrase(grammar: Grammar, entry: Cue, cue: Range, head: int | None) -> Phrase | None:
    if head is None:
        return None
    if grammar.tokens[head].tag == "NN" and not grammar.parsed.children[head]:
        return None  # "according to plan": a rule, not a source
    end = _to_comma(grammar, cue[1], max(noun_phrase(grammar, head, cue=cue[1])[1], grammar.parsed.right[head]))
    sentence = grammar.parsed.sentence_of(head)
    if cue[0] == sentence.first or (end >= sentence.last - 2 and grammar.tokens[cue[0] - 1].text in (",", "that", "and", "but")):
        # before a clause the source ends at its comma, whatever the parser took for a part of it
        end = _first_comma(grammar, head, sentence.last) or end
    heads = tuple(grammar.conjuncts(head))
    bearer = _bearer(grammar, cue[1] + 1, end)
    return Phrase(entry, cue, (bearer,) if bearer is not None else heads, (cue[0], end))


def _first_comma(grammar: Grammar, head: int, end: int) -> int | None:
    """The token before the comma that ends a source phrase, behind an apposition; None where a verb stands before any comma."""
    tokens = grammar.tokens
    commas = []
    for k in range(head + 1, end):
        if tokens[k].text == ",":
            commas.append(k)
        elif tokens[k].tag in ("VBD", "VBZ", "VBP", "MD"):
            break
    if not commas:
        return None
    described = len(commas) > 1 and any(tokens[k].dep == "appos" for k in range(commas[0] + 1, commas[1]))
    return (commas[1] if described else commas[0]) - 1


def _bearer(grammar: Grammar, first: int, last: int) -> int | None:
    """The last word of a name at the end of a long title: "the Minister of Posts and Roads of Chad Ana MOTA"."""
    tokens, roles = grammar.tokens, load().roles
    first += tokens[first].lower == "the"
    titles = (k for k in range(first, min(first + LONGEST_ROLE, last)) if (r := roles.get(tokens[k].lower)) and r.kind == "person")
    title = next(titles, None)
    if title is None or last - title < LONGEST_ROLE or any(tokens[k].text == "," for k in range(first, last)):
        return None
    named = tokens[last].pos == "PROPN" and tokens[last - 1].pos == "PROPN"
    return last if named and any(tokens[k].lower == "of" for k in range(title, last)) else None


def _according(grammar: Grammar, known: Cues, i: int) -> Phrase | None:
    if i + 1 >= len(grammar.tokens) or grammar.tokens[i + 1].lower != "to":
        return None
    head = grammar.child(i + 1, "pobj")
    head = _noun_behind(grammar, i + 1) if head is None else head
    if head is not None and (grammar.tokens[head].lemma.lower() in RULES or grammar.tokens[head].tag in ("WDT", "WP")):
        return None  # "a programme according to which": what it provides
    return _phrase(grammar, known.phrases["according to"], (i, i + 1), head)


def _noun_behind(grammar: Grammar, i: int) -> int | None:
    """The head of the noun phrase behind a word that the parser gave none: "according to show insiders" read as a verb and its object."""
    end = min(i + 8, grammar.parsed.sentence_of(i).last)
    end = next((k for k in range(i + 1, end) if grammar.tokens[k].text == ","), end)
    head = next((k for k in range(i + 1, end) if grammar.tokens[k].pos in ("NOUN", "PROPN", "PRON")), None)
    while head is not None and grammar.tokens[head].dep in ("compound", "poss", "nmod") and head < grammar.tokens[head].head < end:
        head = grammar.tokens[head].head
    return head


def _in_words_of(grammar: Grammar, known: Cues, i: int) -> Phrase | None:
    """ "in the view of the court", "in the court's view"."""
    noun = grammar.child(i, "pobj")
    entry = known.phrases.get(f"in the {grammar.tokens[noun].lower} of") if noun is not None else None
    if noun is None or entry is None:
        return None
    owner = grammar.child(noun, "poss")
    if owner is not None:
        return None if grammar.tokens[owner].tag == "PRP$" else Phrase(entry, (i, noun), tuple(grammar.conjuncts(owner)), (i, noun))
    of = next((c for c in grammar.children(noun, "prep") if grammar.tokens[c].lower == "of"), None)
    return None if of is None or not grammar.children(noun, "det") else _phrase(grammar, entry, (i, of), grammar.child(of, "pobj"))


def _per(grammar: Grammar, known: Cues, i: int) -> Phrase | None:
    """ "per the ministry", not "per day"."""
    head = grammar.child(i, "pobj")
    if head is None or grammar.tokens[head].lower in TIMES:
        return None
    dets = grammar.children(head, "det")
    if (
        not (grammar.tokens[head].pos == "PROPN" or grammar.children(head, "det", "compound"))
        or grammar.tokens[head].lemma.lower() in RULES
    ):
        return None
    if any(grammar.tokens[d].lower in EACH for d in dets):
        return None
    return _phrase(grammar, known.phrases["per"], (i, i), head)


def _citing(grammar: Grammar, known: Cues, i: int) -> Phrase | None:
    if grammar.tokens[i].tag != "VBG" or grammar.tokens[i].dep not in ("advcl", "acl", "prep", "conj", "xcomp"):
        return None
    head = grammar.child(i, "dobj")
    if head is None or not vouches(grammar, head):
        return None  # "citing technical problems": that is what was said
    return _phrase(grammar, known.phrases[grammar.tokens[i].lower], (i, i), head)


def _adverb(grammar: Grammar, known: Cues, i: int) -> Phrase | None:
    token = grammar.tokens[i]
    return Phrase(known.phrases[token.lower], (i, i), (), (i, i)) if token.pos == "ADV" else None


def _by_account(grammar: Grammar, known: Cues, i: int) -> Phrase | None:
    """ "by the Malian account of the talks", "by his own account"."""
    noun = grammar.child(i, "pobj")
    if noun is None or grammar.tokens[noun].lemma.lower() not in ACCOUNTS or grammar.tokens[grammar.tokens[i].head].tag == "VBN":
        return None
    owner = grammar.child(noun, "poss")
    if owner is not None:
        end = _to_comma(grammar, noun, grammar.parsed.right[noun])
        return Phrase(known.phrases["by the account of"], (i, i), tuple(grammar.conjuncts(owner)), (i, end))
    of = next((c for c in grammar.children(noun, "prep") if grammar.tokens[c].lower == "of"), None)
    whose = grammar.child(of, "pobj") if of is not None and not grammar.children(noun, "amod", "compound") else None
    return _phrase(grammar, known.phrases["by the account of"], (i, i), whose if whose is not None else noun)


_FINDERS = {"according": _according, "in": _in_words_of, "per": _per, "citing": _citing, "by": _by_account}


def _to_comma(grammar: Grammar, first: int, last: int) -> int:
    """The end of the source phrase: an apposition between commas belongs to it, a clause behind the comma does not."""
    for k in range(first + 1, last + 1):
        if grammar.tokens[k].text == "," and (k == last or grammar.tokens[k + 1].dep not in NAMING):
            return k - 1
    return last


def _around(grammar: Grammar, phrase: Phrase) -> list[Span]:
    """The clause that the phrase stands in, without it: bounded by the sentence, by semicolons, and by a quotation around it."""
    parsed, tokens = grammar.parsed, grammar.tokens
    at, end = phrase.stretch
    sentence = parsed.sentence_of(at)
    first, last = sentence.first, sentence.last - 1
    first = _behind_that(grammar, first, at)
    if not phrase.heads:
        verb = tokens[at].head if grammar.is_verb(tokens[at].head) else tokens[tokens[at].head].head
        first, last = max(first, parsed.left[verb]), min(last, parsed.right[verb])
    for k in range(first, last + 1):
        if tokens[k].text == ";" or parsed.quote_of[k] == -1 < parsed.quote_of[at]:
            if k < at:
                first = k + 1
            elif k > end:
                last = k - 1
                break
    return [s for r in ((first, at - 1), (end + 1, last)) if r[0] <= r[1] and (s := words(parsed, r)) and len(s) > 2]


def _behind_that(grammar: Grammar, first: int, at: int) -> int:
    """Where the clause around a phrase begins: behind the "that" before it, "noted that, according to the crew, the pump broke"."""
    tokens = grammar.tokens
    k = at - 1 - (tokens[at - 1].text == "," and at - 1 > first)
    if k > first and tokens[k].lower == "that" and tokens[k].tag in ("IN", "DT", "WDT"):
        return at
    return first


def cited(grammar: Grammar, found: Mapping[int, Phrase], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with "citing" put right: whom a reporter cites told what the reporter tells, and the citation is no part of it."""
    result = {d.anchor: d for d in drafts}
    by_sentence: dict[int, list[int]] = {}
    for d in drafts:
        by_sentence.setdefault(grammar.tokens[d.anchor].sent, []).append(d.anchor)
    for i in (i for i, phrase in found.items() if phrase.entry.words == "citing" and i in result):
        start, end = grammar.tokens[i].start, grammar.tokens[found[i].stretch[1]].end
        near = [d for a in by_sentence[grammar.tokens[i].sent] if (d := result[a]).cue and a != i]
        told = [d for d in near if d.anchor == grammar.tokens[i].head or any(c.start <= start < c.end for c in d.content)]
        if not told:
            continue
        reporter = max(told, key=lambda d: sum(len(c) for c in d.content))
        content = tuple(s for c in reporter.content for s in _cut(grammar.parsed.text, c, start, end))
        if content:
            result[reporter.anchor] = replace(reporter, content=content)
            result[i] = replace(result[i], content=content, within=reporter.anchor)
    return list(result.values())


def outside(grammar: Grammar, found: Mapping[int, Phrase], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without the phrase behind a comma that vouches for the whole: "told them that it broke, according to a statement"."""
    result = list(drafts)
    last = {i: p for i, p in found.items() if p.entry.words == "according to" and i and grammar.tokens[i - 1].text == ","}
    for n, d in enumerate(drafts):
        if d.cue is None or d.anchor in found:
            continue
        near = (i for i in last if d.anchor < i and grammar.tokens[i].sent == grammar.tokens[d.anchor].sent)
        for i in near:
            start, end = grammar.tokens[i - 1].start, grammar.tokens[last[i].stretch[1]].end
            if any(c.start < start and c.end <= end + 1 and c.end > start for c in d.content):
                cut = tuple(s for c in d.content for s in _cut(grammar.parsed.text, c, start, max(end, c.end)))
                result[n] = replace(d, content=cut) if cut else d
    return result


def _cut(text: str, span: Span, start: int, end: int) -> Iterator[Span]:
    """What is left of the span around a stretch."""
    for first, last in ((span.start, min(span.end, start)), (max(span.start, end), span.end)):
        kept = trimmed(text, first, last, EDGE) if first < last else None
        if kept is not None:
            yield kept
