"""A parsed document as plain values: no spaCy object leaves this package, so results can be pickled, compared and kept."""

from __future__ import annotations

from dataclasses import dataclass

from ontherecord.language.quotes import Quotation
from ontherecord.records import Part
from ontherecord.spans import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark. `i`, `head` and `sent` count over the whole document; a root is its own head.

    `tag` is the Penn Treebank tag, `pos` the universal one, `dep` the ClearNLP relation of spaCy's English models.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sent: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (exclusive) of a document, and the token that heads them."""

    i: int
    first: int
    last: int
    root: int
    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A part of the document that was parsed: its kind (story, title, caption, …) and its tokens and sentences."""

    i: int
    part: Part
    first: int
    last: int
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """One document's tokens, sentences, paragraphs and quotations.

    `children[i]` lists the tokens whose head is token i, left to right; `left[i]` and `right[i]` are the first and last token of
    its subtree; `quote_of[i]` is the index of the innermost quotation that holds token i, or -1.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Paragraph, ...]
    quotations: tuple[Quotation, ...]
    children: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    quote_of: tuple[int, ...]

    def span(self, first: int, last: int) -> Span:
        """The span of tokens `first` to `last`, both inclusive."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def sentence_of(self, i: int) -> Sentence:
        return self.sentences[self.tokens[i].sent]

    def paragraph_of(self, i: int) -> Paragraph:
        return self.paragraphs[self.sentence_of(i).paragraph]
