"""Offices below a state's own: "the regional head", "head of the Office of the President", "Perm Territory Governor"."""

from __future__ import annotations

from ontherecord.actors.nominals import Nominal
from ontherecord.actors.scene import Figure, Scene

# Words for who leads something; whose head it is decides what they are.
HEADS = frozenset({"head", "chief", "director", "deputy", "adviser", "advisor"})
# Adjectives of what lies below a state.
BELOW = frozenset({
    "regional", "local", "provincial", "municipal", "district", "territorial", "city", "county", "deputy", "oblast", "region", "province",
})  # fmt: skip
# Bodies whose head leads the state.
STATE_BODIES = frozenset({"government", "state", "cabinet", "administration"})
DEPUTIES = ("deputy", "vice", "assistant")
LONGEST_NAME = 80
# Words for people of a service that they do not name, the services, and how many tokens back one is looked for.
SERVING = frozenset({"officer"})
ARMED = frozenset({"MIL", "COP", "SPY"})
RECENT = 60


def service_of(scene: Scene, head: int) -> str:
    """Whose officers "officers" are: of the army or service spoken of last, else police, as they mostly are."""
    for i in range(head - 1, max(0, head - RECENT), -1):
        mention = scene.cast.at(i)
        sector = scene.cast.actor(mention.actors[0]).sector if mention is not None else None
        if sector in ARMED:
            return sector
    return "COP"


def is_lesser_head(scene: Scene, nominal: Nominal) -> bool:
    """Whether a phrase means one head of a part of a state or of a body, so that it is no president: "the head of Tuva"."""
    role = nominal.role.role if nominal.role else None
    if role is None or role.plural or role.kind != "person" or role.word.lower().split()[-1] not in HEADS:
        return False
    if set(nominal.words) & BELOW or any(h.role.word in DEPUTIES for h in nominal.titles):
        return True
    if nominal.possessor is not None and scene.parsed.tokens[nominal.possessor].lemma.lower() in BELOW:
        return True
    return any(_below(scene, noun) for noun in scene.grammar.behind(nominal.head, "of", "to"))


def _below(scene: Scene, noun: int) -> bool:
    """Whether a noun names a place within a country, an office, a department or another body that is no government."""
    whose = scene.nominals.get(noun)
    if whose is None:
        return False
    if whose.name is not None:
        return whose.name.sense.kind == "place"
    if whose.role is not None:
        below = whose.role.role.kind == "body" and whose.role.role.word not in STATE_BODIES
        return below or is_lesser_head(scene, whose)
    return whose.chain is not None


def lesser_head(scene: Scene, nominal: Nominal, country: str | None) -> str:
    """Who is meant: the one person introduced by that title, else one whom the phrase itself names."""
    deputy = _is_deputy(" ".join([*nominal.words, *(h.role.word for h in nominal.titles), nominal.role.role.word if nominal.role else ""]))
    word = nominal.role.role.word.lower() if nominal.role else ""
    fits = [f for f in scene.figures.values() if f.nature == "person" and not f.plural and _titled(f, word, deputy)]
    fits = [f for f in fits if scene.cast.actor(f.id).country in (country, None)]
    fits = fits or _only_unexplained(scene, country)
    if len(fits) == 1:
        scene.cast.refine(fits[0].id, country=scene.cast.actor(fits[0].id).country or country)
        return fits[0].id
    start = nominal.role.first if nominal.role else nominal.head
    start = min([start, *(h.first for h in nominal.titles)])
    last = scene.parsed.right[nominal.head]
    last = last if not any(scene.grammar.is_verb(k) for k in range(nominal.head, last + 1)) else nominal.head
    words = scene.parsed.span(start, last).of(scene.parsed.text)
    name = " ".join(words.split())[:LONGEST_NAME]
    figure = scene.figure(("lesser head", name.lower()), "person", name, country=country, sector="GOV" if country else None, role=word)
    figure.roles.add(f"deputy {word}" if deputy else word)
    return figure.id


def _only_unexplained(scene: Scene, country: str | None) -> list[Figure]:
    """In a government's own report the one person whom it names without an office, whose office the phrase then tells."""
    if scene.home is None or country != scene.home:
        return []
    named = {a for n in scene.nominals.values() if n.chain and (m := scene.cast.at(n.head)) and m.kind == "name" for a in m.actors}
    bare = [f for f in scene.figures.values() if f.id in named and f.nature == "person" and not f.plural and not f.offices]
    return [f for f in bare if not f.roles and scene.cast.actor(f.id).country in (country, None)]


def _titled(figure: Figure, word: str, deputy: bool) -> bool:
    named = any(r.endswith(word) for r in figure.roles) or (word == "head" and "governor" in figure.offices)
    return named and any(_is_deputy(r) for r in figure.roles) == deputy


def _is_deputy(words: str) -> bool:
    return any(w in DEPUTIES for w in words.lower().split())
