"""The tables of readouts are, to the letter, what was committed. After a change on purpose: `python -m tests.golden.readouts`."""

from __future__ import annotations

import pytest

from tests.golden.readouts import HERE, path, written
from tests.samples import calls

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def told() -> list[calls.Answer]:
    return calls.answers()


def test_tables_are_as_committed(told: list[calls.Answer]) -> None:
    changed = [a.name for a in told if not path(a).exists() or path(a).read_text("utf-8") != written(a)]
    assert not changed, "changed; if on purpose: python -m tests.golden.readouts"


def test_every_case_has_its_own_table(told: list[calls.Answer]) -> None:
    assert {p.name for p in HERE.glob("*.txt")} == {path(a).name for a in told}
    assert len({path(a) for a in told}) == len(told)
