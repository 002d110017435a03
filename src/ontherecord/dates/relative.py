"""Rules for what counts from the report's day or from another date: weekdays, "last week", "a day earlier", "now", order words."""

from __future__ import annotations

import re
from functools import partial

from ontherecord.dates import periods
from ontherecord.dates.absolute import month_day
from ontherecord.dates.holidays import Holidays
from ontherecord.dates.periods import YEARS, Grain, Part
from ontherecord.dates.readings import Anchor, Every, Fixed, Hit, Length, Order, Sequel, Shifted, Vague, Weekly, Weeks, Yearly
from ontherecord.dates.rules import Match, Rule, before, behind, rule, whole
from ontherecord.dates.words import (
    DASH,
    DAY,
    LONG_WEEKDAYS,
    MONTH,
    MONTHS,
    NUMBER,
    PART_OF_DAY,
    PARTS_OF_DAY,
    SEASON,
    UNIT,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    S,
    length_value,
    number_of,
    unit_of,
)

WEEKEND = 7
# Names of things, not days: newspapers, remembered and shopping days.
NO_DAY_BEFORE = re.compile(r"\b(?:Bloody|Black|Super|Cyber|Man)\s+$")
NO_DAY_BEHIND = re.compile(r"\s+(?:Times|Telegraph|Mail|Express|Mirror|Post|Herald|Independent|People|World|Sun|Standard|Vanguard)\b")
THE_BEFORE = re.compile(r"\b(?:the|that|this|its)\s+$", re.I)
# Behind these prepositions "the last year" is a stretch that ends now, not the calendar year before this.
STRETCH = re.compile(r"\b(?:over|during|in|within|for|throughout)\s+(?:the\s+)?$", re.I)
STATED = re.compile(r"\s*(?:$|[.,;:)\]”\"'’–—-])|\s+(?:and|but|when|as|that|in|at|on|by|with)\b")
SIZE: dict[str, int] = {"fortnight": 2}
PART_WORDS: dict[str, Part] = {"beginning": "early", "start": "early", "middle": "mid"}
DAYS = {"today": 0, "tonight": 0, "overnight": 0, "tomorrow": 1, "yesterday": -1}
BACK = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
FROM_BEFORE = {"that": 0, "same": 0, "previous": -1, "preceding": -1, "prior": -1, "following": 1, "ensuing": 1, "subsequent": 1}


def _day(m: Match) -> list[Hit]:
    word, part = m["day"].lower(), m["part"]
    time = PARTS_OF_DAY[part.lower()] if part else {"tonight": "NI", "overnight": "NI"}.get(word)
    return [Hit(m.start(), m.end(), Shifted("day", DAYS[word]), "overnight" if word == "overnight" else None, time)]


def _day_but_one(m: Match) -> list[Hit]:
    return whole(m, Shifted("day", -2 if "yesterday" in m[0].lower() else 2))


def _weekday(m: Match) -> list[Hit] | None:
    name = m["weekday"]
    if not name[0].isupper() or NO_DAY_BEFORE.search(before(m)) or NO_DAY_BEHIND.match(behind(m)):
        return None
    time = PARTS_OF_DAY[m["part"].lower()] if m["part"] else None
    if m["plural"]:
        return whole(m, Every(f"XXXX-WXX-{WEEKDAYS[name.lower()] + 1}"))
    return whole(m, Weekly(WEEKDAYS[name.lower()]), time)


def _short_weekday(m: Match) -> list[Hit] | None:
    return whole(m, Weekly(WEEKDAYS[m["weekday"].lower()])) if m["weekday"][0].isupper() else None


def _weekend(m: Match) -> list[Hit] | None:
    return whole(m, Weekly(WEEKEND)) if THE_BEFORE.search(before(m)) else None


def _how(words: str) -> tuple[int, Anchor]:
    """Shift and anchor of "last", "this coming", "that same", "following"."""
    word = words.lower().split()[-1]
    return (BACK[word], "published") if word in BACK else (FROM_BEFORE[word], "previous")


