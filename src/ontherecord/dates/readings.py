"""What the words of a time expression say by themselves, before anybody asks when the report was published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ontherecord.dates.periods import Grain, Part, Period

Anchor = Literal["published", "previous", "behind"]
Order = Literal["after", "before"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A stretch of the calendar that needs no context: "7 August 1998", "the 1990s"."""

    period: Period


@dataclass(frozen=True, slots=True)
class Yearly:
    """Something that every year has: "Aug. 7", "December", "spring", "Christmas".

    `shift` is -1, 0 or 1 for "last", "this" and "next", None where the tense decides; `anchor` says from where it counts;
    `weekday` is the day of the week that stands with it ("Friday, Oct. 23").
    """

    of: Callable[[int], Period | None]
    grain: Grain
    shift: int | None = None
    anchor: Anchor = "published"
    in_year: Shifted | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Weekly:
    """A day of the week (0 is Monday) or, as 7, the weekend; `in_week` for "Tuesday of last week", `soonest` for "the coming Tuesday"."""

    weekday: int
    shift: int | None = None
    anchor: Anchor = "published"
    in_week: Shifted | None = None
    soonest: bool = False


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units from an anchor: "last week", "two years ago", "a day earlier", "the day after Christmas"."""

    grain: Grain
    by: int
    anchor: Anchor = "published"


@dataclass(frozen=True, slots=True)
class Weeks:
    """ "the week of" with the date that follows."""


@dataclass(frozen=True, slots=True)
class Length:
    """A duration with its TIMEX3 value; `reach` units of `grain` before (negative) or after the publication where that is told."""

    value: str
    grain: Grain = "day"
    reach: int | None = None
    order: Order | None = None


@dataclass(frozen=True, slots=True)
class Every:
    """Something repeated: "daily" (P1D), "every Monday" (XXXX-WXX-1)."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """PRESENT_REF, PAST_REF, FUTURE_REF, a fiscal year whose calendar nobody states, or None for a date that can be read two ways."""

    value: str | None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day without its day."""


@dataclass(frozen=True, slots=True)
class Sequel:
    """An order word with no time of its own: "shortly thereafter", "subsequently"."""

    order: Order


Reading = Fixed | Yearly | Weekly | Shifted | Weeks | Length | Every | Vague | Clock | Sequel


@dataclass(frozen=True, slots=True)
class Hit:
    """Code points `start` to `end` (exclusive) of the document that read so.

    `part` is "early", "mid" or "late"; `time` the part of a TIMEX3 value behind its T ("10:35", "MO").
    """

    start: int
    end: int
    reading: Reading
    part: Part | None = None
    time: str | None = None
