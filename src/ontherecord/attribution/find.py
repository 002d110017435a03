"""All statements of a document, before their speakers are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ontherecord.attribution.cues import cues
from ontherecord.attribution.direct import claims
from ontherecord.attribution.drafts import Draft, merged
from ontherecord.attribution.headlines import by_headline
from ontherecord.attribution.loose import with_loose
from ontherecord.attribution.nouns import by_noun
from ontherecord.attribution.phrases import by_phrase, cited, outside, phrases
from ontherecord.attribution.quoted import Quoted
from ontherecord.attribution.transcript import turns
from ontherecord.attribution.verbs import by_verb
from ontherecord.language import Grammar

# Parts of a document that tell something; a caption, a credit or a byline makes no statement of the story's.
TELLING = ("story", "title")
# A cue lies among so many others of its sentence at most.
NEIGHBOURS = 12
# What a phrase attributes lies within so many tokens of it.
REACH = 80


def _nobody(_: int) -> bool:
    return False


def find(
    grammar: Grammar, speaks: Callable[[int], bool] = _nobody, names: Callable[[int], bool] = _nobody, whole: Draft | None = None
) -> tuple[Draft, ...]:
    """Drafts in the order of their first word.

    `speaks` says whether a token can label a speaker's turn by itself, `names` whether it names any actor. `whole` is
    the document as the turn of one speaker, believed where no labels part it into turns.
    """
    known = cues()
    parsed = grammar.parsed
    turned = [False] * len(parsed.tokens)
    labelled = turns(grammar, speaks) or ([whole] if whole else [])
    for draft in labelled:
        if draft.turn is not None:
            turned[draft.turn[0] : draft.turn[1] + 1] = [True] * (draft.turn[1] + 1 - draft.turn[0])
    spoken = [turned[i] or parsed.quote_of[i] >= 0 for i in range(len(turned))]
    quoted = Quoted(parsed)
    attributing = phrases(grammar, known)
    claimed = claims(grammar, known, quoted, attributing)
    drafts = [*by_phrase(grammar, attributing, claimed)]
    drafts += by_verb(grammar, known, [c for c in claimed if c.cue not in attributing], spoken, skip=attributing)
    taken = {d.anchor for d in drafts}
    drafts += [d for d in by_noun(grammar, known, spoken) if d.anchor not in taken]
    drafts = outside(grammar, attributing, cited(grammar, attributing, drafts))
    drafts += [d for d in by_headline(grammar, names) if d.anchor not in {e.anchor for e in drafts}]
    drafts = [d for d in drafts if parsed.paragraph_of(d.anchor).part.kind in TELLING]
    loose = with_loose(grammar, drafts, [c for c in claimed if not turned[quoted.first[c.quotation]]], quoted)
    return tuple(sorted([*labelled, *_wrapped(grammar, loose)], key=lambda d: (d.start, d.anchor)))


def _wrapped(grammar: Grammar, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, each widened to hold what the cues within its words introduce: "“A. B,” X said, according to Y" is Y's as a whole."""
    given = sorted(drafts, key=lambda d: d.anchor)
    return [_widened(grammar, d, given[max(0, n - NEIGHBOURS) : n + NEIGHBOURS]) for n, d in enumerate(given)]


def _widened(grammar: Grammar, draft: Draft, near: list[Draft]) -> Draft:
    sentence = grammar.tokens[draft.anchor].sent
    near = [e for e in near if e is not draft and e.cue and grammar.tokens[e.anchor].sent == sentence]
    inner = [e for e in near if any(c.start <= grammar.tokens[e.anchor].start < c.end for c in draft.content)]
    outside = [s for e in inner for s in e.content if not any(c.covers(s) for c in draft.content)]
    wide = replace(draft, content=merged([*draft.content, *outside], grammar.parsed.text)) if outside else draft
    return replace(wide, silent=True) if _repeats(grammar, wide, inner) else wide


def _repeats(grammar: Grammar, outer: Draft, inner: list[Draft]) -> bool:
    """Whether a phrase attributes no more than what somebody is told to have said: "“A,” X said, according to Y"."""
    if outer.entry is None or outer.entry.kind != "phrase" or not outer.sources:
        return False
    said = next((e for e in inner if e.entry and e.entry.kind == "verb" and e.source), None)
    if said is None or said.source is None or said.cue is None or said.entry is None or "clause" not in said.entry.takes:
        return False
    told = [*said.content, said.source, grammar.parsed.span(*said.cue)]
    sentence = grammar.parsed.sentence_of(outer.anchor)
    near = grammar.tokens[max(sentence.first, outer.anchor - REACH) : min(sentence.last, outer.anchor + REACH)]
    if any(c.start < near[0].start or c.end > near[-1].end for c in outer.content if c not in said.content):
        return False
    left = [t for t in near if any(c.start <= t.start < c.end for c in outer.content) and not any(s.start <= t.start < s.end for s in told)]
    return not any(grammar.is_verb(t.i) and t.dep not in ("aux", "auxpass") for t in left)
