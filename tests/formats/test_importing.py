from __future__ import annotations

import json
import shutil

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ontherecord.formats import export, import_records
from ontherecord.ledger import Fingerprint, open_ledger
from ontherecord.records import as_json
from tests.ledger.conftest import telephone_call
from tests.strategies import records

LINE = as_json(telephone_call()).decode()


@given(st.lists(records(), min_size=1, max_size=3, unique_by=lambda r: r.id))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_records_that_were_exported_come_back_whole(fresh, tmp_path_factory, given_records):
    folder = tmp_path_factory.mktemp("ledger")
    shutil.copy(fresh, folder / "one")
    shutil.copy(fresh, folder / "other")
    with open_ledger(folder / "one") as one, open_ledger(folder / "other") as other:
        one.add(given_records, run=one.start_run(Fingerprint("1", "a")))
        export(one, "jsonl", folder / "records.jsonl")
        lines = (folder / "records.jsonl").read_bytes().splitlines()
        assert import_records(lines, other, source="records.jsonl").added == len(given_records)
        assert import_records(lines, other, source="records.jsonl").already == len(given_records)
        assert list(other.lines()) == list(one.lines())
        for r in other.records():
            assert all(s.of(r.document.text) for e in r.events for s in (e.trigger, e.evidence, *e.mentions))


def changed(*path, to):
    plain = json.loads(LINE)
    at = plain
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = to
    return json.dumps(plain)


def test_lines_that_are_no_records_are_refused_by_number_and_the_others_stored(ledger):
    lines = [
        "not json",
        "[]",
        "{}",
        changed("events", 0, "trigger", "end", to=9),
        changed("events", 0, "score", to="high"),
        changed("positions", 0, "holder", to="a77"),
        changed("document", "text", to="Another text."),
        changed("document", "id", to="0" * 32),
        "",
        LINE,
    ]
    done = import_records(lines, ledger, source="in.jsonl")
    assert (done.added, done.already) == (1, 0)
    assert [r.source for r in done.refused] == [f"in.jsonl, line {n}" for n in range(1, 9)]
    assert all("docs/record.md" in r.reason for r in done.refused)
    assert "a77" in done.refused[5].reason
    assert {r.source for r in ledger.refusals()} == {r.source for r in done.refused}


def test_a_line_that_tells_of_a_refusal_is_kept_as_one(ledger):
    done = import_records([b'{"document": {"source": "a.txt"}, "error": "it is empty."}'], ledger, source="in.jsonl")
    assert [(r.source, r.reason) for r in done.refused] == [("a.txt", "it is empty.")]
