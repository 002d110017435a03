"""Rules for dates of the calendar: days, months, years, decades, centuries, seasons, quarters, fiscal years."""

from __future__ import annotations

import re
from functools import partial

from ontherecord.dates import periods
from ontherecord.dates.periods import Period
from ontherecord.dates.readings import Fixed, Hit, Reading, Vague, Yearly
from ontherecord.dates.rules import DIGITS, Match, Rule, before, behind, rule, whole
from ontherecord.dates.words import DASH, DAY, MONTH, MONTHS, ORDINALS, SEASON, YEAR, S

# Two-digit years from here on are of the last century; the pivot that POSIX strptime has.
PIVOT = 69
# A month's name that is also a word or a person's name needs one of these before it when it stands alone.
OFTEN_ELSE = {"may", "march", "april", "june", "august"}
LEADS_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|last|this|next|early|mid|late|of|for|from|to|through|between|and|during|around|every|each|before|after|or|the)[\s-]+$",
    re.I,
)
NAME_FOLLOWS = re.compile(r"\s+(?!and\b|or\b|to\b|I\b)[A-Z][a-z]+")
# Before a bare number these words make it a year, whatever follows.
LEADS_YEAR = re.compile(
    r"(?:\b(?:in|since|until|till|during|year|early|mid|late|circa|between|before|after|through|summer|autumn|winter|spring|fall)\s+(?:early\s+|late\s+)?"
    r"|\b(?:post|pre|mid|early|late)[-–]|\d{4}\s?[-–/]|\([^()\d]{0,12}|\bof\s+(?=20[012]|19)|[a-z]\s+(?:election|elections),\s+)$",
    re.I,
)
LEADS_YEAR_OF = re.compile(r"(?:\b(?:the|a|an|its|his|her|their|our|this|that)|['’]s)\s+$", re.I)
MAY_LEAD_YEAR = re.compile(r"(?:\b(?:of|from|to|by|and|or|for|around|about|than|make|on)|,|;|:|^)\s*$", re.I)
YEAR_NEARBY = re.compile(r"\b[12]\d{3}s?\b\s*(?:,|,?\s*(?:and|or|to)\b|[-–/&])\s*(?:in\s+)?$")
PLURAL_FOLLOWS = re.compile(r"\s+(?:[a-z]+\s+)?[a-z]+[^s\s]s\b")
COUNTED = r"%|percent|per cent|miles|feet|km|GMT|UTC|hours|[a-z]*people|troops|soldiers|dollars|euros|tons|tonnes|kilomet|met(?:er|re)"
NO_YEAR_BEHIND = re.compile(rf"\s*(?:{COUNTED})|-(?!era\b|\d{{2,4}}\b)\w|[,.:/]\d|['’]?\d")
DAY_LIST = re.compile(
    r"\s*(?:$|[^\w\s]|(?:in|at|on|by|for|to|and|with|during|after|before|when|as|that|which|was|were|will|would|have|has|had|is|are|of|this|next|last|the)\b)"
)


def month_day(year: int, *, month: int, day: int) -> Period | None:
    return periods.day_of(year, month, day)


def in_year(make: partial[Period | None], year: str | None, grain: periods.Grain) -> Reading | None:
    """Fixed where the year is told and has such a day, else what every year has; None where no year has it ("Feb. 30")."""
    if year:
        period = make(int(year))
        return Fixed(period) if period else None
    return Yearly(make, grain) if make(2000) else None


def _iso(m: Match) -> list[Hit] | None:
    period = periods.day_of(int(m["y"]), int(m["m"]), int(m["d"]))
    return whole(m, Fixed(period), m["clock"]) if period else None


def _numeric(m: Match) -> list[Hit] | None:
    """05/11/2024 is May in one country and November in another: a value only where one reading is possible, or both are the same."""
    a, b, sign = int(m["a"]), int(m["b"]), m["sign"]
    year = int(m["y"]) if len(m["y"]) == 4 else int(m["y"]) + (1900 if int(m["y"]) >= PIVOT else 2000)
    if re.match(r"[./-]\d", behind(m, 2)) or re.search(r"[\d./$€£-]$", before(m, 1)):
        return None
    european = [(b, a)]
    found = {p for month, day in (european if sign == "." else [(a, b), *european]) if (p := periods.day_of(year, month, day))}
    if not found:
        return None
    return whole(m, Fixed(found.pop()) if len(found) == 1 else Vague(None))


