"""From what an expression says to the days that it means."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ontherecord.dates import periods
from ontherecord.dates.expression import Days, Kind
from ontherecord.dates.periods import RANK, Grain, Period
from ontherecord.dates.readings import Clock, Every, Fixed, Hit, Length, Order, Sequel, Shifted, Vague, Weekly, Yearly
from ontherecord.dates.tense import Clause

WEEKEND = 7
# How many expressions back "a day earlier" may look for what it counts from.
FURTHEST_BACK = 12
SHORT_GAP = re.compile(r"\s*(?:,|and|or|to|until|till|through|-|–|—|,\s*and)\s*", re.I)
BEHIND_GAP = re.compile(r"\s+(?:the\s+|its\s+|his\s+)?", re.I)
SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.I)
RANGE = {
    "from": re.compile(r"\s*(?:to|until|till|through|-|–|—)\s*(?:the\s+)?", re.I),
    "between": re.compile(r"\s*and\s*(?:the\s+)?", re.I),
}
RANGE_LEAD = re.compile(r"\b(from|between)\s+(?:the\s+)?$", re.I)
DASHED = re.compile(r"\s?[-–—]\s?|\s+(?:to|through)\s+")


@dataclass(frozen=True, slots=True)
class Resolved:
    """The answer for one hit; `period` is the stretch itself where there is one."""

    kind: Kind
    value: str | None = None
    interval: Days | None = None
    order: Order | None = None
    reach: Days | None = None
    period: Period | None = None


@dataclass(slots=True)
class Context:
    """What resolving may look at: the text, the day that the report counts from, all hits in order and their paragraphs.

    `clauses[n]` tells the clause of hit n when asked: only expressions whose tense matters pay for it.
    """

    text: str
    today: dt.date | None
    hits: list[Hit]
    paragraphs: list[int]
    clauses: dict[int, Callable[[], Clause]] = field(default_factory=dict)
    done: dict[int, Resolved] = field(default_factory=dict)
    dateline: int | None = None

    def settle(self, n: int, day: dt.date) -> None:
        """Hit n is the dateline, of that day."""
        self.hits[n] = replace(self.hits[n], reading=Fixed(periods.on(day)))
        self.dateline = n

    def clause(self, n: int) -> Clause:
        return self.clauses[n]() if n in self.clauses else Clause(None, "noun")


def resolve(context: Context, n: int) -> Resolved:
    """Hit n; those before it that it counts from must have been resolved before."""
    if n not in context.done:
        context.done[n] = Resolved("DATE")  # stands while it is being worked out, so that no two wait for each other
        context.done[n] = _reached(context, n, _resolved(context, n))
    return context.done[n]


def _resolved(context: Context, n: int) -> Resolved:
    hit = context.hits[n]
    reading = hit.reading
    match reading:
        case Length():
            return _length(context, reading)
        case Every():
            return Resolved("SET", reading.value)
        case Vague():
            return Resolved("DATE", reading.value)
        case Sequel():
            return Resolved("DATE", order=reading.order)
        case Clock():
            return _at(_day_of_clock(context, n), hit, context.today)
        case Fixed():
            return _at(reading.period, hit, context.today)
        case Yearly():
            return _at(_yearly(context, n, reading), hit, context.today)
        case Weekly():
            return _at(_weekly(context, n, reading), hit, context.today)
        case Shifted():
            resolved = _at(_shifted(context, n, reading), hit, context.today)
            if resolved.value is None and reading.anchor == "previous" and reading.by:
                return replace(resolved, order="after" if reading.by > 0 else "before")
            return resolved
    raise AssertionError(f"{type(reading).__name__} has no way to be resolved")


def _at(period: Period | None, hit: Hit, today: dt.date | None) -> Resolved:
    kind: Kind = "TIME" if hit.time else "DATE"
    if period is None:
        return Resolved(kind)
    first, last = periods.narrowed(period, hit.part)
    if today and first <= today <= last and hit.part == "earlier":
        last = today
    elif today and first <= today <= last and hit.part == "later":
        first = today
    elif hit.part == "overnight":
        first = periods.moved(first, -1) or first
    value = f"{period.value}T{hit.time}" if hit.time and period.grain == "day" else period.value
    return Resolved(kind, value, (first, last), period=period)


def _length(context: Context, reading: Length) -> Resolved:
    interval = None
    if reading.reach and context.today:
        there = periods.back(context.today, reading.grain, -reading.reach)
        interval = (min(there, context.today), max(there, context.today)) if there else None
    return Resolved("DURATION", reading.value, interval, reading.order)


def _yearly(context: Context, n: int, reading: Yearly) -> Period | None:
    if reading.in_year:
        year = _shifted(context, n, reading.in_year)
        return reading.of(year.first.year) if year else None
    if reading.anchor == "previous":
        return _next_named(context, n, reading)
    shared = _year_shared(context, n, reading) if reading.shift is None else None
    if shared:
        return shared
    today = context.today
    if today is None:
        return None
    near = [p for y in range(today.year - 8, today.year + 9) if 1 <= y <= 9999 and (p := reading.of(y))]
    past = [p for p in near if p.last < today]
    future = [p for p in near if p.first > today]
    now = [p for p in near if p.first <= today <= p.last]
    match reading.shift:
        case -1:
            return past[-1] if past else None
        case 1:
            return future[0] if future else None
        case 0:
            return now[0] if now else reading.of(today.year)
    return _by_tense(context, n, reading, (past + now)[-1:], (now + future)[:1])


def _by_tense(context: Context, n: int, reading: Yearly, past: list[Period], future: list[Period]) -> Period | None:
    """The one that its weekday or the clause's tense asks for, else the nearer one."""
    # A past tense that governs only a noun bends to the past: "heard of the March 12 summit".
    if not past or not future or past == future:
        return next(iter(past or future), None)
    fitting = [p for p in (past[0], future[0]) if p.first.weekday() == reading.weekday]
    if len(fitting) == 1:
        return fitting[0]
    today, clause = context.today or dt.date.min, context.clause(n)
    behind, ahead = (today - past[0].last).days, (future[0].first - today).days
    if clause.tense == "future" and clause.hangs != "within":
        return future[0]
    if clause.tense == "past":
        return past[0] if clause.hangs == "verb" or behind <= 3 * ahead else future[0]
    return past[0] if behind <= ahead else future[0]


