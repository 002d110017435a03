"""What the parser misreads again and again in the syntax of news, put right before anybody asks.

Each mend is a pattern of tags and relations that no right parse has: an object behind a "participle", a past tense coordinated to an
infinitive, a relative clause without a gap. A sentence without such a pattern is left as the parser read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ontherecord.language.tokens import Token

FINITE = {"VBD", "VBZ", "VBP"}
JOINS = {"and", "but", "or"}
MARKS = {'"', "”", "''"}
# Verbs that report what somebody said, with a clause behind or before them.
SAYING = {
    "say", "tell", "write", "add", "announce", "state", "claim", "report", "note", "declare", "warn", "confirm", "acknowledge", "argue",
    "insist", "stress", "explain", "reveal", "admit", "suggest", "indicate", "recall", "reiterate", "remark", "comment", "post",
}  # fmt: skip
# Verbs that tell what was done by speaking, beside those.
ACTS = {
    "call", "urge", "demand", "ask", "accuse", "condemn", "vow", "pledge", "promise", "reject", "thank", "praise", "welcome", "criticise",
    "criticize", "express", "appeal", "denounce", "threaten", "blame", "deny", "offer", "propose", "invite", "reaffirm", "voice",
}  # fmt: skip
# Of those, the ones that take no object, so that their past tense behind a name is no participle.
UNOBJECTED = {"call", "appeal", "vow", "pledge", "agree"}


def mend(tokens: list[Token], first: int, last: int) -> bool:
    """Mends the sentence of tokens `first` to `last` (exclusive) in place; whether anything was changed."""
    sentence = _Sentence(tokens, first, last)
    for rule in (_participle, _gapless, _that_clause, _called, _reporter_behind, _finite_conjunct, _spoken_conjunct, _lent_subject):
        rule(sentence)
    return sentence.changed


class _Sentence:
    """One sentence's tokens while they are mended."""

    __slots__ = ("changed", "first", "last", "tokens")

    def __init__(self, tokens: list[Token], first: int, last: int) -> None:
        self.tokens, self.first, self.last, self.changed = tokens, first, last, False

    def __iter__(self) -> Iterator[Token]:
        return (self.tokens[i] for i in range(self.first, self.last))

    def children(self, i: int, *deps: str) -> list[int]:
        return [t.i for t in self if t.head == i and t.i != i and t.dep in deps]

    def edges(self, i: int) -> tuple[int, int]:
        """First and last token of the subtree."""
        below, queue = [i], [i]
        while queue:
            head = queue.pop()
            found = [t.i for t in self if t.head == head and t.i != head]
            below += found
            queue += found
        return min(below), max(below)

    def hang(self, i: int, head: int, dep: str, *, tag: str | None = None, pos: str | None = None) -> None:
        """Hangs a token elsewhere; on itself as the root."""
        token = self.tokens[i]
        self.tokens[i] = replace(token, head=head, dep=dep, tag=tag or token.tag, pos=pos or token.pos)
        self.changed = True

    def crown(self, i: int, old: int, *, old_dep: str, tag: str | None = None) -> None:
        """Makes a token the root in place of an old one, which hangs on it from now on; the final mark follows."""
        self.hang(i, i, "ROOT", tag=tag)
        self.hang(old, i, old_dep)
        end = self.tokens[self.last - 1]
        if end.dep == "punct" and end.head == old:
            self.hang(end.i, i, "punct")

    def joint(self, verb: int) -> int | None:
        """The "and" right before a verb, its adverbs and auxiliaries aside."""
        k = verb - 1
        while k > self.first and self.tokens[k].dep in ("aux", "auxpass", "advmod", "neg"):
            k -= 1
        return k if k > self.first and self.tokens[k].lower in JOINS else None


def _participle(s: _Sentence) -> None:
    """ "Mota ACCUSED Chad of lying and left": the first of two verbs, read as a participle though it has an object."""
    for token in s:
        if token.dep != "acl" or token.tag != "VBN" or token.i != token.head + 1:
            continue
        noun = s.tokens[token.head]
        root = s.tokens[noun.head]
        joint = s.joint(root.i) if noun.dep == "nsubj" and root.dep == "ROOT" and root.tag in FINITE else None
        if joint is None or joint < token.i or s.children(token.i, "agent"):
            continue
        acts = s.children(token.i, "dobj") or (noun.pos == "PROPN" and token.lemma in UNOBJECTED and s.children(token.i, "prep"))
        if acts:
            s.crown(token.i, root.i, old_dep="conj", tag="VBD")
            s.hang(noun.i, token.i, "nsubj")
            s.hang(joint, token.i, "cc")


