"""The latest answers that took long, kept while the ledger's file stays as it is: choosing an issue asks for a relationship anew."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")


class Memory(Generic[T]):
    """At most `most` answers, the latest used. Whoever asks holds the desk's turn, so that no two ask at a time."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, T] = OrderedDict()

    def recall(self, path: Path, *key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gave for the same key and state of the file, else what it gives now."""
        full = (str(path), _state(path), key)
        if full not in self._kept:
            self._kept[full] = make()
        self._kept.move_to_end(full)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return self._kept[full]


def _state(path: Path) -> tuple[tuple[int, int, int], ...]:
    """Inode, size and time of change of the file and its log."""
    found = [f.stat() for f in (path, path.with_name(path.name + ".wal")) if f.exists()]
    return tuple((s.st_ino, s.st_size, s.st_mtime_ns) for s in found)
