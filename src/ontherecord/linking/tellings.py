"""Events as the linker sees them: who, what, when it can have been, and the words. One telling is one event of one document."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ontherecord.lexicons import read_table, table_path
from ontherecord.records import Record, SourceLink

# Families of types that reports of one thing mix up: what one calls a pledge another calls an endorsement.
FAMILIES = {
    "CONSULT": "consult",
    "AGREE": "accord", "SUPPORT": "accord", "CONCEDE": "accord",
    "AID": "help", "COOPERATE": "help", "RETREAT": "help",
    "REQUEST": "words against", "ACCUSE": "words against", "REJECT": "words against", "THREATEN": "words against",
    "PROTEST": "protest",
    "SANCTION": "pressure", "COERCE": "pressure",
    "MOBILIZE": "mobilize",
    "ASSAULT": "assault",
}  # fmt: skip
DEEDS = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT"})
# What carries no date was published within some days of happening; most of it within two.
LAG = dt.timedelta(days=6)
# Deeds are told at once: what is told undated four days later is another one.
DEED_LAG = dt.timedelta(days=3)
# What is told as long past and without a date can have been at any time in these years.
LONG_AGO = dt.timedelta(days=3650)
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
# A capital inside a sentence.
NAME = re.compile(r"(?<=[\w,;] )[A-Z][^\W_]+")
CALENDAR = frozenset(
    WORD.findall(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
        "november december president minister prime foreign"
    )
)
COMMON = frozenset(
    WORD.findall(
        "the a an of to in on at for with and or but as by from that this these those it its his her their our we they he she i you "
        "is are was were be been has have had will would can could may might should not no said says say told also after before over "
        "into about between than more who which what when where while during both two one first new mr mrs ms"
    )
)


@dataclass(frozen=True, slots=True)
class Telling:
    """One event of one document.

    `actors` and `recipients` hold country codes; a party without country goes by its name behind a "~". `people` holds (country,
    last name) of those that are named, `names` the words of the sentence that are written as names, the parties' own left out.
    `first` and `last` are the days between which it can have happened, None when nothing bounds it; `dated` says that the document
    tells them. `vouching` is the country whose account it is, None when nobody's. `barred` holds the corrections that took tellings out
    of an occurrence, each with whether this one went (else it stayed).
    """

    document: str
    event: str
    published: dt.date | None
    type: str
    mode: str | None
    aux: str | None
    actors: frozenset[str]
    recipients: frozenset[str]
    people: frozenset[tuple[str, str]]
    first: dt.date | None
    last: dt.date | None
    dated: bool
    place: str | None
    issues: frozenset[str]
    amounts: frozenset[tuple[str, float]]
    trigger: str
    words: frozenset[str]
    names: frozenset[str]
    vouching: str | None = None
    barred: frozenset[tuple[int, bool]] = frozenset()

    @property
    def key(self) -> tuple[str, str, str]:
        """Orders tellings: published first, then by id; the same in every order of arrival."""
        return (self.published.isoformat() if self.published else "9999", self.document, self.event)

    @property
    def is_deed(self) -> bool:
        """Whether it is done at a place on a day, so that another place means another deed."""
        return self.type in DEEDS

    @property
    def family(self) -> str:
        return FAMILIES.get(self.type, self.type)

    @property
    def parties(self) -> frozenset[str]:
        return self.actors | self.recipients


@dataclass(frozen=True, slots=True)
class Party:
    """Who does or undergoes something, as far as linking needs it; `named` when the document itself has the name, and it was not only
    told by the office and the date ("the Peruvian president").
    """

    name: str
    country: str | None
    named: bool = True


def tellings(record: Record) -> tuple[Telling, ...]:
    """The events of a record as the linker sees them."""
    text, published = record.document.text, record.document.published_on
    known = {a.id: Party(a.name, a.country, last_name(a.name) in text) for a in record.actors}
    around = main_countries((a.country, len(a.mentions)) for a in record.actors)
    return tuple(
        telling(
            record.id,
            e.id,
            published,
            (e.type, e.mode, e.aux),
            ([known[i] for i in e.actors], [known[i] for i in e.recipients]),
            (e.date.start, e.date.end) if e.date else None,
            place=e.place.name if e.place else None,
            issues=e.issues,
            amounts=[(a.unit, a.value) for a in e.amounts],
            trigger=e.trigger.of(text),
            evidence=e.evidence.of(text),
            around=around,
            vouching=_vouching(e.according_to),
        )
        for e in record.events
    )


def _vouching(chain: Sequence[SourceLink]) -> str | None:
    """The country of the first, from the outside, who speaks for somebody: a state outlet or an actor."""
    speaking = (x for x in chain if (x.kind == "actor" or x.ownership == "state") and x.kind != "platform" and x.country)
    return next((x.country for x in speaking), None)


def telling(
    document: str,
    event: str,
    published: dt.date | None,
    coded: tuple[str, str | None, str | None],
    parties: tuple[Sequence[Party], Sequence[Party]],
    date: tuple[dt.date, dt.date] | None,
    *,
    place: str | None,
    issues: Iterable[str],
    amounts: Iterable[tuple[str, float]],
    trigger: str,
    evidence: str,
    around: Sequence[str] = (),
    vouching: str | None = None,
) -> Telling:
    """A telling from its parts; `coded` is type, mode and auxiliary mode, `parties` the actors and the recipients, `around` the
    countries that the document is about, the main one first, `vouching` the country whose account it is.
    """
    actors, recipients = parties
    lag = LONG_AGO if coded[2] == "historical" else DEED_LAG if coded[0] in DEEDS else LAG
    first, last, dated = bounds(date, published, lag)
    known = {w for p in (*actors, *recipients) for w in content_words(p.name)}
    sides = frozenset(map(_code, actors)), frozenset(map(_code, recipients))
    return Telling(
        document, event, published, *coded,
        actors=_company(sides[0], sides[1], around, coded[1]) if coded[0] == "CONSULT" else sides[0], recipients=sides[1],
        people=frozenset(_named((*actors, *recipients))),
        first=first, last=last, dated=dated, place=place.casefold() if place else None, issues=frozenset(issues),
        amounts=frozenset(amounts), trigger=trigger.casefold(), words=content_words(evidence),
        names=frozenset(w for name in NAME.findall(evidence) for w in content_words(name)) - known - CALENDAR,
        vouching=vouching,
    )  # fmt: skip


def bounds(
    date: tuple[dt.date, dt.date] | None, published: dt.date | None, lag: dt.timedelta
) -> tuple[dt.date | None, dt.date | None, bool]:
    """First and last day on which it can have happened, and whether the document tells them; else it was at most `lag` ago.

    What is announced happens when it is said, so a date after publication gives way to the days before publication.
    """
    if date and (published is None or date[0] <= published):
        return date[0], date[1], True
    return (published - lag, published, False) if published else (None, None, False)


def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, folded; plural and possessive endings are cut so that they meet."""
    found = (w.casefold().replace("’", "'").removesuffix("'s") for w in WORD.findall(text))
    return frozenset(w[:-1] if len(w) > 4 and w.endswith("s") and not w.endswith("ss") else w for w in found if w not in COMMON)


