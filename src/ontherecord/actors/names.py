"""The registry's names in a text: the longest match wins, then the sense that grammar and the rest of the document allow."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ontherecord.actors.genders import given_names
from ontherecord.actors.own import NOBODY, OwnActors
from ontherecord.actors.registry import Registry, Sense
from ontherecord.actors.spelling import FIRST, fold
from ontherecord.language import Parsed

# What a name can mean, likeliest first, where its spelling fits several.
ORDER = ("own", "country", "body", "capital", "armed", "national", "seat", "adjective", "people", "place", "outlet")
# Papers' and platforms' names that are ordinary words: believed only where such names stand.
ORDINARY = frozenset({
    "Time", "Sun", "Mirror", "Nation", "Post", "Star", "Express", "Independent", "Guardian", "Economist", "Standard", "Times",
    "Telegraph", "Observer", "Globe", "Mail", "World", "X", "Meta", "Signal", "Line", "Monitor", "Vox", "Slate", "Wired", "Nature",
    "Focus", "Stern", "Liberation", "Fortune", "Tempo", "Fana", "Reform", "Mehr", "Today", "Variety", "Insider", "Tribune", "Herald",
    "Courier", "Echo", "Record", "Metro", "People", "Life", "Dawn", "Bild", "Vedomosti", "Rappler", "Facebook", "Nova", "Rai",
    "Rapid", "Argus", "Mint", "Hindu", "Pioneer", "Print", "Quint", "Wire", "Citizen", "Punch", "Vanguard", "Mercury", "Sentinel",
    "Advocate", "Age", "Australian", "Journal", "Fact", "Facts", "Reporter", "Telegram", "Sputnik", "Information", "Atlantic",
})  # fmt: skip
TELLING = frozenset({
    "post", "write", "say", "publish", "tell", "report", "quote", "interview", "statement", "message", "announce", "share", "article",
    "carry", "cite",
})  # fmt: skip
# Capitals that are also surnames or towns, but in reports of states nearly always the capital.
GOVERNING = frozenset({"Washington", "Jerusalem", "Aviv", "Tripoli", "Wellington", "Brussels"})
WITHIN = frozenset({"in", "near", "outside", "through", "into", "around", "across", "at", "toward", "towards"})
# What stands behind a place's name and not behind a given name.
GROUND = frozenset({
    "airport", "airfield", "oblast", "region", "province", "state", "city", "county", "district", "street", "square", "river", "bay",
    "lake", "port", "island", "islands", "university", "harbour", "harbor", "falls", "summit", "declaration", "agreement", "accord",
    "accords", "process", "conference", "convention", "protocol", "treaty", "forum", "bridge", "park", "prison", "base", "time",
})  # fmt: skip
# Neighbours of which only the one of two namesakes has any: who is spoken of beside them.
BESIDE = {"COD": ("RWA", "UGA", "BDI"), "COG": ("GAB",)}
NAME_TAGS = frozenset({"LS", "SYM", "NNP", "NNPS", "JJ", "NN", "NNS", "FW", "ADD", "CD"})
QUALIFYING = frozenset({"amod", "compound", "nmod", "npadvmod"})
MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod", "poss"})


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `first` to `last` (inclusive) that spell a name, and all that it can mean.

    `tail` is what a hyphen joins to it inside one token ("-led" of "U.S.-led").
    """

    first: int
    last: int
    senses: tuple[Sense, ...]
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A hit whose sense is settled."""

    first: int
    last: int
    sense: Sense
    tail: str = ""


def find_names(parsed: Parsed, registry: Registry, own: OwnActors = NOBODY, day: dt.date | None = None) -> list[Hit]:
    """All names of the registry and of the user's own actors on the day, left to right.

    None overlaps another but the parts of a hyphenated token; of two that are as long the user's own wins.
    """
    theirs = Own(own, day)
    found: list[Hit] = []
    for sentence in parsed.sentences:
        i = sentence.first
        while i < sentence.last:
            hits = _match(parsed, registry, theirs, i, sentence.last)
            if hits and parsed.tokens[i].lower == "the":  # "The Gulf News Agency" is no "The Gulf News"
                longer = _match(parsed, registry, theirs, i + 1, sentence.last)
                hits = longer if longer and longer[-1].last > hits[-1].last else hits
            found.extend(h for h in hits if not _given_name(parsed, registry, h))
            i = hits[-1].last + 1 if hits else i + 1
    return found


def _given_name(parsed: Parsed, registry: Registry, hit: Hit) -> bool:
    """Whether a name is part of another: "Vladimir" right before a surname, "Medina" behind a given name, "Greek" of "Mota-Greek"."""
    if _hyphened(parsed, registry, hit):
        return True
    if hit.first != hit.last or hit.tail or any(s.kind not in ("place", "capital") for s in hit.senses):
        return False
    before, after = (_name_part(parsed, registry, hit.first, step) for step in (-1, 1))
    if before is not None and (after is not None or before in given_names()):
        return True
    return after is not None and fold(parsed.tokens[hit.first].text) in given_names()


def _hyphened(parsed: Parsed, registry: Registry, hit: Hit) -> bool:
    """Whether a hyphen joins the name to a capitalised word before it that is none itself: a surname's second half, "Euro-Atlantic"."""
    if hit.first < 2 or not {s.kind for s in hit.senses} <= {"adjective", "people", "outlet", "place", "capital"}:
        return False
    first, hyphen, name = parsed.tokens[hit.first - 2 : hit.first + 1]
    joined = hyphen.text == "-" and first.end == hyphen.start and hyphen.end == name.start and first.text[0].isupper()
    if not joined or fold(first.text) in registry.names or first.text in registry.prefixes:
        return False
    return any(s.kind == "outlet" for s in hit.senses) or (first.tag == "NNP" and not first.lower.endswith("o"))


