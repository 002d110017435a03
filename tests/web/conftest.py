from __future__ import annotations

import shutil
from pathlib import Path

import pytest

fastapi = pytest.importorskip("fastapi", reason="the page needs fastapi")

from fastapi.testclient import TestClient  # noqa: E402

from ontherecord.ledger import Fingerprint, open_ledger  # noqa: E402
from ontherecord.linking import link_ledger  # noqa: E402
from ontherecord.records import Record  # noqa: E402
from ontherecord.web import create_app  # noqa: E402
from tests.reports import Tell, report  # noqa: E402

PORT = 8000
BASE = f"http://127.0.0.1:{PORT}"
ORIGIN = {"Origin": BASE}


def a_ledger(path: Path, *more: Record) -> Path:
    """A call of two countries that both tell, and a quarrel; small, so that every test can have its own."""
    records = [
        *more,
        report(
            Tell(
                "Peru and Ghana spoke by phone about tuna and visas.",
                "CONSULT",
                "phone",
                ("PER Rojas", "GHA Mensah"),
                day="2026-03-02",
                issues=("tuna", "visas"),
            ),
            Tell(
                "Rojas asked Ghana to lower the tariff on tuna.",
                "REQUEST",
                "change",
                ("PER Rojas",),
                ("GHA Mensah",),
                issues=("tuna",),
                said_by="PER Rojas",
            ),
            publisher="Lima Gazette",
            state="PER",
            title="Rojas calls Mensah",
            url="https://gazette.example/1",
        ),
        report(
            Tell(
                "Mensah and Rojas talked on the phone of cocoa.",
                "CONSULT",
                "phone",
                ("GHA Mensah", "PER Rojas"),
                day="2026-03-02",
                issues=("cocoa",),
            ),
            publisher="Accra Wire",
            state="GHA",
            title="Mensah receives call",
        ),
        report(
            Tell(
                "Ghana suspended tuna imports from Peru.", "SANCTION", "discontinue", ("GHA",), ("PER",), day="2026-01-12", issues=("tuna",)
            ),
            publisher="Coast Daily",
            published="2026-01-13",
            title="Tuna row",
        ),
    ]
    with open_ledger(path) as ledger:
        run = ledger.start_run(Fingerprint("test", "none"))
        ledger.add(records, run=run)
        ledger.finish_run(run, added=len(records), already=0, refused=0)
    link_ledger(path)
    return path


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For tests that only read."""
    return a_ledger(tmp_path_factory.mktemp("web") / "ledger.duckdb")


def client(path: Path, *, read_only: bool = False) -> TestClient:
    return TestClient(create_app(path, port=PORT, read_only=read_only), base_url=BASE, raise_server_exceptions=False)


@pytest.fixture(scope="session")
def page(shared: Path) -> TestClient:
    return client(shared)


@pytest.fixture
def own(shared: Path, tmp_path: Path) -> Path:
    """For tests that write."""
    return Path(shutil.copy(shared, tmp_path / "own.duckdb"))
