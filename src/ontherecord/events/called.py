"""Papers and talks that are called by the town where they were made: "the LIMA agreements" belong to nobody there."""

from __future__ import annotations

from ontherecord.actors.cast import Cast
from ontherecord.language import Grammar

PAPERS = {
    "agreement", "accord", "treaty", "protocol", "convention", "declaration", "pact", "process", "summit", "format", "memorandum",
    "charter", "communique", "communiqué", "conference", "principle", "formula", "platform", "statute",
}  # fmt: skip


def called_by_town(i: int, grammar: Grammar, cast: Cast) -> bool:
    """Whether a town's name before the noun is all that ties the paper to a country."""
    if grammar.tokens[i].lemma.lower() not in PAPERS or grammar.children(i, "poss") or grammar.behind(i, "of"):
        return False
    beside = [c for c in grammar.children(i, "compound", "nmod", "amod") if grammar.tokens[c].tag in ("NNP", "NNPS")]
    named = [(c, m.actors[0]) for c in beside if (m := cast.at(c)) is not None and m.actors]
    return bool(named) and all(cast.is_country(a) and grammar.tokens[c].lower not in cast.actor(a).name.lower() for c, a in named)