def _name_part(parsed: Parsed, registry: Registry, i: int, step: int) -> str | None:
    """The folded word right before or behind token i where it can be part of the same person's name, else None."""
    k = i + step
    if not 0 <= k < len(parsed.tokens) or parsed.tokens[k].sent != parsed.tokens[i].sent:
        return None
    token = parsed.tokens[k]
    word = fold(token.text)
    named = token.tag == "NNP" and word[0].isupper() and token.lower not in registry.roles and token.lower not in GROUND
    return word if named and word not in registry.names else None


@dataclass(frozen=True, slots=True)
class Own:
    """The user's own actors as they are on the day of a document."""

    actors: OwnActors
    day: dt.date | None

    def senses(self, words: str) -> tuple[Sense, ...]:
        """What the user says that the folded words mean, alone."""
        known = self.actors.named(words, self.day)
        if known is None:
            return ()
        codes = (known.country,) if known.country else ()
        return (Sense("own", known.name, codes, known.sector, role=known.role),)


def _match(parsed: Parsed, registry: Registry, own: Own, i: int, stop: int) -> list[Hit]:
    token = parsed.tokens[i]
    text = "the" if token.lower == "the" else fold(token.text)
    if text == "the" and not (i + 1 < stop and parsed.tokens[i + 1].text[0].isupper()):
        return []
    first = FIRST.match(text)
    if first is None:
        return []
    longest = max(registry.longest.get(first[0], 0), own.actors.longest(first[0]))
    if text.isupper() and len(text) > 1 and registry.shouted:
        longest = max(longest, registry.shouted_longest.get(first[0], 0))
    for j in range(min(i + longest, stop) - 1, i - 1, -1):
        words = fold(parsed.text[token.start : parsed.tokens[j].end])
        senses = (
            own.senses(words)
            or _senses(registry, f"the{words[3:]}" if text == "the" else words)
            or (_senses(registry, words) if text == "the" else ())
        )
        if senses and _namelike(parsed, i, j):
            return [Hit(i, j, senses)]
    code = registry.prefixes.get(token.text)
    if code and i + 2 < stop and parsed.tokens[i + 1].text in ("-", "–") and parsed.tokens[i + 2].text[0].isupper():
        return [Hit(i, i, (Sense("adjective", token.text, (code,), "GOV"),))]
    return _hyphenated(registry, text, i)


def _senses(registry: Registry, key: str) -> tuple[Sense, ...]:
    senses = registry.names.get(key, ())
    if not senses and len(key) > 3 and key.isupper():
        senses = registry.names.get(registry.shouted.get(key, ""), ())
    return senses


def _namelike(parsed: Parsed, i: int, j: int) -> bool:
    return any(parsed.tokens[k].tag in NAME_TAGS for k in range(i, j + 1))


def _hyphenated(registry: Registry, text: str, i: int) -> list[Hit]:
    """The names in one token such as "U.S.-China" or "U.S.-led"."""
    if "-" not in text:
        return []
    head, _, tail = text.partition("-")
    senses = registry.names.get(head, ())
    if not senses:
        return []
    more = registry.names.get(tail, ())
    return [Hit(i, i, senses), Hit(i, i, more)] if more else [Hit(i, i, senses, f"-{tail.lower()}")]