def main_countries(mentioned: Iterable[tuple[str | None, int]]) -> tuple[str, ...]:
    """The two countries that a document names most, given (country, mentions) of its actors."""
    counted: Counter[str] = Counter()
    for country, mentions in mentioned:
        if country:
            counted[country] += mentions
    return tuple(sorted(counted, key=lambda c: (-counted[c], c))[:2])


def _company(actors: frozenset[str], recipients: frozenset[str], around: Sequence[str], mode: str | None) -> frozenset[str]:
    """Actors of a meeting of which the sentence names one country ("the presidents spoke"): it was with the other main country. Who
    phones but comes from nowhere known phones between the two.
    """
    named = {c for c in actors | recipients if not c.startswith("~")}
    if len(named) > 1 or not (named & set(around) or (mode == "phone" and not named)):
        return actors
    return (frozenset(named) | frozenset(around)) - recipients


def _code(party: Party) -> str:
    return party.country or "~" + party.name.casefold()


def _named(parties: Iterable[Party]) -> Iterable[tuple[str, str]]:
    """Those that go by a name of their own: not by a country's ("China"), nor by a description, which has a comma ("army, Chad")."""
    for party in parties:
        proper = "," not in party.name and party.name not in _countries() and party.name[:1].isupper()
        if party.country and proper and party.named:
            yield party.country, last_name(party.name).casefold()


def last_name(name: str) -> str:
    """The last word of a name."""
    return name.split()[-1] if name.split() else ""


@functools.cache
def _countries() -> frozenset[str]:
    return frozenset(row["name"] for row in read_table(table_path("countries.tsv"), ["code", "name"]))
