"""Slots of grammar to parties: who stands as subject, object, behind "on"; with what to fall back on when that is a thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ontherecord.actors.cast import Cast
from ontherecord.dates.words import MONTHS, WEEKDAYS
from ontherecord.events.amounts import is_money
from ontherecord.events.called import called_by_town
from ontherecord.events.doers import subjects
from ontherecord.events.lexicon import Condition, Lexicon
from ontherecord.events.ours import Ours
from ontherecord.language import Grammar

# Sectors whose people pay visits and hold talks by office.
OFFICIAL = {"GOV", "LEG", "JUD", "OPP", "PTY", "ELI", "REL", "SPY", "PRE", None}
FORCES = {"MIL", "REB", "PRM", "UAF", "COP"}
# Whose people take to the streets rather than act by office.
CIVILIAN = {"CVL", "LAB", "AGR", "EDU", "OPP", "PTY", "REL", "SOC", "REF", "JRN", "MED"}
# Verbs that carry an event behind "in" though they have an object: "took PART in a march".
SHARE = {"part", "role", "place", "share"}
# Slots that hold verbs, predicates, auxiliaries and negations.
CLAUSES = {"infinitive", "predicated", "gerund", "acl", "acomp", "attr", "amod", "aux", "ccomp", "compound", "neg", "oprd", "xcomp"}
# Nouns of time and of means, behind which a phrase of the verb may hang.
THROUGH = {
    *MONTHS, *WEEKDAYS, "telephone", "phone", "video", "videolink", "videoconference", "link", "line",
    "day", "night", "week", "month", "year", "hour", "morning", "evening", "afternoon", "weekend", "time",
}  # fmt: skip
# Participles that say whose a thing is.
HAVING = {"belong", "own", "run", "hold", "operate", "man", "control"}
# People who are somebody's and yet the other side.
OTHERS = {
    "partner", "ally", "friend", "neighbour", "neighbor", "enemy", "foe", "opponent", "rival", "adversary", "guest", "critic",
    "counterpart",
}  # fmt: skip
# What others lend to a deed that somebody else does.
MEANS = {
    "behalf",
    "help",
    "support",
    "assistance",
    "aid",
    "participation",
    "mediation",
    "backing",
    "approval",
    "consent",
    "invitation",
    "request",
}
# Verbs whose "of" may hang on whoever is behind "by".
CHARGES = {"accuse", "suspect", "convict", "warn", "inform", "notify", "assure", "remind", "acquit", "deprive", "rid", "strip"}
# Words for people whom a clause does not name.
ANYBODY = {
    "everyone", "everybody", "all", "those", "someone", "somebody", "them", "him", "her", "state", "country", "nation",
    "government", "community",
}  # fmt: skip
# Where those stand to whom a verb does something.
WHOM = ("object", "indirect", "to", "with", "on", "from")
# "a group of Moroccan diplomats" may nest; nothing sensible nests deeper.
DEEPEST = 4


class Slots:
    """Fillers (token indices) and parties (actor ids) of the grammatical slots of one document's verbs and nouns."""

    __slots__ = ("cast", "grammar", "lexicon", "ours")

    def __init__(self, grammar: Grammar, cast: Cast, lexicon: Lexicon) -> None:
        self.grammar = grammar
        self.cast = cast
        self.lexicon = lexicon
        self.ours = Ours(grammar, cast)

    def content(self, noun: int) -> int:
        """What a measure holds: rice in "tons of rice", else the noun itself."""
        for _ in range(DEEPEST):
            token = self.grammar.tokens[noun]
            if token.lemma not in self.lexicon.quantities and token.tag != "CD" and not is_money(self.grammar, noun):
                break
            held = {word: n for word, _, n in self.grammar.phrases(noun)}
            inside = held.get("of", held.get("in") if is_money(self.grammar, noun) else None)
            if inside is None:
                inside = next((c for c in self.grammar.children(noun, "compound") if self.grammar.tokens[c].pos == "NOUN"), None)
            if inside is None:
                break
            noun = inside
        return noun

    def _boxes(self, noun: int) -> list[int]:
        """The noun and what it measures, outermost first: shipment, doses, vaccine in "a shipment of doses of vaccine TO CHAD"."""
        boxes, held = [noun], self.content(noun)
        while held != boxes[-1]:
            noun = boxes[-1]
            inside = [n for _, _, n in self.grammar.phrases(noun) if self.content(n) == held]
            boxes.append(inside[0] if inside else held)
        return boxes

    def company(self, tokens: Iterable[int]) -> tuple[str, ...]:
        """All who stand together in noun phrases: "the presidents OF CHAD AND MALI", "NORTH AND SOUTH KOREAN officers"."""
        found: list[str] = []
        for i in tokens:
            found.extend(self.parties([i], things=True))
            beside = [*self.fillers(i, "of|from"), *(x for c in self.grammar.children(i, "amod") for x in self.grammar.conjuncts(c))]
            if len(beside) > 1:
                found.extend(a for x in beside if (m := self.cast.at(x)) is not None for a in m.actors)
        return tuple(dict.fromkeys(found))

    def _several(self, tokens: Iterable[int]) -> bool:
        ids = self.company(tokens)
        return len(self.cast.countries(ids)) > 1 or len([a for a in ids if self.cast.actor(a).country is None]) > 1

    def fillers(self, i: int, slot: str) -> list[int]:
        """Tokens in a slot of the verb, noun or adjective; "with/of" is what stands behind "of" in what stands behind "with".

        "to|for" is what stands in either.
        """
        grammar = self.grammar
        if "|" in slot:
            return [x for one in slot.split("|") for x in self.fillers(i, one)]
        if "/" in slot:
            first, rest = slot.split("/", 1)
            return [x for n in self.fillers(i, first) for x in self.fillers(n, rest)]
        if slot in CLAUSES:
            return self._clauses(i, slot)
        if slot in ("subject", "owner") and grammar.tokens[i].pos == "ADJ":
            return self._predicated(i)
        if slot == "subject":
            return grammar.agents(i) if grammar.is_verb(i) and grammar.is_passive(i) else subjects(i, self)
        if slot in ("object", "owner"):
            return (
                grammar.subjects(i)
                if grammar.is_verb(i) and grammar.is_passive(i) and not self._kept(i)
                else grammar.objects(i) or self._reduced(i)
            )
        if slot == "indirect":
            return grammar.subjects(i) if self._kept(i) else grammar.indirect_objects(i) or self._run_in(i)
        if slot == "clause":
            return [s for c in grammar.clause_complements(i) for s in self.sufferers_or_doers(c)]
        if slot == "possessor":
            return [x for p in grammar.children(i, "poss") for x in grammar.conjuncts(p)]
        return self._behind(i, slot.replace("_", " "))

    def _clauses(self, i: int, slot: str) -> list[int]:
        """What is said by way of a verb or a predicate, and the small words of the clause."""
        grammar = self.grammar
        if slot == "infinitive":
            return [x for h in self.infinitives(i) for x in grammar.conjuncts(h)]
        if slot == "predicated":
            return self._predicated(i) if grammar.tokens[i].dep == "attr" else []
        if slot == "gerund":
            return [c for c in grammar.children(i, "xcomp", "ccomp") if grammar.tokens[c].tag == "VBG"]
        return grammar.children(i, slot)

    def carrier(self, noun: int) -> int | None:
        """The verb whose subject or object the noun is, over "a round of", "part in"."""
        grammar = self.grammar
        for _ in range(DEEPEST):
            token = grammar.tokens[grammar.first_conjunct(noun)]
            head = token.head
            if token.dep in ("dobj", "nsubj", "nsubjpass", "attr") and grammar.is_verb(head):
                return head
            if token.dep != "pobj" or grammar.tokens[head].lower not in ("in", "of", "into"):
                return None
            above = grammar.tokens[head].head
            if grammar.is_verb(above):
                beside = {grammar.tokens[o].lemma for o in grammar.children(above, "dobj")}
                return above if beside <= SHARE else None  # "began a strike IN PROTEST" carries the strike alone
            if grammar.tokens[above].lemma not in self.lexicon.quantities | SHARE:
                return None
            noun = above
        return None

    def around(self, i: int, slot: str) -> list[int]:
        """Fillers of a noun's slot, or of the verb's that carries it: "fighting broke out BETWEEN rebels and troops"."""
        found = self.fillers(i, slot)
        if found or self.grammar.is_verb(i):
            return found
        verb = self.carrier(i)
        return self.fillers(verb, slot) if verb is not None else []

    def doers(self, i: int) -> list[int]:
        """Who does what a verb or an event noun tells: its subject; whose the noun is, by whom it is, who carries it out."""
        grammar = self.grammar
        if grammar.tokens[i].pos not in ("NOUN", "PROPN"):
            return self.fillers(i, "subject")
        found = [x for slot in ("possessor", "by", "from") for x in self.fillers(i, slot)]
        found += [c for c in grammar.children(i, "amod", "compound", "nmod") if self.cast.at(c) is not None or self._civil(c)]
        verb = self.carrier(i)
        if verb is not None and i not in grammar.subjects(verb):
            found += self.fillers(verb, "subject")
        return found

    def _reduced(self, i: int) -> list[int]:
        """ "rescued a SAILOR held by pirates", which the parser may take for a clause of its own: the participle's subject."""
        grammar = self.grammar
        parts = [
            c for c in grammar.children(i, "ccomp") if grammar.tokens[c].tag == "VBN" and not grammar.children(c, "aux", "auxpass", "mark")
        ]
        return [s for c in parts if c > i for s in grammar.subjects(c)]

    def _kept(self, i: int) -> bool:
        """ "CHAD was given ARMS": a passive that keeps its object has the recipient for its subject."""
        return self.grammar.is_verb(i) and self.grammar.is_passive(i) and bool(self.grammar.children(i, "dobj"))

    def _run_in(self, i: int) -> list[int]:
        """ "lent GHANA maize", which the parser may take for a kind of maize: a country's bare name right behind the verb."""
        grammar = self.grammar
        things = [o for o in grammar.objects(i) if grammar.tokens[o].tag in ("NN", "NNS")]
        named = [c for o in things for c in grammar.children(o, "compound", "nmod", "amod") if c == i + 1]
        return [c for c in named if (m := self.cast.at(c)) is not None and m.kind == "name" and self._is_country(m.actors)]

    def infinitives(self, i: int) -> list[int]:
        """Heads of the "to"-infinitives of a verb or noun; "asked Chad TO LEAVE" may hang on Chad."""
        grammar = self.grammar
        heads = [c for c in grammar.children(i, "xcomp", "acl", "ccomp", "advcl", "relcl") if self._infinitive(c)]
        if not heads and grammar.is_verb(i):
            heads = [c for o in self.fillers(i, "object") for c in grammar.children(o, "acl", "relcl") if self._infinitive(c)]
        if not heads and grammar.tokens[i].dep == "dobj":  # "withdrew her threat TO LEAVE" may hang on the verb
            beside = grammar.children(grammar.tokens[i].head, "advcl", "xcomp")
            heads = [c for c in beside if self._infinitive(c) and 0 < grammar.parsed.left[c] - i <= 1]
        return heads

    def _infinitive(self, i: int) -> bool:
        return any(self.grammar.tokens[c].tag == "TO" for c in self.grammar.parsed.children[i])

    def _predicated(self, adjective: int) -> list[int]:
        """What an adjective is said of: "TIES are good", "the RELATIONSHIP is a good one", "a good RELATIONSHIP"."""
        grammar = self.grammar
        token = grammar.tokens[grammar.first_conjunct(adjective)]
        if token.dep == "amod":
            noun = grammar.tokens[token.head]
            copula = noun.head if noun.dep == "attr" and noun.lemma in ("one", "matter", "thing", "what") else None
            return grammar.subjects(copula) if copula is not None else [noun.i]
        return grammar.subjects(token.head) if token.dep in ("acomp", "oprd", "attr", "conj") else grammar.subjects(adjective)

    def sufferers_or_doers(self, verb: int) -> list[int]:
        return self.grammar.subjects(verb)

    def _behind(self, i: int, preposition: str) -> list[int]:
        grammar = self.grammar
        found = grammar.behind(i, preposition)
        if not found:  # "a call on Thursday FROM", "spoke by telephone WITH"
            past = [n for _, _, n in grammar.phrases(i) if grammar.tokens[n].lower in THROUGH]
            found = [x for n in (*past, *grammar.children(i, "npadvmod")) for x in grammar.behind(n, preposition)]
        if grammar.is_verb(i):
            for o in self.fillers(i, "object"):
                for box in self._boxes(o):
                    found += grammar.behind(box, preposition)
                if not found and preposition == "to":
                    found += self._inside(o, preposition)
            if found:  # "spoke with the minister of Peru, Luis Ruiz, AND THE MINISTER of Chile"
                found = found + [c for c in grammar.children(i, "conj") if grammar.tokens[c].pos in ("NOUN", "PROPN") and c > found[-1]]
            for a in grammar.children(i, "attr", "acomp", "prt", "advmod", "oprd"):
                found += grammar.behind(a, preposition)
            if not found and grammar.tokens[i].lemma in CHARGES and grammar.is_passive(i):  # "was accused by lawmakers OF lying"
                found = [x for a in grammar.agents(i) for x in grammar.behind(a, preposition)]
            if not found and preposition in ("from", "with", "against", "into"):  # "came under pressure FROM"
                nested = [n for word in ("under", "from", "out of", "for") for n in grammar.behind(i, word)]
                found = [x for n in nested for x in grammar.behind(n, preposition)]
        return found

    def _inside(self, noun: int, preposition: str) -> list[int]:
        """ "a sale of missiles worth two million TO CHAD": the phrase may hang on what only measures."""
        grammar = self.grammar
        for j in range(noun + 1, grammar.parsed.right[noun] + 1):
            if grammar.is_verb(j):
                break
            if grammar.tokens[j].lower == preposition and grammar.tokens[grammar.tokens[j].head].pos not in ("NOUN", "PROPN"):
                return [x for o in grammar.children(j, "pobj") for x in grammar.conjuncts(o)]
        return []

    def parties(self, tokens: Iterable[int], *, things: bool = False) -> tuple[str, ...]:
        """Actor ids of the tokens; with `things`, a thing counts for those to whom it belongs or in whose land it lies."""
        found: list[str] = []
        for i in tokens:
            ids = self.party(i) or self.party(self.content(i))
            if not ids:  # "his host, CHAD'S PRESIDENT"
                ids = tuple(a for c in self.grammar.children(i, "appos") for a in self.party(c))
            if not ids and things:
                ids = (
                    ()
                    if self.grammar.tokens[i].lemma in OTHERS or self._means(i) or called_by_town(i, self.grammar, self.cast)
                    else self.ours.things(
                        i, self._of_place(i) or self.cast.belongs(i) or self.cast.belongs(self.content(i)) or self._whose(i)
                    )
                )
            found.extend(ids)
        return tuple(dict.fromkeys(found))

    def _means(self, i: int) -> bool:
        """ "evacuated WITH THE HELP of the UN", "spoke ON BEHALF of the king": whose help it was suffers nothing."""
        token = self.grammar.tokens[i]
        return token.dep == "pobj" and token.lemma in MEANS and self.grammar.tokens[token.head].lower in ("with", "on", "at", "under")

    def _whose(self, i: int) -> tuple[str, ...]:
        """ "a boat BELONGING TO smugglers", "the decisions TAKEN BY ECOWAS", "the use OF FORCE BY CHILE": who has or does the thing."""
        grammar = self.grammar
        if grammar.tokens[i].lemma in self.lexicon.persons:
            return ()
        told = [c for c in grammar.children(i, "acl", "relcl") if grammar.is_verb(c)]
        found = [x for c in told if grammar.tokens[c].lemma in HAVING for x in (*grammar.behind(c, "to"), *grammar.behind(c, "by"))]
        found += [x for c in told if grammar.tokens[c].tag == "VBN" for x in grammar.agents(c)]
        found += [x for n in grammar.behind(i, "of") for x in grammar.behind(n, "by")]
        return tuple(dict.fromkeys(a for x in found for a in self.party(x)))

    def party(self, i: int) -> tuple[str, ...]:
        """Who acts in the noun phrase; an event noun ("a meeting with Obama") is nobody, whoever stands inside it."""
        bare = self.grammar.tokens[i].lower == "hostage" and not self.grammar.children(i, "det", "poss", "amod")  # "taken HOSTAGE"
        if bare or (self.cast.at(i) is None and self.grammar.tokens[i].lemma in self.lexicon.nouns):
            return ()
        return self.ours.army(i) or self.ours.people(i, self.cast.party(i))

    def strangers(self, i: int) -> bool:
        """Whether the verb's slots name people or bodies of whom the cast knows nothing: "thanked the ORGANISERS", "call on ALL"."""
        named = self.lexicon.persons | self.lexicon.officials | self.lexicon.civilians | self.lexicon.bodies | OTHERS | ANYBODY
        for slot in WHOM:
            for x in self.fillers(i, slot):
                token = self.grammar.tokens[x]
                name = token.pos == "PROPN" and slot not in ("on", "from")  # which may say where
                if (name or token.lemma in named or token.lower in named) and not self.party(x):
                    return True
        return False

    def _of_place(self, i: int) -> tuple[str, ...]:
        """A place by itself ("withdrew from CONGO") stands for those whose it is."""
        return m.actors if (m := self.cast.at(i)) is not None and m.kind == "place" else ()

    def first(self, i: int, slots: Sequence[str], *, things: bool = False) -> tuple[str, tuple[str, ...]]:
        """The first slot that holds a party, and its parties; ("", ()) when none does."""
        for slot in slots:
            tokens = self.fillers(i, slot)
            ids = self._owners(tokens) if slot == "owner" else self.parties(tokens)
            if ids:
                return slot, ids
        if things:
            for slot in slots:
                ids = self.parties(self.fillers(i, slot), things=True)
                if ids:
                    return f"{slot} (belongs to)", ids
        return "", ()

    def _owners(self, tokens: Iterable[int]) -> tuple[str, ...]:
        """Whose things are; of "Chad's PARTNERS" nobody, since they are not Chad."""
        found = [t for t in tokens if self.grammar.tokens[t].lemma not in OTHERS]
        return tuple(dict.fromkeys(a for t in found for a in self.ours.things(t, self.cast.belongs(t))))

    def satisfies(self, tokens: Iterable[int], condition: Condition) -> bool:
        """Whether one of the tokens is of the wanted words or kind."""
        found = list(tokens)
        if not found or "@some" in condition.asked:
            return ("@some" if found else "@none") in condition.asked
        if "@several" in condition.asked and self._several(found):
            return True
        return any(self._is(i, condition) or (self.content(i) != i and self._is(self.content(i), condition)) for i in found)

    def _is(self, i: int, condition: Condition) -> bool:
        token = self.grammar.tokens[i]
        if token.lemma in condition.lemmas or token.lower in condition.lemmas:
            return True
        if any(f"{self.grammar.tokens[c].lemma}-{token.lemma}" in condition.lemmas for c in self.grammar.children(i, "compound", "amod")):
            return True
        return any(self._asked(i, kind) for kind in condition.asked)

    def _asked(self, i: int, kind: str) -> bool:
        if kind == "@place":
            mention = self.cast.at(i)
            return mention is not None and mention.kind in ("place", "name") and self._is_country(mention.actors)
        if kind == "@money":
            return is_money(self.grammar, i)
        ids = self.party(i)
        if kind == "@official":
            return self.grammar.tokens[i].lemma in self.lexicon.officials or self._official(i, ids)
        if kind == "@civilian":
            return self._civil(i) or any(self.cast.actor(a).sector in CIVILIAN for a in ids)
        if kind == "@party":
            return bool(ids) or bool(self.cast.belongs(i) and self.grammar.tokens[i].lemma in self.lexicon.persons | self.lexicon.bodies)
        if kind == "@country":
            return self._is_country(ids)
        if kind == "@person":
            counted = self.grammar.tokens[i].tag == "CD" and not is_money(self.grammar, i)  # "killed TWO of them"
            return counted or self.grammar.tokens[i].lemma in self.lexicon.persons or (bool(ids) and not self._is_country(ids))
        if kind == "@force":
            return self.grammar.tokens[i].lemma in self.lexicon.forces or any(self.cast.actor(a).sector in FORCES for a in ids)
        return False

    def _civil(self, i: int) -> bool:
        return self.grammar.tokens[i].lemma in self.lexicon.civilians

    def _official(self, i: int, ids: Sequence[str]) -> bool:
        """Who may visit, host, receive: somebody named or described that is neither a country as such, an armed force nor a crowd."""
        if self.cast.at(i) is None or not ids or self._is_country(ids):
            return False
        return any(self.cast.actor(a).sector in OFFICIAL for a in ids)

    def _is_country(self, ids: Sequence[str]) -> bool:
        return bool(ids) and all(self.cast.is_country(a) for a in ids)
