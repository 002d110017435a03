"""Is this English? By the commonest small words of some languages, and by script."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter

from ontherecord.lexicons import read_table, table_path

ENGLISH, SHARED = "English", "shared with English"
WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 60_000  # code points: some 10,000 words, which is plenty, and keeps huge texts fast
FEW_WORDS = 20
MARKED = 0.06  # share of small words from which on another language is named
# Share of English small words in a text of some length. Least found among 1,900 English texts of the evaluation data: 13 % of those
# of 20 to 100 words, 22 % of the longer; among its pages in other languages 10 % at most.
LEAST_ENGLISH, LEAST_IN_MANY, MANY_WORDS = 0.10, 0.15, 100
LEAST_IN_LISTS = 0.05  # of names, results and prices, where no other language has a quarter as much


@functools.cache
def small_words() -> dict[str, frozenset[str]]:
    """The small words of each language of the table, and those that English shares with others. Raises LexiconError."""
    rows = read_table(table_path("small_words.tsv"), ("language", "words", "source"))
    return {row["language"]: frozenset(row.list("words")) for row in rows}


@functools.cache
def telling_words() -> dict[str, frozenset[str]]:
    """Of the small words those that tell a language in a single sentence: no other's that English has, no English that others have."""
    words = small_words()
    english = words[ENGLISH] - words[SHARED]
    return {language: own - words[SHARED] - (english if language != ENGLISH else frozenset()) for language, own in words.items()}


def other_language(text: str) -> str | None:
    """What the text is in if not in English ("French", "Cyrillic script", "another language"); None for English.

    Decides from about 20 words on. Shorter texts pass unless they have several small words of another language, or its letters,
    and none of English.
    """
    words = WORD.findall(text[:SAMPLE])
    script = _script(words)
    if script != "Latin":
        return f"{script.title()} script" if script != "CJK" else "Chinese script"
    # A capital is likely part of a name (El Salvador, La Paz), unless all is in capitals.
    small = Counter(word for word in words if word.islower()) or Counter(word.lower() for word in words)
    return _of_sentence(words, small) if len(words) < FEW_WORDS else _of_text(words, small)


def _of_sentence(words: list[str], small: Counter[str]) -> str | None:
    english = sum(word.lower() in telling_words()[ENGLISH] for word in words)
    language, count = _likeliest(small, telling_words())
    if count >= 2 * english + 2:
        return language
    letters = sum(n for word, n in small.items() if not word.isascii())
    return (language if count else "another language") if english == 0 and letters and letters + count > 1 and len(words) >= 5 else None


def _of_text(words: list[str], small: Counter[str]) -> str | None:
    english = sum(word.lower() in small_words()[ENGLISH] for word in words)
    language, count = _likeliest(small, small_words())
    least = LEAST_ENGLISH if len(words) < MANY_WORDS else LEAST_IN_MANY
    if english >= least * len(words) and english > count:
        return None
    if english >= LEAST_IN_LISTS * len(words) and english >= 4 * count:
        return None
    return language if count >= MARKED * len(words) else "another language"


def _likeliest(small: Counter[str], lists: dict[str, frozenset[str]]) -> tuple[str, int]:
    """The language other than English that has most of the words, and how many."""
    others = sorted((language, words) for language, words in lists.items() if language not in (ENGLISH, SHARED))
    return max(((language, sum(small[w] for w in words)) for language, words in others), key=lambda pair: pair[1])


def _script(words: list[str]) -> str:
    """The script of most letters: "Latin", or the first word of Unicode's name for its letters ("CYRILLIC", "CJK", …)."""
    scripts: Counter[str] = Counter()
    for word in words:
        letter = word[0]
        scripts["Latin" if letter < "\u0250" or "\u1e00" <= letter < "\u1f00" else unicodedata.name(letter, "UNKNOWN").split()[0]] += len(
            word
        )
    return max(scripts.items(), key=lambda pair: (pair[1], pair[0]))[0] if scripts else "Latin"
