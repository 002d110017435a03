"""Proper names that the registry's names do not cover: who is one person, and who they are."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from itertools import pairwise

from ontherecord.actors.affiliations import Affiliation
from ontherecord.actors.cast import MentionKind
from ontherecord.actors.genders import gender_of_name
from ontherecord.actors.holders import Holder
from ontherecord.actors.introductions import HONORIFICS, Introduction, introductions
from ontherecord.actors.names import GROUND
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.pronouns import SAYING
from ontherecord.actors.scene import Figure, Nature, Scene
from ontherecord.actors.spelling import fold
from ontherecord.actors.terms import Person, is_anothers, terms_of

HIGHEST = ("head_of_state", "head_of_government", "leader", "head_of_body", "foreign_minister")
# What is done to persons and bodies rather than to things: "praised Ana Lund".
PERSONAL = frozenset({
    "accuse", "arrest", "ask", "blame", "condemn", "congratulate", "criticise", "criticize", "detain", "elect", "free", "host", "jail",
    "kill", "meet", "name", "oust", "phone", "praise", "quote", "replace", "succeed", "sue", "tell", "thank", "urge", "warn", "welcome",
    "wound", "appoint", "pardon", "nominate", "invite", "call", "telephone", "charge", "convict", "sentence", "expel", "deport", "beat",
    "shoot", "defeat", "endorse", "back", "support",
})  # fmt: skip
# What only people do, so that a name with an article that does it is a people's, a gang's, a body's: "the Murle burned six camps".
DEEDS = frozenset({
    "abduct", "accept", "agree", "ambush", "attack", "besiege", "boycott", "burn", "capture", "decide", "demand", "deny", "deport",
    "disarm", "fight", "flee", "gather", "hijack", "hire", "kidnap", "loot", "march", "murder", "negotiate", "offer", "plunder", "promise",
    "protest", "raid", "rally", "rape", "refuse", "reject", "rob", "sack", "seize", "steal", "stone", "storm", "summon", "surrender",
    "threaten", "torture", "vote", "vow",
})  # fmt: skip
CLOSING = frozenset({".", "?", "!", '"', "”", "''", ":"})
# "R-Ky.": a party and a state, not a name.
PARTY_TAG = re.compile(r"[RDI]-[A-Z]")
# What else bears a name of its own and acts in figures of speech only.
NAMED_THINGS = frozenset({
    "war", "act", "law", "order", "plan", "programme", "program", "project", "cup", "games", "festival", "prize", "award", "day", "stream",
    "pipeline", "bill", "constitution", "resolution", "area", "territory", "campaign", "line", "corridor", "memorandum", "letter", "god",
    "hell", "heaven", "covid-19", "charter", "pact", "initiative", "dialogue", "format", "code",
})  # fmt: skip
# A title run into the given name before it.
GLUED = re.compile(
    r"(?<=[a-z])(?:President|Prime|Federal|Minister|Chair\w*|Head|Secretary|Governor|Deputy|Director|Leader|Speaker|Member)$"
)
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "v", "vi", "xiv", "xvi"})


def find_persons(scene: Scene) -> None:
    """Gives every proper name that acts or is introduced its actor, and its mentions."""
    for person in _gather(scene):
        known = scene.aliases.get(person.words[0]) if len(person.words) == 1 else None
        if known is not None:  # the surname of one of the user's own actors
            for nominal in person.nominals:
                scene.mention(_titled_from(scene, nominal, nominal.head), nominal.last, nominal.head, (known,), "name")
            continue
        for nominal in person.nominals:
            person.told.extend(t for t in introductions(scene, nominal) if not is_anothers(scene, person, t))
        if all(is_headline(scene, n.head) for n in person.nominals):
            person.told.clear()
        if not person.told and _no_person(scene, person):
            continue
        terms = terms_of(scene, person)
        person.collective = not terms and all(_the(scene, n) for n in person.nominals if not is_headline(scene, n.head))
        if terms or any(t.roles for t in person.told) or _acts(scene, person):
            _enter(scene, person, terms)
    _recover(scene)


def _no_person(scene: Scene, person: Person) -> bool:
    """Names of squares, wars and cups, and words that are capital only because a sentence begins with them."""
    if person.words[-1].lower() in GROUND | NAMED_THINGS or (len(person.words) > 1 and person.words[0].lower() in ("world", "great")):
        return True
    if len(person.words) > 1 or scene.registry.holders.surnamed(person.words[0]):
        return False
    tokens = scene.parsed.tokens
    return all(_opens(scene, n.head) and tokens[tokens[n.head].head].lemma not in SAYING for n in person.nominals)


def _opens(scene: Scene, i: int) -> bool:
    """Whether a token is the first of its sentence, or of what is in quotation marks."""
    return i == scene.parsed.sentences[scene.parsed.tokens[i].sent].first or scene.parsed.tokens[i - 1].text in ('"', "“", "'", "‘")


def enter_term(scene: Scene, terms: list[Holder]) -> str:
    """The actor of a holder whom the text may not name: the one that it does name, else a new one without mentions."""
    name = fold(terms[0].name)
    known = scene.holders.get((terms[0].country, terms[0].name)) or scene.aliases.get(name) or scene.aliases.get(name.split()[-1])
    if known is not None and scene.cast.actor(known).country == terms[0].country:
        return known
    id_ = scene.cast.add(
        terms[0].name,
        country=terms[0].country,
        sector=_sector(scene.day, terms, [], Affiliation()),
        role=_title(terms, scene.day),
        wikidata=terms[0].wikidata,
    )
    figure = Figure(id_, "person", _gender([], terms))
    _know_roles(figure, [], terms, scene.day)
    scene.figures[id_] = figure
    scene.primed.add(id_)
    scene.holders[terms[0].country, terms[0].name] = id_
    scene.cast.register(id_)
    scene.aliases.setdefault(name, id_)
    return id_


def _recover(scene: Scene) -> None:
    """Names of persons already known where the tagger took them for other words."""
    in_chain = {i for n in scene.nominals.values() for part in (n.chain, n.label) if part for i in range(part[0], part[1] + 1)}
    for token in scene.parsed.tokens:
        if token.text[0].isupper() and token.i not in in_chain and scene.cast.at(token.i) is None:
            actor = scene.aliases.get(fold(token.text))
            if actor is not None:
                kind: MentionKind = "adjective" if token.dep in ("compound", "nmod", "amod") else "name"
                scene.mention(token.i, token.i, token.i, (actor,), kind)


def _gather(scene: Scene) -> list[Person]:
    """Persons with their nominals: full names first, then single words that fit one of them."""
    persons: list[Person] = []
    single: list[tuple[Nominal, str, str]] = []
    for nominal in sorted((n for n in scene.nominals.values() if n.chain), key=lambda n: n.head):
        words, name = _words(scene, nominal)
        if not words or name in scene.acronyms:
            continue
        if len(words) == 1:
            single.append((nominal, words[0], name))
            continue
        person = next((p for p in persons if _same(p.words, words) or p.words[: len(words)] == words), None)
        if person is None:
            person = Person(words, name)
            persons.append(person)
        elif len(words) > len(person.words):
            person.words, person.name = words, name
        person.nominals.append(nominal)
    for nominal, word, name in single:
        _place(persons, nominal, word, name, scene)
    return persons


def _words(scene: Scene, nominal: Nominal) -> tuple[tuple[str, ...], str]:
    """The words of a proper name without "Mr", and the name as written."""
    if nominal.chain is None:
        return (), ""
    first, last = nominal.chain
    tokens = scene.parsed.tokens
    while first <= last and (tokens[first].lower in HONORIFICS or tokens[first].text in "-–."):
        first += 1
    if PARTY_TAG.match(tokens[first].text) if first <= last else True:
        return (), ""
    name = _once(" ".join(scene.parsed.span(first, last).of(scene.parsed.text).split()))
    if name.isupper() and len(name) > 3 and last + 1 < len(tokens) and tokens[last + 1].text == ":":
        name = name.title()  # a speaker's label: "MS. MUSTER:"
    words = tuple(fold(name).split())
    return ((), "") if SUFFIXES.issuperset(w.lower() for w in words) else (words, name)


def _once(name: str) -> str:
    """A name that a page's card repeats surname first, with the title glued on: "Ito Muster Muster ItoPresident" is "Ito Muster"."""
    words = [GLUED.sub("", w) for w in name.split()]
    twice = any(a == b for a, b in pairwise(words))
    return " ".join(dict.fromkeys(words)) if twice and len(words) > 2 else name


