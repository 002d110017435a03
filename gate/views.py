"""Writes docs/views.md: the ledger's documented views and their columns, from the descriptions in the ledger's own schema.

python gate/views.py [--write]
"""

from __future__ import annotations

import itertools
import sys
import tempfile
from pathlib import Path

from ontherecord.ledger import open_ledger

PAGE = Path(__file__).parents[1] / "docs" / "views.md"
HEAD = """# The ledger's views

A ledger is one DuckDB file, and these views are its front for SQL, R and whatever else opens it: names, words and chains spelt out, a row
an item. `open_ledger(…)` has the same as tables: `events()`, `statements()`, `positions()`, `issues()`, `occurrences()`, `accounts()`,
`series()`, `dyads()`, each with `.to_polars()` and `.to_pandas()`. Figures open down to sentences by ids: the `occurrences` of a series
row are `occurrence_id`s of `v_accounts`, which has the sentence of each account.

Offsets count Unicode code points from nought. Lists and structs are DuckDB's own. Written by `python gate/views.py --write` from the
descriptions that the ledger itself holds (`SELECT comment FROM duckdb_columns()`).
"""


def page() -> str:
    """The whole page, from a new ledger."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "new.duckdb") as ledger:
        views = itertools.groupby(ledger.describe(), key=lambda c: (c.view, c.view_says))
        return HEAD + "".join(
            f"\n## {view}\n\n{says}\n\n| column | type | what it holds |\n|---|---|---|\n"
            + "".join(f"| `{c.column}` | {c.type} | {c.says} |\n" for c in columns)
            for (view, says), columns in views
        )


if __name__ == "__main__":
    if "--write" in sys.argv:
        PAGE.write_text(page(), encoding="utf8")
    else:
        sys.stdout.write(page())
