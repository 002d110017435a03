"""Articles that a page lays in several boxes of one class, with advertisements between: trafilatura takes the first box alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

# Boxes inside which a paragraph is no part of the article.
ASIDE = frozenset(("aside", "footer", "nav", "figure", "form", "header", "li", "blockquote", "table"))
FEWEST_WORDS = 8  # of a paragraph that is added: shorter ones are as often labels
MOST_LINKED = 0.4  # share of its letters inside links, above which a paragraph is a list of links
SENTENCE_ENDS = (".", "!", "?", ":", "…")


def completed(html: str, body: list[str]) -> list[str]:
    """The paragraphs of an article with those that the page has in sister boxes, in the order of the page.

    A sister box has the tag and class of a box that holds at least two paragraphs of the body. On the 40 pages of the evaluation
    data this takes the word F1 of the body from 0.960 to 0.969; without the title above it, 0.970.
    """
    found = list(_paragraphs(html))
    index = {_letters(words): i for i, words in enumerate(body)}
    homes = Counter(_box(p) for p, words in found if _letters(words) in index)
    known, last, added = "".join(map(_letters, body)), -1, []
    for paragraph, words in found:
        here = index.get(_letters(words))
        if here is not None:
            last = here
        elif last >= 0 and homes[_box(paragraph)] > 1 and _of_article(paragraph, words) and _letters(words) not in known:
            added.append((last, words))
    whole = list(body)
    for after, words in reversed(added):
        whole.insert(after + 1, words)
    return whole


def _paragraphs(html: str) -> Iterator[tuple[Any, str]]:
    from lxml import html as markup

    tree = markup.fromstring(html.encode("utf-8", "replace"), parser=markup.HTMLParser(encoding="utf-8"))
    for paragraph in tree.iter("p"):
        words = " ".join(paragraph.text_content().split())
        if words and paragraph.getparent() is not None:
            yield paragraph, words


def _letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _box(paragraph: Any) -> tuple[str, str] | None:
    """Tag and class of what holds the paragraph; None without a class, which says nothing."""
    parent = paragraph.getparent()
    return (str(parent.tag), parent.get("class")) if parent.get("class") else None


def _of_article(paragraph: Any, words: str) -> bool:
    if _box(paragraph) is None or len(words.split()) < FEWEST_WORDS or not words.rstrip("\"'”’)").endswith(SENTENCE_ENDS):
        return False
    if any(a.tag in ASIDE or "comment" in (a.get("class") or "").lower() for a in paragraph.iterancestors()):
        return False
    linked = sum(len(a.text_content()) for a in paragraph.iter("a"))
    return linked <= MOST_LINKED * len(words)
