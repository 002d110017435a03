"""Search over texts, people, issues and countries: plain words, no index, a bounded time."""

from __future__ import annotations

import functools
import itertools
import re
import time
from collections.abc import Iterable, Sequence
from typing import Annotated

from fastapi import Query

from ontherecord.ledger import Ledger
from ontherecord.lexicons import read_table, table_path
from ontherecord.web.answers import Answer, Plain
from ontherecord.web.filters import Words
from ontherecord.web.queries import ask

MOST, MOST_WORDS = 40, 5
# Texts are read in stretches from the newest back, each twice as long as the one before, until enough is found or the time is over.
# On two cores a second reads some 60,000 reports of 2,300 characters; the page offers to look further back.
STRETCH, SECONDS = 4_000, 1.0
AROUND = 110
Before = Annotated[int, Query(ge=0, le=2**53, description="Go on with reports that arrived before this number.")]


def search(ledger: Ledger, q: Words = "", before: Before = 0) -> Answer:
    """Reports that hold all words, people and issues that hold the phrase, and the countries it names."""
    words = list(dict.fromkeys(q.lower().split()))[:MOST_WORDS]
    phrase = " ".join(q.lower().split())
    found, reached = _documents(ledger, words, before) if words else ([], 0)
    people = ask(ledger, "found_people", words=phrase) if phrase else []
    issues = ask(ledger, "found_issues", words=phrase) if phrase else []
    named = countries(phrase)
    plain: Plain = {"q": q, "documents": found, "people": people, "issues": issues, "countries": named, "before": reached or None}
    pairs = list(itertools.combinations(named, 2))[:3]
    return Answer("search.html", f"Search: {q}" if q.strip() else "Search", plain, found, {**plain, "pairs": pairs, "words": words})


def _documents(ledger: Ledger, words: Sequence[str], before: int) -> tuple[list[Plain], int]:
    """The newest reports, and the number of arrival down to which was looked; 0 when that is all."""
    high = int(ask(ledger, "last_ordinal")[0]["ordinal"])
    high = min(high, before - 1) if before else high
    bound = {f"w{n}": words[n - 1] if n <= len(words) else "" for n in range(1, MOST_WORDS + 1)}
    found: list[Plain] = []
    end, stretch = time.monotonic() + SECONDS, STRETCH
    while high > 0 and len(found) < MOST and time.monotonic() < end:
        low, stretch = max(0, high - stretch), 2 * stretch
        found += ask(ledger, "found_documents", low=low, high=high, most=MOST - len(found), **bound)
        high = low
    return [_shown(row, words) for row in found], high


def _shown(row: Plain, words: Sequence[str]) -> Plain:
    start, end = around(row["text"], words)
    return {
        "id": row["document_id"], "title": row["title"], "publisher": row["publisher"], "published": row["published_on"],
        "words": row["text"][start:end], "start": start, "end": end,
    }  # fmt: skip


def around(text: str, words: Iterable[str]) -> tuple[int, int]:
    """The stretch of a text around the first of the words, cut at spaces. Looked for without changing case, so offsets hold."""
    hits = [m for w in words if (m := re.search(re.escape(w), text, re.IGNORECASE))]
    first = min((m.start() for m in hits), default=0)
    start, end = max(0, first - AROUND), min(len(text), first + AROUND)
    while 0 < start < first and not text[start - 1].isspace():
        start += 1
    while first < end < len(text) and not text[end].isspace():
        end -= 1
    return start, end


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