def _gapless(s: _Sentence) -> None:
    """ "The trade bloc ASEAN condemned the coup.": a name behind its kind, read as the subject of a relative clause with an object."""
    for token in s:
        if token.dep != "relcl" or token.tag not in FINITE or s.tokens[token.head].dep != "ROOT":
            continue
        kind, own = s.tokens[token.head], s.children(token.i, "nsubj")
        objects = [o for o in s.children(token.i, "dobj", "ccomp", "xcomp") if o > token.i]
        if kind.pos not in ("NOUN", "PROPN") or len(own) != 1 or own[0] != kind.i + 1 or not objects or own[0] > token.i:
            continue
        name = s.tokens[own[0]]
        if not name.text[0].isupper() or name.tag in ("WP", "WDT", "PRP"):
            continue
        s.crown(token.i, kind.i, old_dep="compound")
        s.hang(kind.i, name.i, "compound")
        s.hang(name.i, token.i, "nsubj", tag="NNP", pos="PROPN")


def _that_clause(s: _Sentence) -> None:
    """ "said in a post THAT he had met them": what is said, read as a relative clause of the post."""
    for token in s:
        if token.dep != "relcl" or not s.children(token.i, "nsubj"):
            continue
        that = next((c for c in s.children(token.i, "dobj", "mark", "pobj") if s.tokens[c].lower == "that" and c < token.i), None)
        preposition = s.tokens[s.tokens[token.head].head]
        while preposition.dep in ("pobj", "prep") and preposition.head != preposition.i:
            over = s.tokens[preposition.head]
            if over.pos in ("VERB", "AUX"):
                break
            preposition = over
        verb = s.tokens[preposition.head]
        if that is None or preposition.dep != "prep" or verb.lemma not in SAYING or s.children(verb.i, "ccomp"):
            continue
        if s.tokens[that].tag == "IN" or [o for o in s.children(token.i, "dobj", "attr", "acomp", "ccomp") if o != that]:
            s.hang(that, token.i, "mark", tag="IN", pos="SCONJ")
            s.hang(token.i, verb.i, "ccomp")


def _called(s: _Sentence) -> None:
    """ "called President ROCA on Monday": whom one calls, read as what one calls something."""
    for token in s:
        verb = s.tokens[token.head]
        if token.dep != "oprd" or verb.lemma != "call" or token.pos != "PROPN" or token.i < verb.i:
            continue
        if not s.children(verb.i, "dobj", "nsubjpass", "auxpass", "dative", "ccomp") and not s.children(token.i, "det"):
            s.hang(token.i, verb.i, "dobj")


def _reporter_behind(s: _Sentence) -> None:
    """ "Mota said it was over, the agency REPORTED.": the outer of two verbs of saying, read as what the inner one says."""
    for token in s:
        verb = s.tokens[token.head]
        if token.dep != "ccomp" or verb.dep != "ROOT" or token.lemma not in SAYING or token.tag not in FINITE or token.i < verb.i:
            continue
        own, told = s.children(token.i, "nsubj"), [c for c in s.children(verb.i, "ccomp") if verb.i < c < token.i]
        if len(own) != 1 or not told or s.children(token.i, "ccomp", "dobj", "xcomp", "mark") or verb.lemma not in SAYING | ACTS:
            continue
        begins, ends = s.edges(token.i)
        marks = [k for k in range(ends + 1, s.last) if s.tokens[k].pos != "PUNCT"]
        if not marks and (s.tokens[begins].text == "," or s.tokens[begins - 1].text == ","):
            s.crown(token.i, verb.i, old_dep="ccomp")


