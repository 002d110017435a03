"""Noun phrases: who qualifies whom in "French Foreign Minister Anna Muster", "Hungarian and Romanian officials"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ontherecord.actors.genders import given_names
from ontherecord.actors.names import Name
from ontherecord.actors.parts import PARTICLES, Landmarks, Nominal, take_apart
from ontherecord.actors.roles import RoleHit
from ontherecord.actors.spelling import fold
from ontherecord.language import Parsed, Token

# Relations by which a word on the left belongs to the noun's own phrase.
INSIDE = frozenset({
    "amod", "compound", "nmod", "det", "nummod", "advmod", "punct", "npadvmod", "quantmod", "predet", "cc", "conj", "neg", "appos", "dep",
    "case", "prep", "meta",
})  # fmt: skip
MODIFIER = frozenset({"compound", "amod", "nmod", "npadvmod"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "agent", "dative", "poss", "ROOT"})
# Participles and adjectives that with an article or a number mean people: "the wounded", "many displaced".
PEOPLE = frozenset({
    "accused", "bereaved", "blind", "captured", "condemned", "convicted", "dead", "deaf", "deported", "detained", "disabled",
    "disappeared", "dispossessed", "displaced", "elderly", "evicted", "exiled", "faithful", "freed", "homeless", "hungry", "imprisoned",
    "injured", "jailed", "jobless", "kidnapped", "landless", "maimed", "missing", "persecuted", "poor", "rescued", "rich", "sick",
    "stateless", "stranded", "unemployed", "uninsured", "wounded", "young", "unvaccinated",
})  # fmt: skip
# Tokens before its last that a role word of several has at most.
LONGEST_ROLE = 6
ROMAN = re.compile(r"[IVX]{1,5}")


def find_nominals(parsed: Parsed, names: Iterable[Name], roles: Iterable[RoleHit]) -> list[Nominal]:
    """All noun phrases of a document, by head, left to right. A name that the parser tore apart ("Hans van / den Berg") is one again."""
    return _rejoined(parsed, list(_phrases(parsed, names, roles)))


def _rejoined(parsed: Parsed, nominals: list[Nominal]) -> list[Nominal]:
    whole: list[Nominal] = []
    for nominal in nominals:
        before = whole[-1] if whole else None
        if before is not None and before.chain and nominal.chain and _torn(parsed, before.chain, nominal.chain):
            inner = nominal.first <= parsed.tokens[before.head].head <= nominal.last
            outer = nominal if inner else before
            outer.chain, outer.last = (before.chain[0], nominal.chain[1]), nominal.last
            outer.first, outer.titles, outer.modifiers, outer.words = before.first, before.titles, before.modifiers, before.words
            outer.possessor = before.possessor
            whole[-1] = outer
        else:
            whole.append(nominal)
    return whole


def _torn(parsed: Parsed, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether nothing but particles, hyphens and names stand between two parts of one name."""
    between = parsed.tokens[left[1] + 1 : right[0]]
    if not between:
        ends = (parsed.tokens[left[1]], parsed.tokens[right[0]])
        return any(t.lower in PARTICLES or t.text in "-–" for t in ends)
    if len(between) > 5:
        return False
    if len(between) == 1 and between[0].text == "-":
        return between[0].start == parsed.tokens[left[1]].end and between[0].end == parsed.tokens[right[0]].start
    if any(t.tag in ("CC", "IN") or t.text == "," for t in between):
        return False
    return any(t.lower in PARTICLES for t in between) and all(t.lower in PARTICLES or t.text in "-–" or t.tag == "NNP" for t in between)


def _phrases(parsed: Parsed, names: Iterable[Name], roles: Iterable[RoleHit]) -> Iterator[Nominal]:
    marks = Landmarks(roles={r.first: r for r in roles})
    for name in names:
        marks.names.setdefault(name.first, []).append(name)
        marks.inside.update(range(name.first, name.last + 1))
        if name.last > name.first:
            for k in range(name.first, name.last + 1):
                marks.over.setdefault(k, []).append(name)
    inner = {k for r in marks.roles.values() for k in _behind_preposition(parsed, r)}
    inner.update(t.i for t in parsed.tokens if t.i and ROMAN.fullmatch(t.text) and t.head == t.i - 1)
    inner.update(k for ns in marks.names.values() for n in ns for k in _inside(parsed, n))
    for token in parsed.tokens:
        if token.i not in inner and _heads(parsed, token):
            yield from _nominal(parsed, token.i, marks)


def _inside(parsed: Parsed, name: Name) -> Iterator[int]:
    """All tokens of a name but the one that the rest hangs on: "Morocco" of "Kingdom of Morocco"."""
    within = range(name.first, name.last + 1)
    outer = next((k for k in within if parsed.tokens[k].head not in within), name.last)
    return (k for k in within if k != outer)


def _behind_preposition(parsed: Parsed, hit: RoleHit) -> range:
    """ "state" of "secretary of state", "president" of "president's office": no phrase of its own."""
    for k in range(hit.first + 1, hit.last):
        if parsed.tokens[k].tag == "POS":
            return range(hit.first, hit.last)
        if parsed.tokens[k].tag == "IN":
            return range(k + 1, hit.last + 1)
    return range(0)