def _year_shared(context: Context, n: int, reading: Yearly) -> Period | None:
    """ "between January and March 2020": the year stands once, at the end; "in May 1968 and June": or once at the start."""
    hits, text = context.hits, context.text
    if n + 1 < len(hits) and SHORT_GAP.fullmatch(text[hits[n].end : hits[n + 1].start][:12]):
        after = hits[n + 1].reading
        dated = isinstance(after, Fixed) or (isinstance(after, Yearly) and after.in_year is not None)
        last = resolve(context, n + 1).period if dated else None
        if last and last.grain == reading.grain:
            there = reading.of(last.first.year)
            return there if there and there.first <= last.first else reading.of(last.first.year - 1)
    if n and SHORT_GAP.fullmatch(text[hits[n - 1].end : hits[n].start][:12]) and isinstance(hits[n - 1].reading, Fixed | Yearly):
        before = context.done.get(n - 1)
        if before and before.period and RANK[before.period.grain] <= RANK["season"]:
            there = reading.of(before.period.first.year)
            return there if there and there.first >= before.period.first else reading.of(before.period.first.year + 1)
    return None


def _next_named(context: Context, n: int, reading: Yearly) -> Period | None:
    """ "the following March", "that summer"."""
    anchor = _previous(context, n, reading.grain)
    if anchor is None:
        return None
    year = anchor.first.year
    near = [p for y in range(year - 8, year + 9) if 1 <= y <= 9999 and (p := reading.of(y))]
    if reading.shift == 1:
        return next((p for p in near if p.first > anchor.last), None)
    if reading.shift == -1:
        return next((p for p in reversed(near) if p.last < anchor.first), None)
    return reading.of(year)


def _weekly(context: Context, n: int, reading: Weekly) -> Period | None:
    if reading.in_week:
        week = _shifted(context, n, reading.in_week)
        return _in_week(week.first, reading.weekday) if week else None
    today = context.today
    if reading.anchor == "previous":
        anchor = _previous(context, n, "day")
        if anchor is None:
            return None
        today = anchor.first if reading.shift != 1 else periods.moved(anchor.last, 0)
    if today is None:
        return None
    past, future = _last_such(today, reading.weekday), _next_such(today, reading.weekday)
    same = past == future
    match reading.shift:
        case -1:
            return past if not same and past and past.last < today else _last_such(today, reading.weekday, 7)
        case 1:
            return _coming(today, reading, past, future, same=same)
    if same:
        return past
    clause = context.clause(n)
    tense = clause.tense
    if past and future and (tense is None or (tense == "future" and clause.hangs == "within")):
        tense = "past" if (today - past.last) <= (future.first - today) else "future"
    return future if tense == "future" else past


def _coming(today: dt.date, reading: Weekly, past: Period | None, future: Period | None, *, same: bool) -> Period | None:
    """ "next Friday" is not the one that is still to come this week."""
    following = past and periods.moved(past.first, 14 if not same else 7)
    this_week = future is not None and periods.week_of(future.first) == periods.week_of(today)
    if reading.anchor == "published" and not reading.soonest and (same or this_week):
        return _in_week(following, reading.weekday) if following else None
    return _next_such(today, reading.weekday, 7) if same else future


