"""The user's own actors: read, refused with file and line, added, and stronger than what is shipped."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontherecord.actors import Cast, OwnActor, OwnActors, find_cast, read_own, use_own
from ontherecord.actors.own import add, check
from ontherecord.errors import LexiconError
from ontherecord.language import Grammar, parse
from ontherecord.records import Document, Part
from ontherecord.spans import Span

HEADER = "name,aliases,country,sector,role,from,to\n"


def written(folder: Path, rows: str, name: str = "actors.csv") -> Path:
    path = folder / name
    path.write_text(HEADER + rows if name.endswith(".csv") else rows, encoding="utf8")
    return path


def cast_of(text: str, own: OwnActors | None = None, published: str | None = "2024-05-05") -> Cast:
    parts = (Part("story", Span(0, len(text))),)
    parsed = parse(text, parts)
    return find_cast(Document(text, published=published, parts=parts), parsed, Grammar(parsed), own=own)


def facts(cast: Cast) -> set[tuple[str, str | None, str | None]]:
    return {(a.name, a.country, a.sector) for a in cast.actors}


def test_a_csv_and_a_toml_of_the_same_rows_are_the_same(tmp_path: Path) -> None:
    csv = written(tmp_path, 'Ito Muster,"I. Muster|Muster the Elder",PER,GOV,special envoy,2020,2024-06\n')
    toml = written(
        tmp_path,
        '[[actor]]\nname = "Ito Muster"\naliases = ["I. Muster", "Muster the Elder"]\ncountry = "PER"\nsector = "GOV"\n'
        'role = "special envoy"\nfrom = "2020"\nto = "2024-06"\n',
        "actors.toml",
    )
    assert read_own(csv).actors == read_own(toml).actors
    (actor,) = read_own(csv).actors
    assert (actor.start, actor.end) == (dt.date(2020, 1, 1), dt.date(2024, 6, 30))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Ito Muster,,XQX,GOV,,,", r"actors\.csv, line 3: XQX is no country code"),
        ("Ito Muster,,PER,GOVT,,,", r"line 3: GOVT is no sector"),
        ("Ito Muster,,PER,GOV,,soon,", r"line 3: 'soon' in column from is no date"),
        ("Ito Muster,,PER,GOV,,2021,2020", r"line 3: Ito Muster ends"),
        ("Ana Kova,,PER,GOV,,,", r"line 3: 'Ana Kova' is named in line 2 already"),
        ("Rosa Lind,Ana Kova,PER,GOV,,,", r"line 3: 'Ana Kova' is named in line 2"),
        (",,PER,GOV,,,", r"line 3: an actor needs a name"),
        ("Ito Muster,,PER,GOV,,,,,", r"line 3: 9 cells where the header has 7"),
    ],
)
def test_a_row_that_cannot_be_right_is_refused_with_file_and_line(tmp_path: Path, row: str, why: str) -> None:
    path = written(tmp_path, f"Ana Kova,,HRV,GOV,,,\n{row}\n")
    with pytest.raises(LexiconError, match=why):
        read_own(path)


def test_check_tells_all_that_is_wrong(tmp_path: Path) -> None:
    path = written(tmp_path, "Ana Kova,,HRV,GOV,,,\nIto,,XQX,,,,\nBo,,,,,nie,\nEda,,NOR,,,,\n")
    assert [p.split(":")[0] for p in check(path)] == ["actors.csv, line 3", "actors.csv, line 4"]


def test_one_name_may_have_two_terms_one_after_the_other(tmp_path: Path) -> None:
    path = written(tmp_path, "Ana Kova,,HRV,GOV,minister,2020,2021\nAna Kova,,HRV,BUS,,2022,\n")
    own = read_own(path)
    assert facts(cast_of("Ana Kova spoke to reporters.", own, "2021-01-01")) >= {("Ana Kova", "HRV", "GOV")}
    assert facts(cast_of("Ana Kova spoke to reporters.", own, "2023-01-01")) >= {("Ana Kova", "HRV", "BUS")}


@pytest.mark.parametrize("name", ["new.csv", "new.toml"])
def test_what_is_added_is_read_again(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    first = OwnActor('Ito "the Elder" Muster', ("I, Muster",), "PER", "GOV", "envoy", dt.date(2020, 1, 1), None)
    second = OwnActor("Harbour Guild")
    add(path, first)
    add(path, second)
    assert read_own(path).actors == (first, second)
    with pytest.raises(LexiconError, match="is named in line"):
        add(path, second)
    with pytest.raises(LexiconError, match="no country code"):
        add(path, OwnActor("Bo Lind", country="QQX"))
    assert read_own(path).actors == (first, second)


@given(st.lists(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8), min_size=1, max_size=5, unique=True))
def test_any_names_survive_the_file(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    path = tmp_path_factory.mktemp("own") / "own.csv"
    kept = []
    for name in names:
        try:
            add(path, OwnActor(name))
        except LexiconError:  # two names that fold alike
            continue
        kept.append(name)
    assert [a.name for a in read_own(path).actors] == kept


def test_a_file_of_another_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"\.csv or \.toml"):
        read_own(written(tmp_path, "", "actors.xlsx"))
    (tmp_path / "odd.csv").write_text("title,country\nx,PER\n", encoding="utf8")
    with pytest.raises(LexiconError, match=r"odd\.csv, line 1: title is no column"):
        read_own(tmp_path / "odd.csv")


def test_an_own_actor_wins_over_the_shipped_one() -> None:
    own = OwnActors(
        [OwnActor("Reuters", country="PER", sector="BUS"), OwnActor("Emmanuel Macron", country="PER", sector="BUS", role="banker")]
    )
    assert facts(cast_of("Reuters sued Emmanuel Macron.", own)) == {("Reuters", "PER", "BUS"), ("Emmanuel Macron", "PER", "BUS")}


def test_an_own_person_is_meant_by_surname_title_and_pronoun() -> None:
    own = OwnActors([OwnActor("Ana Kova", country="HRV", sector="GOV", role="special envoy")])
    text = "Ana Kova met the rebels. Kova said that she was hopeful. The envoy left at noon."
    actor = next(a for a in cast_of(text, own).actors if a.name == "Ana Kova")
    assert [m.of(text) for m in actor.mentions] == ["Ana Kova", "Kova", "she", "The envoy"]


def test_an_alias_means_the_actor() -> None:
    own = OwnActors([OwnActor("Harbour Guild", ("the Guild", "HGX"), "PER", "LAB")])
    assert facts(cast_of("HGX called a strike.", own)) == {("Harbour Guild", "PER", "LAB")}


def test_a_file_is_in_use_until_another_is(tmp_path: Path) -> None:
    use_own(written(tmp_path, "Harbour Guild,,PER,LAB,,,\n"))
    try:
        assert facts(cast_of("The Harbour Guild called a strike.")) == {("Harbour Guild", "PER", "LAB")}
        with pytest.raises(LexiconError):
            use_own(written(tmp_path, "Bo,,XQX,,,,\n", "bad.csv"))
        assert facts(cast_of("The Harbour Guild called a strike.")) == {("Harbour Guild", "PER", "LAB")}
    finally:
        use_own(None)
    assert ("Harbour Guild", "PER", "LAB") not in facts(cast_of("The Harbour Guild called a strike."))


def test_a_hundred_thousand_rows_are_read_in_seconds(tmp_path: Path) -> None:
    path = written(tmp_path, "".join(f"Muster Body {n},MB{n},PER,GOV,,2001,2030\n" for n in range(100_000)))
    began = time.process_time()
    own = read_own(path)
    assert len(own) == 100_000
    assert time.process_time() - began < 10
    assert facts(cast_of("Muster Body 99999 protested.", own)) == {("Muster Body 99999", "PER", "GOV")}
