"""Names with their short forms in brackets: "the Lake Security Council (LSC)"."""

from __future__ import annotations

from collections.abc import Iterator

from ontherecord.actors.affiliations import affiliation
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.scene import Scene
from ontherecord.language import Parsed

# Heads of names that are bodies', where the registry knows neither the name nor a role.
BODIES = frozenset({
    "organisation", "organization", "council", "committee", "commission", "association", "federation", "institute", "centre", "center",
    "forum", "bank", "fund", "authority", "office", "bureau", "party", "army", "force", "forces", "corps", "league", "congress",
    "community", "union", "front", "movement", "agency", "alliance", "group", "society", "foundation", "service", "assembly", "board",
    "network",
})  # fmt: skip


def find_acronyms(parsed: Parsed, nominals: dict[int, Nominal]) -> Iterator[tuple[str, int]]:
    """(acronym, head of the name before it) of every "Name Of Something (NOS)"."""
    by_last = {n.last: n.head for n in nominals.values()}
    for before, token, after in zip(parsed.tokens, parsed.tokens[1:], parsed.tokens[2:], strict=False):
        if before.text == "(" and after.text == ")" and token.text.isupper() and 2 <= len(token.text) <= 8 and before.i - 1 in by_last:
            head = by_last[before.i - 1]
            while parsed.tokens[head].dep in ("pobj", "conj") and parsed.tokens[parsed.tokens[head].head].lower in ("of", "for", "the"):
                head = parsed.tokens[parsed.tokens[head].head].head
            if parsed.tokens[parsed.left[head]].text[0] == token.text[0] or parsed.tokens[head].text[0].isupper():
                yield token.text, head


def by_acronym(scene: Scene, nominal: Nominal) -> tuple[str, ...]:
    """Whom an acronym means that the document introduced in brackets."""
    if not scene.acronyms or nominal.chain is None:
        return ()
    introduced = scene.acronyms.get(scene.parsed.span(*nominal.chain).of(scene.parsed.text))
    mention = scene.cast.at(introduced) if introduced is not None else None
    return mention.actors if mention is not None else ()


def enter_bracketed(scene: Scene, nominal: Nominal) -> tuple[str, ...]:
    """The actor of a body's name that nothing else tells of but that has its short form in brackets behind it.

    Its country is the one that the name tells, if any.
    """
    tokens = scene.parsed.tokens
    head = tokens[nominal.head]
    short = next((s for s, i in scene.acronyms.items() if i == nominal.head), None)
    if short is None or head.lower not in BODIES or not head.text[0].isupper():
        return ()
    end = next(k for k in range(nominal.head, len(tokens)) if tokens[k].text == "(")
    first = next(k for k in range(nominal.first, nominal.head + 1) if tokens[k].lower not in ("the", "a", "an"))
    name = " ".join(scene.parsed.span(first, end - 1).of(scene.parsed.text).split())
    codes = affiliation(scene, nominal, local=False).countries
    figure = scene.figure(("bracketed", short), "group", name, country=codes[0] if len(codes) == 1 else None)
    figure.roles.add(head.lower)
    return (figure.id,)