def _finite_conjunct(s: _Sentence) -> None:
    """ "asked them to stay and THANKED the crew", "accused him of lying and SAID so": a finite verb goes on with a finite one.

    So does one behind the closing mark of a quotation: "said that it “cannot stay” and CALLED for help".
    """
    for token in s:
        head = s.tokens[token.head]
        if token.dep != "conj" or token.tag not in ("VBD", "VBZ") or token.pos not in ("VERB", "AUX"):
            continue
        infinitive = head.tag == "VB" and any(s.tokens[c].tag == "TO" for c in s.children(head.i, "aux"))
        gerund = head.tag == "VBG" and head.dep in ("pcomp", "xcomp") and not s.children(head.i, "aux")
        joint = s.joint(token.i)
        quoted = joint is not None and s.tokens[joint - 1].text in MARKS and token.tag == "VBD" and head.i < joint
        if not (infinitive or gerund or quoted) or s.children(token.i, "nsubj", "nsubjpass"):
            continue
        above = [v for v in _finite_above(s, head.i) if not quoted or s.tokens[v].lemma in SAYING | ACTS]
        over = next((v for v in above if s.tokens[v].tag == token.tag), None if quoted else next(iter(above), None))
        if over is not None and joint is not None:
            _lift(s, token.i, joint, over)


def _finite_above(s: _Sentence, i: int) -> Iterator[int]:
    while s.tokens[i].head != i:
        i = s.tokens[i].head
        if s.tokens[i].tag in FINITE and s.tokens[i].pos in ("VERB", "AUX"):
            yield i


def _spoken_conjunct(s: _Sentence) -> None:
    """ "said Chad was grateful, but CALLED on them to go": what the speaker does next, read as a part of what is said.

    Behind a comma, or behind a clause of being and of what will be, where only the outer verb tells a deed.
    """
    for token in s:
        head = s.tokens[token.head]
        over = s.tokens[head.head]
        if token.dep != "conj" or head.dep != "ccomp" or token.tag != "VBD" or over.tag != "VBD" or over.i > head.i:
            continue
        if over.lemma not in SAYING | ACTS or token.lemma not in SAYING | ACTS or s.children(token.i, "nsubj", "aux", "auxpass", "mark"):
            continue
        joint = s.joint(token.i)
        if joint is None or joint < head.i:
            continue
        modal = any(s.tokens[c].tag == "MD" for c in s.children(head.i, "aux"))
        if s.tokens[joint - 1].text == "," or head.lemma == "be" or modal:
            _lift(s, token.i, joint, over.i)


def _lent_subject(s: _Sentence) -> None:
    """ "called for order and PORTUGAL, the former ruler, appealed": a second subject, read as a part of the first verb's object."""
    for token in s:
        if token.dep != "conj" or token.tag not in FINITE or s.children(token.i, "nsubj", "nsubjpass", "aux", "auxpass"):
            continue
        for name in s:
            noun = s.tokens[name.head]
            if name.dep != "conj" or name.pos != "PROPN" or noun.pos != "NOUN" or not noun.i < name.i < token.i:
                continue
            joint = s.edges(name.i)[0] - 1
            aside = _aside(s, name.i, token.i)
            if s.tokens[joint].lower in JOINS and aside is not None:
                s.hang(name.i, token.i, "nsubj")
                s.hang(joint, token.head, "cc")
                for noun_aside in aside:
                    s.hang(noun_aside, name.i, "appos")
                break


def _aside(s: _Sentence, name: int, verb: int) -> list[int] | None:
    """Heads of what stands between commas behind a name and before a verb; none where the verb follows; None for anything else."""
    if name + 1 == verb:
        return []
    between = s.tokens[name + 1 : verb]
    if len(between) < 3 or between[0].text != "," or between[-1].text != "," or any(t.text == "," for t in between[1:-1]):
        return None
    if any(t.pos not in ("DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM") for t in between[1:-1]):
        return None
    return [t.i for t in between if t.dep in ("appos", "npadvmod")][:1]


def _lift(s: _Sentence, verb: int, joint: int, over: int) -> None:
    """Coordinates a verb with one further up; the "and" and the comma before it follow."""
    s.hang(verb, over, "conj")
    s.hang(joint, over, "cc")
    if s.tokens[joint - 1].text == ",":
        s.hang(joint - 1, over, "punct")
