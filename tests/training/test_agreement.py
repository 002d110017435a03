"""Agreement of two labellers."""

from __future__ import annotations

import pytest
from training.agreement import alpha, shown
from training.examples import Example


def test_alpha_of_the_textbook() -> None:
    """Krippendorff's example of two coders and ten units of two values: 0.095."""
    one = ["0", "1", "0", "0", "0", "0", "0", "0", "1", "0"]
    other = ["1", "1", "1", "0", "0", "1", "0", "0", "0", "0"]
    assert alpha(list(zip(one, other, strict=True))) == pytest.approx(0.095, abs=0.001)


def test_alpha_is_one_when_all_agree() -> None:
    assert alpha([("AID", "AID"), ("NONE", "NONE")]) == 1.0


def test_a_pair_is_shown_with_its_marks() -> None:
    assert shown(Example("d", "Peru met Chad.", (0, 4), (9, 13), None, "CONSULT")) == "<s>Peru</s> met <t>Chad</t>."
    assert shown(Example("d", "Peru met Chad.", (9, 13), (0, 4), None, "NONE")) == "<t>Peru</t> met <s>Chad</s>."
