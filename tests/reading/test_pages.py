"""Pages: the body, what the page says of it, and the figure on other people's pages."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from ontherecord.errors import RefusedDocument
from ontherecord.reading import read_page
from ontherecord.reading.pages import page_document

PARAGRAPHS = [
    "OSLO (AP) — The two ministers agreed on Tuesday to hold a further round of talks in May, officials said after a long dinner.",
    "“We will not wait for ever,” one of them told reporters, and added that his patience had run out.",
    "The treaty was signed in March and has been in doubt ever since, as neither side has sent it to its parliament.",
]
META = (
    '<title>Ministers will meet again | The Lake</title><meta property="og:site_name" content="The Lake">'
    '<meta property="article:published_time" content="2024-05-03T10:00:00Z"><link rel="canonical" href="https://lake.example/talks">'
)


def page(body: str, head: str = META) -> str:
    return (
        f"<!DOCTYPE html><html lang='en'><head>{head}</head><body><nav><a href='/'>Home</a></nav>{body}"
        "<footer>All rights reserved</footer></body></html>"
    )


def article(paragraphs: list[str]) -> str:
    return "<article><h1>Ministers will meet again</h1>" + "".join(f"<p>{p}</p>" for p in paragraphs) + "</article>"


def test_page() -> None:
    found = page_document(page(article(PARAGRAPHS)).encode(), source="talks.html")
    assert found.text == "\n\n".join(PARAGRAPHS)
    assert (found.title, found.publisher, found.agency, found.dateline) == ("Ministers will meet again", "The Lake", "AP", "OSLO")
    assert (found.published, found.url, found.source) == ("2024-05-03", "https://lake.example/talks", "talks.html")


def test_what_the_caller_knows_goes_first() -> None:
    found = page_document(page(article(PARAGRAPHS)).encode(), published="2024-05-04", publisher="The Hill", source="talks.html")
    assert (found.published, found.publisher) == ("2024-05-04", "The Hill")


def test_agency_of_the_author() -> None:
    meta = META + '<meta name="author" content="Agence France-Presse">'
    assert page_document(page(article([p.removeprefix("OSLO (AP) — ") for p in PARAGRAPHS]), meta).encode(), source="x").agency == "AFP"


def test_a_page_without_a_date_has_none() -> None:
    assert page_document(page(article(PARAGRAPHS), "<title>Talks</title>").encode(), source="x").published is None


def test_a_body_in_several_boxes_is_read_whole() -> None:
    more = [f"On the {day} of May the delegates of the {country} spoke of the price of the treaty and of its many "
        f"friends." for day, country in
            (("first", "north"), ("second", "south"), ("third", "east"), ("fourth", "west"))]  # fmt: skip
    boxes = [f"<div class='article-body'>{''.join(f'<p>{p}</p>' for p in part)}</div>" for part in (PARAGRAPHS, more)]
    body = read_page(
        page(f"<main>{boxes[0]}<aside><p>Buy two and get one for nothing, only today and only here.</p></aside>{boxes[1]}</main>").encode(),
        "x",
    ).body
    assert body == "\n\n".join(PARAGRAPHS + more)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    words = [p.replace("“", '"').replace("”", '"').replace("—", "-").replace("two", "two café") for p in PARAGRAPHS]
    html = page(article(words), f'<meta charset="{encoding.removesuffix("-sig")}">')
    assert read_page(html.encode(encoding), "x").body == "\n\n".join(words)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"<html>",
        page("<a href='/1'>One</a> <a href='/2'>Two</a>").encode(),
        b"<div>" * 50_000,
        page("<p>Please log in</p>").encode(),
    ],
)
def test_no_article(data: bytes) -> None:
    with pytest.raises(RefusedDocument, match="no article was found"):
        read_page(data, "x.html")


SHARED = Path(__file__).parents[3] / "shared" / "eval" / "pages"


def word_f1(wanted: str, found: str) -> float:
    """F1 of the words of two texts, each as often as it stands there."""
    left, right = Counter(re.findall(r"\w+", wanted)), Counter(re.findall(r"\w+", found))
    shared = sum((left & right).values())
    return 2 * shared / (left.total() + right.total()) if shared else 0.0


@pytest.mark.skipif(not SHARED.is_dir(), reason="the evaluation pages of ../shared are not here")
def test_bodies_of_other_peoples_pages() -> None:
    gold = json.loads((SHARED / "ground-truth.json").read_text(encoding="utf-8"))
    scores = [
        word_f1(g["articleBody"], read_page(gzip.decompress((SHARED / f"{i}.html.gz").read_bytes()), i).body) for i, g in gold.items()
    ]
    assert sum(scores) / len(scores) >= 0.965  # measured 0.969; trafilatura alone 0.960
