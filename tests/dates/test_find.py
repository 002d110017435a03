"""Each line draws the expressions that must be found, and gives their values. The report is of Thursday, 5 February 2026."""

from __future__ import annotations

import datetime as dt

import pytest

from ontherecord import dates
from ontherecord.dates import TimeExpression
from ontherecord.language import parse_many
from ontherecord.records import Part
from ontherecord.spans import Span
from tests.drawn import Drawn, drawn

PUBLISHED = dt.date(2026, 2, 5)

ABSOLUTE: list[tuple[str, tuple[str | None, ...]]] = [
    ("The pact was signed on [t|7 August 1998].", ("1998-08-07",)),
    ("The pact was signed on [t|August 7th, 1998], in Lima.", ("1998-08-07",)),
    ("The pact was signed on [t|Friday, Aug. 7, 1998].", ("1998-08-07",)),
    ("The pact was signed on [t|1998-08-07].", ("1998-08-07",)),
    ("The log reads [t|1998-08-07 10:35] for the launch.", ("1998-08-07T10:35",)),
    ("The pact was signed on [t|07.08.1998] in Bonn.", ("1998-08-07",)),
    ("The pact was signed on [t|13/8/1998].", ("1998-08-13",)),
    ("The pact was signed on [t|8/13/1998].", ("1998-08-13",)),
    ("The pact was signed on [t|7/8/1998].", (None,)),
    ("The pact was signed on [t|8/8/98].", ("1998-08-08",)),
    ("The pact was signed in [t|August 1998].", ("1998-08",)),
    ("The pact was signed in [t|1998].", ("1998",)),
    ("It grew between [t|1994] and [t|1997].", ("1994", "1997")),
    ("They met in [t|1994], [t|1995] and [t|1997].", ("1994", "1995", "1997")),
    ("[t|The 1996] law was repealed.", ("1996",)),
    ("The dam was begun in [t|the late 1980s].", ("198X",)),
    ("The dam was begun in [t|the '90s].", ("199X",)),
    ("The dam was begun in [t|the sixties].", ("196X",)),
    ("The border dates from [t|the 19th century].", ("18XX",)),
    ("The fleet was built in [t|the summer of 1998].", ("1998-SU",)),
    ("Output fell in [t|the second quarter of 2024].", ("2024-Q2",)),
    ("Output fell in [t|Q3 2024].", ("2024-Q3",)),
    ("Output fell in [t|the first half of 2024].", ("2024-H1",)),
    ("Aid was cut in [t|fiscal year 2024] and [t|FY25].", ("FY2024", "FY2025")),
    ("They drilled from [t|3] to [t|5 May 2021].", ("2021-05-03", "2021-05-05")),
    ("They drilled on [t|May 3]-[t|5, 2021].", ("2021-05-03", "2021-05-05")),
    ("They will meet on [t|April 24] and [t|25].", ("2026-04-24", "2026-04-25")),
    ("On [t|April 24], 25 people will march.", ("2026-04-24",)),
    ("It ran from [t|November] to [t|February 2020].", ("2019-11", "2020-02")),
    ("A leap day: [t|29 February 2024].", ("2024-02-29",)),
    ("The tower fell on [t|9/11].", ("2001-09-11",)),
    ("They vanished on [t|Christmas Eve 2003].", ("2003-12-24",)),
]

