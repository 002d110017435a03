"""A second labeller: `python -m training.agreement draw FOLDER` writes a blind sheet, `… score FOLDER` compares what came back.

400 events and 300 pairs without a relation are drawn by chance. The sheet shows the sentence with the pair marked; the labeller answers
type, mode, aux. Agreement is Krippendorff's alpha for nominal data and two coders (Krippendorff 2004).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path

from training.documents import FOLDER, documents
from training.examples import NONE, Example, from_documents

EVENTS, PAIRS = 400, 300


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training.agreement", description=__doc__)
    parser.add_argument("command", choices=["draw", "score"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=Path, default=FOLDER)
    asked = parser.parse_args()
    if asked.command == "draw":
        sheet = drawn(asked.documents)
        asked.folder.mkdir(parents=True, exist_ok=True)
        (asked.folder / "sheet.md").write_text("\n".join(f"{n} {shown(e)}" for n, e in enumerate(sheet, 1)) + "\n", encoding="utf-8")
        (asked.folder / "gold.jsonl").write_text("".join(f"{json.dumps(_row(n, e))}\n" for n, e in enumerate(sheet, 1)), encoding="utf-8")
        return 0
    gold = {row["n"]: row for row in _rows(asked.folder / "gold.jsonl")}
    answers = {row["n"]: row for path in sorted(asked.folder.glob("answers*.jsonl")) for row in _rows(path)}
    held = [(gold[n], answers[n]) for n in sorted(gold) if n in answers]
    both = [(g, a) for g, a in held if g["type"] != NONE and a["type"] == g["type"]]
    figures = {
        "answered": len(held),
        "any": alpha([(str(g["type"] == NONE), str(a["type"] == NONE)) for g, a in held]),
        "type": alpha([(g["type"], a["type"]) for g, a in held]),
        "mode": alpha([(g["mode"] or "-", a.get("mode") or "-") for g, a in both]),
        "aux": alpha([(g["aux"] or "-", a.get("aux") or "-") for g, a in both]),
        "type_same": sum(g["type"] == a["type"] for g, a in held) / max(1, len(held)),
    }
    sys.stdout.write(json.dumps({k: round(v, 3) for k, v in figures.items()}) + "\n")
    unlike = Counter((g["type"], a["type"]) for g, a in held if g["type"] != a["type"])
    sys.stdout.write(", ".join(f"{g}→{f} {n}" for (g, f), n in unlike.most_common(25)) + "\n")
    return 0


def _row(n: int, example: Example) -> dict[str, object]:
    return {"n": n, "document": example.group, "type": example.type, "mode": example.mode, "aux": example.aux}


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def drawn(folder: Path = FOLDER, *, seed: int = 7) -> list[Example]:
    """The events and the pairs without a relation, mixed; the same for the same corpus."""
    rng = random.Random(seed)  # noqa: S311
    pairs = [e for e in from_documents(documents(folder)) if e.trigger is None and e.actor and e.recipient]
    told, none = [e for e in pairs if e.type != NONE], [e for e in pairs if e.type == NONE]
    sheet = rng.sample(told, min(EVENTS, len(told))) + rng.sample(none, min(PAIRS, len(none)))
    rng.shuffle(sheet)
    return sheet


def shown(example: Example) -> str:
    """The sentence with `<s>` and `<t>` around actor and recipient."""
    text = example.text
    marks = sorted([(example.actor, "s"), (example.recipient, "t")], key=lambda m: m[0] or (0, 0), reverse=True)
    for place, mark in marks:
        if place:
            text = f"{text[: place[0]]}<{mark}>{text[place[0] : place[1]]}</{mark}>{text[place[1] :]}"
    return text


def alpha(pairs: list[tuple[str, str]]) -> float:
    """Krippendorff's alpha of two coders over nominal labels; 1 when all agree."""
    counts: Counter[str] = Counter(label for pair in pairs for label in pair)
    total = counts.total()
    seen = sum(a != b for a, b in pairs) * 2
    expected = sum(counts[a] * counts[b] for a in counts for b in counts if a != b) / max(1, total - 1)
    return 1.0 - seen / expected if expected else 1.0


if __name__ == "__main__":
    raise SystemExit(main())
