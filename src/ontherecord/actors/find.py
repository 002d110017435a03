"""Finding the cast of a document, step by step: names, noun phrases, persons, descriptions and pronouns, parties."""

from __future__ import annotations

from ontherecord.actors import registry
from ontherecord.actors.appearances import enter_names
from ontherecord.actors.cast import Cast, Mention, MentionKind
from ontherecord.actors.coreference import HE, IT, THEY, resolve_description, resolve_pronoun
from ontherecord.actors.descriptions import enter_described
from ontherecord.actors.history import History, Spoken
from ontherecord.actors.names import Evidence, find_names, settle
from ontherecord.actors.nominals import Nominal, find_nominals
from ontherecord.actors.parties import find_parties
from ontherecord.actors.persons import find_persons
from ontherecord.actors.plurals import resolve_plural
from ontherecord.actors.roles import find_roles
from ontherecord.actors.scene import Scene
from ontherecord.language import Grammar, Parsed
from ontherecord.records import Document

PRONOUNS = frozenset({*HE, *IT, *THEY})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


def find_cast(document: Document, parsed: Parsed, grammar: Grammar) -> Cast:
    """Everybody who occurs in the document, and which words mean whom. Reads the registry's tables, nothing else."""
    scene = _scene(document, parsed, grammar)
    enter_names(scene)
    find_persons(scene)
    _refer(scene)
    find_parties(scene)
    return scene.cast


def _scene(document: Document, parsed: Parsed, grammar: Grammar) -> Scene:
    tables = registry.load()
    hits = find_names(parsed, tables)
    evidence = Evidence(hits)
    names = list(settle(hits, parsed, evidence))
    roles = list(find_roles(parsed, tables))
    nominals = {n.head: n for n in find_nominals(parsed, names, roles)}
    return Scene(document, parsed, grammar, tables, Cast(parsed, grammar), evidence, names, roles, nominals)


def _refer(scene: Scene) -> None:
    """Descriptions and pronouns, left to right, each looking back on what was said before."""
    history = History()
    for token in scene.parsed.tokens:
        i = token.i
        if scene.cast.at(i) is None:
            if token.lower in PRONOUNS and token.tag in ("PRP", "PRP$"):
                _keep(scene, i, i, i, resolve_pronoun(scene, i, history), "pronoun")
            elif i in scene.nominals:
                _describe(scene, scene.nominals[i], history)
            elif token.lower in ("both", "two") and token.dep in SUBJECTS:
                _keep(
                    scene, i, i, i, resolve_plural(scene, Nominal(i - 1 if token.lower == "two" and i else i, i, i), history), "description"
                )
        _remember(scene, history, i)


def _describe(scene: Scene, nominal: Nominal, history: History) -> None:
    actors, kind = resolve_plural(scene, nominal, history), "description"
    if not actors and nominal.role is not None:
        actors = enter_described(scene, nominal, history)
        if not actors:
            actors = resolve_description(scene, nominal, history)
        kind = "title" if nominal.role.role.kind == "person" else "description"
    first = nominal.first
    _keep(scene, first, nominal.last, nominal.head, actors, kind)  # type: ignore[arg-type]


def _keep(scene: Scene, first: int, last: int, head: int, actors: tuple[str, ...], kind: MentionKind) -> None:
    scene.mention(first, last, head, actors, kind)


def _remember(scene: Scene, history: History, i: int) -> None:
    mention: Mention | None = scene.cast.at(i)
    if mention is None:
        return
    token = scene.parsed.tokens[i]
    first = scene.parsed.tokens[scene.grammar.first_conjunct(i)]
    subject = first.dep in SUBJECTS and mention.acts
    history.keep(Spoken(i, token.sent, scene.parsed.quote_of[i], mention.actors, subject, mention.acts))
