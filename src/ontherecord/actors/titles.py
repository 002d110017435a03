"""Where a long title ends and the name begins: "Deputy Minister for Regional Development Ito Muster"."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ontherecord.actors.genders import given_names
from ontherecord.actors.nominals import Nominal
from ontherecord.actors.roles import RoleHit
from ontherecord.actors.spelling import fold
from ontherecord.language import Parsed

# What ministers are ministers of and heads are heads of: words that end the name of a post or body and no person's given name.
INSTITUTIONS = frozenset({
    "administration", "affairs", "agency", "agriculture", "assembly", "association", "authority", "board", "bureau", "cabinet", "chamber",
    "commerce", "commission", "committee", "communications", "company", "cooperation", "co-operation", "corporation", "council", "court",
    "culture", "defence", "defense", "department", "development", "directorate", "directors", "division", "economy", "education", "energy",
    "environment", "finance", "forces", "foundation", "fund", "group", "health", "industry", "institute", "integration", "issues",
    "justice", "labour", "labor", "logistics", "management", "market", "markets", "ministers", "ministry", "office", "parliament", "policy",
    "politics", "protection", "reform", "reforms", "relations", "resources", "rights", "science", "secretariat", "security", "service",
    "services", "staff", "technology", "territories", "tourism", "trade", "transformation", "transport", "union", "university", "welfare",
})  # fmt: skip
OF = frozenset({"of", "for", "on", "to"})
# Tokens between the preposition and the name's first token, and from the title to the name.
NEAREST, FARTHEST = 5, 14
WITHIN = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CC", "POS"})


def part_titles(parsed: Parsed, nominals: Iterable[Nominal], roles: Collection[RoleHit]) -> None:
    """Takes the last words of a title off the names behind it, which the tagger made one proper name of."""
    last = {h.last for h in roles if h.role.kind == "person"}
    for nominal in nominals:
        if nominal.chain is None or nominal.chain[1] - nominal.chain[0] < 2:
            continue
        first = _first_of_name(parsed, nominal.chain)
        if first is not None and _of_title(parsed, nominal.chain[0], last):
            nominal.chain = (first, nominal.chain[1])
            nominal.words = ()  # they are the title's


def _first_of_name(parsed: Parsed, chain: tuple[int, int]) -> int | None:
    """The token behind the last word of a body or field, else the first given name; None where the name is whole."""
    tokens = parsed.tokens
    bodies = [k for k in range(chain[0], chain[1]) if tokens[k].lower in INSTITUTIONS]
    if bodies:
        return bodies[-1] + 1
    known = given_names()
    given = [k for k in range(chain[0], chain[1]) if fold(tokens[k].text) in known]
    return given[0] if given and given[0] > chain[0] else None


def _of_title(parsed: Parsed, first: int, last: set[int]) -> bool:
    """Whether a title and "of" or "for" stand before the token, with nothing between that ends a phrase."""
    tokens = parsed.tokens
    start = max(parsed.sentences[tokens[first].sent].first, first - FARTHEST)
    preposition = next((k for k in range(first - 1, max(start, first - NEAREST) - 1, -1) if tokens[k].tag not in WITHIN), None)
    if preposition is None or tokens[preposition].lower not in OF:
        return False
    for k in range(preposition - 1, start - 1, -1):
        if k in last:
            return True
        if tokens[k].tag not in WITHIN and tokens[k].lower not in OF:
            return False
    return False
