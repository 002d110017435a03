"""Where an issue between two countries stands, by rules that a reader can restate.

An issue is `raised` when one has named it. In order of time, what happens between the two about it then makes it

    under-discussion   they meet, call or negotiate about it (an agreement that stands is not undone by that)
    contested          one asks the other to change course, accuses, threatens, refuses or puts pressure about it
    agreed             one agrees, offers or yields about it
    carried-out        they do what cooperation means: aid, trade, joint work, release, withdrawal
    broken-off         what was agreed or under discussion is refused, cancelled or cut

What is denied or only thought of changes nothing, nor do acts towards third countries. Of things of one day talks come first, then
quarrels, then agreements, then deeds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from ontherecord.analysis.occurrences import Happening

State = Literal["raised", "contested", "under-discussion", "agreed", "carried-out", "broken-off"]
Trend = Literal["warming", "cooling", "steady"]

TALKS = ("CONSULT",)
PROMISES = ("AGREE", "CONCEDE")
DEEDS = ("COOPERATE", "AID", "RETREAT")
# Of one day talks come first, then quarrels, then agreements, then deeds.
RANKS = dict.fromkeys(TALKS, 0) | dict.fromkeys(PROMISES, 2) | dict.fromkeys(DEEDS, 3)
CUTS = ("discontinue", "withdraw", "expel")
# The latest quarter of a year is set against all before it; differences of less than a point on the scale of 20 say nothing.
LATELY, A_POINT = dt.timedelta(days=90), 1.0


def state(happenings: Sequence[Happening]) -> State:
    """The state that an issue has after all that happened about it between the two countries."""
    return decided(happenings)[0]


def decided(happenings: Sequence[Happening]) -> tuple[State, str | None]:
    """The state, and the id of the occurrence that made it so; None when nothing did."""
    now: State = "raised"
    by: str | None = None
    for *_, happening in sorted((h.day or dt.date.min, RANKS.get(h.type, 1), h.id, h) for h in happenings if h.as_told):
        after = _after(now, happening)
        if after != now:
            now, by = after, happening.id
    return now, by


# The rules in a line each, for the foot of a page.
RULES: dict[State, str] = {
    "raised": "named, no more",
    "under-discussion": "they met, called or negotiated about it",
    "contested": "one accused, threatened, refused or pressed the other about it",
    "agreed": "one agreed, offered or yielded",
    "carried-out": "aid, trade, joint work, release or withdrawal followed",
    "broken-off": "what was agreed or discussed was refused, cancelled or cut",
}


def _after(now: State, happening: Happening) -> State:
    if happening.type in TALKS:
        return now if now in ("agreed", "carried-out") else "under-discussion"
    if happening.type in PROMISES:
        return "agreed"
    if happening.type in DEEDS:
        return "carried-out"
    if happening.type == "SUPPORT":
        return now
    if now in ("agreed", "under-discussion", "carried-out") and _breaks(happening, now):
        return "broken-off"
    return now if happening.type == "REQUEST" and happening.mode in ("assist", "meet") else "contested"


def _breaks(happening: Happening, now: State) -> bool:
    """A refusal breaks an agreement; talks are broken by refusing to meet or cutting ties."""
    if happening.type == "REJECT":
        return now == "agreed" or happening.mode == "meet"
    return happening.type == "SANCTION" and happening.mode in CUTS


def trend(happenings: Sequence[Happening]) -> Trend | None:
    """Whether the latest 90 days of an issue are friendlier than what was before; None when there is nothing to compare."""
    known = [(h.day, h.score) for h in happenings if h.day and h.as_told]
    turn = max((day for day, _ in known), default=dt.date.min + LATELY) - LATELY
    late, early = [score for day, score in known if day > turn], [score for day, score in known if day <= turn]
    if not early:
        return None
    change = sum(late) / len(late) - sum(early) / len(early)
    return "steady" if abs(change) < A_POINT else "warming" if change > 0 else "cooling"
