"""Where the story plays: the country of groups, bodies and officials whom no word of the report gives to a country.

"Police in Lusaka" are told by their own phrase. Most local news names its country once: in the dateline, the title, by a town of the first
sentence; from then on "the miners", "gendarmes", "the union" are that country's. Where two countries act, a group is given to one of
them only by a place of its own sentence; else it stays without.
"""

from __future__ import annotations

from ontherecord.actors.affiliations import RESIDENT
from ontherecord.actors.cast import Mention
from ontherecord.actors.context import from_elsewhere
from ontherecord.actors.descriptions import SINGLE
from ontherecord.actors.pronouns import SAYING, TELLING
from ontherecord.actors.scene import Scene
from ontherecord.actors.story import LEAST, MOSTLY, country_of_sentence, dateline_country, story_country, weigh

# Sectors of whom a state has its own; aid workers, reporters and firms may be from anywhere.
DOMESTIC = RESIDENT | {"GOV", "MIL", "SPY", "ELI"}
# Words for people who are by nature from elsewhere, or of no country.
FOREIGN = frozenset({
    "alliance", "allies", "ally", "ambassador", "analyst", "bloc", "coalition", "community", "consulate", "correspondent", "creditor",
    "crew", "delegate", "delegation", "diplomat", "donor", "economist", "embassy", "envoy", "expatriate", "expert", "foreigner",
    "hacker", "immigrant", "inspector", "investor", "jihadist", "mediator", "mercenary", "migrant", "monitor", "neighbor", "neighbour",
    "observer", "partner", "passenger", "peacekeeper", "people", "pilot", "pirate", "player", "reader", "refugee", "researcher",
    "sailor", "scholar", "scientist", "smuggler", "summit", "tourist", "trafficker", "visitor", "world",
})  # fmt: skip
# What ministers do where they are not at home.
AWAY = SAYING | TELLING | {
    "land", "arrive", "meet", "visit", "attend", "stay", "hold", "talk", "address", "travel", "fly", "go", "come", "be", "return", "begin",
    "open", "conclude", "end", "convene", "gather", "host", "take", "give", "wait", "dine",
}  # fmt: skip


def settle_setting(scene: Scene) -> None:
    """Gives a country to the document's domestic actors that have none, where the setting tells it."""
    story = _story(scene)
    first: dict[str, Mention] = {}
    for mention in scene.cast.mentions:
        for id_ in mention.actors:
            first.setdefault(id_, mention)
    for id_, mention in first.items():
        if _stateless(scene, id_, mention):
            country = country_of_sentence(scene, mention.head, story) or story
            if country is not None and _travels(scene, id_, mention) and dateline_country(scene) != country and scene.home != country:
                continue
            if country is not None:
                scene.cast.refine(id_, country=country)


def _stateless(scene: Scene, id_: str, mention: Mention) -> bool:
    """Whether the actor is a domestic one without a country, and its own words do not say that it is from elsewhere."""
    actor, figure = scene.cast.actor(id_), scene.figures.get(id_)
    if actor.country is not None or figure is None or figure.nature == "state" or actor.sector not in DOMESTIC:
        return False
    nominal = scene.nominals.get(mention.head)
    if nominal is not None and (nominal.modifiers or from_elsewhere(scene, nominal)):
        return False  # "ethnic Chadian fighters", "foreign envoys"
    words = {t.lemma.lower() for t in scene.parsed.tokens[mention.first : mention.last + 1]} | set(actor.name.lower().split())
    return not words & FOREIGN and "foreign" not in words and "international" not in words


def _travels(scene: Scene, id_: str, mention: Mention) -> bool:
    """Whether the actor is a named holder of an office of state of whom the sentence says at most where he was: "arrived in", "said in"."""
    figure, tokens = scene.figures[id_], scene.parsed.tokens
    if figure.nature != "person" or not figure.offices & SINGLE:
        return False
    sentence = tokens[mention.head].sent
    places = [m.head for m in scene.cast.mentions if m.kind == "place" and tokens[m.head].sent == sentence]
    deeds = {tokens[v].lemma for i in places if (v := scene.grammar.verb_above(i)) is not None}
    return not deeds - AWAY


def _story(scene: Scene) -> str | None:
    """The one country that the whole is about: as was told before, else by nearly all that is placed at the end."""
    story = story_country(scene)
    if story is not None:
        return story
    weights = weigh(scene, dateline_country(scene))
    if not weights:
        return None
    best, most = weights.most_common(1)[0]
    return best if most >= max(LEAST, MOSTLY * weights.total()) else None


__all__ = ["settle_setting"]
