"""Questions about a sentence's grammar, asked once here: who is the subject, even of a participle; what stands behind "on"?"""

from __future__ import annotations

from collections.abc import Iterator

from ontherecord.language.tokens import Parsed, Token
from ontherecord.spans import Span

SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"}
VERB_TAGS = {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}
# Verbs whose object, not whose subject, does what their infinitive says: "urged Iran to stop".
OBJECT_CONTROL = {
    "urge", "ask", "tell", "order", "warn", "press", "push", "force", "compel", "allow", "permit", "enable", "help", "invite", "persuade",
    "convince", "encourage", "expect", "want", "require", "request", "beg", "implore", "instruct", "direct", "command", "lead", "cause",
    "forbid", "authorize", "authorise", "advise", "call", "let", "make", "remind", "appeal", "accuse", "prevent", "stop",
    "exhort", "pressure",
}  # fmt: skip
NEGATIVE = {"not", "n't", "never", "no", "neither", "nor", "hardly"}


class Grammar:
    """Grammar of one parsed document. All methods take and return token indices, left to right."""

    __slots__ = ("parsed", "tokens")

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.tokens = parsed.tokens

    def children(self, i: int, *deps: str) -> list[int]:
        return [c for c in self.parsed.children[i] if self.tokens[c].dep in deps]

    def child(self, i: int, *deps: str) -> int | None:
        return next((c for c in self.parsed.children[i] if self.tokens[c].dep in deps), None)

    def conjuncts(self, i: int) -> list[int]:
        """The token and everything coordinated to it, rightwards: "France, Italy and Spain" from France."""
        found, queue = [i], [i]
        while queue:
            for c in self.children(queue.pop(), "conj"):
                found.append(c)
                queue.append(c)
        return found

    def first_conjunct(self, i: int) -> int:
        """The head of the coordination that the token belongs to."""
        while self.tokens[i].dep == "conj":
            i = self.tokens[i].head
        return i

    def is_verb(self, i: int) -> bool:
        return self.tokens[i].tag in VERB_TAGS and self.tokens[i].pos in ("VERB", "AUX")

    def is_passive(self, i: int) -> bool:
        """Passive clauses and participles that modify a noun ("troops sent by Chad")."""
        if any(self.tokens[c].dep in ("nsubjpass", "auxpass", "csubjpass") for c in self.parsed.children[i]):
            return True
        token = self.tokens[i]
        if token.tag != "VBN":
            return False
        if token.dep in ("acl", "amod", "advcl"):
            return not any(self.tokens[c].dep == "aux" for c in self.parsed.children[i]) and not self._headless(i)
        if token.dep == "conj" and self.is_verb(token.head) and not self.children(i, "nsubj", "aux"):
            return self.is_passive(token.head)
        return False

    def _headless(self, i: int) -> bool:
        """ "Hundreds of students protested outside." read as a noun with a participle: a full stop and no "by" speak for a clause."""
        token = self.tokens[i]
        if token.dep != "acl" or self.tokens[token.head].dep != "ROOT" or token.i < token.head:
            return False
        sentence = self.parsed.sentence_of(i)
        if any(t.dep == "acl" and t.tag == "VBN" for t in self.tokens[i + 1 : sentence.last]):
            return False  # "a man briefed on the matter left": the later one may be the verb
        return self.tokens[sentence.last - 1].text in (".", ".”") and not self.agents(i) and not self.children(token.head, "nsubj", "relcl")

    def subjects(self, i: int) -> list[int]:
        """Who does (or, in a passive, suffers) the verb: its own subject, or the one it shares by coordination, control or relation.

        Each with everything coordinated to it. Empty where grammar names nobody.
        """
        head = self._subject(i, set())
        return [] if head is None else self.conjuncts(head)

    def _subject(self, i: int, seen: set[int]) -> int | None:
        if i in seen:
            return None
        seen.add(i)
        own = self.child(i, "nsubj", "nsubjpass")
        token = self.tokens[i]
        if own is not None:
            if token.dep == "relcl" and self.tokens[own].tag in ("WP", "WDT", "WP$"):
                return token.head
            return own
        head = token.head
        if head == i:
            return self._stray_subject(i)
        if token.dep == "conj" and (self.is_verb(head) or self.tokens[head].pos == "ADJ"):
            return self._subject(head, seen)
        if token.dep == "acomp" and self.is_verb(head):
            return self._subject(head, seen)  # "HE is ready to sign"
        if token.dep in ("xcomp", "advcl", "pcomp", "ccomp", "oprd", "prep") or (token.dep == "dep" and self.is_verb(head)):
            return self._controller(i, head, seen)
        if token.dep in ("acl", "relcl"):
            if token.dep == "acl" and token.tag in ("VB", "VBG") and self._has_to(i):
                return self._noun_controller(head, seen)  # "a promise to withdraw": who promised
            return head
        if token.dep in ("aux", "auxpass"):
            return self._subject(head, seen)
        return None

    def _stray_subject(self, i: int) -> int | None:
        """ "At the invitation of Ada Bell, THE MINISTERS of Chad and Mali, Jo Ba and Al Keita, met": parsed as if they were Ada Bell.

        A finite verb without a subject, behind a phrase that opens the sentence and in which what is right before the verb's comma is an
        apposition with an article.
        """
        tokens, k = self.tokens, i - 1
        if tokens[i].tag not in ("VBD", "VBZ", "VBP") or k < 0:
            return None
        fronted = [c for c in self.children(i, "prep") if c < i]
        inside = [t for p in fronted for t in tokens[self.parsed.left[p] : i] if t.dep == "appos" and self.child(t.i, "det") is not None]
        return inside[0].i if inside and self.parsed.right[inside[0].i] >= k - 1 else None

    def _has_to(self, i: int) -> bool:
        return any(self.tokens[c].tag == "TO" for c in self.parsed.children[i])

    def _controller(self, i: int, head: int, seen: set[int]) -> int | None:
        token = self.tokens[i]
        if token.dep == "ccomp" and not self._has_to(i) and token.tag != "VBG":
            return None
        if token.dep == "pcomp" or self.tokens[head].dep == "prep" or self.tokens[head].pos == "ADP":
            above = self.tokens[head].head
            if above == head:
                return None
            if self.is_verb(above):
                return self._over(above, seen)
            return self._noun_controller(above, seen)
        if self.is_verb(head):
            return self._over(head, seen, infinitive=self._has_to(i))
        return self._subject(head, seen) if self.tokens[head].pos in ("ADJ", "AUX") else None

    def _over(self, verb: int, seen: set[int], *, infinitive: bool = True) -> int | None:
        """Who controls what hangs on the verb: its object after "urge", else its subject."""
        if self.tokens[verb].lemma in OBJECT_CONTROL and infinitive:
            if self.is_passive(verb):
                return self._subject(verb, seen)
            # "called her to apologise": who calls somebody asks nothing of them; "called ON her to apologise" does
            controlled = self.child(verb, "dobj", "dative") if self.tokens[verb].lemma != "call" else None
            if controlled is None:
                prep = next((c for c in self.children(verb, "prep") if self.tokens[c].lower in ("on", "upon", "for", "to")), None)
                controlled = self.child(prep, "pobj") if prep is not None else None
            if controlled is not None:
                return controlled
        return self._subject(verb, seen)

    def _noun_controller(self, noun: int, seen: set[int]) -> int | None:
        """Whose promise, plan, decision a noun is: its possessor, else the subject of the verb that it belongs to."""
        owner = self.child(noun, "poss")
        if owner is not None:
            return owner
        head = self.tokens[noun].head
        if head != noun and self.tokens[noun].dep in ("dobj", "attr", "oprd") and self.is_verb(head):
            return self._subject(head, seen)
        return None

    def objects(self, i: int) -> list[int]:
        """Direct objects with their conjuncts; those of a coordinated verb that ends the list are shared ("arrested and jailed them")."""
        own = self.children(i, "dobj", "obj")
        if not own:
            token = self.tokens[i]
            if token.dep == "relcl":
                relative = [
                    c for c in self.parsed.children[i] if self.tokens[c].tag in ("WDT", "WP", "IN") and self.tokens[c].dep == "dobj"
                ]
                if relative or (
                    self.child(i, "nsubj") is not None
                    and not self.is_passive(i)
                    and self.tokens[self.child(i, "nsubj") or i].tag not in ("WDT", "WP")
                ):
                    return self.conjuncts(token.head)
            shared = [o for c in self.children(i, "conj") if self.is_verb(c) and c - i <= 3 for o in self.children(c, "dobj")]
            return [x for o in shared for x in self.conjuncts(o)]
        resolved = [self.tokens[i].head if self.tokens[o].tag in ("WDT", "WP") and self.tokens[i].dep == "relcl" else o for o in own]
        return [x for o in resolved for x in self.conjuncts(o)]

    def indirect_objects(self, i: int) -> list[int]:
        """ "gave Mali arms": Mali."""
        return [x for d in self.children(i, "dative") if self.tokens[d].pos != "ADP" for x in self.conjuncts(d)]

    def agents(self, i: int) -> list[int]:
        """The by-phrase of a passive."""
        by = self._by(i) or [b for c in self.children(i, "oprd", "dobj", "xcomp") for b in self._by(c)]  # "declared unwelcome by Russia"
        return [x for b in by for o in self.children(b, "pobj") for x in self.conjuncts(o)]

    def _by(self, i: int) -> list[int]:
        found = self.children(i, "agent", "prep")
        return [c for c in found if self.tokens[c].dep == "agent" or self.tokens[c].lower == "by"]

    def behind(self, i: int, *prepositions: str) -> list[int]:
        """Nouns behind the given prepositions ("on", "against", "because of") that hang on the token; with conjuncts."""
        found = []
        for word, _, noun in self.phrases(i):
            if word in prepositions:
                found.extend(self.conjuncts(noun))
        return found

    def phrases(self, i: int) -> Iterator[tuple[str, int, int]]:
        """(preposition, its token, its noun or verb) of every prepositional phrase on the token, "out of" joined."""
        for c in self.parsed.children[i]:
            token = self.tokens[c]
            if token.dep not in ("prep", "dative", "agent") or token.pos not in ("ADP", "SCONJ", "ADV", "VERB", "PART"):
                continue
            for o in self.parsed.children[c]:
                dep = self.tokens[o].dep
                if dep in ("pobj", "pcomp"):
                    yield token.lower, c, o
                elif dep == "prep":
                    for deep in self.children(o, "pobj", "pcomp"):
                        yield f"{token.lower} {self.tokens[o].lower}", o, deep

    def particle(self, i: int) -> str | None:
        """ "call off": off."""
        found = self.child(i, "prt")
        return None if found is None else self.tokens[found].lower

    def clause_complements(self, i: int) -> list[int]:
        """Verbs of the clauses that complete the token: "said that it HIT", "vowed to HIT", "accused of HITTING", with conjuncts."""
        found = self.children(i, "ccomp", "xcomp", "acl")
        for _, _, noun in self.phrases(i):
            if self.tokens[noun].dep == "pcomp":
                found.append(noun)
        return sorted(x for f in found for x in self.conjuncts(f))

    def negated(self, i: int) -> bool:
        """ "did not", "never", "no longer", "without": whether the token's own clause or phrase is denied."""
        for c in self.parsed.children[i]:
            token = self.tokens[c]
            if token.dep == "neg" or token.lower in ("never", "neither"):
                return True
            if token.lower in ("longer", "more") and self.children(c, "neg"):
                return True
            if token.dep in ("det", "nsubj", "nsubjpass", "dobj") and (token.lower in ("no", "none", "nobody", "nothing") or self._no(c)):
                return True
        token = self.tokens[i]
        if token.dep == "pcomp" and self.tokens[token.head].lower == "without":
            return True
        return token.dep == "conj" and self.is_verb(token.head) and not self.children(i, "nsubj", "aux") and self.negated(token.head)

    def _no(self, noun: int) -> bool:
        return any(self.tokens[c].dep == "det" and self.tokens[c].lower == "no" for c in self.parsed.children[noun])

    def auxiliaries(self, i: int) -> list[str]:
        """Auxiliary verbs of the clause, lower case, shared over a coordination: ["will"], ["may", "have"]."""
        own = [self.tokens[c].lower for c in self.parsed.children[i] if self.tokens[c].dep in ("aux", "auxpass")]
        token = self.tokens[i]
        if (
            not own
            and token.dep == "conj"
            and self.is_verb(token.head)
            and self.child(i, "nsubj") is None
            and token.tag == self.tokens[token.head].tag
        ):
            return self.auxiliaries(token.head)
        return own

    def phrase(self, i: int) -> Span:
        """The noun phrase that the token heads, without relative clauses, appositions and what is coordinated to it."""
        first = last = i
        for c in self.parsed.children[i]:
            token = self.tokens[c]
            if token.dep in ("relcl", "acl", "appos", "conj", "cc", "punct", "prep", "advcl", "ccomp") and not (
                token.dep == "punct" and c < i and first < c
            ):
                continue
            if c < i:
                first = min(first, self.parsed.left[c])
            elif token.dep in ("case", "compound", "nummod", "flat"):
                last = max(last, self.parsed.right[c])
        return self.parsed.span(first, last)

    def governors(self, i: int) -> Iterator[Token]:
        """The token's heads up to the root, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def verb_above(self, i: int) -> int | None:
        """The nearest verb that governs the token."""
        return next((t.i for t in self.governors(i) if t.tag in VERB_TAGS), None)
