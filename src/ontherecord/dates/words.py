"""Names of months, weekdays, units and numbers, and the pieces of pattern that are made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ontherecord.dates.periods import SEASONS, Grain

MONTHS = {
    name: n
    for n, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: n
    for n, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat", "sunday sun")
    )
    for name in names.split()
}
LONG_WEEKDAYS = [name for name in WEEKDAYS if name.endswith("day")]
UNITS: dict[str, tuple[Grain, str, int]] = {
    "day": ("day", "D", 1), "week": ("week", "W", 1), "fortnight": ("week", "W", 2), "month": ("month", "M", 1),
    "quarter": ("quarter", "M", 3),
    "year": ("year", "Y", 1), "decade": ("decade", "Y", 10), "century": ("century", "Y", 100),
}  # fmt: skip
CLOCK_UNITS = {"second": "S", "minute": "M", "hour": "H"}
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "12:00", "noon": "12:00", "midnight": "24:00"}

_SMALL = re.findall(
    r"\w+", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS: dict[str, int] = {w: n for n, w in enumerate(_SMALL, 1)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {w: n for n, w in enumerate(re.findall(r"\w+", _ORDINALS), 1)} | {"twenty-first": 21}
# Numbers that are told but not counted.
VAGUE_NUMBERS = ("a couple of", "a couple", "a few", "a number of", "several", "few", "some", "many", "dozens of", "hundreds of", "tens of")
ONE = ("a", "an", "another", "a single", "a full", "a whole")


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


# White space as wires set it: a line may end inside a date.
S = r"[\s\u00a0\u2009\u202f]{1,9}"
DASH = r"[-‐‑–—]"
# Only a short form takes a full stop: "on 5 March." ends its sentence. ("May" is short by nature.)
MONTH = rf"(?:(?P<month>{_any(MONTHS)})\b(?:(?:(?<=\b[a-z]{{3}})(?<!may)|(?<=sept))\.)?)"
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b"
YEAR = r"(?P<year>[12]\d{3})(?![\d%]|[.,]\d)\b"
WEEKDAY = rf"(?P<weekday>{_any(LONG_WEEKDAYS)})"
SEASON = rf"(?P<season>{_any(SEASONS)})"
UNIT = r"(?P<unit>seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries)\b"
PART_OF_DAY = r"(?P<part>morning|afternoon|evening|night)\b"
_WORD = rf"(?:{_any(_TENS)})(?:-(?:{_any(_SMALL[:9])}))?|{_any(_SMALL)}"
NUMBER = rf"(?P<number>{_any(VAGUE_NUMBERS)}|\d{{1,4}}(?:,\d{{3}})?(?:\.\d+)?(?:{S}1/2|½)?|half{S}an?|{_WORD}|{_any(ONE)})"
NUMBER_HEADS = tuple({v.split()[0] for v in (*VAGUE_NUMBERS, *ONE)} | set(NUMBERS) | {"half"} | {f"{t}" for t in _TENS})


def unit_of(word: str) -> str:
    """ "Weeks" to "week", "centuries" to "century"."""
    word = word.lower()
    return "century" if word.startswith("centur") else word.removesuffix("s")


def number_of(words: str) -> float | None:
    """What a number in figures or words counts; None for "several"."""
    said = " ".join(words.lower().replace("½", " 1/2").split())
    if said in ONE:
        return 1
    if said.startswith("half "):
        return 0.5
    if said[0].isdigit():
        whole, _, half = said.replace(",", "").partition(" ")
        return float(whole) + (0.5 if half else 0)
    if said in VAGUE_NUMBERS:
        return None
    tens, _, ones = said.partition("-")
    return NUMBERS[tens] + (NUMBERS[ones] if ones else 0)


def length_value(number: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration: (3, "month") is P3M, (5.5, "hour") is PT5H30M, (None, "year") is PXY."""
    head, letter, size = ("PT", CLOCK_UNITS[unit], 1) if unit in CLOCK_UNITS else ("P", UNITS[unit][1], UNITS[unit][2])
    if number is None:
        return f"{head}X{letter}"
    number *= size
    whole = int(number)
    if number == whole:
        return f"{head}{whole}{letter}"
    smaller = {"PTH": "30M", "PY": "6M"}.get(head + letter)
    if smaller and number - whole == 0.5:
        return f"{head}{whole}{letter}{smaller}" if whole else f"{head}{smaller}"
    return f"{head}{number:g}{letter}"
