"""Noun phrases taken apart: who qualifies whom in "French Foreign Minister Anna Muster", "Hungarian and Romanian officials"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ontherecord.actors.names import Name
from ontherecord.actors.roles import RoleHit
from ontherecord.language import Parsed, Token

# Relations by which a word on the left belongs to the noun's own phrase.
INSIDE = frozenset({
    "amod", "compound", "nmod", "det", "nummod", "advmod", "punct", "npadvmod", "quantmod", "predet", "cc", "conj", "neg", "appos", "dep",
    "case", "prep", "meta",
})  # fmt: skip
MODIFIER = frozenset({"compound", "amod", "nmod", "npadvmod"})
# Small words that stand inside a person's name.
PARTICLES = frozenset({
    "al", "bin", "bint", "ben", "ibn", "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "do", "du", "el", "la", "le",
    "ter", "ud", "ur", "al-", "abu", "y",
})  # fmt: skip
# Person roles that are also surnames; behind a given name they are part of the name.
SURNAMES = frozenset({
    "king", "bishop", "major", "pope", "prince", "judge", "baron", "marshall", "cook", "farmer", "singer", "fisher", "parson", "priest",
    "monk", "mayor", "earl", "duke", "baker", "marshal", "general",
})  # fmt: skip
# Place names and other registry names that are common given names: before another proper noun they begin a person's name.
GIVEN = frozenset({
    "Jordan", "Chad", "Israel", "Paris", "Georgia", "Kenya", "Sydney", "Florence", "Austin", "London", "Chelsea", "Virginia", "India",
    "Cuba", "Victoria", "Santiago", "Valencia", "Sofia", "Lima", "Asia", "Malta", "Regina", "Vienna", "Roman", "German", "Francis",
    "Holland", "Jamaica", "Trinidad", "Nelson", "Lincoln", "Jackson", "Madison", "Ottawa", "Troy", "Cleveland", "Denver", "Dallas",
    "Houston", "Carolina", "Dakota", "Savannah", "Adelaide", "Charlotte", "Lourdes", "Mercedes", "Salvador",
})  # fmt: skip
PLACELIKE = frozenset({"country", "capital", "place", "people", "adjective", "outlet"})
DIRECTIONS = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "greater", "upper", "lower", "mainland",
    "occupied", "downtown", "inner", "outer", "-",
})  # fmt: skip
ROMAN = re.compile(r"[IVX]{1,5}")
IN_NAMES = str.maketrans("", "", ".-'’‘`&")
# Months that are given names or surnames too.
MONTH_NAMES = frozenset({"may", "april", "june", "august"})
HONOURING = frozenset({"sheikh", "sheikha", "mullah", "ayatollah", "imam"})
TIME_WORDS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
})  # fmt: skip


@dataclass(slots=True)
class Nominal:
    """One noun phrase: tokens `first` to `last`, its head, and what it consists of.

    `name` is the registry name that the head ends, `role` the role word that the head ends, `chain` the tokens of a proper name
    unknown to the registry that the head ends; at most one of them is set. `titles` are role words before that, `modifiers` registry
    names, `label` a proper name right before a role word ("Farabundo" of "the Farabundo group"), `words` all other words, lower case,
    `joined` heads of names that belong beside it though the parser hung them under it.
    """

    first: int
    last: int
    head: int
    name: Name | None = None
    role: RoleHit | None = None
    chain: tuple[int, int] | None = None
    titles: tuple[RoleHit, ...] = ()
    modifiers: tuple[Name, ...] = ()
    words: tuple[str, ...] = ()
    possessor: int | None = None
    label: tuple[int, int] | None = None
    joined: tuple[int, ...] = ()

    @property
    def start(self) -> int:
        """First token of the head's own part: the name, the role word or the proper name."""
        return self.name.first if self.name else self.role.first if self.role else self.chain[0] if self.chain else self.head


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
    by_first: dict[int, list[Name]] = {}
    for name in names:
        by_first.setdefault(name.first, []).append(name)
    role_at = {r.first: r for r in roles}
    inner = {k for r in role_at.values() for k in _behind_preposition(parsed, r)}
    inner.update(t.i for t in parsed.tokens if t.i and ROMAN.fullmatch(t.text) and t.head == t.i - 1)
    inner.update(k for ns in by_first.values() for n in ns for k in _inside(parsed, n))
    for token in parsed.tokens:
        if token.i not in inner and _heads(parsed, token):
            yield from _nominal(parsed, token.i, by_first, role_at)


