"""Statements that a noun or adjective introduces: "a call for talks", "the claim that …", "is confident that …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ontherecord.attribution.cues import Cue, Cues
from ontherecord.attribution.drafts import Draft, Range, merged, words
from ontherecord.attribution.messages import tells
from ontherecord.attribution.reporting import UNREAL, nobody
from ontherecord.attribution.sources import TIMES, own_words, source_span, vouches
from ontherecord.language import Grammar

# Verbs that lend a noun their subject: "made a promise to".
LENDS = {
    "make", "issue", "give", "deliver", "repeat", "reiterate", "renew", "raise", "send", "release", "publish", "level",
    "lodge", "file", "put", "have", "offer", "express", "voice", "convey", "share", "hold", "take", "maintain",
    "retract", "withdraw", "drop", "extend", "post", "sign",
}  # fmt: skip
CLAUSAL = {"acl", "ccomp", "relcl", "appos", "advcl"}


def by_noun(grammar: Grammar, known: Cues, spoken: Sequence[bool]) -> Iterator[Draft]:
    """One draft for every reporting noun or adjective that has a content and is not a reporting verb's own object.

    `spoken` says of every token whether somebody says it: what "I" and "we" feel there is no statement of its own.
    """
    for token in grammar.tokens:
        if token.pos in ("NOUN", "PROPN") and (entry := known.nouns.get(token.lemma.lower())) is not None:
            told, heads = _of_noun(grammar, token.i, entry, known)
        elif token.pos in ("ADJ", "VERB", "NOUN") and (entry := known.adjectives.get(token.lower)) is not None:
            if grammar.tokens[token.head].lemma == "make" and token.head < token.i:
                continue  # "made sure that" is a deed
            told, heads = _of_adjective(grammar, token.i, entry)
        else:
            continue
        spans = [s for r in told if (s := words(grammar.parsed, r))]
        if spans and not (spoken[token.i] and own_words(grammar, heads)) and not nobody(grammar, heads):
            source = source_span(grammar, heads, cue=token.i)
            content = merged(spans, grammar.parsed.text)
            yield Draft(token.i, (token.i, token.i), entry, content, tuple(heads), source, sure=0.8 if heads else 0.55)


def _of_noun(grammar: Grammar, noun: int, entry: Cue, known: Cues) -> tuple[list[Range], list[int]]:
    """What the noun reports and heads of who does so."""
    told = list(_complements(grammar, noun, entry))
    verb = _lender(grammar, noun, known)
    if verb is None or (verb >= 0 and any(grammar.tokens[c].tag == "TO" for c in grammar.parsed.children[verb])):
        return [], []  # "told the bank to make a forecast of"
    heads = _owners(grammar, noun) or _makers(grammar, noun) or (grammar.subjects(verb) if verb >= 0 else [])
    if told and not heads and entry.manner != "alleges" and not _clausal(grammar, noun, told):
        return [], []  # "the demand for coal": nobody's
    if (
        not told
        and "clause" in entry.takes
        and grammar.tokens[noun].dep == "nsubj"
        and grammar.tokens[grammar.tokens[noun].head].lemma == "be"
    ):
        told = [
            (grammar.parsed.left[c], grammar.parsed.right[c])
            for c in grammar.children(grammar.tokens[noun].head, "ccomp", "xcomp")
            if c > noun
        ]
    return told, heads


def _makers(grammar: Grammar, noun: int) -> list[int]:
    """ "A statement was made FROM LIMA that …", "a promise given BY THE QUEEN"."""
    verb = grammar.tokens[noun].head
    if grammar.tokens[noun].dep != "nsubjpass" or grammar.tokens[verb].lemma not in LENDS:
        return []
    return grammar.agents(verb) or grammar.behind(verb, "from")


def _clausal(grammar: Grammar, noun: int, told: list[Range]) -> bool:
    """Whether the noun has a clause ("the claim that") and not only a phrase ("claims of")."""
    return any(grammar.parsed.left[c] == told[0][0] for c in grammar.parsed.children[noun])


def _lender(grammar: Grammar, noun: int, known: Cues) -> int | None:
    """The verb whose subject is the noun's source, or -1; None where a reporting verb above tells the same already."""
    token = grammar.tokens[noun]
    if token.dep == "pobj" and grammar.tokens[token.head].lower == "with":  # "turned to the council WITH a request to stay"
        verb = grammar.tokens[token.head].head
        return verb if grammar.is_verb(verb) and all(vouches(grammar, s) for s in grammar.subjects(verb)) else -1
    if token.dep not in ("dobj", "attr", "conj") or not grammar.is_verb(token.head):
        return -1
    entry = known.verb(token.head, grammar)
    if entry is not None and "object" in entry[0].takes and entry[0].manner not in ("denies", "doubts", "criticises", "praises"):
        return None
    return token.head if grammar.tokens[token.head].lemma in LENDS else -1


