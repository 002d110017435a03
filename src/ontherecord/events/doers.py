"""Who does what a verb tells, where the parse hangs a coordinated verb on the wrong one, and who did what somebody is thanked for."""

from __future__ import annotations

from typing import Protocol

from ontherecord.language import Grammar

# Nouns of thanks and blame.
THANKS = {"gratitude", "thanks", "thank", "appreciation", "praise", "respect", "tribute", "condolence", "congratulation", "apology"}
CLOSING = {"”", "''", "’"}
FINITE = ("VBD", "VBZ", "VBP")


class Parties(Protocol):
    """What is asked of the slots of a document: its grammar, who tokens are, what stands behind a preposition of a noun."""

    grammar: Grammar

    def parties(self, tokens: list[int], *, things: bool = False) -> tuple[str, ...]: ...

    def around(self, i: int, slot: str) -> list[int]: ...


def subjects(i: int, slots: Parties) -> list[int]:
    """Tokens of a verb's doers."""
    return _thanked_for(i, slots) or _above(i, slots) or _inside(i, slots.grammar) or slots.grammar.subjects(i)


def _above(i: int, slots: Parties) -> list[int]:
    """Of "SHE said that boats had been seen, and asked him to leave" her, though the parse hangs "asked" on "seen"."""
    grammar = slots.grammar
    token, first = grammar.tokens[i], grammar.tokens[grammar.first_conjunct(i)]
    if token.dep != "conj" or token.tag not in FINITE or first.dep not in ("ccomp", "xcomp", "advcl"):
        return []
    if grammar.children(i, "nsubj", "nsubjpass", "aux", "auxpass") or not grammar.is_verb(first.head):
        return []
    above = grammar.subjects(first.head)
    return above if _apart(first.i, i, slots) and slots.parties(above) else []


def _apart(first: int, i: int, slots: Parties) -> bool:
    """Whether the verb can't go on from the one that it is coordinated to: in tense, in voice, past the end of a quotation."""
    grammar = slots.grammar
    one, other = grammar.tokens[first], grammar.tokens[i]
    then = other.tag == "VBD" == grammar.tokens[one.head].tag and one.tag in ("VBZ", "VBP")  # "noted that it IS so, and praised"
    passive = grammar.is_passive(first) and not grammar.is_passive(i)
    quoted = any(t.tag in CLOSING or t.text in CLOSING for t in grammar.tokens[first:i])  # "said it was “good” and urged"
    return then or quoted or one.tag == "VB" or passive or not slots.parties(grammar.subjects(i))


def _inside(i: int, grammar: Grammar) -> list[int]:
    """Of "he confirmed that EVE had called him and told him to go" Eve, though the parse hangs "told" on "confirmed"."""
    token = grammar.tokens[i]
    if token.dep != "conj" or not grammar.is_verb(token.head) or grammar.children(i, "nsubj", "nsubjpass"):
        return []
    for clause in grammar.children(token.head, "ccomp"):
        if clause < i and _pronouns(clause, grammar) & _pronouns(i, grammar):
            return grammar.subjects(clause)
    return []


def _pronouns(verb: int, grammar: Grammar) -> set[str]:
    return {grammar.tokens[o].lower for o in grammar.children(verb, "dobj", "dative") if grammar.tokens[o].tag == "PRP"}


def _thanked_for(i: int, slots: Parties) -> list[int]:
    """ "expressed gratitude to CHAD for freeing them": who did what somebody is thanked or blamed for."""
    grammar = slots.grammar
    token = grammar.tokens[i]
    if token.dep != "pcomp" or grammar.tokens[token.head].lower != "for":
        return []
    above = grammar.tokens[grammar.tokens[token.head].head]
    thanks = [above.i] if above.lemma in THANKS else [o for o in grammar.children(above.i, "dobj") if grammar.tokens[o].lemma in THANKS]
    return [x for n in thanks for x in slots.around(n, "to")]
