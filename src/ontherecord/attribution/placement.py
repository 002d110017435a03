"""What a verb reports, by place: for sentences where the parser did not tie the clause to the verb."""

from __future__ import annotations

from ontherecord.attribution.drafts import Range
from ontherecord.attribution.reporting import Reporting
from ontherecord.language import Grammar

ENDS = {".", "?", "!", ";", ":"}
COMMAS = {",", "—", "–", "--", "-"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}


def by_place(said: Reporting, stands: Range, grammar: Grammar) -> list[Range]:
    """The words before ", NP said." or around ", NP said,", or the clause right behind the verb.

    `stands` is the stretch of the reporting words.
    """
    sentence = grammar.parsed.sentence_of(said.verb)
    first, last = stands
    if grammar.tokens[said.verb].dep in ("relcl", "acl", "pcomp"):
        return _of_relative(said, grammar)
    before = grammar.tokens[first - 1].text if first > sentence.first else ""
    after = grammar.tokens[last + 1].text if last + 1 < sentence.last else "."
    if "as" in {grammar.tokens[c].lower for c in grammar.children(said.verb, "mark", "advmod")}:
        return _around_as(said, grammar)
    if before in COMMAS and said.sources and not _has_object(said, grammar):
        told = (sentence.first, first - 2)
        if after in ENDS:
            return [told] if said.verb < min(said.sources) or _tells(told, grammar) else []
        if after in COMMAS:
            end = sentence.last - 1
            return [(sentence.first, first - 2), (last + 2, end - (grammar.tokens[end].text == "."))]
    return _clause_behind(said, last, grammar)


def _has_object(said: Reporting, grammar: Grammar) -> bool:
    """ "declared bankruptcy" has said what it says; "told reporters" has not."""
    return "hearer" not in said.entry.takes and bool(grammar.children(said.verb, "dobj"))


def _tells(stretch: Range, grammar: Grammar) -> bool:
    """Whether the words are a clause that can be reported, not an adjunct ("In Lima on Monday", "When the guns fell silent")."""
    first = stretch[0]
    while first < stretch[1] and (grammar.tokens[first].pos == "CCONJ" or grammar.tokens[first].pos == "PUNCT"):
        first += 1
    opening = grammar.tokens[first]
    if opening.pos in ("ADP", "SCONJ") or opening.tag in ("VBG", "VBN", "TO", "WRB"):
        return False
    return any(grammar.tokens[k].tag in FINITE for k in range(first, stretch[1] + 1))


def _of_relative(said: Reporting, grammar: Grammar) -> list[Range]:
    """ "the story, which the ministry dismissed as gossip": the noun, and what stands behind the verb.

    None for an infinitive ("the boats, which it agreed to sell"): that tells what they do with the noun.
    """
    noun = grammar.tokens[said.verb].head
    if any(grammar.tokens[k].tag == "TO" for c in grammar.children(said.verb, "xcomp", "ccomp") for k in grammar.parsed.children[c]):
        return []
    if not {"object", "as", "name"} & said.entry.takes:
        return []
    if not any(grammar.tokens[o].tag in ("WDT", "WP") for o in grammar.children(said.verb, "dobj")) or noun > said.verb:
        return []
    behind = [c for c in grammar.children(said.verb, "prep", "xcomp", "oprd") if c > said.verb]
    before = (grammar.parsed.left[noun], noun)
    return [before, (behind[0], grammar.parsed.right[behind[-1]])] if behind else [before]


def _around_as(said: Reporting, grammar: Grammar) -> list[Range]:
    """ "As the queen said, the roof leaks": the clause that the as-clause hangs on, without it."""
    head = grammar.tokens[said.verb].head
    if head == said.verb or grammar.tokens[said.verb].dep not in ("advcl", "parataxis", "ccomp"):
        return []
    left, right = grammar.parsed.left[said.verb], grammar.parsed.right[said.verb]
    if any(0 <= k < len(grammar.tokens) and grammar.tokens[k].text == ";" for k in (left - 1, right + 1)):
        return []  # "farmers protested; police held two": told beside it
    told = (*range(grammar.parsed.left[head], left), *range(right + 1, grammar.parsed.right[head] + 1))
    if not any(grammar.tokens[k].tag in FINITE for k in told):
        return []
    return [r for r in ((grammar.parsed.left[head], left - 1), (right + 1, grammar.parsed.right[head])) if r[0] < r[1]]


def _clause_behind(said: Reporting, last: int, grammar: Grammar) -> list[Range]:
    """ "said Monday the roof leaks" where the clause hangs elsewhere: from behind the verb to the sentence's end, if a clause is there."""
    end = grammar.parsed.sentence_of(said.verb).last - 1
    start = said.cue_end + 1
    if start > end or grammar.tokens[start].text in COMMAS or grammar.tokens[start].text in ENDS or not said.sources or said.passive:
        return []
    tail = range(start, min(end, start + 25) + 1)
    subject = next((k for k in tail if grammar.tokens[k].dep in ("nsubj", "nsubjpass") and grammar.tokens[k].head > k), None)
    if subject is None or subject in said.sources or any(grammar.tokens[k].text in (",", ";") for k in range(start, subject)):
        return []
    if any(grammar.tokens[k].tag == "VBD" for k in range(start, subject)):
        return []  # "informed them of the loss and said that the quay is shut": what the next verb reports
    clause = grammar.tokens[grammar.tokens[subject].head]
    marked = any(grammar.tokens[k].lower != "that" for k in grammar.children(clause.i, "mark", "advmod") if start <= k < subject)
    if clause.dep in ("relcl", "acl") or (clause.dep == "advcl" and marked):
        return []  # "said before he died"
    first = grammar.parsed.left[subject]
    return [(first - 1 if grammar.tokens[first - 1].lower == "that" else first, end)]
