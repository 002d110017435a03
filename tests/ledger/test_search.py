from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ontherecord.ledger import Fingerprint, Ledger, find_documents, find_names, migrations, open_ledger, search
from ontherecord.records import Document, Record, document_id
from tests.ledger.conftest import telephone_call

TITLES = {
    "Café talks": "Perú's envoy spoke of tuna exports, and of sanc\u200btions that the U.S. had lifted.",
    "Export of tuna": "Tuna is sold; its exports rose. İzmir sent an envoy.",
    "Weather": "Rain fell on the harbour all week.",
}
WORDS = ("tuna", "tunas", "envoy", "rain", "harbour", "exports", "export", "sold")

OLD_ROWS = """
INSERT INTO documents BY NAME (SELECT 'd1' AS document_id, 1 AS ordinal, 'x' AS source, 'Rain fell.' AS text, [] AS parts, 1 AS run_id);
INSERT INTO actors BY NAME (SELECT 'd1' AS document_id, 'a1' AS actor_id, 'Rainer' AS name, 1 AS run_id);
"""


def document(text: str, title: str = "", publisher: str = "The Tide") -> Record:
    found = Document(text, title=title, publisher=publisher)
    return Record(document_id(found), found)


def fill(ledger: Ledger, records: list[Record], batch: int = 1) -> None:
    run = ledger.start_run(Fingerprint("test", "none"))
    for first in range(0, len(records), batch):
        ledger.add(records[first : first + batch], run=run)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("search") / "ledger.duckdb") as made:
        fill(made, [document(text, title) for title, text in TITLES.items()])
        yield made


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("tuna", ["Export of tuna", "Café talks"]),
        ("CAFE", ["Café talks"]),
        ("peru", ["Café talks"]),
        ("izmir", ["Export of tuna"]),
        ("sanctions", ["Café talks"]),  # a character that nobody sees does not hide a word
        ("sanct envo", ["Café talks"]),
        ("us", ["Café talks"]),
        ("U.S.", ["Café talks"]),
        ("tuna exports", ["Export of tuna", "Café talks"]),
        ('"tuna exports"', ["Café talks"]),
        ("“its exports” envoy", ["Export of tuna"]),
        ('"tuna export"', []),  # within quotation marks words are whole
        ("exp", ["Export of tuna", "Café talks"]),
        ("tide weather", ["Weather"]),  # title and publisher are searched too
        ("rain fell on the harbour all week tide weather", ["Weather"]),
        ("rain fell on the harbour all week tide tuna", []),
        ("ex", []),  # two letters are a word, not a beginning
        ("' OR 1=1 --", []),
        ("%", []),
        ("", []),
    ],
)
def test_words_beginnings_and_phrases_are_found(ledger: Ledger, query: str, titles: list[str]) -> None:
    assert [d["title"] for d in find_documents(ledger, query).documents] == titles


def test_people_are_found_by_any_words_of_their_names(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.duckdb") as ledger:
        record = telephone_call()
        run = ledger.start_run(Fingerprint("test", "none"))
        ledger.add([record], run=run)
        ledger.add([record], run=run, replace=True)
        assert [(n["name"], n["documents"]) for n in find_names(ledger, search.read_query(ledger, "presi"))] == [("President", 1)]
        ledger.correct(record.id, "actor", "a2", "name", "José María Ruiz", who="Ada", reason="His name.")
        assert find_names(ledger, search.read_query(ledger, "president")) == []
        found = find_names(ledger, search.read_query(ledger, "ruiz jose"))
        assert [(n["name"], n["document_id"], n["actor_id"]) for n in found] == [("José María Ruiz", record.id, "a2")]
        assert find_names(ledger, search.read_query(ledger, "a b c d e f")) == []


def test_what_is_found_goes_on_page_by_page(ledger: Ledger) -> None:
    first = find_documents(ledger, "tide", most=2)
    assert [d["title"] for d in first.documents] == ["Weather", "Export of tuna"]
    rest = find_documents(ledger, "tide", most=2, before=first.before)
    assert [d["title"] for d in rest.documents] == ["Café talks"]
    assert rest.before is None


def test_coding_again_indexes_nothing_twice(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.duckdb") as ledger:
        record = document("Rain fell.")
        fill(ledger, [record, document("Snow fell.")])
        ledger.add([record], run=ledger.start_run(Fingerprint("test", "other")), replace=True)
        assert len(find_documents(ledger, "rain").documents) == 1
        assert ledger.query("index_sizes") == [{"level": 0, "held": 8}]


def test_runs_are_merged_as_they_grow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_ROWS", 10)
    monkeypatch.setattr(search, "GROWTH", 2)
    with open_ledger(tmp_path / "ledger.duckdb") as ledger:
        fill(ledger, [document(f"Ship number {n} came to harbour.") for n in range(20)])
        sizes = ledger.query("index_sizes")
        assert sum(row["held"] for row in sizes) == 20 * 8
        assert max(row["level"] for row in sizes) > 2
        assert len(find_documents(ledger, "harbour", most=50).documents) == 20
        assert [d["text"] for d in find_documents(ledger, '"number 7"').documents] == ["Ship number 7 came to harbour."]


def test_an_old_ledger_gets_its_index_when_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [step for step in migrations.steps() if step[0] < 4]
    with monkeypatch.context() as old:
        old.setattr(migrations, "steps", lambda: before)
        with open_ledger(tmp_path / "ledger.duckdb") as ledger:
            ledger._connection.execute(OLD_ROWS)
    with open_ledger(tmp_path / "ledger.duckdb") as ledger:
        assert len(find_documents(ledger, "rain").documents) == 1
        assert [n["name"] for n in find_names(ledger, search.read_query(ledger, "rain"))] == ["Rainer"]
        fill(ledger, [document("Rain again.")])
        assert len(find_documents(ledger, "rain").documents) == 2


def folded(text: str) -> list[str]:
    """The plain twin of the ledger's `words_in`, for letters that it does not turn into several."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
    return "".join(c if c.isalnum() else " " for c in bare).split()


TEXTS = st.lists(st.sampled_from([*WORDS, "Café", "ÉTÉ", "łódź"]), min_size=1, max_size=7).map(" ".join)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS, min_size=1, max_size=8, unique=True), st.lists(st.sampled_from([*WORDS, "cafe", "ete"]), min_size=1, max_size=3))
def test_search_finds_what_reading_all_texts_finds(tmp_path_factory: pytest.TempPathFactory, texts: list[str], asked: list[str]) -> None:
    with open_ledger(tmp_path_factory.mktemp("twin") / "ledger.duckdb") as ledger:
        fill(ledger, [document(t) for t in texts], batch=3)
        words = [t for t in texts if all(any(w.startswith(a) for w in folded(t)) for a in asked)]
        assert {d["text"] for d in find_documents(ledger, " ".join(asked)).documents} == set(words)
        phrase = f" {' '.join(asked)} "
        found = {d["text"] for d in find_documents(ledger, f'"{phrase}"').documents}
        assert found == {t for t in texts if phrase in f" {' '.join(folded(t))} "}
