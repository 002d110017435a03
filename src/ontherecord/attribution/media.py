"""Outlets, agencies and platforms: which words name one, whose it is, and who owns it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
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


@dataclass(slots=True)
class Media:
    """All media by spelling. `by_first` maps the first word of a spelling to all spellings that begin so, longest first."""

    spellings: dict[str, Medium] = field(default_factory=dict)
    by_first: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
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
        self.by_first.setdefault(words[0], []).append(words)

    def called(self, name: str) -> Medium | None:
        """The medium of exactly that name, with or without "The"."""
        words = WORD.findall(name)
        for form in (words, words[1:] if words[:1] in (["The"], ["the"]) else ["The", *words]):
            if (found := self.spellings.get(" ".join(form))) is not None:
                return found
        return None

    def at(self, parsed: Parsed, i: int, last: int) -> tuple[Medium, int] | None:
        """The medium whose name starts at token i and ends by token `last`, and its last token."""
        first = WORD.match(parsed.tokens[i].text)
        for words in self.by_first.get(first.group(), ()) if first else ():
            end = _match(parsed, i, last, words)
            if end is not None and (len(words) > 1 or len(words[0]) > 1 or (i and parsed.tokens[i - 1].lower in BEHIND)):
                return self.spellings[" ".join(words)], end
        return None

    def within(self, parsed: Parsed, first: int, last: int) -> Iterator[tuple[Medium, int, int]]:
        """All media named from token `first` to `last`, with first and last token of the name."""
        i = first
        while i <= last:
            found = self.at(parsed, i, last)
            if found is None:
                i += 1
            else:
                yield found[0], i, found[1]
                i = found[1] + 1


def _either(spelling: str, one: Medium, other: Medium) -> Medium:
    if one.name == other.name or (one.kind == other.kind == "agency" and one.country == other.country):
        return one
    country = one.country if one.country == other.country else None
    ownership = one.ownership if one.ownership == other.ownership else None
    return Medium(one.kind, spelling, country, ownership, unsure=True)


def _match(parsed: Parsed, i: int, last: int, words: tuple[str, ...]) -> int | None:
    """The token that ends the spelling, where the text from token i on spells it and a word ends there."""
    told = iter(words)
    want: list[str] = []
    for k in range(i, last + 1):
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
    for spellings in known.by_first.values():
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
