"""Does the clause look back or ahead? It decides which Friday "Friday" is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ontherecord.language import Parsed, Token
from ontherecord.language.grammar import VERB_TAGS

Tense = Literal["past", "future"]
Hangs = Literal["verb", "noun", "within"]
# "could" and "might" look either way: "he could not be found on Friday".
AHEAD = {"will", "'ll", "’ll", "wo", "shall", "would", "'d", "can", "may", "must", "should", "ca"}
# Verbs of plans put what they govern into the future, whatever their own tense: "was expected on Friday", "planned a march for May".
PLANNING = {"expect", "schedule", "plan", "slate", "await", "reschedule", "intend", "hope", "prepare", "anticipate", "envisage", "foresee"}
SETTING = PLANNING | {"set", "predict", "forecast", "book", "bill", "time", "postpone", "delay", "defer", "adjourn", "invite"}
# Verbs whose "until Friday" is still to come even when they are past.
HOLDING = {"postpone", "delay", "defer", "extend", "give", "have", "adjourn", "suspend", "remand"}
# Verbs about things to come: "agreed on a drill in December" may say when the drill is, which "met in December" may not.
COMMITTING = {
    "agree", "invite", "propose", "promise", "pledge", "vow", "offer", "arrange", "undertake", "suggest", "call", "ask", "urge", "request",
    "want", "approve", "decide",
}  # fmt: skip
DUE = {"due", "likely", "bound", "ready"}
# Verbs whose infinitive has happened.
DONE = {
    "begin",
    "start",
    "continue",
    "manage",
    "force",
    "fail",
    "happen",
    "come",
    "go",
    "help",
    "use",
    "cease",
    "prompt",
    "lead",
    "cause",
    "gather",
    "meet",
}
WITHIN = {"poss", "compound", "amod", "nmod", "nummod", "det"}
SAYING = {"say", "report", "tell", "add", "write", "announce", "quote"}


@dataclass(frozen=True, slots=True)
class Clause:
    """Where a time expression hangs: the clause's tense (None where it does not tell), and how it hangs there.

    `hangs` is "verb" for "met on Friday", "noun" for "a meeting on Friday", "within" for "Friday's meeting".
    """

    tense: Tense | None
    hangs: Hangs


def clause_of(parsed: Parsed, first: int, last: int) -> Clause:
    """The clause of the expression of tokens `first` to `last` (inclusive)."""
    tokens = parsed.tokens
    i = _head(parsed, first, last)
    hangs: Hangs = "within" if tokens[i].dep in WITHIN else "verb"
    lead = tokens[first - 1].lower if first else ""
    for _ in range(40):  # a parse is a tree; this bounds the walk in a damaged one
        token = tokens[i]
        if token.tag in VERB_TAGS and token.pos in ("VERB", "AUX"):
            ahead = lead in ("until", "till", "by") and (hangs == "noun" or token.lemma in HOLDING)
            if token.lemma in COMMITTING and i < first and any(t.pos in ("NOUN", "PROPN") for t in tokens[i + 1 : first]):
                hangs = "noun" if hangs == "verb" else hangs
            return Clause("future" if ahead or lead == "as" else _tense(parsed, i), hangs)
        if token.lower in DUE and not first <= i <= last:
            return Clause("future", hangs)
        if token.pos in ("NOUN", "PROPN", "PRON") and not first <= i <= last and hangs == "verb":
            hangs = "noun"
        if token.head == i:
            break
        i = token.head
    return Clause(None, hangs)


def _head(parsed: Parsed, first: int, last: int) -> int:
    """The token of the range whose head lies outside it."""
    for i in range(last, first - 1, -1):
        head = parsed.tokens[i].head
        if not first <= head <= last or head == i:
            return i
    return last


def _tense(parsed: Parsed, verb: int) -> Tense | None:
    """The tense of a verb, or of the one that it depends on where it has none itself."""
    for _ in range(12):
        told = _own(parsed, verb)
        if told != "above":
            return told
        above = _verb_above(parsed, verb)
        if above is None:
            return None
        if parsed.tokens[verb].tag == "VB" and parsed.tokens[above].lemma not in DONE:
            return "future"
        verb = above
    return None


def _own(parsed: Parsed, verb: int) -> Tense | Literal["above"] | None:
    token = parsed.tokens[verb]
    helpers = [parsed.tokens[c] for c in parsed.children[verb] if parsed.tokens[c].dep in ("aux", "auxpass")]
    words = {h.lower for h in helpers}
    perfect = any(h.lemma == "have" or h.lower in ("have", "'ve") for h in helpers) and token.tag in ("VBN", "VBD", "VBG")
    if words & AHEAD and not perfect:
        return "future"
    if (token.tag == "VBN" and token.lemma in (PLANNING if perfect else SETTING)) or (token.tag == "VBD" and token.lemma in PLANNING):
        return "future"
    if "to" in words or (token.tag == "VB" and not words):
        return "above"
    if perfect or token.tag == "VBD" or any(h.tag == "VBD" for h in helpers):
        return "past"
    if token.tag == "VBN" and token.dep != "conj" and not words:
        return "past"
    if token.tag in ("VBG", "VBN") and not any(h.tag in ("VBP", "VBZ", "VBD") for h in helpers):
        return "above"
    return _present(token, words)


def _present(token: Token, words: set[str]) -> Tense | None:
    """ "says on Friday" looks back, "are meeting on Friday" ahead; "begins on Friday" may do either."""
    if token.lemma in SAYING:
        return "past"
    return "future" if token.tag == "VBG" and words & {"is", "are", "'s", "’s", "'re", "am"} else None


def _verb_above(parsed: Parsed, verb: int) -> int | None:
    i = verb
    for _ in range(40):
        head = parsed.tokens[i].head
        if head == i:
            return None
        i = head
        if parsed.tokens[i].tag in VERB_TAGS and parsed.tokens[i].pos in ("VERB", "AUX"):
            return i
    return None
