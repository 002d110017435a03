"""Which country a report tells of, before anybody in it is described: what local news names once and then leaves unsaid."""

from __future__ import annotations

import functools
import re
from collections import Counter

from ontherecord.actors.cast import Mention
from ontherecord.actors.scene import Scene
from ontherecord.actors.spelling import fold
from ontherecord.lexicons.tables import read_table, table_path

# What a dateline weighs, where a country's name in the text weighs 1, a place in it 2, and twice that in the opening sentences.
DATELINE = 4
OPENING = 2
# What it weighs at least: one place in the opening, or a country named more than once; one mention of a country is no setting.
LEAST = 3
# Share of a document's placed mentions that its own country has at least: more where no dateline vouches for it.
MOSTLY = 0.7
FILED = 0.4
PLACE = re.compile(r"[^\W\d_][^,;:(/\d–—]*")
AWAY_WORDS = frozenset({"to", "with", "from", "into", "between", "towards", "toward", "for", "against", "about"})


def story_country(scene: Scene) -> str | None:
    """The one country that a report is about by dateline, title and names: asked for before descriptions are resolved.

    A government's own report is about its own. A dateline counts where the text names its country, or a town there, in the opening, or
    more than any other.
    """
    if scene.home is not None:
        return scene.home
    if scene.story is None:
        scene.story = _told(scene) or ""
    return scene.story or None


def _told(scene: Scene) -> str | None:
    here = dateline_country(scene)
    weights = weigh(scene, here, adjectives=here is not None)
    if not weights:
        return None
    best, most = weights.most_common(1)[0]
    return best if most >= max(LEAST, (FILED if best == here else MOSTLY) * weights.total()) else None


def weigh(scene: Scene, here: str | None, *, adjectives: bool = False) -> Counter[str]:
    """How much of what is placed so far is of each country, the dateline's `here` included."""
    weights: Counter[str] = Counter({here: DATELINE} if here else {})
    for m in scene.cast.mentions:
        codes = {c for c in scene.cast.countries(m.actors) if c in scene.registry.countries}
        if len(codes) == 1 and not is_goal(scene, m) and (adjectives or m.kind != "adjective"):
            weight = 2 if m.kind == "place" else 1
            weights[codes.pop()] += weight * (2 if scene.parsed.tokens[m.head].sent < OPENING else 1)
    return weights


def is_goal(scene: Scene, place: Mention) -> bool:
    """ "fled TO Chad", "the border WITH Chad", "from Chad": not where it happens."""
    token = scene.parsed.tokens[place.head]
    above = scene.parsed.tokens[token.head]
    return token.dep == "pobj" and above.lower in AWAY_WORDS


def country_of_sentence(scene: Scene, head: int, story: str | None) -> str | None:
    """The country of the places that the sentence of a token names, where it is one; the story's own where it is among them."""
    tokens = scene.parsed.tokens
    sentence = scene.parsed.sentences[tokens[head].sent]
    places = (m for i in range(sentence.first, sentence.last) if (m := scene.cast.at(i)) is not None and m.kind == "place")
    codes = {c for m in places if not is_goal(scene, m) for c in scene.cast.countries(m.actors)}
    if story in codes:
        return story
    return codes.pop() if len(codes) == 1 else None


def dateline_country(scene: Scene) -> str | None:
    """The country that the report is filed from."""
    if scene.filed is None:
        scene.filed = _filed(scene) or ""
    return scene.filed or None


def _filed(scene: Scene) -> str | None:
    for paragraph in scene.parsed.paragraphs:
        if paragraph.part.kind == "dateline":
            codes = {c for i in range(paragraph.first, paragraph.last) if (m := scene.cast.at(i)) for c in scene.cast.countries(m.actors)}
            return codes.pop() if len(codes) == 1 else None if codes else _by_place(scene, paragraph.part.span.of(scene.parsed.text))
    return None


def _by_place(scene: Scene, dateline: str) -> str | None:
    """The country of the town in capitals that begins a dateline: "VALPARAISO, Chile (Agency) —"."""
    town = PLACE.match(dateline)
    if town is None:
        return None
    name = fold(town[0].strip())
    senses = scene.registry.names.get(name, ()) or scene.registry.names.get(scene.registry.shouted.get(name.upper(), ""), ())
    codes = {c for s in senses if s.kind in ("capital", "seat", "place", "country") for c in s.countries}
    codes = codes or _reported_from().get(name.upper(), set())
    return next(iter(codes)) if len(codes) == 1 else None


@functools.cache
def _reported_from() -> dict[str, set[str]]:
    """Countries by the cities, in capitals, that reports are datelined from."""
    found: dict[str, set[str]] = {}
    for row in read_table(table_path("dateline_places.tsv"), ("place", "country", "source")):
        found.setdefault(fold(row["place"]).upper(), set()).add(row["country"])
    return found
