"""Is this English? By the commonest small words of some languages, and by script."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from pathlib import Path

from ontherecord.lexicons import read_table

ENGLISH, SHARED = "English", "shared with English"
WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 60_000  # code points: some 10,000 words, which is plenty, and keeps huge texts fast
FEW_WORDS = 20
# Share of English small words in a text of some length: the barest lists of results and names have about 8 %.
LEAST_ENGLISH = 0.06


@functools.cache
def small_words() -> dict[str, frozenset[str]]:
    """The small words of each language of the table. Words that English has too stand for English, or, in `SHARED`, for little.

    Raises LexiconError.
    """
    rows = read_table(Path(__file__).parent / "small_words.tsv", ("language", "words", "source"))
    words = {row["language"]: frozenset(row.list("words")) for row in rows}
    english = words[ENGLISH] - words[SHARED]
    return {
        language: own if language == SHARED else own - words[SHARED] - (english if language != ENGLISH else set())
        for language, own in words.items()
    }


def other_language(text: str) -> str | None:
    """What the text is in if not in English ("French", "Cyrillic script", "another language"); None for English.

    Decides from about 20 words on. Shorter texts pass unless they have several small words of another language, or its letters,
    and none of English.
    """
    words = WORD.findall(text[:SAMPLE])
    script = _script(words)
    if script != "Latin":
        return f"{script.title()} script" if script != "CJK" else "Chinese script"
    english = sum(word.lower() in small_words()[ENGLISH] for word in words)
    # A capital is likely part of a name (El Salvador, La Paz), unless all is in capitals.
    small = [word for word in words if word.islower()] if any(word.islower() for word in words) else [word.lower() for word in words]
    language, count = _likeliest(small)
    if len(words) < FEW_WORDS:
        if count >= 2 * english + 2:
            return language
        foreign = len(words) >= 5 and english == 0 and any(not word.isascii() for word in small)
        return language if foreign and count else "another language" if foreign else None
    english += sum(word in small_words()[SHARED] for word in small)
    if english >= LEAST_ENGLISH * len(words) and english > count:
        return None
    return language if count >= LEAST_ENGLISH * len(words) else "another language"


def _likeliest(small: list[str]) -> tuple[str, int]:
    counts = Counter(small)
    others = sorted((language, words) for language, words in small_words().items() if language not in (ENGLISH, SHARED))
    return max(((language, sum(counts[w] for w in words)) for language, words in others), key=lambda pair: pair[1])


def _script(words: list[str]) -> str:
    """The script of most letters: "Latin", or the first word of Unicode's name for its letters ("CYRILLIC", "CJK", …)."""
    scripts: Counter[str] = Counter()
    for word in words:
        letter = word[0]
        scripts["Latin" if letter < "\u0250" or "\u1e00" <= letter < "\u1f00" else unicodedata.name(letter, "UNKNOWN").split()[0]] += len(
            word
        )
    return max(scripts.items(), key=lambda pair: (pair[1], pair[0]))[0] if scripts else "Latin"
