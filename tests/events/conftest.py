"""These tests are of the lexicon and its grammar; tests/events/test_judging.py is of the coder beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="package")
def _lexicon_alone() -> Iterator[None]:
    before = os.environ.get("OTR_CODER")
    os.environ["OTR_CODER"] = "lexicon"
    yield
    if before is None:
        del os.environ["OTR_CODER"]
    else:
        os.environ["OTR_CODER"] = before
