"""Where the story plays: the country of groups, bodies and officials whom no word of the report gives to a country.

"Police in Lusaka" are told by their own phrase. Most local news names its country once: in the dateline, the title, by a town of the first
sentence; from then on "the miners", "gendarmes", "the union" are that country's. Where two countries act, a group is given to one of
them only by a place of its own sentence; else it stays without.
"""

from __future__ import annotations

from collections import Counter

from ontherecord.actors.affiliations import RESIDENT
from ontherecord.actors.cast import Mention
from ontherecord.actors.context import dateline_country, from_elsewhere
from ontherecord.actors.descriptions import SINGLE
from ontherecord.actors.pronouns import SAYING, TELLING
from ontherecord.actors.scene import Scene

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
# Share of a document's placed mentions that its own country has at least.
MOSTLY = 0.7
# What it weighs at least: one place in the opening, or a country named more than once; one mention of a country is no setting.
LEAST = 3
# What a dateline weighs, where a country's name in the text weighs 1, a place in it 2, and twice that in the opening sentences.
DATELINE = 4
OPENING = 2


def settle_setting(scene: Scene) -> None:
    """Gives a country to the document's domestic actors that have none, where the setting tells it."""
    story = _story(scene)
    first: dict[str, Mention] = {}
    for mention in scene.cast.mentions:
        for id_ in mention.actors:
            first.setdefault(id_, mention)
    for id_, mention in first.items():
        if _stateless(scene, id_, mention):
            country = _of_sentence(scene, mention, story) or story
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


def _of_sentence(scene: Scene, mention: Mention, story: str | None) -> str | None:
    """The country of the places that the mention's own sentence names, where it is one."""
    tokens = scene.parsed.tokens
    sentence = tokens[mention.head].sent
    codes = {
        c
        for m in scene.cast.mentions
        if m.kind == "place" and tokens[m.head].sent == sentence and not _goal(scene, m)
        for c in scene.cast.countries(m.actors)
    }
    if story in codes:
        return story
    return codes.pop() if len(codes) == 1 else None


def _goal(scene: Scene, place: Mention) -> bool:
    """ "fled TO Chad", "the border WITH Chad", "from Chad": not where it happens."""
    token = scene.parsed.tokens[place.head]
    above = scene.parsed.tokens[token.head]
    return token.dep == "pobj" and above.lower in ("to", "with", "from", "into", "between", "towards", "toward", "for", "against", "about")


def _story(scene: Scene) -> str | None:
    """The one country that the whole is about: by dateline, or by nearly all that is placed."""
    if scene.home is not None:
        return scene.home
    here = dateline_country(scene)
    weights: Counter[str] = Counter({here: DATELINE} if here else {})
    for m in scene.cast.mentions:
        codes = {c for c in scene.cast.countries(m.actors) if c in scene.registry.countries}
        if len(codes) == 1 and not _goal(scene, m) and m.kind != "adjective":
            weight = 2 if m.kind == "place" else 1
            weights[codes.pop()] += weight * (2 if scene.parsed.tokens[m.head].sent < OPENING else 1)
    if not weights:
        return None
    best, most = weights.most_common(1)[0]
    return best if most >= max(LEAST, MOSTLY * weights.total()) else None


__all__ = ["settle_setting"]