RELATIVE: list[tuple[str, tuple[str | None, ...]]] = [
    ("Oman freed the crew on [t|Tuesday].", ("2026-02-03",)),
    ("Oman freed the crew [t|Thursday].", ("2026-02-05",)),
    ("Oman freed the crew [t|last Thursday].", ("2026-01-29",)),
    ("Oman will free the crew on [t|Tuesday].", ("2026-02-10",)),
    ("Oman is expected to free the crew on [t|Tuesday].", ("2026-02-10",)),
    ("Oman planned a parade on [t|Saturday].", ("2026-02-07",)),
    ("Oman will free the crew [t|next Friday].", ("2026-02-13",)),
    ("Oman freed the crew on [t|Tuesday of last week].", ("2026-01-27",)),
    ("Oman freed the crew [t|yesterday].", ("2026-02-04",)),
    ("Oman will free the crew [t|tomorrow morning].", ("2026-02-06TMO",)),
    ("Oman freed the crew on [t|Wednesday night].", ("2026-02-04TNI",)),
    ("Oman freed the crew [t|the day before yesterday].", ("2026-02-03",)),
    ("Oman freed the crew [t|last week].", ("2026-W05",)),
    ("Oman freed the crew [t|earlier this month].", ("2026-02",)),
    ("Oman freed the crew over [t|the weekend].", ("2026-W05-WE",)),
    ("Oman will free the crew [t|next year].", ("2027",)),
    ("Oman freed the crew [t|two years ago].", ("2024",)),
    ("Oman freed the crew [t|two months ago].", ("2025-12",)),
    ("Oman freed the crew [t|11 days ago].", ("2026-01-25",)),
    ("Oman will free the crew [t|ten days from now].", ("2026-02-15",)),
    ("Oman freed the crew in [t|December].", ("2025-12",)),
    ("Oman freed the crew in [t|late November].", ("2025-11",)),
    ("Oman will free the crew in [t|April].", ("2026-04",)),
    ("Oman freed the crew in [t|October last year].", ("2025-10",)),
    ("Oman freed the crew on [t|Jan. 14].", ("2026-01-14",)),
    ("Oman freed the crew on [t|6 February].", ("2025-02-06",)),
    ("Oman invited him to a summit on [t|March 12].", ("2026-03-12",)),
    ("Oman freed the crew [t|last fall].", ("2025-FA",)),
    ("Oman freed the crew [t|last October].", ("2025-10",)),
    ("Oman freed the crew on [t|Thanksgiving].", ("2025-11-27",)),
    ("Oman freed the crew on [t|Good Friday].", ("2025-04-18",)),
    ("Oman freed the crew [t|the day after Christmas].", ("2025-12-26", "2025-12-25")),
    ("Oman freed the crew on [t|Monday] and Qatar left [t|a day later].", ("2026-02-02", "2026-02-03")),
    ("Oman freed the crew on [t|7 May 1998] and Qatar left [t|the following month].", ("1998-05-07", "1998-06")),
    ("Oman freed the crew in [t|June 1998] and fell [t|later that year].", ("1998-06", "1998")),
    ("Oman freed the crew at [t|10:35 a.m. EST on Tuesday].", ("2026-02-03T10:35",)),
    ("Oman freed the crew on [t|Tuesday at 1430 GMT].", ("2026-02-03T14:30Z",)),
    ("Oman freed the crew on [t|Tuesday at noon].", ("2026-02-03T12:00",)),
    ("Oman will free the crew in [t|the week of March 9].", ("2026-W11",)),
    ("Oman is [t|now] free.", ("PRESENT_REF",)),
    ("Oman thinks of [t|the future].", ("FUTURE_REF",)),
    ("Oman freed the crew [t|decades ago].", ("PAST_REF",)),
    ("Oman will decide by [t|the end of the year].", ("2026",)),
    ("Oman and Fiji agreed on a joint regatta of their navies in [t|April].", ("2026-04",)),
    ("The queen of Oman invited the king of Fiji to the spring feast in Muscat in [t|April].", ("2026-04",)),
    ("Oman agreed on a treaty in [t|December].", ("2025-12",)),
    ("The sailor was arrested in [t|April].", ("2025-04",)),
]

