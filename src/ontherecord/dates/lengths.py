"""Rules for durations ("three days", "two years ago"), repeated times ("daily", "every Monday") and times of day ("10:35 a.m.")."""

from __future__ import annotations

import re

from ontherecord.dates.periods import YEARS
from ontherecord.dates.readings import Anchor, Clock, Every, Hit, Length, Order, Shifted, Vague
from ontherecord.dates.relative import STATED
from ontherecord.dates.rules import DIGITS, Match, Rule, before, behind, rule, whole
from ontherecord.dates.words import (
    CLOCK_UNITS,
    NUMBER,
    NUMBER_HEADS,
    PARTS_OF_DAY,
    UNIT,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    S,
    length_value,
    number_of,
    unit_of,
)

EARLIER = ("ago", "earlier", "before", "previously", "prior", "beforehand")
SETS = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P3M",
    "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y", "hourly": "PT1H",
}  # fmt: skip
# "a day" behind a thing that is counted is a rate: "24 hours a day", "ten flights a week"; behind these words it is a duration.
LEADS_LENGTH = re.compile(
    r"(?:^|[.,;:(–—-]|\b(?:for|in|after|within|of|about|nearly|almost|than|over|around|every|once|takes?|took|last(?:s|ed)?|spen[dt]s?|is|was|be|at|least|most|only"
    r"|just|and|until|before|to|up|by|with|some|roughly|approximately|barely|exactly|from|as|or|that|but|on|like|not|had|have|has))\s*$",
    re.I,
)
LEADS_HOURS = re.compile(r"\b(?:for|after|within|many|of)\s+$", re.I)
COUNTED = re.compile(r"(?:\b(?:once|twice|\w+s|[a-z]+illion|people|percent)|\d)\s+$", re.I)


def _length(m: Match) -> list[Hit] | None:
    """A number of units, and what stands behind: "three days", "a day earlier", "two years ago", "six years old" (no time)."""
    tail = " ".join((m["tail"] or "").lower().replace("-", " ").split())
    unit, said = unit_of(m["unit"]), m["number"].lower()
    if said in ("a", "an") and unit != m["unit"].lower():
        return None
    if "old" in tail.split() or (unit in CLOCK_UNITS and m["unit"].istitle()):
        return []
    if unit in ("second", "quarter") and not (unit == "second" and (m["unit"].lower().endswith("s") or said == "one" or m["hyphen"])):
        return None
    number = number_of(said)
    if number is not None and (m["and_half"] or m["half_more"]):
        number += 0.5
    if tail and tail not in ("long", "apart"):
        return _from_anchor(m, number, unit, tail)
    if said in ("a", "an") and not m["hyphen"] and not LEADS_LENGTH.search(before(m)):
        rate = COUNTED.search(before(m)) and not re.match(r"\s+(?:in\s+which|when|that|of|for)\b", behind(m))
        return whole(m, Every(length_value(1, unit))) if rate else None
    return [
        Hit(m.start(), m.end() if tail != "apart" else m.end("unit"), Length(length_value(number, unit), UNITS.get(unit, UNITS["day"])[0]))
    ]


