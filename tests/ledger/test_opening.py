from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from ontherecord.errors import LedgerError
from ontherecord.ledger import Fingerprint, open_ledger
from ontherecord.ledger.migrations import steps
from tests.ledger.conftest import telephone_call

HOLD = (
    "import sys, time; from ontherecord.ledger import open_ledger; l = open_ledger(sys.argv[1]); print('open', flush=True); time.sleep(60)"
)
OLD_ROWS = """
INSERT INTO documents BY NAME (SELECT 'd1' AS document_id, 1 AS ordinal, 'x' AS source, 'They met on fish.' AS text, [] AS parts,
    1 AS run_id);
INSERT INTO events BY NAME (SELECT 'd1' AS document_id, 'e1' AS event_id, 'CONSULT' AS type, [] AS contexts, [] AS actors, [] AS recipients,
    [] AS amounts, ['fish'] AS issues, 'verbal cooperation' AS quad, 1.0 AS score, 0.9 AS confidence, 0 AS trigger_start, 4 AS trigger_end,
    0 AS evidence_start, 4 AS evidence_end, [] AS mentions, [] AS according_to, 1 AS run_id);
INSERT INTO issues VALUES ('d1', 'fish', 'Fisheries', ['CHL', 'NOR'], [], 1);
INSERT INTO occurrence_events VALUES ('o1', 'd1', 'e1', 1.0, [], NULL);
INSERT INTO occurrences VALUES ('o1', '{"type": "CONSULT", "mode": null, "aux": null, "date": {"start": "2026-03-02", "end": "2026-03-02"},
    "bounds": null, "actors": ["CHL", "NOR"], "recipients": [], "parties": ["CHL", "NOR"], "place": null, "issues": ["fish"], "score": 1.0,
    "told": 1}');
"""
FILL = Path(__file__).parent / "fill_disk.py"


def test_importing_loads_neither_duckdb_nor_spacy():
    code = "import sys, ontherecord.formats, ontherecord.run.local, ontherecord.run.worker; print({'duckdb', 'spacy'} & sys.modules.keys())"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"


def test_a_missing_ledger_is_not_made_by_reading(path):
    with pytest.raises(LedgerError, match="otr add PATH --ledger"):
        open_ledger(path, read_only=True)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"Once upon a time", b"PAR1" * 8000, b"\x00" * 20])
def test_another_programs_file_is_left_as_it_is(path, content):
    path.write_bytes(content)
    for read_only in (True, False):
        with pytest.raises(LedgerError, match="not a ledger"):
            open_ledger(path, read_only=read_only)
    assert path.read_bytes() == content


def test_another_database_is_left_as_it_is(path, tmp_path):
    import duckdb

    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE documents (a INTEGER)")
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE documents (a INTEGER)")
    for file in (path, tmp_path / "other.db"):
        with pytest.raises(LedgerError, match="not a ledger"):
            open_ledger(file)


def test_an_empty_file_and_an_empty_database_become_a_ledger(path, tmp_path):
    import duckdb

    path.touch()
    duckdb.connect(str(tmp_path / "fresh.duckdb")).close()
    for file in (path, tmp_path / "fresh.duckdb"):
        with open_ledger(file) as ledger:
            assert ledger.query("totals")[0]["documents"] == 0


def test_a_folder_or_a_missing_folder_is_told(tmp_path):
    with pytest.raises(LedgerError, match="is a folder"):
        open_ledger(tmp_path)
    with pytest.raises(LedgerError, match="there is no folder"):
        open_ledger(tmp_path / "none" / "ledger.duckdb")


def test_a_newer_ledger_is_refused(path):
    with open_ledger(path) as ledger:
        ledger._connection.execute("INSERT INTO schema_version VALUES (99, now()::TIMESTAMP)")
    with pytest.raises(LedgerError, match=r"newer version .*99.*pip install --upgrade"):
        open_ledger(path)


def test_an_older_ledger_is_brought_up_to_date_by_opening_it_for_writing(path):
    import duckdb

    with duckdb.connect(str(path)) as old:
        for number, file in steps()[:2]:
            old.execute(file.read_text(encoding="utf8"))
            old.execute("INSERT INTO schema_version VALUES (?, now()::TIMESTAMP)", [number])
        old.execute(OLD_ROWS)
    with pytest.raises(LedgerError, match="older schema"):
        open_ledger(path, read_only=True)
    with open_ledger(path) as ledger:
        assert len(ledger.query("events_table")) == 1
        rows = ledger._connection.execute(
            "SELECT pair, together, day::TEXT, type, actors, issues, documents FROM occurrence_pairs"
        ).fetchall()
        assert rows == [("CHL NOR", True, "2026-03-02", "CONSULT", ["CHL", "NOR"], ["fish"], ["d1"])]
        assert ledger._connection.execute("SELECT pair, label FROM issue_pairs").fetchall() == [("CHL NOR", "Fisheries")]


def test_a_ledger_in_use_says_by_whom(path):
    with subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE) as holder:
        try:
            holder.stdout.readline()
            for read_only in (True, False):
                with pytest.raises(LedgerError, match=f"number {holder.pid}.*Wait until"):
                    open_ledger(path, read_only=read_only)
        finally:
            holder.kill()
    with open_ledger(path) as ledger:
        assert list(ledger.records()) == []


def test_open_twice_in_one_program(path):
    with open_ledger(path), pytest.raises(LedgerError, match="in this program already"):
        open_ledger(path, read_only=True)


def test_a_ledger_open_for_reading_is_not_written(path):
    open_ledger(path).close()
    with open_ledger(path, read_only=True) as ledger:
        for write in (
            lambda: ledger.start_run(Fingerprint("1", "a")),
            lambda: ledger.add([telephone_call()], run=1),
            lambda: ledger.undo(1, who="Ada"),
        ):
            with pytest.raises(LedgerError, match="for reading only"):
                write()


@pytest.mark.slow
def test_a_full_disk_keeps_all_batches_before_and_nothing_of_the_last(path):
    """A limit on the size of files stands for the full disk: DuckDB's write fails the same way."""
    limit = 3_500_000
    run = subprocess.run(
        [sys.executable, str(FILL), str(path)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        capture_output=True,
        text=True,
        cwd=FILL.parents[2],
        check=False,
    )
    stored, sentence = run.stdout.splitlines()
    assert sentence.startswith(f"The disk is full while adding documents to the ledger {path}. Nothing of this step was kept")
    with open_ledger(path) as ledger:
        assert len(list(ledger.records())) == int(stored) > 0
        assert ledger.query("totals")[0]["events"] == 2 * int(stored)


def test_a_question_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    endless = tmp_path / "endless.sql"
    endless.write_text("SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range * b.range % 7 = 3")
    with open_ledger(tmp_path / "ledger.duckdb") as ledger:
        ledger.seconds = 0.1
        with pytest.raises(LedgerError, match=r"0\.1 seconds"):
            ledger.query(endless)
        assert ledger.query("last_indexed") == [{"ordinal": 0}]
