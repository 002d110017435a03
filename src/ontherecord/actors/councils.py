"""Bodies of states called as a body of states is: "the Security Council" of a government's readout is not the United Nations'."""

from __future__ import annotations

from collections.abc import Iterable

from ontherecord.actors.names import Name
from ontherecord.actors.registry import INTERNATIONAL, Registry
from ontherecord.language import Parsed

NATIONAL = frozenset({"country", "adjective"})
OF = frozenset({"of", "for"})


def without_own_councils(names: Iterable[Name], parsed: Parsed, registry: Registry, home: str | None) -> list[Name]:
    """The names, but those of international bodies that are words for states' bodies too and mean a state's own here.

    So they do where a country stands right before or behind "of", and in the whole document where they do so once or a government
    publishes it, unless the document also calls the international body by a longer name. As role words they find whose they are.
    """
    found = list(names)
    doubtful = [n for n in found if _is_role(n, parsed, registry)]
    if not doubtful:
        return found
    owned = {id(n) for n in doubtful if _owned(n, found, parsed)}
    told = any(n.sense.country == d.sense.country for d in doubtful for n in found if n not in doubtful)
    throughout = (home is not None or bool(owned)) and not told
    return [n for n in found if not (id(n) in owned or (throughout and n in doubtful))]


def _is_role(name: Name, parsed: Parsed, registry: Registry) -> bool:
    if name.sense.kind != "body" or name.sense.country not in INTERNATIONAL:
        return False
    words = " ".join(parsed.span(name.first, name.last).of(parsed.text).lower().removeprefix("the ").split())
    role = registry.roles.get(words)
    return role is not None and role.kind == "body" and role.office == "government"


def _owned(name: Name, names: list[Name], parsed: Parsed) -> bool:
    """ "Ghana's Security Council", "the Ghanaian Security Council", "the Security Council of Ghana"."""
    tokens = parsed.tokens
    before = name.first - 1
    if before >= 0 and tokens[before].tag == "POS":
        before -= 1
    behind = name.last + (3 if name.last + 2 < len(tokens) and tokens[name.last + 2].lower == "the" else 2)
    near = {before}
    if name.last + 1 < len(tokens) and tokens[name.last + 1].lower in OF:
        near.add(behind)
    return any(
        n.sense.kind in NATIONAL and n.sense.country and (n.last == before or n.first == behind) and near & {n.first, n.last} for n in names
    )
