"""Which country a report tells of, and which one each place in it: what local news names once and then leaves unsaid.

Each country's evidence is weighed: dateline, title, publisher, the opening sentences, the places; for one phrase also what its own sentence
names. The weights are rounded from a conditional logit over the candidate countries of 3,170 role phrases without a country of their own in
the corpus (held-out fifth left out), then tried whole. Where they leave two countries near each other, nobody is told.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from ontherecord.actors.cast import Mention
from ontherecord.actors.headline import countries_of, country_of_publisher
from ontherecord.actors.scene import Scene
from ontherecord.actors.spelling import fold
from ontherecord.lexicons.tables import read_table, table_path

DATELINE, PUBLISHER, TITLE, EARLY, SHARE, COUNT = 1.3, 1.8, 0.9, 1.0, 0.4, 0.4
PLACE_HERE, GOAL_HERE, NAMED_HERE, PLACE_BEFORE, NEAREST, NAMED_BEFORE = 1.5, 0.4, 0.4, 0.3, 0.5, 0.3
# Sentences that open a report.
OPENING = 2
# How far ahead of the next the best country is at least.
CLEAR = 0.9
# The same for officials whom another country's act precedes, and for named people without an office.
SURE = 1.3
# The same for officials of the country that dateline or publisher give.
NEAR = 0.45
# What it weighs at least, so that one passing mention is no setting.
LEAST = 0.9
PLACE = re.compile(r"[^\W\d_][^,;:(/\d–—]*")
AWAY_WORDS = frozenset({"to", "with", "from", "into", "between", "towards", "toward", "for", "against", "about"})
NAMING = frozenset({"name", "place", "adjective"})


def story_country(scene: Scene) -> str | None:
    """The one country that a report is about; a government's own report is about its own."""
    return scene.home if scene.home is not None else _best(_told(scene))


def is_local(scene: Scene, country: str) -> bool:
    """Whether dateline or publisher, and not only what the text tells of, make a country the report's own."""
    return country in (dateline_country(scene), country_of_publisher(scene.registry, scene.document.publisher))


def country_at(scene: Scene, head: int, margin: float = CLEAR) -> str | None:
    """The country of those at a token who have none of their own: by the whole report and by what its sentence names."""
    weights = defaultdict(float, _told(scene))
    for code, weight in dict(_named_around(scene, head)).items():
        weights[code[1]] += weight
    return _best(weights, margin)


def _named_around(scene: Scene, head: int) -> Iterator[tuple[tuple[str, str], float]]:
    """((how, country), weight) of what is named around a token: places of its sentence and the one before, names before it."""
    number = scene.parsed.tokens[head].sent
    nearest: str | None = None
    for mention, code in _coded_in(scene, number):
        before = mention.head < head
        if mention.kind == "place":
            goal = is_goal(scene, mention)
            yield ("goal" if goal else "place", code), GOAL_HERE if goal else PLACE_HERE
        elif mention.kind == "name" and before:
            yield ("name", code), NAMED_HERE
        nearest = code if before else nearest
    if nearest is not None:
        yield ("nearest", nearest), NEAREST
    last: str | None = None
    for mention, code in _coded_in(scene, number - 1) if number else ():
        if mention.kind == "place":
            yield ("place before", code), PLACE_BEFORE
        last = code
    if nearest is None and last is not None:
        yield ("last", last), NAMED_BEFORE


def _coded_in(scene: Scene, number: int) -> Iterator[tuple[Mention, str]]:
    """Mentions by name in a sentence, with their countries."""
    sentence = scene.parsed.sentences[number]
    for i in range(sentence.first, sentence.last):
        mention = scene.cast.at(i)
        code = _code(scene, mention) if mention is not None else None
        if mention is not None and code is not None:
            yield mention, code


def _best(weights: dict[str, float], margin: float = CLEAR) -> str | None:
    ranked = sorted(weights.items(), key=lambda w: (-w[1], w[0]))[:2]
    if not ranked or ranked[0][1] < LEAST or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < margin):
        return None
    return ranked[0][0]


def _told(scene: Scene) -> dict[str, float]:
    """What the whole report weighs for each country that it names."""
    if scene.told is None:
        scene.told = _weigh(scene)
    return scene.told


def _weigh(scene: Scene) -> dict[str, float]:
    weights: defaultdict[str, float] = defaultdict(float)
    early: set[str] = set()
    count: Counter[str] = Counter()
    for mention in scene.cast.mentions:
        code = _code(scene, mention)
        if code is None:
            continue
        count[code] += 1
        if is_goal(scene, mention):
            continue
        if mention.kind == "place":
            scene.places.append((mention.head, code))
        if scene.parsed.tokens[mention.head].sent < OPENING:
            early.add(code)
    for _, code in scene.places:
        weights[code] += SHARE / len(scene.places)
    for code in early:
        weights[code] += EARLY
    for code, times in count.items():
        weights[code] += COUNT * times / count.total()
    for code in countries_of(scene.registry, scene.document.title):
        weights[code] += TITLE
    for code, weight in ((dateline_country(scene), DATELINE), (country_of_publisher(scene.registry, scene.document.publisher), PUBLISHER)):
        if code is not None:
            weights[code] += weight
    return dict(weights)


def _code(scene: Scene, mention: Mention) -> str | None:
    """The one state that a mention by name gives; not that of an outlet, which reports from everywhere: "told Reuters"."""
    if mention.kind not in NAMING or any(scene.cast.actor(a).sector == "JRN" for a in mention.actors):
        return None
    codes = {c for c in scene.cast.countries(mention.actors) if c in scene.registry.countries}
    return codes.pop() if len(codes) == 1 else None


def is_goal(scene: Scene, place: Mention) -> bool:
    """ "fled TO Chad", "the border WITH Chad", "from Chad": not where it happens."""
    token = scene.parsed.tokens[scene.grammar.first_conjunct(place.head)]
    above = scene.parsed.tokens[token.head]
    return token.dep == "pobj" and above.lower in AWAY_WORDS


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
