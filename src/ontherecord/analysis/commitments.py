"""What one country promised the other, and whether something later kept or broke it."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ontherecord.analysis.occurrences import Happening, Plain

Fate = Literal["open", "kept", "broken"]
DEEDS = ("COOPERATE", "AID", "RETREAT", "SUPPORT")
BREACHES = ("REJECT", "SANCTION", "COERCE", "ASSAULT")
DECIDING = frozenset({*DEEDS, *BREACHES, "CONSULT"})
# Issues that are about meeting: a promise about them is kept by a visit, or by talks.
MEETINGS = frozenset({"visits", "summit", "meeting", "talks"})


@dataclass(frozen=True, slots=True)
class Commitment:
    """`due` is the last day of the date that the promise names; `by_occurrence` what kept or broke it."""

    source: str
    target: str
    words: Plain
    document: str
    event: str
    occurrence: str
    according_to: list[Plain]
    issues: tuple[str, ...]
    made: dt.date | None
    due: dt.date | None
    fate: Fate = "open"
    by_occurrence: str | None = None

    def as_plain(self) -> Plain:
        return {
            "by": self.source, "to": self.target, "span": self.words, "document": self.document, "event": self.event,
            "occurrence": self.occurrence, "according_to": self.according_to, "issues": list(self.issues),
            "made": self.made and self.made.isoformat(), "due": self.due and self.due.isoformat(), "state": self.fate,
            "by_occurrence": self.by_occurrence,
        }  # fmt: skip


def commitments(rows: Sequence[Mapping[str, Any]], happenings: Sequence[Happening], a: str, b: str) -> tuple[Commitment, ...]:
    """The promises among the events in `rows` (of the query "promises"), one an occurrence and direction, in order of time; `happenings`
    oldest first.
    """
    found: dict[tuple[str, str, str], Commitment] = {}
    deciding = [h for h in happenings if _can_decide(h)]
    deeds = {(s, t): _by_issue(h for h in deciding if h.day and h.goes(s, t)) for s, t in ((a, b), (b, a))}
    for row in (r for r in rows if _is_promise(r)):
        for (source, target), later in deeds.items():
            if _goes(row, source, target) and (row["occurrence_id"], source, target) not in found:
                found[row["occurrence_id"], source, target] = _judged(_commitment(row, source, target), later)
    return tuple(found.values())


Deeds = Mapping[str, Sequence[Happening]]
# Where the deeds stand that decide on promises to meet.
ON_MEETING = ""


def _by_issue(deeds: Iterable[Happening]) -> Deeds:
    """Deeds by each issue that they are on, in their order; those about meeting under a key of their own."""
    found: dict[str, list[Happening]] = {}
    for deed in deeds:
        meets = (ON_MEETING,) if deed.type == "CONSULT" or (deed.type == "REJECT" and deed.mode == "meet") else ()
        for issue in (*deed.issues, *meets):
            found.setdefault(issue, []).append(deed)
    return found


def _can_decide(happening: Happening) -> bool:
    """Whether it is a deed, done and not only announced, that can keep or break a promise."""
    return happening.type in DECIDING and happening.aux in (None, "historical")


def _is_promise(row: Mapping[str, Any]) -> bool:
    """A promise is of something: told as yet to come, or on an issue. Hopes and kind words at large can be neither kept nor broken."""
    return row["aux"] == "future" or (row["aux"] is None and bool(row["issues"]))


def _goes(row: Mapping[str, Any], source: str, target: str) -> bool:
    return source in row["actors"] and (target in row["recipients"] or (not row["recipients"] and target in row["actors"]))


def _commitment(row: Mapping[str, Any], source: str, target: str) -> Commitment:
    published: dt.date | None = row["published_on"]
    ahead = bool(row["date_end"] and published and row["date_end"] > published)
    return Commitment(
        source, target, {"start": row["evidence_start"], "end": row["evidence_end"], "text": row["quote"]}, row["document_id"],
        row["event_id"], row["occurrence_id"], row["according_to"], tuple(row["issues"]),
        published if ahead else row["date_start"] or published, row["date_end"] if ahead else None,
    )  # fmt: skip


def _judged(commitment: Commitment, deeds: Deeds) -> Commitment:
    """Kept by the first deed on one of its issues, broken by the first breach, whichever comes first after it was made."""
    if commitment.made is None:
        return commitment
    issues = (*commitment.issues, ON_MEETING) if MEETINGS & set(commitment.issues) else commitment.issues
    first = [found for i in issues if (found := _decision(commitment, deeds.get(i, ()), commitment.made))]
    if not first:
        return commitment
    _, by, fate = min(first)
    return _ended(commitment, fate, by)


def _decision(commitment: Commitment, deeds: Sequence[Happening], made: dt.date) -> tuple[dt.date, str, Fate] | None:
    """The first of some deeds that decides on it: its day and id, and what it makes of the promise."""
    for deed in deeds[bisect.bisect_right(deeds, made, key=lambda d: d.day or dt.date.min) :]:
        if fate := _fate(commitment, deed):
            return deed.day or made, deed.id, fate
    return None


def _ended(commitment: Commitment, fate: Fate, by: str) -> Commitment:
    c = commitment
    return Commitment(c.source, c.target, c.words, c.document, c.event, c.occurrence, c.according_to, c.issues, c.made, c.due, fate, by)


def _fate(commitment: Commitment, happening: Happening) -> Fate | None:
    issues = set(commitment.issues)
    if issues & MEETINGS and happening.type == "CONSULT" and happening.mode != "phone":
        return "kept"
    if issues & MEETINGS and happening.type == "REJECT" and happening.mode == "meet":
        return "broken"
    if not issues & set(happening.issues):
        return None
    return "kept" if happening.type in DEEDS else "broken" if happening.type in BREACHES else None
