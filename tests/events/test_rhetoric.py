"""Words that name a deed and tell none: in speeches and quotations, and what reports say of wishes, forecasts and questions."""

from __future__ import annotations

import pytest

from ontherecord.pipeline import explain_many
from ontherecord.records import Document, Record

TOLD = {
    # sentence: a type that it must tell
    "Togo's minister asked Benin for 40 trucks.": "REQUEST",
    "“We asked Benin to open the bridge,” Togo's minister said.": "REQUEST",
    "Togo's president congratulated Benin's on Independence Day.": "SUPPORT",
    "“I congratulate Benin's president on his victory,” Togo's president said.": "SUPPORT",
    "“We did not bomb Benin,” Togo's minister said.": "ASSAULT",
    "“We have not asked Benin for help,” Togo's minister said.": "REQUEST",
    "Togo will send rice to Benin, its minister said.": "AGREE",
    "“We will send rice to Benin,” Togo's minister said.": "AGREE",
    "“Benin has to withdraw its soldiers,” Togo's minister said.": "REQUEST",
    "Togo had to withdraw its soldiers from Benin.": "RETREAT",
    "Togo continues to shell the port of Benin, the minister of Benin said.": "ASSAULT",
    "Togo handed over the island to Benin.": "RETREAT",
    "Togo's president will come to Cotonou and thank Benin's president.": "AGREE",
    "“I would ask Benin to open the bridge,” Togo's president said.": "REQUEST",
    "The soldiers of Togo were blocking the trucks of Benin.": "COERCE",
    "Togo's parliament approved Benin's request to open the border.": "SUPPORT",
    "The party issued a declaration demanding that Togo release the teachers.": "REQUEST",
}
UNTOLD = {
    # sentence: a type that it must not tell
    "Togo's minister asked Benin's envoy about the harvest.": "REQUEST",
    "Togo's minister asked Benin's envoy how the farmers lived.": "REQUEST",
    "“I congratulate you all on the holiday,” Togo's president said.": "SUPPORT",
    "“I congratulate our nurses on Medical Workers' Day,” Togo's president said.": "SUPPORT",
    "“I welcome you all to our town,” Togo's president said.": "SUPPORT",
    "“If Benin is not punished now, others will follow,” Togo's minister said.": "SANCTION",
    "Togo's president expressed confidence that Benin will send rice.": "AGREE",
    "“I think Benin will support us,” Togo's president said.": "AGREE",
    "“Perhaps we will begin our talks with Benin tomorrow,” Togo's president said.": "AGREE",
    "“We need the same support from Benin,” Togo's president said.": "SUPPORT",
    "“I would like our dialogue with Benin to cover fish,” Togo's president said.": "CONSULT",
    "“We cannot bomb Benin,” Togo's minister said.": "ASSAULT",
    "“We should not have sought help from Benin,” Togo's president said.": "REQUEST",
    "“We still have to drive the invaders of Benin out of the valley,” Togo's president said.": "COERCE",
    "“Our aim is to end the attack of Benin,” Togo's president said.": "CONCEDE",
    "“Supporting the farmers of Benin costs little,” Togo's president said.": "SUPPORT",
    "“How they deceived Benin, that was a wonder,” Togo's president said.": "ACCUSE",
    "“No one but Benin should open the gate,” Togo's president said.": "REQUEST",
    "“We have allocated two billion francs to build a stadium,” Togo's president said.": "AID",
    "“Young people are invited to work in the ports,” Togo's president said.": "AGREE",
    "“The Beninese will lie to the whole world,” Togo's president said.": "ACCUSE",
    "Togo's minister told Benin's envoy about a plan to protect the forests.": "REQUEST",
    "Togo's minister stressed the weight of the talks.": "ACCUSE",
    "Togo handed over nine lorries to Benin.": "RETREAT",
    "“They would leave for Benin and that is all,” Togo's president said.": "AGREE",
    "The soldiers of Togo were blocking the trucks of Benin on the road.": "PROTEST",
    "Togo's president said the matter should be settled at the talks of Benin and Niger.": "CONSULT",
    "“Benin may bomb the bridge,” Togo's president said.": "ASSAULT",
    "“The statue calls on the sons of Togo to be brave,” Togo's president said.": "REQUEST",
}


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    sentences = [*TOLD, *UNTOLD]
    return dict(zip(sentences, (c.record for c in explain_many([Document(s) for s in sentences])), strict=True))


@pytest.mark.parametrize("sentence", TOLD)
def test_told(sentence: str, records: dict[str, Record]) -> None:
    assert TOLD[sentence] in {e.type for e in records[sentence].events}


@pytest.mark.parametrize("sentence", UNTOLD)
def test_untold(sentence: str, records: dict[str, Record]) -> None:
    assert UNTOLD[sentence] not in {e.type for e in records[sentence].events}


def test_what_others_will_do_is_no_threat_of_theirs(records: dict[str, Record]) -> None:
    """A forecast of the other side's attack stays an attack to come; one's own announcement threatens."""
    foretold, announced = (
        next(c.record.events[0] for c in explain_many([Document(s)]))
        for s in (
            "“Benin will bomb our bridges tomorrow,” Togo's minister said.",
            "“We will bomb the bridges of Benin,” Togo's minister said.",
        )
    )
    assert (foretold.type, foretold.aux) == ("ASSAULT", "future")
    assert announced.type == "THREATEN"
