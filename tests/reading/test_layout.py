"""Layouts are drawn: each part of a report in brackets, with its kind. What is drawn must be found, and nothing else."""

from __future__ import annotations

import textwrap

import pytest

from ontherecord.reading import document
from tests.drawn import drawn

TALKS = "The two ministers agreed on Tuesday to hold a further round of talks in May, officials said after a long dinner."
QUOTE = "“We will not wait for ever,” one of them told reporters, and added that his patience had run out."
PAST = "The treaty was signed in March and has been in doubt ever since."
STORY = f"[story|{TALKS}]\n\n[story|{QUOTE}]\n\n[story|{PAST}]"

LAYOUTS = {
    "bare paragraphs": STORY,
    "one paragraph": f"[story|{TALKS} {QUOTE} {PAST}]",
    "title, byline, time and dateline": (
        "[title|Ministers will meet again in spring]\n\n[byline|By Jane Doe and JOHN ROE, Associated Press]\n\n"
        f"[other|March 3, 2024 10:30 GMT]\n\n[dateline|OSLO, Norway (AP) —] {STORY}"
    ),
    "no blank lines": (
        f"[title|Ministers will meet again in spring]\n[byline|By JANE DOE]\n[byline|Associated Press Writer]\n[dateline|OSLO "
        f"(AP) _] [story|{TALKS}]"
        f"\n[story|{QUOTE}]\n[story|{PAST}]\n[credit|(Reporting by Jane Doe; Editing by John Roe)]"
    ),
    "caption before the dateline": (
        f"[caption|The two ministers at the lake on Tuesday.] [credit|(EPA Images pic)]\n\n[dateline|OSLO :] {STORY} [credit|– Bernama]"
    ),
    "caption without a credit before the dateline": (
        f"[caption|The host of the talks shows his two guests the garden of the palace before dinner on "
        f"Tuesday.]\n\n[dateline|OSLO —] {STORY}"
    ),
    "labelled caption": f"[caption|File photo: The two ministers at the lake.] [credit|Reuters/Jane "
    f"Doe]\n\n{STORY}\n\n[credit|© Agence France-Presse]",
    "described picture": f"[caption|In this handout picture from the palace, the ministers walk in a garden.]\n\n{STORY}",
    "caption within the story": f"[story|{TALKS}]\n\n[caption|The ministers at the lake.] [credit|AFP PHOTO / JANE "
    f"DOE]\n\n[story|{QUOTE}]\n\n[story|{PAST}]",
    "glued credit": f"[story|{TALKS}]\n\n[caption|The ministers at the lake.][credit|CreditJane Doe/Reuters]\n\n[story|{PAST}]",
    "picture credit alone": f"[credit|Photo: AFP]\n\n{STORY}\n\n[credit|Source: Xinhua]",
    "names behind a quotation sign the reporter": f"[story|{TALKS}]\n\n[story|{QUOTE}] [credit|(Anadolu/Jane Doe)]\n\n[story|{PAST}]",
    "words of the page": (
        f"[story|{TALKS}]\n[other|ADVERTISEMENT]\n[story|{QUOTE}]\n[other|Read also: A lake and its guests]\n[story|{PAST}] "
        f"[credit|(AFP)]\n"
        "[other|Subscribe to our newsletter]\n[other|Follow us on Facebook]"
    ),
    "correspondent in a place": f"[title|Ministers meet]\n\n[byline|Jane Doe in Cairo]\n\n{STORY}\n\n[credit|AFP]",
    "release": f"[other|FOR IMMEDIATE RELEASE]\n\n[title|Readout of the call]\n\n[story|{TALKS}]\n\n[other|###]\n\n[other|Media "
    f"contact: Jane Doe, 555 0100]",
    "helpers": (
        f"[dateline|OSLO (AP) —] {STORY}\n\n[other|___]\n\n[credit|Jane Doe reported from Cairo. AP writer John Roe contributed "
        f"to this report.]"
        "\n\n[other|Follow AP's coverage at https://example.org]"
    ),
    "dateline on its own line": f"\n\n[dateline|LIMA, Peru (AP) _]\n\n{STORY}\n\n",
    "place on its own line": f"[dateline|LIMA]\n\n{STORY}",
    "bullets": "[story|The ministers agreed:]\n[other|•] [story|to meet again in May;]\n[other|-] [story|to tell nobody.]\n\n"
    + f"[story|{PAST}]",
    "two datelines": f"[dateline|LIMA, Peru —] [story|{TALKS}]\n\n[dateline|QUITO —] [story|{QUOTE}]\n\n[story|{PAST}]",
    "transcript": "[story|MR. PRIOR: Good afternoon, and welcome.]\n\n[story|LIMA: What of the talks?]\n\n[story|MR. PRIOR: We "
    "have nothing to add.]",
    "editorial's own opening": f"[story|The paper said in a leading article on Monday:]\n\n{STORY}",
    "end of a wire": f"[dateline|LIMA, May 4 (Xinhua) --] {STORY} [credit|Enditem]",
    "with its agency": f"{STORY}\n\n[credit|With inputs from PTI]",
    "a story that says by": "[story|By Monday, the army had left the town.]",
    "furniture alone is the story": "[story|Advertisement for a better treaty]",
    "continued line": f"[story|{TALKS[:40]}\n{TALKS[40:]}]\n[story|{PAST}]",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_part_is_told(layout: str) -> None:
    case = drawn(layout)
    found = [(part.kind, part.span.of(case.text)) for part in document(case.text).parts]
    wanted = sorted((span.start, label, span.of(case.text)) for label, spans in case.spans.items() for span in spans)
    assert found == [(label, words) for _, label, words in wanted]


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("LIMA (Reuters) - ", "Reuters"),
        ("By Jane Doe, Associated Press Writer\n\n", "AP"),
        ("By Petra Novak\n\n", None),
        ("By Saba Khan, Reuters\n\n", "Reuters"),
        ("© Agence France-Presse\n\n", "AFP"),
        ("The lake at night. (EPA Images pic)\n\nLIMA : ", None),
        ("(Reporting by Petra Novak)\n\n", None),
    ],
)
def test_agency(opening: str, agency: str | None) -> None:
    assert document(f"{opening}{TALKS}\n\n{PAST}").agency == agency


