"""Words that name an issue of the taxonomy, a disputed place or a country as a matter of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ontherecord.actors.cast import Cast
from ontherecord.issues.taxonomy import DisputedPlace, Taxonomy, Topic, country_names, slug
from ontherecord.language import Grammar, Parsed, Token

MODIFIERS = ("compound", "nmod", "amod", "poss", "npadvmod")
NOUNS = ("NOUN", "PROPN")
MEETINGS = "visits"  # the issue that is made of encounters
TRADE = "trade"
# What may stand between "of" and the noun of a phrase, and how many such words are looked past.
MODIFYING = ("ADJ", "DET", "PRON", "NUM", "ADV", "PART")
GAP = 6
FOUNDING = {"joint", "bilateral", "mixed", "create", "establish", "form", "found", "propose", "set"}
# Tokens between a deed's verb and its object that still read as one name for the matter.
LONGEST_DEED = 6
# Auxiliaries of what is still to come.
AHEAD = {"will", "would", "shall", "'ll", "’ll", "to"}
GAPPED = ("of", "over", "without", "before", "to")


@dataclass(frozen=True, slots=True)
class Land:
    """A country, or a disputed place (then without a code), as part of an issue's name."""

    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Mark:
    """Tokens `first` to `last` (inclusive) that name an issue.

    `topic` is a row of the taxonomy, None where a land or the document's own `name` is the issue. `heads` are the tokens that stand for
    the whole in the sentence: of "trade talks" both. `loose` marks count only on an agenda. `by` is the country
    that stands before the issue as its owner, as in "Chad's war"; then `land` is the same, unless the place is told too.
    """

    first: int
    last: int
    heads: tuple[int, ...]
    topic: Topic | None = None
    place: DisputedPlace | None = None
    land: Land | None = None
    name: str | None = None
    loose: bool = False
    by: Land | None = None

    def issue(self, parties: Iterable[str]) -> tuple[str, str] | None:
        """Id and label of the issue between the given countries; None where the land is itself a party."""
        if self.topic is not None:
            composes = self.land is not None and (self.topic.country != "third" or self.land.code not in set(parties))
            return self.topic.of(self.land.name) if composes and self.land else (self.topic.id, self.topic.label)
        if self.place is not None:
            return self.place.id, self.place.label
        if self.land is not None:
            return None if self.land.code in set(parties) else (slug(self.land.name), self.land.name)
        return (slug(self.name), self.name) if self.name else None