def _heads(parsed: Parsed, token: Token) -> bool:
    """Whether a token heads a noun phrase: a noun that qualifies no noun to its right, or a people or adjective used as a noun."""
    if token.pos not in ("NOUN", "PROPN") and token.tag not in ("NNP", "NNPS", "NNS", "NN"):
        if token.lower in PEOPLE and token.dep in ARGUMENTS:
            return _pointed_at(parsed, token)
        return (
            token.pos in ("ADJ", "X")
            and token.text[0].isupper()
            and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "agent", "dative", "poss", "ROOT")
        )
    if (token.dep in MODIFIER and token.head > token.i) or not any(c.isalnum() for c in token.text):
        return False
    if token.dep == "conj":  # "French and [British] soldiers"
        above = parsed.tokens[token.head]
        while above.dep == "conj":
            above = parsed.tokens[above.head]
        return not (above.dep in MODIFIER and above.head > token.i)
    return True


def _pointed_at(parsed: Parsed, token: Token) -> bool:
    """Whether an article, a possessor or a number makes an adjective a noun: "the wounded", "her dead", "forty injured"."""
    before = parsed.tokens[token.i - 1] if token.i else token
    after = parsed.tokens[token.i + 1] if token.i + 1 < len(parsed.tokens) else token
    return (before.lower in ("the", "those", "many") or before.tag in ("CD", "PRP$", "POS")) and after.tag not in ("NN", "NNS", "NNP", "JJ")


def _nominal(parsed: Parsed, head: int, marks: Landmarks) -> Iterator[Nominal]:
    """The phrase of a head, before it persons whom the parser hung on it as if they qualified it: "President Ito and Chancellor Lund"."""
    first, last, possessor = _extent(parsed, head)
    joined: list[int] = []
    for cut in _between_persons(parsed, first, head, marks.roles):
        own, begin = _possessor_within(parsed, first, cut)
        left = Nominal(begin, cut - 1, cut - 1, possessor=possessor if own is None else own)
        take_apart(parsed, left, marks)
        joined.append(left.head)
        yield left
        possessor, first = _possessor_within(parsed, cut + 1, head)
    found = Nominal(first, last, head, possessor=possessor, joined=tuple(joined))
    over = next((n for n in marks.over.get(head, ()) if n.first < first), None)
    near = (marks.roles[k] for k in range(max(0, head - LONGEST_ROLE), first) if k in marks.roles) if possessor is not None else ()
    owned = next((r for r in near if r.last == head), None)
    if over is not None:  # "China's Communist Party" is one name, whatever its grammar
        found.first, found.name, found.possessor = over.first, over, None
    elif owned is not None:  # "the president's office" is one role, whatever its grammar
        found.first, found.possessor = parsed.left[owned.first], None
        take_apart(parsed, found, marks)
        found.role = owned
    else:
        take_apart(parsed, found, marks)
    yield found


def _possessor_within(parsed: Parsed, first: int, behind: int) -> tuple[int | None, int]:
    """ "Chad" of "Chad's Ana Kova" where the parser made one phrase of it, and where the rest begins."""
    mark = next((k for k in range(first + 1, behind) if parsed.tokens[k].tag == "POS"), None)
    return (None, first) if mark is None else (mark - 1, mark + 1)


def _between_persons(parsed: Parsed, first: int, head: int, role_at: dict[int, RoleHit]) -> list[int]:
    """Where "and" parts one titled name from the next inside what the parser took for one phrase."""
    tokens = parsed.tokens
    cuts = []
    for k in range(first + 1, head):
        if tokens[k].tag != "CC" or tokens[k - 1].tag != "NNP" or tokens[head].tag != "NNP" or _in_body(parsed, k, role_at):
            continue
        left_titled = any(j in role_at for j in range(first, k - 1))
        right_titled = any(j in role_at and role_at[j].last < head for j in range(k + 1, min(k + 4, head)))
        ends_title = any(j in role_at and role_at[j].last == k - 1 for j in range(first, k))
        owned = any(tokens[j].tag == "POS" for j in range(k + 2, min(k + 4, head))) and tokens[head - 1].tag == "NNP"
        if owned and tokens[k - 2].tag == "NNP":  # "Chad's Ito Muster and Mali's Ana Kova"
            cuts.append(k)
            first = k + 1
            continue
        if (left_titled or right_titled) and not ends_title and (right_titled or tokens[k - 2].tag == "NNP"):
            cuts.append(k)
            first = k + 1
    return cuts


def _in_body(parsed: Parsed, k: int, role_at: dict[int, RoleHit]) -> bool:
    """Whether "and" stands inside the name of one body: "the Lakes and Rivers Council", unlike "Ana Kova and Rivers Council head Ito"."""
    ends = any(j in role_at and role_at[j].role.kind == "body" for j in (k + 2, k + 3)) and k + 1 not in role_at
    return ends and k >= 2 and fold(parsed.tokens[k - 2].text) not in given_names()


def _extent(parsed: Parsed, head: int) -> tuple[int, int, int | None]:
    """First and last token of the phrase, and its possessor."""
    tokens, first, last, possessor = parsed.tokens, head, head, None
    for child in parsed.children[head]:
        dep = tokens[child].dep
        if child < head:
            if dep == "poss":
                possessor = child
            elif dep in INSIDE and child > (possessor if possessor is not None else -1):
                first = min(first, parsed.left[child])
        elif dep in ("compound", "nummod") and child <= last + 2 and tokens[child].tag in ("NNP", "CD", "NNPS"):
            last = max(last, parsed.right[child])
        elif child == last + 1 and ROMAN.fullmatch(tokens[child].text):
            last = child
    if possessor is not None:
        first = max(first if first > possessor else possessor + 1, parsed.right[possessor] + 1) if parsed.right[possessor] < head else first
    return first, last, possessor


__all__ = ["Nominal", "find_nominals"]