def _days(m: Match) -> list[Hit] | None:
    """ "7 August", "August 7, 1998", "April 24 and 25", "3-5 May": one hit a day."""
    if not m["month"][0].isupper():
        return None
    month, day, other = MONTHS[m["month"].lower()], int(m["day"]), int(m["other"]) if m["other"] else None
    list_of_days = other is not None and other > day and (m.end("other") < m.end() or m["dash"] or DAY_LIST.match(behind(m)))
    if other is not None and not list_of_days and m.end("other") == m.end():
        return _one_day(m, month, day, m.end("day"))
    if not list_of_days or other is None:
        return _one_day(m, month, day, m.end())
    one = in_year(partial(month_day, month=month, day=day), m["year"], "day")
    two = in_year(partial(month_day, month=month, day=other), m["year"], "day")
    if one is None or two is None:
        return None
    month_first = m.start("month") < m.start("day")
    parted = m.start("other") if month_first else m.end("day")
    return [Hit(m.start(), m.end("day"), one), Hit(m.start("other") if month_first else parted + len(m["joint"]), m.end(), two)]


def _one_day(m: Match, month: int, day: int, end: int) -> list[Hit] | None:
    reading = in_year(partial(month_day, month=month, day=day), m["year"] if end == m.end() else None, "day")
    while m.string[end - 1].isspace():
        end -= 1
    return [Hit(m.start(), end, reading)] if reading else None


def _month(m: Match) -> list[Hit] | None:
    name = m["month"]
    if not name[0].isupper():
        return None
    make, end = partial(periods.month_of, month=MONTHS[name.lower()]), m.end()
    if m["year"]:
        reading = in_year(make, m["year"], "month")
        return whole(m, reading) if reading else None
    abbreviated = len(name) < 5 and name.lower() not in ("may", "june", "july")
    if (name.isupper() and not abbreviated) or NAME_FOLLOWS.match(m.string[m.end("month") : m.end("month") + 20]) or (name == "Sun"):
        return None
    if re.search(r"\d\s+$", before(m, 4)) or re.match(r"\s*\d{1,2}\b(?!:)", behind(m, 4)):
        return None  # a day that the month does not have
    led = LEADS_MONTH.search(before(m))
    if (abbreviated and not (led and m[0].endswith("."))) or (
        name.lower() in OFTEN_ELSE and not led and not re.match(r"['’]s\b|[-–]", behind(m))
    ):
        return None
    if not abbreviated:
        end = m.end("month")
    return [Hit(m.start(), end, Yearly(make, "month"))]


def _year(m: Match) -> list[Hit] | None:
    prior, rest = before(m), behind(m)
    if NO_YEAR_BEHIND.match(rest) or re.search(r"[$€£¥#\w./+]$|\d,$|\bNo\.?\s$|['’](?!s)$", prior):
        return None
    year = periods.year_of(int(m["y"]))
    if year is None:
        return None
    plural = PLURAL_FOLLOWS.match(rest)
    recent = 1900 <= int(m["y"]) <= 2100
    sure = LEADS_YEAR.search(prior) or (recent and LEADS_YEAR_OF.search(prior))
    likely = recent and not plural and (MAY_LEAD_YEAR.search(prior) or not prior.strip())
    return whole(m, Fixed(year)) if sure or likely or (recent and YEAR_NEARBY.search(prior) and not plural) else None


def _decade(m: Match) -> list[Hit] | None:
    led = re.search(r"(?:\b(?:the|early|mid|late)[\s-]+)['’`]?$", before(m), re.I)
    if m["tens"] and not led:
        return None
    if m["full"]:
        period = periods.decade_of(int(m["full"]) * 10)
    elif int(m["tens"]) < 3:
        return whole(m, Vague(None))  # the 1920s or the 2020s
    else:
        period = periods.decade_of(1900 + 10 * int(m["tens"]))
    return whole(m, Fixed(period)) if period else None


TENS = {
    "twenties": None,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
}


def _tens(m: Match) -> list[Hit] | None:
    year = TENS[m[0].lower()]
    if not re.search(r"\b(?:the|early|mid|late)[\s-]+$", before(m), re.I) or re.match(r"\s*(?:%|percent|degrees)", behind(m)):
        return None
    period = periods.decade_of(year) if year else None
    return whole(m, Fixed(period) if period else Vague(None))


def _century(m: Match) -> list[Hit] | None:
    number = ORDINALS.get(m["word"].lower()) if m["word"] else int(m["n"])
    period = periods.century_of(number) if number else None
    if period is None:
        return None
    return whole(m, Vague(None) if re.match(r"\s*B\.?C", behind(m)) else Fixed(period))


