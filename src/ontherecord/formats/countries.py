"""What other collections call a country or international body of PLOVER."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from ontherecord.lexicons import read_table, table_path
from ontherecord.ontology import INTERNATIONAL


@dataclass(frozen=True, slots=True)
class Names:
    """Empty strings where a collection has no code."""

    name: str = ""
    fips: str = ""
    cow: str = ""
    cameo: str = ""


@functools.cache
def _table() -> dict[str, Names]:
    codes = {row["code"]: row for row in read_table(table_path("country_codes.tsv"), ["code", "fips", "cow", "cameo"])}
    table = {code: Names(name) for code, name in INTERNATIONAL.items()}
    for row in read_table(table_path("countries.tsv"), ["code", "name"]):
        other = codes.get(row["code"])
        cameo = (other and other["cameo"]) or row["code"]
        table[row["code"]] = Names(row["name"], other["fips"], other["cow"], cameo) if other else Names(row["name"], cameo=cameo)
    return table


def names_of(code: str | None) -> Names:
    """Of a PLOVER code; all empty for None or a code that is in no table."""
    return _table().get(code or "", Names())
