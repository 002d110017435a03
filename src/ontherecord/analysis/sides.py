"""Whose account it is: a side's own, or somebody else's."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ontherecord.records import SourceLink

OTHERS = "others"


def side(chain: Sequence[SourceLink], sides: Collection[str]) -> str:
    """The side whose account a source chain vouches for, or "others".

    The first, from the outside, who speaks for somebody decides: a government or state outlet, whether it publishes the whole text or
    is quoted in it; else the actor whose words are reported. So what the one says of the other's words stays the one's account. Free
    media and platforms speak for nobody, wherever they are.
    """
    for link in chain:
        speaks = link.kind == "actor" or link.ownership == "state"
        if speaks and link.kind != "platform" and link.country:
            return link.country if link.country in sides else OTHERS
    return OTHERS
