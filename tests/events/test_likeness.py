"""Why, from the learned coder: the types it weighed and the corpus's events that it read most alike."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ontherecord.errors import CoderError
from ontherecord.events import likeness, reading, use_coder
from ontherecord.events.coder import FOLDER
from ontherecord.pipeline import code
from ontherecord.records import Document, Record


@pytest.fixture
def learned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTR_CODER", "learned")


def coded(text: str) -> Record:
    return code(Document(text, published="2026-03-03"))


@pytest.mark.usefixtures("learned")
def test_the_nearest_of_the_corpus_tell_the_same_type() -> None:
    record = coded("Norway expelled two Chilean diplomats on Monday over the sinking of a trawler.")
    (event,) = [e for e in record.events if e.type == "SANCTION"]
    read = reading(record, event)
    assert read is not None
    assert read.types[0][0] == "SANCTION"
    assert [a.type for a in read.alike] == ["SANCTION"] * 3
    assert len({a.document for a in read.alike}) == 3
    assert all(a.likeness >= b.likeness for a, b in zip(read.alike, read.alike[1:], strict=False))
    assert all(0 <= a.trigger[0] < a.trigger[1] <= len(a.text) for a in read.alike)


def test_the_lexicon_alone_has_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    record = coded("Norway expelled two Chilean diplomats on Monday.")
    monkeypatch.setenv("OTR_CODER", "learned")
    use_coder("lexicon")
    assert reading(record, record.events[0]) is None


@pytest.mark.usefixtures("learned")
def test_a_missing_file_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(FOLDER / likeness.VECTORS, tmp_path)
    monkeypatch.setattr(likeness, "FOLDER", tmp_path)
    record = coded("Norway expelled two Chilean diplomats on Monday.")
    with pytest.raises(CoderError, match=r"cannot be loaded.*Reinstall"):
        reading(record, record.events[0])
