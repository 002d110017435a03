"""A time expression of one document, resolved as far as it can be."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from ontherecord.dates.readings import Order
from ontherecord.spans import Span

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Days = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when, and what they say.

    `first` and `last` are the tokens that it covers (both inclusive). `value` is the TIMEX3 value ("1998-08-07", "1998-W32", "199X",
    "P3D", "PRESENT_REF"); None where the words do not settle it, or need a publication date that is not known. `interval` holds the
    first and last day of what the expression names; `reach` those of what it and the words around it say: "since 2014" reaches from
    then to the publication, both ends of "from 3 to 5 May" reach over all three days. `order` is "after" or "before" for
    expressions that only order an event by another one ("shortly thereafter", "days later").
    """

    span: Span
    first: int
    last: int
    kind: Kind
    value: str | None = None
    interval: Days | None = None
    order: Order | None = None
    reach: Days | None = None

    @property
    def is_timex(self) -> bool:
        """Whether TimeML counts the words as a time expression; order words alone ("subsequently") it does not."""
        return self.order is None or self.value is not None

    @property
    def days(self) -> Days | None:
        """The widest days that the words tell."""
        return self.reach or self.interval
