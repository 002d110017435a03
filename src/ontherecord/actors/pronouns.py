"""Who "he", "it", "they" is: which words mean anybody, who is ruled out by grammar; `antecedents` chooses among the rest."""

from __future__ import annotations

from ontherecord.actors.antecedents import Pronoun, choose, place_of
from ontherecord.actors.history import History
from ontherecord.actors.scene import Scene
from ontherecord.actors.verbs import SAYING, TELLING

__all__ = ["HE", "IT", "SAYING", "TELLING", "THEY", "choose", "pronoun_at", "resolve_pronoun"]

HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})


def resolve_pronoun(scene: Scene, i: int, history: History) -> tuple[str, ...]:
    """The actors that the personal pronoun at token i means; () where that cannot be told."""
    word = scene.parsed.tokens[i].lower
    if word.endswith(("self", "selves")):
        return _reflexive(scene, i)
    pronoun = pronoun_at(scene, i)
    if pronoun is None or (pronoun.kind == "it" and _pleonastic(scene, i)):
        return ()
    found = choose(scene, pronoun, history, _co_arguments(scene, i) | _speakers(scene, i))
    if pronoun.kind == "he" and len(found) == 1:
        figure = scene.figures[found[0]]
        figure.gender = figure.gender or pronoun.gender
    return found


def pronoun_at(scene: Scene, i: int) -> Pronoun | None:
    """The third person's pronoun at token i; None for another word."""
    word = scene.parsed.tokens[i].lower
    kind = "he" if word in HE else "it" if word in IT else "they" if word in THEY else None
    if kind is None:
        return None
    verbs = tuple(above.i for above in scene.grammar.governors(i) if above.tag[:2] == "VB")
    return Pronoun(i, kind, HE.get(word, ""), place_of(scene, i), verbs)


def _reflexive(scene: Scene, i: int) -> tuple[str, ...]:
    """ "himself": the subject of its own verb."""
    token = scene.parsed.tokens[i]
    if token.dep in ("appos", "npadvmod") and (beside := _actors(scene, token.head)):
        return beside
    verb = scene.grammar.verb_above(i)
    subjects = scene.grammar.subjects(verb) if verb is not None else []
    return tuple(dict.fromkeys(a for s in subjects for a in _actors(scene, s)))


def _pleonastic(scene: Scene, i: int) -> bool:
    """ "it is important to", "it seems that"."""
    token, grammar = scene.parsed.tokens[i], scene.grammar
    if token.dep not in ("nsubj", "nsubjpass") or token.lower != "it":
        return False
    verb = scene.parsed.tokens[token.head]
    if verb.pos in ("ADJ", "NOUN"):
        return True
    if verb.lemma in ("seem", "appear", "happen", "rain", "snow", "take", "turn", "matter"):
        return True
    if token.dep == "nsubjpass" and grammar.children(verb.i, "ccomp", "csubj"):
        return True  # "it was noted that"
    return verb.lemma == "be" and bool(grammar.children(verb.i, "acomp", "attr", "prep", "advmod", "ccomp", "xcomp"))


def _actors(scene: Scene, token: int) -> tuple[str, ...]:
    mention = scene.cast.at(token)
    return mention.actors if mention is not None and mention.acts else ()


def _own_verbs(scene: Scene, i: int) -> int:
    """How many verbs above a pronoun are its own, so that their subjects are somebody else: "wanted him to stay" has two for "him"."""
    token = scene.parsed.tokens[i]
    if token.dep == "poss":
        verb = scene.grammar.verb_above(i)  # "the isle is part of its territory": somebody else's
        return 1 if verb is not None and scene.parsed.tokens[verb].lemma == "be" and scene.grammar.child(verb, "attr") is not None else 0
    return 2 if token.dep == "nsubj" and token.lower in ("him", "them", "her", "it") and _bare(scene, token.head) else 1


def _bare(scene: Scene, verb: int) -> bool:
    """An infinitive or participle, whose subject is the object of the verb above."""
    return scene.parsed.tokens[verb].tag in ("VB", "VBG", "VBN") and not any(
        scene.parsed.tokens[c].tag in ("MD", "VBD", "VBZ", "VBP") for c in scene.grammar.children(verb, "aux", "auxpass")
    )


def _co_arguments(scene: Scene, i: int) -> set[str]:
    """Who stands beside the pronoun in its own clause and so cannot be meant by it: "Ito praised him"."""
    token = scene.parsed.tokens[i]
    if token.dep == "poss":
        return set()
    verb = scene.grammar.verb_above(i)
    if verb is not None and _own_verbs(scene, i) == 2:
        verb = scene.grammar.verb_above(verb)
    object_like = token.dep in ("dobj", "pobj", "dative") or _own_verbs(scene, i) == 2
    beside = scene.grammar.subjects(verb) if verb is not None and object_like else []
    joined = [c for c in scene.grammar.conjuncts(scene.grammar.first_conjunct(i)) if c != i]
    return {a for s in (*beside, *joined) if s != i for a in _actors(scene, s)}


def _speakers(scene: Scene, i: int) -> set[str]:
    """Who speaks the quotation that the pronoun is in: they would call themselves "I"."""
    quotation = scene.parsed.quote_of[i]
    if quotation == -1:
        return set()
    return {
        a
        for above in scene.grammar.governors(i)
        if above.tag[:2] == "VB" and scene.parsed.quote_of[above.i] != quotation
        for s in scene.grammar.subjects(above.i)
        for a in _actors(scene, s)
    }
