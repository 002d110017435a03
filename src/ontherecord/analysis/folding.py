"""One matter under two names is one row: where the sides name it differently, and where it was named twice in the same words.

Two rows are one when no account has both and the words that name them have the same head ("an electricity cable", "the power cable"); and
when one's every mention hangs on a mention of the other in the same sentence ("a joint exercise of border troops"), so that both compare
alike. What stands in a list apart ("water, trade and visas") stays apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ontherecord.analysis.accounts import Entry
from ontherecord.analysis.sides import OTHERS
from ontherecord.analysis.verdicts import verdict

WORD = re.compile(r"[^\W\d_]+")
# Where the head of a name of a matter ends: "release OF water", "missiles WHICH they bought".
BEHIND_HEAD = re.compile(r"[,;]| (?:of|for|on|in|over|to|from|with|between|against|at|by|which|that|who|whose|where)\b")
# Between two mentions of one list; a relative clause hangs on what is before it.
APART = re.compile(r"[;.]|,(?! (?:who|which|whose|where|when)\b)|\b(?:and|or|as well as|but)\b")
# Heads that many matters share.
SHARED = frozenset(
    WORD.findall(
        "talk negotiation discussion deal agreement accord treaty pact relation tie cooperation partnership release deployment purchase "
        "sale delivery closure opening reopening construction export import supply price ban right protection situation conflict dispute "
        "crisis war fighting peace truce ceasefire meeting visit trip summit call exercise issue question matter problem project plan "
        "programme program support aid help assistance security safety development process case country government people side state "
        "policy law force troop action operation measure claim threat concern proposal access control use"
    )
)


@dataclass(frozen=True, slots=True)
class Matter:
    """A row before it is compared: what its names are, and what each side and the others told about it."""

    id: str
    label: str
    cells: Mapping[str, Sequence[Entry]]

    @property
    def entries(self) -> list[Entry]:
        return [entry for entries in self.cells.values() for entry in entries]

    @property
    def told(self) -> bool:
        """Whether it is more than a word in passing of a third party."""
        return any(e.statement or e.event for e in self.entries) or any(self.cells[side] for side in self.cells if side != OTHERS)


def folded(matters: Sequence[Matter], sides: Sequence[str]) -> list[Matter]:
    """The matters, those that are one put together; the one of more entries gives its id, and its label comes first."""
    kept = sorted(matters, key=lambda m: (-len(m.entries), m.id))
    for n, one in enumerate(kept):
        for other in kept[n + 1 :]:
            if _hangs_on(other, one, sides) or _same_head(one, other):
                rest = [m for m in kept if m is not one and m is not other]
                return folded([*rest, _joined(one, other)], sides)
    return kept


def _joined(one: Matter, other: Matter) -> Matter:
    cells = {side: _each_once([*one.cells[side], *other.cells[side]]) for side in one.cells}
    return Matter(one.id, f"{one.label}; {other.label}", cells)


def _each_once(entries: Sequence[Entry]) -> list[Entry]:
    """The same words of one document once, with the events of both."""
    found: dict[tuple[str, int, int], Entry] = {}
    for entry in entries:
        found.setdefault((entry.document, entry.span["start"], entry.span["end"]), entry)
    return list(found.values())


def _same_head(one: Matter, other: Matter) -> bool:
    """Whether no account has both, and the words that name them have a head in common."""
    if any(one.cells[side] and other.cells[side] for side in one.cells if side != OTHERS):
        return False
    if {e.document for e in one.entries} & {e.document for e in other.entries}:
        return False
    return bool(_heads(one) & _heads(other))


def _heads(matter: Matter) -> set[str]:
    return {word for entry in matter.entries for word in _heads_of(entry.called)} - SHARED


def _heads_of(called: str) -> Iterator[str]:
    """The last word before "of" and the like, and the last of all; not names, and without the plural's ending."""
    for part in (BEHIND_HEAD.split(called, 1)[0], called):
        words = WORD.findall(part)
        if words and words[-1].islower():
            yield words[-1].removesuffix("s")


def _hangs_on(small: Matter, large: Matter, sides: Sequence[str]) -> bool:
    """Whether each mention of the small matter hangs on one of the large one, and the sides compare alike on both."""
    if verdict(small.cells, sides) != verdict(large.cells, sides):
        return False
    return all(any(_hangs(x, y) for y in large.cells[side]) for side, entries in small.cells.items() for x in entries)


def _hangs(x: Entry, y: Entry) -> bool:
    if x.document != y.document or x.span != y.span or x.named is None or y.named is None:
        return False
    first, last = sorted((x.named, y.named))
    text, start = x.span["text"], x.span["start"]
    return last.start < first.end or APART.search(text[first.end - start : last.start - start]) is None
