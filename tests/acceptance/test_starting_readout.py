"""The two columns of the starting report, as its README describes them. Skipped where the shared folder is not at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontherecord import code
from ontherecord.analysis import Readouts, list_readouts, readouts
from ontherecord.ledger import Fingerprint, open_ledger
from ontherecord.linking import link_ledger
from ontherecord.reading import document

ARTICLE = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Readouts:
    if not ARTICLE.exists():
        pytest.skip("the starting report lies in ../shared, which is not on this machine")
    path = tmp_path_factory.mktemp("ledger") / "l.duckdb"
    record = code(document(ARTICLE.read_text("utf8"), publisher="A paper", published="2026-02-05", source=ARTICLE.name))
    with open_ledger(path) as ledger:
        ledger.add([record], run=ledger.start_run(Fingerprint("1", "a")))
    link_ledger(path)
    with open_ledger(path, read_only=True) as ledger:
        (call,) = list_readouts(ledger, "CHN", "USA").occurrences
        return readouts(ledger, call.id)


def test_it_is_one_call_of_two_sides(table: Readouts) -> None:
    assert (table.occurrence.mode, table.sides, dict(table.occurrence.date or {})["start"]) == ("phone", ("CHN", "USA"), "2026-02-04")


@pytest.mark.parametrize(
    ("issue", "verdict"),
    [
        ("taiwan", "both"),
        ("taiwan-arms-sales", "only CHN"),
        ("iran", "only USA"),
        ("war-ukraine", "only USA"),
        ("visits", "only USA"),
    ],
)
def test_which_side_told_what(table: Readouts, issue: str, verdict: str) -> None:
    assert {row.id: row.verdict for row in table.issues}[issue] == verdict


def test_trade_is_on_the_agenda(table: Readouts) -> None:
    assert any(row.id == "trade" and row.cells["USA"] for row in table.issues)


def test_each_side_speaks_through_its_own_channel(table: Readouts) -> None:
    (arms,) = (row for row in table.issues if row.id == "taiwan-arms-sales")
    chains = [[link["name"] for link in entry.according_to] for entry in arms.cells["CHN"]]
    assert any("state media" in chain for chain in chains)
    assert any("CCTV" in chain for chain in chains)


def test_what_each_left_out_asked_and_sounded_like(table: Readouts) -> None:
    assert {"iran", "war-ukraine", "visits"} <= set(table.left_out["CHN"])
    assert "taiwan-arms-sales" in table.left_out["USA"]
    assert any(request["by"] == ["CHN"] for request in table.requests)
    assert any(promise["by"] == ["USA"] for promise in table.commitments)
    assert (table.tone["USA"] or 0) > (table.tone["CHN"] or 0)
