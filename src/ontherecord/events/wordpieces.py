"""Words to the encoder's word pieces, as BERT's uncased vocabulary wants them: lower case, no accents, longest piece first.

Source of the method: Wu et al. 2016 (word pieces), as used by Devlin et al. 2019. Written here because the libraries that offer it bring
a hub client along that a coder which never goes online has no use for.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

UNKNOWN = 100
LONGEST_WORD = 100


class WordPieces:
    """The vocabulary of one encoder: a piece a line, its number the line's."""

    def __init__(self, path: Path) -> None:
        """Raises OSError, and ValueError for a file that is no vocabulary."""
        self._pieces = {piece: n for n, piece in enumerate(path.read_text(encoding="utf-8").splitlines())}
        if self._pieces.get("[UNK]") != UNKNOWN:
            raise ValueError("no BERT vocabulary: [UNK] is not its hundredth piece")
        self._known: dict[str, list[tuple[int, int, int]]] = {}

    def encode(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Numbers of the pieces, and the code points of the text that each covers (start, behind)."""
        ids: list[int] = []
        places: list[tuple[int, int]] = []
        for word, at in _words(text):
            for piece, start, behind in self._split(word):
                ids.append(piece)
                places.append((at[start], at[behind - 1] + 1))
        return ids, places

    def _split(self, word: str) -> list[tuple[int, int, int]]:
        """Pieces of one word with their letters; the whole word is unknown where a part of it is."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._longest_first(word)
        return found

    def _longest_first(self, word: str) -> list[tuple[int, int, int]]:
        if len(word) > LONGEST_WORD:
            return [(UNKNOWN, 0, len(word))]
        pieces: list[tuple[int, int, int]] = []
        start = 0
        while start < len(word):
            for behind in range(len(word), start, -1):
                piece = self._pieces.get(word[start:behind] if start == 0 else "##" + word[start:behind])
                if piece is not None:
                    pieces.append((piece, start, behind))
                    start = behind
                    break
            else:
                return [(UNKNOWN, 0, len(word))]
        return pieces


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Words and single marks, lower-cased and without accents, with the code point of the text that each letter came from."""
    letters: list[str] = []
    at: list[int] = []
    for n, char in enumerate(text):
        alone = _mark(char)
        if (alone or char.isspace()) and letters:
            yield "".join(letters), at
            letters, at = [], []
        if alone:
            yield char, [n]
        elif not char.isspace() and not _unseen(char):
            for letter in unicodedata.normalize("NFD", char.lower()):
                if unicodedata.category(letter) != "Mn":
                    letters.append(letter)
                    at.append(n)
    if letters:
        yield "".join(letters), at


def _mark(char: str) -> bool:
    """Punctuation and symbols of ASCII, any other punctuation, and Chinese characters: each a word of its own."""
    code = ord(char)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or unicodedata.category(char).startswith("P")


def _unseen(char: str) -> bool:
    return char in "\x00\ufffd" or unicodedata.category(char) in ("Cc", "Cf")
