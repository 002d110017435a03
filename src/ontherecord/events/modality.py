"""Whether a told event took place: planned, feared, denied, long past, or simply so."""

from __future__ import annotations

from ontherecord.language import Grammar
from ontherecord.records import Aux

FUTURE = {"will", "'ll", "’ll", "shall", "wo", "going"}
HYPOTHETICAL = {"may", "might", "could", "can", "ca"}
OBLIGATION = {"must", "should", "ought", "need", "shall"}
CONDITIONS = {"if", "unless", "whether", "lest", "should", "provided", "until"}
# Imperatives that ask for nothing.
OPENERS = {
    "look", "let", "see", "remember", "imagine", "thank", "say", "believe", "forget", "consider", "take", "bless", "mark", "be", "allow",
    "accept", "please", "note", "wait", "forgive", "excuse", "pardon", "congratulate", "welcome",
}  # fmt: skip
PLANNED = {
    "planned",
    "upcoming",
    "forthcoming",
    "scheduled",
    "next",
    "future",
    "proposed",
    "intended",
    "impending",
    "coming",
    "possible",
    "potential",
}
ALLEGED = {"possible", "potential", "feared", "hypothetical", "eventual"}

# Words under which an infinitive is the act itself: "began to withdraw", "was able to leave", "is glad to receive them".
TRANSPARENT = {
    "begin", "start", "continue", "resume", "manage", "proceed", "go", "come", "move", "help", "rush", "be", "have", "get", "become",
    "able", "glad", "pleased", "happy", "delighted", "honoured", "honored", "first", "last", "handful",
}  # fmt: skip

# What "is TO do" something without anybody's being about to: "our aim is to end the war".
PURPOSES = {
    "aim",
    "goal",
    "task",
    "purpose",
    "thing",
    "idea",
    "way",
    "point",
    "step",
    "objective",
    "job",
    "priority",
    "mission",
    "role",
    "duty",
}
# Verbs of the phase of what a gerund tells: "may START bombing".
PHASES = {"begin", "start", "continue", "resume", "keep"}


class Modality:
    """Asks the grammar of one document for tense, modality and polarity."""

    __slots__ = ("grammar",)

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar

    def telling(self, clause: int) -> int:
        """The verb that says when and whether: "will" of "WILL CONTINUE to provide", "WAS able to leave", "MUST BE ready"."""
        grammar = self.grammar
        if grammar.tokens[clause].dep in ("acomp", "oprd") and not grammar.is_verb(clause):
            clause = grammar.tokens[clause].head
        clause = self._shared(clause)
        while grammar.tokens[clause].dep in ("xcomp", "advcl"):
            above = grammar.tokens[clause].head
            phase = grammar.tokens[clause].tag == "VBG" and grammar.tokens[above].lemma in PHASES
            if not phase and not (self.infinitive(clause) and grammar.tokens[above].lemma in TRANSPARENT):
                break
            clause = above if grammar.is_verb(above) else grammar.tokens[above].head
        return clause

    def _shared(self, clause: int) -> int:
        """A bare second verb shares what is said of the first: "WILL come and HELP", "MUST be tried and DEPORTED"."""
        token = self.grammar.tokens[clause]
        own = self.grammar.children(clause, "nsubj", "nsubjpass", "aux", "auxpass")
        if token.dep != "conj" or own:
            return clause
        first = self.grammar.first_conjunct(clause)
        passive = token.tag == "VBN" and self.grammar.is_passive(first)
        return first if token.tag == "VB" or passive else clause

    def negated(self, clause: int) -> bool:
        return self.grammar.negated(clause)

    def future(self, clause: int) -> bool:
        """ "will", "is to", "is going to", "would" in reported speech; "planned" before a noun."""
        grammar = self.grammar
        if not grammar.is_verb(clause):
            return any(grammar.tokens[c].lower in PLANNED for c in grammar.children(clause, "amod"))
        auxiliaries = grammar.auxiliaries(clause)
        if FUTURE & set(auxiliaries):
            return True
        if "would" in auxiliaries:
            return not self._conditional(clause)
        head = grammar.tokens[clause].head
        if grammar.tokens[clause].dep == "xcomp" and self.infinitive(clause):
            token = grammar.tokens[head]
            aim = any(grammar.tokens[s].lemma in PURPOSES for s in grammar.children(head, "nsubj"))
            plain = token.lemma == "be" and not aim and not grammar.children(head, "attr", "acomp")  # not "it is a pleasure to welcome you"
            return plain or (token.lemma == "go" and token.tag == "VBG")
        return False

    def hypothetical(self, clause: int) -> bool:
        """ "may", "could", a clause of "if"; "possible" before a noun."""
        grammar = self.grammar
        if not grammar.is_verb(clause):
            return any(grammar.tokens[c].lower in ALLEGED for c in grammar.children(clause, "amod"))
        auxiliaries = set(grammar.auxiliaries(clause))
        if HYPOTHETICAL & auxiliaries or ("would" in auxiliaries and self._conditional(clause)):
            return True
        return any(grammar.tokens[c].lower in CONDITIONS for c in grammar.children(clause, "mark", "advmod"))

    def obliged(self, clause: int) -> bool:
        """ "must", "should", "needs to", "has to"."""
        grammar = self.grammar
        found = OBLIGATION & set(grammar.auxiliaries(clause))
        ours = any(grammar.tokens[s].lower in ("we", "i") for s in grammar.subjects(clause))
        if found and not (found == {"shall"} and ours):  # "we shall answer" announces
            return True
        token, above = grammar.tokens[clause], grammar.tokens[grammar.tokens[clause].head]
        now = above.lemma in ("need", "ought") or (above.lemma == "have" and above.tag in ("VBP", "VBZ", "VB"))  # "had to leave" left
        return token.dep == "xcomp" and now and self.infinitive(clause)

    def imperative(self, clause: int) -> bool:
        """ "Leave the island": a bare verb without a subject, at the head of its clause; not what opens speech ("Look, …")."""
        grammar = self.grammar
        token = grammar.tokens[clause]
        if token.tag != "VB" or token.lemma in OPENERS or token.dep not in ("ROOT", "ccomp", "parataxis"):
            return False
        if token.dep != "ROOT" and clause > token.head:
            return False
        return not grammar.children(clause, "nsubj", "nsubjpass", "aux", "auxpass", "expl", "mark")

    def under_condition(self, clause: int, *words: str) -> bool:
        """Whether a clause of one of the words ("unless", "if") hangs on it: conflict that is announced so is threatened."""
        grammar = self.grammar
        return any(grammar.tokens[m].lower in words for c in grammar.children(clause, "advcl") for m in grammar.children(c, "mark"))

    def _conditional(self, clause: int) -> bool:
        grammar = self.grammar
        return any(
            grammar.tokens[m].lower in CONDITIONS for c in grammar.children(clause, "advcl") for m in grammar.children(c, "mark", "advmod")
        )

    def infinitive(self, clause: int) -> bool:
        """ "to leave"."""
        return any(self.grammar.tokens[c].tag == "TO" for c in self.grammar.parsed.children[clause])


def settle(type_aux: Aux | None, *, future: bool, hypothetical: bool, negated: bool) -> Aux | None:
    """One auxiliary mode from what grammar says and what an operator said; negation speaks loudest, then doubt, then future."""
    if negated != (type_aux == "negation"):
        return "negation"
    if hypothetical or type_aux == "hypothetical":
        return "hypothetical"
    return "future" if future or type_aux == "future" else (None if type_aux == "negation" else type_aux)
