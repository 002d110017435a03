"""`python -m training.corpus lint [FILE…]`: is the corpus well-formed? `… quotas`: is enough of everything there?"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from training.documents import FOLDER, CorpusDocument, CorpusError, read_file
from training.lint import borrowed, faults, repeats
from training.quotas import table

GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "eval"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m training.corpus", description=__doc__)
    parser.add_argument("command", choices=["lint", "quotas"])
    parser.add_argument("files", nargs="*", type=Path, help="corpus files; all when none is named")
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder of evaluation data whose words the corpus must not share")
    asked = parser.parse_args(arguments)
    documents, wrong = _read(asked.files or sorted(FOLDER.glob("*.txt")))
    if asked.command == "quotas":
        sys.stdout.write(table(documents) + "\n")
        return 0
    wrong += [fault for document in documents for fault in faults(document)]
    everything = (
        documents
        if not asked.files
        else documents + _read([p for p in sorted(FOLDER.glob("*.txt")) if p.resolve() not in {f.resolve() for f in asked.files}])[0]
    )
    wrong += repeats(everything)
    if asked.gold.is_dir():
        wrong += borrowed(documents, asked.gold)
    sys.stdout.write("".join(f"{line}\n" for line in wrong))
    counts = len(documents), sum(len(d.sentences) for d in documents), sum(len(d.events) for d in documents), len(wrong)
    sys.stdout.write("{} documents, {} sentences, {} events, {} faults\n".format(*counts))
    return bool(wrong)


def _read(paths: list[Path]) -> tuple[list[CorpusDocument], list[str]]:
    found: list[CorpusDocument] = []
    wrong: list[str] = []
    for path in paths:
        try:
            found.extend(read_file(path))
        except CorpusError as error:
            wrong.append(str(error))
    ids: set[str] = set()
    for document in found:
        if document.id in ids:
            wrong.append(f"{document.file}:{document.line}: the id {document.id} is taken")
        ids.add(document.id)
    return found, wrong


if __name__ == "__main__":
    raise SystemExit(main())
