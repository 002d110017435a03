"""To whom one answers, and whom one refuses or threatens in an infinitive: what a clause leaves to the clause before it or inside it."""

from __future__ import annotations

from collections.abc import Sequence

from ontherecord.events.frames import Frame
from ontherecord.events.slots import Slots
from ontherecord.ontology import TYPES

# Acts that call for an answer, and the answers. An offer, too, is agreed to or turned down.
ASKING = {"REQUEST", "AGREE", "CONCEDE"}
ANSWERS = {"AGREE", "CONCEDE", "REJECT"}
OFFERING = {"offer", "propose", "suggest", "announce"}
# Sentences between the two at most.
NEAR = 1
# Where those stand with whom one refuses to sit, whom one threatens to strike.
INSIDE = ("object", "indirect", "with", "to", "on", "against", "from")


def answer(frames: Sequence[Frame], slots: Slots) -> None:
    """Fills recipients of answers, of refusals and threats told by an infinitive, of envoys sent home. `frames` go by their triggers."""
    for n, frame in enumerate(frames):
        if frame.recipients or not frame.actors or frame.together:
            continue
        if frame.type in ("REJECT", "THREATEN"):
            _inside(frame, slots)
        if not frame.recipients and frame.type in ANSWERS:
            _asker(frame, frames[:n], slots)
        if not frame.recipients and frame.mode == "expel":
            _also(frame, frames[:n], slots)


def _inside(frame: Frame, slots: Slots) -> None:
    """ "refused to sit WITH THE GOVERNMENT", "threatened to strike AMERICAN BUILDINGS"."""
    heads = [*slots.infinitives(frame.clause), *(f.clause for f in frame.inner)]
    for head in dict.fromkeys(heads):
        slot, ids = slots.first(head, INSIDE, things=True)
        others = tuple(a for a in ids if a not in frame.actors and not _own(a, frame, slots))
        if others:
            frame.recipients = others
            frame.why.append(f"recipient: {slot} of {slots.grammar.tokens[head].text!r}")
            return


def _own(id_: str, frame: Frame, slots: Slots) -> bool:
    """A state as such, or its forces, threatens and refuses others, not itself."""
    cast = slots.cast
    states = [a for a in frame.actors if cast.actor(a).sector in ("GOV", "MIL", None)]
    return bool(cast.countries([id_]) & cast.countries(states)) and cast.actor(id_).sector in ("GOV", "MIL", None)


def _asker(frame: Frame, before: Sequence[Frame], slots: Slots) -> None:
    """ "Kenya has asked GHANA for helicopters; Accra agreed": whoever asked or offered right before."""
    for earlier in reversed(before):
        if _distance(earlier, frame, slots) > NEAR:
            return
        if earlier.type not in ASKING or earlier.aux not in (None, "historical") or set(earlier.actors) & set(frame.actors):
            continue
        asked = set(earlier.recipients) & set(frame.actors)
        wish = earlier.type == "REQUEST" or slots.grammar.tokens[earlier.trigger].lemma in OFFERING
        if asked or (wish and not earlier.recipients and _distance(earlier, frame, slots) == 0 and frame.type == "REJECT"):
            frame.recipients, frame.recalled = earlier.actors, True
            frame.why.append(f"recipient: whom {slots.grammar.tokens[frame.trigger].text!r} answers")
            earlier.recipients = earlier.recipients or frame.actors
            return


def _also(frame: Frame, before: Sequence[Frame], slots: Slots) -> None:
    """ "protested to CHAD and expelled its envoy": at whom the same side's act in the same sentence is aimed."""
    for earlier in reversed(before):
        same = _distance(earlier, frame, slots) == 0 and set(earlier.actors) & set(frame.actors)
        if same and earlier.recipients and TYPES[earlier.type or "AGREE"].quad.endswith("conflict"):
            frame.recipients, frame.recalled = earlier.recipients, True
            frame.why.append("recipient: at whom the act before is aimed")
            return


def _distance(earlier: Frame, later: Frame, slots: Slots) -> int:
    return abs(slots.grammar.tokens[later.trigger].sent - slots.grammar.tokens[earlier.trigger].sent)