def _same(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's: one holds all words of the other, in order, ends alike, initials aside."""
    short, long = sorted(([w.lower() for w in left], [w.lower() for w in right]), key=len)
    plain = [w for w in short if len(w.rstrip(".")) > 1]
    rest = iter(long)
    return short[-1] == long[-1] and all(w in rest for w in plain)


def _place(persons: list[Person], nominal: Nominal, word: str, name: str, scene: Scene) -> None:
    """A single word belongs to the person whose name ends or begins with it; to the last one named before where several do."""
    fits = [p for p in persons if p.words[-1] == word or (p.words[-1].lower() in SUFFIXES and word in p.words)]
    fits = fits or [p for p in persons if p.words[0] == word and len(p.words) > 1]
    if not fits:
        fits = [p for p in persons if word in p.words]
    if fits:
        before = [(n.head, k) for k, p in enumerate(fits) for n in p.nominals if n.head < nominal.head]
        fits[max(before)[1] if before else 0].nominals.append(nominal)
    else:
        persons.append(Person((word,), name, [nominal]))


def _acts(scene: Scene, person: Person) -> bool:
    """Whether a name nobody introduces does something a person or body does, more than as a mere label."""
    return any(_speaks_or_acts(scene, n) for n in person.nominals if not is_headline(scene, n.head)) or (
        len(person.words) > 1 and any(t.affiliation for t in person.told) and not any(_with_article(scene, n) for n in person.nominals)
    )


def _speaks_or_acts(scene: Scene, nominal: Nominal) -> bool:
    """Subjects of any verb; what has an article is seldom a person, so only where it says or decides something."""
    tokens = scene.parsed.tokens
    token = tokens[scene.grammar.first_conjunct(nominal.head)]
    if token.dep not in ("nsubj", "agent"):
        named = nominal.chain is not None and nominal.chain[1] > nominal.chain[0] and not _with_article(scene, nominal)
        personal = tokens[token.head].lemma in PERSONAL and token.dep in ("dobj", "dative", "nsubjpass")
        personal = personal or (token.dep == "appos" and _is_speaker(scene, token.head))  # "said the harbour master, Ito Muster"
        return named and (personal or (token.dep == "pobj" and tokens[token.head].lower in ("with", "by", "against")))
    return not _with_article(scene, nominal) or scene.parsed.tokens[token.head].lemma in SAYING | PERSONAL | DEEDS


def _is_speaker(scene: Scene, i: int) -> bool:
    token = scene.parsed.tokens[i]
    return token.dep == "nsubj" and scene.parsed.tokens[token.head].lemma in SAYING


def _with_article(scene: Scene, nominal: Nominal) -> bool:
    return any(w in ("the", "a", "an", "this", "that") for w in nominal.words)


def _the(scene: Scene, nominal: Nominal) -> bool:
    return "the" in nominal.words


def _several(scene: Scene, nominal: Nominal) -> bool:
    """Whether a name with an article means many: by its own form or its verb's, "the Murle have", "the Templars"."""
    token = scene.parsed.tokens[nominal.head]
    if token.tag == "NNPS":
        return True
    verbs = (token.head, *scene.grammar.children(token.head, "aux", "auxpass")) if token.dep in ("nsubj", "nsubjpass") else ()
    return any(scene.parsed.tokens[v].tag == "VBP" or scene.parsed.tokens[v].lower == "were" for v in verbs)


def is_headline(scene: Scene, i: int) -> bool:
    """Whether a token stands in a title, or in a line that writes most of its words with capitals as titles do."""
    paragraph = scene.parsed.paragraph_of(i)
    if paragraph.part.kind == "title":
        return True
    closed = scene.parsed.tokens[paragraph.last - 1].text in CLOSING
    if closed or len(paragraph.sentences) > 1 or paragraph.last - paragraph.first > 25:
        return False
    words = [t for t in scene.parsed.tokens[paragraph.first : paragraph.last] if t.text.isalpha() and len(t.text) > 3]
    return len(words) > 3 and sum(t.text[0].isupper() for t in words) >= 0.8 * len(words)


def _enter(scene: Scene, person: Person, terms: list[Holder]) -> None:
    known = scene.holders.get((terms[0].country, terms[0].name)) if len({t.name for t in terms}) == 1 else None
    figure = scene.figures[known] if known is not None else _figure(scene, person, terms)
    if known is not None:
        _know_roles(figure, person.told, terms, scene.day)
    spelt = {fold(s) for t in terms[:1] for s in t.surnames} if len({t.name for t in terms}) == 1 else set()
    for word in {person.words[-1], " ".join(person.words)} | spelt:  # "Erdoğan" where the document began with "Erdogan"
        scene.aliases.setdefault(word, figure.id)
    for nominal in person.nominals:
        first, last = nominal.chain or (nominal.head, nominal.head)
        scene.mention(_titled_from(scene, nominal, first), last, nominal.head, (figure.id,), "name")


def _titled_from(scene: Scene, nominal: Nominal, first: int) -> int:
    return nominal.titles[0].first if nominal.titles and nominal.titles[-1].last == first - 1 else first


def _figure(scene: Scene, person: Person, terms: list[Holder]) -> Figure:
    told = _fullest(person.told)
    affiliated = next((t.affiliation for t in person.told if t.affiliation), Affiliation())
    code = terms[0].country if terms else affiliated.countries[0] if len(affiliated.countries) == 1 else None
    sector = _sector(scene.day, terms, person.told, affiliated)
    alone = len({t.name for t in terms}) == 1
    name = terms[0].name if alone and len(person.words) == 1 else person.name
    id_ = scene.cast.add(
        name, country=code or None, sector=sector, role=told.words.lower() or _title(terms, scene.day),
        wikidata=terms[0].wikidata if alone else None,
    )  # fmt: skip
    if alone:
        scene.holders.setdefault((terms[0].country, terms[0].name), id_)
        scene.cast.register(id_)
    figure = Figure(id_, _nature(person, told, terms), _gender(person.told, terms) or gender_of_name(person.words))
    if figure.nature == "body" and person.collective and any(_several(scene, n) for n in person.nominals):
        figure.nature, figure.plural = "group", True  # a people
        scene.cast.refine(id_, sector=sector or "CVL")
    _know_roles(figure, person.told, terms, scene.day)
    scene.figures[id_] = figure
    return figure


def _title(terms: list[Holder], day: dt.date | None) -> str | None:
    """The title of the highest office that the person holds on the day, else of the last one held."""
    held = [t for t in terms if day is None or t.holds(day)] or terms[-1:]
    held.sort(key=lambda t: HIGHEST.index(t.office) if t.office in HIGHEST else len(HIGHEST))
    return held[0].titles[0] if held and held[0].titles else None


def _nature(person: Person, told: Introduction, terms: list[Holder]) -> Nature:
    """What the last word of the introduction says; without one, a short name in capitals is a body's."""
    if terms:
        return "person"
    if not told.roles and len(person.words) == 1 and person.collective:
        return "body"
    if told.roles:
        role = told.roles[-1]
        return role.kind if role.kind != "body" else "outlet" if role.sector == "JRN" else "body"
    return "body" if person.name.isupper() and len(person.name) > 2 else "person"


def _fullest(told: Iterable[Introduction]) -> Introduction:
    with_roles = sorted((t for t in told if t.roles), key=lambda t: t.roles[-1].office == "counterpart")
    return with_roles[0] if with_roles else Introduction()


def _sector(day: dt.date | None, terms: list[Holder], told: list[Introduction], affiliated: Affiliation) -> str | None:
    """Sector by the roles told; former holders are elites, whatever they are called."""
    if any(t.former for t in told):
        return "ELI"
    roles = [r for t in told for r in t.roles]
    held = {t.office for t in terms}
    called_by_it = not roles or any(r.office in held for r in roles)  # who has another office now is no mere elite
    if terms and day is not None and called_by_it and not any(t.holds(day) for t in terms):
        return "ELI"
    for role in reversed(roles):
        if role.sector:
            return role.sector
    if roles and affiliated.sector is not None:
        return affiliated.sector  # "director of the Foreign Intelligence Service", once a speaker of parliament
    held = {t.office for t in terms if day is None or t.holds(day)}
    if terms:
        return "LEG" if "speaker" in held else "MIL" if "army_chief" in held else "GOV"
    return affiliated.sector


def _gender(told: list[Introduction], terms: list[Holder]) -> str:
    return next((t.gender for t in terms if t.gender), "") or next((t.gender for t in told if t.gender), "")


def _know_roles(figure: Figure, told: list[Introduction], terms: list[Holder], day: dt.date | None) -> None:
    for introduction in told:
        figure.roles.update(r.word.lower() for r in introduction.roles if r.kind == "person")
        figure.roles.add(introduction.words.lower())
        figure.offices.update(r.office for r in introduction.roles if r.office)
    for term in terms:
        if day is None or term.holds(day):
            figure.roles.update(t.lower() for t in term.titles)
            figure.offices.add(term.office)
    figure.roles.discard("")
