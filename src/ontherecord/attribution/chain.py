"""Source chains: who vouches for what, outermost first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from ontherecord.actors.registry import Sense, load
from ontherecord.actors.spelling import fold
from ontherecord.attribution.media import OUTLET_NOUNS, Medium, media
from ontherecord.language import Parsed
from ontherecord.records import Document, SourceLink, Statement
from ontherecord.records.types import Ownership

Chain = tuple[SourceLink, ...]
# Words that are roles elsewhere ("the nation's daily") and in the name of a publisher make it no office.
MEDIUM_WORDS = OUTLET_NOUNS | {"nation", "nations"}
# What many countries call the house or office of their head of state or government; a capital beside it tells whose it is.
HOUSES = ("state house", "presidential", "presidency", "royal palace", "chancellery", "government house")


def base_chain(document: Document) -> Chain:
    """Who vouches for everything in the document: its publisher and the agency that it was taken from."""
    links = []
    if document.publisher:
        medium = media().called(document.publisher) or _by_domain(document.url) or _official(document.publisher)
        links.append(SourceLink("publisher", document.publisher, *_facts(medium)))
        if platform := _platform(document.publisher):
            links.append(SourceLink("platform", platform.name, *_facts(platform)))
    if document.agency and document.agency != document.publisher:
        links.append(SourceLink("agency", document.agency, *_facts(media().called(document.agency))))
    return tuple(links)


def _facts(medium: Medium | None) -> tuple[str | None, Ownership | None]:
    return (medium.country, medium.ownership) if medium else (None, None)


def _official(publisher: str) -> Medium | None:
    """A government office that publishes its own account."""
    country = None if _platform(publisher) else government(publisher)
    return Medium("outlet", publisher, country, "state") if country else None


def _platform(publisher: str) -> Medium | None:
    """Where somebody publishes by themselves: "Ana Mota on X"."""
    _, on, name = publisher.rpartition(" on ")
    medium = media().called(name) if on else None
    return medium if medium and medium.kind == "platform" else None


def government(name: str) -> str | None:
    """The country of an office of government that the words name: "The Kremlin", "President of Chad", "French Foreign Ministry", "Global
    Affairs Canada", "State House Lusaka". A country that they name outweighs a seat that others have too ("Royal Court of Jordan").
    """
    words = [w for w in name.replace("’", "'").split() if w.lower() != "the"]
    known = load()
    senses = [*known.names.get(fold(name), ()), *known.names.get(fold(" ".join(words)), ())]
    national = {s.country for s in senses if s.kind == "national" and s.sector == "GOV" and s.country}
    if len(national) == 1:
        return national.pop()
    named = list(_named(words))
    roles = {w.lower().removesuffix("'s") for w in words} & known.roles.keys() - MEDIUM_WORDS
    houses = any(house in name.lower() for house in HOUSES)
    seats = any(sense.kind == "seat" for sense in named)
    kinds = ["country adjective"] * bool(roles or houses or seats) + ["seat"] * seats + ["capital"] * houses
    return next((sense.country for some in kinds for sense in named if sense.kind in some.split() and sense.country), None)


def _named(words: Sequence[str]) -> Iterator[Sense]:
    """What each run of words can mean, the longest first."""
    known = load()
    for size in range(len(words), 0, -1):
        for first in range(len(words) - size + 1):
            run = " ".join(words[first : first + size])
            yield from known.names.get(fold(run)) or known.names.get(fold(run.replace("'s", "")), ())


def _by_domain(url: str | None) -> Medium | None:
    if not url:
        return None
    labels = (urlsplit(url).hostname or "").split(".")
    tails = [".".join(labels[n:]) for n in range(len(labels) - 1)]
    return next((media().domains[t] for t in tails if t in media().domains), None)


def innermost(statements: Sequence[Statement], parsed: Parsed) -> tuple[int, ...]:
    """For every token the index of the innermost statement whose content holds it, or -1."""
    of = [-1] * len(parsed.tokens)
    starts = [t.start for t in parsed.tokens]
    sizes = [sum(len(s) for s in statement.content) for statement in statements]
    for n in sorted(range(len(statements)), key=lambda n: -sizes[n]):
        if n and _jointly(statements[n - 1], statements[n]):
            continue
        for span in statements[n].content:
            first = bisect_left(starts, span.start)
            last = bisect_left(starts, span.end)
            of[first:last] = [n] * (last - first)
    return tuple(of)


def _jointly(one: Statement, other: Statement) -> bool:
    """Whether two statements are the same words of several who speak together; the first stands for both."""
    return (one.cue, one.source, one.content) == (other.cue, other.source, other.content)


def chain_at(i: int, statements: Sequence[Statement], parsed: Parsed, *, base: Chain = ()) -> Chain:
    """The chain that vouches for what token i tells; `base` where the document tells it by itself.

    One look through all statements a call; for a whole document ask `innermost` once.
    """
    token = parsed.tokens[i]
    holding = [s for s in statements if any(c.start <= token.start and token.end <= c.end for c in s.content)]
    return min(holding, key=lambda s: sum(len(c) for c in s.content)).according_to if holding else base
