"""Where a content ends: what the parser cut off from it at a coordination, and what it took in of the next thing told."""

from __future__ import annotations

from ontherecord.attribution.cues import cues
from ontherecord.attribution.drafts import Range
from ontherecord.attribution.messages import MESSAGES
from ontherecord.attribution.reporting import Reporting
from ontherecord.attribution.sources import lifted
from ontherecord.language import Grammar

LONGEST_ASIDE = 40
FINITE = {"VBD", "VBZ", "VBP", "MD"}
# Tenses that a story in the past tense keeps for what somebody said.
PRESENT = {"VBZ", "VBP", "MD"}
JOINS = {"and", "or", "but", "nor"}
# Opens a clause that goes on with what is said behind a comma.
THEREFORE = {"so", "while", "because", "since"}
# Openings of a tail that says more of the same: "including in the north", "as well as the port".
MORE = {"including", "particularly", "especially", "namely", "notably", "both"}
PHRASES = {
    ("as", "well"), ("in", "particular"), ("such", "as"), ("along", "with"), ("together", "with"), ("those", "who"), ("rather", "than"),
}  # fmt: skip
# Nouns that tell nothing without what they are towards.
TOWARDS = {"interest", "approach", "commitment", "support", "contribution", "solidarity", "attitude", "loyalty", "adherence"}
# Nouns of will, whose infinitive tells what is willed.
WILL = {
    "resolve",
    "desire",
    "determination",
    "decision",
    "agreement",
    "wish",
    "interest",
    "mandate",
    "plan",
    "ambition",
    "consent",
    "striving",
    "aspiration",
    "effort",
    "aim",
    "goal",
    "will",
}


def settled(said: Reporting, first: int, last: int, grammar: Grammar) -> Range:
    """The stretch with its end put right; only a stretch behind its verb is changed."""
    last = _without_aside(first, last, said, grammar)
    if first < said.verb:
        return first, last
    cut = _before_next_report(said, first, last, grammar)
    return (first, cut) if cut < last else (first, _with_tail(said, first, last, grammar))


def _without_aside(first: int, last: int, said: Reporting, grammar: Grammar) -> int:
    """The stretch's end without a comment behind a comma that tells what somebody else does: ", which the ministry denies".

    Also without what the same speaker says next: "said that it broke, and asked them to mend it".
    """
    tokens, parsed = grammar.tokens, grammar.parsed
    for k in range(max(first + 2, last - LONGEST_ASIDE), last):
        verb = tokens[k].head
        if lifted(grammar, k) == said.verb and cues().verb(k, grammar):
            return next(j for j in range(k - 1, first, -1) if tokens[j].lower in JOINS or tokens[j].text == ",") - 1
        if tokens[k - 1].text != "," or tokens[k].lower != "which" or tokens[k].dep != "dobj" or tokens[verb].dep != "relcl":
            continue
        if parsed.right[verb] >= last - 1 and parsed.quote_of[k] == parsed.quote_of[first]:
            return k - 2
    return last


def _before_next_report(said: Reporting, first: int, last: int, grammar: Grammar) -> int:
    """ "wished the crew luck and praised the harbour": the end before what the same speaker does next."""
    tokens = grammar.tokens
    if tokens[said.verb].tag != "VBD":
        return last
    for k in range(first + 2, last):
        if tokens[k].tag in FINITE and tokens[k].tag != "VBD":
            return last
        if tokens[k].tag != "VBD":
            continue
        join = k - 1 if tokens[k - 1].lower in JOINS else k - 2
        own = any(s > join for s in grammar.children(k, "nsubj", "nsubjpass"))
        goes_on = tokens[join].lower in JOINS and join > first and not own
        return join - 1 - (tokens[join - 1].text == ",") if goes_on and cues().verb(k, grammar) else last
    return last


