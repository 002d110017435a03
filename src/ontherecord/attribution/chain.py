"""Source chains: who vouches for what, outermost first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from urllib.parse import urlsplit

from ontherecord.attribution.media import Medium, media
from ontherecord.language import Parsed
from ontherecord.records import Document, SourceLink, Statement

Chain = tuple[SourceLink, ...]


def base_chain(document: Document) -> Chain:
    """Who vouches for everything in the document: its publisher and the agency that it was taken from."""
    links = []
    known = media()
    if document.publisher:
        medium = known.called(document.publisher) or _by_domain(document.url)
        links.append(_link("publisher", document.publisher, medium))
    if document.agency and document.agency != document.publisher:
        links.append(_link("agency", document.agency, known.called(document.agency)))
    return tuple(links)


def _link(kind: str, name: str, medium: Medium | None) -> SourceLink:
    facts = (medium.country, medium.ownership) if medium else (None, None)
    return SourceLink("publisher" if kind == "publisher" else "agency", name, *facts)


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