def _complements(grammar: Grammar, noun: int, entry: Cue) -> Iterator[Range]:
    parsed, tokens = grammar.parsed, grammar.tokens
    for c in parsed.children[noun]:
        if c < noun:
            continue
        marks = {tokens[k].lower for k in parsed.children[c] if tokens[k].dep in ("mark", "aux", "dobj", "nsubj") and k < c}
        that = tokens[c].dep in CLAUSAL and "clause" in entry.takes and "that" in marks and not _relative(grammar, c)
        if that or (tokens[c].dep in ("acl", "relcl", "xcomp") and "to" in entry.takes and "to" in marks):
            yield parsed.left[c], parsed.right[c]
        elif tokens[c].dep == "prep" and tokens[c].lower in entry.prepositions and _about(grammar, c):
            yield c + 1, parsed.right[c]


def _about(grammar: Grammar, preposition: int) -> bool:
    """Whether a thing or deed stands behind the preposition, not a time ("his remarks on Saturday") or a purpose ("for the sake of")."""
    return any(grammar.tokens[o].lower not in TIMES | {"sake", "benefit"} for o in grammar.children(preposition, "pobj", "pcomp"))


def _relative(grammar: Grammar, verb: int) -> bool:
    """Whether "that" is the clause's own subject or object, so that the clause only qualifies the noun."""
    return any(
        grammar.tokens[k].lower == "that" and grammar.tokens[k].dep in ("nsubj", "nsubjpass", "dobj") for k in grammar.parsed.children[verb]
    )


def _owners(grammar: Grammar, noun: int) -> list[int]:
    """Whose noun it is: "the premier's claim", "a call by bishops", "warnings from growers", "PERUVIAN claims"."""
    owners = [x for h in grammar.children(noun, "poss") for x in grammar.conjuncts(h)] or grammar.behind(noun, "by", "from")
    return owners or [c for c in grammar.children(noun, "amod") if c < noun and grammar.tokens[c].text[0].isupper()]


def _of_adjective(grammar: Grammar, i: int, entry: Cue) -> tuple[list[Range], list[int]]:
    head = grammar.tokens[i].head
    if grammar.tokens[i].dep not in ("acomp", "ROOT", "conj", "oprd", "ccomp", "advcl") or (
        grammar.tokens[i].dep == "acomp" and not grammar.is_verb(head)
    ):
        return [], []
    holder = head if grammar.tokens[i].dep == "acomp" else i
    if set(grammar.auxiliaries(holder)) & UNREAL:
        return [], []  # "may be afraid of"
    told = [(grammar.parsed.left[c], grammar.parsed.right[c]) for h in {i, holder} for c in grammar.children(h, "ccomp") if c > i]
    if not told:
        behind = [(c + 1, grammar.parsed.right[c]) for c in grammar.children(i, "prep") if grammar.tokens[c].lower in entry.prepositions]
        told = [r for r in behind if tells(entry, *r, grammar)]
    return told, grammar.subjects(holder) or grammar.children(holder, "nsubjpass")
