"""What nobody says, though a word of saying stands there: a thing, "they" in a speech, "allegedly", "that said"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from ontherecord.actors.cast import Cast
from ontherecord.attribution.drafts import Draft
from ontherecord.attribution.sources import DOCUMENTS, PARTITIVES, THINGS, own_words, vouches
from ontherecord.language import Grammar, Parsed

# What somebody knows by, of which nobody is named the author.
FIGURES = {
    "information",
    "estimate",
    "datum",
    "data",
    "figure",
    "calculation",
    "statistic",
    "count",
    "result",
    "forecast",
    "projection",
    "ranking",
    "index",
    "analysis",
    "scenario",
}
# Manners of nouns that tell what somebody thinks: without an owner, nobody does.
MIND = {"believes", "hopes", "fears", "doubts", "predicts"}
# What one knows rather than says.
KNOWING = {"understand", "remember", "realize", "realise", "recognize", "recognise"}
# What a speech points at, which says nothing.
POINTERS = {"it", "this", "that", "these", "those"}
# What a speaker does with the words of others: "I often hear: “…”".
HEARD = {"hear", "overhear", "read", "receive"}


class Unsaid:
    """Asks of the drafts of one document whether they are anybody's. `spoken` says of a token whether somebody speaks it."""

    def __init__(self, grammar: Grammar, cast: Cast, spoken: Callable[[int], bool]) -> None:
        self.grammar, self.parsed, self.cast, self.spoken = grammar, grammar.parsed, cast, spoken

    def __call__(self, draft: Draft, speakers: tuple[str, ...], *, wrapped: bool) -> bool:
        """Whether nobody says it: the document's own voice, a thing, a scornful "allegedly" in somebody's words."""
        if not speakers and wrapped and self._by_figures(draft):
            return True
        if self.spoken(draft.anchor) and ((draft.quotes and self._heard(draft)) or self._proverbial(draft)):
            return True
        if speakers and draft.entry is not None and draft.entry.kind == "noun" and self._everybodys(draft, speakers):
            return True
        if speakers and self.spoken(draft.anchor) and self._known(draft, speakers):
            return True
        if not draft.sources and draft.entry is not None:
            passive = draft.entry.kind == "verb" and not draft.quotes and self.grammar.is_passive(draft.anchor)
            if passive and not speakers and (wrapped or draft.entry.manner == "predicts"):
                return True  # "the road is expected to open"
            if draft.entry.kind == "noun":  # "there are hopes that"
                return draft.entry.manner in MIND
            return draft.entry.kind == "phrase" and (wrapped or self.spoken(draft.anchor))
        return not speakers and (own_words(self.grammar, draft.sources) or self._by_nobody(draft))

    def _heard(self, draft: Draft) -> bool:
        """ "I often hear: “…”" in somebody's turn: words of nobody in particular, and of the turn around them."""
        return self.parsed.tokens[draft.anchor].lemma in HEARD and own_words(self.grammar, draft.sources)

    def _proverbial(self, draft: Draft) -> bool:
        """ "and as they say: may the best win"."""
        before = self.parsed.tokens[max(0, draft.anchor - 2) : draft.anchor]
        return [t.lower for t in before] == ["as", "they"] and self.parsed.tokens[draft.anchor].tag == "VBP"

    def _everybodys(self, draft: Draft, speakers: tuple[str, ...]) -> bool:
        """ "society's demand for justice", "the children's hope for a future": a noun of wanting that no one in particular says."""
        wanted = (
            draft.entry is not None and (draft.entry.manner in MIND or draft.entry.words == "demand") and not _clausal(draft, self.parsed)
        )
        actors = [self.cast.actor(i) for i in speakers]
        return wanted and all(a.country is None and a.name[:1].islower() for a in actors)

    def _known(self, draft: Draft, speakers: tuple[str, ...]) -> bool:
        """ "every honest person understands who broke it", in a speech: what the speaker thinks that all know."""
        knows = draft.entry is not None and draft.entry.words in KNOWING and not draft.quotes
        actors = [self.cast.actor(i) for i in speakers]
        return knows and all(a.country is None and a.name[:1].islower() for a in actors)

    def _by_figures(self, draft: Draft) -> bool:
        """ "the mayor said that, according to early estimates, …": nobody's words beside the mayor's."""
        phrase = draft.entry is not None and draft.entry.kind == "phrase"
        return phrase and bool(draft.sources) and all(self.parsed.tokens[s].lemma.lower() in FIGURES for s in draft.sources)

    def _by_nobody(self, draft: Draft) -> bool:
        """ "The talks confirmed that", "it proves that", "as they say": no thing vouches, nor does a pronoun for nobody in a speech."""
        tokens, grammar = self.parsed.tokens, self.grammar
        if all(tokens[s].lower in POINTERS for s in draft.sources) and self.spoken(draft.anchor):
            return True  # "it feels like a “dead end”", "that said, the road is open"
        things_say = bool(draft.sources) and self.spoken(draft.anchor) and all(_inanimate(grammar, s) for s in draft.sources)
        if draft.entry is None or (draft.quotes and not things_say):  # "each day shows what their “peace” is"
            return False
        if draft.entry.kind == "noun":  # "the world's demand for wheat"
            return not _clausal(draft, self.parsed)
        if draft.entry.kind == "adjective":  # "the market is confident"
            return True
        if not self.spoken(draft.anchor):
            asked = all(tokens[s].tag in ("WP", "WDT") or tokens[s].lower == "this" for s in draft.sources)  # "who agreed?"
            if all(tokens[s].lower == "it" and tokens[s].head != draft.anchor and _empty(grammar, s) for s in draft.sources):
                return True  # "it is vital to mend the pump and outlined", where the parser lent the verb a subject
            if draft.entry.manner == "shows" and all(_inanimate(grammar, s) for s in draft.sources):
                return True  # "the harvest proves that the pumps work"
            figure = tokens[draft.anchor].dep == "relcl" and draft.entry.kind == "verb"  # "a statue that calls on its sons"
            unknown = tokens[draft.anchor].dep == "relcl" and all(tokens[s].tag == "PRP" for s in draft.sources)
            return asked or unknown or (figure and all(_inanimate(grammar, s) for s in draft.sources))
        if all(tokens[s].tag in ("PRP", "WP", "WDT") for s in draft.sources):
            return True
        relative = tokens[draft.anchor].dep == "relcl"  # "the treaty, which spells out the duties"
        counted = [o for s in draft.sources for o in (grammar.behind(s, "of") if tokens[s].lemma.lower() in PARTITIVES else (s,))]
        shown = draft.entry.manner == "shows" and all(tokens[s].lemma.lower() in THINGS for s in counted)  # "dozens of charts show"
        things = shown or all(_inanimate(grammar, s) or (relative and tokens[s].lemma.lower() in DOCUMENTS) for s in draft.sources)
        return draft.entry.kind == "verb" and things


def _empty(grammar: Grammar, it: int) -> bool:
    """The "it" of "it is vital to mend the pump"; also one that is no subject at all."""
    tokens, verb = grammar.tokens, grammar.tokens[it].head
    holders = (verb, *grammar.children(verb, "acomp", "attr"))
    clause = any(tokens[c].tag in ("VB", "VBG", "VBZ") for h in holders for c in grammar.children(h, "xcomp", "ccomp", "advcl", "csubj"))
    return tokens[it].dep != "nsubj" or (clause and tokens[verb].lemma == "be")


def _inanimate(grammar: Grammar, head: int) -> bool:
    return grammar.tokens[head].pos == "NOUN" and not vouches(grammar, head)


def _clausal(draft: Draft, parsed: Parsed) -> bool:
    """Whether a noun's content is a clause or infinitive ("their hope that", "a promise to"), not the bare object of a preposition."""
    first = parsed.tokens[bisect_left(parsed.tokens, draft.start, key=lambda t: t.start)]
    return first.lower in ("that", "to")
