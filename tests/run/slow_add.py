"""A run that takes its time, for tests that kill it: python -m tests.run.slow_add LEDGER NUMBER."""

from __future__ import annotations

import sys

from ontherecord.ledger import Fingerprint
from ontherecord.records import Document
from ontherecord.run import add_documents
from tests.run.coders import slow


def documents(number: int) -> list[Document]:
    return [Document(f"Report {n} of a long run.", published="2026-02-04", source=f"report-{n}.txt") for n in range(number)]


if __name__ == "__main__":
    summary = add_documents(documents(int(sys.argv[2])), sys.argv[1], processes=2, coder=slow, made_by=Fingerprint("1", "test"))
    sys.exit(130 if summary.interrupted else 0)