def _in_week(day: dt.date, weekday: int) -> Period | None:
    if weekday == WEEKEND:
        return periods.weekend_of(day)
    there = periods.moved(day, weekday - day.weekday())
    return periods.on(there) if there else None


def _last_such(today: dt.date, weekday: int, back: int = 0) -> Period | None:
    """The latest such day or weekend that has begun, today included; `back` days before that."""
    if weekday == WEEKEND:
        there = periods.moved(today, -((today.weekday() - 5) % 7) - back)
        return periods.weekend_of(there) if there else None
    there = periods.moved(today, -((today.weekday() - weekday) % 7) - back)
    return periods.on(there) if there else None


def _next_such(today: dt.date, weekday: int, ahead: int = 0) -> Period | None:
    """The next such day or weekend that has not ended, today included."""
    if weekday == WEEKEND:
        there = periods.moved(today, (0 if today.weekday() == 6 else (5 - today.weekday()) % 7) + ahead)
        return periods.weekend_of(there) if there else None
    there = periods.moved(today, (weekday - today.weekday()) % 7 + ahead)
    return periods.on(there) if there else None


def _shifted(context: Context, n: int, reading: Shifted) -> Period | None:
    if reading.anchor == "published":
        return periods.around(context.today, reading.grain, reading.by) if context.today else None
    anchor = _previous(context, n, reading.grain) if reading.anchor == "previous" else _behind(context, n)
    if anchor is None:
        return None
    if reading.anchor == "behind" and RANK[anchor.grain] > RANK[reading.grain]:
        return None
    grain: Grain = (
        anchor.grain
        if anchor.grain == "day" and reading.grain == "week" and abs(reading.by) > 0 and reading.anchor == "behind"
        else reading.grain
    )
    return periods.around(anchor.first if reading.by <= 0 else anchor.last, grain, reading.by * (7 if grain != reading.grain else 1))


def _previous(context: Context, n: int, grain: Grain) -> Period | None:
    """The last stretch told before hit n in its paragraph or the one before, not coarser than the grain that is counted."""
    for before in range(n - 1, max(-1, n - 1 - FURTHEST_BACK), -1):
        if context.paragraphs[n] - context.paragraphs[before] > 1:
            return None
        period = resolve(context, before).period
        if period and before != context.dateline and RANK[period.grain] <= RANK[grain]:
            return period
    return None


def _behind(context: Context, n: int) -> Period | None:
    """The stretch that the words right behind tell: "the day after [Christmas]"."""
    hits = context.hits
    if n + 1 == len(hits) or not BEHIND_GAP.fullmatch(context.text[hits[n].end : hits[n + 1].start][:8]):
        return None
    reading = hits[n + 1].reading
    chained = isinstance(reading, Shifted) and reading.anchor == "behind"  # "the day before the day before …": nobody counts so
    return None if chained else resolve(context, n + 1).period


def _day_of_clock(context: Context, n: int) -> Period | None:
    """The day that the same sentence tells, nearest first."""
    hits, text = context.hits, context.text
    for other in sorted(range(max(0, n - 2), min(len(hits), n + 3)), key=lambda o: abs(o - n)):
        low, high = sorted((n, other))
        between = text[hits[low].end : hits[high].start][:200]
        if other == n or isinstance(hits[other].reading, Clock):
            continue
        if context.paragraphs[other] == context.paragraphs[n] and not re.search(r"[.!?]['”\"]?\s+[A-Z]", between):
            period = resolve(context, other).period
            if period and period.grain == "day":
                return period
    return None


def _reached(context: Context, n: int, resolved: Resolved) -> Resolved:
    """With the days that the words around it add: "since", "from … to …", "between … and …", "3-5 May"."""
    if resolved.interval is None or resolved.kind == "DURATION":
        return resolved
    hit, text = context.hits[n], context.text
    lead = text[max(0, hit.start - 24) : hit.start]
    if SINCE.search(lead) and context.today and resolved.interval[0] <= context.today:
        return replace(resolved, reach=(resolved.interval[0], context.today))
    if n and n - 1 in context.done:
        start, before = context.hits[n - 1], context.done[n - 1]
        if before.interval and before.interval[0] <= resolved.interval[1] and _is_range(text, start, hit):
            reach = (before.interval[0], resolved.interval[1])
            context.done[n - 1] = replace(before, reach=reach)
            return replace(resolved, reach=reach)
    return resolved


def _is_range(text: str, a: Hit, b: Hit) -> bool:
    gap = text[a.end : b.start]
    if len(gap) > 16:
        return False
    lead = RANGE_LEAD.search(text[max(0, a.start - 24) : a.start])
    if lead:
        return RANGE[lead.group(1).lower()].fullmatch(gap) is not None
    return DASHED.fullmatch(gap) is not None and type(a.reading) is type(b.reading)
