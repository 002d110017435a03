"""The table of office holders: every term is dated, named and, for an office held by one, alone at its time."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import combinations

import pytest

from ontherecord.lexicons import Row, read_table, table_path

COLUMNS = ("country", "office", "title", "body", "name", "aliases", "surname", "gender", "from", "to", "wikidata", "source", "note")
OFFICES = {
    "head_of_state",
    "head_of_government",
    "deputy_head",
    "foreign_minister",
    "defence_minister",
    "leader",
    "head_of_body",
    "speaker",
    "army_chief",
}
INTERNATIONAL = {"UNO", "EUR", "IGO", "NGO"}
ROWS = tuple(read_table(table_path("holders.tsv"), COLUMNS))


def earliest(cell: str) -> date:
    """First day that a day, month or year covers; raises ValueError for anything else."""
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", cell):
        raise ValueError(f"{cell!r} is neither a day, a month nor a year")
    year, month, day = ([int(part) for part in cell.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def latest(cell: str) -> date:
    """Last day that a day, month or year covers; an empty cell has no end."""
    if not cell:
        return date.max
    first = earliest(cell)
    match cell.count("-"):
        case 2:
            return first
        case 1:
            return first.replace(day=monthrange(first.year, first.month)[1])
        case _:
            return date(first.year, 12, 31)


def where(row: Row) -> str:
    return f"{row.file}, line {row.line}: {row['name']}, {row['title']} of {row['country']}"


def test_there_are_enough_rows_and_each_office_is_known() -> None:
    assert len(ROWS) >= 2_500
    assert {row["office"] for row in ROWS} == OFFICES


def states_with(*offices: str) -> set[str]:
    return {row["country"] for row in ROWS if row["office"] in offices and not row["body"]}


@pytest.mark.parametrize(
    ("offices", "states"),
    [(("head_of_state", "head_of_government"), 195), (("foreign_minister",), 60), (("defence_minister",), 60)],
)
def test_offices_are_covered_for_enough_states(offices: tuple[str, ...], states: int) -> None:
    assert len(states_with(*offices)) >= states


@pytest.mark.parametrize(
    "body",
    [
        "United Nations",
        "NATO",
        "European Commission",
        "European Parliament",
        "African Union",
        "ASEAN",
        "International Monetary Fund",
        "World Bank",
        "World Trade Organization",
        "IAEA",
        "World Health Organization",
        "OPEC",
        "Arab League",
        "OSCE",
        "International Criminal Court",
        "UNHCR",
        "Organisation of Islamic Cooperation",
        "Organization of American States",
        "Commonwealth",
    ],
)
def test_a_body_has_its_heads_since_2000(body: str) -> None:
    terms = sorted((row for row in ROWS if row["body"] == body), key=lambda row: row["from"])
    assert earliest(terms[0]["from"]) <= date(2003, 12, 31)
    assert not terms[-1]["to"]


@pytest.mark.parametrize("column", ["country", "title", "name", "surname", "source"])
def test_cell_is_filled(column: str) -> None:
    assert not [where(row) for row in ROWS if not row.list(column)]


def test_dates_are_days_months_or_years_in_order() -> None:
    wrong = [where(row) for row in ROWS if earliest(row["from"]) > latest(row["to"])]
    assert not wrong


def test_no_term_begins_after_the_table_was_compiled() -> None:
    assert not [where(row) for row in ROWS if earliest(row["from"]) > date(2026, 11, 24)]


def test_gender_note_and_wikidata_have_their_forms() -> None:
    wrong = [
        where(row)
        for row in ROWS
        if row["gender"] not in {"m", "f"}
        or row["note"] not in {"", "acting", "joint"}
        or not re.fullmatch(r"(Q[1-9]\d*)?", row["wikidata"])
    ]
    assert not wrong


def test_body_is_named_exactly_where_somebody_heads_one() -> None:
    assert not [where(row) for row in ROWS if row["office"] == "head_of_body" and not row["body"]]


def test_countries_are_known() -> None:
    path = table_path("countries.tsv")
    if not path.exists():
        codes = {row["country"] for row in ROWS}
        assert all(re.fullmatch(r"[A-Z]{3}", code) for code in codes)
        return
    header = next(line for line in path.read_text(encoding="utf8").splitlines() if line and not line.startswith("#")).split("\t")
    column = next(name for name in ("code", "iso3", "country", "alpha3", "id", header[0]) if name in header)
    known = {row[column] for row in read_table(path, [column])} | INTERNATIONAL
    assert not sorted({row["country"] for row in ROWS} - known)


def test_no_row_stands_twice() -> None:
    terms = Counter((row["country"], row["office"], row["body"], row["name"], row["from"]) for row in ROWS)
    assert not [term for term, count in terms.items() if count > 1]


def test_aliases_differ_from_the_name_and_from_each_other() -> None:
    wrong = [where(row) for row in ROWS if len({row["name"], *row.list("aliases")}) != 1 + len(row.list("aliases"))]
    assert not wrong


def test_one_name_in_one_country_is_one_person() -> None:
    persons: dict[tuple[str, str], set[tuple[str, str, str]]] = defaultdict(set)
    for row in ROWS:
        persons[row["country"], row["name"]].add((row["aliases"], row["surname"], row["gender"]))
    assert not [key for key, forms in persons.items() if len(forms) > 1]


def certain_overlap(one: Row, other: Row) -> bool:
    """Two terms that share more than a day whichever days their months and years stand for."""
    before, after = sorted((one, other), key=lambda row: (latest(row["from"]), row["to"]))
    ends = earliest(before["to"]) if before["to"] else date.max
    return ends > latest(after["from"]) + timedelta(days=1)


def test_an_office_held_by_one_is_never_held_by_two() -> None:
    offices: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in ROWS:
        if not row["note"]:
            offices[row["country"], row["office"], row["body"]].append(row)
    wrong = [
        f"{where(one)} and {where(other)}"
        for terms in offices.values()
        for one, other in combinations(terms, 2)
        if certain_overlap(one, other)
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("country", "office", "on", "name"),
    [
        ("USA", "head_of_state", date(2012, 5, 1), "Barack Obama"),
        ("USA", "head_of_state", date(2018, 5, 1), "Donald Trump"),
        ("USA", "head_of_state", date(2023, 5, 1), "Joe Biden"),
        ("USA", "head_of_state", date(2025, 5, 1), "Donald Trump"),
        ("GBR", "head_of_government", date(2022, 10, 1), "Liz Truss"),
        ("CHN", "foreign_minister", date(2023, 3, 1), "Qin Gang"),
        ("DEU", "head_of_government", date(2010, 1, 1), "Angela Merkel"),
        ("PAK", "head_of_government", date(2019, 1, 1), "Imran Khan"),
        ("IRN", "head_of_state", date(2015, 7, 14), "Hassan Rouhani"),
    ],
)
def test_who_held_the_office_on_a_day(country: str, office: str, on: date, name: str) -> None:
    held = [
        row["name"]
        for row in ROWS
        if (row["country"], row["office"], row["body"]) == (country, office, "")
        and earliest(row["from"]) <= on <= latest(row["to"])
        and not row["note"]
    ]
    assert held == [name]
