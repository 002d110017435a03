"""Tab-separated tables with a header line: the format of every lexicon that is a list of rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from ontherecord.errors import LexiconError

HERE = Path(__file__).parent


class Row(msgspec.Struct, frozen=True, gc=False):
    """One row by column name, and where it stands, so that a complaint can name file and line.

    A struct, because the tables have twenty thousand rows and a frozen dataclass takes four times as long to make.
    """

    values: dict[str, str]
    file: str
    line: int

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def list(self, column: str) -> tuple[str, ...]:
        """A cell that holds several values, parted by "|"."""
        cell = self.values[column]
        if "|" not in cell:  # most cells hold one value or none, and tables have thousands of rows
            cell = cell.strip()
            return (cell,) if cell else ()
        return tuple(v.strip() for v in cell.split("|") if v.strip())

    def wrong(self, why: str) -> LexiconError:
        return LexiconError(f"{self.file}, line {self.line}: {why}")


def table_path(name: str) -> Path:
    """Where a shipped table lies, e.g. table_path("countries.tsv")."""
    return HERE / name


def read_table(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """Rows of a UTF-8 tab-separated file whose header line names at least `columns`. Lines that start with # are comments.

    Raises LexiconError for a missing column, or a row with more or fewer cells than the header.
    """
    header: list[str] = []
    file = path.name
    with path.open(encoding="utf8") as lines:
        for number, line in enumerate(lines, 1):
            if line[0] == "#" or line.isspace():
                continue
            cells = line.rstrip("\n").split("\t")
            if not header:
                header = cells
                missing = [c for c in columns if c not in header]
                if missing:
                    raise LexiconError(f"{file}, line {number}: the header lacks {', '.join(missing)}; it has {', '.join(header)}.")
                continue
            if len(cells) != len(header):
                raise LexiconError(f"{file}, line {number}: {len(cells)} cells where the header has {len(header)}.")
            yield Row(dict(zip(header, cells)), file, number)  # noqa: B905  (as long as each other: checked above)
