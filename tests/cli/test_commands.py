"""`otr` as a user calls it: good input, bad input, both at once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = "Kenya's foreign minister phoned her Tanzanian counterpart on Monday about the closed border, Nairobi said.\n"
pytestmark = pytest.mark.slow


def otr(*arguments: str, stdin: str | bytes = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    given = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run([sys.executable, "-m", "ontherecord.cli", *arguments], input=given, capture_output=True, cwd=cwd)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one good report among bad ones."""
    place = tmp_path_factory.mktemp("mixed")
    (place / "a-good.txt").write_text(REPORT)
    (place / "b-empty.txt").write_text("")
    (place / "c-binary.txt").write_bytes(bytes(range(256)) * 40)
    (place / "d-german.txt").write_text(
        "Der Außenminister sagte am Montag, dass die Grenze zu dem Nachbarland geschlossen bleibt und nicht geöffnet wird. " * 3
    )
    (place / "e-lines.jsonl").write_text(
        "\n".join(
            [
                json.dumps({"text": REPORT, "published": "2026-03-10", "publisher": "Example Wire"}),
                "{not json",
                json.dumps({"text": REPORT, "published": "the day before"}),
                json.dumps({"title": "no text"}),
            ]
        )
    )
    (place / "f-page.html").write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    return place


def test_code_json_keeps_lines_and_inputs_in_step(mixed: Path) -> None:
    done = otr("code", "--json", str(mixed), "--published", "2026-03-10")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert ["error" in line for line in lines] == [False, True, True, True, False, True, True, True, True]
    assert all("source" in line["document"] for line in lines if "error" in line)
    assert len(done.stderr.splitlines()) == 7, done.stderr
    good = lines[0]
    assert good["document"]["text"] == REPORT
    assert [(e["type"], e["mode"]) for e in good["events"]] == [("CONSULT", "phone")]


def test_add_goes_on_past_bad_input_and_adds_nothing_twice(mixed: Path, tmp_path: Path) -> None:
    ledger = str(tmp_path / "l.duckdb")
    first = json.loads(otr("add", str(mixed), "--ledger", ledger, "--json").stdout)
    again = json.loads(otr("add", str(mixed), "--ledger", ledger, "--json").stdout)
    assert (first["added"], len(first["refused"])) == (2, 7)
    assert (again["added"], again["already"]) == (0, 2)
    answer = json.loads(otr("dyad", "KEN", "TZA", "--ledger", ledger, "--json").stdout)
    assert answer["dyad"] == ["KEN", "TZA"]
    assert answer["occurrences"]
    exported = otr("export", "--format", "plover", "--ledger", ledger)
    assert all(json.loads(line)["event"] for line in exported.stdout.splitlines())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("code", "nowhere.txt"), "nowhere.txt"),
        (("dyad", "UK", "FRA", "--ledger", "none.duckdb"), "no ledger"),
        (("evaluate", "sentiment", "x.jsonl"), "choose one of"),
        (("code", "-", "--published", "tomorrow"), "tomorrow"),
    ],
)
def test_mistakes_get_a_sentence_and_no_trace(arguments: tuple[str, ...], sentence: str, tmp_path: Path) -> None:
    done = otr(*arguments, stdin=REPORT, cwd=tmp_path)
    assert done.returncode != 0
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_standard_input_and_the_terminal_view() -> None:
    done = otr("code", "-", "--published", "2026-03-10", stdin=REPORT)
    assert done.returncode == 0
    assert "CONSULT phone" in done.stdout
    assert "2026-03-09" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_explain_names_phrase_and_grammar(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(REPORT)
    done = otr("explain", "r.txt", "e1", "--published", "2026-03-10", cwd=tmp_path)
    assert "phrase consult" in done.stdout
    assert "runner-up" in done.stdout
    wrong = otr("explain", "r.txt", "e99", cwd=tmp_path)
    assert wrong.returncode == 2
    assert "has no event 'e99'" in wrong.stderr
