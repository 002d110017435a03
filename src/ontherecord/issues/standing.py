"""Is it held over time, or done on a day? Tense and mood of the words that tell a stance."""

from __future__ import annotations

from ontherecord.issues.stances import Stances
from ontherecord.language import Grammar, Parsed
from ontherecord.records.types import Change

MODALS = {"will", "would", "may", "might", "could", "should", "shall", "must", "can", "’ll", "'ll", "wo", "ca"}
PRESENT_BE = {"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"}
PRESENT_HAVE = {"has", "have", "'s", "’s", "'ve", "’ve"}
CONTINUING = {"continue", "remain", "keep"}
UNREAL_MARKS = {"if", "unless", "whether", "lest", "until"}
# Verbs whose clause nobody asserts.
UNREAL_VERBS = {
    "deny",
    "doubt",
    "hope",
    "want",
    "wish",
    "fear",
    "urge",
    "demand",
    "pretend",
    "imagine",
    "suppose",
    "ask",
    "wonder",
    "propose",
}
DENIALS = {"not", "n't", "n’t", "never", "neither", "nor"}
# Words of a day: a past tense beside them tells an event.
DAYS = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "ago", "last", "earlier", "then", "once",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "previously",
    "initially", "originally", "formerly",
}  # fmt: skip


class Standing:
    """Questions about predicates of one parsed document. A predicate is the token of a verb, "be" included."""

    def __init__(self, parsed: Parsed, grammar: Grammar, stances: Stances) -> None:
        self.parsed, self.grammar, self.stances = parsed, grammar, stances
        self.tokens = parsed.tokens

    def holds(self, i: int, *, progressive: bool = False, perfect: bool = False) -> bool:
        """Whether the predicate tells what is so over time: present, "has long …", "has never …", or the past of reported speech.

        `perfect`: any perfect will do, as of a verb that tells what is not done ("has refused to").
        """
        lasts = perfect and bool(set(self.grammar.auxiliaries(i)) & PRESENT_HAVE) and self.tokens[i].tag in ("VBN", "VBD")
        return (lasts or self._finite(i, progressive)) and not self._unreal(i)

    def holds_passively(self, i: int) -> bool:
        """The same for a passive or for a participle taken as an adjective ("is claimed by", "has long been opposed to")."""
        words = self.grammar.auxiliaries(i)
        if set(words) & MODALS or "to" in words or self._unreal(i):
            return False
        return (bool(set(words) & PRESENT_BE) and "been" not in words) or ("been" in words and self._perfect(i, set(words)))

    def denied(self, i: int) -> bool:
        """Whether the predicate is denied; a finite verb behind "but" does not share the denial of the verb before."""
        token = self.tokens[i]
        if token.dep == "conj" and self.grammar.is_verb(token.head) and not self.grammar.children(i, "nsubj", "nsubjpass"):
            own = any(self.tokens[c].dep == "neg" or self.tokens[c].lower in DENIALS for c in self.parsed.children[i])
            return own or (token.tag == "VB" == self.tokens[token.head].tag and not self._own_aux(i) and self.denied(token.head))
        return self.grammar.negated(i)

    def change(self, i: int) -> Change | None:
        """What the adverbs of the predicate's own clause say of a change: "no longer", "for the first time", "now"."""
        for c in self.parsed.children[i]:
            token = self.tokens[c]
            if token.lower == "longer" and any(self.tokens[d].lower == "no" for d in (*self.parsed.children[c], c - 1)):
                return "dropped"
            if token.dep == "advmod" and token.lower in self.stances.adverbs:
                return self.stances.adverbs[token.lower]
            if token.lower == "for" and any(self._first_time(o) for o in self.grammar.children(c, "pobj")):
                return "new"
        return None

    def turn(self, i: int) -> Change | None:
        """ "has begun to recognise": new; "has stopped backing", "used to back": dropped; else None."""
        token = self.tokens[i]
        above = self.tokens[token.head]
        if token.dep != "xcomp" or above.i == i or self._unreal(above.i) or self.denied(above.i) or self._future(above.i):
            return None
        lemma = above.lemma.lower()
        if lemma in self.stances.begins:
            return "new"
        if lemma in self.stances.ends and (lemma != "use" or above.tag == "VBD"):
            return "dropped"
        return None

    def happened(self, i: int) -> bool:
        """Whether a verb tells what is or was so: no infinitive, modal, denial, condition or question."""
        token = self.tokens[i]
        return token.tag != "VB" and not self._future(i) and not self.denied(i) and not self._unreal(i)

    def _future(self, i: int) -> bool:
        words = set(self.grammar.auxiliaries(i))
        return bool(words & MODALS) or "to" in words

    def _own_aux(self, i: int) -> bool:
        return bool(self.grammar.children(i, "aux", "auxpass"))

    def _first_time(self, i: int) -> bool:
        return self.tokens[i].lower == "time" and any(self.tokens[c].lower == "first" for c in self.parsed.children[i])

    def _finite(self, i: int, progressive: bool) -> bool:
        token, words = self.tokens[i], set(self.grammar.auxiliaries(i))
        if words & MODALS:
            return "will" in words and any(self.tokens[c].lower == "never" for c in self.parsed.children[i])
        if token.tag in ("VBZ", "VBP"):
            return "to" not in words and "did" not in words
        if token.tag == "VB":
            return bool(words & {"do", "does"}) or self._continued(i)
        if token.tag == "VBG":
            return (progressive and bool(words & PRESENT_BE) and "been" not in words) or self._continued(i)
        if words & PRESENT_HAVE:
            return token.tag in ("VBN", "VBD") and self._perfect(i, words)
        return token.tag == "VBD" and not words and self._reported(i)

    def _perfect(self, i: int, words: set[str]) -> bool:
        """ "has long opposed", "has not ruled out": without such a word a perfect tells an event."""
        if not words & PRESENT_HAVE:
            return False
        return self.denied(i) or any(self.tokens[c].lower in self.stances.lists["lasting"] for c in self.parsed.children[i])

    def _continued(self, i: int) -> bool:
        token = self.tokens[i]
        return token.dep == "xcomp" and self.tokens[token.head].lemma.lower() in CONTINUING and self._finite(token.head, True)

    def _reported(self, i: int) -> bool:
        """The past tense of a clause behind "said that", without a day of its own."""
        base = self.tokens[self.grammar.first_conjunct(i)]
        above = self.tokens[base.head]
        said = base.dep == "ccomp" and base.tag == above.tag == "VBD" and above.lemma.lower() in self.stances.lists["saying"]
        return said and not any(t.lower in DAYS for t in self.tokens[self.parsed.left[i] : self.parsed.right[i] + 1])

    def _unreal(self, i: int) -> bool:
        """Behind "if", in a question, or in a clause that is only hoped, feared or denied."""
        if self.tokens[self.parsed.sentence_of(i).last - 1].text == "?":
            return True
        at = i
        while True:
            if any(self.tokens[c].dep == "mark" and self.tokens[c].lower in UNREAL_MARKS for c in self.parsed.children[at]):
                return True
            token = self.tokens[at]
            if token.head == at:
                return False
            if token.dep == "ccomp" and self.tokens[token.head].lemma.lower() in UNREAL_VERBS:
                return True
            at = token.head
