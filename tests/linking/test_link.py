from __future__ import annotations

import datetime as dt
import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontherecord.linking import link
from tests.reports import Tell, report

BOTH = ("CHL Rojas", "NOR Berg")


def call(sentence: str, day: str | None = "2026-03-02", **more):
    given = {"mode": "phone", "actors": BOTH, "day": day, "trigger": sentence.split()[1]}
    return Tell(sentence, "CONSULT", **(given | more))


def sizes(*records):
    return sorted(len(o.documents) for o in link(records))


def together(*records):
    """Whether all the reports tell one occurrence."""
    return len(link(records)) == 1


def test_two_readouts_of_a_call_are_one_occurrence():
    ours = report(call("Rojas telephoned Berg about cod quotas."), publisher="The Chilean Gazette")
    theirs = report(call("Berg spoke with his Chilean counterpart on Monday."), publisher="Fjord News", published="2026-03-02")
    (found,) = link([ours, theirs])
    assert (found.type, found.mode, found.actors, found.recipients) == ("CONSULT", "phone", ("CHL", "NOR"), ())
    assert found.date is not None
    assert found.date.start == dt.date(2026, 3, 2)
    assert len(found.documents) == 2
    assert not found.copies


def test_two_calls_of_the_same_leaders_in_one_week_stay_two():
    monday = report(call("Rojas telephoned Berg about cod quotas."))
    thursday = report(call("Rojas telephoned Berg about cod quotas once more.", "2026-03-05"), published="2026-03-06")
    assert sizes(monday, thursday) == [1, 1]


def test_a_phone_call_is_no_visit():
    phoned = report(call("Rojas telephoned Berg on Monday."))
    visited = report(call("Rojas visited Berg on Monday.", mode="visit"))
    assert sizes(phoned, visited) == [1, 1]


def test_a_call_told_with_the_day_of_either_time_zone_is_one():
    monday = report(call("Rojas telephoned Berg about cod quotas.", issues=("cod",)))
    tuesday = report(call("Berg discussed the cod quotas by telephone.", "2026-03-03", issues=("cod",)), published="2026-03-04")
    assert together(monday, tuesday)


def test_a_later_mention_joins_by_its_month():
    told = report(call("Rojas telephoned Berg about cod quotas.", issues=("cod",)))
    later = report(
        call("In a call last month Rojas raised cod quotas.", "2026-03-01", until="2026-03-31", issues=("cod",), trigger="call"),
        published="2026-04-12",
    )
    assert together(told, later)


def test_the_ministers_call_is_not_the_presidents():
    leaders = report(call("Rojas telephoned Berg on Monday."))
    ministers = report(call("Soto telephoned Lund on Monday.", actors=("CHL Soto", "NOR Lund")))
    assert sizes(leaders, ministers) == [1, 1]


def test_a_report_that_names_countries_only_joins_the_leaders_call():
    leaders = report(call("Rojas telephoned Berg on Monday."))
    countries = report(call("Chile consulted Norway by telephone on Monday.", actors=("CHL", "NOR")))
    assert together(leaders, countries)


def test_a_denial_joins_what_it_denies_and_stays_visible():
    claim = report(Tell("Kenya seized two Chilean trawlers off Lamu.", "COERCE", "seize", ("KEN",), ("CHL",), "2026-03-02"))
    denial = report(
        Tell("Kenya denied having seized Chilean trawlers off Lamu.", "COERCE", "seize", ("KEN",), ("CHL",), "2026-03-02", aux="negation",
             trigger="seized"),
        publisher="Lamu Post",
    )  # fmt: skip
    (found,) = link([claim, denial])
    assert found.aux is None
    assert len(found.documents) == 2


