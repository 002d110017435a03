"""The documents of the corpus, read from `corpus/documents/*.txt` (format: corpus/GUIDELINES.md, part 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.markup import MarkupError, Sentence, read

FOLDER = Path(__file__).resolve().parent.parent / "corpus" / "documents"
HEAD = re.compile(r"^(manner|published|publisher|dateline|agency|title|url):\s*(.*)$")
ACTOR = re.compile(r"^(\d+) ([^|]+)\|([^|]*)\|([^|]*)(?:\|(.*))?$")
EVENT = re.compile(r"^(e\d+) ([A-Z]+) (\S+) (\S*>\S*)((?: \S+=\S+)*)$")
VALUE = re.compile(r"(\w+)=(\"[^\"]*\"|\S+(?: [^\s=|]+(?=[^=]*\|)| ?\|[^=]*?)*)(?=\s|$)")


class CorpusError(ValueError):
    """A line of a corpus file that cannot be right; names file, line, what is wrong."""


@dataclass(frozen=True, slots=True)
class CorpusActor:
    number: str
    name: str
    country: str | None
    sector: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class CorpusEvent:
    """`actors` and `recipients` are numbers of actors; `values` holds date, ctx, amount, issue as written."""

    name: str
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    aux: str | None
    values: dict[str, str]
    line: int


@dataclass(slots=True)
class CorpusDocument:
    """One document with its gold. `title` is a sentence of its own; `paragraphs` hold the sentences of the text."""

    id: str
    file: str
    line: int
    head: dict[str, str] = field(default_factory=dict)
    title: Sentence | None = None
    paragraphs: list[list[Sentence]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)  # of the file, for each sentence of the text
    actors: dict[str, CorpusActor] = field(default_factory=dict)
    events: dict[str, CorpusEvent] = field(default_factory=dict)
    statements: dict[str, dict[str, str]] = field(default_factory=dict)
    positions: list[dict[str, str]] = field(default_factory=list)
    nones: list[tuple[str, str]] = field(default_factory=list)

    @property
    def sentences(self) -> list[Sentence]:
        return [s for paragraph in self.paragraphs for s in paragraph]

    @property
    def all_sentences(self) -> list[Sentence]:
        """The title too."""
        return ([self.title] if self.title else []) + self.sentences

    @property
    def text(self) -> str:
        return "\n\n".join(" ".join(s.text for s in paragraph) for paragraph in self.paragraphs)


def documents(folder: Path = FOLDER) -> list[CorpusDocument]:
    """Every document of the corpus, by file and place in it. Raises CorpusError."""
    return [document for path in sorted(folder.glob("*.txt")) for document in read_file(path)]


def read_file(path: Path) -> Iterator[CorpusDocument]:
    """The documents of one file. Raises CorpusError at the first line that cannot be read."""
    document, fresh = None, True
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.rstrip()
        if line.startswith("=== "):
            if document:
                yield document
            document, fresh = CorpusDocument(line[4:].strip(), path.name, number), True
        elif document is None:
            if line and not line.startswith("#"):
                raise CorpusError(f"{path.name}:{number}: stands before the first '=== id' line")
        elif not line:
            fresh = True
        else:
            try:
                fresh = _take(document, line, number, fresh=fresh)
            except (MarkupError, CorpusError) as error:
                raise CorpusError(f"{path.name}:{number}: {error}") from error
    if document:
        yield document


def _take(document: CorpusDocument, line: str, number: int, *, fresh: bool) -> bool:
    """Files one line; answers whether the next sentence begins a paragraph."""
    if (head := HEAD.match(line)) and not document.paragraphs:
        document.head[head[1]] = head[2].strip()
        if head[1] == "title":
            document.title = read(head[2].strip())
    elif actor := ACTOR.match(line):
        _actor(document, actor)
    elif re.match(r"^e\d+ [A-Z]+ ", line):
        _event(document, line, number)
    elif statement := re.match(r"^(s\d+) (\w+=.*)$", line):
        _once(statement[1], document.statements)
        document.statements[statement[1]] = values(statement[2])
    elif position := re.match(r"^p\d+ (\w+=.*)$", line):
        document.positions.append(values(position[1]))
    elif none := re.match(r"^none (\d+)>(\d+)$", line):
        document.nones.append((none[1], none[2]))
    else:
        _sentence(document, line, number, fresh=fresh)
        return False
    return True


def _once(name: str, held: dict[str, object] | dict[str, dict[str, str]] | dict[str, CorpusEvent] | dict[str, CorpusActor]) -> None:
    if name in held:
        raise CorpusError(f"{name} is defined twice")


def _actor(document: CorpusDocument, found: re.Match[str]) -> None:
    _once(found[1], document.actors)
    country, sector, role = (None if (value or "").strip() in ("", "-") else (value or "").strip() for value in found.groups()[2:])
    document.actors[found[1]] = CorpusActor(found[1], found[2].strip(), country, sector, role)


def _event(document: CorpusDocument, line: str, number: int) -> None:
    found = EVENT.match(line)
    if not found:
        raise CorpusError(f"an event is 'e1 TYPE mode 1>2 key=value …'; got {line!r}")
    name, type_, mode, parties, rest = found.groups()
    _once(name, document.events)
    actors, _, recipients = parties.partition(">")
    keyed = values(rest)
    document.events[name] = CorpusEvent(
        name, type_, None if mode == "-" else mode, _numbers(actors), _numbers(recipients), keyed.pop("aux", None), keyed, number
    )


def _numbers(words: str) -> tuple[str, ...]:
    return () if words in ("", "-") else tuple(words.split("+"))


def _sentence(document: CorpusDocument, line: str, number: int, *, fresh: bool) -> None:
    sentence = read(line)
    if fresh or not document.paragraphs:
        document.paragraphs.append([])
    document.paragraphs[-1].append(sentence)
    document.lines.append(number)


def values(line: str) -> dict[str, str]:
    """`key=value` pairs; a value holds blanks in quotation marks or between the bars of `via=name|country|ownership`."""
    return {key: value.strip().strip('"') for key, value in VALUE.findall(line)}
