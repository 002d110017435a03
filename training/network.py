"""The coder's network: four layers of a MiniLM encoder read the sentence once; for each question the marks of actor, recipient and
trigger are added to what they made of those words, and the two upper layers read on. Two heads answer word by word: which words trigger
an event (nothing marked), and which name the actors and recipients of a marked trigger.

So a sentence with five candidate events costs 4 + 5 × 2 layers and not 5 × 6, and every weight but the marks and heads starts from the
published encoder. What the heads see: the first token and the means of the three marked ranges (zeros where one is not marked).
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.labels import AUX, MODES, TYPES

WIDTH, HEADS, LAYERS, INNER, PLACES, WORDS = 384, 12, 6, 1536, 512, 30522
ONCE = 4  # layers that read the sentence without marks


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
    """Sentences and questions about them to logits.

    `ids`: sentences × length, 0 for padding. `rows`: for each question the sentence it is about. `marks`: questions × 3 × length, 1 where
    the actor, the recipient, the trigger stands. Answers: logits of type, mode, aux, and
    of whether the marked parties fit the marked trigger, a row a question.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(WORDS, WIDTH, padding_idx=0), nn.Embedding(PLACES, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.marks = nn.Parameter(torch.randn(3, WIDTH) * 0.2)
        self.join = nn.Linear(WIDTH * 4, WIDTH)
        self.type_head, self.mode_head, self.aux_head = (
            nn.Linear(WIDTH, len(TYPES)),
            nn.Linear(WIDTH, len(MODES)),
            nn.Linear(WIDTH, len(AUX)),
        )
        self.fit_head = nn.Linear(WIDTH, 1)
        self.tag_head, self.role_head = nn.Linear(WIDTH, len(TYPES)), nn.Linear(WIDTH, 2)

    def forward(self, ids: Tensor, rows: Tensor, marks: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        return self.heads(self.read(ids, rows, marks))

    def heads(self, read: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Logits from what was read, questions × width."""
        return self.type_head(read), self.mode_head(read), self.aux_head(read), self.fit_head(read)[:, 0]

    def read(self, ids: Tensor, rows: Tensor, marks: Tensor) -> Tensor:
        """What the heads see of each question, questions × width."""
        return self.joined(self.upper(ids, rows, marks), marks)

    def upper(self, ids: Tensor, rows: Tensor, marks: Tensor) -> Tensor:
        """What the upper layers make of every word under each question, questions × length × width. Of a question with nothing marked
        `tag_head` tells which type each word triggers; of one with the trigger alone `role_head` tells who is actor, who recipient.
        """
        bias = (1.0 - (ids != 0).to(torch.float32))[:, None, None, :] * -1e4
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.kind
        x = self.drop(self.norm(x))
        for layer in self.layers[:ONCE]:
            x = layer(x, bias)
        x = x[rows] + torch.einsum("qml,mw->qlw", marks, self.marks.to(marks.dtype)).to(x.dtype)
        bias = bias[rows]
        for layer in self.layers[ONCE:]:
            x = layer(x, bias)
        return x

    def joined(self, x: Tensor, marks: Tensor) -> Tensor:
        """The first word's state and the means of the marked ranges' as one, questions × width."""
        share = marks / marks.sum(-1, keepdim=True).clamp(min=1.0)
        means = torch.einsum("qml,qlw->qmw", share.to(x.dtype), x)
        joined: Tensor = self.drop(functional.gelu(self.join(torch.cat([x[:, :1], means], 1).flatten(1))))
        return joined


class Shipped(nn.Module):
    """The coder as it is shipped: its logits; for finding sentences alike, what the heads saw, on `axes` (width × fewer); the probabilities
    of a type (questions × length × types) and the logits of actor and recipient (questions × length × 2) of every word.
    """

    def __init__(self, coder: Coder, axes: Tensor) -> None:
        super().__init__()
        self.coder = coder
        self.axes = nn.Parameter(axes)

    def forward(self, ids: Tensor, rows: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        x = self.coder.upper(ids, rows, marks)
        read = self.coder.joined(x, marks)
        return *self.coder.heads(read), read @ self.axes, self.coder.tag_head(x).softmax(-1), self.coder.role_head(x)


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
            for ours, name in LAYER_NAMES.items():
                state[f"layers.{n}.{ours}.{part}"] = held[f"encoder.layer.{n}.{name}.{part}"]
    network.load_state_dict(state)
    return network


LAYER_NAMES = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value", "joined": "attention.output.dense",
    "first": "attention.output.LayerNorm", "inner": "intermediate.dense", "outer": "output.dense", "second": "output.LayerNorm",
}  # fmt: skip
