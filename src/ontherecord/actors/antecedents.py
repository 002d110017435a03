"""Whom a pronoun can mean and how likely each is: a log-linear choice between what was said before and nobody.

Every candidate and "nobody" have features, each feature a weight; the weights were learned by `training/antecedents.py` on the corpus's
documents but for the held-out fifth, and stand in `lexicons/antecedents.tsv`.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator
from dataclasses import dataclass

from ontherecord.actors.history import History, Spoken
from ontherecord.actors.scene import Scene
from ontherecord.actors.together import leaders, together_before
from ontherecord.actors.verbs import JUDGING, OF_BODIES, OF_STATES, SAYING, TELLING, TERRITORIAL, TO_ACTORS, TO_PEOPLE
from ontherecord.lexicons.tables import read_table, table_path

# Sentences that a pronoun looks back; what the headline names counts as one more.
REACH = 4
# Least probability of the best candidate: below it the pronoun means nobody.
SURE = 0.42
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
OBJECTS = frozenset({"dobj", "dative"})
SPEAKING = SAYING | TELLING | JUDGING


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun at work: its token, class ("he", "it", "they"), gender, grammatical place, and the verbs above it, nearest first."""

    i: int
    kind: str
    gender: str
    place: str
    verbs: tuple[int, ...]

    @property
    def own(self) -> int | None:
        """The verb whose argument, or whose argument's owner, it is."""
        return self.verbs[0] if self.verbs else None


@dataclass(slots=True)
class Candidate:
    """One or several actors spoken of before; `last` their nearest mention, `count` how often so far, `rank` how many stand nearer."""

    actors: tuple[str, ...]
    last: Spoken
    count: int = 1
    rank: int = 0
    joined: str = ""


@functools.cache
def weights() -> dict[str, float]:
    """Weight by feature."""
    return {row["feature"]: float(row["weight"]) for row in read_table(table_path("antecedents.tsv"), ("feature", "weight"))}


def choose(scene: Scene, pronoun: Pronoun, history: History, barred: set[str]) -> tuple[str, ...]:
    """The actors that the pronoun most likely means; () where nobody is likely enough."""
    scores = [(c.actors, math.exp(_score(f))) for c, f in weighed(scene, pronoun, history, barred)]
    if not scores:
        return ()
    total = sum(s for _, s in scores) + math.exp(_score(nobody(scene, pronoun)))
    actors, best = max(scores, key=lambda s: s[1])
    return actors if best >= SURE * total else ()


def _score(features: list[str]) -> float:
    table = weights()
    return min(30.0, sum(table.get(f, 0.0) for f in features))


def weighed(scene: Scene, pronoun: Pronoun, history: History, barred: set[str]) -> list[tuple[Candidate, list[str]]]:
    """The candidates with their features, nearest first."""
    found = list(_candidates(scene, pronoun, history, barred))
    among = _standing(scene, found)
    return [(c, [f"{pronoun.kind}|{f}" for f in (*_features(scene, pronoun, c, len(found)), *among[n])]) for n, c in enumerate(found)]


def _standing(scene: Scene, found: list[Candidate]) -> list[list[str]]:
    """How each stands among all: the only one of the nearest sentence that has any, the first or last subject of its sentence."""
    standing: list[list[str]] = []
    for candidate in found:
        here = [c for c in found if c.last.sentence == candidate.last.sentence]
        nearer = any(c.last.sentence > candidate.last.sentence for c in found)
        near = "later" if nearer else "nearest"
        told = [f"{near}-only" if len(here) == 1 else f"{near}-of-several"]
        subjects = sorted((c for c in here if c.last.subject), key=lambda c: c.last.head)
        if candidate in subjects:
            told.append(f"{near}-only-subject" if len(subjects) == 1 else f"{near}-subject")
            told.append(f"{near}-first-subject" if candidate is subjects[0] else f"{near}-other-subject")
        elif subjects:
            told.append(f"{near}-beside-subject")
        standing.append(told)
    return standing


def _candidates(scene: Scene, pronoun: Pronoun, history: History, barred: set[str]) -> Iterator[Candidate]:
    sentence = scene.parsed.tokens[pronoun.i].sent
    found: dict[tuple[str, ...], Candidate] = {}
    for spoken in (history.within(sentence), *history.back(sentence, REACH), *([history.within(-1)] if sentence > REACH else ())):
        before = [s for s in spoken if s.head < pronoun.i and barred.isdisjoint(s.actors)]
        for s in reversed(before):
            _take(found, Candidate(s.actors, s)) if _can_be(scene, pronoun, s.actors) else None
        if pronoun.kind == "they":
            for several, how, s in together_before(scene, before):
                _take(found, Candidate(several, s, joined=how))
    if pronoun.kind == "they" and len(both := leaders(scene, history)) > 1 and barred.isdisjoint(both):
        last = max((s for s in history.all() if set(s.actors) & set(both)), key=lambda s: s.head, default=None)
        if last is not None:
            _take(found, Candidate(both, last, joined="facing"))
    for rank, candidate in enumerate(sorted(found.values(), key=lambda c: -c.last.head)):
        candidate.rank = rank
        yield candidate