def _from_anchor(m: Match, number: float | None, unit: str, tail: str) -> list[Hit] | None:
    """ "two years ago", "a day earlier", "three weeks after the vote", "ten days from now"."""
    sign = -1 if tail in EARLIER else 1
    stated = tail not in ("before", "after", "prior to") or STATED.match(behind(m))
    if tail == "on" and not STATED.match(behind(m)):
        return [Hit(m.start(), m.end("unit"), Length(length_value(number, unit)))]
    order: Order = "after" if sign > 0 else "before"
    if number is None or number != int(number) or unit not in UNITS:
        if tail == "ago":
            return whole(m, Vague("PAST_REF"))
        return whole(m, Length(length_value(number, unit), order=order if stated else None))
    grain, _, size = UNITS[unit]
    anchor: Anchor = "published" if tail in ("ago", "from now", "hence") else "previous" if stated else "behind"
    return whole(m, Shifted(grain, sign * int(number) * size // YEARS.get(unit, 1), anchor))


def _bare(m: Match) -> list[Hit] | None:
    """ "for weeks", "years ago", "days later", "decades-long"."""
    unit = unit_of(m["unit"])
    tail = " ".join((m["tail"] or "").lower().replace("-", " ").split())
    counted = tail in ("later", "earlier", "ago") or LEADS_HOURS.search(before(m))
    clock = unit in CLOCK_UNITS and not counted
    if clock or unit == "quarter" or re.search(r"\w-$", before(m)) or m["unit"].lower() == unit:
        return None
    value = length_value(None, unit)
    if tail == "ago":
        return whole(m, Vague("PAST_REF"))
    if tail in ("later", "earlier") or (tail in ("after", "before", "afterwards") and STATED.match(behind(m))):
        return whole(m, Length(value, order="before" if tail in EARLIER else "after"))
    return [Hit(m.start(), m.end() if tail in ("long", "old") else m.end("unit"), Length(value))]


def _long(m: Match) -> list[Hit]:
    """ "week-long", "yearlong": one of them."""
    return whole(m, Length(length_value(1, m["unit"].lower())))


def _set(m: Match) -> list[Hit]:
    return whole(m, Every(SETS[m[0].lower()]))


def _every(m: Match) -> list[Hit] | None:
    if m["weekday"]:
        return whole(m, Every(f"XXXX-WXX-{WEEKDAYS[m['weekday'].lower()] + 1}"))
    if m["part"]:
        return whole(m, Every(f"XXXX-XX-XXT{PARTS_OF_DAY[m['part'].lower()]}"))
    unit = unit_of(m["unit"])
    if unit == "second" or (unit in CLOCK_UNITS and m["number"] is None and m["each"].lower() == "each"):
        return None
    number = 2.0 if (m["number"] or "").lower() in ("other", "second") else number_of(m["number"]) if m["number"] else 1.0
    return whole(m, Every(length_value(number, unit)))


def _clock(m: Match) -> list[Hit] | None:
    """ "10:35 a.m. EST", "1430 GMT", "9 o'clock", "4 in the morning", "15:00 local time"."""
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    half = (m["half"] or "").lower()
    if hour > 24 or minute > 59 or (half and hour > 12):
        return None
    if half.startswith("p") or half in ("afternoon", "evening") or (half == "night" and hour > 5):
        hour = hour % 12 + 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return whole(m, Clock(), f"{hour:02d}:{minute:02d}" + ("Z" if (m["zone"] or "").upper() in ("GMT", "UTC", "Z") else ""))


def _named_hour(m: Match) -> list[Hit] | None:
    if re.search(r"\bHigh\s+$|(?:this|past)\s+$", before(m), re.I):
        return None
    return whole(m, Clock(), PARTS_OF_DAY[m["part"].lower()])


def _part_of(m: Match) -> list[Hit]:
    """ "the night of" with the date that follows."""
    return whole(m, Clock(), PARTS_OF_DAY[m["part"].lower()])


_TAIL = r"ago|earlier|later|before|afterwards?|after|previously|prior|beforehand|from\s+now|hence|on"
_ZONE = r"(?P<zone>GMT|UTC|Z|[ECMP][SD]?T|BST|CES?T|EES?T|MSK|IST|JST|KST|HKT|local\s+time|[A-Z][a-z]+\s+time)\b"
_SAME_IN_GMT = rf"(?:{S}\((?:\d{{4}}|\d{{1,2}}(?::\d\d)?(?:\s?[ap]\.?m\.?)?)\s?(?:GMT|UTC|[ECMP][SD]?T)\))?"
_MILITARY = rf"(?P<zone>GMT|UTC|hours\b|local{S}time)"
_HOUR = r"(?P<hour>[01]?\d|2[0-4])"
_HALF = r"(?P<half>[ap]\.?\s?m\b\.?)"
RULES: tuple[Rule, ...] = (
    rule(
        [DIGITS, *NUMBER_HEADS],
        rf"{NUMBER}(?P<and_half>(?:{S}|-)and(?:{S}|-)a(?:{S}|-)half)?(?:{S}|(?P<hyphen>-))(?:(?:more|additional|extra|full|straight|consecutive|successive|whole|long|short|further|intense){S})?"
        rf"{UNIT}(?P<half_more>{S}and{S}a{S}half\b)?(?:(?:{S}|-)(?P<tail>{_TAIL}|long|apart|old)\b)?",
        _length,
    ),
    rule(
        ["days", "weeks", "months", "years", "decades", "centuries", "hours", "minutes", "seconds"],
        rf"{UNIT}(?:(?:{S}|-)(?P<tail>ago|earlier|later|before|after|afterwards|long|old)\b)?",
        _bare,
    ),
    rule(["day", "week", "month", "year", "decade", "century", "hour"], r"(?P<unit>day|week|month|year|decade|century|hour)-long\b", _long),
    rule(["daylong", "weeklong", "monthlong", "yearlong", "decadelong"], r"(?P<unit>day|week|month|year|decade)long\b", _long),
    rule(SETS, rf"(?:{'|'.join(SETS)})\b", _set),
    rule(
        ["every", "each", "per"],
        rf"(?P<each>every|each|per){S}(?:single{S})?(?:(?P<number>other|second|{NUMBER[len('(?P<number>'):]}{S})?(?:{UNIT}|{WEEKDAY}\b|(?P<part>morning|afternoon|evening|night)\b)",
        _every,
    ),
    rule([DIGITS], rf"{_HOUR}(?:[:.](?P<minute>[0-5]\d))?\s?{_HALF}(?:{S}{_ZONE})?{_SAME_IN_GMT}", _clock),
    rule([DIGITS], rf"{_HOUR}(?P<half>)(?::(?P<minute>[0-5]\d))\b(?:{S}(?:hours{S})?{_ZONE})?{_SAME_IN_GMT}(?![:.]\d)", _clock),
    rule([DIGITS], rf"(?P<half>)(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)\b(?:{S}hours)?{S}{_MILITARY}", _clock),
    rule([DIGITS], rf"{_HOUR}(?P<minute>)(?:{S}o['’]clock)?(?P<zone>)(?:{S}(?:in{S}the{S}(?P<half>morning|afternoon|evening)))\b", _clock),
    rule([DIGITS], rf"{_HOUR}(?P<minute>)(?P<zone>)(?P<half>){S}o['’]clock\b", _clock),
    rule(["noon", "midday", "midnight"], r"(?P<part>noon|midday|midnight)\b", _named_hour),
    rule(["morning", "afternoon", "evening", "night"], rf"(?P<part>morning|afternoon|evening|night){S}of{S}(?=\d|[A-Z])", _part_of),
)  # fmt: skip
