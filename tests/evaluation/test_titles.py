"""Which titles name whom a government phoned or met, and when a record has an event between the two."""

from __future__ import annotations

import pytest

from ontherecord.evaluation.titles import met, titles

CABINET = {"publisher": "Presidency of Ghana", "published": "2022-05-05"}


@pytest.mark.parametrize(
    ("title", "others"),
    [
        ("Phone call with President of Chad Ito Muster", {"TCD"}),
        ("The President met with the Prime Minister of Peru in Accra", {"PER"}),
        ("Minister Ama Mensah receives Austrian and Danish ambassadors at the castle", {"AUT", "DNK"}),
        ("On May 9, Ama Mensah will hold talks with President of Togo Ito Muster in Ho", {"TGO"}),
        ("Telephone conversation with Olaf Scholz", {"DEU"}),
        ("Meeting with UN Secretary-General Ito Muster", {"UNO"}),
        ("Meeting with permanent members of the Security Council", set()),
        ("Meeting on the harvest in Peru", set()),
        ("Meeting with Deputy Minister Ito Muster", set()),
        ("Meeting with President of Ghana Ama Mensah", set()),
        ("Ghana is ready for talks with Togo", set()),
        ("Greetings on the day of friendship of Ghana and Togo", set()),
    ],
)
def test_whom_a_title_names(title: str, others: set[str]) -> None:
    assert met({"title": title, **CABINET}) == ("GHA", frozenset(others))


def test_an_event_between_all_that_a_title_names_is_asked_for() -> None:
    gold = [
        {"title": "Talks with President of Chad Ito Muster", **CABINET},
        {"title": "Talks with President of Togo Ito Muster and President of Chad Ana Kova", **CABINET},
        {"title": "Harvest", **CABINET},
    ]
    told = [{"parties": [["GHA", "TCD"]]}, {"parties": [["GHA", "TGO"], ["TCD"]]}, {"parties": []}]
    assert titles(gold, told) == {"event_found": 0.5, "titles": 2, "right": 1}
