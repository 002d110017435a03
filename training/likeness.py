"""What the coder read of the corpus's events, small enough to be shipped: `otr explain` shows those nearest to an event."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import numpy
import torch
from torch import Tensor

from ontherecord.events.likeness import AXES, EXAMPLES, VECTORS
from ontherecord.events.wordpieces import WordPieces
from training.batches import sentences, tensors
from training.examples import NONE, Example
from training.network import Coder


def write_likeness(network: Coder, examples: Sequence[Example], words: WordPieces, folder: Path) -> Tensor:
    """Writes the examples with a marked trigger, one an event, and what was read of them on the axes that tell most apart (principal
    components), scaled to length 1 and to int8. The axes, width × AXES.
    """
    told = list({(e.text, e.trigger): e for e in examples if e.type != NONE and e.trigger and e.fits is not False}.values())
    read = _read(network, told, words)
    axes = torch.pca_lowrank(read, q=AXES, niter=4)[2]
    short = torch.nn.functional.normalize(read @ axes, dim=1)
    numpy.save(folder / VECTORS, (short * 127).round().to(torch.int8).numpy())
    rows = [{"text": e.text, "trigger": e.trigger, "type": e.type, "mode": e.mode, "document": e.group} for e in told]
    with (folder / EXAMPLES).open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as out:
        out.write(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode())
    return axes


def _read(network: Coder, examples: Sequence[Example], words: WordPieces, size: int = 32) -> Tensor:
    network.eval()
    reads = sentences(examples, words)
    place = {id(e): n for n, e in enumerate(examples)}
    found = torch.zeros(len(examples), network.join.out_features)
    with torch.no_grad():
        for first in range(0, len(reads), size):
            chunk = reads[first : first + size]
            batch = tensors([(r, range(len(r.examples))) for r in chunk])
            found[[place[id(e)] for r in chunk for e in r.examples]] = network.read(batch.ids, batch.rows, batch.marks)
    return found