def _take(found: dict[tuple[str, ...], Candidate], candidate: Candidate) -> None:
    key = tuple(sorted(candidate.actors))
    if key in found:
        found[key].count += 1
        found[key].joined = found[key].joined or candidate.joined
    else:
        found[key] = candidate


def _can_be(scene: Scene, pronoun: Pronoun, actors: tuple[str, ...]) -> bool:
    """Whether kind, number and gender allow it."""
    figure = scene.figures[actors[0]]
    if pronoun.kind == "they":
        return len(actors) > 1 or figure.nature != "person" or figure.plural
    if len(actors) > 1 or (figure.plural and pronoun.kind != "it"):
        return False
    return (figure.nature == "person" and figure.gender in ("", pronoun.gender)) if pronoun.kind == "he" else figure.nature != "person"


def nobody(scene: Scene, pronoun: Pronoun) -> list[str]:
    """Features of the case that the pronoun means no actor, or one that cannot be told."""
    tokens, grammar = scene.parsed.tokens, scene.grammar
    own = pronoun.own
    lemma = tokens[own].lemma if own is not None else ""
    found = ["nobody", f"nobody-{pronoun.place}"]
    if lemma in (TO_ACTORS if pronoun.kind == "it" else TO_PEOPLE) and pronoun.place == "object":
        found.append("nobody-done-to")
    if lemma in SPEAKING and pronoun.place == "subject":
        found.append("nobody-says")
    if lemma == "be":
        found.append(f"nobody-is-{pronoun.place}")
    if scene.parsed.quote_of[pronoun.i] >= 0:
        found.append("nobody-quoted")
    things = [k for k in _nouns_before(scene, pronoun) if scene.cast.at(k) is None]
    if things:
        found.append("nobody-thing")
        if any(tokens[k].dep in SUBJECTS for k in things):
            found.append("nobody-thing-subject")
        if any(tokens[k].dep in OBJECTS for k in things):
            found.append("nobody-thing-object")
    above = [s for v in pronoun.verbs[1:] for s in grammar.subjects(v) if s < pronoun.i]
    if above and scene.cast.at(above[0]) is None:
        found.append("nobody-thing-above")
    return [f"{pronoun.kind}|{f}" for f in found]


def _nouns_before(scene: Scene, pronoun: Pronoun) -> list[int]:
    """Nouns of the pronoun's number before it in its sentence, and in the sentence before where it opens its own."""
    tokens, sentence = scene.parsed.tokens, scene.parsed.tokens[pronoun.i].sent
    first = scene.parsed.sentences[sentence].first
    if pronoun.i - first < 2 and sentence:
        first = scene.parsed.sentences[sentence - 1].first
    tags = ("NNS",) if pronoun.kind == "they" else ("NN",) if pronoun.kind == "it" else ()
    return [k for k in range(first, pronoun.i) if tokens[k].tag in tags and tokens[k].dep in SUBJECTS | OBJECTS | {"pobj"}]


def _features(scene: Scene, pronoun: Pronoun, candidate: Candidate, many: int) -> Iterator[str]:
    yield from _of_who(scene, pronoun, candidate)
    yield from _of_place(scene, pronoun, candidate)
    yield f"rank-{min(candidate.rank, 4)}"
    yield f"count-{min(4, candidate.count)}"
    yield "alone" if many == 1 else "few" if many < 4 else "many"


def _of_who(scene: Scene, pronoun: Pronoun, candidate: Candidate) -> Iterator[str]:
    """What the candidate is."""
    figures = [scene.figures[a] for a in candidate.actors]
    one = figures[0]
    many = len(figures)
    plural = "many" if one.plural else "one"
    yield f"nature-{one.nature}-{plural}" if many == 1 else f"several-{min(many, 3)}"
    if many > 1:
        yield "several-persons" if all(f.nature == "person" for f in figures) else "several-others"
        yield f"joined-{candidate.joined or 'mention'}"
    if pronoun.kind == "he":
        yield "gender-known" if one.gender else "gender-open"
        if one.id == scene.home_person:
            yield "home"
    elif one.nature == "state" and many == 1 and scene.cast.actor(one.id).country == scene.home:
        yield "home"
    own = pronoun.own
    if own is not None and pronoun.place == "subject" and scene.parsed.tokens[own].lemma in SPEAKING:
        yield f"says-{one.nature if many == 1 else 'several'}"
    if owned := _owned(scene, pronoun):
        yield f"owned-by-{owned}-{one.nature if many == 1 else 'several'}"
    if own is not None and pronoun.place == "object" and scene.parsed.tokens[own].lemma in TERRITORIAL:
        yield f"territorial-{one.nature}"


