"""Who "the occupiers" and "the invading army" are: never of the country that they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ontherecord.actors.affiliations import affiliation_of_names, blocked
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.scene import Scene

INVADERS = frozenset({
    "occupier", "occupiers", "invader", "invaders", "aggressor", "aggressors", "occupant", "occupants", "occupation forces", "occupation",
})  # fmt: skip
INVADING = frozenset({"occupying", "invading", "occupation", "aggressor"})
# What invaders do, with whose it is before or behind it: "the aggression of Chad", "Chadian occupation".
DEEDS = frozenset({"aggression", "invasion", "occupation"})


def is_invader(nominal: Nominal) -> bool:
    """Whether a role phrase means whoever occupies or invades."""
    role = nominal.role.role if nominal.role else None
    return role is not None and (role.word.lower() in INVADERS or bool(INVADING & set(nominal.words)))


def invading_country(scene: Scene, nominal: Nominal) -> str | None:
    """The country that the phrase itself gives as an adjective, else the one that the document says invades; None where none does."""
    own = affiliation_of_names([n for n in nominal.modifiers if not blocked(scene, n)], scene).countries
    if own:
        return own[0]
    codes = Counter(c for n in scene.nominals.values() for c in _invading(scene, n) if c != scene.home)
    best = codes.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def _invading(scene: Scene, nominal: Nominal) -> Iterator[str]:
    """Countries that a phrase calls invaders, or whose aggression it tells; in a government's own report also other armies."""
    deed = scene.parsed.tokens[nominal.head].lemma.lower() in DEEDS
    army = scene.home is not None and nominal.role is not None and nominal.role.role.sector == "MIL"
    if not (deed or army or is_invader(nominal)):
        return
    yield from affiliation_of_names(list(nominal.modifiers), scene).countries
    for noun in scene.grammar.behind(nominal.head, "of", "by") if deed else ():
        mention = scene.cast.at(noun)
        yield from scene.cast.countries(mention.actors) if mention is not None else ()
