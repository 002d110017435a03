"""What the package exports, and what it must not load by itself."""

from __future__ import annotations

import subprocess
import sys

import ontherecord

HEAVY = ("spacy", "thinc", "duckdb", "trafilatura", "fastapi", "uvicorn", "jinja2", "typer", "rich")


def test_exports() -> None:
    assert ontherecord.__all__ == sorted(ontherecord.__all__)
    for name in ontherecord.__all__:
        assert getattr(ontherecord, name) is not None
    assert set(ontherecord.__all__) >= {"code", "code_many", "explain", "link", "open_ledger", "as_json", "from_json"}


def loaded_by(statement: str) -> set[str]:
    """Heavy packages that a fresh process has loaded after the statement."""
    program = f"import sys; {statement}; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.strip("[]\n").replace("'", "").split(", ")) - {""}


def test_importing_loads_nothing_heavy() -> None:
    assert loaded_by("import ontherecord") == set()


def test_reading_loads_no_page_reader_and_no_parser() -> None:
    assert loaded_by("from ontherecord import reading") == set()


def test_the_command_line_loads_no_parser_and_no_ledger() -> None:
    assert loaded_by("import ontherecord.cli") <= {"typer", "rich"}
