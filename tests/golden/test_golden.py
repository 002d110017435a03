"""The records of three samples are, to the letter, what was committed. After a change on purpose: `python -m tests.golden`."""

from __future__ import annotations

import pytest

from tests.golden import KEYS, path, written


@pytest.mark.parametrize("key", KEYS)
def test_record_is_as_committed(key: str) -> None:
    assert written(key).splitlines() == path(key).read_text("utf-8").splitlines(), "changed; if on purpose: python -m tests.golden"
