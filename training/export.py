"""`python -m training.export RUN FOLDER`: the trained coder as int8 ONNX with vocabulary and card, calibrated on half of what was held out.

Beside it, for `otr explain`, the corpus's events with what the coder read of each, so that the nearest can be shown.
Weights of linear layers and of the word table become int8 (dynamic quantisation, a scale a tensor or channel); sums stay in float.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from ontherecord.events.wordpieces import WordPieces
from training.documents import FOLDER, documents
from training.examples import Example, from_documents, from_sentences
from training.labels import AUX, MODES, TYPES
from training.likeness import write_likeness
from training.measure import held_out_figures, logits, word_figures
from training.network import Coder, Shipped
from training.reading import published, word_pieces
from training.roles import tellings
from training.split import held_out

OUTPUTS = ["type", "mode", "aux", "fit", "read", "tags", "roles"]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__)
    parser.add_argument("run", type=Path, help="folder with coder.pt and figures.json")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--encoder", type=Path, default=None, help="folder with model.safetensors and vocab.txt of all-MiniLM-L6-v2")
    parser.add_argument("--documents", type=Path, default=FOLDER)
    asked = parser.parse_args()
    encoder = asked.encoder or published()
    network = Coder()
    network.load_state_dict(torch.load(asked.run / "coder.pt"))
    network.eval()
    asked.folder.mkdir(parents=True, exist_ok=True)
    words = word_pieces(encoder)
    whole, small = asked.run / "coder.onnx", asked.folder / "coder.onnx"
    axes = write_likeness(network, from_documents(documents(asked.documents), seed=1), words, asked.folder)
    ids = torch.tensor([[101, 2057, 2061, 102, 0], [101, 2057, 2061, 2062, 102]])
    rows, marks = torch.tensor([0, 1, 1]), torch.zeros(3, 3, 5)
    marks[:, 0, 1], marks[:, 2, 2] = 1.0, 1.0
    torch.onnx.export(
        Shipped(network, axes).eval(), (ids, rows, marks), str(whole), dynamo=False,
        input_names=["ids", "rows", "marks"], output_names=OUTPUTS,
        dynamic_axes={"ids": {0: "sentences", 1: "length"}, "rows": {0: "questions"}, "marks": {0: "questions", 2: "length"},
                      **{name: {0: "questions"} for name in OUTPUTS[:5]}, **{name: {0: "questions", 1: "length"} for name in OUTPUTS[5:]}},
    )  # fmt: skip
    quantize_dynamic(
        str(whole), str(small), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather", "Gemm"]
    )
    onnx.checker.check_model(str(small))
    shutil.copy(encoder / "vocab.txt", asked.folder / "vocab.txt")
    told = [t for t in tellings(documents(asked.documents)) if held_out(t.group)]
    back = [e for e in from_sentences() + from_documents(documents(asked.documents), seed=1) if held_out(e.group)]
    card = {
        "types": TYPES, "modes": MODES, "aux": AUX, "temperature": temperature(network, back[::2], words),
        "figures": held_out_figures(network, back[1::2], words) | word_figures(network, told, words),
        "sha256": hashlib.sha256(small.read_bytes()).hexdigest(),
    }  # fmt: skip
    (asked.folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{small.stat().st_size / 1e6:.1f} MB, temperature {card['temperature']}\n")
    return 0


def temperature(network: Coder, examples: list[Example], words: WordPieces) -> float:
    """The one number that the logits of types are divided by so that sureness is right as often as it says (Guo et al. 2017)."""
    type_ = logits(network, examples, words)[0]
    gold = torch.tensor([TYPES.index(e.type) for e in examples])
    best = min((float(nn.functional.cross_entropy(type_ / (n / 20), gold)), n / 20) for n in range(10, 80))
    return best[1]


if __name__ == "__main__":
    raise SystemExit(main())
