"""`python -m training.train OUT`: the coder's weights from the corpus alone.

One run: AdamW, layer-wise learning rates (the lower a layer, the slower; the word table stays as it is), warm-up over a tenth of the steps,
then down in a straight line; label smoothing; sums in bfloat16. The documents whose id hashes into the held-out fifth are never trained on.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from training.batches import IGNORED, Batch, Read, Words, epoch, sentences
from training.documents import FOLDER, documents
from training.examples import from_documents, from_sentences
from training.measure import held_out_figures, word_figures
from training.network import Coder, start
from training.reading import published, word_pieces
from training.roles import tellings
from training.split import held_out

DECAY = 0.85  # of the learning rate, a layer down
TAGS, ROLES = 2.0, 8.0  # what the mean over words weighs beside the mean over questions
HIDDEN, MASK = 1 / 12, 103  # share of words hidden while training; the encoder's [MASK]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, default=None, help="folder with model.safetensors and vocab.txt of all-MiniLM-L6-v2")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--batch", type=int, default=16, help="sentences a step")
    parser.add_argument("--questions", type=int, default=4, help="questions a sentence and epoch, at most")
    parser.add_argument("--triggers", type=int, default=2, help="triggers a sentence and epoch whose parties are asked, at most")
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--documents", type=Path, default=FOLDER)
    parser.add_argument("--no-documents", action="store_true", help="single sentences only")
    parser.add_argument("--share", type=float, default=1.0, help="of the training sentences, for a learning curve")
    asked = parser.parse_args()
    encoder = asked.encoder or published()
    rng = random.Random(asked.seed)  # noqa: S311
    words = word_pieces(encoder)
    texts = [] if asked.no_documents else documents(asked.documents)
    every, told = from_sentences() + from_documents(texts, seed=asked.seed), tellings(texts)
    train = sentences([e for e in every if not held_out(e.group)], words, [t for t in told if not held_out(t.group)])
    rng.shuffle(train)
    torch.manual_seed(0)  # heads begin alike whatever the seed, so that runs can be averaged
    network = start(encoder)
    torch.manual_seed(asked.seed)
    fit(network, train[: int(asked.share * len(train))], asked, rng)
    asked.out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), asked.out / "coder.pt")
    figures = held_out_figures(network, [e for e in every if held_out(e.group)], words)
    figures |= word_figures(network, [t for t in told if held_out(t.group)], words)
    (asked.out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


def fit(network: Coder, train: Sequence[Read], asked: argparse.Namespace, rng: random.Random) -> None:
    """Trains in place."""
    steps = asked.epochs * -(-len(train) // asked.batch)
    optimizer = torch.optim.AdamW(groups(network, asked.rate), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / (0.1 * steps + 1), max(0.0, (steps - n) / (0.9 * steps)))
    )
    network.train()
    begun, step, total = time.monotonic(), 0, 0.0
    for _ in range(asked.epochs):
        for batch, told in epoch(train, asked.batch, asked.questions, asked.triggers, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(network, batch, told, asked.smoothing)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total = 0.98 * total + 0.02 * float(loss.detach()) if step else float(loss.detach())
            step += 1
            if step % 50 == 0:
                speed = step * asked.batch / (time.monotonic() - begun)
                sys.stderr.write(f"step {step} of {steps}, loss {total:.3f}, {speed:.0f} sentences a second\n")
    network.eval()


def groups(network: Coder, rate: float) -> list[dict[str, object]]:
    """Parameters by layer, each with its learning rate; marks and heads four times as fast as the top layer; the word table frozen."""
    found: list[dict[str, object]] = []
    top = len(network.layers)
    for name, parameter in network.named_parameters():
        if name.startswith(("words", "places", "kind", "norm")):
            parameter.requires_grad_(False)
            continue
        speed = rate * DECAY ** (top - 1 - int(name.split(".")[1])) if name.startswith("layers.") else rate * 4
        found.append({"params": [parameter], "lr": speed})
    return found


def loss_of(network: Coder, batch: Batch, told: Words | None, smoothing: float) -> Tensor:
    """Type always; mode and aux where there is an event; whether the parties fit where that is known; tags and roles of words where the
    sentence's events are known.
    """
    ids, asked = batch.ids, len(batch.rows)
    if network.training:  # a twelfth of the words hidden, so that no single one decides
        ids = ids.masked_fill((torch.rand(ids.shape) < HIDDEN) & (ids > MASK), MASK)
    rows, marks = (torch.cat([batch.rows, told.rows]), torch.cat([batch.marks, told.marks])) if told else (batch.rows, batch.marks)
    x = network.upper(ids, rows, marks)
    loss = pair_loss(network, x[:asked], batch, smoothing) if asked else torch.zeros(())
    return loss + word_loss(network, x[asked:], told) if told else loss


def pair_loss(network: Coder, x: Tensor, batch: Batch, smoothing: float) -> Tensor:
    """Of the questions about a pair or a trigger with its parties."""
    type_, mode, aux, fit = (t.float() for t in network.heads(network.joined(x, batch.marks)))
    loss: Tensor = nn.functional.cross_entropy(type_, batch.types, label_smoothing=smoothing)
    told, asked = batch.types != 0, batch.fits >= 0
    if bool(told.any()):
        loss = loss + nn.functional.cross_entropy(mode[told], batch.modes[told], label_smoothing=smoothing)
        loss = loss + nn.functional.cross_entropy(aux[told], batch.aux[told], label_smoothing=smoothing)
    if bool(asked.any()):
        loss = loss + 0.5 * nn.functional.binary_cross_entropy_with_logits(fit[asked], batch.fits[asked])
    return loss


def word_loss(network: Coder, x: Tensor, told: Words) -> Tensor:
    """Of the questions answered word by word. Nine words in ten trigger nothing and are nobody, so means over words are raised."""
    cut = len(told.tags)
    tags = network.tag_head(x[:cut]).float()
    loss: Tensor = TAGS * nn.functional.cross_entropy(tags.transpose(1, 2), told.tags, ignore_index=IGNORED)
    known = told.roles >= 0
    if bool(known.any()):
        roles = network.role_head(x[cut:]).float()
        loss = loss + ROLES * nn.functional.binary_cross_entropy_with_logits(roles[known], told.roles[known])
    return loss


if __name__ == "__main__":
    raise SystemExit(main())