class Evidence:
    """Which countries a document speaks of, by the names in it that can only mean one."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        self.count: Counter[str] = Counter()
        for hit in hits:
            codes = {c for s in hit.senses for c in s.countries}
            if len(codes) == 1 and not any(s.ambiguous for s in hit.senses):
                self.count[next(iter(codes))] += 1

    def best(self, codes: Iterable[str]) -> str | None:
        """The one of the codes that the document speaks of most; None where it speaks of none, or of two alike."""
        ranked = sorted(((self.count[c], c) for c in set(codes)), reverse=True)
        if not ranked or ranked[0][0] == 0 or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
            return None
        return ranked[0][1]

    def beside(self, codes: Iterable[str]) -> str | None:
        """The one of the codes whose neighbours the document speaks of: "Congo" beside Rwanda."""
        near = [c for c in sorted(set(codes)) if any(self.count[n] for n in BESIDE.get(c, ()))]
        return near[0] if len(near) == 1 else None


def settle(hits: Iterable[Hit], parsed: Parsed, evidence: Evidence, year: int | None) -> Iterator[Name]:
    """The hits with one sense each, of bodies that were there in the year; hits that mean no actor here are left out."""
    for hit in hits:
        sense = _choose(hit, parsed, evidence, year)
        if sense is not None:
            yield Name(hit.first, hit.last, sense, hit.tail)


def _choose(hit: Hit, parsed: Parsed, evidence: Evidence, year: int | None) -> Sense | None:
    lasting = [s for s in hit.senses if s.lasts(year)]
    senses = [s for s in lasting if not s.ambiguous or _believed(s, hit, parsed, evidence)]
    if parsed.tokens[hit.first].text in ORDINARY and hit.first == hit.last:
        senses = [s for s in senses if s.kind != "outlet" or _told_by(parsed, hit.last)]
    if not senses:
        return None
    token = parsed.tokens[hit.last]
    modifies = token.dep in QUALIFYING or hit.tail != "" or _beside_qualifier(parsed, hit.last)
    order = list(ORDER)
    if not modifies and any(s.kind == "people" for s in senses):
        order.remove("people")
        order.insert(order.index("adjective"), "people")
    senses.sort(key=lambda s: order.index(s.kind))
    best = senses[0]
    if best.kind == "adjective" and not modifies and token.tag == "NNP" and any(s.kind == "people" for s in senses):
        best = next(s for s in senses if s.kind == "people")
    rivals = [s for s in senses if s.kind == best.kind]
    codes = [c for s in rivals for c in s.countries]
    if best.kind == "country" and len(senses) > 1:
        return _state_or_country(best, senses[1:], evidence)
    if len(set(codes)) == 1 and len(rivals) > 1:
        return rivals[-1] if rivals[-1].since is not None else best  # the later row of one body holds
    if len(set(codes)) > 1:
        chosen = evidence.best(codes) or evidence.beside(codes)
        return _narrowed(next((s for s in rivals if chosen in s.countries), best), chosen)
    return best


def _beside_qualifier(parsed: Parsed, i: int) -> bool:
    """ "Malian" of "Chadian and Malian envoys"."""
    token = parsed.tokens[i]
    first = parsed.tokens[token.head] if token.dep == "conj" else token
    while first.dep == "conj":
        first = parsed.tokens[first.head]
    return first is not token and first.dep in QUALIFYING and first.head > i


def _told_by(parsed: Parsed, i: int) -> bool:
    """Whether a word that is also a paper's or platform's name stands where such names stand: "the Sun reported", "on X", "in Time"."""
    token = parsed.tokens[i]
    if token.tag not in ("NNP", "NN", "LS", "SYM", "FW"):
        return False
    head = parsed.tokens[token.head]
    if token.dep == "nsubj":
        return head.lemma in ("report", "say", "write", "publish", "quote", "reveal", "tell", "cite", "claim", "add")
    return token.dep == "pobj" and head.lower in ("on", "by", "to", "in", "via", "with") and parsed.tokens[head.head].lemma in TELLING


def _of_something(sense: Sense, hit: Hit, parsed: Parsed) -> bool:
    """ "Minister of Foreign Affairs" reads no magazine; "the occupied territories of Chad" are Chad's."""
    before = parsed.tokens[hit.first - 1].lower if hit.first else ""
    after = parsed.tokens[hit.last + 1].lower if hit.last + 1 < len(parsed.tokens) else ""
    if sense.kind == "outlet":
        return before in ("of", "for")
    return sense.kind == "country" and hit.last > hit.first and (before == "temporarily" or after == "of")


def _believed(sense: Sense, hit: Hit, parsed: Parsed, evidence: Evidence) -> bool:
    """Whether a name that means other things as often means this here: its country occurs besides, or grammar makes it a place."""
    if _of_something(sense, hit, parsed):
        return False
    if evidence.best(sense.countries) is not None or (sense.kind == "outlet" and _told_by(parsed, hit.last)):
        return True
    if sense.kind == "country":
        return len(sense.countries) > 1 or hit.first == hit.last
    if sense.kind not in ("capital", "place"):
        return False
    token = parsed.tokens[hit.last]
    within = token.dep == "pobj" and parsed.tokens[token.head].lower in WITHIN
    return sense.kind == "capital" and (token.text in GOVERNING or within)


def _state_or_country(country: Sense, others: list[Sense], evidence: Evidence) -> Sense:
    """ "Georgia": the country, unless the document speaks of the other place's country and never else of this one."""
    rivals = [s for s in others if s.kind == "place" and s.countries and s.countries != country.countries]
    for rival in rivals:
        if evidence.count[rival.countries[0]] > 0 and evidence.count[country.countries[0]] == 0:
            return rival
    return country


def _narrowed(sense: Sense, code: str | None) -> Sense:
    """The sense with one country, or with none where two fit alike."""
    countries = (code,) if code else ()
    return Sense(sense.kind, sense.name, countries, sense.sector, sense.ownership)
