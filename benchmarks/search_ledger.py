"""How long search takes in a large ledger: makes one of N synthetic reports by SQL, prints the time that the page's answer takes.

    python benchmarks/search_ledger.py 200000 --ledger /tmp/search.duckdb [--keep]

Five events a report make 200,000 reports a ledger of a million events. Asked are a word of every report, words of some, of few and of
none, beginnings of words, several words at once, and words in quotation marks. The first time and the median of five more.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from dyad_ledger import median, report, say

from ontherecord.ledger import Ledger, open_ledger
from ontherecord.web.search import search

MAKE = Path(__file__).with_name("search_ledger.sql")
# The word that stands in as near as possible to so many documents.
NEAR = "SELECT word FROM search_words GROUP BY word ORDER BY abs(count(*) - {}), word LIMIT 1"


def make(path: Path, documents: int) -> None:
    with open_ledger(path) as ledger:
        ledger._connection.execute(f"SET VARIABLE documents = {documents}")
        ledger._connection.execute(MAKE.read_text(encoding="utf8"))
        before = time.perf_counter()
        ledger._script("index_words")
        ledger._connection.execute("CHECKPOINT")
        say(f"indexed in {time.perf_counter() - before:.0f} s")


def measure(ledger: Ledger) -> None:
    documents = int(ledger.query("last_indexed")[0]["ordinal"])
    rows = ledger.query("index_sizes")[0]["held"]
    say(f"{documents:,} documents, {rows:,} rows of the index")

    def word(share: float) -> str:
        found = ledger._connection.execute(NEAR.format(max(1, int(share * documents)))).fetchone()
        return str(found[0]) if found else ""

    every, half, some, few, once = (word(share) for share in (1, 0.5, 0.02, 0.0002, 0))
    text = str(ledger._connection.execute(f"SELECT text FROM documents WHERE ordinal = {documents // 2}").fetchone())  # noqa: S608
    for what, asked in (
        ("in every report", every), ("in half", half), ("in 2 %", some), ("in 0.02 %", few), ("in one", once), ("in none", "xyzzy"),
        ("a beginning", some[:4]), ("two frequent", f"{every} {half}"), ("frequent and rare", f"{every} {few}"),
        ("five words", f"{every} {half} {some} {few} {once}"), ("a phrase", '"' + " ".join(text.split()[40:43]) + '"'),
        ("a frequent phrase", f'"{every} {half}"'), ("no such phrase", f'"{few} {few} {few}"'),
    ):  # fmt: skip
        found = len(search(ledger, asked).plain["documents"])
        report(f"{what} ({found})", median(lambda asked=asked: search(ledger, asked)))  # type: ignore[misc]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("documents", type=int)
    asked.add_argument("--ledger", type=Path, default=Path(tempfile.gettempdir()) / "search_benchmark.duckdb")
    asked.add_argument("--keep", action="store_true", help="use the ledger if it is there, and leave it there")
    given = asked.parse_args()
    if not (given.keep and given.ledger.exists()):
        given.ledger.unlink(missing_ok=True)
        make(given.ledger, given.documents)
        say(f"{given.ledger.stat().st_size / 1e6:,.0f} MB")
    with open_ledger(given.ledger, read_only=True) as ledger:
        measure(ledger)
    if not given.keep:
        given.ledger.unlink()


if __name__ == "__main__":
    sys.exit(main())
