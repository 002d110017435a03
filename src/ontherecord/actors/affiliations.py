"""Whose somebody is: the country or body that a noun phrase names by adjective, possessor, or a phrase behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ontherecord.actors.names import Name
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.scene import Scene
from ontherecord.actors.spelling import fold

OWNING = ("of", "from", "for")
LOCAL = ("in", "at", "near", "around", "outside", "within", "across", "inside", "throughout", "on")
# What joins to a country's name and takes its country away: "Turkish-backed rebels" are not Turkish.
OTHERS = frozenset({
    "backed", "supported", "funded", "financed", "sponsored", "trained", "armed", "supplied", "allied", "aligned", "linked", "brokered",
    "mediated", "held", "occupied", "controlled", "administered", "born", "educated", "made", "built", "speaking", "sanctioned",
    "friendly", "inspired", "appointed", "installed", "bound", "proposed", "drafted", "designed", "imposed", "oriented", "leaning",
    "hosted", "dominated",
})  # fmt: skip
AGAINST = frozenset({"pro", "anti", "non", "ex", "post", "pre", "trans", "un"})
# Whom a place tells: who is where they live. Soldiers, officials and reporters may be from elsewhere.
RESIDENT = frozenset(
    {"CVL", "COP", "LEG", "JUD", "MED", "EDU", "LAB", "OPP", "REB", "CRM", "AGR", "REL", "SOC", "REF", "PTY", "PRM", "UAF"}
)
DEEPEST = 3
RULING = frozenset({"head_of_state", "head_of_government"})


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Country codes (several where they are coordinated), and the sector of the body that gave them, if one did."""

    countries: tuple[str, ...] = ()
    sector: str | None = None
    body: str | None = None

    def __bool__(self) -> bool:
        return bool(self.countries)


NOBODY = Affiliation()


def affiliation(scene: Scene, nominal: Nominal, *, depth: int = 0, local: bool = True) -> Affiliation:
    """Whose the nominal's head is: by its own modifiers, else its possessor, else "of …", else (`local`) "in …"."""
    if depth > DEEPEST:
        return NOBODY
    by_modifier = affiliation_of_names([n for n in nominal.modifiers if not blocked(scene, n)], scene) or _of_label(scene, nominal)
    if by_modifier:
        return by_modifier
    if nominal.possessor is not None and not (nominal.role and nominal.role.role.office == "counterpart"):
        found = of_token(scene, nominal.possessor, depth=depth + 1)
        if found:
            return found
    for prepositions in (OWNING, LOCAL) if local else (OWNING,):
        found = _behind_all(scene, nominal, prepositions, depth)
        if found:
            return Affiliation(found.countries) if prepositions is LOCAL else found
    return NOBODY


def _behind_all(scene: Scene, nominal: Nominal, prepositions: tuple[str, ...], depth: int) -> Affiliation:
    """Whose by the phrases behind: of one office holder the first country named, of several all that are coordinated."""
    heads = dict.fromkeys((nominal.head, nominal.role.last if nominal.role else nominal.last))
    several = is_plural(scene, nominal)
    found: list[Affiliation] = []
    for noun in (n for head in heads for n in behind(scene, head, prepositions)):
        one = of_token(scene, noun, depth=depth + 1)
        if one:
            found.append(one)
        if one and not several:
            break
    if len(found) < 2:
        return found[0] if found else NOBODY
    return Affiliation(tuple(dict.fromkeys(c for f in found for c in f.countries)))


def is_plural(scene: Scene, nominal: Nominal) -> bool:
    return bool(nominal.role and nominal.role.role.plural) or scene.parsed.tokens[nominal.head].tag in ("NNS", "NNPS")


