"""Paths and streams: every report or refusal in its place, and nothing ends the run."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from ontherecord.errors import RefusedDocument
from ontherecord.reading import read_path, read_paths, read_stdin
from ontherecord.records import Document

LEAD = "The two ministers agreed on Tuesday to hold a further round of talks in May, officials said."
PAGE = (
    f"<html><head><title>Talks go on</title></head><body><article><p>{LEAD}</p>"
    f"<p>{LEAD.replace('two', 'three')}</p></article></body></html>"
)


def told(found: Iterator[Document | RefusedDocument]) -> list[str]:
    """Each answer as a line: the text's beginning, or the reason of the refusal."""
    return [f"{Path(f.source).name}: {f.reason if isinstance(f, RefusedDocument) else f.text[:7]}" for f in found]


def row(**fields: object) -> str:
    return json.dumps({"text": LEAD} | fields)


def test_json_lines(tmp_path: Path) -> None:
    lines = [
        row(title="Talks", published="2026-02-05", publisher="The Lake", extra=[1]),
        "",
        "not JSON",
        "[1, 2]",
        row(text=None),
        row(text=5),
        row(title=7),
        row(published="yesterday"),
        row(published=None, title=None),
        row(text=""),
        '{"text": "\\ud800 is half"}',
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    answers = told(read_path(tmp_path / "a.jsonl"))
    wanted = [
        "a.jsonl line 1: The two",
        "a.jsonl line 3: it is not JSON",
        "a.jsonl line 4: it holds a list, not an object",
        'a.jsonl line 5: it has no "text"',
        'a.jsonl line 6: its "text" is a number; it must be a string.',
        'a.jsonl line 7: its "title" is a number; it must be a string.',
        "a.jsonl line 8: its date of publication, 'yesterday', is no date",
        "a.jsonl line 9: The two",
        "a.jsonl line 10: it is empty",
        "a.jsonl line 11: it is not JSON",
    ]
    assert [a[: len(w)] for a, w in zip(answers, wanted, strict=True)] == wanted


def test_given_metadata_fills_json_lines_and_overrides_pages(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join([row(published="2026-02-05", publisher="The Lake"), row()]))
    (tmp_path / "b.html").write_text(PAGE.replace("<head>", '<head><meta property="og:site_name" content="The Lake">'))
    (tmp_path / "c.txt").write_text(LEAD)
    found = [d for d in read_path(tmp_path, published="2020-01-01", publisher="The Hill") if isinstance(d, Document)]
    assert [(d.published, d.publisher) for d in found] == [("2026-02-05", "The Lake")] + 3 * [("2020-01-01", "The Hill")]


def test_json_lines_are_read_one_by_one() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = (row() + "\n").encode()
            buffer[: len(line)] = line
            return len(line)

    found = read_stdin(io.BufferedReader(Endless()))  # type: ignore[arg-type]
    assert [next(found).source for _ in range(3)] == ["- line 1", "- line 2", "- line 3"]


def test_a_line_of_any_length_is_refused_and_passed_over(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("w") as lines:
        lines.write(row(text="a " * 5_000_000) + "\n" + row(text="a " * 9_000_000) + "\n" + row() + "\n")
    answers = told(read_path(tmp_path / "a.jsonl"))
    assert answers[0].startswith("a.jsonl line 1: it has 10,000,000 characters; at most 2,000,000 are read")
    assert answers[1].startswith("a.jsonl line 2: it is longer than 16,000,000 bytes")
    assert answers[2] == "a.jsonl line 3: The two"


BAD = {
    "empty.txt": (b"", "it is empty"),
    "blank.txt": (b" \n ", "it is empty"),
    "empty.jsonl": (b"", "it is empty"),
    "binary.txt": (bytes(range(1, 256)) * 9, "it is a binary file"),
    "line.txt": (b"a " * 5_000_000, "it has 10,000,000 characters"),
    "large.txt": (b"a " * 9_000_000, "it is larger than 16,000,000 bytes"),
    "mac.txt": ("“don’t”".encode("mac-roman"), "its encoding cannot be told"),
    "wide.jsonl": (row().encode("utf-16"), "it is in UTF-16; JSON Lines are UTF-8"),
    "links.html": (b"<html><body><nav><a href='/'>Home</a> <a href='/a'>About us</a></nav></body></html>", "no article was found"),
    "none.html": (b"<html></html>", "no article was found"),
    "large.html": (b"<p>" + b"a " * 3_000_000, "it is larger than 5,000,000 bytes"),
    "german.txt": ("Die Minister erklärten, dass die Gespräche im Mai nicht mit der Stadt geführt werden.".encode(), "it reads as German"),
    "part.txt.gz": (gzip.compress(LEAD.encode() * 99)[:40], "it is named .gz but is no whole gzip file"),
    "plain.txt.gz": (LEAD.encode(), "it is named .gz but is no whole gzip file"),
    "report.pdf": (b"%PDF-1.7", "it is a PDF file"),
}


@pytest.mark.parametrize(("name", "data", "reason"), [(n, *case) for n, case in BAD.items()], ids=BAD.keys())
def test_bad_files_are_refused_by_name(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(LEAD)
    first, second = told(read_paths([tmp_path / name, tmp_path / "z.txt"]))
    assert first.startswith(f"{name}: {reason}")
    assert second == "z.txt: The two"


def test_paths_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(read_path(tmp_path / "gone.txt")) == ["gone.txt: there is no such file or directory; check the path."]
    (tmp_path / "locked.txt").write_text(LEAD)
    monkeypatch.setattr(Path, "open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
    assert told(read_path(tmp_path / "locked.txt"))[0].startswith("locked.txt: it may not be read by this user")


def test_a_directory_is_read_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/a.txt", "a.TXT", ".hidden.txt", "notes.md", "d.HTM"):
        (tmp_path / name).write_text(PAGE if name.endswith("HTM") else LEAD)
    (tmp_path / "e.txt.gz").write_bytes(gzip.compress(LEAD.encode()))
    assert [Path(f.source).name for f in read_path(tmp_path)] == ["a.TXT", "a.txt", "c.txt", "d.HTM", "e.txt.gz"]


def test_a_directory_without_reports(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(LEAD)
    assert told(read_path(tmp_path))[0].endswith(
        "there is no report in this directory; files named .txt, .html, .htm or .jsonl (also with .gz) are read."
    )


@pytest.mark.parametrize("name", ["report", "report.md", "report.text"])
def test_a_file_of_another_name_is_looked_into(tmp_path: Path, name: str) -> None:
    for content, text in ((LEAD, LEAD), (row(), LEAD), (f"<!DOCTYPE html>{PAGE}", LEAD)):
        (tmp_path / name).write_text(content)
        (found,) = read_path(tmp_path / name)
        assert isinstance(found, Document)
        assert found.text.startswith(text)


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(LEAD.encode())))
    assert told(read_paths(["-"])) == ["-: The two"]


def test_stdin() -> None:
    assert told(read_stdin(io.BytesIO(LEAD.encode()))) == ["-: The two"]
    assert told(read_stdin(io.BytesIO(b"\n" + row().encode() + b"\n" + row().encode()))) == ["- line 2: The two", "- line 3: The two"]
    assert told(read_stdin(io.BytesIO(PAGE.encode()))) == ["-: The two"]
    assert told(read_stdin(io.BytesIO(b""))) == ["-: it is empty; give the text of a report."]
    long = (LEAD + "\n\n") * 999
    (found,) = read_stdin(io.BytesIO(long.encode()))
    assert isinstance(found, Document)
    assert found.text == long