def _inside(parsed: Parsed, name: Name) -> Iterator[int]:
    """All tokens of a name but the one that the rest hangs on: "Morocco" of "Kingdom of Morocco"."""
    within = range(name.first, name.last + 1)
    outer = next((k for k in within if parsed.tokens[k].head not in within), name.last)
    return (k for k in within if k != outer)


def _behind_preposition(parsed: Parsed, hit: RoleHit) -> range:
    """ "state" of "secretary of state": no phrase of its own."""
    for k in range(hit.first + 1, hit.last):
        if parsed.tokens[k].tag == "IN":
            return range(k + 1, hit.last + 1)
    return range(0)


def _heads(parsed: Parsed, token: Token) -> bool:
    """Whether a token heads a noun phrase: a noun that qualifies no noun to its right, or a people or adjective used as a noun."""
    if token.pos not in ("NOUN", "PROPN") and token.tag not in ("NNP", "NNPS", "NNS", "NN"):
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


def _nominal(parsed: Parsed, head: int, by_first: dict[int, list[Name]], role_at: dict[int, RoleHit]) -> Iterator[Nominal]:
    """The phrase of a head, before it persons whom the parser hung on it as if they qualified it: "President Ito and Chancellor Lund"."""
    first, last, possessor = _extent(parsed, head)
    joined: list[int] = []
    for cut in _between_persons(parsed, first, head, role_at):
        left = Nominal(first, cut - 1, cut - 1, possessor=possessor)
        _take_apart(parsed, left, by_first, role_at)
        joined.append(left.head)
        yield left
        first, possessor = cut + 1, None
    found = Nominal(first, last, head, possessor=possessor, joined=tuple(joined))
    _take_apart(parsed, found, by_first, role_at)
    yield found


def _between_persons(parsed: Parsed, first: int, head: int, role_at: dict[int, RoleHit]) -> list[int]:
    """Where "and" parts one titled name from the next inside what the parser took for one phrase."""
    tokens = parsed.tokens
    cuts = []
    for k in range(first + 1, head):
        if tokens[k].tag != "CC" or tokens[k - 1].tag != "NNP" or tokens[head].tag != "NNP":
            continue
        left_titled = any(j in role_at for j in range(first, k - 1))
        right_titled = any(j in role_at and role_at[j].last < head for j in range(k + 1, min(k + 4, head)))
        ends_title = any(j in role_at and role_at[j].last == k - 1 for j in range(first, k))
        if (left_titled or right_titled) and not ends_title and (right_titled or tokens[k - 2].tag == "NNP"):
            cuts.append(k)
            first = k + 1
    return cuts


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


def _take_apart(parsed: Parsed, found: Nominal, by_first: dict[int, list[Name]], role_at: dict[int, RoleHit]) -> None:
    tokens = parsed.tokens
    names: list[Name] = []
    titles: list[RoleHit] = []
    words: list[str] = []
    run: tuple[int, int] | None = None
    label: tuple[int, int] | None = None
    i = found.first
    while i <= found.last:
        here, role = by_first.get(i, []), role_at.get(i)
        if here and _begins_person(parsed, here[0], found.last, role_at):
            here = []
        if (
            here
            and (here[0].last <= found.last or here[0].first <= found.head <= here[0].last)
            and not (run and _in_longer_name(parsed, run, here[0], found.last))
        ):
            names.extend(here)
            run, i = None, here[-1].last + 1
        elif (
            role
            and not _honours(role, tokens[min(role.last + 1, found.last)], found.last)
            and (role.last <= found.last or role.first <= found.head <= role.last)
            and not (run and _surname(tokens[i], role))
        ):
            titles.append(role)
            label, run, i = run if run and run[1] == i - 1 else None, None, role.last + 1
        elif _proper(tokens[i], run) or (run and run[1] == i - 1 and _after_hyphen(parsed, i)):
            run = (run[0], i) if run and run[1] >= i - 1 else (i, i)
            i += 1
        elif run and _joins(parsed, i, found.last):
            run = (run[0], i)
            i += 1
        else:
            words.append(tokens[i].lower)
            run = None
            i += 1
    _assign(found, names, titles, words, run)
    found.label = label if found.role else None


