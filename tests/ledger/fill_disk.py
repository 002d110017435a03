"""Adds documents until the disk is full; says how many were stored and what it was told. fill_disk.py LEDGER"""

import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from ontherecord.errors import LedgerError
from ontherecord.ledger import Fingerprint, open_ledger
from ontherecord.records import document_id
from tests.ledger.conftest import telephone_call

with open_ledger(sys.argv[1]) as ledger:
    run, stored = ledger.start_run(Fingerprint("1", "a")), 0
    try:
        for batch in count():
            records = []
            for n in range(10):
                document = replace(telephone_call().document, title=f"{batch} {n}", source="x" * 60_000)
                records.append(replace(telephone_call(), id=document_id(document), document=document))
            stored += ledger.add(records, run=run)
    except LedgerError as problem:
        sys.stdout.write(f"{stored}\n{problem}\n")