def _shifted(m: Match) -> list[Hit] | None:
    """ "last week", "this year", "that same day", "the following month"."""
    shift, anchor = _how(m["how"])
    unit = unit_of(m["unit"])
    if unit not in UNITS or m["unit"].lower() != unit:
        return None
    how, article = m["how"].lower(), THE_BEFORE.search(before(m))
    grain, _, size = UNITS[unit]
    if how == "past" or (how == "last" and article and STRETCH.search(before(m))):
        return whole(m, Length(length_value(1, unit), grain, -size // YEARS.get(unit, 1)))
    if unit == "day" and (anchor == "published" and (how != "next" or not article)):
        return None  # "this day", "last day" of something
    if how == "same" and not article:
        return None
    if how == "next" and article and unit != "decade" and unit != "century":
        anchor = "previous" if unit == "day" else anchor
    return whole(m, Shifted(grain, shift * SIZE.get(unit, 1), anchor))


def _part_of_day(m: Match) -> list[Hit] | None:
    """ "this morning", "last night", "the next morning", "that evening"."""
    shift, anchor = _how(m["how"])
    if m["how"].lower() in ("next", "following"):
        shift, anchor = 1, "previous"
    return whole(m, Shifted("day", shift, anchor), PARTS_OF_DAY[m["part"].lower()])


def _shifted_name(m: Match) -> list[Hit] | None:
    """ "last Friday", "next March", "last Oct. 23", "this summer", "the following Monday", "last weekend"."""
    shift, anchor = _how(m["how"])
    time = PARTS_OF_DAY[m["part"].lower()] if m["part"] else None
    if m["weekday"] or m["weekend"]:
        day = WEEKDAYS[m["weekday"].lower()] if m["weekday"] else WEEKEND
        return whole(m, Weekly(day, shift, anchor, soonest="coming" in m["how"].lower()), time)
    if m["season"]:
        return whole(m, Yearly(partial(periods.season_of, name=m["season"].lower()), "season", shift, anchor))
    if not m["month"][0].isupper():
        return None
    month = MONTHS[m["month"].lower()]
    if m["day"]:
        return whole(m, Yearly(partial(month_day, month=month, day=int(m["day"])), "day", shift, anchor))
    return whole(m, Yearly(partial(periods.month_of, month=month), "month", shift, anchor))


def _span_of_units(m: Match) -> list[Hit] | None:
    """ "the past three months", "the next few days", "in recent weeks", "the first two years"."""
    unit, how = unit_of(m["unit"]), m["how"].lower().split()[-1]
    number = number_of(m["number"]) if m["number"] else None
    if not m["number"] and (m["unit"].lower() == unit or how in ("first", "final", "these", "those", "early", "opening")):
        return None
    if unit not in UNITS:
        return whole(m, Length(length_value(number, unit)))
    grain, _, size = UNITS[unit]
    sign = {"last": -1, "past": -1, "previous": 0, "next": 1, "coming": 1}.get(how, 0)
    reach = None if number is None or number != int(number) or not sign else sign * int(number) * size // YEARS.get(unit, 1)
    return whole(m, Length(length_value(number, unit), grain, reach))


def _near(m: Match) -> list[Hit]:
    """ "the day before", "the year after": what was told before, or what the words behind say ("the day after Christmas")."""
    grain, _, size = UNITS[m["unit"].lower()]
    sign = -1 if m["side"].lower() in ("before", "earlier", "prior") else 1
    anchor: Anchor = "previous" if STATED.match(behind(m)) else "behind"
    return whole(m, Shifted(grain, sign * size // YEARS.get(grain, 1), anchor))


def _eve(m: Match) -> list[Hit]:
    return whole(m, Shifted("day", -1, "behind"))


def _now(m: Match) -> list[Hit] | None:
    if m[0].lower() == "now" and re.match(r"\s+(?:that\b|or never)", behind(m), re.I):
        return whole(m, Vague("PRESENT_REF")) if re.match(r"\s+that\b", behind(m)) else None
    return whole(m, Vague("PRESENT_REF"))


def _reference(m: Match) -> list[Hit]:
    word = m[0].lower()
    return whole(m, Vague("FUTURE_REF" if "future" in word else "PAST_REF"))


def _end_of(m: Match) -> list[Hit]:
    """ "the end of the year": of the one that runs."""
    part = PART_WORDS.get(m[0].split()[0].lower(), "late")
    return [Hit(m.start(), m.end(), Shifted(UNITS[m["unit"].lower()][0], 0), part)]


def _sequel(m: Match) -> list[Hit] | None:
    """ "shortly thereafter": only without words behind that say after what."""
    word = m[0].lower()
    if (
        word.endswith(("after", "before"))
        and not word.endswith(("thereafter", "hereafter"))
        and not re.match(r"\s*(?:$|[.,;:)”])", behind(m))
    ):
        return None
    order: Order = "before" if word.startswith(("earlier", "previously", "beforehand")) or word.endswith("before") else "after"
    return whole(m, Sequel(order))


def _later(m: Match) -> list[Hit] | None:
    """ "later" and "earlier" as words of their own ("He later met …", "Earlier, …"), not as comparisons or parts of other expressions."""
    if re.search(
        r"(?:\b(?:no|or|than|much|years?|months?|weeks?|days?|hours?|minutes?|moments?|decades?|sooner|the|an|its)|\d)[\s-]+$",
        before(m),
        re.I,
    ):
        return None
    if re.match(r"\s+(?:than|that|this|in|on|today|generations?|versions?|stages?|dates?|years?|[A-Z0-9])|-", behind(m)):
        return None
    return whole(m, Sequel("after" if m[0].lower() == "later" else "before"))


def _weeks(m: Match) -> list[Hit]:
    return whole(m, Weeks())


def _holiday(m: Match) -> list[Hit] | None:
    """ "Thanksgiving", "last Christmas", "Easter 2004", "Easter week"."""
    day = HOLIDAYS.of(m["holiday"])
    if day is None or (day.year is None and not m["holiday"][0].isupper() and not m["holiday"][0].isdigit()):
        return None
    if day.year is not None:
        fixed = day.on(day.year)
        return whole(m, Fixed(fixed)) if fixed else None
    make = day.week if m["span"] and m["span"].lower() == "week" else day.weekend if m["span"] else day.on
    grain: Grain = "week" if m["span"] else "day"
    if m["hyear"]:
        period = make(int(m["hyear"]))
        return whole(m, Fixed(period)) if period else None
    shift = BACK[m["how"].lower()] if m["how"] else None
    return whole(m, Yearly(make, grain, shift))


HOLIDAYS = Holidays.shipped()
_HOW = r"(?:(?P<how>this\s+(?:past|coming)|that\s+same|" + "|".join([*BACK, *FROM_BEFORE]) + r")" + S + ")"
_PART = rf"(?:{S}{PART_OF_DAY})?"
_OF_YEAR = rf"(?:,?{S}(?P<hyear>[12]\d{{3}})\b)"
_UNIT = r"(?:day|week|month|year|decade|century)"
_NOW = ["currently", "current", "presently", "nowadays"]
_STRETCHES = [
    "last", "past", "previous", "preceding", "next", "coming", "following", "first", "final", "latest", "recent", "these", "those",
    "opening",
]  # fmt: skip
_SEQUELS = [
    "shortly", "soon", "immediately", "long", "thereafter", "afterward", "afterwards", "subsequently", "beforehand", "previously", "since",
    "moments",
]  # fmt: skip
_AFTERWARDS = rf"(?:(?:shortly|soon|immediately|long){S})?(?:thereafter|afterwards?)\b"
_ADVERBS = r"subsequently|beforehand|previously|since\s+then"
_HOWS = [*BACK, *FROM_BEFORE]
RULES: tuple[Rule, ...] = (
    rule(DAYS, rf"(?P<day>{'|'.join(DAYS)})\b{_PART}", _day),
    rule(["the"], rf"the{S}day{S}(?:before{S}yesterday|after{S}tomorrow)\b", _day_but_one),
    rule([*LONG_WEEKDAYS, *(f"{day}s" for day in LONG_WEEKDAYS)], rf"{WEEKDAY}(?P<plural>s)?\b{_PART}", _weekday),
    rule(
        [w for w in WEEKDAYS if not w.endswith("day")],
        rf"(?P<weekday>mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?(?=,?\s+(?:{MONTH.replace('?P<month>', '?:')}\s+\d|\d{{1,2}}\s))",
        _short_weekday,
    ),
    rule(["weekend"], r"weekend\b", _weekend),
    rule(_HOWS, rf"{_HOW}{UNIT}", _shifted),
    rule(["last", "this", "that", "next", "following", "same", "previous"], rf"{_HOW}{PART_OF_DAY}", _part_of_day),
    rule(_HOWS, rf"{_HOW}(?:{WEEKDAY}\b{_PART}|(?P<weekend>weekend)\b|{SEASON}\b|{MONTH}(?:{S}{DAY})?)", _shifted_name),
    rule([*_STRETCHES, "this"], rf"(?P<how>(?:this\s+)?past|{'|'.join(_STRETCHES)})(?:{S}|-)(?:{NUMBER}(?:{S}|-))?{UNIT}", _span_of_units),
    rule(["the", "on"], rf"the{S}(?P<unit>day|week|month|year)\s+(?P<side>before|after|earlier|prior)\b", _near),
    rule(["the", "on"], rf"(?:on{S})?(?:the{S})?eve{S}of\b", _eve),
    rule(["now", "right", *_NOW], rf"(?:right{S})?now\b|(?:{'|'.join(_NOW)})\b", _now),
    rule(["at"], rf"at{S}(?:present|the{S}moment|this{S}(?:moment|time|point))\b", _now),
    rule(["future"], r"future\b", _reference),
    rule(["recently", "in"], rf"recently\b|in{S}the{S}(?:recent{S}|distant{S})?past\b(?!{S}\w+{S}(?:{_UNIT}|hour))", _reference),
    rule(["year"], rf"(?P<unit>year){DASH}end\b", _end_of),
    rule(["end", "beginning", "start", "middle"], rf"(?:end|beginning|start|middle){S}of{S}the{S}(?P<unit>{_UNIT})\b", _end_of),
    rule(_SEQUELS, rf"{_AFTERWARDS}|(?:shortly|soon){S}(?:after|before)\b|moments{S}later\b|{_ADVERBS}", _sequel),
    rule(["later", "earlier"], r"later\b|earlier\b", _later),
    rule(["week"], rf"week{S}(?:of|ending|beginning|starting){S}(?:on{S})?", _weeks),
    rule(
        [*HOLIDAYS.heads, "last", "this", "next"],
        rf"(?:(?P<how>last|this|next){S})?(?P<holiday>{HOLIDAYS.pattern})(?!\w)(?:{S}(?P<span>week|weekend)\b)?{_OF_YEAR}?",
        _holiday,
    ),
)  # fmt: skip
