"""Who is named as the source of a cue, and the words that name them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ontherecord.actors.registry import load
from ontherecord.attribution.drafts import Range, words
from ontherecord.attribution.media import OUTLET_NOUNS
from ontherecord.language import Grammar
from ontherecord.spans import Span

# Modifiers of a noun that do not help to name who it is.
ASIDE = {"relcl", "appos", "conj", "cc", "advcl", "parataxis", "ccomp", "punct", "preconj"}
TIMES = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may",
    "june", "july", "august", "september", "october", "november", "december", "day", "days", "week", "weeks", "weekend", "month",
    "months", "year", "years", "morning", "afternoon", "evening", "night", "noon", "hour", "hours", "minutes", "time", "today",
    "yesterday", "tomorrow",
}  # fmt: skip
# What speaks for its author: "a statement by the ministry said".
DOCUMENTS = {
    "statement", "communique", "communiqué", "readout", "letter", "report", "post", "tweet", "message", "note", "memo",
    "document", "release", "article", "editorial", "column", "speech", "remark", "address", "video", "declaration",
    "account", "transcript", "resolution", "paper", "announcement", "decree", "notice", "press", "email", "filing",
    "comment", "summary", "website", "broadcast",
}  # fmt: skip
# Nouns of people that no table of roles lists, and of things that tell, beside documents.
PEOPLE = {
    "source", "insider", "colleague", "relative", "friend", "family", "neighbour", "neighbor", "counterpart", "other", "parent",
    "mother", "father", "son", "daughter", "brother", "sister", "wife", "husband", "widow", "survivor", "eyewitness", "observer",
    "bystander", "side", "crowd", "everyone", "staffer", "opponent", "ally", "rival", "partner", "host", "passenger", "victim",
    "campaign", "camp", "command", "headquarters", "surrogate", "architect", "proponent", "narrator", "announcer", "moderator", "mogul",
    "participant", "attendee", "onlooker", "negotiator", "mediator", "leadership",
}  # fmt: skip
# Endings of nouns that name people by what they do or profess.
DOERS = (
    "ist", "ian", "eer", "writer", "owner", "organizer", "organiser", "holder", "maker", "leader", "worker", "keeper", "goer",
    "builder", "speaker", "dweller", "backer", "driver", "planner", "hunter", "seeker", "reader", "watcher", "insider", "villager",
    "islander",
)  # fmt: skip
# Words of number before "of" those who speak: "one of the ministers", "dozens of divers".
PARTITIVES = {"one", "some", "many", "several", "most", "number", "lot", "dozen", "hundred", "thousand", "group", "majority", "all", "half"}
THINGS = {
    "study", "survey", "poll", "data", "datum", "figure", "record", "intelligence", "research", "estimate", "photograph", "image",
    "footage", "evidence", "map", "tip", "law", "treaty", "book", "film",
    "complaint", "lawsuit", "indictment", "analysis", "database", "slide", "review", "audit", "average", "finding", "chart", "graph",
}  # fmt: skip
# Heads of mere figures, which say nothing.
SHARES = {"percent", "percentage", "per", "%"}
FIRST_SECOND = {"i", "we", "you", "us", "my", "our", "your", "'s", "’s"}


def source_span(grammar: Grammar, heads: Sequence[int], *, cue: int) -> Span | None:
    """The words that name the source: the noun phrase of the first head with what is coordinated to it, without asides."""
    if not heads:
        return None
    spans = [s for h in heads if (s := words(grammar.parsed, noun_phrase(grammar, h, cue=cue)))]
    if not spans:
        return None
    near = [s for s in spans if s.start - spans[0].end < 40]
    return Span(min(s.start for s in near), max(s.end for s in near))


def noun_phrase(grammar: Grammar, head: int, *, cue: int) -> Range:
    """The phrase that the token heads, up to the first comma or clause behind it and never over the cue."""
    parsed, tokens = grammar.parsed, grammar.tokens
    first = last = head
    for c in parsed.children[head]:
        if tokens[c].dep == "appos" and parsed.left[c] == last + 1 and tokens[c].pos == "PROPN" and not head < cue < c:
            last = max(last, c)  # "President of Chad Ana Mota": the name is no aside
            continue
        if tokens[c].dep in ASIDE or parsed.left[c] <= cue <= parsed.right[c]:
            continue
        if (c < head and parsed.left[c] > cue) or c < head < cue:
            first = min(first, parsed.left[c])
        elif c > head and (tokens[c].dep != "acl" or c == head + 1) and not (head < cue <= parsed.right[c]):
            last = max(last, _to_comma(grammar, last, parsed.right[c]))
    if last + 1 < len(tokens) and tokens[last + 1].text.isupper() and tokens[last + 1].text.isalpha() and not head < cue <= last + 1:
        last += len(tokens[last + 1].text) > 1  # "state news agency SANA", where the parser takes the name for something else
    return first, last


def _to_comma(grammar: Grammar, first: int, last: int) -> int:
    for i in range(first + 1, last + 1):
        if grammar.tokens[i].text in (",", "—", "–", ";", ":"):
            return i - 1
    return last


def sources(grammar: Grammar, verb: int) -> tuple[int, ...]:
    """Heads of who says it: subject or, in a passive, agent; empty where nobody is named."""
    over = lifted(grammar, verb)
    if over is not None:
        return sources(grammar, over)
    if grammar.is_passive(verb):
        return tuple(grammar.agents(verb))
    quoting = _quoting(grammar, verb)
    if quoting is not None and not grammar.is_passive(quoting):  # "quoted a guard as saying": the guard says it
        return tuple(x for o in grammar.children(quoting, "dobj") for x in grammar.conjuncts(o))
    inverted = _inverted(grammar, verb)
    found = tuple(nominal(grammar, grammar.conjuncts(inverted) if inverted is not None else grammar.subjects(verb)))
    return _resumed(grammar, verb, found) or found


def _resumed(grammar: Grammar, verb: int, found: Sequence[int]) -> tuple[int, ...]:
    """Who says it where the parser lent the verb a number for its subject: "She recalled that nine percent fled, and asked him to help"."""
    if not found or any(grammar.tokens[f].pos != "NUM" and grammar.tokens[f].lower not in SHARES for f in found):
        return ()
    first = grammar.first_conjunct(verb)
    over = grammar.tokens[first].head
    if over == first:  # "She recalled that, of forty boats, nine percent were lost", where the parser took "were" for the main verb
        over = next((c for c in grammar.children(first, "ccomp") if c < first and grammar.tokens[c].tag == "VBD"), first)
    if first == verb or over in (first, verb) or not grammar.is_verb(over) or grammar.children(verb, "nsubj", "nsubjpass"):
        return ()
    return tuple(f for f in nominal(grammar, grammar.subjects(over)) if vouches(grammar, f))


def lifted(grammar: Grammar, verb: int) -> int | None:
    """The verb before whose "that" clause the parser took this one for a part of: "He said that it broke, and asked them to mend it".

    A past tense behind ", and" without a subject of its own goes on with the outer verb in the past; so it does without a comma
    where the clause is in another tense, "said that it will rain and asked them to stay", or of a thing that adds nothing by itself,
    "explained that the pier was shut and added that it leaks".
    """
    token, tokens = grammar.tokens[verb], grammar.tokens
    if token.tag != "VBD" or token.dep != "conj" or grammar.children(verb, "nsubj", "nsubjpass", "aux", "auxpass"):
        return None
    clause = grammar.first_conjunct(verb)
    over = tokens[clause].head
    joint = next((k for k in range(verb - 1, max(verb - 4, 0), -1) if tokens[k].lower in ("and", "but")), 0)
    marked = any(tokens[c].lower == "that" for c in grammar.children(clause, "mark"))
    if tokens[clause].dep != "ccomp" or not over < clause < joint or tokens[over].tag != "VBD" or not marked:
        return None
    of_things = all(tokens[s].pos == "NOUN" and not vouches(grammar, s) for s in grammar.children(clause, "nsubj", "nsubjpass"))
    tells = of_things and any(tokens[k].lower == "that" for c in grammar.children(verb, "ccomp") for k in grammar.children(c, "mark"))
    return over if tokens[joint - 1].text == "," or tells or _other_tense(grammar, clause) else None


def _other_tense(grammar: Grammar, verb: int) -> bool:
    """Whether a clause stands in no simple past, so that a past verb behind "and" does not go on with it."""
    return grammar.tokens[verb].tag != "VBD" and not (set(grammar.auxiliaries(verb)) & {"was", "were", "had", "did"})


def _inverted(grammar: Grammar, verb: int) -> int | None:
    """The subject right behind a verb that has another before it: "No deal, says Mota", where the deal is what she speaks of."""
    own = grammar.children(verb, "nsubj")
    return own[-1] if len(own) > 1 and own[0] < verb < own[-1] else None


def _quoting(grammar: Grammar, verb: int) -> int | None:
    """The verb "quote" or "cite" that governs "as saying"."""
    token, tokens = grammar.tokens[verb], grammar.tokens
    if token.dep != "pcomp" or tokens[token.head].lower != "as":
        return None
    above = tokens[tokens[token.head].head]
    above = tokens[above.head] if above.pos in ("NOUN", "PROPN", "PRON") else above
    return above.i if above.lemma in ("quote", "cite") else None


def nominal(grammar: Grammar, heads: Iterable[int]) -> list[int]:
    """Those that can name somebody, without "it" and "there" as mere grammar."""
    tokens = grammar.tokens
    return [h for h in heads if not grammar.is_verb(h) and tokens[h].dep != "expl" and tokens[h].lower not in ("what", "which")]


def vouches(grammar: Grammar, head: int) -> bool:
    """Whether a noun can be the source of a report: a name, a person, a body, an outlet or a document, not a reason or a circumstance."""
    token = grammar.tokens[head]
    lemma = token.lemma.lower()
    if lemma in PARTITIVES and (of := grammar.behind(head, "of")):
        return vouches(grammar, of[0])
    if token.pos == "NOUN" and lemma.endswith(DOERS):
        return True
    role = load().roles.get(token.lower)
    if role is not None and role.office == "weapons":
        return False
    return token.pos in ("PROPN", "PRON", "NUM") or role is not None or lemma in DOCUMENTS | OUTLET_NOUNS | PEOPLE | THINGS


def own_words(grammar: Grammar, heads: Sequence[int]) -> bool:
    """Whether the source is the one who speaks or is spoken to ("I", "we", "you"), or nobody."""
    return all(grammar.tokens[h].lower in FIRST_SECOND or _of_us(grammar, h) for h in heads)


def _of_us(grammar: Grammar, head: int) -> bool:
    """ "each of us", "many of you"."""
    of = grammar.behind(head, "of") if grammar.tokens[head].pos in ("DET", "PRON", "ADJ", "NUM") else []
    return bool(of) and all(grammar.tokens[o].lower in FIRST_SECOND for o in of)


def near_noun(grammar: Grammar, verb: int, frame: Range) -> tuple[int, ...]:
    """The noun next to the verb inside the frame, where the parser found no subject: "…, Mr Rao chuckled"."""
    tokens = grammar.tokens
    for i in (*range(verb + 1, min(verb + 2, frame[1]) + 1), *range(verb - 1, max(frame[0], verb - 6) - 1, -1)):
        if grammar.is_verb(i) and i < verb - 1:
            return ()
        if tokens[i].pos in ("PROPN", "NOUN", "PRON") and tokens[i].lower not in TIMES and tokens[i].tag not in ("WP", "WDT"):
            while tokens[i].dep in ("compound", "nmod", "flat") and frame[0] <= tokens[i].head <= frame[1] and tokens[i].head != verb:
                i = tokens[i].head
            over = tokens[i].head
            if tokens[i].dep == "pobj" and tokens[over].lower == "of" and frame[0] <= tokens[over].head < over:
                i = tokens[over].head  # "the head of state said"
            return (i,)
    return ()
