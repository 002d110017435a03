"""The two sides of the talks that a report is about."""

from __future__ import annotations

from ontherecord.actors.cast import Cast
from ontherecord.language import Grammar, Parsed


def parties(parsed: Parsed, grammar: Grammar, cast: Cast, before: int) -> tuple[str, ...]:
    """Ids of the actors of two countries that an earlier subject names together or with each other: "the ministers", "X met with Y".

    () where the nearest sentences name no such pair.
    """
    for sentence in reversed(parsed.sentences[: parsed.tokens[before].sent + 1]):
        for i in range(sentence.first, min(sentence.last, before)):
            if parsed.tokens[i].dep not in ("nsubj", "nsubjpass"):
                continue
            ids = [a for k in grammar.conjuncts(i) for a in cast.party(k)]
            ids += [a for k in grammar.behind(parsed.tokens[i].head, "with") for a in cast.party(k)]
            ids += [a for o in grammar.children(parsed.tokens[i].head, "dobj") for k in grammar.behind(o, "with") for a in cast.party(k)]
            if len({cast.actor(a).country for a in ids} - {None}) > 1:
                return tuple(dict.fromkeys(ids))
    return ()