def _owned(scene: Scene, pronoun: Pronoun) -> str:
    """Whether countries or organisations own what the pronoun owns: "its ambassador", "its members"; "" where that tells nothing."""
    if pronoun.place != "owner":
        return ""
    noun = scene.parsed.tokens[scene.parsed.tokens[pronoun.i].head].lemma.lower()
    return "state" if noun in OF_STATES else "body" if noun in OF_BODIES else ""


def _of_place(scene: Scene, pronoun: Pronoun, candidate: Candidate) -> Iterator[str]:
    """Where the candidate was last spoken of, seen from the pronoun."""
    tokens, quote_of = scene.parsed.tokens, scene.parsed.quote_of
    last = candidate.last
    sentence = tokens[pronoun.i].sent
    distance = sentence - last.sentence
    far = "title" if last.head < 0 else str(min(distance, 4))
    yield f"distance-{far}"
    if last.head < 0:
        return
    mention = scene.cast.at(last.head)
    yield f"kind-{mention.kind if mention is not None else ''}"
    yield f"noun-{'many' if tokens[last.head].tag in ('NNS', 'NNPS') else 'one'}"
    role = _role(scene, last.head)
    yield f"{role}-{min(distance, 2)}"
    yield f"{role}>{pronoun.place}-{min(distance, 2)}"
    if distance and scene.parsed.paragraph_of(last.head) is not scene.parsed.paragraph_of(pronoun.i):
        yield "other-paragraph"
    if quote_of[last.head] != quote_of[pronoun.i]:
        yield "into-quotation" if quote_of[pronoun.i] >= 0 else "out-of-quotation"
    if distance == 1 and pronoun.i == scene.parsed.sentences[sentence].first and role == "main":
        yield "goes-on"
    if not distance:
        yield from _of_sentence(scene, pronoun, candidate)


def _of_sentence(scene: Scene, pronoun: Pronoun, candidate: Candidate) -> Iterator[str]:
    """How they hang together in one sentence."""
    tokens, grammar, head = scene.parsed.tokens, scene.grammar, candidate.last.head
    for n, verb in enumerate(pronoun.verbs[:4]):
        if head in grammar.subjects(verb):
            yield f"subject-of-{min(n, 2)}-{pronoun.place}"
        elif head in grammar.children(verb, "dobj", "dative"):
            yield f"object-of-{min(n, 2)}-{pronoun.place}"
    own = pronoun.own
    if own is not None:
        if pronoun.place == "object" and any(head in grammar.children(v, "dobj") for v in _coordinated(scene, own)):
            yield "same-object"
        if pronoun.place != "object" and tokens[own].lemma == "be" and head in grammar.subjects(own):
            yield "said-of"
        if pronoun.place == "owner" and tokens[own].lemma in JUDGING and head in grammar.children(own, "dobj"):
            yield "judged"
    if tokens[head].dep == "poss" and tokens[tokens[head].head].dep in SUBJECTS:
        yield "owner-of-subject"
    if not any(tokens[k].pos == "NOUN" and tokens[k].dep != "compound" for k in range(head + 1, pronoun.i)):
        yield "nearest-noun"


def _coordinated(scene: Scene, verb: int) -> list[int]:
    first = scene.grammar.first_conjunct(verb)
    return [v for v in scene.grammar.conjuncts(first) if v < verb]


def _role(scene: Scene, head: int) -> str:
    """The grammatical place of a mention: main or other subject, object, owner, with a preposition, qualifying."""
    tokens = scene.parsed.tokens
    token = tokens[scene.grammar.first_conjunct(head)]
    if token.dep in SUBJECTS:
        verb = tokens[token.head]
        return "main" if verb.dep == "ROOT" else "told" if verb.dep in ("ccomp", "xcomp") else "subject"
    if token.dep in OBJECTS:
        return "object"
    if token.dep == "poss":
        return "owner"
    return "behind" if token.dep == "pobj" else "apart"


def place_of(scene: Scene, i: int) -> str:
    """Where the pronoun stands: subject, object, owner, behind a preposition."""
    dep = scene.parsed.tokens[i].dep
    if dep in SUBJECTS:
        return "subject"
    return "object" if dep in OBJECTS else "owner" if dep == "poss" else "behind"
