"""Whom a reader has in mind before the first sentence: those the headline names, and the government that publishes."""

from __future__ import annotations

import re

from ontherecord.actors.history import History, Spoken
from ontherecord.actors.holders import Holder
from ontherecord.actors.persons import enter_term
from ontherecord.actors.registry import Sense
from ontherecord.actors.scene import Scene
from ontherecord.actors.spelling import fold

WORD = re.compile(r"[^\W_][\w.'’]*(?:-[^\W_][\w.'’]*)*")
LONGEST_NAME = 6
# The offices of a person whom "president of" or "the Kremlin" names, highest first.
TOP = ("head_of_state", "head_of_government")
TITLE = -1


def prime(scene: Scene, history: History) -> None:
    """Puts the headline's and the publisher's actors into memory, as if one sentence before the first had named them."""
    home = _publishing_government(scene)
    if home is not None:
        scene.home = home
        scene.home_person = _top_person(scene, home)
    told = [] if any(p.part.kind == "title" for p in scene.parsed.paragraphs) else _in_title(scene)
    if told and scene.home_person and len(told) == 1 and scene.home_person not in told:
        told.insert(0, scene.home_person)
    for actor in dict.fromkeys(told):
        history.keep(Spoken(TITLE, TITLE, -1, (actor,), subject=False, acts=True))


def _publishing_government(scene: Scene) -> str | None:
    """The country whose government publishes: by a seat ("Kremlin"), or an office or ministry with a country ("President of Chad")."""
    words = _words(scene.document.publisher or "")
    senses = _senses(scene, words, 0, len(words))
    seat = next((s for s in senses if s.kind == "seat" or (s.kind == "national" and s.sector == "GOV")), None)
    if seat is not None:
        return seat.country
    codes = {s.country for _, _, s in _names(scene, words) if s.kind in ("country", "adjective") and s.country}
    official = any(_role(scene, words, i) for i in range(len(words)))
    return codes.pop() if official and len(codes) == 1 else None


def _top_person(scene: Scene, country: str) -> str | None:
    if scene.day is None:
        return None
    for office in TOP:
        terms = scene.registry.holders.of(country, office, scene.day)
        if len({t.name for t in terms}) == 1:
            return enter_term(scene, terms)
    return None


def _in_title(scene: Scene) -> list[str]:
    """Persons and countries that the document's title names, in order; a country whose person it names counts through the person."""
    words = _words(scene.document.title or "")
    persons = _persons(scene, words)
    covered = {k for first, last, _ in persons for k in range(first, last)}
    found = [(first, actor) for first, _, actor in persons]
    shown = {scene.cast.actor(a).country for _, a in found}
    for first, _, sense in _names(scene, words):
        if first not in covered and sense.kind in ("country", "capital", "seat") and sense.country and sense.country not in shown:
            shown.add(sense.country)
            found.append((first, scene.government(sense.country)))
    return [actor for _, actor in sorted(found)]


def _persons(scene: Scene, words: list[str]) -> list[tuple[int, int, str]]:
    """(first word, behind its last, actor) of every person named in full, or by a surname that the text explains."""
    found: list[tuple[int, int, str]] = []
    i = 0
    while i < len(words):
        for j in range(min(i + 5, len(words)), i, -1):
            actor = _person(scene, words[i:j]) if words[i][0].isupper() else None
            if actor is not None:
                found.append((i, j, actor))
                i = j - 1
                break
        i += 1
    return found


def _person(scene: Scene, words: list[str]) -> str | None:
    name = fold(" ".join(words))
    known = scene.aliases.get(name)
    if known is not None:
        return known
    if len(words) == 1:
        return None
    terms: list[Holder] = scene.registry.holders.named(name)
    current = [t for t in terms if scene.day is None or t.holds(scene.day)]
    return enter_term(scene, current) if len({t.name for t in current}) == 1 else None


def _names(scene: Scene, words: list[str]) -> list[tuple[int, int, Sense]]:
    found = []
    i = 0
    while i < len(words):
        step = 1
        for j in range(min(i + LONGEST_NAME, len(words)), i, -1):
            senses = [s for s in _senses(scene, words, i, j) if not s.ambiguous or s.kind == "country"]
            if senses:
                found.append((i, j, senses[0]))
                step = j - i
                break
        i += step
    return found


def _senses(scene: Scene, words: list[str], first: int, behind: int) -> tuple[Sense, ...]:
    return scene.registry.names.get(fold(" ".join(words[first:behind])), ())


def _role(scene: Scene, words: list[str], i: int) -> bool:
    return any(" ".join(words[i:j]).lower() in scene.registry.roles for j in range(i + 1, min(i + 4, len(words)) + 1))


def _words(text: str) -> list[str]:
    return [w.removesuffix("'s").removesuffix("’s") for w in WORD.findall(text)]


def forget_unused(scene: Scene) -> None:
    """Actors whom only the headline or the publisher brought in, and whom no word of the text came to mean."""
    meant = {a for m in scene.cast.mentions for a in m.actors} | scene.cast.told()
    for figure in list(scene.figures.values()):
        if figure.id in scene.primed and figure.id not in meant:
            scene.cast.forget(figure.id)
