"""Source chains: who vouches for what, outermost first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from urllib.parse import urlsplit

from ontherecord.actors.registry import load
from ontherecord.actors.spelling import fold
from ontherecord.attribution.media import Medium, media
from ontherecord.language import Parsed
from ontherecord.records import Document, SourceLink, Statement
from ontherecord.records.types import Ownership

Chain = tuple[SourceLink, ...]


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
    """The country of an office of government that the words name: "The Kremlin", "President of Chad", "French Foreign Ministry"."""
    words = [w for w in name.replace("’s", "").replace("'s", "").split() if w.lower() != "the"]
    known = load()
    offices = any(w.lower() in known.roles for w in words)
    for size in range(len(words), 0, -1):
        for first in range(len(words) - size + 1):
            for sense in known.names.get(fold(" ".join(words[first : first + size])), ()):
                if sense.country and (sense.kind == "seat" or (offices and sense.kind in ("country", "adjective"))):
                    return sense.country
    return None


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
        for span in statements[n].content:
            first = bisect_left(starts, span.start)
            last = bisect_left(starts, span.end)
            of[first:last] = [n] * (last - first)
    return tuple(of)


def chain_at(i: int, statements: Sequence[Statement], parsed: Parsed, *, base: Chain = ()) -> Chain:
    """The chain that vouches for what token i tells; `base` where the document tells it by itself.

    One look through all statements a call; for a whole document ask `innermost` once.
    """
    token = parsed.tokens[i]
    holding = [s for s in statements if any(c.start <= token.start and token.end <= c.end for c in s.content)]
    return min(holding, key=lambda s: sum(len(c) for c in s.content)).according_to if holding else base
