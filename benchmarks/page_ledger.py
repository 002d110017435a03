"""How long the pages of a large ledger take: serves one of N synthetic events on this machine, prints time and weight of every page.

    python benchmarks/page_ledger.py 1000000 --ledger /tmp/million.duckdb [--keep]

The ledger is the one of dyad_ledger.py. Each page is asked for over HTTP, once (nothing kept from before, though the
server has started and the system holds the file in memory) and five times more; the page keeps answers that took long, so the first time is the one to judge.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from dyad_ledger import BUSIEST, make, median, say

from ontherecord.ledger import Ledger, open_ledger
from ontherecord.web.app import create_app

PORT = 8797


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """The page over a ledger in a thread of its own; its address."""
    server = uvicorn.Server(uvicorn.Config(create_app(path, port=PORT, read_only=False), port=PORT, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{PORT}"
    finally:
        server.should_exit = True
        thread.join()


def addresses(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """What each page is called, and where it is: of the busiest pair, a middling one, and a document and an occurrence of the first."""
    yield "start", "/"
    for skip, called in ((0, "busiest"), (300, "middling")):
        a, b = one(ledger, BUSIEST.format(skip=skip)).split()
        yield f"{called} dyad", f"/dyad/{a}/{b}"
        yield f"{called} dyad, a year", f"/dyad/{a}/{b}?since=2024-01-01&until=2024-12-31"
        yield f"{called} calls", f"/readouts/{a}/{b}"
    meeting = one(ledger, "SELECT occurrence_id FROM occurrence_pairs WHERE together AND type = 'CONSULT' ORDER BY day DESC LIMIT 1")
    yield "readouts of one", f"/readouts/{meeting}"
    yield "occurrence", f"/occurrence/{meeting}"
    document = one(ledger, f"SELECT documents[1] FROM occurrence_pairs WHERE occurrence_id = '{meeting}' LIMIT 1")  # noqa: S608
    yield "document", f"/document/{document}"
    yield "review", "/review"
    yield "search", "/search?q=minister"
    yield "addresses", "/api"


def one(ledger: Ledger, asked: str) -> str:
    found = ledger._connection.execute(asked).fetchone()
    return str(found[0]) if found else ""


def fetch(address: str) -> bytes:
    with urllib.request.urlopen(address) as answer:  # noqa: S310
        return bytes(answer.read())


def measure(path: Path) -> None:
    with open_ledger(path, read_only=True) as ledger:
        asked = list(addresses(ledger))
    with serving(path) as base:
        fetch(f"{base}/search?q=nothing")  # DuckDB imports pandas at its first question where that is installed: half a second
        for called, where in asked:
            first, then = median(lambda where=where: fetch(base + where))  # type: ignore[misc]
            say(f"  {called:<24} first {first:7.1f} ms   then {then:7.1f} ms   {len(fetch(base + where)) / 1000:6.0f} kB")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("events", type=int)
    asked.add_argument("--ledger", type=Path, default=Path(tempfile.gettempdir()) / "page_benchmark.duckdb")
    asked.add_argument("--keep", action="store_true", help="use the ledger if it is there, and leave it there")
    given = asked.parse_args()
    if not (given.keep and given.ledger.exists()):
        given.ledger.unlink(missing_ok=True)
        make(given.ledger, given.events)
    measure(given.ledger)
    if not given.keep:
        given.ledger.unlink()


if __name__ == "__main__":
    sys.exit(main())
