"""To whom the title of a speech says that it is given: "Address by the king to THE PARLIAMENT OF PERU", "Remarks at THE EU SUMMIT"."""

from __future__ import annotations

from typing import NamedTuple

from ontherecord.actors.headline import names_of, words_of
from ontherecord.actors.registry import Registry

SPEECHES = {"speech", "address", "addresses", "addressed", "remarks", "statement", "message", "appeal", "greeting", "greetings", "speaks"}
BEFORE = {"to", "in", "at", "before"}
# Bodies that stand for a country's lawmakers where a title calls them by no name that the registry has.
LAWMAKERS = {"parliament", "senate", "congress", "chamber", "assembly", "house", "diet", "lawmakers", "deputies", "parliamentarians"}
KINDS = {"country", "seat", "body", "national"}


class Audience(NamedTuple):
    """Those who listen, as an actor would be entered. `state` where they are a country as such."""

    name: str
    country: str
    sector: str | None
    state: bool


def audience(title: str | None, registry: Registry, home: str | None) -> Audience | None:
    """The first country or body not of `home` that a speech's title names behind "to", "in", "at" or "before"; None where it names none."""
    words = words_of(title or "")
    lower = [w.lower().strip(",:") for w in words]
    speech = next((i for i, w in enumerate(lower) if w in SPEECHES), None)
    if speech is None:
        return None
    begin = next((i for i in range(speech + 1, len(lower)) if lower[i] in BEFORE), None)
    if begin is None:
        return None
    for first, last, sense in names_of(registry, words):
        if first < begin or sense.kind not in KINDS or sense.country in (None, home):
            continue
        name, country = sense.name, sense.country or ""
        if sense.kind not in ("country", "seat"):
            return Audience(name, country, sense.sector, state=False)
        if LAWMAKERS & set(lower[begin : last + 3]):
            return Audience(f"parliament of {name}", country, "LEG", state=False)
        return Audience(name, country, "GOV", state=True)
    return None
