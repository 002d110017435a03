"""Calls and meetings told by several documents: joined as a careful reader joins them, with each side's account where it belongs."""

from __future__ import annotations

import pytest

from tests.samples import calls

pytestmark = pytest.mark.slow

# As in test_samples.py: what was reached when last measured.
JOINED_FLOOR = 0.9
ROWS_FLOOR = 0.71
STRAYS_CEILING = 1


@pytest.fixture(scope="module")
def told() -> list[calls.Answer]:
    return calls.answers()


def test_the_right_reports_are_joined(told: list[calls.Answer]) -> None:
    assert calls.joined(told) >= JOINED_FLOOR, [a.name for a in told if not a.exact]


def test_issue_rows_have_the_right_verdict(told: list[calls.Answer]) -> None:
    assert calls.rows_f1(told) >= ROWS_FLOOR, [fault for a in told for fault in a.faults()]


def test_few_distractors_are_joined(told: list[calls.Answer]) -> None:
    strays = {a.name: stray for a in told if (stray := (a.joined or frozenset()) - {*a.gold["accounts"], *a.gold["copies"]})}
    assert len(strays) <= STRAYS_CEILING, strays
