"""The table of readouts of each call and meeting of the samples, as words: what changes here, changes for whoever compares two accounts.

`python -m tests.golden.readouts` writes them anew; read the difference line by line before it is committed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.samples.calls import Answer

HERE = Path(__file__).parent


def path(answer: Answer) -> Path:
    """One file a case, named by its first words."""
    return HERE / ("-".join(re.findall(r"\w+", answer.name.lower())[:9]) + ".txt")


def written(answer: Answer) -> str:
    """The table in words: a row an issue, under it each column's words with their document and who vouches for them."""
    return "\n".join(_lines(answer)) + "\n"


def _lines(answer: Answer) -> Iterator[str]:
    yield answer.name
    table = answer.table
    if table is None:
        yield "no such call was found"
        return
    plain: dict[str, Any] = table.as_plain()
    told = plain["occurrence"]
    yield f"{told['type']} {told['mode'] or ''} {told['date']['start']}: {', '.join(table.sides)}".replace("  ", " ")
    yield f"told by {', '.join(sorted((answer.joined or frozenset()) - answer.copies))}"
    yield f"copies {', '.join(sorted(answer.copies)) or 'none'}"
    for row in plain["issues"]:
        yield f"\n{row['verdict'].upper()}: {row['label']}"
        for side, entries in row["cells"].items():
            for entry in entries:
                yield f"  {side}  {_words(entry, answer)}"
    for name in ("requests", "commitments"):
        yield f"\n{name}" if plain[name] else f"\n{name}: none"
        for act in plain[name]:
            yield f"  {' '.join(act['by'])} to {' '.join(act['to']) or 'all'}  {act['type']}  {_words(act, answer)}"
    yield "\ntone " + ", ".join(f"{side} {score}" for side, score in plain["tone"].items())
    for side, issues in plain["left_out"].items():
        yield f"{side} left out {', '.join(issues) or 'nothing'}"


def _words(entry: dict[str, Any], answer: Answer) -> str:
    chain = " > ".join(link["name"] for link in entry["according_to"])
    return f"{answer.keys[entry['document']]}: “{' '.join(entry['span']['text'].split())}” [{chain}]"
