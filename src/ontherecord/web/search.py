"""Search over texts, people, issues and countries: the ledger's own index, nothing fetched from elsewhere."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Annotated

from fastapi import Query

from ontherecord.ledger import Ledger, find_documents, find_names
from ontherecord.lexicons import read_table, table_path
from ontherecord.web.answers import Answer, Plain
from ontherecord.web.filters import Words
from ontherecord.web.marking import visible
from ontherecord.web.queries import ask

# A text costs some milliseconds wherever it lies in a large ledger.
MOST = 20
AROUND = 120
# What may stand between the letters of a word that search finds: accents written apart, hidden characters, the points of "U.S.".
WITHIN = "[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff.]*"
Before = Annotated[int, Query(ge=0, le=2**53, description="Go on with reports that arrived before this number.")]


def search(ledger: Ledger, q: Words = "", before: Before = 0) -> Answer:
    """Reports that hold all words or beginnings of words, and phrases in quotation marks; people, issues and countries of that name."""
    found = find_documents(ledger, q, before=before or None, most=MOST)
    phrase = " ".join(without_accents(q.replace('"', " ")).split())
    reports = [_report(row, found.asked.words) for row in found.documents]
    issues = ask(ledger, "found_issues", words=phrase) if phrase else []
    people = find_names(ledger, found.asked)
    named = countries(" ".join(q.lower().split()))
    plain: Plain = {"q": q, "documents": reports, "people": people, "issues": issues, "countries": named, "before": found.before}
    pairs = list(itertools.combinations(named, 2))[:3]
    cuts = [cut(row["words"], found.asked.words) for row in reports]
    return Answer(
        "search.html", f"Search: {q}" if q.strip() else "Search", plain, reports,
        {**plain, "pairs": pairs, "words": found.asked.words, "shown": list(zip(reports, cuts, strict=True))},
    )  # fmt: skip


def _report(row: Plain, words: Sequence[str]) -> Plain:
    start, end = around(row["text"], words)
    return {
        "id": row["document_id"], "title": row["title"], "publisher": row["publisher"], "published": row["published_on"],
        "words": row["text"][start:end], "start": start, "end": end,
    }  # fmt: skip


def around(text: str, words: Iterable[str]) -> tuple[int, int]:
    """The stretch of a text around the first of the words, cut at spaces, in code points of the text itself."""
    hit = _any_of(tuple(words)).search(without_accents(text))
    first = hit.start() if hit and hit.group() else 0
    start, end = max(0, first - AROUND), min(len(text), first + AROUND)
    while 0 < start < first and not text[start - 1].isspace():
        start += 1
    while first < end < len(text) and not text[end].isspace():
        end -= 1
    return start, end


def cut(text: str, words: Iterable[str]) -> list[tuple[str, bool]]:
    """The text in pieces, hidden characters named; true for those that begin with one of the words."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for hit in _any_of(tuple(words)).finditer(without_accents(text)):
        pieces += [(visible(text[at : hit.start()]), False), (visible(text[hit.start() : hit.end()]), True)]
        at = hit.end()
    return [(words, lit) for words, lit in (*pieces, (visible(text[at:]), False)) if words]


@functools.lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Words that begin with one of those given, the longest first."""
    forms = [WITHIN.join(map(re.escape, word)) for word in sorted(words, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})\w*" if forms else r"(?!)")


def without_accents(text: str) -> str:
    """In small letters without accents, as long as before, so that offsets hold."""
    return text.translate(BARE)


class _Bare(dict[int, str]):
    """For each code point one letter, found when it is first met."""

    def __missing__(self, code: int) -> str:
        small = chr(code).lower()
        self[code] = unicodedata.normalize("NFD", small)[0] if not "\ud800" <= small[0] <= "\udfff" else chr(code)
        return self[code]


BARE = _Bare()


def countries(phrase: str) -> list[str]:
    """Codes of the countries that a phrase names, in its order; at most four."""
    known = _called()
    words = phrase.split()
    found: list[str] = []
    at = 0
    while at < len(words):
        size = next((n for n in (4, 3, 2, 1) if " ".join(words[at : at + n]) in known and at + n <= len(words)), 0)
        if size:
            found.append(known[" ".join(words[at : at + size])])
        at += size or 1
    return list(dict.fromkeys(found))[:4]


@functools.cache
def _called() -> dict[str, str]:
    """Codes by names in small letters; a name of several countries is left out."""
    called: dict[str, set[str]] = {}
    for row in read_table(table_path("countries.tsv"), ["code", "name"]):
        values = row.values
        forms = [values["code"], values["name"], *values.get("names", "").split("|"), *values.get("adjectives", "").split("|")]
        for form in filter(None, forms):
            called.setdefault(form.lower(), set()).add(values["code"])
    return {form: min(codes) for form, codes in called.items() if len(codes) == 1}
