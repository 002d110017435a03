""" "her Peruvian counterpart": somebody with the same office in another country."""

from __future__ import annotations

from collections.abc import Iterable

from ontherecord.actors.affiliations import affiliation
from ontherecord.actors.descriptions import titled
from ontherecord.actors.history import History
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.priming import REIGNED
from ontherecord.actors.roles import SINGLE
from ontherecord.actors.scene import Figure, Scene, body_key
from ontherecord.actors.story import story_country

COUNTERPARTS = frozenset({"counterpart", "colleague", "opposite number", "host", "guest"})
# Of these the word itself says that the office is the same.
LEADING = frozenset({"head_of_state", "head_of_government"})
SAME_OFFICE = frozenset({"counterpart", "colleague", "opposite number"})


def resolve_counterpart(scene: Scene, nominal: Nominal, history: History) -> tuple[str, ...]:
    """Whom "his counterpart", "her Peruvian colleague" mean: of the country told, else the one other holder of the owner's office."""
    if nominal.role is None or nominal.role.role.word not in COUNTERPARTS:
        return ()
    if nominal.possessor is None:
        return _guest(scene, nominal, history)
    owner = _owner(scene, nominal)
    if owner is None:
        return ()
    whose = affiliation(scene, nominal)
    if whose:
        return tuple(_of_country(scene, nominal, owner, c) for c in whose.countries)
    own = scene.cast.actor(owner.id).country
    others = [f.id for f in _peers(scene, owner) if scene.cast.actor(f.id).country != own]
    said = [o for o in others if o in history.last_head]
    if nominal.role.role.plural:
        return tuple(said or others)
    return (max(said, key=lambda a: history.last_head[a]),) if said else tuple(others) if len(others) == 1 else ()


def _guest(scene: Scene, nominal: Nominal, history: History) -> tuple[str, ...]:
    """ "The guest" of a readout: whom its title deals with, else the last foreigner that the text named."""
    own = scene.home or story_country(scene)
    if nominal.role is None or nominal.role.role.word != "guest" or nominal.role.role.plural or nominal.words != ("the",) or own is None:
        return ()
    if len(scene.dealing) == 2:
        there = scene.cast.actor(scene.dealing[1]).country
        leaders = [
            a for a in _foreigners(scene, history, own) if scene.cast.actor(a).country == there and scene.figures[a].offices & SINGLE
        ]
        return (leaders[0],) if len(leaders) == 1 else scene.dealing[1:]
    persons = _foreigners(scene, history, own)
    return (max(persons, key=lambda a: history.last_head[a]),) if persons else ()


def _foreigners(scene: Scene, history: History, own: str) -> list[str]:
    """Persons of other countries that the text spoke of."""
    return [a for a in history.last_head if scene.figures[a].nature == "person" and scene.cast.actor(a).country not in (None, own)]


def share_office(scene: Scene, nominal: Nominal, actors: Iterable[str], history: History) -> None:
    """The named counterpart of a president is a president too, and the one whom the text spoke of without a name."""
    owner = _owner(scene, nominal)
    if owner is None or nominal.role is None or nominal.role.role.word not in SAME_OFFICE:
        return
    for actor in actors:
        figure = scene.figures[actor]
        if figure.id != owner.id and not figure.offices & SINGLE:
            figure.offices |= owner.offices & SINGLE
            figure.roles |= owner.roles
            scene.cast.refine(actor, role=scene.cast.actor(owner.id).role)
            join_unnamed(scene, history)


def join_unnamed(scene: Scene, history: History | None = None) -> None:
    """Makes one actor of "the president of Chad" and of the one president of Chad whom another place names."""
    for key, id_ in list(scene.described.items()):
        figure = scene.figures.get(id_)
        if figure is None or key[0] != "role" or figure.nature != "person" or figure.plural or not figure.offices & SINGLE:
            continue
        country, sector = scene.cast.actor(id_).country, scene.cast.actor(id_).sector
        same = [p.id for p in _peers(scene, figure) if scene.cast.actor(p.id).country == country and p.id not in scene.primed]
        same = [p for p in same if p not in scene.described.values() and scene.cast.actor(p).sector == sector]
        if country is not None and len(same) == 1:
            scene.described.update((k, same[0]) for k, known in list(scene.described.items()) if known == id_)
            scene.figures.pop(id_)
            scene.cast.join(id_, same[0])
            if history is not None:
                history.join(id_, same[0])


def _owner(scene: Scene, nominal: Nominal) -> Figure | None:
    mention = scene.cast.at(nominal.possessor) if nominal.possessor is not None else None
    if mention is None or len(mention.actors) != 1:
        return None
    figure = scene.figures[mention.actors[0]]
    return figure if figure.nature == "person" else None


def _peers(scene: Scene, owner: Figure, country: str | None = None) -> list[Figure]:
    offices = (owner.offices if country is None else _offices_in(scene, owner, country)) & SINGLE
    return [f for f in scene.figures.values() if f.nature == "person" and f.id != owner.id and f.offices & offices]


def _offices_in(scene: Scene, owner: Figure, country: str) -> set[str]:
    """What the owner's counterpart in a country can be: where a monarch only reigns, who governs; where one alone leads, that one."""
    if not owner.offices & LEADING:
        return owner.offices
    if country in REIGNED:
        return {"head_of_government"}
    ministers = scene.day is not None and scene.registry.holders.of(country, "head_of_government", scene.day)
    presidents = scene.day is not None and scene.registry.holders.of(country, "head_of_state", scene.day)
    return {"head_of_state"} if presidents and not ministers else owner.offices


def _of_country(scene: Scene, nominal: Nominal, owner: Figure, country: str) -> str:
    """The holder of the owner's office in a country: whom the document names, else an office holder without a name."""
    known = [f.id for f in _peers(scene, owner, country) if scene.cast.actor(f.id).country == country and f.id not in scene.primed]
    if len(known) == 1:
        return known[0]
    offices = _offices_in(scene, owner, country) & SINGLE
    same = not offices or bool(offices & owner.offices)
    words = scene.cast.actor(owner.id).role or "counterpart"
    role = scene.registry.roles.get(words) or scene.registry.roles["counterpart"]
    sector = role.sector or scene.cast.actor(owner.id).sector
    words = words if same else "counterpart"
    key = (*body_key(country, role if same else scene.registry.roles["counterpart"], None), sector)
    figure = scene.figure(key, "person", titled(scene.registry, words, country), country=country, sector=sector, role=words)
    figure.roles.update((words, role.word.lower()) if same else (words,))
    figure.offices |= offices
    return figure.id
