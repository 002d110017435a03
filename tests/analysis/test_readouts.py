from __future__ import annotations

import dataclasses

import pytest

from ontherecord.analysis import side_by_side
from ontherecord.analysis.occurrences import Happening
from ontherecord.records import SourceLink
from ontherecord.spans import Span
from tests.reports import Tell, report

CALL = Happening(
    "o1", "CONSULT", "phone", None, {"start": "2026-03-02", "end": "2026-03-02"}, None, ("CHL", "NOR"), (), None, (), 1.5, (), (), 0.9
)
OURS, THEIRS = "CHL Rojas", "NOR Berg"


def compared(*records, occurrence=CALL):
    told = {(r.id, e.id) for r in records for e in r.events if e.type == "CONSULT"}
    return side_by_side(occurrence, records, told)


def verdicts(*records):
    return {row.id: row.verdict for row in compared(*records).issues}


def chilean(*tells):
    return report(*tells, publisher="Presidency of Chile", state="CHL")


def norwegian(*tells):
    return report(*tells, publisher="Government of Norway", state="NOR")


def about(sentence, *issues, type_="REQUEST", by=OURS, to=THEIRS, **more):
    return Tell(sentence, type_, None, (by,), (to,), issues=issues, **more)


def test_what_both_tell_what_one_tells_and_what_each_left_out():
    ours = chilean(
        about("Rojas urged Berg to open markets for salmon.", "salmon"), about("Rojas urged Berg to free the trawler.", "trawler")
    )
    theirs = norwegian(about("Rojas urged Berg to buy more salmon.", "salmon"), about("Berg urged Rojas to join the treaty.", "treaty"))
    answer = compared(ours, theirs)
    assert {row.id: row.verdict for row in answer.issues} == {"salmon": "both", "trawler": "only CHL", "treaty": "only NOR"}
    assert answer.left_out == {"CHL": ("treaty",), "NOR": ("trawler",)}


def test_both_sides_accounts_stand_in_one_article():
    article = report(
        Tell("Rojas telephoned Berg on Monday.", "CONSULT", "phone", (OURS, THEIRS)),
        about("Rojas urged calm over salmon.", "salmon", said_by="outlet CHL Radio Santiago"),
        about("Berg promised help with the ferry.", "ferry", type_="AGREE", by=THEIRS, to=OURS, said_by=THEIRS),
        publisher="A Third Paper",
    )
    assert verdicts(article) == {"salmon": "only CHL", "ferry": "only NOR"}


def test_a_state_outlet_that_reports_the_others_words_gives_its_own_sides_account():
    tell = about("Berg promised to buy salmon.", "salmon", type_="AGREE", by=THEIRS, to=OURS, said_by=THEIRS)
    assert verdicts(chilean(tell)) == {"salmon": "only CHL"}


def test_third_parties_words_stand_apart():
    article = report(Tell("Rojas telephoned Berg about salmon.", "CONSULT", "phone", (OURS, THEIRS), issues=("salmon",)), publisher="P")
    (row,) = compared(article).issues
    assert row.verdict == "only others"
    assert len(row.cells["others"]) == 1


def test_other_signs_figures_denials_and_promises_put_in_a_mouth_are_told_differently():
    warm = chilean(about("Berg praised the salmon deal.", "salmon", type_="SUPPORT", by=THEIRS, to=OURS))
    cold = norwegian(about("Berg criticised the salmon deal.", "salmon", type_="ACCUSE", by=THEIRS, to=OURS))
    assert verdicts(warm, cold) == {"salmon": "differently"}
    many = chilean(about("Rojas urged Berg to take nine boats of salmon.", "salmon", amounts=(("boats", 9.0),)))
    few = norwegian(about("Rojas urged Berg to take two boats of salmon.", "salmon", amounts=(("boats", 2.0),)))
    assert verdicts(many, few) == {"salmon": "differently"}
    denied = norwegian(about("Rojas never urged anything about salmon.", "salmon", aux="negation"))
    assert verdicts(many, denied) == {"salmon": "differently"}
    claimed = chilean(about("Berg promised to buy salmon.", "salmon", type_="AGREE", by=THEIRS, to=OURS))
    silent = norwegian(about("Rojas urged Berg to buy salmon.", "salmon"))
    assert verdicts(claimed, silent) == {"salmon": "differently"}


def test_figures_in_the_words_and_a_bare_denial_are_told_differently():
    many = chilean(about("Rojas urged Berg to take 40,000 tonnes of salmon.", "salmon"))
    few = norwegian(about("Rojas urged Berg to take 25,000 tonnes of salmon, in 2 ships.", "salmon"))
    assert verdicts(many, few) == {"salmon": "differently"}
    never = norwegian(about("Berg denied that salmon had come up.", "salmon", type_="CONSULT", by=THEIRS, aux="negation", trigger="come"))
    assert verdicts(many, never) == {"salmon": "differently"}


