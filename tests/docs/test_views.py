"""The page of the ledger's views is what the ledger says of itself."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from ontherecord.ledger import open_ledger

HOME = Path(__file__).parents[2]


def test_the_page_is_what_the_ledger_describes():
    spec = importlib.util.spec_from_file_location("views", HOME / "gate" / "views.py")
    assert spec is not None
    assert spec.loader is not None
    views = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(views)
    assert views.page() == (HOME / "docs" / "views.md").read_text("utf8"), "changed; write it with: python gate/views.py --write"


def test_every_view_and_column_is_described(tmp_path):
    with open_ledger(tmp_path / "l.duckdb") as ledger:
        described = ledger.describe()
    assert {c.view for c in described} >= {"v_events", "v_occurrences", "v_accounts", "v_series", "v_dyads", "v_directed", "v_issues"}
    assert [f"{c.view}.{c.column}" for c in described if not c.says or not c.view_says] == []
