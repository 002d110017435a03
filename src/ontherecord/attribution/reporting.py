"""A reporting verb at work, and whether it tells that something was said at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ontherecord.actors.registry import load
from ontherecord.attribution.cues import Cue
from ontherecord.attribution.sources import DOCUMENTS, own_words, vouches
from ontherecord.language import Grammar

# Governors after which an infinitive still reports: "continued to say", "appears to suggest".
CARRIES = {"continue", "begin", "use", "proceed", "like", "seem", "appear"}
NOBODY = {"no", "nobody", "none", "neither", "nothing"}
ANYBODY = {"someone", "somebody", "anyone", "anybody", "everyone", "everybody"}
QUESTIONS = {"whether", "if"}
CONDITIONS = {"if", "unless"}
UNREAL = {"should", "must", "can", "could", "may", "might", "let"}


@dataclass(frozen=True, slots=True)
class Reporting:
    """A verb at work: its entry, its last cue token, the heads of its source, and whether it is passive."""

    verb: int
    cue_end: int
    entry: Cue
    sources: tuple[int, ...]
    passive: bool


def reports(said: Reporting, grammar: Grammar, spoken: Sequence[bool]) -> bool:
    """Whether the verb tells that something was said, rather than denies, wishes, forbids or imagines it.

    `spoken` says of every token whether somebody says it: what "I" and "we" say there is no statement of its own.
    """
    if _imagined(said.verb, grammar) or _about_nobody(said, grammar) or _denied(said, grammar) or _aimed_at(said.verb, grammar):
        return False
    if spoken[said.verb] and any(grammar.tokens[s].lower in ANYBODY for s in said.sources):
        return False  # "somebody will ask"
    if _goes_on_doing(said, grammar) or (spoken[said.verb] and (_asked_openly(said.verb, grammar) or _habit(said, grammar))):
        return False
    if spoken[said.verb] and grammar.tokens[said.verb].dep == "relcl" and _of_which(said.verb, grammar):
        return False  # "the plan for the fair, which confirms our resolve": a thing, of which the parser tells not even which one
    if _qualifying(said, grammar) or _accused(said, grammar) or _thanks_hearer(said.verb, grammar):
        return False
    if said.passive and "will" in grammar.auxiliaries(said.verb) and not grammar.children(said.verb, "ccomp", "xcomp"):
        return False  # "the details will be clarified"
    if _a_deed(said, grammar, spoken) or (said.entry.words == "ask" and said.passive and not said.sources):
        return False  # "asked about the strike": a question that nobody is named for
    if said.entry.words in ("ask", "request", "insist", "speak") and _hides(said.verb, grammar):
        return False
    return not (spoken[said.verb] and (own_words(grammar, said.sources) or _behind_vocative(said, grammar)))


def _of_which(verb: int, grammar: Grammar) -> bool:
    noun = grammar.tokens[grammar.tokens[verb].head]
    speaks = noun.lower in load().roles or noun.lemma.lower() in DOCUMENTS
    return not speaks and any(grammar.tokens[s].lower == "which" for s in grammar.children(verb, "nsubj"))


def _qualifying(said: Reporting, grammar: Grammar) -> bool:
    """ "the harvest they hoped to bring in": a clause that only tells which harvest."""
    of_noun = grammar.tokens[said.verb].dep == "relcl" and grammar.tokens[said.verb].head < said.verb
    if not of_noun or said.entry.manner not in ("hopes", "believes") or said.entry.takes & {"as", "name"}:
        return False
    willed = [c for c in grammar.children(said.verb, "xcomp") if any(grammar.tokens[k].tag == "TO" for k in grammar.parsed.children[c])]
    return bool(willed) and any(grammar.tokens[s].head == said.verb for s in said.sources if grammar.tokens[s].tag not in ("WP", "WDT"))


def _a_deed(said: Reporting, grammar: Grammar, spoken: Sequence[bool]) -> bool:
    """ "they proved that they can fight", in somebody's words."""
    if "will" in grammar.auxiliaries(said.verb) and (
        said.entry.manner == "believes" or (said.entry.manner == "shows" and spoken[said.verb])
    ):
        return True  # "they will understand that", "people will show how"
    return said.entry.manner == "shows" and spoken[said.verb] and not any(grammar.tokens[s].pos == "NOUN" for s in said.sources)