class Marker:
    """Finds marks in one parsed document. `by_head` gives, after `find`, the marks that a token stands for."""

    def __init__(self, parsed: Parsed, grammar: Grammar, cast: Cast, taxonomy: Taxonomy) -> None:
        self.parsed, self.grammar, self.cast, self.taxonomy = parsed, grammar, cast, taxonomy
        self.tokens = parsed.tokens
        self.by_head: dict[int, list[Mark]] = {}
        self._taken: set[int] = set()

    def find(self) -> list[Mark]:
        """All marks, in order of their place."""
        found = [*self._acts(), *self._encounters(), *self._phrases()]
        found = self._without_twins(found)
        found.sort(key=lambda m: (m.first, m.last))
        for mark in found:
            for head in mark.heads:
                self.by_head.setdefault(head, []).append(mark)
        return found

    def _without_twins(self, found: list[Mark]) -> list[Mark]:
        """ "The export of gas" is about gas, "exports" alone are about trade; "the war in Kashmir" is one matter, not Kashmir beside it."""
        heads = {h for m in found for h in m.heads}
        within = {(m.land.name, self.tokens[m.first].sent) for m in found if m.land is not None and m.land.code is None}
        found = [m for m in found if m.place is None or (m.place.label, self.tokens[m.first].sent) not in within]

        def moves(mark: Mark) -> bool:
            head = mark.heads[0]
            return self.tokens[head].lemma.lower() in self.taxonomy.lists["movements"] and any(
                n in heads for n in self.grammar.behind(head, "of")
            )

        return [m for m in found if m.topic is None or m.topic.id != TRADE or not moves(m)]

    # -- deeds: "sell weapons"

    def _acts(self) -> Iterator[Mark]:
        for token in self.tokens:
            if token.pos != "VERB" or (token.lemma.lower() not in self.taxonomy.by_act and self.grammar.particle(token.i) is None):
                continue
            particle = self.grammar.particle(token.i)
            verb = f"{token.lemma.lower()}_{particle}" if particle else token.lemma.lower()
            things = self.taxonomy.by_act.get(verb, {})
            for thing in self._things(token.i) if things else ():
                topic = self._deed(token.i, things, thing)
                if topic is not None:
                    self._taken.add(thing)
                    first, last = (min(token.i, thing), max(token.i, thing)) if abs(token.i - thing) <= LONGEST_DEED else (thing, thing)
                    yield Mark(first, last, (thing,), topic, land=self._receiver(topic, token.i, thing))

    def _encounters(self) -> Iterator[Mark]:
        """ "Their ministers will meet in May": a meeting of governments that is still to come is a matter between them."""
        topic = self.taxonomy.topics.get(MEETINGS)
        for token in self.tokens if topic else ():
            if token.tag != "VB" or token.lemma.lower() not in self.taxonomy.lists["encounters"]:
                continue
            ahead = AHEAD & set(self.grammar.auxiliaries(token.i)) and not self.grammar.negated(token.i)
            others = [*self.grammar.behind(token.i, "with"), *self.grammar.objects(token.i)]
            official = not others or any(self.cast.countries(self.cast.party(n)) or self.land(n) for n in others)
            if ahead and official and any(self._governs(n) for n in self.grammar.subjects(token.i)):
                yield Mark(token.i, token.i, (token.i,), topic)

    def _governs(self, noun: int) -> bool:
        return any((a := self.cast.actor(id_)).sector == "GOV" and a.country for id_ in self.cast.party(noun))

    def _deed(self, verb: int, things: Mapping[str, str], thing: int) -> Topic | None:
        """The topic of a verb with such an object: by the object's own words, as a government ("@") or as anything at all ("*")."""
        keys = list(_keys(self.tokens[thing]))
        if thing and self.tokens[thing - 1].dep == "compound":
            keys.extend([f"{self.tokens[thing - 1].lower} {k}" for k in keys])
        if "@" in things and self._governs(thing) and self._as_guest(verb):
            keys.append("@")
        return next((self.taxonomy.topics[things[k]] for k in (*keys, "*") if k in things), None)

    def _as_guest(self, verb: int) -> bool:
        """Whether nothing else is asked of whom one invites than to come."""
        asked = [c for c in self.parsed.children[verb] if c > verb and self.tokens[c].tag == "VB"]
        return all(self.tokens[c].lemma.lower() in self.taxonomy.lists["invitations"] for c in asked)

    def _things(self, verb: int) -> list[int]:
        if self.grammar.is_passive(verb):
            return self.grammar.subjects(verb)
        named = [o for o in self.grammar.objects(verb) if self.tokens[o].tag not in ("WDT", "WP")]
        return named or self._antecedent(verb)

    def _antecedent(self, verb: int) -> list[int]:
        """ "the jets that Chad wants to buy": the object stands before the clause that the verb ends."""
        at = verb
        while self.tokens[at].dep == "xcomp":
            at = self.tokens[at].head
        if at == verb or self.tokens[at].dep != "relcl" or self.grammar.subjects(at) == [self.tokens[at].head]:
            return []
        return self.grammar.conjuncts(self.tokens[at].head)

    def _receiver(self, topic: Topic, verb: int, thing: int) -> Land | None:
        if topic.country == "never":
            return None
        behind = [*self.grammar.behind(thing, *topic.to), *self.grammar.behind(verb, *topic.to), *self.grammar.indirect_objects(verb)]
        return next((land for n in behind if (land := self.land(n))), None)

    # -- noun phrases

    def _phrases(self) -> Iterator[Mark]:
        i = 0
        while i < len(self.tokens):
            mark, decoy = self._place(i) or self._topic(i), self._decoy(i)
            if decoy and (mark is None or mark.last < i + decoy):
                i += decoy
                continue
            if mark is None:
                mark = self._country(i)
                i += 1
            else:
                i = mark.last + 1
            if mark is not None:
                yield mark

    def _topic(self, i: int) -> Mark | None:
        for key in _keys(self.tokens[i]):
            read = False
            for phrase, id_ in self.taxonomy.by_word.get(key, ()):
                last = self._reads(i, phrase)
                read = read or last is not None
                if last is not None and (mark := self._judge(self.taxonomy.topics[id_], phrase, i, last)):
                    return mark
            if read:
                break  # "waters" has a meaning of its own; its singular is another word
        return self._whose(i)

    def topic_within(self, first: int, last: int) -> Topic | None:
        """The topic that any words of a noun phrase name, whatever they qualify: the parent of "gas link" is gas."""
        found = [
            self.taxonomy.topics[id_]
            for i in range(first, last + 1)
            for k in _keys(self.tokens[i])
            for phrase, id_ in self.taxonomy.by_word.get(k, ())
            if (end := self._reads(i, phrase)) is not None and end <= last
        ]
        return next((t for t in found if t.country != "needed" and t.id not in self.taxonomy.lists["vague"] and t.scope != "agenda"), None)

    def _decoy(self, i: int) -> int:
        """How many words of a phrase start here that only looks like an issue ("war of words")."""
        return next((len(p) for k in _keys(self.tokens[i]) for p, _ in self.taxonomy.decoys.get(k, ()) if self._reads(i, p) is not None), 0)

    def _reads(self, i: int, phrase: tuple[str, ...]) -> int | None:
        """The token where the phrase ends that starts at token i; behind "of" it may have modifiers ("sale of French jets")."""
        at, sent = i, self.tokens[i].sent
        for n, word in enumerate(phrase):
            if n and phrase[n - 1] in GAPPED:
                at = self._behind_gap(at, word)
            if at >= len(self.tokens) or self.tokens[at].sent != sent or word not in _keys(self.tokens[at]):
                return None
            at += 1
        return at - 1

    def _behind_gap(self, at: int, word: str) -> int:
        """Where the word stands behind a preposition, its modifiers looked past; the place itself where it does not."""
        for j in range(at, min(at + GAP, len(self.tokens))):
            token = self.tokens[j]
            if word in _keys(token):
                return j
            if token.pos not in MODIFYING and token.dep not in ("compound", "nmod", "quantmod", "nummod") and token.text != "-":
                break
        return at

    def _judge(self, topic: Topic, phrase: tuple[str, ...], first: int, last: int) -> Mark | None:
        """The mark, unless the words only qualify something else ("trade minister") or do something ("they trade barbs")."""
        head = self._phrase_head(first, last)
        if head in self._taken or (first == last and self.tokens[head].pos not in NOUNS) or self._institution(head):
            return None
        carried = self._carrier(head)
        if carried is None:
            return None
        heads = (head,) if carried == head else (head, carried)
        behind = self._land_behind(topic, heads, last) if topic.country != "never" else None
        owner = self._owner(heads, first) if topic.owner else None
        land = behind or owner
        owner = owner or (land if topic.country == "needed" and land is not None and self._behind_of(heads, land) else None)
        if topic.country == "needed" and land is None:
            return None
        loose = topic.scope == "agenda" or (phrase in topic.common and land is None and carried == head and not self._treated(head))
        return Mark(first, last, heads, topic, land=land, loose=loose, by=owner)

    def _behind_of(self, heads: tuple[int, ...], land: Land) -> bool:
        """ "the aggression of Chad": it may wage the war or suffer it."""
        return any(self.land(n) == land for h in heads for n in self.grammar.behind(h, "of"))

    def _treated(self, head: int) -> bool:
        """Whether an agreement, a dispute or the like is about the thing: "a treaty on water", "quarrelled over the dam"."""
        token, lists = self.tokens[self.grammar.first_conjunct(head)], self.taxonomy.lists
        if token.dep in ("dobj", "nsubjpass"):
            return self.tokens[token.head].lemma.lower() in lists["dispute_verbs"] - {"control"}
        if token.dep != "pobj":
            return False
        governor = self.tokens[self.tokens[token.head].head]
        if governor.lemma.lower() in lists["movements"]:
            return self.tokens[token.head].lower == "of"
        if governor.pos in NOUNS and self.tokens[token.head].lower == "over":
            return governor.lemma.lower() in lists["light"] | lists["disputes"]
        return governor.lemma.lower() in (lists["light"] if governor.pos in NOUNS else lists["dispute_verbs"] | lists["deal_verbs"])

    def _phrase_head(self, first: int, last: int) -> int:
        """The token that links the phrase to the rest: of "sale of arms" the first."""
        return next((i for i in range(first, last + 1) if not first <= self.tokens[i].head <= last or self.tokens[i].head == i), last)

    def _carrier(self, head: int) -> int | None:
        """The token itself, or the light noun that it qualifies; None where it qualifies anything else."""
        base = self.grammar.first_conjunct(head) if self.tokens[head].dep == "conj" else head
        token = self.tokens[base]
        if token.dep not in MODIFIERS or token.head < head or self.tokens[token.head].pos not in NOUNS:
            return head
        above = self.tokens[token.head]
        if token.dep == "poss":
            return head
        return above.i if above.lemma.lower() in self.taxonomy.lists["light"] and self._carrier(above.i) is not None else None

    def _institution(self, head: int) -> bool:
        base = self.tokens[self.grammar.first_conjunct(head)]
        if base.dep != "pobj" or self.tokens[base.head].lower not in ("of", "for", "on"):
            return False
        body = self.tokens[self.tokens[base.head].head]
        near = {self.tokens[c].lower for c in self.grammar.children(body.i, "amod")} | {self.tokens[body.head].lemma}
        return body.lemma.lower() in self.taxonomy.lists["institutions"] and not near & FOUNDING

    def _whose(self, i: int) -> Mark | None:
        token = self.tokens[i]
        topic = next((self.taxonomy.topics[self.taxonomy.whose[k]] for k in _keys(token) if k in self.taxonomy.whose), None)
        if topic is None or token.pos not in NOUNS or i in self._taken or self._carrier(i) != i:
            return None
        land = self._land_behind(topic, (i,), i)
        return Mark(i, i, (i,), topic, land=land) if land else None

    # -- the land in an issue's name

    def land(self, i: int) -> Land | None:
        """The country or disputed place that the token's phrase names; None for persons, bodies and groups of countries."""
        place = self._named_place(i)
        if place is not None:
            return Land(place.label, None)
        mention = self.cast.at(i)
        if mention is None or len(codes := self.cast.countries(mention.actors)) != 1:
            return None
        if mention.kind not in ("place", "adjective") and not any(self.cast.is_country(a) for a in mention.actors):
            return None
        code = next(iter(codes))
        return Land(country_names().get(code, self.cast.actor(mention.actors[0]).name), code)

    def _land_behind(self, topic: Topic, heads: tuple[int, ...], last: int) -> Land | None:
        # "the war of Chad against Sudan": what stands behind "of" may be the owner, so it comes last.
        behind = [n for h in (*heads, last) for n in self.grammar.behind(h, *(topic.to - {"of"}))]
        behind.extend(n for h in (*heads, last) for n in self.grammar.behind(h, *(topic.to & {"of"})))
        after = max((last, *heads)) + 1
        # The parser often hangs "to Chad" on the verb before; standing right behind the phrase it belongs to the phrase.
        if after < len(self.tokens) and self.tokens[after].lower in topic.to:
            behind.extend(self.grammar.children(after, "pobj"))
        for above in {self.tokens[h].head for h in heads} - set(heads):
            if self.tokens[above].pos in ("VERB", "NUM", "NOUN") and last not in behind:
                behind.extend(n for word, at, n in self.grammar.phrases(above) if word in topic.to and at == after)
        return next((land for n in behind if (land := self.land(n))), None)

    def _owner(self, heads: tuple[int, ...], first: int) -> Land | None:
        """The nearest country before the phrase that qualifies it: "Russia-Ukraine war" is named after the second."""
        owners = [c for h in heads for c in self._modifiers(h) if c < first]
        return next((land for c in sorted(owners, reverse=True) if (land := self.land(c))), None)

    def _modifiers(self, head: int) -> Iterator[int]:
        for c in self.parsed.children[head]:
            if self.tokens[c].dep in MODIFIERS:
                yield c
                yield from self._modifiers(c)

    # -- places and countries as matters

    def _named_place(self, i: int) -> DisputedPlace | None:
        """The disputed place whose name ends with the token."""
        for first in range(max(0, i - 2), i + 1):
            for name, id_ in self.taxonomy.by_name.get(self.tokens[first].text, ()):
                if first + len(name) - 1 == i and self._spells(first, name):
                    return self.taxonomy.places[id_]
        return None

    def _spells(self, i: int, name: tuple[str, ...]) -> bool:
        return i + len(name) <= len(self.tokens) and all(self.tokens[i + n].text == w for n, w in enumerate(name))

    def _place(self, i: int) -> Mark | None:
        for name, id_ in self.taxonomy.by_name.get(self.tokens[i].text, ()):
            if self._spells(i, name):
                last = i + len(name) - 1
                head = self._phrase_head(i, last)
                carried = self._disputed(head)
                heads = (head,) if carried in (None, head) else (head, carried or head)
                return Mark(i, last, heads, place=self.taxonomy.places[id_], loose=carried is None)
        return None

    def _disputed(self, head: int) -> int | None:
        """The word by which a dispute about the place is told; None where the name only says where."""
        token = self.tokens[self.grammar.first_conjunct(head)]
        above = self.tokens[token.head]
        lists = self.taxonomy.lists
        if token.dep in MODIFIERS and above.lemma.lower() in lists["disputes"]:
            return above.i
        if token.dep in ("dobj", "nsubjpass") and above.lemma.lower() in lists["dispute_verbs"]:
            return head
        if token.dep == "pobj" and above.head != above.i:
            governor = self.tokens[above.head]
            if governor.pos in NOUNS and governor.lemma.lower() in lists["disputes"]:
                return governor.i
            if above.lower == "over" and governor.lemma.lower() in lists["dispute_verbs"]:
                return head
        return None

    def _country(self, i: int) -> Mark | None:
        """ "the Cyprus question", "the situation in Mali": the country is the matter."""
        token = self.tokens[i]
        if token.lemma.lower() not in self.taxonomy.lists["country_heads"] or token.pos not in NOUNS:
            return None
        owners = [c for c in self._modifiers(i) if c == i - 1 and self.tokens[c].dep in ("compound", "nmod", "amod")]
        named = [*owners, *self.grammar.behind(i, "of", "in")]
        for n in named:
            mention = self.cast.at(n)
            if (
                (land := self.land(n)) is not None
                and land.code is not None
                and mention is not None
                and mention.kind not in ("description", "pronoun")
            ):
                return Mark(min(mention.first, i), max(mention.last, i), (i,), land=land)
        return None


def _keys(token: Token) -> tuple[str, ...]:
    """The forms by which a word is looked up: as written, its lemma, and the singular of a name in the plural ("Tariffs")."""
    lemma = token.lemma.lower()
    if token.pos == "PROPN" and token.lower.endswith("s") and lemma == token.lower:
        return token.lower, token.lower[:-1]
    return (token.lower,) if lemma == token.lower else (token.lower, lemma)
