"""Whose account it is: a side's own, or somebody else's."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ontherecord.records import SourceLink

OTHERS = "others"


def whose(chain: Sequence[SourceLink], sides: Collection[str]) -> tuple[str, ...]:
    """The sides whose account a source chain vouches for, or "others"; several when they speak together ("both governments said").

    The first, from the outside, who speaks for somebody decides: a government or state outlet, whether it publishes the whole text or
    is quoted in it; else the actor whose words are reported. So what the one says of the other's words stays the one's account. Free
    media and platforms speak for nobody, wherever they are.
    """
    speaking = [link for link in chain if (link.kind == "actor" or link.ownership == "state") and link.kind != "platform" and link.country]
    if not speaking:
        return (OTHERS,)
    first = speaking[0]
    together = [link for link in speaking if link is first or (link.span is not None and link.span == first.span)]
    return tuple(dict.fromkeys(str(link.country) for link in together if link.country in sides)) or (OTHERS,)
