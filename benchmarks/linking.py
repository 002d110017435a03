"""How long linking takes: N synthetic events (and a twentieth as many) from nothing, then a thousand more into them.

    python benchmarks/linking.py 200000 --ledger /tmp/linking.duckdb

A report an event; six in ten tell of one of the 200 occurrences before, with other words; a few countries are in most. Prints seconds for
each step, and the growth of the time a twenty-fold ledger costs against n·log n.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from dyad_ledger import say

from ontherecord.ledger import Fingerprint, open_ledger
from ontherecord.lexicons import read_table, table_path
from ontherecord.linking import link_ledger
from ontherecord.ontology import quad, score
from ontherecord.records import Actor, Document, Event, Interval, Issue, Record, SourceLink, document_id
from ontherecord.spans import Span

TYPES = ("CONSULT", "AGREE", "ACCUSE", "THREATEN", "AID", "ASSAULT", "SANCTION", "REQUEST", "MOBILIZE", "SUPPORT")
WORDS = [f"word{n}" for n in range(3000)]
MORE, LATELY, BATCH = 1000, 200, 2000
BEGINS, DAYS = dt.date(2024, 1, 1), 730


def reports(count: int, seed: int) -> Iterator[Record]:
    """So many reports of one event each, over two years."""
    draw = random.Random(seed)
    codes = [row.values["code"] for row in read_table(table_path("countries.tsv"), ["code"])]
    known: list[tuple[str, str, str, dt.date, list[str]]] = []
    for n in range(count):
        if not known or draw.random() > 0.6:
            a = codes[min(int(draw.paretovariate(1.0)), len(codes)) - 1]
            day = BEGINS + dt.timedelta(days=n * DAYS // count)
            known.append((draw.choice(TYPES), a, draw.choice([c for c in codes if c != a]), day, draw.sample(WORDS, 12)))
        yield _report(draw, *draw.choice(known[-LATELY:]), number=n)


def _report(draw: random.Random, type_: str, a: str, b: str, day: dt.date, words: list[str], *, number: int) -> Record:
    issue, *rest = draw.sample(words, 9)
    text = f"It {issue} {' '.join((*rest, *draw.sample(WORDS, 4)))} {number}."
    span, word = Span(0, len(text)), Span(3, 3 + len(issue))
    published = day + dt.timedelta(days=draw.randint(0, 2))
    document = Document(text, published=published.isoformat(), publisher=f"Paper {number % 50}")
    parties = tuple(Actor(f"a{n}", code, code, "GOV") for n, code in enumerate((a, b), 1))
    told = Event(
        "e1", type_, None, (), ("a1",), ("a2",), None, Interval(day, day) if draw.random() < 0.5 else None, None, (), (issue,), quad(type_),
        score(type_, None), word, span, (word,), (SourceLink("publisher", f"Paper {number % 50}", None, None),), 0.8,
    )  # fmt: skip
    return Record(document_id(document), document, parties, (told,), (), (), (Issue(issue, issue, (word,), (a, b)),))


def linked(path: Path, count: int, *, more: int = 0) -> float:
    """Seconds that linking `count` events took, or, with `more`, that many after them."""
    with open_ledger(path) as ledger:
        run = ledger.start_run(Fingerprint("benchmark", "benchmark"))
        held: list[Record] = []
        for record in reports(more or count, seed=2 if more else 1):
            held.append(record)
            if len(held) == BATCH:
                ledger.add(held, run=run)
                held = []
        ledger.add(held, run=run)
    before = time.perf_counter()
    link_ledger(path)
    return time.perf_counter() - before


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("events", type=int)
    asked.add_argument("--ledger", type=Path, default=Path(tempfile.gettempdir()) / "linking_benchmark.duckdb")
    given = asked.parse_args()
    small = given.events // 20
    taken = {}
    for count in (small, given.events):
        given.ledger.unlink(missing_ok=True)
        taken[count] = linked(given.ledger, count)
        say(f"{count:,} events linked in {taken[count]:.1f} s")
    growth = given.events * math.log(given.events) / (small * math.log(small))
    say(f"twenty times as many cost {taken[given.events] / taken[small]:.1f} times the time; n·log n would be {growth:.1f}")
    say(f"{MORE:,} more linked into them in {linked(given.ledger, given.events, more=MORE):.1f} s")
    given.ledger.unlink()


if __name__ == "__main__":
    main()
