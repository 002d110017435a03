"""Datelines by example: where the story begins, the place and the agency; and what only looks like one."""

from __future__ import annotations

import pytest

from ontherecord.reading.datelines import find_dateline

LEAD = "The two ministers agreed on Tuesday to hold a further round of talks in May, officials said after a long dinner at the lake."

DATELINES = [
    ("BEIJING : ", "BEIJING", None),
    ("GENEVA (Reuters) - ", "GENEVA", "Reuters"),
    ("GENEVA (Reuters) -", "GENEVA", "Reuters"),
    ("NAIROBI, Kenya (AP) _ ", "NAIROBI, Kenya", "AP"),
    ("BUFFALO, N.Y., Sept. 26 (UPI) — ", "BUFFALO, N.Y.", "UPI"),
    ("SPRINGFIELD, MO. (AP)-- ", "SPRINGFIELD, MO.", "AP"),
    ("WASHINGTON, March 3 (Xinhua) -- ", "WASHINGTON", "Xinhua"),
    ("MOSCOW. March 5. INTERFAX.RU - ", "MOSCOW", "Interfax"),
    ("MOSCOW. March 5. INTERFAX - ", "MOSCOW", "Interfax"),
    ("MOSCOW, March 5. /TASS/. ", "MOSCOW", "TASS"),
    ("KYIV. March 5 (Interfax-Ukraine) – ", "KYIV", "Interfax-Ukraine"),
    ("Paris/Berlin, 3 May 2024 – ", "Paris/Berlin", None),
    ("KYIV —", "KYIV", None),
    ("RIO DE JANEIRO — ", "RIO DE JANEIRO", None),
    ("HONOLULU—", "HONOLULU", None),
    ("KRAMATORSK, Ukraine — ", "KRAMATORSK, Ukraine", None),
    ("BREST-LITOVSK — ", "BREST-LITOVSK", None),
    ("NEW YORK / GENEVA (3 May 2024) – ", "NEW YORK / GENEVA", None),
    ("Kyiv (Ukraine) (AFP) – ", "Kyiv, Ukraine", "AFP"),
    ("TEHRAN, Mar. 05 (MNA) – ", "TEHRAN", "Mehr"),
    ("Tehran, March 15, IRNA - ", "Tehran", "IRNA"),
    ("Tehran, IRNA – ", "Tehran", "IRNA"),
    ("ISLAMABAD, May 3 (APP):", "ISLAMABAD", "APP"),
    ("New Delhi: ", "New Delhi", None),
    ("KUALA LUMPUR: ", "KUALA LUMPUR", None),
    ("(Reuters) - ", None, "Reuters"),
    ("(CNN) ", None, None),
    ("LONDON, England (CNN) -- ", "LONDON, England", None),
    ("JERUSALEM/CAIRO (Reuters) - ", "JERUSALEM/CAIRO", "Reuters"),
    ("Washington, D.C. — ", "Washington, D.C.", None),
    ("Bern, 12.03.2024 - ", "Bern", None),
    ("BAGHDAD, Monday — ", "BAGHDAD", None),
    ("BERLIN (dpa) - ", "BERLIN", "dpa"),
    ("N'DJAMENA, Chad (AP) — ", "N'DJAMENA, Chad", "AP"),
    ("ABOARD AIR FORCE ONE — ", "ABOARD AIR FORCE ONE", None),
    ("DAMASCUS, (SANA)- ", "DAMASCUS", "SANA"),
    ("WASHINGTON, March 5, 2024 /PRNewswire/ -- ", "WASHINGTON", "PRNewswire"),
    ("Reuters KHARTOUM (Reuters) -- ", "KHARTOUM", "Reuters"),
    ("WASHINGTON (AP ) -- ", "WASHINGTON", "AP"),
]
NO_DATELINES = [
    "UN — The council met on Monday.",
    "U.S. - The country voted on Monday.",
    "NATO — The alliance met on Monday.",
    "BREAKING: The president has resigned.",
    "EXPLAINER - Why the treaty matters",
    "UPDATE 1 - Oil falls on news of a treaty",
    "Xi: US must keep its word",
    "Moscow: US must keep its word",
    "China: The government said on Monday that it would vote for the treaty when it comes before the council in the autumn.",
    "PRESIDENT PUTIN: Good afternoon, colleagues.",
    "JANE DOE: Let us begin.",
    "President of Chad Jane Doe: Good afternoon, colleagues.",
    "President Doe (D) — The president said so.",
    "Rep. Jane Doe (D-Calif.) -- the top member of the committee",
    "Paris – which hosted the talks – said nothing.",
    "Geneva, March 3 was cold. The talks ended.",
    "Washington and Beijing, meanwhile, agreed on Tuesday. The treaty is short.",
    "On Monday - The day of the vote",
    "Q: What about it?",
]


@pytest.mark.parametrize(("opening", "place", "agency"), DATELINES)
@pytest.mark.parametrize("lead", [LEAD, f"“{LEAD}”"])
def test_dateline(opening: str, place: str | None, agency: str | None, lead: str) -> None:
    found = find_dateline(opening + lead)
    assert found is not None
    assert ((opening + lead)[found.end :], found.place, found.agency) == (lead, place, agency)


@pytest.mark.parametrize(
    "line", ["NAIROBI, Kenya (AP) _", "WASHINGTON", "Beijing, 12 May 2024", "Baku, March 5, AZERTAC", "BRUSSELS, 5 March 2024."]
)
def test_dateline_on_its_own_line(line: str) -> None:
    found = find_dateline(line)
    assert found is not None
    assert found.end == len(line)


@pytest.mark.parametrize("paragraph", NO_DATELINES)
def test_no_dateline(paragraph: str) -> None:
    assert find_dateline(paragraph) is None


def test_in_a_transcript_a_city_before_a_colon_speaks() -> None:
    assert find_dateline(f"LONDON: {LEAD}") is not None
    assert find_dateline(f"LONDON: {LEAD}", transcript=True) is None


def test_later_paragraphs_have_datelines_of_certain_forms_only() -> None:
    assert find_dateline(f"LIMA — {LEAD}", first=False) is not None
    assert find_dateline(f"BREST-LITOVSK — {LEAD}", first=False) is None
    assert find_dateline(f"LIMA: {LEAD}", first=False) is None
