from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ontherecord.ledger import Fingerprint, decode, encode, open_ledger
from ontherecord.records import as_json
from tests.strategies import records

MACHINE = Fingerprint("0.1.0", "abc")


@given(records())
@settings(max_examples=60)
def test_a_coded_document_decodes_to_the_same_record(record):
    assert decode(encode(record)) == record


@given(st.lists(records(), max_size=4, unique_by=lambda r: r.id))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_ledger_gives_back_what_it_was_given(tmp_path_factory, given_records):
    path = tmp_path_factory.mktemp("ledger") / "l.duckdb"
    with open_ledger(path) as ledger:
        run = ledger.start_run(MACHINE)
        assert ledger.add(given_records, run=run) == len(given_records)
        assert ledger.add(given_records, run=run) == 0
    with open_ledger(path, read_only=True) as ledger:
        assert list(ledger.records()) == given_records
        assert [line.encode() for line in ledger.lines()] == [as_json(r) for r in given_records]
