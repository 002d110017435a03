"""How the sides' words on one issue compare."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ontherecord.analysis.accounts import Entry
from ontherecord.analysis.sides import OTHERS
from ontherecord.records import Event

# What one side may say that the other did, and the other leaves out: promises, refusals, warnings.
WEIGHTY = ("AGREE", "CONCEDE", "REJECT", "THREATEN")
WORTH = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "fifteen": 15, "sixteen": 16, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
}  # fmt: skip
SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
NUMBER = re.compile(
    rf"(?<![\w.,])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(WORTH)})(?: (?P<scale>{'|'.join(SCALE)}))?"
    r"(?P<what>(?: [\w-]+){1,3})"
)
# Counts of these say nothing of the matter.
TIMES = {"days", "weeks", "months", "years", "hours", "minutes", "times", "countries", "sides", "leaders", "ministers", "presidents"}
# Scores within this of zero take no side.
NEUTRAL = 0.75


def verdict(cells: Mapping[str, Sequence[Entry]], sides: Sequence[str]) -> str:
    """ "both", "differently", "only CHN" (the code of the one side that has it) or "only others"."""
    having = [s for s in sides if cells[s]]
    if not having:
        return f"only {OTHERS}"
    if len(having) == 1:
        return f"only {having[0]}"
    return "differently" if any(_differ(x, cells[x], y, cells[y]) for x in having for y in having if x < y) else "both"


def _differ(a: str, ours: Sequence[Entry], b: str, theirs: Sequence[Entry]) -> bool:
    x, y = [e for entry in ours for e in entry.events], [e for entry in theirs for e in entry.events]
    if any(e.denies for e in ours) != any(e.denies for e in theirs):
        return True
    if _signs_differ(x, y) or _figures_differ(_figures(ours), _figures(theirs)) or _denied(x, y) or _only_denies(x) != _only_denies(y):
        return True
    return _refused(x, y) or _refused(y, x) or _put_in_mouth(ours, b, y) or _put_in_mouth(theirs, a, x)


def _signs_differ(x: Sequence[Event], y: Sequence[Event]) -> bool:
    signs = [{e.score > 0 for e in events if e.type != "CONSULT" and abs(e.score) >= NEUTRAL} for events in (x, y)]
    return all(signs) and not signs[0] & signs[1]


def _figures(entries: Sequence[Entry]) -> set[tuple[str, float]]:
    """Amounts of the events, and numbers in the words with what they count: ("tonnes", 25000.0)."""
    coded = {(a.unit, a.value) for entry in entries for e in entry.events for a in e.amounts}
    return coded | {figure for entry in entries for match in NUMBER.finditer(entry.span["text"]) for figure in _counted(match)}


def _counted(match: re.Match[str]) -> Iterator[tuple[str, float]]:
    """The number with the first plural noun behind it: "40 Kenyan instructors", "two million cubic metres"."""
    told = match["number"]
    value = (WORTH.get(told) or float(told.replace(",", ""))) * SCALE.get(match["scale"] or "", 1.0)
    unit = next((w for w in match["what"].split() if w.islower() and w.endswith("s") and not w.endswith("ss")), None)
    if unit and unit not in TIMES:
        yield unit, value


def _figures_differ(x: set[tuple[str, float]], y: set[tuple[str, float]]) -> bool:
    """The same unit with no value in common."""
    units = {u for u, _ in x} & {u for u, _ in y}
    return any(not {v for w, v in x if w == u} & {v for w, v in y if w == u} for u in units)


def _only_denies(events: Sequence[Event]) -> bool:
    """All that one side has on it is that it was not so."""
    return bool(events) and all(e.aux == "negation" for e in events)


def _denied(x: Sequence[Event], y: Sequence[Event]) -> bool:
    """One denies what the other tells as done or promised."""
    told = [{(e.type, e.aux == "negation") for e in events} for events in (x, y)]
    return any((type_, not denied) in told[1] for type_, denied in told[0])


def _refused(x: Sequence[Event], y: Sequence[Event]) -> bool:
    """One account tells of a refusal and the other, which tells acts too, of none."""
    return bool(y) and any(e.type == "REJECT" and e.aux is None for e in x) and not any(e.type == "REJECT" for e in y)


def _put_in_mouth(entries: Sequence[Entry], other: str, others_own: Sequence[Event]) -> bool:
    """One side says that the other promised, refused or warned, of which the other's own account, which tells acts, has nothing."""
    claimed = {e.type for entry in entries if entry.by == (other,) for e in entry.events if e.type in WEIGHTY and e.aux != "negation"}
    return bool(others_own and claimed - {e.type for e in others_own})