def _assign(found: Nominal, names: list[Name], titles: list[RoleHit], words: list[str], run: tuple[int, int] | None) -> None:
    """What the phrase ends in is its head's own part; the rest qualifies it."""
    if run and run[1] >= found.head:
        found.chain = run
    elif titles and titles[-1].last >= found.head:
        found.role = titles.pop()
    elif names and names[-1].last >= found.head:
        found.name = names.pop()
    found.modifiers, found.titles, found.words = tuple(names), tuple(titles), tuple(words)


def _proper(token: Token, run: tuple[int, int] | None) -> bool:
    if (
        token.tag in ("NNP", "NNPS")
        and (token.lower not in TIME_WORDS or (token.lower in MONTH_NAMES and run is not None))
        and token.text.translate(IN_NAMES).isalnum()
    ):
        return token.text[0].isupper() or run is not None
    return run is not None and (token.lower in PARTICLES or (token.text[0].isupper() and token.tag in ("NN", "JJ", "FW", "CD", "NNS")))


def _after_hyphen(parsed: Parsed, i: int) -> bool:
    """ "bak" of "Myung-bak"."""
    before = parsed.tokens[i - 1]
    return before.text in ("-", "–") and before.end == parsed.tokens[i].start and parsed.tokens[i].text.isalpha()


def _joins(parsed: Parsed, i: int, last: int) -> bool:
    """A hyphen, an apostrophe or an initial's full stop inside a name."""
    return parsed.tokens[i].text in ("-", "–", "'", "’", ".", "&") and i < last and parsed.tokens[i + 1].text[:1].isalpha()


def _honours(role: RoleHit, follower: Token, last: int) -> bool:
    """ "Sheikh" before a name belongs to it, as "Mr" does."""
    return role.role.word in HONOURING and role.last < last and follower.tag == "NNP"


def _surname(token: Token, role: RoleHit) -> bool:
    return role.first == role.last and token.text[0].isupper() and token.lower in SURNAMES


def _begins_person(parsed: Parsed, name: Name, last: int, role_at: dict[int, RoleHit]) -> bool:
    """ "Chad" of "Chad Miller"."""
    after = name.last + 1
    if name.first >= 2 and parsed.tokens[name.first - 1].text == "-" and parsed.tokens[name.first - 2].lower in ("al", "el"):
        return True  # "al-Sudani"
    lone_people = name.sense.kind == "people" and parsed.tokens[name.first].tag == "NNP"  # "Finn" is no adjective
    if after > last or not (lone_people or parsed.tokens[name.first].text in GIVEN) or name.first != name.last:
        return False
    follower = parsed.tokens[after]
    return follower.tag == "NNP" and follower.text[0].isupper() and after not in role_at


def _in_longer_name(parsed: Parsed, run: tuple[int, int], name: Name, last: int) -> bool:
    """ "Jordan" of "Emma Jordan", "Jersey" of "New Jersey", "Washington" of "George Washington Bridge": not "North Africa"."""
    if name.first != name.last or run[1] != name.first - 1 or name.sense.kind not in PLACELIKE:
        return False
    if parsed.tokens[run[1]].lower in DIRECTIONS:
        return False
    return name.last >= last or name.sense.kind in ("capital", "place", "outlet")
