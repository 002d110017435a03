"""Turns of a transcript or statement that is printed with its speakers' names: "MR. OKAFOR: Good morning."."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ontherecord.actors.registry import load
from ontherecord.attribution.drafts import Draft, Range, words
from ontherecord.language import Grammar, Paragraph
from ontherecord.records import Statement

SMALL = {
    "of",
    "the",
    "and",
    "for",
    "de",
    "al",
    "bin",
    "von",
    "van",
    "in",
    "to",
    "on",
    "la",
    "el",
    "du",
    "–",
    "-",
    "'s",
    "’s",
    "'",
    "’",
    "(",
    ")",
    ",",
    "&",
}
ANYBODY = {"question", "q", "a", "answer", "remark", "reporter", "moderator", "journalist", "host", "interviewer"}
# Abbreviations whose full stop ends no sentence, where the tokenizer parts it off.
TITLES = {"mr", "mrs", "ms", "dr", "gen", "sen", "rep", "amb", "sec", "gov", "lt", "col", "adm", "capt", "prof", "st", "hon"}
BOUNDARY = {".", "?", "!", "…", '"', "”", ")", "]", "...", "*", ">", "***"}
LONGEST_LABEL = 32
LONGEST_ASIDE = 8
# So many labels make a document a transcript: a turn then runs on through paragraphs without a label.
TRANSCRIPT_TURNS = 3
# So many "I" and "my" behind the paragraph of a lone label make the rest of the text that speaker's.
SPEECH = 3


@dataclass(frozen=True, slots=True)
class Label:
    """First and last token of a speaker's label, the token where the turn's words start, and whether it opens a paragraph."""

    first: int
    last: int
    words: int
    opens: bool


def turns(grammar: Grammar, acts: Callable[[int], bool]) -> list[Draft]:
    """One draft a turn. `acts` says whether a token names an actor: a label that occurs once is believed only then."""
    labels = _trusted(grammar, list(_labels(grammar)), acts)
    if len(labels) >= TRANSCRIPT_TURNS:
        labels = sorted([*labels, *_without_colon(grammar, labels)], key=lambda x: x.first)
    running = len(labels) >= TRANSCRIPT_TURNS or (bool(labels) and _speaks_on(grammar, labels[-1]))
    return [d for n, label in enumerate(labels) if (d := _turn(grammar, label, labels[n + 1] if n + 1 < len(labels) else None, running))]


def _speaks_on(grammar: Grammar, label: Label) -> bool:
    """Whether all behind a lone label is one person's speech: "I" stands there again and again, past the label's paragraph."""
    story = [p for p in grammar.parsed.paragraphs if p.part.kind == "story" and p.first >= label.words]
    behind = (t for p in story for t in grammar.tokens[p.first : p.last] if grammar.parsed.quote_of[t.i] < 0)
    return sum(t.lower in ("i", "my") for t in behind) >= SPEECH


def _labels(grammar: Grammar) -> Iterator[Label]:
    for paragraph in grammar.parsed.paragraphs:
        if paragraph.part.kind != "story":
            continue
        first = paragraph.first
        if grammar.tokens[first].text == "Q" and paragraph.last - first > 2 and grammar.tokens[first + 1].text not in (":", "."):
            yield Label(first, first, first + 1, opens=True)
        for colon in range(first + 1, paragraph.last - 1):
            if grammar.tokens[colon].text == ":" and grammar.parsed.quote_of[colon] < 0:
                label = _label(grammar, paragraph, colon)
                if label is not None:
                    yield label


def _without_colon(grammar: Grammar, labels: list[Label]) -> Iterator[Label]:
    """Labels of known speakers that lost their colon: "Idris Kamara Fine, mend it", or a name that stands alone on its line."""
    tokens = grammar.tokens
    names = {tuple(t.text for t in tokens[x.last - 1 : x.last + 1]) for x in labels if x.last > x.first}
    taken = {k for x in labels for k in range(x.first, x.words)}
    for paragraph in grammar.parsed.paragraphs:
        for k in range(paragraph.first, paragraph.last - 1) if paragraph.part.kind == "story" else ():
            if (tokens[k].text, tokens[k + 1].text) not in names or k in taken or grammar.parsed.quote_of[k] >= 0:
                continue
            opens = k == paragraph.first
            alone = opens and k + 2 == paragraph.last and k + 2 < len(tokens)
            capital = k + 3 < paragraph.last and tokens[k + 2].text[0].isupper()
            capital = capital and (tokens[k + 3].text == "," or tokens[k + 2].pos not in ("PROPN", "AUX", "VERB"))
            if alone or (capital and (opens or tokens[k - 1].text in BOUNDARY)):
                yield Label(k, k + 1, k + 2, opens)


def _label(grammar: Grammar, paragraph: Paragraph, colon: int) -> Label | None:
    tokens, last = grammar.tokens, _before_aside(grammar, paragraph, colon - 1)
    if not tokens[last].text[0].isupper() and tokens[last].text not in (")",):
        return None
    i = last
    while i >= paragraph.first and colon - i <= LONGEST_LABEL and _in_label(grammar, i):
        i -= 1
    first = i + 1
    heading = tokens[i].pos in ("NOUN", "NUM") or tokens[i].tag == "VBZ"
    if i >= paragraph.first and tokens[i].text not in BOUNDARY and not (heading and _titled(grammar, first, last)):
        return None
    while first < colon and not tokens[first].text[0].isupper():
        first += 1
    return Label(first, last, colon + 1, first == paragraph.first) if first <= last else None


def _before_aside(grammar: Grammar, paragraph: Paragraph, last: int) -> int:
    """The label's last token before what brackets say of how it is said: "Ito Muster (through an interpreter):"."""
    tokens = grammar.tokens
    if tokens[last].text != ")":
        return last
    opening = next((k for k in range(last - 1, max(paragraph.first, last - LONGEST_ASIDE), -1) if tokens[k].text == "("), None)
    aside = opening is not None and not any(tokens[k].text[0].isupper() for k in range(opening + 1, last))
    return opening - 1 if aside and opening is not None else last


