"""`python -m training.average OUT RUN RUN…`: one coder from several runs that differ by their seed alone, and the spread over them.

The mean of the weights of runs that began alike and saw the same text in another order is often better than any one, at no cost (Wortsman
et al. 2022, "Model soups"); of our first two it was not (docs/coder.md). Prints each held-out figure's mean and sample standard deviation
over the runs, and the average's own.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.documents import FOLDER, documents
from training.examples import from_documents, from_sentences
from training.measure import held_out_figures, word_figures
from training.network import Coder
from training.reading import published, word_pieces
from training.roles import tellings
from training.split import held_out


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training.average", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("runs", type=Path, nargs="+", help="folders with coder.pt and figures.json")
    parser.add_argument("--documents", type=Path, default=FOLDER)
    asked = parser.parse_args()
    network = Coder()
    network.load_state_dict(mean([torch.load(run / "coder.pt") for run in asked.runs]))
    network.eval()
    words, texts = word_pieces(published()), documents(asked.documents)
    every = from_sentences() + from_documents(texts, seed=1)
    figures = held_out_figures(network, [e for e in every if held_out(e.group)], words)
    figures |= word_figures(network, [t for t in tellings(texts) if held_out(t.group)], words)
    asked.out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), asked.out / "coder.pt")
    held = [json.loads((run / "figures.json").read_text(encoding="utf-8")) for run in asked.runs]
    table = spread(held)
    (asked.out / "figures.json").write_text(json.dumps({**figures, "spread": table}, indent=1) + "\n", encoding="utf-8")
    for name, (middle, deviation) in table.items():
        sys.stdout.write(f"{name:20} {middle:.4f} ± {deviation:.4f}   averaged {figures.get(name, 0.0):.4f}\n")
    return 0


def mean(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each weight over the runs."""
    return {name: torch.stack([s[name].float() for s in states]).mean(0) for name in states[0]}


def spread(figures: Sequence[dict[str, float]]) -> dict[str, tuple[float, float]]:
    """Of each figure its mean and sample standard deviation over the runs (0 of one run)."""
    names = [n for n in figures[0] if all(n in f for f in figures)]
    return {
        n: (
            round(statistics.mean(f[n] for f in figures), 4),
            round(statistics.stdev(f[n] for f in figures), 4) if len(figures) > 1 else 0.0,
        )
        for n in names
    }


if __name__ == "__main__":
    raise SystemExit(main())