def _behind_vocative(said: Reporting, grammar: Grammar) -> bool:
    """ "Madam President, my friend, I do hope …": the parser takes who is spoken to for the one who hopes."""
    tokens, k = grammar.tokens, said.verb - 1
    while k > 0 and tokens[k].dep in ("aux", "auxpass", "advmod", "neg"):
        k -= 1
    if tokens[k].lower not in ("i", "we") or not said.sources or k in said.sources:
        return False
    return max(said.sources) < k and any(tokens[j].text == "," for j in range(max(said.sources) + 1, k))


def _thanks_hearer(verb: int, grammar: Grammar) -> bool:
    """ "thank you for coming": thanks given, not reported; "Mr President" before it is who is thanked."""
    return grammar.tokens[verb].lemma == "thank" and any(grammar.tokens[o].lower == "you" for o in grammar.children(verb, "dobj", "dative"))


def _imagined(verb: int, grammar: Grammar) -> bool:
    """Infinitives, commands, "should say", "should have said", "it has to be said", "if they say", "without saying"."""
    token, tokens = grammar.tokens[verb], grammar.tokens
    helpers = set(grammar.auxiliaries(verb))
    if token.tag == "VBN" and (helpers & UNREAL or {"be", "to"} <= {tokens[c].lower for c in grammar.parsed.children[verb]}):
        return bool({"have", "be"} & helpers)
    if verb and tokens[verb - 1].lower == "please":
        return True
    if token.dep == "advcl" and token.tag in ("VBZ", "VBP") and any(tokens[c].lower in CONDITIONS for c in grammar.children(verb, "mark")):
        return True
    if token.tag == "VB":
        if any(tokens[c].tag == "TO" for c in grammar.parsed.children[verb]):
            return not _carried(token.head, token.dep, grammar)
        if _chained(verb, grammar):
            return True
        command = not grammar.subjects(verb) and not grammar.auxiliaries(verb)
        return command or bool(helpers & UNREAL) or tokens[token.head].lemma == "let"
    if token.tag == "VBP" and token.dep == "ROOT" and not grammar.subjects(verb) and grammar.parsed.left[verb] == verb:
        return grammar.parsed.sentence_of(verb).first == verb  # "Tell them that …" tagged as a finite verb
    return token.dep == "pcomp" and tokens[token.head].lower == "without"


def _asked_openly(verb: int, grammar: Grammar) -> bool:
    """ "Did anybody expect that it would hold?": nobody did so far."""
    token, tokens = grammar.tokens[verb], grammar.tokens
    sentence = grammar.parsed.sentence_of(verb)
    helpers = grammar.children(verb, "aux")
    subjects = grammar.children(verb, "nsubj")
    inverted = token.dep == "ROOT" and bool(helpers) and bool(subjects) and helpers[0] < subjects[0] and helpers[0] <= sentence.first + 1
    return inverted and any(tokens[k].text == "?" for k in range(verb, sentence.last))


def _goes_on_doing(said: Reporting, grammar: Grammar) -> bool:
    """ "the league continues to grow": what goes on is a deed, unless it is one of saying."""
    return said.entry.words in ("continue", "begin") and any(
        grammar.tokens[k].tag == "TO" for c in grammar.children(said.verb, "xcomp") for k in grammar.parsed.children[c]
    )


def _habit(said: Reporting, grammar: Grammar) -> bool:
    """ "When politicians say that", "what a man thinks", in a speech: a thought about what people say."""
    token, tokens = grammar.tokens[said.verb], grammar.tokens
    if token.tag not in ("VBZ", "VBP"):
        return False
    bare = all(tokens[s].pos == "NOUN" and not any(tokens[c].lower == "the" for c in grammar.children(s, "det")) for s in said.sources)
    when = token.dep == "advcl" and any(tokens[c].lower in ("when", "whenever") for c in grammar.children(said.verb, "advmod"))
    what = any(tokens[c].lower == "what" for c in grammar.children(said.verb, "dobj")) and not said.entry.takes & {"as", "name"}
    return bool(said.sources) and bare and (when or what)


