"""The tables: loading, refusing, and who held which office when."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from ontherecord.actors import find_cast, registry
from ontherecord.actors.holders import Holders, read_holders
from ontherecord.actors.spelling import fold
from ontherecord.errors import LexiconError
from ontherecord.language import Grammar, parse
from ontherecord.records import Actor, Document, Part
from ontherecord.spans import Span

COUNTRIES = "code\tname\tnames\tadjectives\tpeoples\tcapitals\tseats\tkinds\tregion\tpartial\tsource\n"
HOLDERS = "country\toffice\ttitle\tbody\tname\taliases\tsurname\tgender\tfrom\tto\twikidata\tsource\n"


def test_shipped_tables_load() -> None:
    tables = registry.load()
    assert len(tables.countries) > 200
    assert tables.names[fold("Côte d’Ivoire")][0].country == "CIV"


@pytest.mark.parametrize(("left", "right"), [("Erdoğan", "Erdogan"), ("Łódź", "Lodz"), ("Xi’s", "Xi's"), ("Tromsø", "Tromso")])
def test_spellings_fold_alike(left: str, right: str) -> None:
    assert fold(left) == fold(right)


def test_a_second_row_of_a_country_is_refused_with_file_and_line(tmp_path: Path) -> None:
    row = "FRA\tFrance\t\tFrench\tFrench\tParis\t\trepublic\tWestern Europe\t\tx\n"
    (tmp_path / "countries.tsv").write_text(COUNTRIES + row + row, encoding="utf8")
    with pytest.raises(LexiconError, match=r"countries\.tsv, line 3: FRA"):
        registry.load(tmp_path)


def test_a_body_of_an_unknown_country_is_refused(tmp_path: Path) -> None:
    (tmp_path / "armed_groups.tsv").write_text("name\taliases\tcountry\tsector\tsource\nHill Men\t\tXXQ\tREB\tx\n", encoding="utf8")
    with pytest.raises(LexiconError, match=r"armed_groups\.tsv, line 2: 'XXQ'"):
        registry.load(tmp_path)


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [("2019-13", "", "no date"), ("soon", "", "no date"), ("2020-02", "2019", "before it begins")],
)
def test_a_term_that_cannot_be_is_refused(tmp_path: Path, start: str, end: str, why: str) -> None:
    path = tmp_path / "holders.tsv"
    path.write_text(f"{HOLDERS}FRA\thead_of_state\tpresident\t\tJo Doe\t\tDoe\tm\t{start}\t{end}\t\tx\n", encoding="utf8")
    with pytest.raises(LexiconError, match=why):
        list(read_holders(path))


TERM = "FRA\thead_of_state\tpresident\t\t{name}\t\tDoe\tm\t{start}\t{end}\t\tx\t{note}\n"


def terms(folder: Path, *rows: tuple[str, str, str, str]) -> Path:
    path = folder / "holders.tsv"
    kept = "".join(TERM.format(name=name, start=start, end=end, note=note) for name, start, end, note in rows)
    path.write_text(HOLDERS.replace("source\n", "source\tnote\n") + kept, encoding="utf8")
    return path


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("2001-01-01", "2003-05-01"), ("2003-04-01", "")),
        (("2003-04-01", ""), ("2001-01-01", "2003-05-01")),
        (("2001", ""), ("2009", "")),
        (("2001", "2005"), ("2004-12-31", "2006")),
    ],
)
def test_two_terms_of_one_office_that_overlap_are_refused(tmp_path: Path, first: tuple[str, str], second: tuple[str, str]) -> None:
    path = terms(tmp_path, ("Jo Doe", *first, ""), ("Al Doe", *second, ""))
    with pytest.raises(LexiconError, match=r"holders\.tsv, line 3: the term of Al Doe overlaps that of Jo Doe in line 2"):
        list(read_holders(path))


@pytest.mark.parametrize(
    ("first", "second", "note"),
    [
        (("2001-01-01", "2003-05-01"), ("2003-05-01", ""), ""),
        (("2001-01-01", "2003-05-01"), ("2003-05", ""), ""),
        (("2001", "2003"), ("2003-02", ""), ""),
        (("2001-01-01", "2003-05-01"), ("2002-05-01", ""), "acting"),
    ],
)
def test_terms_that_may_follow_each_other_are_kept(tmp_path: Path, first: tuple[str, str], second: tuple[str, str], note: str) -> None:
    assert len(list(read_holders(terms(tmp_path, ("Jo Doe", *first, ""), ("Al Doe", *second, note))))) == 2


def test_a_holder_of_an_unknown_country_is_refused(tmp_path: Path) -> None:
    path = terms(tmp_path, ("Jo Doe", "2001", "", ""))
    with pytest.raises(LexiconError, match=r"holders\.tsv, line 2: 'FRA' is no country"):
        list(read_holders(path, {"PER"}))


def test_a_second_row_of_a_name_is_refused(tmp_path: Path) -> None:
    row = "Hill Men\t\t\tREB\tx\n"
    (tmp_path / "armed_groups.tsv").write_text(f"name\taliases\tcountry\tsector\tsource\n{row}{row}", encoding="utf8")
    with pytest.raises(LexiconError, match=r"armed_groups\.tsv, line 3: Hill Men has a row already, in line 2"):
        registry.load(tmp_path)


def test_month_and_year_cover_all_their_days(tmp_path: Path) -> None:
    path = tmp_path / "holders.tsv"
    path.write_text(f"{HOLDERS}FRA\thead_of_state\tpresident\t\tJo Doe\t\tDoe\tm\t2019-02\t2020\t\tx\n", encoding="utf8")
    holders = Holders(read_holders(path))
    assert holders.of("FRA", "head_of_state", dt.date(2019, 2, 1))
    assert holders.of("FRA", "head_of_state", dt.date(2020, 12, 31))
    assert not holders.of("FRA", "head_of_state", dt.date(2021, 1, 1))


def only_person(text: str, published: str | None) -> Actor:
    parts = (Part("story", Span(0, len(text))),)
    parsed = parse(text, parts)
    cast = find_cast(Document(text, published=published, parts=parts), parsed, Grammar(parsed))
    return next(a for a in cast.actors if not cast.is_country(a.id))


@pytest.mark.parametrize(
    ("published", "sector"), [("2016-05-01", "ELI"), ("2018-05-01", "GOV"), ("2022-05-01", "ELI"), ("2026-05-01", "GOV"), (None, "GOV")]
)
def test_one_name_on_five_days(published: str | None, sector: str) -> None:
    actor = only_person("President Trump spoke to reporters.", published)
    assert (actor.name, actor.country, actor.sector) == ("Donald Trump", "USA", sector)


@pytest.mark.parametrize(("published", "name"), [("2002-05-01", "George W. Bush"), ("1991-05-01", "George H. W. Bush")])
def test_the_day_tells_two_of_one_surname(published: str, name: str) -> None:
    assert only_person("President Bush spoke to reporters.", published).name == name


def test_who_is_called_former_is_of_the_elite() -> None:
    actor = only_person("Former British prime minister Tony Blair spoke to reporters.", "2015-05-01")
    assert (actor.country, actor.sector) == ("GBR", "ELI")


def test_a_surname_alone_proves_nothing_for_another_given_name() -> None:
    assert only_person("Gretel Merkel spoke to reporters.", "2015-05-01").country is None


def test_a_holder_keeps_the_country_of_the_registry() -> None:
    text = "Ito Muster wrote to Emmanuel Macron, the president of Chad, on Monday."
    parts = (Part("story", Span(0, len(text))),)
    parsed = parse(text, parts)
    cast = find_cast(Document(text, published="2021-05-01", parts=parts), parsed, Grammar(parsed))
    macron = next(a for a in cast.actors if a.name == "Emmanuel Macron")
    assert macron.country == "FRA"
    cast.refine(macron.id, country="TCD", role="guest")
    assert (cast.actor(macron.id).country, cast.actor(macron.id).role) == ("FRA", "guest")
