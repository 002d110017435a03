"""Ships, aircraft and arms: things that act only as subjects, and whose crew is of their country."""

from __future__ import annotations

from ontherecord.actors.affiliations import affiliation
from ontherecord.actors.descriptions import titled
from ontherecord.actors.history import History
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.roles import CARRYING
from ontherecord.actors.scene import Figure, Scene, body_key

ABOARD = frozenset({"crew", "crew member", "captain", "skipper", "fishing crew"})
SUBJECTS = frozenset({"nsubj", "agent"})


def is_thing(figure: Figure) -> bool:
    """Whether an actor is a ship, an aircraft, a weapon."""
    return "weapons" in figure.offices or any(r.split()[-1] in CARRYING for r in figure.roles if r)


def resolve_crew(scene: Scene, nominal: Nominal, history: History) -> tuple[str, ...]:
    """ "its crew", "the captain": of the country of the ship spoken of last, where the phrase itself tells no country."""
    if nominal.role is None or nominal.role.role.word not in ABOARD or affiliation(scene, nominal, local=False):
        return () if nominal.role is None or nominal.role.role.word not in ABOARD else _under_pronoun(scene, nominal, history)
    return _of_last_ship(scene, nominal, history)


def _under_pronoun(scene: Scene, nominal: Nominal, history: History) -> tuple[str, ...]:
    """ "seized a trawler and detained its crew": the ship's, whoever "its" was taken for."""
    owner = nominal.possessor
    if owner is None or scene.parsed.tokens[owner].tag != "PRP$" or nominal.modifiers:
        return ()
    return _of_last_ship(scene, nominal, history)


def _of_last_ship(scene: Scene, nominal: Nominal, history: History) -> tuple[str, ...]:
    ships = [a for a in history.last_head if any(r.split()[-1] in CARRYING for r in scene.figures[a].roles if r)]
    ships = [a for a in ships if scene.cast.actor(a).country is not None]
    if not ships or nominal.role is None:
        return ()
    ship = max(ships, key=lambda a: history.last_head[a])
    country, role = scene.cast.actor(ship).country, nominal.role.role
    figure = scene.figure(
        body_key(country, role, None, plural=True), "group", titled(scene.registry, role.word, country),
        country=country, sector=role.sector or "CVL", role=role.word,
    )  # fmt: skip
    figure.plural = role.word in ("crew", "crew member", "fishing crew")
    figure.roles.add(role.word)
    return (figure.id,)


def tell_things(scene: Scene) -> None:
    """Where a thing is not the subject, whoever owns it is the party; its crew and it belong to their country."""
    for mention in scene.cast.mentions:
        figures = [scene.figures[a] for a in mention.actors]
        thing, aboard = all(is_thing(f) for f in figures), any(f.roles & ABOARD for f in figures)
        if not mention.acts or not (thing or aboard):
            continue
        owners = tuple(scene.government(c) for c in sorted(scene.cast.countries(mention.actors)) if c in scene.registry.countries)
        if owners:
            scene.cast.owned(mention.head, owners)
        token = scene.parsed.tokens[scene.grammar.first_conjunct(mention.head)]
        if thing and token.dep not in SUBJECTS:
            scene.cast.only_owned(mention.head)
