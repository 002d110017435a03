"""The parts of one noun phrase: which words name somebody, which tell a role, which are a proper name."""

from __future__ import annotations

from dataclasses import dataclass, field

from ontherecord.actors.genders import given_names
from ontherecord.actors.names import Name
from ontherecord.actors.roles import CRAFTS, RoleHit
from ontherecord.language import Parsed, Token

Run = tuple[int, int]
# Small words that stand inside a person's name.
PARTICLES = frozenset({
    "al", "bin", "bint", "ben", "ibn", "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "do", "du", "el", "la", "le",
    "ter", "ud", "ur", "al-", "abu", "y",
})  # fmt: skip
# Person roles that are also surnames; behind a given name they are part of the name.
SURNAMES = frozenset({
    "king", "bishop", "major", "pope", "prince", "judge", "baron", "marshall", "cook", "farmer", "singer", "fisher", "parson", "priest",
    "monk", "mayor", "earl", "duke", "baker", "marshal", "general",
}) | CRAFTS  # fmt: skip
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
IN_NAMES = str.maketrans("", "", ".-'’‘`&")
# Months that are given names or surnames too.
MONTH_NAMES = frozenset({"may", "april", "june", "august"})
HONOURING = frozenset({"sheikh", "sheikha", "mullah", "ayatollah", "imam"})
TIME_WORDS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
})  # fmt: skip
# Words behind a town's name that leave it a town's.
GEOGRAPHIC = frozenset({
    "city", "region", "province", "strip", "airport", "peninsula", "island", "islands", "sea", "valley", "district", "county", "state",
    "bay", "harbour", "harbor", "port", "university", "oblast", "republic", "territory", "governorate", "canal", "river", "mountains",
    "heights", "desert", "coast", "border", "square", "street", "bridge", "palace", "castle", "stadium", "hospital", "declaration",
})  # fmt: skip


@dataclass(slots=True)
class Landmarks:
    """Registry names and role words by their first token, all tokens `inside` registry names, and names of several tokens by each."""

    names: dict[int, list[Name]] = field(default_factory=dict)
    roles: dict[int, RoleHit] = field(default_factory=dict)
    inside: set[int] = field(default_factory=set)
    over: dict[int, list[Name]] = field(default_factory=dict)


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


def take_apart(parsed: Parsed, found: Nominal, marks: Landmarks) -> None:
    """Fills a nominal with what its words are: registry names, role words, proper names, the rest."""
    tokens = parsed.tokens
    names: list[Name] = []
    titles: list[RoleHit] = []
    words: list[str] = []
    run: Run | None = None
    label: Run | None = None
    i = found.first
    while i <= found.last:
        name, role = _name_at(parsed, found, marks, i, run), _role_at(parsed, found, marks, i, run)
        if name is not None:
            names.extend(marks.names[i])
            run, i = None, marks.names[i][-1].last + 1
        elif role is not None:
            titles.append(role)
            label, run, i = run if run and run[1] == i - 1 else None, None, role.last + 1
        elif _goes_on(parsed, marks, i, run, found.last):
            run = (run[0], i) if run and run[1] >= i - 1 else (i, i)
            i += 1
        else:
            words.append(tokens[i].lower)
            run, i = None, i + 1
    _assign(found, names, titles, words, run)
    found.label = label if found.role else None


def _name_at(parsed: Parsed, found: Nominal, marks: Landmarks, i: int, run: Run | None) -> Name | None:
    """The registry name that begins at the token and belongs to the phrase; none where it is part of a person's name."""
    if i not in marks.names:
        return None
    name = marks.names[i][0]
    if _begins_person(parsed, name, found.last, marks) or (run and _in_longer_name(parsed, run, name, found.last)):
        return None
    return name if name.last <= found.last or name.first <= found.head <= name.last else None


def _role_at(parsed: Parsed, found: Nominal, marks: Landmarks, i: int, run: Run | None) -> RoleHit | None:
    """The role word that begins at the token and belongs to the phrase; none where it is a surname, or honours a name as "Mr" does."""
    role = marks.roles.get(i)
    if role is None or not (role.last <= found.last or role.first <= found.head <= role.last):
        return None
    if _honours(role, parsed.tokens[min(role.last + 1, found.last)], found.last) or (run and _surname(parsed.tokens[i], role)):
        return None
    return role


def _goes_on(parsed: Parsed, marks: Landmarks, i: int, run: Run | None, last: int) -> bool:
    """Whether the token begins a proper name or goes on with one."""
    if _proper(parsed.tokens[i], run):
        return i not in marks.inside or i in marks.names or run is not None
    return run is not None and run[1] == i - 1 and (_after_hyphen(parsed, i) or _joins(parsed, i, last))


def _assign(found: Nominal, names: list[Name], titles: list[RoleHit], words: list[str], run: Run | None) -> None:
    """What the phrase ends in is its head's own part; the rest qualifies it."""
    if run and run[1] >= found.head:
        found.chain = run
    elif titles and titles[-1].last >= found.head:
        found.role = titles.pop()
    elif names and names[-1].last >= found.head:
        found.name = names.pop()
    found.modifiers, found.titles, found.words = tuple(names), tuple(titles), tuple(words)


def _proper(token: Token, run: Run | None) -> bool:
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


def _begins_person(parsed: Parsed, name: Name, last: int, marks: Landmarks) -> bool:
    """ "Chad" of "Chad Miller"."""
    after = name.last + 1
    if name.first >= 2 and parsed.tokens[name.first - 1].text == "-" and parsed.tokens[name.first - 2].lower in ("al", "el"):
        return True  # "al-Sudani"
    if after > last or name.first != name.last or after in marks.roles or after in marks.names:
        return False
    first, follower = parsed.tokens[name.first], parsed.tokens[after]
    given = name.sense.kind in ("people", "adjective") and first.text in given_names()  # "Karen"
    lone_people = given or (name.sense.kind == "people" and first.tag == "NNP")  # "Finn" is no adjective
    town = name.sense.kind in ("place", "capital") and first.dep == "compound" and follower.lower not in GEOGRAPHIC  # "Vladimir Muster"
    if not (lone_people or town or first.text in GIVEN):
        return False
    return follower.tag == "NNP" and follower.text[0].isupper() and follower.text[1:].islower()


def _in_longer_name(parsed: Parsed, run: Run, name: Name, last: int) -> bool:
    """ "Jordan" of "Emma Jordan", "Jersey" of "New Jersey", "Washington" of "George Washington Bridge": not "North Africa"."""
    if name.first != name.last or run[1] != name.first - 1 or name.sense.kind not in PLACELIKE:
        return False
    if parsed.tokens[run[1]].lower in DIRECTIONS:
        return False
    return name.last >= last or name.sense.kind in ("capital", "place", "outlet")
