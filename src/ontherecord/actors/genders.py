"""The gender that a given name tells."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from ontherecord.actors.spelling import fold
from ontherecord.lexicons.tables import read_table, table_path

COLUMNS = ("gender", "names", "source")


@functools.cache
def given_names() -> Mapping[str, str]:
    """Folded given names to "f" or "m". Raises LexiconError for a gender that is neither, or a name of both."""
    known: dict[str, str] = {}
    for row in read_table(table_path("given_names.tsv"), COLUMNS):
        if row["gender"] not in ("f", "m"):
            raise row.wrong(f"the gender of given names is f or m, not {row['gender']!r}.")
        for name in row.list("names"):
            if known.setdefault(fold(name), row["gender"]) != row["gender"]:
                raise row.wrong(f"{name} is listed for both genders.")
    return known


def gender_of_name(words: tuple[str, ...]) -> str:
    """ "f" or "m" where the first of a person's folded words tells, else nothing; a surname alone never does."""
    return given_names().get(words[0], "") if len(words) > 1 else ""
