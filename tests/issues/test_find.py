"""Issues of whole texts: agendas and their parties, issues made of a topic and a country, disputed places, ids by span."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontherecord.issues import Issues, find
from ontherecord.records import Event, Issue, Statement
from ontherecord.spans import Span
from tests.issues.reading import Read, read, read_all

# Sentence -> ids of its issues, in order.
NAMED: dict[str, list[str]] = {
    # head nouns
    "The trade minister of Ghana met the envoy of Togo.": [],
    "Ghana and Togo held trade talks.": ["trade"],
    "Ghana and Togo trade barbs every year.": [],
    "The Trade Center in Accra welcomed Togo.": [],
    "The minister of trade and energy of Ghana flew to Togo.": [],
    "Ghana complained to Togo about trade barriers.": ["trade"],
    "Ghana fought a war of words with Togo.": [],
    # common words, by what they are the object of
    "Ghana and Togo agreed to reopen the border crossing.": ["borders"],
    "Ghana asked Togo for a larger herring quota.": ["fisheries"],
    "Ghana and Togo quarrelled over the waters off the cape.": ["maritime-boundaries"],
    "Ships of Ghana and Togo sailed in the waters off the cape.": [],
    "Ghana told Togo that the jets which it plans to buy from Sweden are old.": ["arms-sales"],
    "Ghana urged Togo to release the nine sailors.": ["consular-cases"],
    "Two nurses from Norway were kidnapped in Chad.": ["hostages"],
    "Norway told Chad that it would pay no ransom.": ["ransom"],
    "Ghana banned imports of flour from Togo.": ["agriculture"],
    "Ghana stopped its exports to Togo.": ["trade"],
    "Ghana and Togo agreed on the release of additional water.": ["water"],
    "Togo asked Ghana to withdraw the launchers from the coast.": ["missiles"],
    "The bride of Ghana wore flour in her hair.": [],
    "Ghana invited the president of Togo to attend the feast.": ["visits"],
    "Ghana invited Togo to join the pact.": [],
    "Ghana thanked Togo for the clean-up of the Long River.": ["water"],
    "Togo may bring a case before the court in The Hague against Ghana.": ["judicial-cooperation"],
    # meetings that are still to come
    "The foreign ministers of Ghana and Togo will meet in May.": ["visits"],
    "The foreign ministers of Ghana and Togo met in May.": [],
    "Ghana and Togo said that the singers would meet in May.": [],
    "The presidents of Ghana and Togo will meet with reporters.": [],
    "Ghana supports the sovereignty and independence of Togo.": ["territory"],
    # names that documents give, and the taxonomy's own
    "Chad and Niger discussed the oil terminal and the airport.": ["oil", "airport"],
    "Chad and Niger discussed Lagos.": [],
    # topic and country
    "Egypt protested to Russia against arms sales to Ethiopia.": ["ethiopia-arms-sales"],
    "Egypt asked Russia not to sell weapons to Ethiopia.": ["ethiopia-arms-sales"],
    "Russia approved two billion dollars of arms to Ethiopia, said Egypt.": ["ethiopia-arms-sales"],
    "Oman and Norway spoke about the nuclear programme of Iran.": ["iran-nuclear-programme"],
    "Japan and India discussed the Iranian nuclear issue.": ["iran-nuclear-programme"],
    "Japan and India discussed sanctions on Myanmar.": ["myanmar-sanctions"],
    "Japan and Myanmar discussed sanctions on Myanmar.": ["sanctions"],
    "Japan and India discussed the conflict in Sudan.": ["war-sudan"],
    "Japan and India discussed the Sudan war.": ["war-sudan"],
    "Japan and India discussed Chad's war against Sudan.": ["war-sudan"],
    "Japan and India want an end to the war.": [],
    "Kenya reported a sale of French fighter jets to Uganda.": ["uganda-arms-sales"],
    "Kenya and Tanzania welcomed the provision of heavy weapons to Uganda.": ["uganda-military-aid"],
    # countries as matters
    "Japan and India discussed Myanmar, fisheries and a visit.": ["myanmar", "fisheries", "visits"],
    "Japan and India raised the Cyprus question with Turkey.": ["cyprus"],
    "Japan and India exchanged views on the situation in Myanmar.": ["myanmar"],
    "Japan visited Myanmar.": [],
    "On Myanmar, Japan urged India to wait.": ["myanmar"],
    "On Monday, Japan urged India to wait.": [],
    # agendas
    "Fisheries and visas topped the agenda of Chad and Niger.": ["fisheries", "visas"],
    "Talks between Chad and Niger focused on issues such as water, migration and the price of gas.": ["water", "migration", "gas"],
    "Chad and Niger discussed ways to end the fighting in Mali.": ["war-mali"],
    "Chad and Niger discussed cooperation in energy.": ["energy"],
    "Chad discussed with Niger the airport in the desert.": ["airport"],
    "Scholars discussed the airport.": [],
    "The opening of the airport was discussed by Chad and Niger.": ["opening-of-airport"],
    # disputed places
    "Fiji and Tonga discussed the conflict in Kashmir.": ["war-kashmir"],
    "India and Pakistan clashed over Kashmir.": ["territory-kashmir"],
    "A bomb killed two people in Kashmir.": [],
    "Japan voiced concern over tensions in the South China Sea to Vietnam.": ["territory-south-china-sea"],
    "Ships of Japan and Vietnam sailed in the South China Sea.": [],
}


@cache
def documents() -> dict[str, Read]:
    return read_all(list(NAMED))


def issues_of(r: Read, statements: Sequence[Statement] = (), events: Sequence[Event] = ()) -> Issues:
    return find(r.document, r.parsed, r.grammar, r.cast, statements, events)


def event(r: Read, id_: str, type_: str, trigger: str, actors: Sequence[str], recipients: Sequence[str] = ()) -> Event:
    """An event told by a word of the text; actors and recipients by country."""
    start = r.document.text.index(trigger)
    span = Span(start, start + len(trigger))
    ids = {a.country: a.id for a in reversed(r.cast.actors)}
    return Event(
        id_, type_, None, (), tuple(ids[c] for c in actors), tuple(ids[c] for c in recipients), None, None, None, (), (), "", 0.0,
        span, span, (span,), (), 0.5,
    )  # fmt: skip


def between(found: Issues, id_: str) -> tuple[str, ...]:
    return next(i.between for i in found.issues if i.id == id_)


@pytest.mark.parametrize("text", NAMED, ids=lambda t: t[:60])
def test_a_sentence_names_these_issues_and_no_others(text: str) -> None:
    assert [i.id for i in issues_of(documents()[text]).issues] == NAMED[text]


def test_a_readout_is_between_its_government_and_the_one_that_it_names_first() -> None:
    text = "The Foreign Minister received a call from the President of Peru.\nThe debt of Bolivia will be paid late, he said."
    r = read(text)
    found = find(replace(r.document, publisher="Ministry of Foreign Affairs of Bolivia"), r.parsed, r.grammar, r.cast, (), ())
    assert [(i.id, i.between) for i in found.issues] == [("debt", ("BOL", "PER"))]
    assert between(issues_of(r), "bolivia-debt") == ()


def test_a_state_agency_is_no_party_to_what_it_reports() -> None:
    r = read("The President of Peru spoke.\nThe debt of Bolivia will be paid late, he said.")
    for publisher in ("Xinhua", "The King of Tonga on X"):
        assert find(replace(r.document, publisher=publisher), r.parsed, r.grammar, r.cast, (), ()).issues[0].between == ()


def test_a_government_is_no_matter_of_its_own_readout() -> None:
    r = read("No court case in Bolivia was discussed.")
    assert [i.id for i in issues_of(r).issues] == ["bolivia"]
    assert find(replace(r.document, publisher="Ministry of Foreign Affairs of Bolivia"), r.parsed, r.grammar, r.cast, (), ()).issues == ()


def test_a_matter_told_apart_from_any_event_is_between_the_parties_of_the_meeting_that_opens_the_document() -> None:
    r = read("Kenya hosted Uganda in May.\nPrices of maize flour are high, traders said.")
    assert between(issues_of(r, (), [event(r, "e1", "CONSULT", "hosted", ["KEN"], ["UGA"])]), "agriculture") == ("KEN", "UGA")


def test_what_a_party_to_a_meeting_raises_is_raised_with_the_others() -> None:
    r = read("Kenya met Uganda in May. Kenya raised the fate of the trawler.")
    assert [i.id for i in issues_of(r, (), [event(r, "e1", "CONSULT", "met", ["KEN"], ["UGA"])]).issues] == ["fisheries"]
    assert issues_of(r).issues == ()


def test_common_words_count_where_countries_deal_over_them() -> None:
    text = "Kenya warned Uganda over the missiles.\nThe missiles are old."
    r = read(text)
    found = issues_of(r, (), [event(r, "e1", "THREATEN", "warned", ["KEN"], ["UGA"])])
    assert [(i.id, len(i.mentions)) for i in found.issues] == [("missiles", 1)]


def test_an_official_who_acts_is_no_matter() -> None:
    r = read("Kenya asked the ambassador of Uganda for patience.")
    assert issues_of(r, (), [event(r, "e1", "REQUEST", "asked", ["KEN"], ["UGA"])]).issues == ()


def test_labels_are_words_for_people() -> None:
    labels = {i.id: i.label for text in NAMED for i in issues_of(documents()[text]).issues}
    assert labels["ethiopia-arms-sales"] == "arms sales to Ethiopia"
    assert labels["war-sudan"] == "the war in Sudan"
    assert labels["myanmar"] == "Myanmar"
    assert labels["airport"] == "airport"


def test_an_agenda_is_between_those_who_meet_not_the_third_country() -> None:
    found = issues_of(read("Kenya and Uganda discussed Somalia, arms sales to Rwanda and water."))
    assert [(i.id, i.between) for i in found.issues] == [
        ("somalia", ("KEN", "UGA")), ("rwanda-arms-sales", ("KEN", "UGA")), ("water", ("KEN", "UGA")),
    ]  # fmt: skip


def test_an_agenda_of_they_belongs_to_the_meeting_told_before() -> None:
    r = read("Kenya hosted Uganda in May.\nBoth sides were content. The discussion of fisheries and visas took an hour.")
    found = issues_of(r, (), [event(r, "e1", "CONSULT", "hosted", ["KEN"], ["UGA"])])
    assert between(found, "fisheries") == between(found, "visas") == ("KEN", "UGA")
    assert [(a.event, ids) for a, ids in found.agendas] == [("e1", ("fisheries", "visas"))]


def test_an_issue_is_between_the_parties_of_the_event_whose_clause_holds_it() -> None:
    r = read("Peru warned Chile over the tariffs, Bolivia reported.")
    assert between(issues_of(r, (), [event(r, "e1", "THREATEN", "warned", ["PER"], ["CHL"])]), "tariffs") == ("CHL", "PER")


def test_an_issue_told_twice_is_one_with_two_mentions() -> None:
    text = "Peru and Chile held talks on tariffs.\nThe tariffs hurt Peru, Chile admitted."
    (issue,) = issues_of(read(text)).issues
    assert [m.of(text) for m in issue.mentions] == ["tariffs", "tariffs"]


def test_an_issue_that_an_agenda_named_is_found_again_by_its_noun() -> None:
    text = "Kenya and Uganda discussed a refinery and a state visit.\nUganda said the refinery must wait, but the visit would go on."
    assert {i.id: [m.of(text) for m in i.mentions] for i in issues_of(read(text)).issues} == {
        "refinery": ["a refinery", "refinery"],
        "visits": ["state visit", "visit"],
    }


def test_the_arms_sales_are_those_named_before() -> None:
    r = read("China warned France against arms sales to Taiwan.\nFrance defended the arms sales.")
    assert [i.id for i in issues_of(r).issues] == ["taiwan-arms-sales"]


def test_a_war_told_by_its_belligerent_is_the_war_told_by_its_place() -> None:
    r = read("Kenya condemned Chad's war against Sudan.\nKenya spoke of Chad's aggression.")
    assert [i.id for i in issues_of(r).issues] == ["war-sudan"]


def test_ids_by_span_and_by_tokens() -> None:
    text = "Kenya and Uganda discussed tariffs and visas."
    r = read(text)
    found = issues_of(r)
    at = text.index("visas")
    assert found.of_span(Span(at, at + 5)) == ("visas",)
    assert found.of_span(Span(0, 5)) == ()
    assert found.of_span(Span(at + 1, at + 2)) == ()
    assert found.at(0, len(r.parsed.tokens) - 1) == ("tariffs", "visas")


@given(st.data())
def test_every_mention_fits_and_ids_of_a_wider_span_hold_those_of_a_narrower(data: st.DataObject) -> None:
    r = documents()[data.draw(st.sampled_from(sorted(NAMED)))]
    found = issues_of(r)
    text = r.document.text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    issues: tuple[Issue, ...] = found.issues
    assert all(m.of(text).strip() == m.of(text) for i in issues for m in i.mentions)
    assert set(found.of_span(Span(start, end))) <= {i.id for i in issues} == set(found.of_span(Span(0, len(text))))
