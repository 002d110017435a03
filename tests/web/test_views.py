from __future__ import annotations

import csv
import functools
import io
import re

import pytest
from fastapi.testclient import TestClient


@functools.cache
def ids(page: TestClient) -> dict[str, str]:
    """Where things are in the shared ledger: a call, a document of it, an event."""
    dyad = page.get("/dyad/PER/GHA.json").json()
    call = next(o for o in dyad["occurrences"] if o["type"] == "CONSULT")
    document = next(d for d, of in dyad["documents"].items() if of["publisher"] == "Lima Gazette")
    return {"occurrence": call["id"], "document": document}


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/?days=365",
        "/?country=GHA&days=90",
        "/search",
        "/search?q=tuna",
        "/search?q=peru+ghana",
        "/review",
        "/review?type=SANCTION",
        "/api",
        "/dyad/PER/GHA",
        "/dyad/PER/GHA?issue=tuna&since=2026-01-01",
        "/dyad/CHN/USA",
        "/readouts/GHA/PER",
        "/readouts/{occurrence}",
        "/occurrence/{occurrence}",
        "/document/{document}",
        "/document/{document}?pick=e1",
        "/document/{document}?pick=s1",
        "/document/{document}?pick=a1",
        "/document/{document}?mark=0-4",
    ],
)
def test_every_view_is_a_page_json_and_csv(page: TestClient, path: str) -> None:
    path = path.format(**ids(page))
    answer = page.get(path)
    assert answer.status_code == 200, answer.text
    assert "<h1" in answer.text
    assert len(answer.content) < 500_000
    if path != "/api":
        stem, _, query = path.partition("?")
        stem = "/start" if stem == "/" else stem
        assert page.get(f"{stem}.json?{query}").json() is not None
        assert page.get(f"{stem}.csv?{query}").headers["content-type"].startswith("text/csv")


def test_from_the_start_to_a_sentence_in_three_clicks(page: TestClient) -> None:
    start = page.get("/").text
    dyad = re.search(r'href="(/dyad/[A-Z]{3}/[A-Z]{3})"', start)
    assert dyad
    words = re.search(r'href="(/document/[^"]+\?pick=[^"]+)#picked"', page.get(dyad[1]).text)
    assert words
    assert 'id="picked"' in page.get(words[1].replace("&amp;", "&")).text


def test_readouts_tell_what_only_one_side_mentions(page: TestClient) -> None:
    text = page.get(f"/readouts/{ids(page)['occurrence']}").text
    assert "only Ghana" in text
    assert "not mentioned" in text
    assert "#here" in text


def test_an_event_shows_who_whom_when_chain_and_how_sure(page: TestClient) -> None:
    text = page.get(f"/document/{ids(page)['document']}?pick=e2").text
    for words in ("Rojas", "Mensah", "Lima Gazette", "According to", "Why it was coded so", "Sure", "Request"):
        assert words in text


def test_csv_has_a_header_and_no_formula(page: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(page.get("/dyad/PER/GHA.csv").text)))
    assert {"CONSULT", "SANCTION"} <= {r["type"] for r in rows}


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/dyad/PER/XYQ", 404, "is no country code"),
        ("/dyad/PER/PER", 404, "given twice"),
        ("/dyad/PER/GHA?since=soon", 404, "2026-01-31"),
        ("/readouts/nothing", 404, "holds no occurrence"),
        ("/occurrence/nothing", 404, "holds no occurrence"),
        ("/document/nothing", 404, "holds no document"),
        ("/document/{document}?pick=e99", 404, "no item"),
        ("/document/{document}?mark=5-2", 404, "no range"),
        ("/document/{document}/why/e99", 404, "no event"),
        ("/review?type=DANCE", 404, "PLOVER"),
        ("/nowhere", 404, "no page"),
        ("/?days=many", 422, "days"),
        ("/search?q=" + "x" * 300, 422, "q"),
        ("/static/../app.py", 404, ""),
    ],
)
def test_what_is_not_there_is_a_page_that_says_so(page: TestClient, path: str, status: int, words: str) -> None:
    answer = page.get(path.format(**ids(page)))
    assert answer.status_code == status
    assert words in answer.text


def test_an_error_is_json_where_json_was_asked_for(page: TestClient) -> None:
    answer = page.get("/dyad/PER/XYQ.json")
    assert answer.status_code == 404
    assert "no country code" in answer.json()["error"]


def test_search_says_where_it_found_the_words(page: TestClient) -> None:
    found = page.get("/search.json?q=TUNA imports").json()["documents"]
    assert [d["publisher"] for d in found] == ["Coast Daily"]
    assert "tuna imports" in found[0]["words"]
