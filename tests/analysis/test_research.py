"""Tables and charts from an open ledger."""

from __future__ import annotations

import dataclasses
import datetime as dt
import importlib
import json
from pathlib import Path

import pytest

import ontherecord
from ontherecord.analysis import charts
from ontherecord.analysis.series import Alert, Turn
from ontherecord.errors import LedgerError, MissingPackage, UnknownName
from ontherecord.ledger import Fingerprint
from ontherecord.ledger.tables import Table, needed
from ontherecord.linking import link_ledger
from ontherecord.ontology import TYPES
from tests.analysis.test_dyads import reports

TABLES = ("events", "occurrences", "accounts", "statements", "positions", "issues", "series", "dyads")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    made = tmp_path_factory.mktemp("research") / "ledger.duckdb"
    with ontherecord.open_ledger(made) as opened:
        opened.add(reports(), run=opened.start_run(Fingerprint("1", "a")))
    link_ledger(made)
    with ontherecord.open_ledger(made, read_only=True) as opened:
        yield opened


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_read_by_polars_pandas_and_plain_python_alike(ledger, name):
    table: Table = getattr(ledger, name)()
    rows = list(table)
    frame, other = table.to_polars(), table.to_pandas()
    assert frame.columns == list(other.columns) == table.columns
    assert frame.height == len(other) == len(table) == len(rows)
    assert frame.to_dicts() == rows
    assert table.columns[0] in repr(table)


def test_tables_hold_what_is_asked_for(ledger):
    assert set(ledger.events("chl", "NOR").to_polars()["type"]) == {"CONSULT", "REQUEST", "AGREE", "RETREAT"}
    assert set(ledger.events(type="ACCUSE").to_polars()["quote"]) == {"Kenya accused Japan of dumping."}
    assert ledger.events("CHL", since="2026-03-20").to_polars()["type"].to_list() == ["RETREAT"]
    (call,) = ledger.occurrences("CHL", type="CONSULT")
    assert (len(call["documents"]), len(call["copies"])) == (2, 1)
    assert {a["quote"].split()[0] for a in ledger.accounts(call["occurrence_id"])} == {"Rojas", "Berg"}
    assert len(ledger.statements("NOR", issue="trawler")) == 1
    assert {row["a"] for row in ledger.dyads("NOR")} == {"CHL"}
    assert ledger.issues("CHL", "NOR").to_polars()["issue_id"].unique().sort().to_list() == ["salmon", "trawler"]


def test_series_tables_are_what_the_dyad_holds(ledger):
    months = ledger.series("CHL", "NOR", by="month")
    held = [p for p in ledger.dyad("CHL", "NOR").series if p.unit == "month"]
    assert [(r["period"], r["source"], r["cooperation"], r["occurrences"]) for r in months] == [
        (p.period, p.source, p.cooperation, list(p.occurrences)) for p in held
    ]
    assert len(ledger.series()) > len(ledger.series("CHL", "NOR"))


def test_bad_questions_are_sentences(ledger):
    for ask, words in (
        (lambda: ledger.events("UK"), "GBR"),
        (lambda: ledger.events(since="yesterday"), "no day"),
        (lambda: ledger.series("CHL"), "both codes or none"),
        (lambda: ledger.chart("FRA", "TUV"), "no chart to draw"),
        (lambda: charts.unit_of("year"), "week and month"),
        (lambda: charts.write(ledger.chart("CHL", "NOR"), Path("chart.gif")), ".svg"),
    ):
        with pytest.raises(UnknownName, match=words):
            ask()


@pytest.mark.parametrize("by", ["week", "month"])
def test_a_chart_draws_both_ways_beside_the_reports_read(ledger, by):
    drawn = json.loads(ledger.chart("CHL", "NOR", by=by).to_json())
    ways, back, read = drawn["vconcat"][:3]
    assert [p["layer"][0]["encoding"]["y"]["title"] for p in (ways, back)] == ["CHL → NOR", "NOR → CHL"]
    bars = ways["layer"][0]["data"]["values"]
    held = [p for p in ledger.dyad("CHL", "NOR").series if p.unit == by and p.source == "CHL"]
    assert sum(b["score"] for b in bars) == pytest.approx(sum(p.balance for p in held))
    assert sum(b["reports"] for b in read["data"]["values"]) == 6
    assert "Chile and Norway" in drawn["title"]["text"]


def test_turns_and_alerts_are_numbered_and_told_with_their_occurrences(ledger):
    found = ledger.dyad("CHL", "NOR")
    (freed,) = (h.id for h in found.occurrences if h.type == "RETREAT")
    week = next(p.period for p in found.series if p.unit == "week" and freed in p.occurrences)
    turn, alert = Turn(week, "NOR", "CHL", 1.0, 6.5, (freed,)), Alert(dt.date(2026, 3, 3), "CHL", "NOR", 21.0, 3.0, ())
    drawn = json.loads(charts.draw(dataclasses.replace(found, turns=(turn,), alerts=(alert,)), {}).to_json())
    told = " ".join(row["words"] for row in drawn["vconcat"][3]["data"]["values"])
    assert "1 2026-03-03, CHL → NOR: alert" in " ".join(told.split())
    assert f"{week}, NOR → CHL: turn for the better" in told
    assert "RETREAT release 3 Apr" in told


@pytest.mark.parametrize("kind", charts.KINDS)
def test_charts_are_written(ledger, tmp_path, kind):
    out = tmp_path / f"chart{kind}"
    charts.write(ledger.chart("CHL", "NOR"), out)
    head = {".svg": b"<svg", ".png": b"\x89PNG", ".html": b"<!DOCTYPE html>", ".json": b"{"}[kind]
    assert out.read_bytes().lstrip().startswith(head)
    if kind == ".html":
        assert b"cdn.jsdelivr" not in out.read_bytes().replace(b"//# sourceMappingURL", b"")
    with pytest.raises(LedgerError, match="cannot be written"):
        charts.write(ledger.chart("CHL", "NOR"), tmp_path / "nowhere" / f"chart{kind}")


def test_a_missing_package_is_a_sentence(monkeypatch):
    def none(name):
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", none)
    with pytest.raises(MissingPackage, match="make frames"):
        needed("altair", "Altair")


def test_sql_knows_the_classes_of_types(ledger):
    for kind in TYPES.values():
        assert ledger._connection.execute("SELECT quad_of(?)", [kind.name]).fetchone() == (kind.quad,)
