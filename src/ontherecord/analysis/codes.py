"""Country arguments: what is a code, and what was meant by what is none."""

from __future__ import annotations

import difflib
import functools

from ontherecord.errors import UnknownName
from ontherecord.lexicons import read_table, table_path
from ontherecord.ontology import INTERNATIONAL


def country(given: str) -> str:
    """The code in capitals. Raises UnknownName, with what was probably meant, for what is no ISO alpha-3 or PLOVER international code."""
    code = given.strip().upper()
    if code in _names():
        return code
    likely = _meant(given.strip())
    hint = (
        f" Did you mean {' or '.join(f'{c} ({_names()[c]})' for c in likely)}?" if likely else " Codes have three letters: CHN, USA, GBR."
    )
    raise UnknownName(f"{given!r} is no country code.{hint}")


def pair(a: str, b: str) -> tuple[str, str]:
    """Two different codes. Raises UnknownName."""
    first, second = country(a), country(b)
    if first == second:
        raise UnknownName(f"A dyad has two countries; {first} was given twice.")
    return first, second


def name(code: str) -> str:
    """The name of a code; the code itself when it has none."""
    return _names().get(code, code)


@functools.cache
def _rows() -> list[dict[str, str]]:
    return [row.values for row in read_table(table_path("countries.tsv"), ["code", "name"])]


@functools.cache
def _names() -> dict[str, str]:
    return INTERNATIONAL | {row["code"]: row["name"] for row in _rows()}


@functools.cache
def _called() -> dict[str, set[str]]:
    """Codes by every folded name, adjective, capital and seat."""
    called: dict[str, set[str]] = {}
    for row in _rows():
        for column in ("name", "names", "adjectives", "prefixes", "capitals", "seats"):
            for form in row.get(column, "").split("|"):
                if form:
                    called.setdefault(form.casefold(), set()).add(row["code"])
    return called


def _meant(given: str) -> list[str]:
    """Codes that a name, a two-letter code or a slip of the pen stands for; at most three."""
    folded = given.casefold().replace(".", "")
    found = _called().get(folded) or {c for c in _names() if len(folded) == 2 and c.casefold().startswith(folded)}
    if not found:
        close = difflib.get_close_matches(folded, [*_called(), *(c.casefold() for c in _names())], n=3, cutoff=0.6)
        found = {c for form in close for c in _called().get(form, {form.upper()} & set(_names()))}
    return sorted(found)[:3]