def _season(m: Match) -> list[Hit] | None:
    name = m["season"].lower()
    reading = in_year(partial(periods.season_of, name=name), m["year"], "season")
    led = re.search(r"\b(?:in|by|since|during|until|through|late|early|mid|over|of)[\s-]+(?:the\s+)?$", before(m), re.I)
    thing = re.match(r"\s+(?:of|in|to|from|by)\s", behind(m)) and name in ("fall", "spring")
    dated = re.match(r"\s+(?:of\s+)?(?:this|last|next)\s+year\b", behind(m), re.I)
    return whole(m, reading) if reading and (m["year"] or dated or (led and not thing)) else None


NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def _quarter(m: Match) -> list[Hit] | None:
    number = int(m["q"]) if m["q"] else NTH[m["nth"].lower()]
    if m["nth"] and m["nth"].lower() == "last" and not m["year"]:
        return None  # the quarter before this one
    reading = in_year(partial(periods.quarter_of, quarter=number), m["year"], "quarter")
    return whole(m, reading) if reading else None


def _half(m: Match) -> list[Hit] | None:
    number = 1 if m["nth"].lower() in ("first", "1st") else 2
    told = m["year"] or re.match(r"\s+of\s+(?:the|this|last|next)\s+year", behind(m), re.I)
    reading = in_year(partial(periods.half_of, half=number), m["year"], "half")
    return whole(m, reading) if reading and told else None


def _fiscal(m: Match) -> list[Hit] | None:
    """Fiscal years begin in January, April, July or October: which one, no report says, so there are no days to it."""
    return whole(m, Vague(f"FY{m['y'] if len(m['y']) == 4 else '20' + m['y']}"))


_JOINT = rf"(?P<joint>\s?(?P<dash>{DASH})\s?|{S}(?:to|and|through|until|or){S})"
_OTHER = r"(?P<other>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![/%]|[:.,]\d)"
_OF_YEAR = rf"(?:(?:,?{S}(?:(?:of|in){S})?|-){YEAR})"
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_FISCAL = r"['’]?(?P<y>[12]\d{3}|\d\d)(?:[-–/]\d\d(?:\d\d)?)?\b"
RULES: tuple[Rule, ...] = (
    rule([DIGITS], r"(?P<y>\d{4})(?P<sign>[-/])(?P<m>\d\d)(?P=sign)(?P<d>\d\d)\b(?:(?:T|\s)(?P<clock>[0-2]\d:[0-5]\d)(?::\d\d)?Z?)?", _iso),
    rule([DIGITS], r"(?P<a>\d{1,2})(?P<sign>[/.-])(?P<b>\d{1,2})(?P=sign)(?P<y>\d{4}|\d\d)\b", _numeric),
    rule(MONTHS, rf"{MONTH}{S}{DAY}(?![/%]|[:.,]\d)(?:{_JOINT}{_OTHER})?{_OF_YEAR}?", _days),
    rule([DIGITS], rf"{DAY}(?:{_JOINT}{_OTHER})?(?:{S}|-)(?:of{S})?{MONTH}{_OF_YEAR}?", _days),
    rule(MONTHS, rf"{MONTH}{_OF_YEAR}?", _month),
    rule([DIGITS], r"(?P<y>1[5-9]\d\d|20\d\d|21\d\d)\b", _year),
    rule([DIGITS], r"(?:(?P<full>1[5-9]\d|20\d)0|(?P<tens>[2-9])0)['’]?s\b", _decade),
    rule(TENS, rf"(?:{'|'.join(TENS)})\b", _tens),
    rule([DIGITS, *ORDINALS], rf"(?:(?P<n>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{_ORDINAL}))(?:{S}|-)century\b", _century),
    rule(periods.SEASONS, rf"{SEASON}\b(?:{_OF_YEAR})?", _season),
    rule([DIGITS, *NTH], rf"(?P<nth>{'|'.join(NTH)})(?:{S}|-)quarter\b(?P<q>)?{_OF_YEAR}?", _quarter),
    rule(["q1", "q2", "q3", "q4"], rf"Q(?P<q>[1-4])(?P<nth>)?(?:{S}|\s?/\s?)(?:of{S})?{YEAR}", _quarter),
    rule([DIGITS, "first", "second"], rf"(?P<nth>first|second|1st|2nd)(?:{S}|-)half\b{_OF_YEAR}?", _half),
    rule(["fiscal", "financial", "fy"], rf"(?:(?:fiscal|financial)(?:{S}year)?{S}|FY\s?){_FISCAL}", _fiscal),
    rule([f"fy{y:02d}" for y in range(100)], r"FY(?P<y>\d\d)\b", _fiscal),
    rule([f"fy20{y:02d}" for y in range(100)], r"FY(?P<y>20\d\d)\b", _fiscal),
)  # fmt: skip
