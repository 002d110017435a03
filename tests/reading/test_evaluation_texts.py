"""Every text of the evaluation data is read: none is refused, all its words are in its parts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ontherecord.reading import document

SHARED = Path(__file__).parents[3] / "shared" / "eval"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the evaluation data of ../shared is not here")
@pytest.mark.parametrize("name", ["polnear_dev", "dates_dev", "reports_dev", "releases", "gsr_dev", "plv_dev"])
def test_all_are_read(name: str) -> None:
    for line in (SHARED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row.get("text") or row["sentence"]
        found = document(text, title=row.get("title"), published=row.get("published"))
        assert "".join("".join(p.span.of(text).split()) for p in found.parts) == "".join(text.split())
        assert sum(len(p.span) for p in found.parts if p.kind == "story") > 0.7 * len(text.strip())
