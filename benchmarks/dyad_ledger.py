"""How long the views of two countries take in a large ledger: makes one of N synthetic events by SQL, prints medians of five.

    python benchmarks/dyad_ledger.py 1000000 --ledger /tmp/million.duckdb [--keep]

Five events a document; half as many occurrences as events. Countries are drawn with weights falling as 1/rank, so that the busiest pair
has some thousands of occurrences and most pairs a handful. Occurrences are laid out by the program's own `settle`, not by the linker,
which has a benchmark of its own. Only the "busiest" and a "middling" pair are asked.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ontherecord.analysis import ResearchLedger, dyad, issue_ledger, list_readouts, open_ledger, positions, readouts
from ontherecord.lexicons import read_table, table_path

MAKE = Path(__file__).with_name("dyad_ledger.sql")
TIMES = 5
BUSIEST = """SELECT pair FROM occurrence_pairs WHERE together GROUP BY pair ORDER BY count(*) DESC, pair LIMIT 1 OFFSET {skip}"""


def make(path: Path, events: int) -> None:
    """A ledger of so many events at `path`."""
    with open_ledger(path) as ledger:
        connection = ledger._connection  # the rows are made inside DuckDB; the public way in is one document at a time
        connection.execute(f"SET VARIABLE events = {events}")
        connection.execute("SET VARIABLE codes = ?", [[row.values["code"] for row in read_table(table_path("countries.tsv"), ["code"])]])
        connection.execute(MAKE.read_text(encoding="utf8"))
        ledger._script("settle")
        connection.execute("CHECKPOINT")


def median(asked: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of the first time, and the median of five more."""
    taken = []
    for _ in range(TIMES + 1):
        before = time.perf_counter()
        asked()
        taken.append(1000 * (time.perf_counter() - before))
    return taken[0], statistics.median(taken[1:])


def measure(path: Path) -> None:
    with open_ledger(path, read_only=True) as ledger:
        counts = ledger.query("totals")[0]
        say(f"{counts['documents']:,} documents, {counts['events']:,} events, {counts['occurrences']:,} occurrences")
        for skip, called in ((0, "busiest"), (300, "middling")):
            found = ledger._connection.execute(BUSIEST.format(skip=skip)).fetchone()
            if found:
                of_pair(ledger, called, *found[0].split())
    report("opening the ledger", median(lambda: open_ledger(path, read_only=True).close()))


def of_pair(ledger: ResearchLedger, called: str, a: str, b: str) -> None:
    whole = dyad(ledger, a, b)
    say(f"{called} pair {a} {b}: {len(whole.occurrences):,} occurrences, {len(whole.issues)} issues, {len(whole.documents):,} documents")
    report("dyad", median(lambda: dyad(ledger, a, b)))
    report("dyad as JSON", median(whole.as_plain))
    report("issue ledger", median(lambda: issue_ledger(ledger, a, b)))
    report("series as a table", median(lambda: list(ledger.series(a, b))))
    report("list of calls", median(lambda: list_readouts(ledger, a, b)))
    report("positions", median(lambda: positions(ledger, a, on=b)))
    calls = list_readouts(ledger, a, b).occurrences
    if calls:
        report("readouts of a call", median(lambda: readouts(ledger, calls[0].id)))


def report(what: str, times: tuple[float, float]) -> None:
    say(f"  {what:<22} first {times[0]:7.1f} ms   then {times[1]:7.1f} ms")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("events", type=int)
    asked.add_argument("--ledger", type=Path, default=Path(tempfile.gettempdir()) / "dyad_benchmark.duckdb")
    asked.add_argument("--keep", action="store_true", help="use the ledger if it is there, and leave it there")
    given = asked.parse_args()
    if not (given.keep and given.ledger.exists()):
        given.ledger.unlink(missing_ok=True)
        before = time.perf_counter()
        make(given.ledger, given.events)
        say(f"made in {time.perf_counter() - before:.0f} s, {given.ledger.stat().st_size / 1e6:,.0f} MB")
    measure(given.ledger)
    if not given.keep:
        given.ledger.unlink()


if __name__ == "__main__":
    main()
