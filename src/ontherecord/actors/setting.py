"""Where the story plays: the country of groups, bodies and officials whom no word of the report gives to a country.

"Police in Lusaka" are told by their own phrase. Most local news names its country once: in the dateline, the title, by a town of the first
sentence; from then on "the miners", "gendarmes", "the union" are that country's. Where two countries act, a group is given to one of
them only by a place of its own sentence; else it stays without.
"""

from __future__ import annotations

from ontherecord.actors.affiliations import RESIDENT
from ontherecord.actors.cast import Mention
from ontherecord.actors.context import from_elsewhere, travels
from ontherecord.actors.scene import Scene
from ontherecord.actors.story import CLEAR, NEAR, SURE, country_at, dateline_country, is_local

# Sectors of whom a state has its own; aid workers, reporters and firms may be from anywhere.
DOMESTIC = RESIDENT | {"GOV", "MIL", "SPY", "ELI"}
# Words for people who are by nature from elsewhere, or of no country.
FOREIGN = frozenset({
    "alliance", "allies", "ally", "ambassador", "analyst", "bloc", "coalition", "community", "consulate", "correspondent", "creditor",
    "crew", "delegate", "delegation", "diplomat", "donor", "economist", "embassy", "envoy", "expatriate", "expert", "foreigner",
    "hacker", "immigrant", "inspector", "investor", "jihadist", "mediator", "mercenary", "migrant", "monitor", "neighbor", "neighbour",
    "observer", "partner", "passenger", "peacekeeper", "pilot", "pirate", "player", "reader", "refugee", "researcher",
    "sailor", "scholar", "scientist", "smuggler", "summit", "tourist", "trafficker", "visitor", "world",
})  # fmt: skip
# What says in a body's own name that several states are in it.
JOINT = frozenset({
    "african", "american", "inter-american", "interamerican", "asian", "european", "arab", "latin", "islamic", "ocean", "pacific", "gulf",
    "caribbean", "nordic", "baltic", "continental",
})  # fmt: skip
# Of whose names "foreign" is a part: everybody's foreign ministry is its own.
OFFICES = frozenset({"ministry", "minister", "secretary", "office", "department", "committee", "affairs", "intelligence", "service"})


def settle_setting(scene: Scene) -> None:
    """Gives a country to the document's domestic actors that have none, where the setting tells it."""
    first: dict[str, Mention] = {}
    for mention in scene.cast.mentions:
        for id_ in mention.actors:
            first.setdefault(id_, mention)
    for id_, mention in first.items():
        if _stateless(scene, id_, mention):
            official = scene.cast.actor(id_).sector in DOMESTIC and "people" not in scene.cast.actor(id_).name.lower().split()
            country = scene.home or country_at(scene, mention.head, CLEAR if official else SURE)
            if country is not None and not official and not is_local(scene, country):
                continue
            country = country or (_near(scene, mention.head) if official else None)
            if country is not None and travels(scene, id_, mention.head) and dateline_country(scene) != country and scene.home != country:
                continue
            if country is not None:
                scene.cast.refine(id_, country=country)


def _near(scene: Scene, head: int) -> str | None:
    """The report's own country where it leads by less than others must."""
    country = country_at(scene, head, NEAR)
    return country if country is not None and is_local(scene, country) else None


def _stateless(scene: Scene, id_: str, mention: Mention) -> bool:
    """Whether the actor is a domestic one without a country, and its own words do not say that it is from elsewhere."""
    actor, figure = scene.cast.actor(id_), scene.figures.get(id_)
    nature = figure.nature if figure is not None else ""
    local = actor.sector in DOMESTIC or (actor.sector in (None, "JRN") and nature == "person")
    local = local or (actor.sector in ("BUS", "JRN") and nature in ("person", "group"))
    if actor.country is not None or figure is None or figure.nature == "state" or not local:
        return False
    nominal = scene.nominals.get(mention.head)
    if nominal is not None and (nominal.modifiers or from_elsewhere(scene, nominal)):
        return False  # "ethnic Chadian fighters", "foreign envoys"
    words = {t.lemma.lower() for t in scene.parsed.tokens[mention.first : mention.last + 1]} | set(actor.name.lower().split())
    if actor.role is None and words & JOINT:
        return False  # "the Inter-American Commission"
    abroad = "foreign" in words and not words & OFFICES
    return not words & FOREIGN and not abroad and "international" not in words


__all__ = ["settle_setting"]
