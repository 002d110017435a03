"""Who was spoken of together: coordinated, or the two sides of a meeting, a quarrel, a fight. What "they", "both", "the two" take up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ontherecord.actors.history import History, Spoken
from ontherecord.actors.scene import Scene

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Verbs and nouns of what two do with each other; the other side is object or stands behind "with".
MEETING = frozenset({
    "meet", "receive", "host", "visit", "welcome", "greet", "telephone", "phone", "call", "talk", "speak", "negotiate", "confer", "consult",
    "sign", "hold", "discuss", "agree", "see", "join", "exchange", "accompany", "dine", "quarrel", "clash", "fight", "conclude", "begin",
    "open", "resume", "have", "conduct", "shake", "marry", "invite",
})  # fmt: skip
# Who each leads a country.
LEADING = frozenset({"head_of_state", "head_of_government"})
WITH = frozenset({"with", "between", "against"})
# Sentences that a phrase for two looks back to the words that named them together.
REACH = 2
COUNTS = {3: "three", 4: "four", 5: "five"}

Fits = Callable[[str], bool]


def spoken_together(scene: Scene, history: History, head: int, number: int, fits: Fits) -> tuple[str, ...]:
    """The `number` actors that the nearest sentence before a token names together and of whom each fits; () where none does."""
    if counted(scene, head, number):
        return ()
    sentence, barred = scene.parsed.tokens[head].sent, _doing(scene, head)
    for spoken in (history.within(sentence), *history.back(sentence, REACH)):
        before = [s for s in spoken if s.head < head and s.acts and barred.isdisjoint(s.actors)]
        for several in (*_coordinated(scene, before), *_facing(scene, before)):
            if len(several) == number and all(fits(a) for a in several):
                return several
    return ()


def together_before(scene: Scene, before: list[Spoken]) -> Iterator[tuple[tuple[str, ...], str, Spoken]]:
    """(actors, how, their last mention) of those whom mentions of one sentence name together: coordinated, or facing each other."""
    acting = [s for s in before if s.acts and s.head >= 0]
    for several in _coordinated(scene, acting):
        yield several, "list", max((s for s in acting if set(s.actors) <= set(several)), key=lambda s: s.head)
    for several in _facing(scene, acting):
        if len(several) > 1:
            yield several, "facing", max((s for s in acting if set(s.actors) <= set(several)), key=lambda s: s.head)


def leaders(scene: Scene, history: History) -> tuple[str, ...]:
    """Those whom a release deals with, each country through the one leader of it that the text spoke of."""
    persons = [a for a in history.last_head if scene.figures[a].nature == "person" and scene.figures[a].offices & LEADING]

    def leader(actor: str) -> str:
        country = scene.cast.actor(actor).country
        own = [p for p in persons if scene.cast.actor(p).country == country] if scene.figures[actor].nature == "state" else []
        return own[0] if len(own) == 1 else actor

    return tuple(dict.fromkeys(leader(a) for a in scene.dealing))


def counted(scene: Scene, head: int, number: int) -> bool:
    """Whether the sentences before count as many of something: "held three engineers. THE THREE …" are those."""
    tokens = scene.parsed.tokens
    first = scene.parsed.sentences[max(0, tokens[head].sent - REACH - 1)].first
    return any(tokens[k].lower == COUNTS.get(number) and tokens[tokens[k].head].tag == "NNS" for k in range(first, head - 1))


def _coordinated(scene: Scene, spoken: list[Spoken]) -> Iterator[tuple[str, ...]]:
    """The actors of each coordination, the last one first; what is one plural mention of several counts as one."""
    groups: dict[int, dict[str, None]] = {}
    for s in spoken:
        groups.setdefault(scene.grammar.first_conjunct(s.head), {}).update(dict.fromkeys(s.actors))
    yield from (tuple(g) for g in reversed(groups.values()) if len(g) > 1)


def _facing(scene: Scene, spoken: list[Spoken]) -> Iterator[tuple[str, ...]]:
    """Subject and other side of each clause that tells what two do with each other, the last clause first."""
    tokens, grammar = scene.parsed.tokens, scene.grammar
    for s in reversed(spoken):
        token = tokens[grammar.first_conjunct(s.head)]
        verb = grammar.verb_above(s.head)
        if verb is None or tokens[verb].lemma not in MEETING:
            continue
        direct = token.dep == "dobj" and token.head == verb
        if not direct and not (token.dep == "pobj" and tokens[token.head].lower in WITH):
            continue
        subjects = [a for i in grammar.subjects(verb) if (m := scene.cast.at(i)) is not None and m.acts for a in m.actors]
        yield tuple(dict.fromkeys((*subjects, *s.actors)))


def _doing(scene: Scene, i: int) -> set[str]:
    """Who does something to the token in its own clause and so is none of those whom it means: "Chile urged both to talk"."""
    token = scene.parsed.tokens[i]
    if token.dep in SUBJECTS and scene.parsed.tokens[token.head].tag != "VB":
        return set()
    verb = scene.grammar.verb_above(i)
    if token.dep in SUBJECTS and verb is not None:
        verb = scene.grammar.verb_above(verb)
    subjects = scene.grammar.subjects(verb) if verb is not None else []
    return {a for s in subjects if s != i and (m := scene.cast.at(s)) is not None for a in m.actors}
