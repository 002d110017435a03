from __future__ import annotations

from collections import Counter

import pytest

from ontherecord.reading import agencies, agency_in, agency_named


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("AFP", "AFP"),
        ("(Agence France-Presse)", "AFP"),
        ("REUTERS", "Reuters"),
        ("The Associated Press", "AP"),
        ("dpa", "dpa"),
        ("map", None),
        ("Jane Doe", None),
    ],
)
def test_named(words: str, name: str | None) -> None:
    agency = agency_named(words)
    assert (agency.name if agency else None) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("With inputs from AFP", "AFP"),
        ("© 2024 Kyodo News", "Kyodo"),
        ("Petra Novak and Saba Khan", None),
        ("the Petra ruins", None),
        ("PTI contributed", "PTI"),
    ],
)
def test_among_other_words(words: str, name: str | None) -> None:
    agency = agency_in(words)
    assert (agency.name if agency else None) == name


def test_table() -> None:
    rows = agencies()
    assert len(rows) > 100
    assert not [name for name, n in Counter(row.name for row in rows).items() if n > 1]
    assert all(row.country is None or (len(row.country) == 3 and row.country.isupper()) for row in rows)
    taken = {row.name for row in rows}
    assert not [alias for row in rows for alias in row.aliases if alias in taken]