def test_other_figures_do_not_part_reports_of_one_attack():
    tells = [
        Tell(f"Gunmen killed {n} farmers near Kafanchan on Monday.", "ASSAULT", "firearms", ("~gunmen",), ("NGA",), "2026-03-02",
             place="Kafanchan", amounts=(("killed", float(n)),))
        for n in (9, 14)
    ]  # fmt: skip
    (found,) = link([report(t, publisher=p) for t, p in zip(tells, ("A", "B"), strict=True)])
    assert len(found.told) == 2


def test_a_summit_of_many_is_one_occurrence():
    all_ = (
        "ARG",
        "AUS",
        "BRA",
        "CAN",
        "CHN",
        "DEU",
        "FRA",
        "GBR",
        "IDN",
        "IND",
        "ITA",
        "JPN",
        "KOR",
        "MEX",
        "RUS",
        "SAU",
        "TUR",
        "USA",
        "ZAF",
    )
    told = [
        report(Tell(f"Leaders gathered in Durban, wrote paper {n}.", "CONSULT", "multilateral", some, (), "2026-03-02"), publisher=str(n))
        for n, some in enumerate([all_, all_[:12], all_[:8], all_])
    ]
    (found,) = link(told)
    assert found.actors == all_


def test_a_hundred_attacks_in_a_province_in_a_month_are_not_one():
    villages = ["Gana", "Doro", "Kolo", "Musa", "Tafa", "Zuru", "Bena", "Lere", "Kuda", "Sabo"]
    told = []
    for n in range(100):
        day = dt.date(2026, 3, 1) + dt.timedelta(days=n % 25)
        sentence = f"Bandits raided {villages[n % 10]} and burned {n + 2} barns."
        tell = Tell(sentence, "ASSAULT", "destroy", ("~bandits",), ("NGA",), None, place=villages[n % 10])
        told.append(report(tell, published=day.isoformat(), publisher=f"P{n}"))
    found = link(told)
    assert len(found) >= 50
    assert max(len(o.documents) for o in found) <= 4


ANGLES = [
    "Armed men took forty pupils from a boarding school at Kuriga on Thursday night.",
    "Parents in Kuriga wait for word of the children whom kidnappers marched into the forest.",
    "A school in the north has lost dozens of pupils to abductors who came on motorcycles.",
    "Police say that a gang abducted students from the Kuriga school after dark.",
    "The kidnapping of pupils at Kuriga is the third of its kind since January.",
    "Villagers counted the missing after gunmen stormed the dormitory in Kuriga.",
    "Kuriga's headmaster hid under a bed while raiders carried off his pupils.",
    "Soldiers are combing the hills for pupils snatched from Kuriga.",
    "The governor has promised to bring home the children seized at Kuriga.",
    "Kidnappers who took the Kuriga pupils have asked for ransom, relatives say.",
    "Abducted pupils of Kuriga were seen crossing a river, a herdsman said.",
    "Mass abduction at Kuriga: what is known of the pupils taken by gunmen.",
]


def kidnapping():
    """366 reports made from 12 texts: other words here and there, other figures, other days of publication."""
    chance = random.Random(7)
    swaps = [("pupils", "students"), ("took", "seized"), ("children", "youngsters"), ("on Thursday", "late on Thursday")]
    for n in range(366):
        angle = ANGLES[n % 12]
        body = " ".join(f"{w} {n % 12}x{k}" for k, w in enumerate(["and the search goes on in ward"] * 12))
        if n >= 12:
            old, new = chance.choice(swaps)
            angle = angle.replace(old, new, 1)
        sentence = angle[:-1] + "."
        tell = Tell(
            sentence, "ASSAULT", "abduct", ("~gunmen",), ("NGA",), "2026-03-05" if n % 3 else None, place="Kuriga",
            amounts=(("people", float(40 + n % 5)),),
        )  # fmt: skip
        more = Tell(f"{body} {chr(97 + n % 12) * 3} {n}.", None)
        day = dt.date(2026, 3, 6) + dt.timedelta(days=n % 3)
        yield report(tell, more, published=day.isoformat(), publisher=f"Paper {n}")