LENGTHS: list[tuple[str, tuple[str | None, ...]]] = [
    ("The talks lasted [t|three days].", ("P3D",)),
    ("It was a [t|16-hour] flight.", ("PT16H",)),
    ("It took [t|5 1/2 hours] by car.", ("PT5H30M",)),
    ("It took [t|two and a half years].", ("P2Y6M",)),
    ("It took [t|twenty-five years].", ("P25Y",)),
    ("They wept for [t|weeks].", ("PXW",)),
    ("They waited [t|several months].", ("PXM",)),
    ("In [t|the past three months] nobody came.", ("P3M",)),
    ("In [t|recent years] nobody came.", ("PXY",)),
    ("They talk [t|every day] and meet [t|weekly].", ("P1D", "P1W")),
    ("They meet [t|every other Monday].", ("XXXX-WXX-1",)),
    ("They meet on [t|Mondays].", ("XXXX-WXX-1",)),
    ("The ships come ten times [t|a week].", ("P1W",)),
]

NOTHING = [
    "The boy is six years old, a six-year-old orphan.",
    "He may march, and Sun Wen may fall.",
    "May Lin and April Jones met Jan Novak.",
    "They bought 2,000 tons for $1998 at 1999 pesos.",
    "She reads the Sunday Times.",
    "Version 10.20.30.40 and flight 2015-B were lost.",
    "A second ship, the second of the fleet, sank.",
    "On 30 February nothing can be.",
]

ORDER = [
    ("[t|Shortly thereafter], Oman sailed.", "after"),
    ("Oman sailed [t|soon afterwards].", "after"),
    ("[t|Days later], Oman sailed.", "after"),
    ("Oman [t|later] sailed.", "after"),
    ("[t|Earlier], Oman had sailed.", "before"),
    ("Oman had sailed [t|a day earlier].", "before"),
]

TABLE = [*ABSOLUTE, *RELATIVE, *LENGTHS]
Found = tuple[TimeExpression, ...]


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[Drawn, Found, Found]]:
    """Every sentence's expressions with and without a day of publication, from one parse of all."""
    marked = [*(m for m, _ in TABLE), *NOTHING, *(m for m, _ in ORDER)]
    pictures = [drawn(m) for m in marked]
    parses = parse_many([(d.text, [Part("story", Span(0, len(d.text)))]) for d in pictures])
    return {m: (d, dates.find(p, PUBLISHED), dates.find(p, None)) for m, d, p in zip(marked, pictures, parses, strict=True)}


def words(d: Drawn, expressions: Found) -> list[str]:
    return [e.span.of(d.text) for e in expressions]


@pytest.mark.parametrize(("marked", "values"), TABLE)
def test_finds_and_resolves(found: dict[str, tuple[Drawn, Found, Found]], marked: str, values: tuple[str | None, ...]) -> None:
    picture, expressions, _ = found[marked]
    if len(values) == len(picture.spans["t"]):
        assert words(picture, expressions) == [s.of(picture.text) for s in picture.spans["t"]]
    assert tuple(e.value for e in expressions) == values


@pytest.mark.parametrize(("marked", "values"), ABSOLUTE)
def test_what_states_its_year_needs_no_publication(
    found: dict[str, tuple[Drawn, Found, Found]], marked: str, values: tuple[str | None, ...]
) -> None:
    if any(v and v.startswith("2026") for v in values):
        return
    assert tuple(e.value for e in found[marked][2]) == values


@pytest.mark.parametrize(("marked", "values"), [row for row in RELATIVE if "1998" not in row[0]])
def test_without_publication_nothing_is_guessed(
    found: dict[str, tuple[Drawn, Found, Found]], marked: str, values: tuple[str | None, ...]
) -> None:
    assert all(e.value is None or e.value.endswith("_REF") for e in found[marked][2])


@pytest.mark.parametrize("sentence", NOTHING)
def test_leaves_alone_what_is_no_time(found: dict[str, tuple[Drawn, Found, Found]], sentence: str) -> None:
    picture, expressions, _ = found[sentence]
    assert words(picture, expressions) == []


@pytest.mark.parametrize(("marked", "order"), ORDER)
def test_order_words(found: dict[str, tuple[Drawn, Found, Found]], marked: str, order: str) -> None:
    picture, expressions, _ = found[marked]
    assert [(e.span, e.order, e.interval) for e in expressions] == [(picture.spans["t"][0], order, None)]