def test_what_both_say_together_is_both_accounts():
    record = report(about("Both governments urged calm over salmon.", "salmon"), publisher="Wire")
    span = Span(0, len("Both governments"))
    both = tuple(SourceLink("actor", name, country, None, None, span) for name, country in (("Chile", "CHL"), ("Norway", "NOR")))
    event = dataclasses.replace(record.events[0], according_to=(*record.events[0].according_to, *both))
    assert verdicts(dataclasses.replace(record, events=(event,))) == {"salmon": "both"}


def test_requests_promises_and_tone():
    answer = compared(
        chilean(
            Tell("Rojas telephoned Berg on Monday.", "CONSULT", "phone", (OURS, THEIRS)),
            about("Rojas accused Berg of hoarding salmon.", "salmon", type_="ACCUSE"),
            about("Rojas urged Berg to share the salmon.", "salmon"),
        ),
        norwegian(about("Berg agreed to share the salmon.", "salmon", type_="AGREE", by=THEIRS, to=OURS)),
    )
    assert [(r["by"], r["to"], r["issues"]) for r in answer.requests] == [(["CHL"], ["NOR"], ["salmon"])]
    assert [(c["by"], c["to"]) for c in answer.commitments] == [(["NOR"], ["CHL"])]
    assert answer.tone == {"CHL": -1.5, "NOR": 2.5}


def test_one_side_alone_and_three_sides():
    ours = chilean(about("Rojas urged Berg to buy salmon.", "salmon"))
    assert verdicts(ours) == {"salmon": "only CHL"}
    kenya = report(about("Kenya urged Rojas to sell salmon.", "salmon", by="KEN", to=OURS), publisher="State House", state="KEN")
    three = dataclasses.replace(CALL, actors=("CHL", "KEN", "NOR"))
    (row,) = compared(ours, kenya, occurrence=three).issues
    assert row.verdict == "both"
    assert {side for side, entries in row.cells.items() if entries} == {"CHL", "KEN"}


def test_words_of_every_entry_stand_in_their_document():
    ours = chilean(about("Rojas urged Berg to buy salmon.", "salmon"))
    for row in compared(ours).as_plain()["issues"]:
        for entries in row["cells"].values():
            for entry in entries:
                span = entry["span"]
                assert ours.document.text[span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("third", ["KEN", "JPN"])
def test_an_issue_with_third_countries_is_none_of_the_two(third):
    background = Tell("Kenya and Japan argue over tea.", "ACCUSE", None, ("KEN",), ("JPN",), issues=("tea",))
    call = Tell("Rojas telephoned Berg on Monday.", "CONSULT", "phone", (OURS, THEIRS))
    record = report(call, background, publisher="P")
    between = dataclasses.replace(record.issues[0], between=tuple(sorted(("CHL", third))))
    assert compared(dataclasses.replace(record, issues=(between,))).issues == ()


def test_figures_before_other_words_and_a_refusal_that_one_leaves_out_are_told_differently():
    many = chilean(about("Rojas promised Berg 60 further instructors for salmon.", "salmon", type_="AGREE"))
    few = norwegian(about("Berg welcomed forty Chilean instructors for salmon.", "salmon", type_="SUPPORT", by=THEIRS, to=OURS))
    assert verdicts(many, few) == {"salmon": "differently"}
    asked = chilean(about("Rojas urged Berg to buy salmon.", "salmon"))
    refused = norwegian(about("Berg refused to buy salmon.", "salmon", type_="REJECT", by=THEIRS, to=OURS))
    assert verdicts(asked, refused) == {"salmon": "differently"}


def test_one_matter_under_two_names_is_one_row():
    ours = chilean(about("Rojas raised an electricity cable with Berg.", "electricity cable"))
    theirs = norwegian(about("Berg raised the power cable with Rojas.", "power cable"))
    (row,) = compared(ours, theirs).issues
    assert (row.verdict, row.label) == ("both", "electricity cable; power cable")


def test_what_hangs_on_another_matter_is_no_row_of_its_own_but_a_list_is():
    hanging = chilean(about("Rojas urged a joint exercise of ferry crews.", "joint exercise", "ferry crews"))
    assert len(compared(hanging).issues) == 1
    listed = chilean(about("Rojas urged talks on salmon, ferries and visas.", "salmon", "ferries", "visas"))
    assert len(compared(listed).issues) == 3


def test_what_one_side_left_out_is_not_its_account():
    ours = chilean(about("Rojas urged Berg to buy salmon.", "salmon"))
    paper = report(about("Norway made no mention of salmon.", "salmon", type_=None, said_by=THEIRS), publisher="P")
    assert verdicts(ours, paper) == {"salmon": "only CHL"}


def test_what_only_one_side_spoke_of_is_its_account():
    call = Tell("Rojas telephoned Berg on Monday.", "CONSULT", "phone", ("CHL", "NOR"))
    paper = report(call, about("Only Norway spoke of salmon.", "salmon", type_=None), publisher="P")
    named = dataclasses.replace(
        paper.actors[1], mentions=(Span(paper.document.text.index("Norway"), paper.document.text.index("Norway") + 6),)
    )
    record = dataclasses.replace(paper, actors=(paper.actors[0], named))
    assert verdicts(record) == {"salmon": "only NOR"}