def _of_label(scene: Scene, nominal: Nominal) -> Affiliation:
    """ "the Muster administration": by the person of that name, told in the document or in office on its day."""
    if nominal.label is None or nominal.role is None or nominal.role.first != nominal.label[1] + 1:
        return NOBODY
    word = fold(scene.parsed.span(*nominal.label).of(scene.parsed.text))
    known = scene.aliases.get(word)
    if known is not None:
        country = scene.cast.actor(known).country
        return Affiliation((country,) if country else ())
    if nominal.role.role.office != "government":
        return NOBODY
    codes = {t.country for t in scene.registry.holders.surnamed(word) if t.office in RULING and (scene.day is None or t.holds(scene.day))}
    return Affiliation(tuple(codes)) if len(codes) == 1 else NOBODY


def behind(scene: Scene, head: int, prepositions: tuple[str, ...]) -> Iterator[int]:
    """Nouns in prepositional phrases on a noun, with what is coordinated to them."""
    for word, _, noun in scene.grammar.phrases(head):
        if word in prepositions and noun > head:
            yield from scene.grammar.conjuncts(noun)


def of_token(scene: Scene, token: int, *, depth: int = 0) -> Affiliation:
    """Whose the noun phrase headed by the token is, or whom it names."""
    mention = scene.cast.at(token)
    nominal = scene.nominals.get(token)
    if nominal is not None and nominal.name is not None and not blocked(scene, nominal.name):
        return affiliation_of_names([nominal.name], scene)
    if mention is not None:
        actors = [scene.cast.actor(a) for a in mention.actors]
        codes = tuple(dict.fromkeys(a.country for a in actors if a.country))
        return Affiliation(codes, None if all(scene.cast.is_country(a.id) for a in actors) else actors[0].sector)
    if nominal is None:
        return NOBODY
    whose, role = affiliation(scene, nominal, depth=depth), nominal.role.role if nominal.role else None
    if whose and role is not None and role.kind != "person" and role.office != "government":
        return Affiliation(whose.countries, role.sector or whose.sector, role.word)  # "leaders of the Peruvian opposition"
    return whose


def blocked(scene: Scene, name: Name) -> bool:
    """Names that are joined to words which turn them away: "Turkish-backed", "pro-Iranian", "U.S.-born", "former Soviet"."""
    tokens = scene.parsed.tokens
    if name.tail:
        return name.tail.lstrip("-") in OTHERS
    after = name.last + 1
    if after + 1 < len(tokens) and tokens[after].text in ("-", "–") and tokens[after + 1].lower in OTHERS:
        return True
    before = name.first - 1
    if before >= 0 and tokens[before].lower == "ethnic":
        return True
    if before >= 0 and tokens[before].lower.rstrip("-–") in AGAINST and tokens[before].lower[-1:] in "-–":
        return True
    return before >= 1 and tokens[before].text in ("-", "–") and tokens[before - 1].lower in AGAINST


def affiliation_of_names(names: list[Name], scene: Scene) -> Affiliation:
    """The countries that names give: all that are coordinated with the first, nations before bodies."""
    nations = [n for n in names if n.sense.kind in ("country", "adjective", "people", "capital", "seat", "place") and n.sense.countries]
    owners = [n for n in names if n.sense.kind in ("national", "armed", "outlet", "own")]
    chosen = nations or owners or [n for n in names if n.sense.kind == "body"]
    if not chosen:
        return NOBODY
    joined = [chosen[0]]
    for name in chosen[1:]:
        if _joined(scene, joined[-1], name):
            joined.append(name)
    codes = tuple(dict.fromkeys(c for n in joined if (c := n.sense.country) is not None))
    body = next((n.sense for n in (*owners, *(n for n in names if n.sense.kind == "body"))), None)
    return Affiliation(codes, body.sector if body else None, body.name if body else None)


def _joined(scene: Scene, left: Name, right: Name) -> bool:
    """ "Hungarian and Romanian", "US-China", "Dutch, Danish": not "Bosnian Serb"."""
    between = scene.parsed.tokens[left.last + 1 : right.first]
    return left.last == right.first or any(t.lower in ("and", ",", "-", "–", "or", "&", "/") for t in between)
