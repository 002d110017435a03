"""What happened, from all that is told of it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ontherecord.linking.candidates import components
from ontherecord.linking.clusters import Member, clusters
from ontherecord.linking.copies import copies, shingles
from ontherecord.linking.tellings import Telling, tellings
from ontherecord.ontology import score as plover_score
from ontherecord.records import Interval, Record


@dataclass(frozen=True, slots=True)
class Told:
    """An event that tells of an occurrence: how sure (0 to 1), why, and of which document its document is a copy."""

    document: str
    event: str
    score: float
    reasons: tuple[str, ...]
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One happening. `actors` and `recipients` are country codes; `date` is None when no report tells it, and then `bounds` holds the
    days between which it must have been (None when no report has a date of publication either).
    """

    id: str
    type: str
    mode: str | None
    aux: str | None
    date: Interval | None
    bounds: Interval | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    issues: tuple[str, ...]
    score: float
    told: tuple[Told, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """Documents that tell it in words of their own."""
        return tuple(dict.fromkeys(t.document for t in self.told if t.copy_of is None))

    @property
    def copies(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(t.document for t in self.told if t.copy_of is not None))


def link(records: Sequence[Record]) -> tuple[Occurrence, ...]:
    """The occurrences that the events of some records tell, in order of time. The same in any order of the records."""
    texts = {r.id: r.document.text for r in records}
    told = [t for r in {r.id: r for r in records}.values() for t in tellings(r)]
    return occurrences(told, lambda ids: {i: texts[i] for i in ids})


def occurrences(told: Sequence[Telling], texts: Callable[[list[str]], Mapping[str, str]]) -> tuple[Occurrence, ...]:
    """As `link`, from tellings; `texts` gives the texts of documents, asked once for those that may be copies of each other."""
    return from_components([[told[i] for i in component] for component in components(told)], texts)


def from_components(parts: Iterable[Sequence[Telling]], texts: Callable[[list[str]], Mapping[str, str]]) -> tuple[Occurrence, ...]:
    """As `occurrences`, when it is known already which tellings hang together."""
    found = [group for part in parts for group in clusters(part)]
    shared = sorted({m.telling.document for group in found if len(_documents(group)) > 1 for m in group})
    sketches = {i: shingles(text) for i, text in texts(shared).items()} if shared else {}
    made = [_occurrence(group, copies(_documents(group), sketches) if len(_documents(group)) > 1 else {}) for group in found]
    return tuple(sorted(made, key=lambda o: (_day(o), o.id)))


def _documents(group: Sequence[Member]) -> list[str]:
    return list(dict.fromkeys(m.telling.document for m in group))


def _day(occurrence: Occurrence) -> str:
    known = occurrence.date or occurrence.bounds
    return known.start.isoformat() if known else "9999"


def _occurrence(group: Sequence[Member], copied: Mapping[str, str]) -> Occurrence:
    """Copies have no say in what it was: 300 outlets that run one report are one voice."""
    own = [m.telling for m in group if m.telling.document not in copied]
    type_ = _most(t.type for t in own)
    of_type = [t for t in own if t.type == type_]
    mode = _most(t.mode for t in of_type if t.mode)
    date, bounds = _when(own)
    meeting = type_ == "CONSULT" and mode != "visit"
    return Occurrence(
        _id(group),
        type_ or "",
        mode,
        _aux(own),
        date,
        bounds,
        _countries([t.parties if meeting else t.actors for t in own]),
        () if meeting else _countries([t.recipients for t in own]),
        _most(t.place for t in own if t.place),
        tuple(sorted({i for t in own for i in t.issues})),
        plover_score(type_ or "", mode),
        tuple(
            Told(m.telling.document, m.telling.event, m.best.probability if m.best else 1.0, m.best.reasons if m.best else (),
                 copied.get(m.telling.document))
            for m in group
        ),
    )  # fmt: skip


def _id(group: Sequence[Member]) -> str:
    """From the telling that was published first, which later ones do not change."""
    first = group[0].telling
    return "o" + hashlib.blake2b(f"{first.document} {first.event}".encode(), digest_size=6).hexdigest()


def _most(values: Iterable[str | None]) -> str | None:
    counted = Counter(v for v in values if v is not None)
    return min(counted, key=lambda v: (-counted[v], v), default=None)


def _aux(own: Sequence[Telling]) -> str | None:
    """None (it happened) as soon as one report tells it as a fact; "historical" says that too, of the past."""
    told = {t.aux for t in own}
    return None if None in told else _most(t.aux for t in own)


def _countries(sides: Sequence[frozenset[str]]) -> tuple[str, ...]:
    """Countries that at least a third of the tellings name; one stray name in many does not make a party."""
    counted = Counter(c for side in sides for c in side if not c.startswith("~"))
    return tuple(sorted(c for c, n in counted.items() if 3 * n >= len([s for s in sides if s])))


def _when(own: Sequence[Telling]) -> tuple[Interval | None, Interval | None]:
    """The day or days that most reports tell, the narrowest first; without any, the days that publication allows."""
    dated = [(t.first, t.last) for t in own if t.dated and t.first and t.last]
    if dated:
        counted = Counter(dated)
        first, last = min(counted, key=lambda d: ((d[1] - d[0]).days, -counted[d], d))
        return Interval(first, last), Interval(first, last)
    bounded = [(t.first, t.last) for t in own if t.first and t.last]
    if not bounded:
        return None, None
    return None, _meeting(bounded)


def _meeting(bounded: Sequence[tuple[dt.date, dt.date]]) -> Interval:
    first, last = max(b[0] for b in bounded), min(b[1] for b in bounded)
    return Interval(min(first, last), max(first, last))
