"""Who "he", "it", "the president", "the island" is: careful, so that nobody is better than the wrong one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ontherecord.actors.descriptions import fits_role, is_definite, is_plural, state_word
from ontherecord.actors.history import History, Spoken
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.registry import Role
from ontherecord.actors.scene import Figure, Scene

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
GROUP_WORDS = frozenset({
    "group", "movement", "organisation", "organization", "militia", "militant group", "armed group", "faction", "rebel group", "network",
    "front", "party",
})  # fmt: skip
BLOC_WORDS = frozenset({
    "bloc", "alliance", "union", "body", "organisation", "organization", "group", "world body", "grouping", "agency", "commission",
    "council", "court", "fund", "bank",
})  # fmt: skip

OTHER = frozenset({"neighbour", "neighbor", "rival", "foe", "adversary"})

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

    found = _look(scene, i, history, fits)
    if len(found) == 1:
        figure = scene.figures[found[0]]
        figure.gender = figure.gender or gender
    return found


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
    for spoken in (history.within(sentence), *history.back(sentence, 2)):
        said = [s for s in spoken if s.quotation == quotation and s.acts and s.head < i]
        together = tuple(dict.fromkeys(a for s in said if s.subject for a in s.actors))
        plural = [s for s in said if len(s.actors) > 1 or scene.figures[s.actors[0]].plural]
        if plural:
            first = next((s for s in plural if s.subject), plural[0] if len({s.actors for s in plural}) == 1 else None)
            return first.actors if first else ()
        if len(together) > 1 and _coordinated(scene, said):
            return together
        if said:
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


def _look(scene: Scene, i: int, history: History, fits: Fits, *, strict: bool = False) -> tuple[str, ...]:
    """The antecedent: a subject above in the sentence, a subject before, the only one that fits in the nearest sentence that has any.

    `strict`: the nearest subject decides alone, even where it does not fit (for "it", which can mean things as well).
    """
    quotation, sentence = scene.parsed.quote_of[i], scene.parsed.tokens[i].sent
    for verb in _reporting(scene, i):
        for subject in scene.grammar.subjects(verb):
            ids = _actors(scene, subject)
            if subject < i and len(ids) == 1 and fits(scene.figures[ids[0]]):
                return ids
            if strict and subject < i and not ids and scene.parsed.tokens[subject].pos in ("NOUN", "PROPN"):
                return _owner_of(scene, subject, i, fits)
    barred = _co_arguments(scene, i) | _speakers(scene, i)
    for n, spoken in enumerate((history.within(sentence), *history.back(sentence))):
        said = [s for s in spoken if s.head < i and s.quotation in (quotation, -1) and (quotation != -1 or s.quotation == -1)]
        fitting = [s for s in said if _single(scene, s, fits) and s.actors[0] not in barred]
        subjects = [s for s in fitting if s.subject and s.acts]
        if subjects:
            chosen = subjects[-1] if n == 0 else subjects[0]
            return chosen.actors if not strict or n < 2 else ()
        acting = dict.fromkeys(s.actors[0] for s in fitting if s.acts)
        if acting:
            return tuple(acting) if len(acting) == 1 and (not strict or n < 2) else ()
    return ()


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


def resolve_description(scene: Scene, nominal: Nominal, history: History) -> tuple[str, ...]:
    """Whom a definite phrase without a country means: "the president", "the kingdom", "the group"; () where that cannot be told."""
    state = state_word(scene, nominal)
    if not is_definite(scene, nominal):
        return ()
    if is_plural(scene, nominal):
        return _same_group(scene, nominal, history)
    if state and state != "union":
        return _state(scene, nominal, history, state)
    role = nominal.role.role if nominal.role else None
    if role is not None and role.kind == "person":
        return _titled(scene, nominal, history, role)
    word = role.word.lower() if role is not None else scene.parsed.tokens[nominal.head].lemma.lower()
    return _body(scene, history, word, role) if role is not None or word in BLOC_WORDS else ()


def resolve_other(scene: Scene, nominal: Nominal, history: History) -> tuple[str, ...]:
    """ "its neighbour", "the rival": the one other country that the last sentences name."""
    if scene.parsed.tokens[nominal.head].lemma not in OTHER or is_plural(scene, nominal):
        return ()
    owners = scene.cast.at(nominal.possessor) if nominal.possessor is not None else None
    if owners is None or len(owners.actors) != 1:
        return ()
    own = scene.cast.countries(owners.actors)
    sentence = scene.parsed.tokens[nominal.head].sent
    for spoken in (history.within(sentence), *history.back(sentence, 2)):
        codes = {c for s in spoken if s.head < nominal.head for c in scene.cast.countries(s.actors)} - own
        codes = {c for c in codes if c in scene.registry.countries}
        if codes:
            return (scene.government(codes.pop()),) if len(codes) == 1 else ()
    return ()


def _same_group(scene: Scene, nominal: Nominal, history: History) -> tuple[str, ...]:
    """ "the guards": the group spoken of last that they can be."""
    if nominal.role is None:
        return ()
    role = nominal.role.role
    groups = [a for a in history.last_head if scene.figures[a].plural and fits_role(role, scene.figures[a])]
    return (max(groups, key=lambda a: history.last_head[a]),) if groups else ()


def _titled(scene: Scene, nominal: Nominal, history: History, role: Role) -> tuple[str, ...]:
    """ "the minister": the last person before who is one; rather a subject, rather somebody not named in this sentence."""

    former = bool({"former", "ex"} & set(nominal.words)) or role.sector == "ELI"

    def fits(figure: Figure) -> bool:
        fitting = figure.nature == ("group" if role.plural else "person") and fits_role(role, figure)
        return fitting and (scene.cast.actor(figure.id).sector == "ELI") == former

    candidates = [f.id for f in scene.figures.values() if fits(f)]
    if not candidates:
        return ()
    if scene.home_person in candidates and role.office in ("head_of_state", "head_of_government", "leader"):
        return (scene.home_person,)
    before = [c for c in candidates if c in history.last_head] or candidates
    if len(before) == 1:
        return (before[0],)
    sentence = scene.parsed.tokens[nominal.head].sent
    beside = {a for m in _named_in(scene, sentence) for a in m}
    apart = [c for c in before if c not in beside] or before
    if len(apart) == 1:
        return (apart[0],)
    for spoken in history.back(sentence, 6):
        subjects = [a for s in spoken if s.subject and s.quotation == -1 for a in s.actors if a in apart]
        here = list(dict.fromkeys(subjects or [a for s in spoken if s.quotation == -1 for a in s.actors if a in apart]))
        if here:
            return (here[0],) if len(here) == 1 or subjects else ()
    return ()


def _named_in(scene: Scene, sentence: int) -> list[tuple[str, ...]]:
    """Actors that the sentence names, wherever in it."""
    s = scene.parsed.sentences[sentence]
    return [m.actors for i in range(s.first, s.last) if (m := scene.cast.at(i)) is not None and m.kind == "name"]


def _state(scene: Scene, nominal: Nominal, history: History, word: str) -> tuple[str, ...]:
    """ "the kingdom": the last country before of which the word is true; "the country": the last one before."""
    sentence, i = scene.parsed.tokens[nominal.head].sent, nominal.head
    general = word in ("country", "nation", "state", "homeland", "territory")
    for n, spoken in enumerate((history.within(sentence), *history.back(sentence, 8 if not general else 3))):
        fitting = [s for s in spoken if s.head < i for a in s.actors if _is(scene, a, word)]
        codes = dict.fromkeys(c for s in fitting for c in sorted(scene.cast.countries(s.actors)) if _kind(scene, c, word))
        if len(codes) == 1:
            return (scene.government(next(iter(codes))),)
        if codes and not general:
            return (scene.government(list(codes)[-1]),)
        if codes:
            subject = next((s for s in fitting if s.subject and len(s.actors) == 1), None)
            return (scene.government(next(iter(scene.cast.countries(subject.actors)))),) if subject is not None and n < 2 else ()
    if general:
        return ()
    known = [c for c in scene.evidence.count if _kind(scene, c, word)]
    return (scene.government(known[0]),) if len(known) == 1 else ()


def _is(scene: Scene, actor: str, word: str) -> bool:
    code = scene.cast.actor(actor).country
    return code is not None and _kind(scene, code, word)


def _kind(scene: Scene, code: str, word: str) -> bool:
    known = scene.registry.countries.get(code)
    return known is not None and (word in known.kinds or word in ("country", "homeland"))


def _body(scene: Scene, history: History, word: str, role: Role | None) -> tuple[str, ...]:
    """ "the ministry", "the rebels", "the bloc": the last one before that has the role."""

    def fits(figure: Figure) -> bool:
        if figure.nature in ("person", "state") or (figure.plural and not (role and (role.plural or role.kind == "group"))):
            return False
        if word in figure.roles or (role is not None and fits_role(role, figure)):
            return True
        return word in GROUP_WORDS and figure.nature == "group" and not figure.plural

    for actor in sorted(history.last_head, key=lambda a: -history.last_head[a]):
        if fits(scene.figures[actor]):
            return (actor,)
    return ()