def _chained(verb: int, grammar: Grammar) -> bool:
    """ "asked the crew to wait and explain why", "helped them learn and believe": a deed that somebody is asked or helped to do."""
    first = grammar.first_conjunct(verb)
    if first == verb or grammar.tokens[first].tag != "VB" or grammar.children(verb, "nsubj", "aux"):
        return False
    if any(grammar.tokens[c].tag == "TO" for c in grammar.parsed.children[first]):
        return not _carried(grammar.tokens[first].head, grammar.tokens[first].dep, grammar)
    return not grammar.auxiliaries(first)


def _aimed_at(verb: int, grammar: Grammar) -> bool:
    """ "so that they understand": what is hoped to come about, not what is."""
    clause, tokens = grammar.first_conjunct(verb), grammar.tokens
    if tokens[verb].tag == "VBD":
        return False
    first = grammar.parsed.left[clause]
    return tokens[clause].i > first + 1 and tokens[first].lower == "so" and tokens[first + 1].lower == "that"


def _accused(said: Reporting, grammar: Grammar) -> bool:
    """ "The envoy accused in Lima of theft spoke": who is accused there accuses nobody."""
    takes = said.entry.takes
    if said.passive and grammar.tokens[said.verb].dep == "acl" and not said.sources and said.entry.manner == "criticises":
        return True  # "a man accused of theft"
    if said.passive or "of" not in takes or takes & {"clause", "object"}:
        return False
    return not grammar.children(said.verb, "dobj", "dative") and said.entry.manner == "criticises"


def _denied(said: Reporting, grammar: Grammar) -> bool:
    """ "did not say", "no minister said": nobody said it. A "no" in what stands before an inverted verb is the message's own."""
    tokens = grammar.tokens
    if nobody(grammar, said.sources):
        return True
    if said.entry.manner != "believes" and _open_question(said.verb, grammar):
        return False
    own = grammar.children(said.verb, "nsubj")
    if tokens[said.verb].tag == "VB" and tokens[said.verb].dep == "xcomp" and grammar.negated(tokens[said.verb].head):
        return True  # "does not seem to understand"
    return grammar.negated(said.verb) and not (own and set(own) - set(said.sources) and not grammar.children(said.verb, "neg"))


def nobody(grammar: Grammar, heads: Sequence[int]) -> bool:
    """Whether the source is "no minister", "none of them" or "no one"."""
    tokens = grammar.tokens
    return any(tokens[s].lower in NOBODY or any(tokens[c].lower in NOBODY for c in grammar.children(s, "det")) for s in heads)


def _open_question(verb: int, grammar: Grammar) -> bool:
    """ "did not say whether", "would not explain why": the question stands though it was not answered."""
    clauses = grammar.children(verb, "ccomp", "xcomp")
    return any(
        grammar.tokens[k].lower in QUESTIONS or grammar.tokens[k].tag in ("WRB", "WP", "WDT")
        for c in clauses
        for k in range(grammar.parsed.left[c], min(grammar.parsed.left[c] + 2, c + 1))
    )


def _about_nobody(said: Reporting, grammar: Grammar) -> bool:
    """ "a person briefed on the talks", "is called a village", "assuming that": nobody says so."""
    token, takes = grammar.tokens[said.verb], said.entry.takes
    if said.sources:  # "a video announcing his return": a thing only carries the words
        return token.dep == "acl" and token.tag == "VBG" and not any(vouches(grammar, s) for s in said.sources)
    if said.passive:
        return bool(takes & {"name", "as"}) or (token.dep in ("acl", "relcl", "amod") and "hearer" in takes)
    return token.tag in ("VBG", "VBN")


def _carried(head: int, dep: str, grammar: Grammar) -> bool:
    goes_on = grammar.tokens[head].lemma == "go" and any(grammar.tokens[c].lower == "on" for c in grammar.parsed.children[head])
    return goes_on or (dep == "xcomp" and grammar.tokens[head].lemma in CARRIES)


def _hides(verb: int, grammar: Grammar) -> bool:
    """ "asked not to be named": that is about the source, not a statement."""
    return any(
        grammar.tokens[c].lemma in ("name", "identify", "quote", "disclose")
        for c in grammar.children(verb, "xcomp", "ccomp", "advcl", "prep")
    )
