"""The coder's network: a MiniLM encoder that reads a sentence with marks, and heads for type, mode and auxiliary mode.

What it reads of the encoder: the first token, and the tokens `<s>`, `<t>`, `<e>` that stand before actor, recipient and trigger
(zeros where one is not marked), side by side.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.labels import AUX, MODES, TYPES

MARKS = ("<s>", "</s>", "<t>", "</t>", "<e>", "</e>")
WIDTH, HEADS, LAYERS, INNER, PLACES, WORDS = 384, 12, 6, 1536, 512, 30522


class Layer(nn.Module):
    """One layer of BERT, as its paper has it (post-norm, GELU)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.joined = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.first, self.second = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (f(x).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2) for f in (self.query, self.key, self.value))
        weights = (q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + bias).softmax(-1)
        mixed = (weights @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.first(x + self.drop(self.joined(mixed)))
        kept: Tensor = self.second(x + self.drop(self.outer(functional.gelu(self.inner(x)))))
        return kept


class Coder(nn.Module):
    """Token ids (batch × length, 0 for padding) to the logits of type, mode and aux, and the joined reading (batch × width) of the sentence."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(WORDS, WIDTH, padding_idx=0), nn.Embedding(PLACES, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.join = nn.Linear(WIDTH * 4, WIDTH)
        self.type_head, self.mode_head, self.aux_head = (
            nn.Linear(WIDTH, len(TYPES)),
            nn.Linear(WIDTH, len(MODES)),
            nn.Linear(WIDTH, len(AUX)),
        )
        self.marks = tuple(range(1, 7))  # ids of MARKS: the tokenizer's [unused0] … [unused5]

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        bias = (1.0 - (ids != 0).to(torch.float32))[:, None, None, :] * -1e4
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.kind
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, bias)
        read = [x[:, 0]] + [(x * (ids == mark)[..., None].to(x.dtype)).sum(1) for mark in (self.marks[0], self.marks[2], self.marks[4])]
        joined = self.drop(functional.gelu(self.join(torch.cat(read, -1))))
        return self.type_head(joined), self.mode_head(joined), self.aux_head(joined), joined


def start(folder: Path, *, dropout: float = 0.1) -> Coder:
    """The network with the encoder's published weights (all-MiniLM-L6-v2, Apache-2.0) from `folder/model.safetensors`."""
    held = {name.removeprefix("bert."): tensor for name, tensor in load_file(folder / "model.safetensors").items()}
    network = Coder(dropout)
    state = network.state_dict()
    state["words.weight"], state["places.weight"] = held["embeddings.word_embeddings.weight"], held["embeddings.position_embeddings.weight"]
    state["kind"] = held["embeddings.token_type_embeddings.weight"][0]
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = held[f"embeddings.LayerNorm.{part}"]
        for n in range(LAYERS):
            theirs = f"encoder.layer.{n}."
            for ours, name in LAYER_NAMES.items():
                state[f"layers.{n}.{ours}.{part}"] = held[f"{theirs}{name}.{part}"]
    network.load_state_dict(state)
    return network


LAYER_NAMES = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value", "joined": "attention.output.dense",
    "first": "attention.output.LayerNorm", "inner": "intermediate.dense", "outer": "output.dense", "second": "output.LayerNorm",
}  # fmt: skip
