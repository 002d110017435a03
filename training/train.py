"""`python -m training.train OUT`: the coder's weights from the corpus alone.

One run: AdamW, layer-wise learning rates (the lower a layer, the slower), warm-up over a tenth of the steps, then down in a straight
line; label smoothing; batches of like length. The documents whose id hashes into the held-out fifth are never trained on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from training.documents import documents
from training.examples import NONE, Example, from_documents, from_sentences
from training.labels import AUX, MODES, TYPES
from training.measure import held_out_figures
from training.network import Coder, start
from training.reading import ids, tokenizer

DECAY = 0.85  # of the learning rate, a layer down
Batch = tuple[Tensor, Tensor, Tensor, Tensor]


def held_out(group: str) -> bool:
    """Whether a document belongs to the fifth that is kept back."""
    return hashlib.sha256(group.encode()).digest()[0] % 5 == 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and tokenizer.json of all-MiniLM-L6-v2")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--no-documents", action="store_true", help="single sentences only")
    parser.add_argument("--everything", action="store_true", help="train on the held-out fifth as well (the shipped weights never are)")
    asked = parser.parse_args()
    torch.manual_seed(asked.seed)
    rng = random.Random(asked.seed)  # noqa: S311
    words = tokenizer(asked.encoder)
    every = from_sentences() + ([] if asked.no_documents else from_documents(documents(), seed=asked.seed))
    train = [e for e in every if asked.everything or not held_out(e.group)]
    network = start(asked.encoder)
    fit(
        network,
        [(ids(e, words), e) for e in train],
        epochs=asked.epochs,
        rate=asked.rate,
        size=asked.batch,
        smoothing=asked.smoothing,
        rng=rng,
    )
    asked.out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), asked.out / "coder.pt")
    figures = held_out_figures(network, [e for e in every if held_out(e.group)], words)
    (asked.out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


def fit(
    network: Coder,
    rows: Sequence[tuple[list[int], Example]],
    *,
    epochs: float,
    rate: float,
    size: int,
    smoothing: float,
    rng: random.Random,
) -> None:
    """Trains in place."""
    steps = int(epochs * len(rows) / size)
    optimizer = torch.optim.AdamW(groups(network, rate), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / (0.1 * steps + 1), max(0.0, (steps - n) / (0.9 * steps)))
    )
    network.train()
    begun, total = time.monotonic(), 0.0
    for step, batch in enumerate(batches(rows, size, rng, steps)):
        loss = loss_of(network, batch, smoothing)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        total = 0.98 * total + 0.02 * float(loss.detach()) if step else float(loss.detach())
        if step % 100 == 0:
            sys.stderr.write(
                f"step {step} of {steps}, loss {total:.3f}, {(step + 1) * size / (time.monotonic() - begun):.0f} examples a second\n"
            )
    network.eval()


def groups(network: Coder, rate: float) -> list[dict[str, object]]:
    """Parameters by layer, each with its learning rate; heads four times as fast as the top layer."""
    found: list[dict[str, object]] = []
    top = len(network.layers)
    for name, parameter in network.named_parameters():
        if name.startswith("layers."):
            speed = rate * DECAY ** (top - 1 - int(name.split(".")[1]))
        elif name.startswith(("words", "places", "kind", "norm")):
            speed = rate * DECAY**top
        else:
            speed = rate * 4
        found.append({"params": [parameter], "lr": speed})
    return found


def loss_of(network: Coder, batch: Batch, smoothing: float) -> Tensor:
    """Type always; mode and aux where there is an event."""
    tokens, types, modes, aux = batch
    type_, mode, aux_, _ = network(tokens)
    loss: Tensor = nn.functional.cross_entropy(type_, types, label_smoothing=smoothing)
    told = types != 0
    if bool(told.any()):
        loss = loss + 0.5 * nn.functional.cross_entropy(mode[told], modes[told], label_smoothing=smoothing)
        loss = loss + 0.5 * nn.functional.cross_entropy(aux_[told], aux[told], label_smoothing=smoothing)
    return loss


def batches(rows: Sequence[tuple[list[int], Example]], size: int, rng: random.Random, steps: int) -> Iterator[Batch]:
    """`steps` batches; sentences of like length stand together, the batches in random order."""
    while True:
        order = sorted(range(len(rows)), key=lambda n: (len(rows[n][0]) // 8, rng.random()))
        chunks = [order[n : n + size] for n in range(0, len(order), size)]
        rng.shuffle(chunks)
        for chunk in chunks:
            if steps <= 0:
                return
            steps -= 1
            yield padded([rows[n] for n in chunk])


def padded(rows: Sequence[tuple[list[int], Example]]) -> Batch:
    longest = max(len(tokens) for tokens, _ in rows)
    tokens = torch.tensor([tokens + [0] * (longest - len(tokens)) for tokens, _ in rows])
    modes = torch.tensor([MODES.index(f"{e.type}/{e.mode}" if e.mode and e.type != NONE else "") for _, e in rows])
    return tokens, torch.tensor([TYPES.index(e.type) for _, e in rows]), modes, torch.tensor([AUX.index(e.aux or "") for _, e in rows])


if __name__ == "__main__":
    raise SystemExit(main())
