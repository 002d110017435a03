"""How much of everything the corpus holds, against what it should hold (docs/corpus.md quotes this table)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ontherecord.ontology import AUXILIARY, CONTEXTS, SECTORS, TYPES
from training.documents import CorpusDocument

WANTED_TYPE, WANTED_MODE, WANTED_AUX, WANTED_CONTEXT = 250, 30, 300, 40


def table(documents: Iterable[CorpusDocument]) -> str:
    """Counts in Markdown, those below their quota marked with an arrow."""
    held = list(documents)
    events = [e for d in held for e in d.events.values()]
    types = Counter(e.type for e in events)
    modes = Counter((e.type, e.mode) for e in events if e.mode)
    aux = Counter(e.aux or "none" for e in events)
    contexts = Counter(c for e in events for c in filter(None, e.values.get("ctx", "").split(",")))
    sectors = Counter(s for d in held for a in d.actors.values() for s in (a.sector or "").split("+") if s)
    lengths = Counter(min(60, len(s.text.split()) // 10 * 10) for d in held for s in d.sentences)
    lines = [
        f"{len(held)} documents, {sum(len(d.sentences) for d in held)} sentences, {len(events)} events, "
        f"{sum(len(d.statements) for d in held)} statements, {sum(len(d.positions) for d in held)} positions, "
        f"{len({a.country for d in held for a in d.actors.values() if a.country})} countries and bodies",
        "manners: " + ", ".join(f"{k} {v}" for k, v in Counter(d.head.get("manner", "?") for d in held).most_common()),
        "types: " + ", ".join(_against(t, types[t], WANTED_TYPE) for t in TYPES),
        "modes: " + ", ".join(_against(f"{t.name}/{m}", modes[t.name, m], WANTED_MODE) for t in TYPES.values() for m in t.modes),
        "aux: " + ", ".join(_against(a, aux[a], WANTED_AUX) for a in AUXILIARY),
        "contexts: " + ", ".join(_against(c, contexts[c], WANTED_CONTEXT) for c in CONTEXTS),
        "sectors: " + ", ".join(f"{s} {sectors[s]}" for s in SECTORS),
        "words a sentence: " + ", ".join(f"{k}+ {v}" for k, v in sorted(lengths.items())),
    ]
    return "\n\n".join(lines)


def _against(name: str, count: int, wanted: int) -> str:
    return f"{name} {count}" + ("" if count >= wanted else f" (→{wanted})")
