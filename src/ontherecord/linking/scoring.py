"""How well two tellings fit one occurrence: a sum of points with its reasons, or None when they cannot be the same."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from ontherecord.linking.tellings import Telling

# Points from which two tellings are held to tell the same. The weights below were set by hand on calls, visits, attacks and
# statements of our own making (tests/linking), so that two matching sides and a meeting date need one thing more: a word, an issue.
ENOUGH = 5.0
# Two places a time zone apart can name two days for one call.
ZONES = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Fit:
    """Points, and why."""

    points: float
    reasons: tuple[str, ...]

    @property
    def probability(self) -> float:
        """The points as a number from 0 to 1: 0.5 at the threshold."""
        return round(1 / (1 + math.exp(-(self.points - ENOUGH))), 3)


def fit(x: Telling, y: Telling) -> Fit | None:
    """How well two tellings fit one occurrence; None when type, parties, mode, date or a correction rule it out."""
    if x.family != y.family or not _dates_can_meet(x, y) or _other_form(x, y) or _barred(x, y):
        return None
    sides = _sides(x, y)
    if sides is None:
        return None
    found = [
        sides,
        _type(x, y),
        _date(x, y),
        _people(x, y),
        _place(x, y),
        _issues(x, y),
        _amounts(x, y),
        _words(x, y),
        _told_as(x, y),
        _within(x, y),
    ]
    return Fit(round(sum(p for p, _ in found), 3), tuple(f"{r} {p:+.1f}" for p, r in found if p))


def _barred(x: Telling, y: Telling) -> bool:
    """Whether somebody has taken one of them out of an occurrence that the other tells."""
    return bool(x.barred and y.barred) and any((number, not gone) in y.barred for number, gone in x.barred)


def _dates_can_meet(x: Telling, y: Telling) -> bool:
    if x.first is None or y.first is None or x.last is None or y.last is None:
        return True
    zones = ZONES if x.document != y.document and x.dated and y.dated and _is_day(x) and _is_day(y) else dt.timedelta(0)
    return x.first <= y.last + zones and y.first <= x.last + zones


def _is_day(x: Telling) -> bool:
    return x.first == x.last


def _other_form(x: Telling, y: Telling) -> bool:
    """A phone call is no visit; an attack from the air none with knives."""
    return x.mode is not None and y.mode is not None and x.mode != y.mode and x.type == y.type == "CONSULT" and "phone" in (x.mode, y.mode)


def _sides(x: Telling, y: Telling) -> tuple[float, str] | None:
    if x.type == "CONSULT":
        return _company(x.parties, y.parties)
    if x.actors == y.actors and x.recipients == y.recipients:
        return (3.0 if x.recipients else 2.0), "same sides"
    named = [_overlap(x.actors, y.actors), _overlap(x.recipients, y.recipients)]
    if any(o is False for o in named):
        return None
    agreeing = sum(o is True for o in named)
    return (1.0 * agreeing, "sides fit") if agreeing else None


def _company(x: frozenset[str], y: frozenset[str]) -> tuple[float, str] | None:
    """Parties of a meeting, in no order. All of the smaller company must be in the larger one, or most of both."""
    shared = len(x & y)
    if x == y:
        return (4.0, "same company") if shared > 1 else (0.5, "same party")
    if shared > 1 and (shared == min(len(x), len(y)) or 2 * shared > len(x | y)):
        return 3.0, "company fits"
    return None


def _overlap(x: frozenset[str], y: frozenset[str]) -> bool | None:
    """Whether two sides share somebody; None when one does not say, or gives a name where the other gives a country."""
    if not x or not y:
        return None
    if x & y:
        return True
    return None if any(p.startswith("~") for p in x | y) else False


def _type(x: Telling, y: Telling) -> tuple[float, str]:
    if x.type != y.type:
        return -1.0, f"{x.type} and {y.type}"
    if x.mode == y.mode:
        return (1.0 if x.mode else 0.5), "same type"
    return (0.0, "") if x.mode is None or y.mode is None else (-0.5, "other mode")


def _date(x: Telling, y: Telling) -> tuple[float, str]:
    if x.first is None or y.first is None or x.last is None or y.last is None:
        return -1.0, "no date"
    if x.dated and y.dated:
        if x.first == y.first and x.last == y.last:
            return (2.0, "same day") if _is_day(x) else (1.0, "same dates")
        return (-1.0, "a day apart") if x.first > y.last or y.first > x.last else (0.5, "dates meet")
    if x.aux == "historical" or y.aux == "historical":
        return -1.5, "long past, no date"
    if x.published and y.published and not (x.dated or y.dated):
        apart = abs((x.published - y.published).days)
        return 1.0 - (0.8 if x.is_deed else 0.4) * apart, "told days apart" if apart else "told the same day"
    undated, other = (y, x) if x.dated else (x, y)
    lag = (undated.last - other.last).days if undated.last and other.last else 0
    return max(-1.5, 1.0 - 0.4 * abs(lag)), "told soon after"


def _people(x: Telling, y: Telling) -> tuple[float, str]:
    """Named people of one country who are not the same weigh heavily: the ministers' call is not the presidents'."""
    countries = {c for c, _ in x.people} & {c for c, _ in y.people}
    if not countries:
        return 0.0, ""
    same = {c for c, _ in x.people & y.people}
    other = countries - same
    return 1.0 * len(same) - 3.0 * len(other), "other people" if other else "same people"


def _place(x: Telling, y: Telling) -> tuple[float, str]:
    """The place that was coded; without one, the names in the two sentences."""
    if x.place and y.place:
        return (1.0, "same place") if x.place == y.place else (-4.0 if x.is_deed else -1.5, "other place")
    if not x.names or not y.names or not x.is_deed:
        return 0.0, ""
    return (0.5, "same names") if x.names & y.names else (-2.0, "other names")


def _issues(x: Telling, y: Telling) -> tuple[float, str]:
    if not x.issues or not y.issues:
        return 0.0, ""
    return (1.0, "same issue") if x.issues & y.issues else (-1.0 if x.type != "CONSULT" else 0.0, "other issue")


def _amounts(x: Telling, y: Telling) -> tuple[float, str]:
    """Reports of one thing give different figures, so another figure says little against it."""
    if not x.amounts or not y.amounts:
        return 0.0, ""
    if x.amounts & y.amounts:
        return 1.0, "same figure"
    return (-0.5, "other figure") if {u for u, _ in x.amounts} & {u for u, _ in y.amounts} else (0.0, "")


def _words(x: Telling, y: Telling) -> tuple[float, str]:
    """Up to four points for shared words of the two sentences, half a point for the same trigger."""
    shared = len(x.words & y.words) / max(1, min(len(x.words), len(y.words)))
    return round(4.0 * shared + (0.5 if x.trigger == y.trigger else 0.0), 2), "shared words"


def _told_as(x: Telling, y: Telling) -> tuple[float, str]:
    """What is yet to come or only thought of is not what has happened, but a promise is made either way; a denial is about the very
    thing that it denies.
    """
    if x.family == "accord":
        return 0.0, ""
    ahead = [t.aux in ("future", "hypothetical") for t in (x, y)]
    return (-3.0, "happened and may happen") if ahead[0] != ahead[1] else (0.0, "")


def _within(x: Telling, y: Telling) -> tuple[float, str]:
    """One document that tells two events has mostly kept them apart on purpose; but talks are named again and again."""
    if x.document != y.document:
        return 0.0, ""
    if x.type == y.type == "CONSULT" and x.parties == y.parties:
        return 3.0, "one document"
    if x.type == y.type and x.vouching and y.vouching and x.vouching != y.vouching:
        return 0.0, ""  # what one side says of it, and what the other says
    return -2.5, "one document"
