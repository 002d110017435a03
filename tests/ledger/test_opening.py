from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from ontherecord.errors import LedgerError
from ontherecord.ledger import Fingerprint, open_ledger
from tests.ledger.conftest import telephone_call

HOLD = (
    "import sys, time; from ontherecord.ledger import open_ledger; l = open_ledger(sys.argv[1]); print('open', flush=True); time.sleep(60)"
)
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
    with open_ledger(path) as ledger:
        ledger._connection.execute("DELETE FROM schema_version WHERE version > 1")
        for view in ("v_events", "v_statements", "statement_spans", "v_positions", "v_corrections"):
            ledger._connection.execute(f"DROP VIEW {view}")
        for macro in ("words", "chain_text", "countries_of"):
            ledger._connection.execute(f"DROP MACRO {macro}")
    with pytest.raises(LedgerError, match="older schema"):
        open_ledger(path, read_only=True)
    with open_ledger(path) as ledger:
        assert ledger.query("events_table") == []


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
