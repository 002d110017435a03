"""Outlets, agencies and platforms: which words name one, whose it is, and who owns it."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import cast as typed

from ontherecord.language import Parsed
from ontherecord.lexicons import Row, read_table, table_path
from ontherecord.records.types import LinkKind, Ownership

WORD = re.compile(r"\w+|[^\w\s]")
# Nouns that say of a name, or of an unnamed source, that it is an outlet.
OUTLET_NOUNS = {
    "media", "broadcaster", "television", "tv", "newspaper", "newspapers", "paper", "daily", "weekly", "tabloid",
    "magazine", "radio", "agency", "outlet", "outlets", "press", "channel", "station", "newswire", "mouthpiece",
    "website", "site", "portal", "network", "networks", "blog",
}  # fmt: skip
# Of these, words that name many other things too and count only beside "news", "media", "press", "state", "television" or "radio".
VAGUE_NOUNS = {"agency", "channel", "station", "network", "networks", "site", "website", "portal", "paper", "weekly", "press"}
NEWS_WORDS = {
    "news",
    "media",
    "press",
    "state",
    "state-run",
    "state-owned",
    "state-controlled",
    "television",
    "tv",
    "radio",
    "broadcast",
    "wire",
}
STATE_WORDS = {
    "state",
    "state-run",
    "state-owned",
    "state-controlled",
    "state-backed",
    "government-run",
    "government-owned",
    "official",
    "party-run",
}
PLATFORM_NOUNS = {"platform", "platforms", "network", "app", "site"}
# Words of one letter or of everyday meaning that name a platform only right behind these.
BEHIND = {"on", "via", "to", "platform", "site", "network", "and", "from"}


@dataclass(frozen=True, slots=True)
class Medium:
    """A named outlet, agency or platform; `country` is ISO 3166 alpha-3 or None. `unsure` where others share the name."""

    kind: LinkKind
    name: str
    country: str | None
    ownership: Ownership | None
    unsure: bool = False


# A medium that the document names, with the first and last token of the name.
Naming = tuple[Medium, int, int]


@dataclass(slots=True)
class Media:
    """All media by spelling. `starts` maps first two words to the spellings that start so, longest first."""

    spellings: dict[str, Medium] = field(default_factory=dict)
    starts: dict[tuple[str, ...], list[tuple[str, ...]]] = field(default_factory=dict)
    domains: dict[str, Medium] = field(default_factory=dict)

    def know(self, spelling: str, medium: Medium) -> None:
        """One more spelling; one that two media share means either, so that its country stays open where theirs differ."""
        words = tuple(WORD.findall(spelling))
        if not words:
            return
        had = self.spellings.get(" ".join(words))
        if had is not None:
            self.spellings[" ".join(words)] = _either(spelling, had, medium)
            return
        self.spellings[" ".join(words)] = medium
        self.starts.setdefault(words[:2], []).append(words)

    def called(self, name: str) -> Medium | None:
        """The medium of exactly that name, with or without "The"."""
        words = WORD.findall(name)
        for form in (words, words[1:] if words[:1] in (["The"], ["the"]) else ["The", *words]):
            if (found := self.spellings.get(" ".join(form))) is not None:
                return found
        return None

    def named(self, parsed: Parsed) -> tuple[Naming, ...]:
        """All media that the document names, left to right, the longest name where several fit."""
        found: list[Naming] = []
        i = 0
        while i < len(parsed.tokens):
            end = self._at(parsed, i)
            if end is None:
                i += 1
                continue
            medium = self.spellings[" ".join(end[1])]
            if not (medium.unsure and _within_name(parsed, i)):
                found.append((medium, i, end[0]))
            i = end[0] + 1
        return tuple(found)

    def _at(self, parsed: Parsed, i: int) -> tuple[int, tuple[str, ...]] | None:
        """The last token of the name that starts at token i, and the spelling."""
        start = WORD.findall(parsed.tokens[i].text)[:2]
        if len(start) == 1 and i + 1 < len(parsed.tokens):
            start += WORD.findall(parsed.tokens[i + 1].text)[:1]
        for key in (tuple(start), tuple(start[:1])):
            for words in self.starts.get(key, ()):
                end = _match(parsed, i, words)
                if end is not None and (len(words) > 1 or len(words[0]) > 1 or (i and parsed.tokens[i - 1].lower in BEHIND)):
                    return end, words
        return None


def _within_name(parsed: Parsed, i: int) -> bool:
    """ "on Parliament HILL": a word that ends another name."""
    before = parsed.tokens[i - 1] if i else None
    return before is not None and before.dep == "compound" and before.head == i and before.pos == "PROPN" and before.text[0].isupper()


def within(naming: Sequence[Naming], first: int, last: int) -> Iterator[Naming]:
    """The names that lie from token `first` to `last`."""
    for n in range(bisect_left(naming, first, key=lambda x: x[1]), len(naming)):
        if naming[n][1] > last:
            return
        if naming[n][2] <= last:
            yield naming[n]


def _either(spelling: str, one: Medium, other: Medium) -> Medium:
    if one.name == other.name or (one.kind == other.kind == "agency" and one.country == other.country):
        return one
    country = one.country if one.country == other.country else None
    ownership = one.ownership if one.ownership == other.ownership else None
    return Medium(one.kind, spelling, country, ownership, unsure=True)


def _match(parsed: Parsed, i: int, words: tuple[str, ...]) -> int | None:
    """The token that ends the spelling, where the text from token i on spells it and a word ends there."""
    told = iter(words)
    want: list[str] = []
    for k in range(i, min(i + len(words), len(parsed.tokens))):
        for word in WORD.findall(parsed.tokens[k].text):
            want.append(word)
            if word != next(told, None):
                return None
        if len(want) == len(words):
            return k
    return None


@functools.cache
def media() -> Media:
    """The shipped outlets, platforms and agencies; empty where their tables are not there."""
    known = Media()
    for file in ("agencies.tsv", "outlets.tsv"):
        path = table_path(file)
        for row in read_table(path, ("name", "aliases", "country", "ownership")) if path.exists() else ():
            _know(known, row, "agency" if file == "agencies.tsv" else "outlet")
    for spellings in known.starts.values():
        spellings.sort(key=len, reverse=True)
    return known


def _know(known: Media, row: Row, kind: LinkKind) -> None:
    told = row.values.get("kind", "")
    kind = "platform" if told == "platform" else "agency" if told == "agency" else kind
    unsure = set(row.list("ambiguous")) if "ambiguous" in row.values else set()
    medium = Medium(kind, row["name"], row["country"] or None, typed(Ownership, row["ownership"]) if row["ownership"] else None)
    for spelling in (row["name"], *row.list("aliases")):
        known.know(spelling, replace(medium, unsure=spelling in unsure))
    for domain in row.list("domain") if "domain" in row.values else ():
        known.domains.setdefault(domain, medium)
