"""`python -m tests.samples`: how much of what a reader finds in the samples the program finds, and what it misses."""

from __future__ import annotations

import sys

from tests.samples import calls, expectations


def main() -> None:
    found, missed = expectations.events()
    heard, unheard = expectations.speakers()
    say = sys.stdout.write
    for key, row in missed:
        kind = "|".join(row["type"]) if isinstance(row["type"], list) else row["type"]
        say(f"missed event    {key}: {kind} {row['actor'] or '-'} -> {row['recipient'] or '-'} {row['aux'] or ''}\n")
    for key, row in unheard:
        say(f"missed speaker  {key}: {row['name'] or '-'} {row['country'] or '-'}\n")
    told = calls.answers()
    for answer in told:
        for line in answer.faults():
            say(f"call            {answer.name}: {line}\n")
    say(f"events {found:.4f} (type alone {expectations.types():.4f})  speakers {heard:.4f}\n")
    say(f"calls joined exactly {calls.joined(told):.4f}  issue rows with the right verdict, F1 {calls.rows_f1(told):.4f}\n")


main()
