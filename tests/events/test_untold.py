"""What is talked about and not told: a speaker's questions, duties, abilities, habits, purposes; what is only named by a deed."""

from __future__ import annotations

import pytest

from ontherecord.pipeline import explain_many
from ontherecord.records import Document, Part, Record
from ontherecord.spans import Span

TOLD = {
    # sentence: a type that it must tell
    "Peru's president said he was glad to receive the Chilean minister.": "CONSULT",
    "Peru's president said Chile would continue to supply money to Bolivia.": "AGREE",
    "“We are bombing the rebels of Chad,” Niger's minister said.": "ASSAULT",
    "Peru's navy tried to bomb a Chilean port.": "ASSAULT",
    "Peru's president agreed with Chile's that the strait should be reopened.": "AGREE",
    "“We would like to thank Chad and to congratulate Niger on the bridge,” Togo's president said.": "SUPPORT",
    "Peru invited the Chilean president to visit Lima.": "AGREE",
    "Togo's minister called on Chad to send weapons to Niger.": "REQUEST",
}
UNTOLD = {
    # sentence: a type that it must not tell
    "“Did Chad bomb the town?” Niger's minister asked.": "ASSAULT",
    "“We can help Chad with rice,” Niger's minister said.": "AID",
    "“We must defend ourselves and bomb Chad's bases,” Niger's minister said.": "ASSAULT",
    "“I thank all those who help Chad,” Niger's minister said.": "AID",
    "“Our soldiers train recruits from Chad,” Niger's minister said.": "AID",
    "“It is hard for us to agree with Chad on a treaty,” Niger's minister said.": "AGREE",
    "“The road was built, as Chad's envoy was promised,” Niger's minister said.": "COOPERATE",
    "“The sanctions imposed on Chad hurt its farmers,” Niger's minister said.": "SANCTION",
    "“We focus on saving the refugees from Chad,” Niger's minister said.": "AID",
    "“The two countries enjoy friendly ties,” Niger's minister told Chad.": "SUPPORT",
    "Niger's president agreed with Chad's that the harvest was poor.": "AGREE",
    "Niger's president plans to de-occupy the islands of Chad.": "COERCE",
    "“Let Chad withdraw its troops first,” Niger's minister said.": "RETREAT",
    "“We will see how Chad treats refugees from Niger,” Togo's minister said.": "AID",
    "Niger invited the president of Chad to visit Agadez.": "CONSULT",
}


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    """All sentences, parsed in one batch."""
    texts = [*TOLD, *UNTOLD]
    documents = [Document(t, published="2026-06-17", parts=(Part("story", Span(0, len(t))),)) for t in texts]
    return {t: c.record for t, c in zip(texts, explain_many(documents), strict=True)}


@pytest.mark.parametrize("text", TOLD)
def test_is_told(text: str, records: dict[str, Record]) -> None:
    assert TOLD[text] in {e.type for e in records[text].events}


@pytest.mark.parametrize("text", UNTOLD)
def test_is_not_told(text: str, records: dict[str, Record]) -> None:
    assert UNTOLD[text] not in {e.type for e in records[text].events}


def test_what_is_wanted_says_the_mode(records: dict[str, Record]) -> None:
    asked = records["Togo's minister called on Chad to send weapons to Niger."].events
    assert {e.mode for e in asked if e.type == "REQUEST"} == {"assist"}
