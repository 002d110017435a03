"""Cells and lines of tab-separated tables without quoting, as GDELT, ICEWS and POLECAT write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def cell(value: object) -> str:
    """One cell: nothing for None, lists joined by "; ", numbers as short as they are exact, no tab or line break."""
    if value is None:
        return ""
    if isinstance(value, tuple | list):
        return "; ".join(cell(v) for v in value)
    if isinstance(value, float):
        return f"{value:g}" if abs(value) < 1e6 and value == float(f"{value:g}") else repr(value)
    return BREAKS.sub(" ", str(value))


def line(columns: Iterable[str], values: Mapping[str, object]) -> str:
    """One row with its line end; columns that `values` lacks are empty."""
    return "\t".join(cell(values.get(c)) for c in columns) + "\n"
