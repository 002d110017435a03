"""The README is run: its Python and SQL blocks, its commands' names, its figures' marks."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
README = (HOME / "README.md").read_text("utf8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, flags=re.M | re.S)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the ledger that `make demo` makes, under the name that the README uses."""
    place = tmp_path_factory.mktemp("readme")
    (place / "demo").mkdir()
    run = [sys.executable, "-m", "ontherecord.cli", "add", str(HOME / "samples"), "--ledger", "demo/ledger.duckdb"]
    subprocess.run(run, cwd=place, check=True, capture_output=True)
    return place


@pytest.mark.slow
@pytest.mark.parametrize("n", range(len(blocks("python"))))
def test_python_blocks_run(demo: Path, n: int) -> None:
    done = subprocess.run([sys.executable, "-c", blocks("python")[n]], cwd=demo, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip(), "the block shows nothing"


@pytest.mark.slow
@pytest.mark.parametrize("n", range(len(blocks("sql"))))
def test_sql_blocks_find_rows(demo: Path, n: int) -> None:
    import duckdb

    with duckdb.connect(str(demo / "demo" / "ledger.duckdb"), read_only=True) as ledger:
        assert ledger.sql(blocks("sql")[n]).fetchall()


def test_commands_of_the_readme_exist() -> None:
    from ontherecord.cli.app import app

    known = {c.name or c.callback.__name__ for c in app.registered_commands if c.callback is not None}
    named = set(re.findall(r"^otr (\w+)", README, flags=re.M))
    assert named
    assert named <= known


def test_make_targets_of_the_readme_exist() -> None:
    makefile = (HOME / "Makefile").read_text("utf8")
    targets = set(re.findall(r"^make (\w+)", README, flags=re.M))
    assert {"demo", "test"} <= targets
    assert all(re.search(rf"^{t}:", makefile, flags=re.M) for t in targets)


@pytest.mark.slow
def test_the_example_is_what_the_command_prints() -> None:
    spec = importlib.util.spec_from_file_location("figures", HOME / "gate" / "figures.py")
    assert spec is not None
    assert spec.loader is not None
    figures = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(figures)
    assert figures.example(README) == README, "changed; if on purpose: make figures"
