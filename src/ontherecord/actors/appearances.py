"""Every name of the registry in the text gets its actor and its mention."""

from __future__ import annotations

from ontherecord.actors.affiliations import behind, blocked, of_token
from ontherecord.actors.cast import MentionKind
from ontherecord.actors.names import Name
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.places import kind_of
from ontherecord.actors.registry import Sense
from ontherecord.actors.scene import Scene, body_key
from ontherecord.actors.spelling import fold

NATIONS = frozenset({"country", "capital", "seat", "adjective", "people", "place"})
# A people as a noun is a group of its own; with an article and no number it is the people at large.
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "agent", "dative", "poss", "conj", "ROOT"})
DEALING = frozenset({"nsubj", "nsubjpass", "agent", "dobj", "dative", "pobj"})
# What people at large do or have done to them, rather than their government.
CROWD = frozenset({
    "live", "march", "protest", "demonstrate", "flee", "vote", "mourn", "celebrate", "die", "love", "hate", "think", "feel", "eat", "drink",
    "riot", "gather", "rally", "cheer", "pray", "starve", "suffer", "deport", "expel", "drive", "persecute", "kill", "massacre", "murder",
    "wound", "enslave", "displace", "evict", "resettle", "intern", "emigrate", "settle", "want", "fear", "be", "have", "elect", "come",
    "arrive", "number", "speak", "work", "strike",
})  # fmt: skip
TONGUE = frozenset({"speak", "say", "translate", "write", "learn", "teach", "understand"})


def enter_names(scene: Scene) -> None:
    """Actors and mentions of all settled names; modifiers of other nouns become mentions that do not act."""
    head_of = {n.name: n for n in scene.nominals.values() if n.name is not None}
    in_chain = {i for n in scene.nominals.values() if n.chain for i in range(n.chain[0], n.chain[1] + 1)}
    for name in scene.names:
        if name.first in in_chain and name.sense.kind in ("people", "adjective"):
            continue  # "Karen" of "Karen Muster"
        nominal = head_of.get(name) or _untagged(scene, name)
        if nominal is not None:
            _enter_head(scene, name, nominal)
        elif scene.cast.at(name.last) is None:
            _enter_modifier(scene, name)


def _untagged(scene: Scene, name: Name) -> Nominal | None:
    """The phrase of a name that the tagger took for no noun though it is subject, object or behind a preposition."""
    token = scene.parsed.tokens[name.last]
    if token.dep not in ARGUMENTS or token.i in scene.nominals or name.sense.kind == "adjective" or name.tail:
        return None
    scene.nominals[token.i] = Nominal(name.first, name.last, token.i, name=name)
    return scene.nominals[token.i]


def actor_of(scene: Scene, name: Name, *, acts: bool = False) -> tuple[str, ...]:
    """The actor that a name stands for by itself; nobody where its country cannot be told. `acts`: it does something here."""
    sense = name.sense
    if sense.kind == "capital" and sense.country == "BEL" and not scene.evidence.count["BEL"] and (acts or scene.evidence.count["EUR"]):
        union = scene.registry.names.get("European Union", ())
        return (scene.body(union[0]),) if union else ()
    if sense.kind in NATIONS:
        return (scene.government(sense.country),) if sense.country else _untold(scene, sense)
    return (scene.body(sense),)


def _untold(scene: Scene, sense: Sense) -> tuple[str, ...]:
    """ "Congo" where nothing tells which of the two: an actor without a country, rather than the wrong one."""
    if sense.kind != "country":
        return ()
    return (scene.figure(("state", sense.name), "state", sense.name, sector="GOV").id,)


def _enter_head(scene: Scene, name: Name, nominal: Nominal) -> None:
    first = name.first - 1 if name.first > nominal.first and scene.parsed.tokens[name.first - 1].lower == "the" else name.first
    if name.sense.kind == "people":
        _enter_people(scene, name, nominal)
        return
    kind = kind_of(scene, name, nominal.head)
    if name.sense.kind == "national":
        _same_body(scene, name)
    actors = actor_of(scene, name, acts=kind == "name")
    _know_word(scene, name, actors)
    scene.mention(first, nominal.last, nominal.head, actors, kind)
    if nominal.titles and actors and not scene.cast.is_country(actors[0]) and scene.cast.actor(actors[0]).role is None:
        words = scene.parsed.span(nominal.titles[0].first, nominal.titles[-1].last).of(scene.parsed.text)
        scene.cast.refine(actors[0], role=words.lower())


