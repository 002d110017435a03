"""Finding the cast of a document, step by step: names, noun phrases, persons, descriptions and pronouns, parties."""

from __future__ import annotations

from ontherecord.actors import registry
from ontherecord.actors.acronyms import by_acronym, enter_bracketed, find_acronyms
from ontherecord.actors.appearances import enter_names
from ontherecord.actors.cast import Cast, Mention, MentionKind
from ontherecord.actors.councils import without_own_councils
from ontherecord.actors.counterparts import join_unnamed, resolve_counterpart, share_office
from ontherecord.actors.definites import resolve_description, resolve_other
from ontherecord.actors.descriptions import enter_described, enter_unplaced
from ontherecord.actors.history import History, Spoken
from ontherecord.actors.labels import enter_label_roles, enter_labels
from ontherecord.actors.names import Evidence, find_names, settle
from ontherecord.actors.nominals import Nominal, find_nominals
from ontherecord.actors.own import OwnActors, in_use
from ontherecord.actors.parties import find_parties
from ontherecord.actors.persons import find_persons
from ontherecord.actors.placing import place_late, place_persons
from ontherecord.actors.plurals import SIDES, resolve_plural
from ontherecord.actors.priming import find_home, forget_unused, prime
from ontherecord.actors.pronouns import HE, IT, THEY, resolve_pronoun
from ontherecord.actors.roles import find_roles
from ontherecord.actors.scene import Scene
from ontherecord.actors.setting import settle_setting
from ontherecord.actors.titles import part_titles
from ontherecord.actors.vessels import resolve_crew, tell_things
from ontherecord.language import Grammar, Parsed
from ontherecord.records import Document

PRONOUNS = frozenset({*HE, *IT, *THEY})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
LONGEST_NAME = 80
HEADS = SUBJECTS | {"dobj", "pobj", "dative", "conj"}


def find_cast(document: Document, parsed: Parsed, grammar: Grammar, *, own: OwnActors | None = None) -> Cast:
    """Everybody who occurs in the document, and which words mean whom. Reads the registry's tables, nothing else.

    `own` are the user's actors, which win over the shipped ones; by default those that `use_own` set for the process.
    """
    scene = _scene(document, parsed, grammar, in_use() if own is None else own)
    enter_names(scene)
    find_persons(scene)
    enter_labels(scene)
    place_persons(scene)
    _refer(scene)
    enter_label_roles(scene)
    place_late(scene)
    join_unnamed(scene)
    find_parties(scene)
    tell_things(scene)
    settle_setting(scene)
    forget_unused(scene)
    known = {a.id for a in scene.cast.actors}
    scene.cast.dealing = scene.dealing if known.issuperset(scene.dealing) else ()
    return scene.cast


def _scene(document: Document, parsed: Parsed, grammar: Grammar, own: OwnActors) -> Scene:
    tables, day = registry.load(), document.published_on
    hits = find_names(parsed, tables, own, day)
    evidence = Evidence(hits)
    roles = list(find_roles(parsed, tables))
    scene = Scene(document, parsed, grammar, tables, Cast(parsed, grammar), evidence, [], roles, {})
    find_home(scene)
    settled = settle(hits, parsed, evidence, day.year if day else None)
    scene.names = without_own_councils(settled, parsed, tables, scene.home)
    scene.nominals = {n.head: n for n in find_nominals(parsed, scene.names, roles)}
    part_titles(parsed, scene.nominals.values(), roles)
    scene.acronyms = dict(find_acronyms(parsed, scene.nominals))
    return scene


def _refer(scene: Scene) -> None:
    """Descriptions and pronouns, left to right, each looking back on what was said before."""
    history = History()
    prime(scene, history)
    for token in scene.parsed.tokens:
        i = token.i
        if scene.cast.at(i) is None:
            if token.lower in PRONOUNS and token.tag in ("PRP", "PRP$"):
                _keep(scene, i, i, i, resolve_pronoun(scene, i, history), "pronoun")
            elif i in scene.nominals:
                _describe(scene, scene.nominals[i], history)
            elif token.lower in ("both", "two", "three") and token.dep in HEADS:
                _number(scene, i, history)
            elif token.tag == "CD" and token.dep in HEADS and i and scene.parsed.tokens[i - 1].lower == "the":
                _keep(scene, i - 1, i, i, _counted(scene, i), "description")
            elif token.lower == "those" and token.dep in SUBJECTS:
                _keep(scene, i, i, i, _those(scene, i), "description")
        _remember(scene, history, i)


def _number(scene: Scene, i: int, history: History) -> None:
    """ "both", "the two" as a phrase of its own."""
    first = i if scene.parsed.tokens[i].lower == "both" or not i else i - 1
    _keep(scene, first, i, i, resolve_plural(scene, Nominal(first, i, i), history), "description")


