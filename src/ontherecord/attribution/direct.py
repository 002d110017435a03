"""Which words introduce a quotation: the reporting clause behind it, before it, or the verb that it hangs on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from ontherecord.attribution.cues import Cue, Cues
from ontherecord.attribution.drafts import Range
from ontherecord.attribution.quoted import Quoted
from ontherecord.language import Grammar

# utterance: sentences of its own; part: words inside a reporter's clause; tail: a scrap that only ever goes on an utterance.
Shape = Literal["utterance", "part", "tail"]
TELLING = ("VBD", "VBZ", "VBP", "VBN", "VBG", "VB")
FINITE = {"VBD", "VBZ", "VBP", "MD"}
# Sentence-like from this many words on; shorter quotations that nobody introduces are titles, nicknames and scare quotes.
UTTERANCE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Claim:
    """A quotation, the token that introduces it (a verb, the first of a phrase; -1 for nobody), and the frame that it was found in."""

    quotation: int
    cue: int
    shape: Shape
    frame: Range


def claims(grammar: Grammar, known: Cues, quoted: Quoted, phrases: Collection[int]) -> list[Claim]:
    """One claim for every quotation that somebody introduces or that stands as an utterance by itself.

    `phrases` are first tokens of attributing phrases ("according to", "in the words of").
    """
    found = []
    for q in range(len(quoted.first)):
        if quoted.first[q] < 0:
            continue
        claim = _claim(q, grammar, known, quoted, phrases)
        if claim is not None:
            found.append(claim)
    return found


def _claim(q: int, grammar: Grammar, known: Cues, quoted: Quoted, phrases: Collection[int]) -> Claim | None:
    before, after = quoted.before(q), quoted.after(q)
    opens_sentence = before[0] > before[1]
    mark = quoted.end_mark(q)
    if opens_sentence and mark and after[0] <= after[1]:
        cue = _cue_behind(grammar, known, after, phrases, strict=mark in ".?!…")
        if cue >= 0:
            return Claim(q, cue, "utterance", after)
    if not opens_sentence:
        cue = _cue_before(grammar, known, before, phrases)
        if cue >= 0:
            return Claim(q, cue, "utterance" if _ends_clause(q, grammar, quoted) else "part", before)
        cue = _cue_above(q, grammar, known, quoted) if not _named(q, grammar, quoted) else -1
        return Claim(q, cue, "part", before) if cue >= 0 else None
    if mark:
        return Claim(q, -1, "utterance" if _is_sentence(q, grammar, quoted) else "tail", before)
    cue = _cue_above(q, grammar, known, quoted)
    return Claim(q, cue, "part", after) if cue >= 0 else None


def _ends_clause(q: int, grammar: Grammar, quoted: Quoted) -> bool:
    """Whether the reporter's sentence does not go on with the quoted words: "called for “respect” in dealings" does."""
    return bool(quoted.end_mark(q)) or quoted.after(q)[0] > quoted.after(q)[1] or _is_sentence(q, grammar, quoted)


def _is_sentence(q: int, grammar: Grammar, quoted: Quoted) -> bool:
    first, last = quoted.first[q], quoted.last[q]
    if all(grammar.tokens[i].text[0].isupper() for i in range(first, last + 1) if len(grammar.tokens[i].text) > 3):
        return False  # a title, also of a section of the report
    return last - first + 1 > UTTERANCE_WORDS and any(
        grammar.tokens[i].tag in FINITE or grammar.tokens[i].tag == "VB" for i in range(first, min(last, first + 80) + 1)
    )


def _cue_behind(grammar: Grammar, known: Cues, frame: Range, phrases: Collection[int], *, strict: bool) -> int:
    """The verb of the reporting clause behind a quotation, or the phrase ("according to"); -1 when that is no reporting clause.

    `strict` (the quotation ended with a full stop or question mark, so what follows may be a new sentence): only a known verb right
    at the start that reports nothing else.
    """
    tokens = grammar.tokens
    first, last = frame
    if tokens[first].text == ",":
        first += 1
    if first > last:
        return -1
    if first in phrases:
        return first
    fallback = -1
    for i in range(first, min(last, first + 40) + 1):
        token = tokens[i]
        if (token.tag not in TELLING or token.pos not in ("VERB", "AUX")) and token.lower not in known.adjectives:
            continue
        entry = known.verb(i, grammar)
        if entry and "quote" in entry[0].takes:
            if token.dep in ("relcl", "acl", "amod") and not _ends_frame(i, last) and fallback < 0 and token.tag != "VBG":
                fallback = i
                continue
            if strict and (_reports_more(i, grammar) or token.tag == "VBG"):
                return -1
            return i
        if token.lower in known.adjectives and _ends_frame(i, last) and i > first and tokens[i - 1].lemma == "be":
            return i  # "“We wait,” the mayor is convinced."
        if (
            token.tag in ("VBD", "VBZ")
            and token.dep not in ("relcl", "acl", "aux", "auxpass")
            and token.lemma not in ("be", "have", "do")
            and fallback < 0
        ):
            fallback = i
    return -1 if strict else fallback


