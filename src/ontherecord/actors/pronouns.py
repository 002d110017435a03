"""Who "he", "it", "they" is: careful, so that nobody is better than the wrong one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ontherecord.actors.history import History, Spoken
from ontherecord.actors.scene import Figure, Scene
from ontherecord.actors.together import spoken_together

HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
# What is done to a country or body and seldom to a thing: "it" as the object of these is one of the former.
TO_ACTORS = frozenset({
    "annex", "invade", "attack", "recognise", "recognize", "occupy", "isolate", "arm", "sanction", "conquer", "rule", "govern", "ally",
    "defeat", "defend", "accuse", "blame", "warn", "urge", "criticise", "criticize", "condemn", "ask", "tell", "pressure", "threaten",
    "punish", "outlaw", "ban", "join", "support", "back", "fund", "fight", "destabilise", "destabilize", "encircle", "bomb",
})  # fmt: skip
# What is done to a country alone.
TERRITORIAL = frozenset({"annex", "invade", "occupy", "conquer", "rule", "govern", "recognise", "recognize", "absorb", "retake"})
SAYING = frozenset({
    "say", "announce", "warn", "accuse", "deny", "urge", "insist", "state", "declare", "claim", "demand", "vow", "pledge", "promise",
    "threaten", "condemn", "criticise", "criticize", "reject", "refuse", "agree", "order", "call", "ask", "hope", "want", "plan", "seek",
    "intend", "decide", "fear", "believe", "expect", "consider", "add", "note", "stress", "argue", "report", "propose", "offer",
    "suspend", "launch", "send", "deploy", "withdraw", "expel", "recall", "summon", "impose", "lift", "sign", "ratify", "join", "leave",
    "attack", "invade",
})  # fmt: skip


# Verbs whose object owns what stands behind "for": "thanked Chad for its help".
JUDGING = frozenset({
    "thank", "praise", "criticise", "criticize", "condemn", "blame", "applaud", "commend", "punish", "accuse", "rebuke", "fault", "laud",
    "congratulate", "honour", "honor", "attack", "denounce", "credit", "salute",
})  # fmt: skip
# What speakers do beside SAYING and JUDGING.
TELLING = frozenset({
    "express", "emphasise", "emphasize", "underline", "highlight", "inform", "brief", "mention", "recall", "remind", "point", "tell",
    "explain", "welcome", "reaffirm", "reiterate", "assure", "speak", "discuss", "share", "raise",
})  # fmt: skip
Fits = Callable[[Figure], bool]


def resolve_pronoun(scene: Scene, i: int, history: History) -> tuple[str, ...]:
    """The actors that the personal pronoun at token i means; () where that cannot be told."""
    word = scene.parsed.tokens[i].lower
    if word.endswith(("self", "selves")):
        return _reflexive(scene, i)
    if word in HE:
        return _person(scene, i, history, HE[word])
    if word in IT:
        return _thing(scene, i, history)
    return _several(scene, i, history) if word in THEY else ()


def _reflexive(scene: Scene, i: int) -> tuple[str, ...]:
    """ "himself": the subject of its own verb."""
    token = scene.parsed.tokens[i]
    if token.dep in ("appos", "npadvmod") and (beside := _actors(scene, token.head)):
        return beside
    verb = scene.grammar.verb_above(i)
    subjects = scene.grammar.subjects(verb) if verb is not None else []
    return tuple(dict.fromkeys(a for s in subjects for a in _actors(scene, s)))


def _person(scene: Scene, i: int, history: History, gender: str) -> tuple[str, ...]:
    def fits(figure: Figure) -> bool:
        return figure.nature == "person" and not figure.plural and figure.gender in ("", gender)

    found = _going_on(scene, i, history, fits) or _look(scene, i, history, fits, sure=lambda f: f.gender == gender)
    if len(found) == 1:
        figure = scene.figures[found[0]]
        figure.gender = figure.gender or gender
    return found


def _going_on(scene: Scene, i: int, history: History, fits: Fits) -> tuple[str, ...]:
    """ "He also stressed …" at the head of a sentence: whoever the sentence before is about, when that is one person."""
    token = scene.parsed.tokens[i]
    sentence = scene.parsed.sentences[token.sent]
    if i != sentence.first or token.dep != "nsubj" or scene.parsed.quote_of[i] >= 0 or scene.parsed.tokens[token.head].dep != "ROOT":
        return ()
    before = [s for spoken in history.back(token.sent, 1) for s in spoken if s.subject and s.quotation == -1]
    main = [s for s in before if _is_main(scene, s.head) and _single(scene, s, fits)]
    return main[0].actors if len({s.actors for s in main}) == 1 else ()


def _is_main(scene: Scene, head: int) -> bool:
    verb = scene.parsed.tokens[scene.parsed.tokens[scene.grammar.first_conjunct(head)].head]
    return verb.dep == "ROOT" and verb.lemma in SAYING | JUDGING | TELLING


def _thing(scene: Scene, i: int, history: History) -> tuple[str, ...]:
    tokens = scene.parsed.tokens
    token = tokens[i]
    if token.dep == "expl" or _pleonastic(scene, i):
        return ()

    def fits(figure: Figure) -> bool:
        return figure.nature != "person" and not figure.plural

    verb = scene.grammar.verb_above(i)
    if token.lower == "it" and token.dep not in ("nsubj", "nsubjpass"):
        return _object(scene, i, verb, history, fits)
    if (
        token.lower == "it"
        and token.dep == "nsubj"
        and verb is not None
        and tokens[verb].lemma not in SAYING
        and _thing_before(scene, i, verb)
    ):
        return ()
    return _look(scene, i, history, fits, strict=True)


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


def _object(scene: Scene, i: int, verb: int | None, history: History, fits: Fits) -> tuple[str, ...]:
    """ "to annex it": the one country or body of the sentence that does not annex."""
    if verb is None or scene.parsed.tokens[verb].lemma not in TO_ACTORS:
        return ()
    territorial = scene.parsed.tokens[verb].lemma in TERRITORIAL
    doing = {a for s in scene.grammar.subjects(verb) for a in _actors(scene, s)}
    sentence = scene.parsed.tokens[i].sent
    for spoken in (history.within(sentence), *history.back(sentence, 1)):
        fitting = [s for s in spoken if s.quotation == scene.parsed.quote_of[i] and _single(scene, s, fits)]
        candidates = dict.fromkeys(s.actors[0] for s in fitting if s.actors[0] not in doing)
        if territorial:
            isles = dict.fromkeys(s.actors[0] for s in fitting if scene.figures[s.actors[0]].nature == "state" and _described(scene, s))
            candidates = isles or {c: None for c in candidates if scene.figures[c].nature == "state"}
        if candidates:
            return tuple(candidates) if len(candidates) == 1 else ()
    return ()


def _described(scene: Scene, spoken: Spoken) -> bool:
    """Whether a country is spoken of as a territory, "the island", which is then what is annexed, whoever annexes."""
    mention = scene.cast.at(spoken.head)
    return mention is not None and mention.kind in ("description", "place")


def _thing_before(scene: Scene, i: int, verb: int) -> bool:
    """Whether the clause before has a plain thing as its subject, which "it" then rather means."""
    above = scene.parsed.tokens[verb].head
    if above == verb:
        return False
    subjects = scene.grammar.subjects(above)
    return bool(subjects) and not any(_actors(scene, s) for s in subjects)


def _several(scene: Scene, i: int, history: History) -> tuple[str, ...]:
    """ "they": a group, or the coordinated subject before."""
    quotation, sentence = scene.parsed.quote_of[i], scene.parsed.tokens[i].sent
    for verb in _reporting(scene, i):
        subjects = scene.grammar.subjects(verb)
        ids = tuple(dict.fromkeys(a for s in subjects for a in _actors(scene, s)))
        if len(ids) > 1 or (len(ids) == 1 and _plural(scene, ids[0], subjects)):
            return ids
    if i == scene.parsed.sentences[sentence].first and quotation == -1:
        both = spoken_together(scene, history, i, 2, lambda a: scene.figures[a].nature in ("person", "state", "body"))
        if both:
            return both  # "received the minister. They discussed …"
    barred = _co_arguments(scene, i)
    for n, spoken in enumerate((history.within(sentence), *history.back(sentence, 2))):
        said = [s for s in spoken if s.quotation == quotation and s.acts and s.head < i and barred.isdisjoint(s.actors)]
        together = tuple(dict.fromkeys(a for s in said if s.subject for a in s.actors))
        plural = [s for s in said if len(s.actors) > 1 or scene.figures[s.actors[0]].plural]
        if plural:
            first = next((s for s in plural if s.subject), plural[0] if len({s.actors for s in plural}) == 1 else None)
            return first.actors if first else ()
        if len(together) > 1 and _coordinated(scene, said):
            return together
        if said and (n or not barred):
            return ()
    return ()


def _plural(scene: Scene, actor: str, subjects: Iterable[int]) -> bool:
    return scene.figures[actor].plural or any(scene.parsed.tokens[s].tag in ("NNS", "NNPS") for s in subjects)


def _coordinated(scene: Scene, spoken: list[Spoken]) -> bool:
    return any(scene.parsed.tokens[s.head].dep == "conj" for s in spoken if s.subject)


def _actors(scene: Scene, token: int) -> tuple[str, ...]:
    mention = scene.cast.at(token)
    return mention.actors if mention is not None and mention.acts else ()


def _reporting(scene: Scene, i: int) -> Iterable[int]:
    """Verbs above the pronoun whose subjects may be meant: not its own verb (but for a possessive), not across quotation marks."""
    quotation = scene.parsed.quote_of[i]
    skip = _own_verbs(scene, i)
    for above in scene.grammar.governors(i):
        if above.tag[:2] != "VB":
            continue
        if skip:
            skip -= 1
            continue
        if scene.parsed.quote_of[above.i] == quotation:
            yield above.i


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


def _look(scene: Scene, i: int, history: History, fits: Fits, *, strict: bool = False, sure: Fits | None = None) -> tuple[str, ...]:
    """The antecedent: a subject above in the sentence, a subject before, the only one that fits in the nearest sentence that has any.

    `strict`: the nearest subject decides alone, even where it does not fit (for "it", which can mean things as well). `sure`: who surely
    fits; the only one in a sentence is preferred to a subject before who may or may not.
    """
    quotation, sentence = scene.parsed.quote_of[i], scene.parsed.tokens[i].sent
    barred = _co_arguments(scene, i) | _speakers(scene, i)
    judged = _judged(scene, i)
    if len(judged) == 1 and fits(scene.figures[judged[0]]):
        return judged
    for verb in _reporting(scene, i):
        for subject in scene.grammar.subjects(verb):
            ids = _actors(scene, subject)
            if subject < i and len(ids) == 1 and ids[0] not in barred and fits(scene.figures[ids[0]]):
                return ids
            if strict and subject < i and not ids and scene.parsed.tokens[subject].pos in ("NOUN", "PROPN"):
                return _owner_of(scene, subject, i, fits)
    for n, spoken in enumerate((history.within(sentence), *history.back(sentence))):
        said = [s for s in spoken if s.head < i and s.quotation in (quotation, -1) and (quotation != -1 or s.quotation == -1)]
        fitting = [s for s in said if _single(scene, s, fits) and s.actors[0] not in barred]
        certain = {s.actors[0]: s for s in fitting if s.acts and sure is not None and sure(scene.figures[s.actors[0]])}
        if n and len(certain) == 1:
            return next(iter(certain.values())).actors
        subjects = [s for s in fitting if s.subject and s.acts]
        if subjects:
            chosen = subjects[-1] if n == 0 else subjects[0]
            return chosen.actors if not strict or n < 2 else ()
        acting = dict.fromkeys(s.actors[0] for s in fitting if s.acts)
        if acting:
            return tuple(acting) if len(acting) == 1 and (not strict or n < 2) else ()
    return ()


def _judged(scene: Scene, i: int) -> tuple[str, ...]:
    """ "thanked Chad for its help": whoever is thanked, praised or blamed owns what it is for."""
    tokens = scene.parsed.tokens
    if tokens[i].dep != "poss":
        return ()
    noun = scene.grammar.first_conjunct(tokens[i].head)
    preposition = tokens[tokens[noun].head]
    while preposition.dep == "conj" and preposition.tag == "IN":
        preposition = tokens[preposition.head]
    verb = tokens[preposition.head]
    if preposition.lower not in ("for", "of", "over") or verb.lemma not in JUDGING:
        return ()
    return tuple(dict.fromkeys(a for o in scene.grammar.children(verb.i, "dobj") for a in _actors(scene, o)))


def _owner_of(scene: Scene, thing: int, i: int, fits: Fits) -> tuple[str, ...]:
    """ "Chad's decision surprised its neighbours": whose the thing is."""
    owner = scene.grammar.child(thing, "poss")
    ids = _actors(scene, owner) if owner is not None and owner != i else ()
    return ids if len(ids) == 1 and fits(scene.figures[ids[0]]) else ()


def _single(scene: Scene, spoken: Spoken, fits: Fits) -> bool:
    return len(spoken.actors) == 1 and fits(scene.figures[spoken.actors[0]])


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
