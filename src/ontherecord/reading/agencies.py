"""News agencies, by the names that datelines, bylines and credits give them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import cast

from ontherecord.lexicons import read_table, table_path
from ontherecord.records.types import Ownership

COLUMNS = ("name", "aliases", "country", "ownership", "distinct", "source")
SIGNED = re.compile(r"\s*[,;|/\n]\s*|\s[–—-]+\s|\s(?:for|with|of|and)\s")
BY = re.compile(r"by\s+", re.IGNORECASE)
STAFF = re.compile(r"\s(?:staff|writers?|reporters?|correspondents?|editors?)\W*$", re.IGNORECASE)
OWNERSHIPS = ("state", "public", "private")


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: its usual short name, its country (ISO 3166 alpha-3, or None), who owns it.

    `distinct` names mean nothing else, so they can be looked for among other words; Petra and Saba are also people.
    """

    name: str
    aliases: tuple[str, ...]
    country: str | None
    ownership: Ownership
    distinct: bool


@functools.cache
def agencies() -> tuple[Agency, ...]:
    """All rows of `lexicons/agencies.tsv`. Raises LexiconError for a row that cannot be right."""
    found = []
    for row in read_table(table_path("agencies.tsv"), COLUMNS):
        if row["ownership"] not in OWNERSHIPS:
            raise row.wrong(f"ownership is {row['ownership']!r}; it must be one of {', '.join(OWNERSHIPS)}.")
        found.append(
            Agency(row["name"], row.list("aliases"), row["country"] or None, cast(Ownership, row["ownership"]), row["distinct"] == "yes")
        )
    return tuple(found)


@functools.cache
def _by_name() -> dict[str, Agency]:
    """Every form of a name, as it is written and in capitals; the first row that has a form keeps it."""
    names: dict[str, Agency] = {}
    for agency in agencies():
        for form in (agency.name, *agency.aliases):
            names.setdefault(form, agency)
            names.setdefault(form.upper(), agency)
    return names


@functools.cache
def _anywhere() -> re.Pattern[str]:
    """Distinct names in any form, and of the others the forms of several words or of capitals."""
    named = [f for f, agency in _by_name().items() if agency.distinct or " " in f or (f.isupper() and f in (agency.name, *agency.aliases))]
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, sorted(named, key=lambda form: (-len(form), form))))})(?!\w)")


def agency_named(words: str) -> Agency | None:
    """The agency whose name these words are, e.g. "AFP" or "Agence France-Presse"; None for any other words."""
    return _by_name().get(words.strip(" .()[]/\u00a0"))


def agency_in(words: str) -> Agency | None:
    """The first agency that is named among other words, e.g. in "With inputs from AFP"."""
    found = _anywhere().search(words)
    return _by_name()[found.group()] if found else None


def signing_agency(byline: str) -> Agency | None:
    """The agency of a byline: "By Jane Doe, Associated Press Writer", "Jane Doe | AFP"; the names of people are no agencies."""
    for piece in SIGNED.split(byline):
        words = BY.sub("", piece.strip())
        jobless = STAFF.sub("", words)
        forms = [words] if words == jobless else [jobless, jobless.upper(), jobless.rpartition(" ")[0].upper()]
        for form in forms:  # "Associated Press Writer", "Ap Writer" as some pages write names, "AP Auto Writer"
            if agency := agency_named(form):
                return agency
    return None
