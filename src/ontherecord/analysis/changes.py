"""Turns and alerts in words, each with the occurrences that weigh most in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from ontherecord.analysis.occurrences import Happening
from ontherecord.analysis.series import Alert, Turn

# Acts named for each.
MOST_ACTS = 3


def turned(turn: Turn, known: Mapping[str, Happening]) -> str:
    """ "2025-W37, CHL → NOR: turn for the worse, a week's mean balance +2.5 → −6.0: SANCTION 8 Sep." `known` holds occurrences by id."""
    better = turn.after > turn.before
    words = f"{turn.period}, {turn.source} → {turn.target}: turn for the {'better' if better else 'worse'}, a week's mean balance "
    return f"{words}{_signed(turn.before)} → {_signed(turn.after)}{_acts(turn.occurrences, known, better=better)}"


def alerted(alert: Alert, known: Mapping[str, Happening]) -> str:
    """ "2025-09-11, CHL → NOR: alert, conflict of 30 days at 27 (in the year before 18 at most): ASSAULT 1 Sep and 2 more"."""
    words = f"{alert.day}, {alert.source} → {alert.target}: alert, conflict of 30 days at {alert.level:g} "
    return f"{words}(in the year before {alert.highest:g} at most){_acts(alert.occurrences, known, better=False)}"


def _acts(ids: Sequence[str], known: Mapping[str, Happening], *, better: bool) -> str:
    """The acts that weigh most in the direction of the change."""
    found = sorted((known[i] for i in ids if i in known), key=lambda h: (-h.score if better else h.score, h.day or dt.date.max, h.id))
    words = [f"{h.type}{f' {h.mode}' if h.mode else ''} {h.day.day} {h.day:%b}" for h in found[:MOST_ACTS] if h.day]
    more = f" and {len(found) - len(words)} more" if len(found) > len(words) else ""
    return f": {', '.join(words)}{more}" if words else ""


def _signed(value: float) -> str:
    return f"{value:+.1f}".replace("-", "\u2212")
