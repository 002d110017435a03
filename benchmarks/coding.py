"""What coding costs beside a bare parse: CPU seconds of spaCy, of the whole pipeline, and of the learned coder in it, in one process.

    python benchmarks/coding.py REPORTS.jsonl [--most 40]

The reports are JSON Lines with "text" and, where known, "title", "publisher", "published"; such as the samples that are .jsonl files.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import itertools
import json
import time
from collections.abc import Callable
from pathlib import Path

from dyad_ledger import say

from ontherecord import Document
from ontherecord.events.coder import Coder
from ontherecord.language.model import MODELS
from ontherecord.pipeline import code_many

HEAD = ("title", "publisher", "published")


def cpu(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("reports", type=Path)
    asked.add_argument("--most", type=int, default=40)
    given = asked.parse_args()
    with given.reports.open(encoding="utf8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, given.most)]
    documents = [Document(row["text"], **{key: row.get(key) for key in HEAD}) for row in rows]
    package = importlib.import_module(next(name for name in MODELS if importlib.util.find_spec(name)))
    spent, run = [0.0], Coder._run  # the coder's own share, which nothing public tells

    def watched(self: Coder, *asked: object) -> object:
        found: list[object] = []
        spent[0] += cpu(lambda: found.extend(run(self, *asked)))  # type: ignore[arg-type]
        return iter(found)

    for called, left_out in (("spaCy as it is loaded", []), ("spaCy without names", ["ner"])):
        nlp = package.load(exclude=left_out)
        list(nlp.pipe([d.text for d in documents[:2]]))
        say(f"{called:<24} {cpu(lambda nlp=nlp: list(nlp.pipe([d.text for d in documents]))):6.2f} s")  # type: ignore[misc]
    list(code_many(documents[:2]))
    Coder._run = watched  # type: ignore[method-assign, assignment]
    say(f"{'the whole pipeline':<24} {cpu(lambda: list(code_many(documents))):6.2f} s")
    say(f"{'of which the coder':<24} {spent[0]:6.2f} s")


if __name__ == "__main__":
    main()
