"""One line of a corpus document: a sentence with its mentions, triggers, cues and contents drawn in (corpus/GUIDELINES.md, part 2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MENTION_END = re.compile(r"\|(\d+(?:\+\d+)*)\]")
MARK_END = re.compile(r"\|((?:[es]\d+)(?:\+[es]\d+)*)\}")
OPEN_CONTENT = re.compile(r"<<(s\d+) ?")


class MarkupError(ValueError):
    """A bracket that is not closed, or a label that cannot be read; says where."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Code points `start` to `end` of the sentence, and what stands there: numbers of actors, or names of events and statements."""

    start: int
    end: int
    names: tuple[str, ...]


@dataclass(slots=True)
class Sentence:
    """The plain words of a line and what was marked in them; spans count from the sentence's own first code point."""

    text: str = ""
    mentions: list[Mark] = field(default_factory=list)
    triggers: list[Mark] = field(default_factory=list)  # names e1, e2 …
    cues: list[Mark] = field(default_factory=list)  # names s1 …
    contents: list[Mark] = field(default_factory=list)


def read(line: str) -> Sentence:
    """The sentence of one marked line. Raises MarkupError."""
    sentence, out, at = Sentence(), [], 0
    opened: list[tuple[str, int, str]] = []  # the bracket, where its words begin, its name
    length = 0
    while at < len(line):
        char = line[at]
        if char in "[{":
            opened.append((char, length, ""))
            at += 1
        elif content := OPEN_CONTENT.match(line, at):
            opened.append(("<<", length, content[1]))
            at = content.end()
        elif line.startswith(">>", at):
            _, start, name = _closed(opened, "<<", line, at)
            sentence.contents.append(Mark(start, length, (name,)))
            at += 2
        elif char == "|" and (end := MENTION_END.match(line, at)):
            start = _closed(opened, "[", line, at)[1]
            sentence.mentions.append(Mark(start, length, tuple(end[1].split("+"))))
            at = end.end()
        elif char == "|" and (end := MARK_END.match(line, at)):
            start = _closed(opened, "{", line, at)[1]
            _file(sentence, Mark(start, length, tuple(end[1].split("+"))))
            at = end.end()
        elif char in "]}|":
            raise MarkupError(f"{char!r} at column {at + 1} closes nothing; a mention is [words|1], a trigger {{word|e1}}")
        else:
            out.append(char)
            length += 1
            at += 1
    if opened:
        raise MarkupError(f"{opened[-1][0]!r} is never closed")
    sentence.text = "".join(out)
    _tidy(sentence)
    return sentence


def _closed(opened: list[tuple[str, int, str]], bracket: str, line: str, at: int) -> tuple[str, int, str]:
    if not opened or opened[-1][0] != bracket:
        held = opened[-1][0] if opened else "nothing"
        raise MarkupError(f"column {at + 1} closes {bracket!r}, but {held!r} is open: {line[max(0, at - 30) : at + 10]!r}")
    return opened.pop()


def _file(sentence: Sentence, mark: Mark) -> None:
    events, statements = [n for n in mark.names if n[0] == "e"], [n for n in mark.names if n[0] == "s"]
    if events:
        sentence.triggers.append(Mark(mark.start, mark.end, tuple(events)))
    if statements:
        sentence.cues.append(Mark(mark.start, mark.end, tuple(statements)))


def _tidy(sentence: Sentence) -> None:
    for marks in (sentence.mentions, sentence.triggers, sentence.cues, sentence.contents):
        for mark in marks:
            if mark.start >= mark.end or sentence.text[mark.start : mark.end].strip() == "":
                raise MarkupError(f"a mark for {'+'.join(mark.names)} holds no words")
        marks.sort(key=lambda m: (m.start, -m.end))