def _ends_frame(i: int, last: int) -> bool:
    return last - i <= 1


def _reports_more(verb: int, grammar: Grammar) -> bool:
    return any(grammar.tokens[c].dep in ("ccomp", "xcomp") and c > verb for c in grammar.parsed.children[verb])


def _cue_before(grammar: Grammar, known: Cues, frame: Range, phrases: Collection[int]) -> int:
    """The reporting verb before a quotation that follows a comma, a colon, "that" or the verb itself; -1 when there is none."""
    tokens = grammar.tokens
    first, last = frame
    joint = tokens[last]
    colon, comma = joint.text == ":", joint.text == ","
    root = -1
    if comma and first in phrases:
        return first
    for i in range(last, first - 1, -1):
        token = tokens[i]
        if token.tag[0] != "V" or token.pos not in ("VERB", "AUX"):
            continue
        entry = known.verb(i, grammar)
        if entry and ("quote" in entry[0].takes or (colon and entry[0].words == "quote")):
            if colon or comma:
                return _who_urges(i, grammar, known, first)
            between = range(entry[1] + 1, last + 1)
            return i if all(_passes(k, i, grammar) for k in between) else -1
        if colon and root < 0 and token.tag in FINITE:
            root = i
    return root if colon else -1


def _who_urges(verb: int, grammar: Grammar, known: Cues, first: int) -> int:
    """The verb that a quotation behind "urged the crew to ask for maps: “…”" hangs on: whoever urges speaks, not who is urged."""
    over = grammar.tokens[verb].head
    infinitive = any(grammar.tokens[c].tag == "TO" for c in grammar.parsed.children[verb])
    entry = known.verb(over, grammar) if infinitive and first <= over < verb else None
    return over if entry and {"quote", "order"} <= entry[0].takes and grammar.children(over, "dobj", "prep", "dative") else verb


def _passes(k: int, verb: int, grammar: Grammar) -> bool:
    """Words that may stand between a verb and its quotation: hearer, time, "that"; no verb of their own."""
    token = grammar.tokens[k]
    return (token.head == verb and token.dep in ("mark", "advmod", "npadvmod", "dobj", "dative", "prt")) or token.lower == "that"


def _named(q: int, grammar: Grammar, quoted: Quoted) -> bool:
    """Whether a quotation is the name of the thing before it: "the exercise “Red Lake”"."""
    first, last = quoted.first[q], quoted.last[q]
    k = first - 1
    while k > 0 and not grammar.tokens[k].text[0].isalnum():
        k -= 1
    words = [t for t in grammar.tokens[first : last + 1] if t.text[0].isalnum()]
    return k >= 0 and grammar.tokens[k].pos == "NOUN" and len(words) <= 4 and all(not t.text[0].islower() for t in words)


def _cue_above(q: int, grammar: Grammar, known: Cues, quoted: Quoted) -> int:
    """The nearest reporting verb or noun that governs the quoted words; -1 when there is none."""
    first, last = quoted.first[q], quoted.last[q]
    head = next((i for i in range(first, last + 1) if not first <= grammar.tokens[i].head <= last), -1)
    if head < 0:
        return -1
    below = head
    for above in grammar.governors(head):
        if not first <= above.i <= last and (entry := known.verb(above.i, grammar)):
            return above.i if _is_content(below, above.i, entry, grammar) else -1
        below = above.i
    return -1


def _is_content(branch: int, verb: int, entry: tuple[Cue, int], grammar: Grammar) -> bool:
    """Whether the verb's dependent that holds the quotation tells what was said, not who, when or on which occasion."""
    token = grammar.tokens[branch]
    if token.dep in ("nsubj", "nsubjpass", "npadvmod", "advmod", "agent", "dative"):
        return False
    if token.dep == "prep":
        return branch == entry[1] or token.lower in entry[0].takes
    return branch > verb or token.dep in ("ccomp", "csubj", "dobj")