def _know_word(scene: Scene, name: Name, actors: tuple[str, ...]) -> None:
    """A body's name that ends in a role word ("Turkish army") can be taken up by that word alone."""
    role = scene.registry.roles.get(scene.parsed.tokens[name.last].lower)
    if role is not None and actors and not scene.cast.is_country(actors[0]):
        scene.figures[actors[0]].roles.add(role.word.lower())


def _same_body(scene: Scene, name: Name) -> None:
    """ "Turkish army" by name is also "the Turkish military" by description: a country's army, police or parliament is one actor."""
    presidency = scene.registry.roles.get("presidency")
    if presidency is not None and name.sense.country and name.sense.name.lower().startswith("office of the president"):
        key = body_key(name.sense.country, presidency, None)
        scene.described[key] = scene.described[name.sense.kind, name.sense.name] = scene.described.get(key) or scene.body(name.sense)
        return
    role = scene.registry.roles.get(scene.parsed.tokens[name.last].lower)
    if role is None or role.kind != "body" or role.office not in ("army", "police", "parliament") or not name.sense.country:
        return
    words = scene.parsed.span(name.first, name.last - 1).of(scene.parsed.text) if name.last > name.first else ""
    if any(s.kind in ("adjective", "country") for s in scene.registry.names.get(fold(words), ())):
        key = body_key(name.sense.country, role, None)
        id_ = scene.described.get(key) or scene.body(name.sense)
        scene.described[key] = scene.described[name.sense.kind, name.sense.name] = id_


def _enter_people(scene: Scene, name: Name, nominal: Nominal) -> None:
    """ "Palestinians", "the French": civilians of their country; languages are nobody."""
    tokens = scene.parsed.tokens
    verb = tokens[tokens[nominal.head].head]
    behind_in = verb.lower == "in" and tokens[nominal.head].tag not in ("NNPS", "NNS")
    if (verb.lemma in TONGUE and tokens[nominal.head].dep == "dobj") or (behind_in and nominal.first == nominal.head):
        return
    country = _home(scene, name, nominal)
    if country is None:
        return
    if country in scene.registry.countries and _as_state(scene, name, nominal):
        scene.mention(nominal.first, nominal.last, nominal.head, (scene.government(country),), "name")
        return
    plural = tokens[nominal.head].tag in ("NNPS", "NNS") or any(tokens[k].lower == "the" for k in range(nominal.first, name.first))
    words = " ".join(scene.parsed.span(name.first, nominal.last).of(scene.parsed.text).split())
    figure = scene.figure(("people", country, plural), "group", words, country=country, sector="CVL")
    figure.plural = plural
    scene.mention(nominal.first, nominal.last, nominal.head, (figure.id,), "name")


def _as_state(scene: Scene, name: Name, nominal: Nominal) -> bool:
    """ "The Norwegians proposed": with an article and nothing else, doing what states do; "the Norwegians" who march are people."""
    tokens, grammar = scene.parsed.tokens, scene.grammar
    if name.first != nominal.first + 1 or tokens[nominal.first].lower != "the" or name.last != nominal.last:
        return False
    if grammar.behind(nominal.head, "of", "in", "from", "on", "at") or grammar.children(nominal.head, "relcl", "acl"):
        return False
    verb = grammar.verb_above(nominal.head)
    token = tokens[grammar.first_conjunct(nominal.head)]
    return verb is not None and token.dep in DEALING and tokens[verb].lemma not in CROWD


def _home(scene: Scene, name: Name, nominal: Nominal) -> str | None:
    """ "Albanians of Serbia" and "ethnic Russians" are not of the country whose name they bear; others are."""
    lives = [c for noun in behind(scene, nominal.head, ("of", "in")) for c in of_token(scene, noun).countries]
    if lives:
        return lives[0]
    return None if blocked(scene, name) else name.sense.country


def _enter_modifier(scene: Scene, name: Name) -> None:
    kind: MentionKind = "adjective"
    scene.mention(name.first, name.last, name.last, actor_of(scene, name), kind)
