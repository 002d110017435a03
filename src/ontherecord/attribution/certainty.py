"""Certainty in words, from the record alone: how a source presents what it says, and how the report presents the source."""

from __future__ import annotations

import re
from dataclasses import replace

from ontherecord.attribution.cues import Cue, cues
from ontherecord.records import Statement

# Adverbs by which a report says that it does not believe its source: "falsely claimed".
BELYING = {"falsely", "wrongly", "baselessly", "incorrectly", "misleadingly", "untruthfully", "allegedly", "purportedly", "supposedly"}
# Forms that follow no rule, of the verbs that the lexicon lists.
IRREGULAR = {
    "said": "say", "told": "tell", "thought": "think", "wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak",
    "swore": "swear", "sworn": "swear", "felt": "feel", "read": "read", "understood": "understand", "knew": "know", "known": "know",
    "heard": "hear", "found": "find", "held": "hold", "put": "put", "saw": "see", "seen": "see", "foresaw": "foresee", "forbade": "forbid",
    "forbidden": "forbid", "foretold": "foretell", "forecast": "forecast", "meant": "mean", "shown": "show", "laid": "lay", "set": "set",
    "made": "make", "gave": "give", "given": "give", "took": "take", "went": "go", "gone": "go", "denied": "deny", "denies": "deny",
    "implied": "imply", "implies": "imply", "replied": "reply", "replies": "reply", "testified": "testify", "testifies": "testify",
    "clarified": "clarify", "clarifies": "clarify", "specified": "specify", "specifies": "specify", "worried": "worry", "worries": "worry",
}  # fmt: skip
WORD = re.compile(r"[\w-]+$")
PRESENTED = {"distancing": "the report keeps its distance", "factive": "the report takes it for true"}


def cue_of(statement: Statement, text: str) -> Cue | None:
    """The lexicon's entry for the words of a statement's cue; None without a cue, or where the lexicon does not list its word.

    `text` is the document's. A word that is both verb and noun ("claims") counts as a verb, so `manner`, which asks the parse, is surer.
    """
    if statement.cue is None:
        return None
    words = statement.cue.of(text).lower().split()
    known = cues()
    verbs = known.verbs.get(known.forms.get(words[0], "") or IRREGULAR.get(words[0], words[0]), {})
    phrase = " ".join(words)
    entry = known.phrases.get(phrase) or known.adjectives.get(phrase) or verbs.get(" ".join(words[1:])) or verbs.get("")
    entry = entry or known.nouns.get(phrase) or known.nouns.get(phrase.removesuffix("s"))
    before = WORD.search(text[: statement.cue.start].rstrip())
    belied = before is not None and before.group().lower() in BELYING
    return replace(entry, report="distancing") if entry is not None and belied else entry


def certainty(statement: Statement, text: str) -> str:
    """ "denies", "alleges (the report keeps its distance)"; "" where no listed word introduces the statement."""
    entry = cue_of(statement, text)
    if entry is None:
        return ""
    told = PRESENTED.get(entry.report)
    return f"{entry.manner} ({told})" if told else entry.manner
