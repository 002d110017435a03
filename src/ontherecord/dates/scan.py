"""Finds time expressions in text: rules looked up by first word, then neighbours joined that are one expression."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from ontherecord.dates import absolute, lengths, periods, relative
from ontherecord.dates.periods import Part, Period
from ontherecord.dates.readings import Clock, Fixed, Hit, Length, Sequel, Shifted, Vague, Weekly, Weeks, Yearly
from ontherecord.dates.rules import DIGITS, Rule
from ontherecord.spans import Span

WORD = re.compile(r"\w+")
# Words before an expression that belong to it, and the part of the stretch that they name.
LEAD = re.compile(
    r"(?:\b(?:the\s+)?(?:(?P<earlier>earlier)|(?P<later>later)"
    r"|(?P<early>early|(?:beginning|start|onset)\s+of)|(?P<mid>mid|middle\s+of)|(?P<late>late|end\s+of|close\s+of)"
    r"|more\s+than|less\s+than|at\s+least|almost|nearly|about|around|just\s+over|dated)(?:\s+in)?(?:\s+|-))?(?:\bthe\s+)?['’`]?$",
    re.I,
)
LEAD_WIDTH = 36
PARTS: tuple[Part, ...] = ("early", "mid", "late", "earlier", "later")


def _index() -> dict[str, tuple[Rule, ...]]:
    by_head: defaultdict[str, list[Rule]] = defaultdict(list)
    for found in (*relative.RULES, *absolute.RULES, *lengths.RULES):
        for head in dict.fromkeys(found.heads):
            by_head[head].append(found)
    return {head: tuple(found) for head, found in by_head.items()}


RULES = _index()


def scan(text: str, span: Span) -> list[Hit]:
    """Time expressions in one paragraph, left to right, none overlapping. Time is linear in its length."""
    hits: list[Hit] = []
    reached = span.start
    for word in WORD.finditer(text, span.start, span.end):
        if word.start() < reached:
            continue
        first = word.group()
        rules = RULES.get(DIGITS if first[0].isdigit() else first.lower())
        if rules is None:
            continue
        end, found = _longest(rules, text, word.start(), span.end)
        if end:
            hits.extend(found)
            reached = end
    joined = _joined(text, hits)
    floors = [span.start, *(hit.end for hit in joined)]
    return [_led(text, hit, floor) for hit, floor in zip(joined, floors, strict=False)]


def _longest(rules: tuple[Rule, ...], text: str, start: int, stop: int) -> tuple[int, list[Hit]]:
    """End and hits of the rule that reads furthest; (0, []) where none holds."""
    best: tuple[int, list[Hit]] = (0, [])
    for each in rules:
        m = each.pattern.match(text, start, stop)
        if m is None or (m.end() < stop and text[m.end()].isalnum() and text[m.end() - 1].isalnum()):
            continue
        hits = each.read(m)
        if hits is None:
            continue
        end = max((h.end for h in hits), default=m.end())
        if end > best[0]:
            best = (end, hits)
    return best


Join = Callable[[Hit, Hit, str], Hit | None]


def _span(a: Hit, b: Hit, base: Hit, **changes: object) -> Hit:
    return replace(base, start=a.start, end=b.end, **changes)  # type: ignore[arg-type]


def _weekday_and_date(a: Hit, b: Hit, gap: str) -> Hit | None:
    """ "Friday, Oct. 23"."""
    if isinstance(a.reading, Weekly) and a.reading.shift is None and _is_day(b) and gap in (",", ", ", " ", " the "):
        reading = replace(b.reading, weekday=a.reading.weekday) if isinstance(b.reading, Yearly) else b.reading
        return _span(a, b, b, reading=reading, time=a.time or b.time)
    return None


def _is_day(hit: Hit) -> bool:
    r = hit.reading
    return (isinstance(r, Yearly) and r.grain == "day") or (isinstance(r, Fixed) and r.period.grain == "day")


def _day_like(hit: Hit) -> bool:
    r = hit.reading
    return _is_day(hit) or (isinstance(r, Weekly) and r.weekday != relative.WEEKEND) or (isinstance(r, Shifted) and r.grain == "day")


def _time_and_day(a: Hit, b: Hit, gap: str) -> Hit | None:
    """ "9 a.m. on Tuesday", "the night of Oct. 23"."""
    if isinstance(a.reading, Clock) and _day_like(b) and re.fullmatch(r"[,\s]*(?:on\s+|the\s+)?", gap):
        return _span(a, b, b, time=a.time)
    return None


def _day_and_time(a: Hit, b: Hit, gap: str) -> Hit | None:
    """ "Tuesday at 9 a.m."."""
    if isinstance(b.reading, Clock) and _day_like(a) and re.fullmatch(r"[,\s]*(?:(?:at|by|around|about)\s+)*", gap):
        return _span(a, b, a, time=b.time)
    return None


def _of_year(a: Hit, b: Hit, gap: str) -> Hit | None:
    """ "October this year", "the summer of 1998", "the second quarter of last year"."""
    if not isinstance(a.reading, Yearly) or not re.fullmatch(r",?\s+(?:of\s+|in\s+)?(?:the\s+)?", gap):
        return None
    if isinstance(b.reading, Shifted) and b.reading.grain == "year":
        return _span(a, b, replace(a, reading=replace(a.reading, in_year=b.reading)))
    if isinstance(b.reading, Fixed) and b.reading.period.grain == "year" and "in" not in gap:
        period = a.reading.of(b.reading.period.first.year)
        return _span(a, b, replace(a, reading=Fixed(period))) if period else None
    return None


def _of_week(a: Hit, b: Hit, gap: str) -> Hit | None:
    """ "Tuesday of last week"."""
    if (
        isinstance(a.reading, Weekly)
        and isinstance(b.reading, Shifted)
        and b.reading.grain == "week"
        and re.fullmatch(r"\s+(?:of\s+|in\s+)?", gap)
    ):
        return _span(a, b, replace(a, reading=replace(a.reading, in_week=b.reading)))
    return None


def _week_of(a: Hit, b: Hit, gap: str) -> Hit | None:
    """ "the week of March 6"."""
    if not isinstance(a.reading, Weeks) or gap.strip() or not isinstance(b.reading, Yearly | Fixed):
        return None
    if isinstance(b.reading, Fixed):
        return _span(a, b, replace(b, reading=Fixed(periods.week_of(b.reading.period.first))))
    return _span(a, b, replace(b, reading=replace(b.reading, of=partial(_week_in_year, of=b.reading.of), grain="week")))


def _week_in_year(year: int, *, of: Callable[[int], Period | None]) -> Period | None:
    day = of(year)
    return periods.week_of(day.first) if day else None


def _for_time_now(a: Hit, b: Hit, gap: str) -> Hit | None:
    """ "two years ago today": the sum is not taken, the first says it."""
    if isinstance(a.reading, Shifted) and isinstance(b.reading, Shifted) and b.reading == Shifted("day", 0) and gap == " ":
        return _span(a, b, replace(a, reading=Vague(None)))
    return None


JOINS: tuple[Join, ...] = (_weekday_and_date, _time_and_day, _day_and_time, _of_year, _of_week, _week_of, _for_time_now)
WIDEST_GAP = 24


def _joined(text: str, hits: list[Hit]) -> list[Hit]:
    joined: list[Hit] = []
    for hit in hits:
        while joined and hit.start - joined[-1].end <= WIDEST_GAP:
            one = _join(joined[-1], hit, text[joined[-1].end : hit.start])
            if one is None:
                break
            joined.pop()
            hit = one
        joined.append(hit)
    return [h for h in joined if not isinstance(h.reading, Weeks)]


def _join(a: Hit, b: Hit, gap: str) -> Hit | None:
    for join in JOINS:
        one = join(a, b, gap)
        if one is not None:
            return one
    return None


def _led(text: str, hit: Hit, floor: int) -> Hit:
    """The hit with the words that lead it: "early", "the", "the end of"."""
    lead = LEAD.search(text, max(floor, hit.start - LEAD_WIDTH), hit.start)
    if lead is None or not lead.group() or isinstance(hit.reading, Sequel):
        return hit
    decade = isinstance(hit.reading, Fixed) and hit.reading.period.grain == "decade"
    if lead.group()[-1] in "'’`" and not decade:
        return hit  # a quotation mark, not the apostrophe of "the '90s"
    part = next((name for name in PARTS if lead[name]), None)
    if isinstance(hit.reading, Length | Vague) and part:
        return hit
    return replace(hit, start=hit.start - len(lead.group()), part=part)