def _with_tail(said: Reporting, first: int, last: int, grammar: Grammar) -> int:
    end = grammar.parsed.sentence_of(said.verb).last - 1
    while end > last and grammar.tokens[end].pos == "PUNCT":
        end -= 1
    if last >= end or grammar.parsed.quote_of[end] != grammar.parsed.quote_of[last] or said.passive:
        return last
    if grammar.tokens[last].lemma.lower() in TOWARDS and grammar.tokens[last + 1].lower in ("in", "to", "towards", "with"):
        last = min(max(last + 1, grammar.parsed.right[last + 1]), end)  # "reaffirmed their interest in the harbour"
        if last == end:
            return end
    if grammar.tokens[last + 1].tag == "TO":
        last = _with_infinitive(first, last, end, grammar)
    if last < end and _says_more(last + 1, end, grammar):
        return _tail_end(said, first, last, end, grammar)
    return last


def _with_infinitive(first: int, last: int, end: int, grammar: Grammar) -> int:
    """ "reaffirmed their joint resolve TO BUILD THE ROAD", where the infinitive hangs on the verb."""
    tokens = grammar.tokens
    lemma = tokens[last].lemma.lower()
    verb = next((k for k in range(last + 2, min(last + 5, end) + 1) if tokens[k].tag == "VB"), None)
    if verb is None or not (lemma in WILL or lemma in MESSAGES or lemma in cues().nouns):
        return last
    return min(max(grammar.parsed.right[verb], verb), end)


def _says_more(k: int, end: int, grammar: Grammar) -> bool:
    """Whether a tail begins like a part of what stands before it."""
    tokens = grammar.tokens
    k += tokens[k].text == ","
    if k >= end:
        return False
    if tokens[k - 1].text == "," and tokens[k].tag == "VB":
        return True  # "to build the road, mend the wells and open the school"
    if tokens[k - 1].text == "," and tokens[k].lower in THEREFORE:
        return True
    if tokens[k - 1].text == "," and tokens[k].pos in ("NOUN", "ADJ") and tokens[k].tag != "NNP":  # "the miners, the divers and the crew"
        tail = tokens[k : end + 1]
        return any(t.lower == "and" for t in tail) and not any(t.pos in ("VERB", "AUX", "PUNCT") for t in tail)
    return tokens[k].lower in JOINS | MORE or (tokens[k].lower, tokens[k + 1].lower) in PHRASES


def _tail_end(said: Reporting, first: int, last: int, end: int, grammar: Grammar) -> int:
    """The sentence's end where no new thing is told before it; else the end of a clause in the tense of what is said."""
    tokens, known = grammar.tokens, cues()
    tail = range(last + 1, end + 1)
    if any(known.verb(k, grammar) and _goes_on(k, grammar) for k in tail) or any(tokens[k].lower == "according" for k in tail):
        return last
    finite = [k for k in tail if tokens[k].tag in FINITE and not _in_relative(k, last, grammar) and not _qualifies(k, grammar)]
    if not finite:
        return end
    clausal = any(tokens[k].tag in FINITE for k in range(first, last + 1))
    return end if clausal and tokens[said.verb].tag == "VBD" and all(tokens[k].tag in PRESENT for k in finite) else last


def _goes_on(k: int, grammar: Grammar) -> bool:
    """Whether a reporting verb in the tail tells the next thing said: ", adding that", "and also informed them"."""
    tokens = grammar.tokens
    before = next((j for j in range(k - 1, max(k - 4, 0), -1) if tokens[j].pos != "ADV"), k)
    return tokens[k].tag in ("VBD", "VBG") or (tokens[k].tag == "VBN" and tokens[before].lower in JOINS)


def _qualifies(k: int, grammar: Grammar) -> bool:
    """ "the newly occupied towns": a participle before its noun that the tagger took for a past tense."""
    tokens = grammar.tokens
    return tokens[k].tag == "VBD" and tokens[k - 1].pos in ("ADV", "DET") and k + 1 < len(tokens) and tokens[k + 1].pos in ("NOUN", "PROPN")


def _in_relative(k: int, last: int, grammar: Grammar) -> bool:
    """Whether the verb stands in a relative clause that begins behind `last`."""
    for above in (grammar.tokens[k], *grammar.governors(k)):
        if above.dep == "relcl":
            return above.head > last
    return False
