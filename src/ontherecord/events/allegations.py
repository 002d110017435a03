"""Who says of whom that he did harm: "Kyiv said Russian guns had shelled the town" is a raid, and an accusation of Russia by Ukraine."""

from __future__ import annotations

from collections.abc import Iterable

from ontherecord.actors.cast import Cast
from ontherecord.events.frames import Frame
from ontherecord.events.lexicon import Entry
from ontherecord.events.spoken import Speakers
from ontherecord.language import Grammar

# Acts that no speaker reports of another state without blaming it for them.
HARM = {"ASSAULT", "COERCE"}
# Who stands for a state, and who stands against states.
STATE = {"GOV", "MIL", "COP", "SPY", "PRM", "JUD", "LEG"}
CRITICS = {"OPP", "CVL", "SOC", "REL", "REF", "REB", "LAB"}
ENTRY = Entry(
    "accuse-of-harm", "verb", (), "ACCUSE", "allege", None, None, None, None, (), frozenset(), (), ("speaker",), (), False, False, None,
    "Armenia said Azerbaijani troops had shelled a village.", "Armenia said its own troops had shelled a village.",
)  # fmt: skip


def allegations(frames: Iterable[Frame], grammar: Grammar, cast: Cast, speakers: Speakers) -> list[Frame]:
    """An ACCUSE for every speaker who tells a harm done by another side; its trigger is the word of saying.

    Only where speaker and doer are of different countries, or critics speak of the state, and no more than one for a speaker,
    doer and sentence.
    """
    found: dict[tuple[tuple[str, ...], tuple[str, ...], int], Frame] = {}
    for frame in frames:
        if frame.type not in HARM or frame.aux not in (None, "historical") or not frame.actors:
            continue
        said, _ = speakers(frame.trigger)
        cue = _cue(frame, grammar, speakers)
        if said and cue is not None and _blames(said, frame.actors, cast):
            accusation = Frame(cue, cue, ENTRY, "ACCUSE", "allege", said, frame.actors, why=[f"a harm that {_name(said, cast)} tells of"])
            found.setdefault((said, frame.actors, grammar.tokens[cue].sent), accusation)
    return list(found.values())


def _blames(speaker: tuple[str, ...], doer: tuple[str, ...], cast: Cast) -> bool:
    ours, theirs = cast.countries(speaker), cast.countries(doer)
    if set(speaker) & set(doer):
        return False
    if ours and theirs and not ours & theirs:
        return all(cast.actor(s).sector not in ("JRN", "MED") for s in speaker)
    sectors = {cast.actor(s).sector for s in speaker}, {cast.actor(d).sector for d in doer}
    return sectors[0] <= CRITICS and bool(sectors[1]) and sectors[1] <= STATE


def _cue(frame: Frame, grammar: Grammar, speakers: Speakers) -> int | None:
    """The verb above the told act that stands outside of the speaker's words: "said"."""
    return next((t.i for t in grammar.governors(frame.clause) if grammar.is_verb(t.i) and not speakers(t.i)[0]), None)


def _name(ids: tuple[str, ...], cast: Cast) -> str:
    return cast.actor(ids[0]).name
