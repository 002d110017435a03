"""Whose an introduced person is where no word of their own introduction says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ontherecord.actors.context import country_of_official, travels
from ontherecord.actors.counterparts import COUNTERPARTS
from ontherecord.actors.headline import country_of_publisher
from ontherecord.actors.introductions import introductions
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.roles import SINGLE
from ontherecord.actors.scene import Scene
from ontherecord.actors.spelling import fold
from ontherecord.actors.story import SURE, country_at, dateline_country

# Sectors of who holds an office of a state; others may be of any country.
OFFICE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
# Who holds none, but is the publishing government's compatriot in its own release: first ladies, writers.
COMPATRIOTS = frozenset({"ELI", "CVL"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NATURES = frozenset({"state", "body", "person"})
# Paragraphs before its own in which a title may find its country.
REACH = 2
LAST = 10_000


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A person with a role and no country, and the names that mean them, in the order of the text."""

    id: str
    nominals: tuple[Nominal, ...]


def place_persons(scene: Scene) -> None:
    """Countries of office holders by context: the publishing government's own, else of the government that acts right before."""
    for person in sorted(_unplaced(scene), key=lambda p: (_in_title(scene, p), p.nominals[0].head)):
        if not _owned_by_pronoun(scene, person):
            _place(scene, person, _at_home(scene, person) or _acting_before(scene, person))


def place_late(scene: Scene) -> None:
    """A last look, now that pronouns are known: "its leader …"; the one country that all is about; the dateline where none acts."""
    for person in _unplaced(scene):
        told = (t.affiliation.countries for n in person.nominals for t in introductions(scene, n))
        codes = next((c for c in told if len(c) == 1), ())
        _place(scene, person, codes[0] if codes else _acting_before(scene, person) or _by_document(scene, person))


def _place(scene: Scene, person: Unplaced, country: str | None) -> None:
    if country is not None:
        scene.cast.refine(person.id, country=country)


def _unplaced(scene: Scene) -> list[Unplaced]:
    found: dict[str, list[Nominal]] = {}
    sectors = OFFICE if scene.home is None else OFFICE | COMPATRIOTS
    for nominal in scene.nominals.values():
        mention = scene.cast.at(nominal.head) if nominal.chain else None
        if mention is None or len(mention.actors) != 1 or mention.kind != "name":
            continue
        actor, figure = scene.cast.actor(mention.actors[0]), scene.figures[mention.actors[0]]
        if actor.country is None and figure.roles and figure.nature == "person" and actor.sector in sectors:
            found.setdefault(actor.id, []).append(nominal)
    return [Unplaced(id_, tuple(sorted(nominals, key=lambda n: n.head))) for id_, nominals in found.items()]


def _in_title(scene: Scene, person: Unplaced) -> int:
    """Where the document's title names the person; whom a readout's title names first is its publisher's."""
    title = fold(scene.document.title or "")
    place = title.find(fold(scene.cast.actor(person.id).name).split()[-1])
    return place if place >= 0 else LAST


def _owned_by_pronoun(scene: Scene, person: Unplaced) -> bool:
    """ "its leader Ito Muster": the pronoun will tell."""
    owners = (n.possessor for n in person.nominals if n.possessor is not None)
    return any(scene.parsed.tokens[o].tag == "PRP$" for o in owners) and not _colleague(scene, person)


def _colleague(scene: Scene, person: Unplaced) -> bool:
    """Whether somebody of another country calls the person a counterpart."""
    return bool(scene.figures[person.id].roles & COUNTERPARTS)


def _at_home(scene: Scene, person: Unplaced) -> str | None:
    """In a government's own report: its own country, unless that office is another's there; then the one other country, if there is one."""
    if scene.home is None:
        return None
    if not _colleague(scene, person) and scene.home not in _taken(scene, person):
        return scene.home
    others = {c for c in scene.evidence.count if c in scene.registry.countries} - {scene.home} - _taken(scene, person)
    return others.pop() if len(others) == 1 else None


def _taken(scene: Scene, person: Unplaced) -> set[str]:
    """Countries where somebody else holds the person's office."""
    offices = scene.figures[person.id].offices & SINGLE
    holders = (f for f in scene.figures.values() if f.id != person.id and f.nature == "person" and f.offices & offices)
    taken = {a.country for f in holders if (a := scene.cast.actor(f.id)).country is not None and a.sector != "ELI"}
    if scene.home is not None and scene.first_person and scene.figures[person.id].offices & scene.home_offices:
        taken.add(scene.home)  # who speaks does not name himself
    return {c for c in taken if c is not None} | _counterparts(scene, person)


def _counterparts(scene: Scene, person: Unplaced) -> set[str]:
    """Countries of the person's counterparts: nobody meets one of their own."""
    found: set[str] = set()
    for nominal in scene.nominals.values():
        if nominal.role is not None and nominal.role.role.word in COUNTERPARTS and _of_same_sentence(scene, nominal, person):
            found.update(n.sense.country for n in nominal.modifiers if n.sense.country)
    return set() if _colleague(scene, person) else found


def _of_same_sentence(scene: Scene, nominal: Nominal, person: Unplaced) -> bool:
    sentence = scene.parsed.tokens[nominal.head].sent
    return any(scene.parsed.tokens[n.head].sent == sentence for n in person.nominals)


def _acting_before(scene: Scene, person: Unplaced) -> str | None:
    """The country that acts in the sentence before the title, else in the nearest one before it."""
    head = person.nominals[0].head
    barred = _taken(scene, person)
    if _colleague(scene, person):
        return None
    story = country_at(scene, head, SURE) if scene.home is None and not travels(scene, person.id, head) else None
    if story is not None and story not in barred and story == country_of_publisher(scene.registry, scene.document.publisher):
        return story  # a paper's own country's minister needs no country
    own = scene.parsed.paragraph_of(head)
    for sentence in range(scene.parsed.tokens[head].sent, -1, -1):
        paragraph = scene.parsed.sentences[sentence].paragraph
        if paragraph < own.i - REACH:
            break
        for country in _subjects(scene, sentence, head):
            if country not in barred:
                return country
    return None


def _subjects(scene: Scene, sentence: int, before: int) -> Iterator[str]:
    """Countries of the subjects of one sentence, outside quotation marks: the main clause's first."""
    span = scene.parsed.sentences[sentence]
    tokens = scene.parsed.tokens
    heads = [i for i in range(span.first, min(span.last, before)) if tokens[i].dep in SUBJECTS and scene.parsed.quote_of[i] < 0]
    for i in sorted(heads, key=lambda i: (tokens[tokens[i].head].dep != "ROOT", i)):
        mention = scene.cast.at(i)
        if mention is None or not mention.acts or scene.figures[mention.actors[0]].nature not in NATURES:
            continue
        codes = scene.cast.countries(mention.actors)
        if len(codes) == 1 and (code := next(iter(codes))) in scene.registry.countries:
            yield code


def _by_document(scene: Scene, person: Unplaced) -> str | None:
    """What all is about, else where it is filed from, where no other country acts in the text."""
    barred = _taken(scene, person)
    if scene.home is None and travels(scene, person.id, person.nominals[0].head):
        return None
    country = country_of_official(scene, scene.cast.actor(person.id).sector)
    if country is not None and country not in barred and not _colleague(scene, person):
        return country
    here = dateline_country(scene)
    acting = {c for m in scene.cast.mentions if m.acts for c in scene.cast.countries(m.actors) if c in scene.registry.countries}
    return here if here is not None and here not in barred and not acting - barred - {here} else None


__all__ = ["place_late", "place_persons"]
