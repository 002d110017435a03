"""Who talks to whom in a document: what one party of a call says, without an addressee, it says to the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ontherecord.actors.cast import Cast
from ontherecord.events.frames import Frame
from ontherecord.ontology import TYPES


def address(frames: list[Frame], cast: Cast, said: Callable[[int], bool]) -> None:
    """Gives verbal events without a recipient the other side of the document's one conversation.

    Only where all CONSULT frames have the same two countries, the actor is one of those who took part, and the words are reported
    speech or the act of speaking itself.
    """
    company = [f for f in frames if f.type == "CONSULT" and f.aux in (None, "historical")]
    pairs = {frozenset(cast.countries(f.actors + f.recipients)) for f in company}
    pairs = {p for p in pairs if len(p) > 1}
    if len(pairs) != 1 or len(pair := next(iter(pairs))) != 2:
        return
    everyone = dict.fromkeys(a for f in company for a in f.actors + f.recipients)
    for frame in frames:
        if frame.recipients or not frame.actors or frame.type not in TYPES or frame.type == "CONSULT":
            continue
        ours = cast.countries(frame.actors)
        if not TYPES[frame.type].quad.startswith("verbal") or len(ours) != 1 or not ours <= pair:
            continue
        if set(frame.actors) & everyone.keys() and (said(frame.trigger) or frame.entry.op is not None):
            frame.recipients = _others(everyone, ours, cast)
            frame.why.append("recipient: the other side of the conversation")


def _others(everyone: Iterable[str], ours: set[str], cast: Cast) -> tuple[str, ...]:
    return tuple(a for a in everyone if cast.countries([a]) - ours)
