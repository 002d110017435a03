"""Which terms of office the bearer of a name has: by name, introduction and day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from ontherecord.actors.headline import countries_of
from ontherecord.actors.holders import ELECT, Holder, Holders, key
from ontherecord.actors.introductions import Introduction
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.registry import INTERNATIONAL, Role
from ontherecord.actors.roles import SINGLE
from ontherecord.actors.scene import Scene
from ontherecord.actors.story import dateline_country

# Offices whose holders a bare surname may name without an introduction.
WELL_KNOWN = frozenset({"head_of_state", "head_of_government", "leader", "foreign_minister", "head_of_body"})
RULING = frozenset({"head_of_state", "head_of_government", "leader"})
# How long after a term a bare surname still means its holder.
REMEMBERED = dt.timedelta(days=15 * 365)
CROWNED = frozenset({"king", "queen", "emir", "amir", "sultan", "emperor", "empress", "grand duke", "prince"})


@dataclass(slots=True)
class Person:
    """One person's mentions by name in a document. `words` is the fullest name, folded; `collective` where all have an article."""

    words: tuple[str, ...]
    name: str
    nominals: list[Nominal] = field(default_factory=list)
    told: list[Introduction] = field(default_factory=list)
    collective: bool = False


def terms_of(scene: Scene, person: Person) -> list[Holder]:
    """The registry's terms of whoever fits name, introduction and day: of one person, or of several that share the name."""
    holders = scene.registry.holders
    terms = holders.named(" ".join(person.words))
    exact = bool(terms)
    if not terms:
        terms = holders.surnamed(" ".join(person.words))  # "von der Leyen", "Bin Salman"
    if not terms:
        surnamed = [*holders.surnamed(person.words[-1]), *_long_surnames(holders, person.words)]
        terms = [t for t in surnamed if len(person.words) == 1 or _given_fits(person.words, t)]
    codes = {c for told in person.told for c in told.affiliation.countries}
    if exact and codes <= INTERNATIONAL and any(scene.day is not None and t.holds(scene.day) for t in terms):
        codes = set()  # the chair of a body of states is still their own state's minister
    roles = [r for told in person.told for r in told.roles if r.kind == "person"]
    if codes:
        terms = [t for t in terms if t.country in codes]
    elif not exact and not roles:
        terms = _known_now(terms, scene.day)
        if len(person.words) == 1:
            terms = [t for t in terms if _spoken_of(scene, t)]
    if roles:
        terms = _in_role(terms, roles, [told.words for told in person.told]) or (terms if exact or codes else [])
    if not terms and len(person.words) > 1 and scene.day is not None:
        offices = {r.office for r in roles if r.office in WELL_KNOWN}
        terms = (
            [t for t in holders.sounding(" ".join(person.words), offices, scene.day) if not codes or t.country in codes] if offices else []
        )
    return _likeliest(_one_person(terms, scene.day), roles, scene.day)


def is_anothers(scene: Scene, person: Person, told: Introduction) -> bool:
    """Whether an introduction is another's, by the registry: it gives an office holder an office of a country that somebody else holds.

    "In his letter to Ana Kova, the president of Chad thanked …": the parse makes one of two whom the registry tells apart.
    """
    offices = {r.office for r in told.roles if r.office in SINGLE}
    codes = told.affiliation.countries
    if scene.day is None or not offices or len(codes) != 1 or told.former:
        return False
    holders = scene.registry.holders
    own = holders.named(" ".join(person.words)) if len(person.words) > 1 else []
    if not any(t.holds(scene.day) for t in own) or any(t.country == codes[0] for t in own):
        return False
    return any(holders.of(codes[0], office, scene.day) for office in offices)


def _long_surnames(holders: Holders, words: tuple[str, ...]) -> list[Holder]:
    """Terms of those whose surname is the last two or three words of a name."""
    return [t for n in (2, 3) if len(words) > n for t in holders.surnamed(" ".join(words[-n:]))]


def _likeliest(terms: list[Holder], roles: list[Role], day: dt.date | None) -> list[Holder]:
    """The terms, the one first that the day and the title fit: a prime minister before he led an alliance.

    Between two offices the state's comes first.
    """
    words = {r.word.lower() for r in roles}

    def rank(term: Holder) -> tuple[bool, bool, bool, bool]:
        idle = day is not None and not term.holds(day)
        return (idle, not words & set(term.titles), term.office not in {r.office for r in roles}, term.country in INTERNATIONAL)

    return sorted(terms, key=rank)


def _given_fits(words: tuple[str, ...], term: Holder) -> bool:
    """ "Joseph R. Biden" and "Joe Biden" must share a given name; a surname alone proves nothing."""
    given = {w.rstrip(".") for w in words[:-1]}
    known = {w for name in (term.name, *term.aliases) for w in key(name).split()} - {w for s in term.surnames for w in key(s).split()}
    return bool({w.lower() for w in given} & known)


def _known_now(terms: list[Holder], day: dt.date | None) -> list[Holder]:
    known = [t for t in terms if t.office in WELL_KNOWN]
    if day is None or len({t.name for t in terms}) == 1:  # the only one of that name, in office lately or soon
        return [t for t in known if day is None or _near(t, day)]
    return [t for t in known if t.holds(day)]


def _spoken_of(scene: Scene, term: Holder) -> bool:
    """Whether a bare surname means somebody here: who leads a country on the day, or whose country document or title speaks of."""
    if term.office in RULING and (scene.day is None or term.holds(scene.day)):
        return True
    here = {dateline_country(scene), *countries_of(scene.registry, scene.document.title)}
    return scene.evidence.count[term.country] > 0 or term.country in here


def _near(term: Holder, day: dt.date) -> bool:
    """Whether somebody held or will hold an office near enough to the day to be named without a title."""
    return (term.start is None or term.start <= day + dt.timedelta(days=ELECT)) and (term.end is None or day <= term.end + REMEMBERED)


def _in_role(terms: list[Holder], roles: list[Role], words: list[str]) -> list[Holder]:
    """Terms of persons who held an office that the text calls them by, at some time."""
    offices = {r.office.removesuffix("_elect") for r in roles if r.office}
    titles = {w.lower() for w in words}
    fitting = {t.name for t in terms if (t.office in offices and _alike(t, roles)) or any(title.lower() in titles for title in t.titles)}
    if not offices:
        return terms
    return [t for t in terms if t.name in fitting]


def _alike(term: Holder, roles: list[Role]) -> bool:
    """A king is no president, though both are heads of state."""
    crowned = any(t in CROWNED for t in term.titles)
    return all((r.word in CROWNED) == crowned for r in roles if r.office == "head_of_state" and r.word in CROWNED | {"president"})


def _one_person(terms: list[Holder], day: dt.date | None) -> list[Holder]:
    """The terms of the one person that they belong to; where several of one country share the name and the day does not tell, all."""
    people = {_who(t) for t in terms}
    if len({n for _, n in people}) == 1 and len({c for c, _ in people if c}) < 2:
        return terms  # one person, in a state's office and in a body's
    if len(people) > 1 and day is not None:
        people = {_who(t) for t in terms if t.holds(day)} or people
    fitting = [t for t in terms if _who(t) in people]
    return fitting if len(people) == 1 or len({t.country for t in fitting}) == 1 else []


def _who(term: Holder) -> tuple[str, str]:
    """Namesakes of two countries are two persons; who holds an international post is of whatever country."""
    return ("" if term.country in INTERNATIONAL else term.country, term.name)
