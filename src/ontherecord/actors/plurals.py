"""Phrases for several at once: "the two leaders", "both sides", "the three countries", "the pair"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

from ontherecord.actors.affiliations import is_plural
from ontherecord.actors.descriptions import fits_role, state_word
from ontherecord.actors.history import History, Spoken
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.registry import Role
from ontherecord.actors.scene import Scene
from ontherecord.actors.together import counted, leaders, spoken_together

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
SIDES = frozenset({
    "side", "sides", "parties", "neighbours", "neighbors", "rivals", "foes", "allies", "powers", "governments", "countries", "nations",
    "states", "neighbour", "capitals", "superpowers", "economies", "delegations", "interlocutors",
})  # fmt: skip
TWO_AT_LEAST = frozenset({"sides", "parties", "neighbours", "neighbors", "delegations"})
# How a readout calls those whom its title names.
PARTNERS = frozenset({"parties", "sides", "interlocutors", "leaders", "presidents"})
# Of them those that are people.
LEADERS = frozenset({"interlocutors", "leaders", "presidents"})
PAIRS = frozenset({"pair", "duo", "two", "trio", "both", "three"})
# Words for sides that may be any two that the text sets against or beside each other.
CAMPS = frozenset({
    "side", "sides", "parties", "camps", "rivals", "foes", "groups", "armies", "forces", "factions", "adversaries", "delegations",
    "opponents", "enemies", "communities", "peoples", "generals",
})  # fmt: skip
MEN = frozenset({"men", "women", "people", "politicians", "officials", "leaders", "presidents", "ministers"})
REACH = 4
# Sentences that a phrase for several may look back to the words that named them together.
TOGETHER = 8
# How much more often the last of the chosen must be spoken of than the first of those left out, weighed by place.
CLEARLY = 1.3

Keys = Callable[[Spoken], list[str]]


def number_of(scene: Scene, nominal: Nominal) -> int:
    """How many a plural phrase says that it means: 2 for "the two leaders" and "both leaders"; 0 where it does not say."""
    tokens = scene.parsed.tokens
    counts = [NUMBERS[tokens[k].lower] for k in range(nominal.first, nominal.head) if tokens[k].lower in NUMBERS]
    return counts[0] if counts else 0


def resolve_plural(scene: Scene, nominal: Nominal, history: History) -> tuple[str, ...]:
    """The several actors of a plural phrase; () where the text before does not make clear which."""
    tokens = scene.parsed.tokens
    word = tokens[nominal.head].lower
    number = number_of(scene, nominal)
    pointing = ("the", "both", "these", "those", "their")
    definite = word == "both" or any(tokens[k].lower in pointing for k in range(nominal.first, nominal.head))
    if not definite:
        return ()
    if word in PAIRS:
        many = 3 if word in ("trio", "three") else 2
        return () if counted(scene, nominal.head, many) else _pair(scene, nominal, history, many)
    role = nominal.role.role if nominal.role else None
    if word in PARTNERS and number in (0, len(scene.dealing)) and scene.dealing and _plain(scene, nominal):
        return leaders(scene, history) if word in LEADERS else scene.dealing
    if word in CAMPS and (number or word in TWO_AT_LEAST):
        named = spoken_together(scene, history, nominal.head, number or 2, lambda a: _is_side(scene, a))
        if named or word not in SIDES:
            return tuple(_side(scene, a) for a in named)
    if word in MEN and number:
        named = spoken_together(scene, history, nominal.head, number, lambda a: scene.figures[a].nature == "person")
        if named:
            return named
    if word in SIDES or (state_word(scene, nominal) and is_plural(scene, nominal)):
        return _countries(scene, nominal, history, number or (2 if word in TWO_AT_LEAST else 0))
    if (
        role is not None
        and role.kind == "person"
        and is_plural(scene, nominal)
        and (number or word in ("leaders", "presidents", "ministers"))
    ):
        return _same_several(scene, nominal, history, number, role) or _persons(scene, nominal, history, number or 2, role)
    return ()


def _pair(scene: Scene, nominal: Nominal, history: History, number: int) -> tuple[str, ...]:
    """ "both", "the two": whom the words before name together, else the two persons or states spoken of most."""
    if len(scene.dealing) == number and scene.parsed.quote_of[nominal.head] < 0 and nominal.head == nominal.last:
        return leaders(scene, history)
    together = spoken_together(scene, history, nominal.head, number, lambda _: True)
    return together or _persons(scene, nominal, history, number, None) or _countries(scene, nominal, history, number)


def _is_side(scene: Scene, actor: str) -> bool:
    """Whether an actor can be a party to something: no outlet, no single person without an office."""
    figure = scene.figures[actor]
    return figure.nature in ("state", "body", "group") or bool(figure.offices)


def _side(scene: Scene, actor: str) -> str:
    """Whom an actor stands for as a side: a person for his state."""
    country = scene.cast.actor(actor).country
    return scene.government(country) if scene.figures[actor].nature == "person" and country in scene.registry.countries else actor


def _plain(scene: Scene, nominal: Nominal) -> bool:
    """Whether nothing but an article or a number stands before the word, nothing says of whom it is, and nobody is quoted."""
    told = {"the", "both", *NUMBERS}
    before = all(w in told for w in nominal.words)
    of = scene.grammar.behind(nominal.head, "of", "from", "to") or nominal.possessor is not None or nominal.modifiers
    return before and not of and scene.parsed.quote_of[nominal.head] < 0


def _same_several(scene: Scene, nominal: Nominal, history: History, number: int, role: Role) -> tuple[str, ...]:
    """The last who were spoken of together and all have the role: "the leaders" after "the leaders of Chad, Mali and Niger"."""
    sentence = scene.parsed.tokens[nominal.head].sent
    for spoken in (history.within(sentence), *history.back(sentence, TOGETHER)):
        for said in reversed(spoken):
            several = len(said.actors) > 1 and said.head < nominal.head and number in (0, len(said.actors))
            if several and all(f.nature == "person" and fits_role(role, f) for f in (scene.figures[a] for a in said.actors)):
                return said.actors
    return ()


def _persons(scene: Scene, nominal: Nominal, history: History, number: int, role: Role | None) -> tuple[str, ...]:
    def fits(actor: str) -> bool:
        figure = scene.figures[actor]
        return figure.nature == "person" and (
            role is None or fits_role(role, figure) or (role.word == "man" and figure.gender in ("m", ""))
        )

    found = _chosen(scene, nominal, history, number, lambda s: [a for a in s.actors if fits(a)])
    found = tuple(sorted(found, key=lambda a: history.order[a]))
    if found or role is None:
        return found
    everyone = tuple(f.id for f in scene.figures.values() if fits(f.id) and scene.cast.actor(f.id).country is not None)
    return everyone if len(everyone) == number else ()


def _countries(scene: Scene, nominal: Nominal, history: History, number: int) -> tuple[str, ...]:
    if number == 0:
        return ()

    barred = scene.cast.countries(_acting_on(scene, nominal.head))

    def codes(spoken: Spoken) -> list[str]:
        found = (scene.cast.actor(a).country for a in spoken.actors)
        return [c for c in found if c is not None and c in scene.registry.countries and c not in barred]

    return tuple(scene.government(c) for c in _chosen(scene, nominal, history, number, codes))


def _usual(scene: Scene, history: History, nominal: Nominal, chosen: tuple[str, ...], keys: Keys) -> bool:
    """Whether a pair of the paragraph before is also whom the text so far is about; a pair of the same paragraph needs no such proof."""
    paragraph = scene.parsed.paragraph_of(nominal.head)
    if scene.parsed.tokens[nominal.head].sent > paragraph.sentences[0]:
        return True
    counts = Counter(k for spoken in history.all() for k in keys(spoken))
    return {k for k, _ in counts.most_common(len(chosen))} == set(chosen) or len(counts) <= len(chosen)


def _acting_on(scene: Scene, i: int) -> set[str]:
    """Who does something to the token in its own clause, and so is not among whom it means: "Chile urged both sides to talk"."""
    token = scene.parsed.tokens[i]
    verb = scene.grammar.verb_above(i)
    if token.dep == "nsubj" and verb is not None and scene.grammar.child(verb, "aux") is not None and scene.parsed.tokens[verb].tag == "VB":
        verb = scene.grammar.verb_above(verb)
    elif token.dep not in ("dobj", "dative") and not (token.dep == "pobj" and scene.grammar.is_verb(scene.parsed.tokens[token.head].head)):
        return set()
    subjects = scene.grammar.subjects(verb) if verb is not None else []
    return {a for s in subjects if s != i and (m := scene.cast.at(s)) is not None for a in m.actors}


def _chosen(scene: Scene, nominal: Nominal, history: History, number: int, keys: Keys) -> tuple[str, ...]:
    """The `number` keys that the sentences before speak of most; () where the next one is close behind.

    A clause before in the same sentence, or one sentence, that names just so many decides alone.
    """
    sentence = scene.parsed.tokens[nominal.head].sent
    barred = _acting_on(scene, nominal.head)
    weights: defaultdict[str, float] = defaultdict(float)
    for distance, spoken in enumerate((history.within(sentence), *history.back(sentence, REACH))):
        before = [s for s in spoken if s.head < nominal.first and not (s.subject and barred.intersection(s.actors))]
        here = list(dict.fromkeys(k for s in before if s.acts for k in keys(s)))
        prominent = list(dict.fromkeys(k for s in before if s.subject and s.acts for k in keys(s)))
        if distance <= 1 and not weights and (len(here) == number or len(prominent) == number):
            chosen = tuple(here if len(here) == number else prominent)
            return chosen if distance == 0 or _usual(scene, history, nominal, chosen, keys) else ()
        for s in before:
            for key in keys(s):
                weights[key] += (3 if s.subject else 2 if s.acts else 1) / (1 + distance / 2)
    ranked = sorted(weights.items(), key=lambda w: -w[1])[: number + 1]
    if len(ranked) < number or (len(ranked) > number and ranked[number - 1][1] < CLEARLY * ranked[number][1]):
        return ()
    chosen = tuple(k for k, _ in ranked[:number])
    return chosen if _usual(scene, history, nominal, chosen, keys) else ()