@pytest.mark.parametrize(
    "ending", ["\n\n(With inputs from PTI)", "\n\nPTI", " (PTI)", " – PTI", "\n\nSource: PTI", "\n\nPTI contributed to this report."]
)
def test_agency_at_the_end(ending: str) -> None:
    assert document(f"{TALKS}\n\n{PAST}{ending}").agency == "PTI"


def test_a_known_title_is_told_though_it_ends_with_a_stop() -> None:
    found = document(f"Ministers agree on more talks.\n\n{TALKS}", title="Ministers agree on more talks")
    assert [part.kind for part in found.parts] == ["title", "story"]
    assert found.title == "Ministers agree on more talks"


def test_a_question_that_opens_a_story_is_no_title_where_the_title_is_known() -> None:
    assert [p.kind for p in document(f"Who would have thought it?\n\n{TALKS}", title="Ministers agree on more talks").parts] == [
        "story",
        "story",
    ]


@pytest.mark.parametrize("indent", ["", "   "])
@pytest.mark.parametrize("width", [60, 72, 80])
def test_lines_broken_by_hand_are_one_paragraph(width: int, indent: str) -> None:
    paragraphs = [f"LIMA, May 4 (Reuters) - {TALKS} {PAST}", f"{QUOTE} {QUOTE}", f"{PAST} {PAST}"]
    gap = "\n" if indent else "\n\n"
    text = gap.join(textwrap.fill(p, width, initial_indent=indent) for p in paragraphs)
    stories = [" ".join(p.span.of(text).split()) for p in document(text).parts if p.kind == "story"]
    assert stories == [f"{TALKS} {PAST}", *paragraphs[1:]]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_are_kept(end: str) -> None:
    text = f"{TALKS}{end}{end}{PAST}{end}"
    found = document(text)
    assert found.text == text
    assert [p.span.of(text) for p in found.parts] == [TALKS, PAST]
