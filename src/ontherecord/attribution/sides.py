"""The two sides of the talks that a report is about."""

from __future__ import annotations

from ontherecord.actors.cast import Cast
from ontherecord.language import Grammar, Parsed

# Names of both sides at once, which say nothing of who they are.
TOGETHER = {"parties", "sides", "interlocutors"}


def parties(parsed: Parsed, grammar: Grammar, cast: Cast, before: int) -> tuple[str, ...]:
    """Ids of the actors of two countries that an earlier subject names together or with each other: "the ministers", "X met with Y".

    () where the nearest sentences name no such pair.
    """
    for sentence in reversed(parsed.sentences[: parsed.tokens[before].sent + 1]):
        for i in range(sentence.first, min(sentence.last, before)):
            if parsed.tokens[i].dep not in ("nsubj", "nsubjpass") or parsed.tokens[i].lower in TOGETHER:
                continue
            ids = [a for k in grammar.conjuncts(i) for a in cast.party(k)]
            ids += [a for k in grammar.behind(parsed.tokens[i].head, "with") for a in cast.party(k)]
            ids += [a for o in grammar.children(parsed.tokens[i].head, "dobj") for k in grammar.behind(o, "with") for a in cast.party(k)]
            if len({cast.actor(a).country for a in ids} - {None}) > 1:
                return tuple(dict.fromkeys(ids))
    return ()


# Sentences between somebody's words and an "It was noted that" that goes on with them.
REACH = 3


def teller(parsed: Parsed, grammar: Grammar, cast: Cast, at: int) -> tuple[str, ...]:
    """Ids of the actors that the subject of the nearest of the sentences before names; () where the nearest ones name nobody."""
    sentence = parsed.sentence_of(at)
    for before in reversed(parsed.sentences[max(0, sentence.i - REACH) : sentence.i]):
        root = next((i for i in range(before.first, before.last) if parsed.tokens[i].dep == "ROOT"), None)
        if before.paragraph != sentence.paragraph or root is None or any(parsed.quote_of[i] >= 0 for i in (before.first, before.last - 1)):
            continue
        ids = tuple(dict.fromkeys(a for s in grammar.subjects(root) for a in cast.party(s)))
        if ids and not grammar.is_passive(root):
            return ids
    return ()