def _counted(scene: Scene, i: int) -> tuple[str, ...]:
    """ "The eight": the group told of last with that number, "eight officers"."""
    number = scene.parsed.tokens[i].lower
    for mention in reversed(scene.cast.mentions):
        numbered = mention.head < i and any(t.lower == number for t in scene.parsed.tokens[mention.first : mention.last + 1])
        if numbered and all(scene.figures[a].plural for a in mention.actors):
            return mention.actors
    return ()


def _those(scene: Scene, i: int) -> tuple[str, ...]:
    """ "Those who fled", "those within ten miles": people whom only what they did or where they are tells."""
    more = scene.grammar.children(i, "relcl", "acl") or list(scene.grammar.behind(i, "in", "within", "from", "near"))
    if not more or scene.parsed.left[i] < i:
        return ()
    words = scene.parsed.span(i, scene.parsed.right[i]).of(scene.parsed.text)
    figure = scene.figure(("those", i), "group", " ".join(words.split())[:LONGEST_NAME], sector="CVL")
    figure.plural = True
    return (figure.id,)


def _describe(scene: Scene, nominal: Nominal, history: History) -> None:
    for noun in scene.grammar.behind(nominal.head, "of") if nominal.role else ():
        if noun > nominal.head and noun in scene.nominals and scene.parsed.tokens[noun].lower in SIDES and scene.cast.at(noun) is None:
            _describe(scene, scene.nominals[noun], history)  # "the envoys of both countries": whose they are comes first
    same = _beside_name(scene, nominal)
    share_office(scene, nominal, same, history)
    kind: MentionKind = "title" if nominal.role and nominal.role.role.kind == "person" else "description"
    actors = (
        same
        or by_acronym(scene, nominal)
        or resolve_counterpart(scene, nominal, history)
        or resolve_crew(scene, nominal, history)
        or resolve_other(scene, nominal, history)
        or resolve_plural(scene, nominal, history)
        or enter_described(scene, nominal, history)
    )
    actors = actors or resolve_description(scene, nominal, history) or enter_bracketed(scene, nominal) or enter_unplaced(scene, nominal)
    first = nominal.first
    _keep(scene, first, nominal.last, nominal.head, actors, kind)


def _beside_name(scene: Scene, nominal: Nominal) -> tuple[str, ...]:
    """The person or body that a role phrase is set beside or said to be: "a spokesman, Ito Ken", "Ito Ken is the spokesman"."""
    token, grammar = scene.parsed.tokens[nominal.head], scene.grammar
    if nominal.head in scene.named_by:
        mention = scene.cast.at(scene.named_by[nominal.head])
        return mention.actors if mention is not None else ()
    if nominal.role is None:
        return ()
    beside = grammar.children(nominal.head, "appos")
    if token.dep == "appos":
        beside.append(token.head)
    elif token.dep == "attr" and scene.parsed.tokens[token.head].lemma == "be" and not grammar.negated(token.head):
        beside.extend(grammar.children(token.head, "nsubj"))
    for other in beside:
        mention = scene.cast.at(other)
        if mention is not None and mention.kind == "name" and len(mention.actors) == 1 and _alike(scene, nominal, mention.actors[0]):
            return mention.actors
    return _right_before_name(scene, nominal)


def _right_before_name(scene: Scene, nominal: Nominal) -> tuple[str, ...]:
    """ "The newspaper The Standard": a body's kind right before its name, which the parser made two subjects or objects of one verb."""
    token, tokens = scene.parsed.tokens[nominal.head], scene.parsed.tokens
    named = next((n for n in (scene.nominals.get(k) for k in range(nominal.last + 1, min(nominal.last + 6, len(tokens)))) if n), None)
    if named is None or named.first != nominal.last + 1 or nominal.role is None or nominal.role.role.kind == "person":
        return ()
    name, mention = tokens[named.head], scene.cast.at(named.head)
    together = name.head == token.i or token.head == name.i or (name.head == token.head and name.dep == token.dep)
    if not together or mention is None or mention.kind != "name" or len(mention.actors) != 1:
        return ()
    if _alike(scene, nominal, mention.actors[0]):
        return mention.actors
    figure, role = scene.figures[mention.actors[0]], nominal.role.role
    if figure.nature != "person" or figure.roles or role.plural or scene.cast.is_country(figure.id):
        return ()
    figure.nature = "outlet" if role.sector == "JRN" else "group" if role.kind == "group" else "body"
    figure.roles.add(role.word.lower())
    scene.cast.refine(figure.id, sector=role.sector, role=role.word.lower())
    return mention.actors


def _alike(scene: Scene, nominal: Nominal, actor: str) -> bool:
    """Whether a role phrase can be about the actor: persons about persons, bodies about bodies, one about one."""
    figure, role = scene.figures[actor], nominal.role
    if role is None or role.role.plural or figure.plural or scene.cast.is_country(actor):
        return False
    return (figure.nature == "person") == (role.role.kind == "person")


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