def _titled(grammar: Grammar, first: int, last: int) -> bool:
    """ "Start of the talks President of Chad Ana Mota:", where a heading that lost its line runs into the label."""
    role = load().roles.get(grammar.tokens[first].lower)
    return role is not None and role.kind == "person" and grammar.tokens[last].pos == "PROPN" and last - first >= 1


def _in_label(grammar: Grammar, i: int) -> bool:
    token = grammar.tokens[i]
    if token.text == ".":
        return i > 0 and grammar.tokens[i - 1].lower in TITLES
    return token.text[0].isupper() or token.lower in SMALL


def _key(grammar: Grammar, label: Label) -> str:
    names = [k for k in range(label.first, label.last + 1) if grammar.tokens[k].text[0].isupper()]
    return grammar.tokens[names[-1]].lower


def _trusted(grammar: Grammar, labels: list[Label], acts: Callable[[int], bool]) -> list[Label]:
    """Labels that recur, that stand for anybody ("Q"), or that name an actor."""
    counts = Counter(_key(grammar, label) for label in labels)
    sure = [label for label in labels if counts[_key(grammar, label)] > 1 or _key(grammar, label) in ANYBODY]
    kept = sure if len(sure) > 1 else []
    known = {id(label) for label in kept}
    return [x for x in labels if id(x) in known or any(acts(k) for k in range(x.first, x.last + 1))]


def _turn(grammar: Grammar, label: Label, following: Label | None, running: bool) -> Draft | None:
    last = _last(grammar, label, following, running=running)
    if last - label.words < 1 or (not running and not _tells(grammar, label.words, last)):
        return None
    content = [s for r in _by_paragraph(grammar, label.words, last) if (s := words(grammar.parsed, r))]
    if not content:
        return None
    names = tuple(k for k in range(label.last, label.first - 1, -1) if grammar.tokens[k].text[0].isupper())
    source = words(grammar.parsed, (label.first, label.last))
    return Draft(label.words, None, None, tuple(content), names, source, turn=(label.words, last), label=True, sure=0.9)


def _last(grammar: Grammar, label: Label, following: Label | None, *, running: bool) -> int:
    """Last token of a turn: before the next label, at most the end of its paragraph unless the document is a transcript."""
    paragraph = grammar.parsed.paragraph_of(label.words)
    story_end = max((p.last for p in grammar.parsed.paragraphs if p.part.kind == "story"), default=paragraph.last)
    end = story_end if running and paragraph.part.kind == "story" else paragraph.last
    return min(end, following.first if following else end) - 1


def _tells(grammar: Grammar, first: int, last: int) -> bool:
    """Whether a clause stands behind the label."""
    return any(grammar.tokens[k].tag in ("VBD", "VBZ", "VBP", "MD", "VB") for k in range(first, min(last, first + 40) + 1))


def _by_paragraph(grammar: Grammar, first: int, last: int) -> Iterator[Range]:
    i = first
    while i <= last:
        end = min(last, grammar.parsed.paragraph_of(i).last - 1)
        yield i, end
        i = end + 1


def answered(statements: list[Statement], turns: set[int], text: str) -> list[Statement]:
    """The statements, each question of a transcript put to whoever speaks next, each answer given to whoever asked."""
    places = [n for n, s in enumerate(statements) if s.content[0].start in turns and s.cue is None]
    for one, two in pairwise(places):
        asks, answers = statements[one], statements[two]
        if not text[: asks.content[-1].end].endswith("?") or not asks.speaker or not answers.speaker or asks.speaker == answers.speaker:
            continue
        statements[one] = replace(asks, addressees=asks.addressees or (answers.speaker,))
        statements[two] = replace(answers, addressees=answers.addressees or (asks.speaker,))
    return statements
