"""Whether a noun phrase tells what was said: a message or a described act does, a bare thing, person or time does not."""

from __future__ import annotations

from ontherecord.actors.registry import load
from ontherecord.attribution.cues import Cue, cues
from ontherecord.attribution.sources import TIMES
from ontherecord.language import Grammar

# Nouns of what one says to others, beside the nouns of the lexicon.
MESSAGES = {
    "condolence", "sympathy", "thanks", "gratitude", "greeting", "congratulation", "regret", "apology", "satisfaction", "support",
    "solidarity", "hope", "readiness", "willingness", "commitment", "plea", "news", "word", "position", "intention",
    "disappointment", "outrage", "anger", "appreciation", "rejection", "opposition", "dismay", "alarm", "conviction", "sentiment",
    "offer", "need", "importance",
}  # fmt: skip
# What one asks for or promises is told even by its bare name ("called for calm"); of anything else a bare name tells nothing.
WILLED = {"asks", "promises", "threatens", "predicts"}
# So many tokens of a phrase decide.
LONGEST = 60
# Dependents that tell nothing about the thing.
EMPTY = {"det", "predet", "punct", "cc", "preconj", "neg", "nummod", "advmod", "case"}
FULL = {"acl", "ccomp", "xcomp", "pcomp", "csubj"}


def tells(entry: Cue, first: int, last: int, grammar: Grammar) -> bool:
    """Whether the stretch behind (or before) a reporting word is what was said.

    A verb's "topic" frame means that it names what was spoken of: only a clause, a message or quoted words tell what was said about it.
    """
    parsed, tokens = grammar.parsed, grammar.tokens
    last = min(last, first + LONGEST)
    head = _head(first, last, grammar)
    if _quoted(first, last, grammar) or (grammar.is_verb(head) and first < last):
        return True
    if tokens[head].lower == "this":  # stands for the sentence before
        return True
    if (tokens[head].lower in TIMES and not grammar.children(head, "prep")) or tokens[head].pos in ("PRON", "DET", "ADJ"):
        return False
    if any(tokens[c].dep in FULL for c in parsed.children[head] if c <= last) or _clause_within(first, last, head, grammar):
        return True
    if entry.manner in WILLED and "topic" not in entry.takes:
        return tokens[head].pos != "PROPN" or not _bare(head, first, last, grammar)
    if _bare(head, first, last, grammar) or _somebody(head, grammar):
        return False
    return "topic" not in entry.takes or is_message(head, grammar)


def _head(first: int, last: int, grammar: Grammar) -> int:
    return next(
        (k for k in range(first, last + 1) if not first <= grammar.tokens[k].head <= last and grammar.tokens[k].pos != "PUNCT"), first
    )


def _quoted(first: int, last: int, grammar: Grammar) -> bool:
    """Whether words in quotation marks stand inside the stretch, more than the quotation that all of it stands in."""
    of = grammar.parsed.quote_of
    return any(q >= 0 for q in of[first : last + 1]) and len({*of[max(first - 2, 0) : first], *of[first : last + 2]}) > 1


def _clause_within(first: int, last: int, head: int, grammar: Grammar) -> bool:
    """Whether a clause hangs on a preposition of the phrase: "the delay in reopening the pass"."""
    return any(grammar.tokens[k].dep in ("pcomp", "ccomp") and k != head for k in range(first, last + 1))


def _bare(head: int, first: int, last: int, grammar: Grammar) -> bool:
    """ "the step", "its waters", "regret": a noun of which nothing is said."""
    tokens = grammar.tokens
    return not any(
        first <= c <= last
        and tokens[c].dep not in EMPTY
        and tokens[c].tag != "PRP$"
        and (tokens[c].dep != "compound" or tokens[head].pos != "PROPN")
        for c in grammar.parsed.children[head]
    )


def is_message(head: int, grammar: Grammar) -> bool:
    """Whether a noun names what one says to others: thanks, a hope, a claim."""
    lemma = grammar.tokens[head].lemma.lower()
    return lemma in MESSAGES or lemma in cues().nouns


def _somebody(head: int, grammar: Grammar) -> bool:
    """A name or a person's role: who is praised or recalled, not what is said."""
    token = grammar.tokens[head]
    role = load().roles.get(token.lower)
    return token.pos == "PROPN" or (role is not None and role.kind == "person")
