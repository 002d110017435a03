"""Who was spoken of before, how lately and how prominently: the memory that pronouns and descriptions look into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ontherecord.actors.cast import joined

# Sentences that a pronoun may look back. Longer reaches were wrong more often than right on the drawn documents.
REACH = 3


@dataclass(frozen=True, slots=True)
class Spoken:
    """One mention as memory keeps it."""

    head: int
    sentence: int
    quotation: int
    actors: tuple[str, ...]
    subject: bool
    acts: bool


class History:
    """Mentions in the order of the text, by sentence; what the headline told counts as sentence -1.

    `last_head` is the token that mentioned an actor last, `order` counts actors by who was spoken of first.
    """

    def __init__(self) -> None:
        self._by_sentence: dict[int, list[Spoken]] = {}
        self.last_head: dict[str, int] = {}
        self.order: dict[str, int] = {}

    def keep(self, spoken: Spoken) -> None:
        self._by_sentence.setdefault(spoken.sentence, []).append(spoken)
        for actor in spoken.actors:
            self.last_head[actor] = spoken.head
            self.order.setdefault(actor, len(self.order))

    def join(self, one: str, other: str) -> None:
        """What was said of one actor was said of the other."""
        for spoken in self._by_sentence.values():
            spoken[:] = [replace(s, actors=joined(s.actors, one, other)) if one in s.actors else s for s in spoken]
        if one in self.last_head:
            self.last_head[other] = max(self.last_head.pop(one), self.last_head.get(other, -1))
            self.order[other] = min(self.order.pop(one), self.order.get(other, len(self.order)))

    def all(self) -> Iterator[Spoken]:
        """Every mention so far."""
        for spoken in self._by_sentence.values():
            yield from spoken

    def within(self, sentence: int) -> list[Spoken]:
        """Mentions of one sentence so far, in order."""
        return self._by_sentence.get(sentence, [])

    def back(self, sentence: int, reach: int = REACH) -> Iterator[list[Spoken]]:
        """Mentions of the sentences before, nearest first, at most `reach` of them."""
        for s in range(sentence - 1, max(-2, sentence - 1 - reach), -1):
            found = self._by_sentence.get(s)
            if found:
                yield found
