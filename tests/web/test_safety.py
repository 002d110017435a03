from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ontherecord.errors import LedgerError
from ontherecord.ledger import Fingerprint, open_ledger
from ontherecord.linking import link_ledger
from ontherecord.web.pages import href, short
from tests.reports import Tell, report
from tests.web.conftest import BASE, client

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:9", "localhost.evil.example:8000", "", "[::1]:8000"])
def test_only_our_own_host_is_answered(page: TestClient, host: str) -> None:
    assert page.get("/", headers={"Host": host}).status_code == 421


def test_localhost_is_our_host_too(page: TestClient) -> None:
    assert page.get("/api", headers={"Host": "localhost:8000"}).status_code == 200


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:9"}])
def test_posts_from_elsewhere_are_refused(page: TestClient, headers: dict[str, str]) -> None:
    assert page.post("/corrections/1/undo", content="who=x", headers=headers).status_code == 403


def test_a_strangers_page_may_not_read(page: TestClient) -> None:
    assert page.get("/start.json", headers={"Origin": "http://evil.example"}).status_code == 403


def test_long_addresses_and_bodies_are_refused(page: TestClient) -> None:
    assert page.get("/search?q=" + "x" * 5000).status_code == 414
    assert page.post("/corrections/1/undo", content=b"x" * 70_000, headers={"Origin": BASE}).status_code == 413


def test_every_answer_carries_the_policy(page: TestClient) -> None:
    for path in ("/", "/nowhere", "/start.json", "/static/style.css"):
        headers = page.get(path).headers
        assert "script-src 'self';" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_pages_hold_no_inline_script_style_or_foreign_asset(page: TestClient) -> None:
    for path in ("/", "/dyad/PER/GHA", "/review", "/search?q=tuna", "/api"):
        text = page.get(path).text
        assert not re.search(r"<style|<script(?! type=\"module\" src=\"/static)|\son\w+=|\sstyle=", text)
        assert not re.search(r"(src|<link[^>]+href)=\"https?:", text)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path = tmp_path_factory.mktemp("hostile") / "ledger.duckdb"
    records = [
        report(
            Tell(
                f"Peru met Ghana {EVIL} today.",
                "CONSULT",
                "visit",
                (f"PER {EVIL}",),
                ("GHA \u202eevil\u200b",),
                day="2026-03-02",
                place=EVIL,
            ),
            publisher=EVIL,
            title=EVIL,
            url="javascript:alert(1)",
        ),
        report(Tell("Peru met Ghana.", "CONSULT", None, ("PER",), ("GHA",), day="2026-03-02"), publisher="P", title="T" * 1_000_000),
        report(
            Tell("Peru hit Ghana \u202e\u2066\x00 hard. " + "Long words stand here. " * 5000, "ACCUSE", None, ("PER",), ("GHA",)),
            publisher="=1+1",
        ),
    ]
    with open_ledger(path) as ledger:
        ledger.add(records, run=ledger.start_run(Fingerprint("test", "none")))
    link_ledger(path)
    return client(path)


def test_a_hostile_report_is_shown_as_text(hostile: TestClient) -> None:
    dyad = hostile.get("/dyad/PER/GHA.json").json()
    paths = ["/", "/review", "/search?q=peru", "/dyad/PER/GHA", "/readouts/PER/GHA"]
    paths += [f"/occurrence/{o['id']}" for o in dyad["occurrences"]] + [f"/readouts/{o['id']}" for o in dyad["occurrences"]]
    paths += [f"/document/{d}?pick={i}" for d in dyad["documents"] for i in ("e1", "a1")]
    for path in paths:
        answer = hostile.get(path)
        assert answer.status_code == 200, (path, answer.text[-2000:])
        assert "<script>alert" not in answer.text
        assert "<img" not in answer.text
        assert "javascript:" not in re.sub(r">[^<]*<", "><", answer.text)
        assert "\u202e" not in answer.text
        assert len(answer.content) < 500_000


def test_only_http_addresses_become_links() -> None:
    assert href("https://paper.example/a") == "https://paper.example/a"
    for url in ("javascript:alert(1)", "data:text/html,x", " JaVaScRiPt:1", "//evil.example", "http:", "http://[", None, ""):
        assert href(url) is None


def test_hidden_characters_in_names_are_named() -> None:
    assert short("a\u202eb\u200b") == "a⟨U+202E⟩b⟨U+200B⟩"
    assert short("גולדה מאיר") == "גולדה מאיר"


def test_a_missing_ledger_says_what_to_do(tmp_path: Path) -> None:
    answer = client(tmp_path / "none.duckdb").get("/")
    assert answer.status_code == 503
    assert "otr add" in answer.text
    assert not (tmp_path / "none.duckdb").exists()


def test_a_file_that_is_no_ledger_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "x.duckdb").write_text("no ledger at all, only words")
    assert client(tmp_path / "x.duckdb").get("/").status_code == 503


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "empty.duckdb"):
        pass
    page = client(tmp_path / "empty.duckdb")
    assert "otr add" in page.get("/").text
    for path in ("/search?q=x", "/review", "/dyad/PER/GHA", "/readouts/PER/GHA"):
        assert page.get(path).status_code == 200


def test_a_ledger_in_use_by_a_writer_is_said(own: Path) -> None:
    path = own
    with open_ledger(path):
        answer = client(path).get("/")
    assert answer.status_code == 503
    assert "open in this program" in answer.text
    assert client(path).get("/").status_code == 200


def test_a_port_that_is_taken_is_said() -> None:
    import socket

    from ontherecord.web import serving

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(LedgerError, match="--port"):
            serving._check_port(taken.getsockname()[1])


PARAMETERS = {"since", "until", "issue", "pick", "mark", "start", "days", "country", "q", "before", "type", "skip"}
ADDRESSES = ("/start", "/search", "/review", "/dyad/{}/{}", "/readouts/{}", "/readouts/{}/{}", "/occurrence/{}", "/document/{}")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(ADDRESSES),
    st.lists(
        st.one_of(st.sampled_from(["PER", "GHA", "a document", "an occurrence"]), st.text(min_size=1, max_size=12)), min_size=2, max_size=2
    ),
    st.dictionaries(
        st.sampled_from(sorted(PARAMETERS)),
        st.one_of(st.integers().map(str), st.text(max_size=12), st.dates().map(str), st.sampled_from(["e1", "0-4", "tuna"])),
        max_size=3,
    ),
    st.sampled_from([".json", ".csv", ""]),
)
def test_no_address_breaks_the_page(page: TestClient, path: str, names: list[str], asked: dict[str, str], form: str) -> None:
    """Whatever stands in an address, the answer is one of those that a page has a sentence for."""
    dyad = page.get("/dyad/PER/GHA.json").json()
    real = {"a document": next(iter(dyad["documents"])), "an occurrence": dyad["occurrences"][0]["id"]}
    names = [real.get(n, n) for n in names]
    segments = [quote(n, safe="", errors="replace") for n in names]
    query = urlencode(asked, errors="replace")
    assert page.get(f"{path.format(*segments)}{form}?{query}").status_code in (200, 404, 414, 422)
