"""A rule: words it can begin with, a pattern, and what the match says. Looked up by the first word, so a text is read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ontherecord.dates.readings import Hit, Reading

Match = re.Match[str]
# None: the rule does not hold here. An empty list: it holds, and the words are no time ("six years old").
Reader = Callable[[Match], list[Hit] | None]
DIGITS = "0"  # stands for every first word that begins with a digit


@dataclass(frozen=True, slots=True)
class Rule:
    heads: tuple[str, ...]
    pattern: re.Pattern[str]
    read: Reader


def rule(heads: Iterable[str], pattern: str, read: Reader) -> Rule:
    """A rule whose pattern minds no case. Patterns are ASCII so that no letter of another alphabet passes for one of a month."""
    return Rule(tuple(heads), re.compile(pattern, re.IGNORECASE | re.ASCII), read)


def whole(m: Match, reading: Reading, time: str | None = None) -> list[Hit]:
    """The match as one hit."""
    return [Hit(m.start(), m.end(), reading, time=time)]


def before(m: Match, width: int = 24) -> str:
    """The text before the match, as far as a rule may look."""
    return m.string[max(0, m.start() - width) : m.start()]


def behind(m: Match, width: int = 24) -> str:
    """The text after the match, as far as a rule may look."""
    return m.string[m.end() : m.end() + width]
