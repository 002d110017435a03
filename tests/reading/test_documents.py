"""What holds for any text: it is refused with a reason, or its parts cover it."""

from __future__ import annotations

import subprocess
import sys
import time
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ontherecord.errors import RefusedDocument
from ontherecord.reading import MOST_CODE_POINTS, document

LEAD = "The two ministers agreed on Tuesday to hold a further round of talks in May, officials said."
PIECES = st.sampled_from(
    [
        LEAD, "OSLO (AP) — ", "By Jane Doe", "(EPA Images pic)", "Photo: "
            "AFP", "ADVERTISEMENT", "\n", "\n\n", "\r\n", "\u2028", "\u00a0", "• ", "- ",
        "– Bernama", "(Reporting by Jane Doe)", "###", "Read more: this", "“", "”", "OSLO", "Ministers Agree", "\u200b", " "
            "", "İ", "𝔸", "May 3, 2024",
    ]
)  # fmt: skip
TEXTS = st.text(max_size=200) | st.lists(PIECES, max_size=12).map("".join)


@settings(max_examples=300)
@given(TEXTS)
@example("OSLO (AP) —")
@example("Photo: AFP\n\nThe lake. (EPA Images pic)")
def test_parts_cover_the_text(text: str) -> None:
    try:
        found = document(text)
    except RefusedDocument:
        return
    assert found.text == text
    spans = [part.span for part in found.parts]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    assert any(part.kind == "story" for part in found.parts)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        (" \n\t\u00a0", "is empty"),
        ("12 345,60 %", "no letters"),
        (f"{LEAD}\x00", "control characters"),
        (f"{LEAD} \ud800", "lone surrogates"),
        ("\ufffd\ufffd\ufffd\ufffd The ministers", "lost in a wrong encoding"),
        ("Les deux ministres ont dit que le traité est dans une impasse pour la France.", "reads as French"),
        ("word " * 500_000, "at most 2,000,000"),
    ],
)
def test_refusals_say_what_and_what_to_do(text: str, reason: str) -> None:
    with pytest.raises(RefusedDocument, match=reason) as refusal:
        document(text, source="here.txt")
    assert refusal.value.source == "here.txt"


def test_metadata_of_the_caller_goes_first() -> None:
    found = document(
        f"OSLO (AP) — {LEAD}", title=" Talks ", url="https://example.org/1", publisher="The Lake", agency="AFP", published="2024-05-03"
    )
    assert (found.title, found.url, found.publisher, found.agency, found.dateline) == (
        "Talks",
        "https://example.org/1",
        "The Lake",
        "AFP",
        "OSLO",
    )
    assert (found.published, found.language, found.source) == ("2024-05-03", "en", "<text>")


@pytest.mark.parametrize("filler", ["(", "“", "A ", "— ", "x", "\n", "/", "1.", "Photo: ", "By Jane, "])
def test_long_texts_take_no_longer_than_their_length(filler: str) -> None:
    text = f"{LEAD} " * 700 + filler * (200_000 // len(filler))
    start = time.perf_counter()
    document(text)
    assert time.perf_counter() - start < 3  # a hundredth of it when the machine is idle
    assert len(text) < MOST_CODE_POINTS


def test_reading_text_loads_neither_trafilatura_nor_lxml() -> None:
    code = (
        "import sys, ontherecord.reading as r; r.document('The ministers agreed on Tuesday.');"
        "print({'trafilatura', 'lxml', 'spacy'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "set()"