@pytest.mark.slow
def test_one_kidnapping_in_366_reports():
    found = link(list(kidnapping()))
    assert len(found) == 1
    assert len(found[0].copies) == 366 - 12


def test_a_copy_counts_once_and_its_outlet_is_listed():
    words = "Rojas telephoned Berg about cod quotas and the price of nets, and both agreed to send experts to Bergen before the season."
    wire = report(call(words), publisher="Wire", published="2026-03-02")
    copy = report(call(words.replace("nets", "boats")), publisher="Paper", published="2026-03-03")
    (found,) = link([copy, wire])
    assert found.documents == (wire.id,)
    assert found.copies == (copy.id,)


WEEK = st.dates(dt.date(2026, 3, 1), dt.date(2026, 3, 10))


@st.composite
def some_reports(draw):
    tells = st.builds(
        Tell,
        st.sampled_from(["Ada phoned Bo about cod.", "Ada warned Bo over cod and nets.", "Troops raided a village.", "Bo visited Ada."]),
        st.sampled_from(["CONSULT", "THREATEN", "ASSAULT"]),
        st.none(),
        st.sampled_from([("CHL",), ("CHL", "NOR"), ("CHL Rojas", "NOR Berg"), ("~rebels",)]),
        st.sampled_from([(), ("NOR",), ("NGA",)]),
        st.none() | WEEK.map(dt.date.isoformat),
    )
    many = draw(st.lists(st.tuples(tells, st.none() | WEEK.map(dt.date.isoformat)), max_size=8))
    return [report(tell, published=day, publisher=f"P{n}") for n, (tell, day) in enumerate(many)]


@settings(max_examples=60, deadline=None)
@given(some_reports(), st.randoms())
def test_order_of_arrival_changes_nothing_and_every_event_has_one_occurrence(records, chance):
    found = link(records)
    shuffled = list(records)
    chance.shuffle(shuffled)
    assert link(shuffled) == found
    told = [(t.document, t.event) for o in found for t in o.told]
    assert sorted(told) == sorted((r.id, e.id) for r in records for e in r.events)
    for occurrence in found:
        assert not set(occurrence.documents) & set(occurrence.copies)
        assert occurrence.documents


def test_no_chain_of_meeting_dates_swallows_a_fortnight():
    days = [dt.date(2026, 3, 1) + dt.timedelta(days=n) for n in range(14)]
    told = [
        report(
            Tell("Rebels shelled Lamu.", "ASSAULT", "heavy-weapons", ("~rebels",), ("KEN",), a.isoformat(), until=b.isoformat()),
            publisher=str(a), published="2026-03-20",
        )
        for a, b in itertools.pairwise(days)
    ]  # fmt: skip
    assert len(link(told)) >= 5


def test_what_two_sides_say_of_one_thing_in_one_report_is_one_occurrence_with_two_accounts():
    agreed = {"type": "AGREE", "actors": ("KEN",), "recipients": ("CHL",), "issues": ("cod",)}
    said = ("Kenya promised to take 40 tons of cod, Santiago said.", 40.0), ("It was for 25 tons of cod only in its account.", 25.0)

    def told(*speakers):
        tells = [Tell(s, **agreed, amounts=(("tons", n),), said_by=who) for (s, n), who in zip(said, speakers, strict=True)]
        return link([report(*tells, publisher="Wire")])

    (found,) = told("CHL Rojas", "KEN Soto")
    assert len(found.told) == 2
    assert len(told("CHL Rojas", "CHL Rojas")) == 2


def test_who_is_told_by_office_alone_parts_no_accounts():
    leaders = report(call("Rojas telephoned Berg about cod."))
    told_by_date = report(
        call("Rojas had telephoned his Norwegian counterpart on cod.", actors=("CHL Rojas", "NOR Lund"), trigger="telephoned")
    )
    assert together(leaders, told_by_date)
