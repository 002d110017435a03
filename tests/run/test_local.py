from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ontherecord.errors import OnTheRecordError, RefusedDocument
from ontherecord.ledger import Fingerprint, open_ledger
from ontherecord.records import Document
from ontherecord.run import add_documents
from ontherecord.run.fingerprint import fingerprint
from tests.run import coders
from tests.run.slow_add import documents

NOW = Fingerprint("1", "test")
LATER = Fingerprint("2", "test")


def texts(*given: str) -> list[Document]:
    return [Document(text, source=f"{n}.txt") for n, text in enumerate(given)]


def add(items, path, **how):
    return add_documents(items, path, **({"processes": 2, "coder": coders.plain, "made_by": NOW} | how))


def lines(path: Path) -> list[str]:
    with open_ledger(path, read_only=True) as ledger:
        return list(ledger.lines())


def test_one_process_or_three_give_the_same_bytes_in_the_order_of_the_input(tmp_path):
    given = documents(36)
    assert add(given, tmp_path / "one", processes=1).added == add(given, tmp_path / "three", processes=3).added == 36
    assert lines(tmp_path / "one") == lines(tmp_path / "three")
    with open_ledger(tmp_path / "three") as ledger:
        assert [r.document.source for r in ledger.records()] == [d.source for d in given]


def test_adding_twice_changes_nothing(tmp_path):
    given = [*documents(20), *documents(3)]
    path = tmp_path / "ledger"
    first = add(given, path)
    before = path.read_bytes()
    second = add(given, path)
    assert (first.added, first.already) == (20, 3)
    assert (second.added, second.already) == (0, 23)
    assert path.read_bytes() == before


def test_bad_documents_are_refused_and_the_others_go_on(tmp_path):
    given = [
        RefusedDocument("gone.txt", "there is no such file."),
        *texts("Good one.", "Please refuse this.", "This will raise.", "Good two."),
    ]
    summary = add(given, tmp_path / "ledger")
    assert summary.added == 2
    assert [r.source for r in summary.refused] == ["gone.txt", "1.txt", "2.txt"]
    assert "KeyError" in summary.refused[2].reason
    assert "please report" in summary.refused[2].reason
    with open_ledger(tmp_path / "ledger") as ledger:
        assert {(r.source, r.reason) for r in ledger.refusals()} == {(r.source, r.reason) for r in summary.refused}


@pytest.mark.slow
def test_a_document_that_kills_its_process_is_refused_alone(tmp_path):
    given = [*documents(40), Document("This will die at once.", source="killer.txt"), *texts("After it.")]
    summary = add(given, tmp_path / "ledger")
    assert summary.added == 41
    assert [r.source for r in summary.refused] == ["killer.txt"]
    assert "memory" in summary.refused[0].reason


@pytest.mark.slow
def test_processes_that_cannot_start_end_the_run_with_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr("ontherecord.run.pool.begin", coders.die_at_once)
    with pytest.raises(OnTheRecordError, match="__main__"):
        add(documents(1), tmp_path / "ledger")


def test_recode_replaces_the_rows_and_keeps_the_corrections(tmp_path):
    path = tmp_path / "ledger"
    given = texts("One thing happened.", "Another thing happened.")
    add(given, path)
    with open_ledger(path) as ledger:
        document = next(iter(ledger.records())).id
        ledger.correct(document, "event", "e1", "type", "SUPPORT", who="Ada", reason="It is praise.")
    assert add(given, path, made_by=LATER, coder=coders.thorough).added == 0
    assert add(given, path, made_by=LATER, coder=coders.thorough, recode=True).added == 2
    assert add(given, path, made_by=LATER, coder=coders.thorough, recode=True).already == 2
    with open_ledger(path) as ledger:
        machine, person = (next(iter(ledger.records(corrected=c))) for c in (False, True))
        assert [e.type for e in machine.events] == ["AID", "CONSULT"]
        assert [e.type for e in person.events] == ["AID", "SUPPORT"]
        assert [r.document.source for r in ledger.records()] == ["0.txt", "1.txt"]


@pytest.mark.slow
def test_the_input_is_read_as_it_is_coded_not_all_at_once(tmp_path):
    read = 0
    most = 0

    def items():
        nonlocal read
        for document in documents(300):
            read += 1
            yield document

    def progress(summary):
        nonlocal most
        most = max(most, read - summary.added)

    add(items(), tmp_path / "ledger", processes=1, progress=progress)
    assert most < 100


def run_until(path: Path, number: int, *, stop: int) -> subprocess.Popen[bytes]:
    """Starts a slow run and sends it a signal once it has stored something."""
    run = subprocess.Popen([sys.executable, "-m", "tests.run.slow_add", str(path), str(number)], cwd=Path(__file__).parents[2])
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and not (path.exists() and path.with_name(path.name + ".wal").exists() and has_rows(path)):
        time.sleep(0.05)
    run.send_signal(stop)
    run.wait(timeout=30)
    return run


def has_rows(path: Path) -> bool:
    return path.with_name(path.name + ".wal").stat().st_size > 150_000  # the tables themselves take 86 kB of it


@pytest.mark.slow
@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_stopped_goes_on_where_it_stopped(tmp_path, stop):
    path = tmp_path / "ledger"
    run = run_until(path, 400, stop=stop)
    assert run.returncode == {signal.SIGKILL: -9, signal.SIGINT: 130}[stop]
    stored = len(lines(path))
    assert 0 < stored < 400
    resumed = add(documents(400), path)
    assert (resumed.added, resumed.already) == (400 - stored, stored)
    add(documents(400), tmp_path / "unbroken")
    assert lines(path) == lines(tmp_path / "unbroken")


def test_the_fingerprint_is_the_same_twice():
    assert fingerprint() == fingerprint()
