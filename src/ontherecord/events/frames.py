"""A frame is one telling of one event inside one sentence, before it becomes a record's event."""

from __future__ import annotations

from dataclasses import dataclass, field

from ontherecord.events.lexicon import Entry
from ontherecord.records import Aux


@dataclass(slots=True)
class Frame:
    """`trigger` is the token that tells the event, `clause` the verb (or noun) whose grammar says when and whether: "held" of "held talks".

    `inner` are the frames that an operator took in ("agreed to MEET"). `recalled`: the recipient is told elsewhere in the document.
    `sure` is the share that coder and lexicon together give the type, None where the coder was not asked. `why` lists in words what led
    here, for `otr explain`.
    """

    trigger: int
    clause: int
    entry: Entry
    type: str | None
    mode: str | None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    aux: Aux | None = None
    supported: bool = False
    recalled: bool = False
    inner: list[Frame] = field(default_factory=list)
    rivals: tuple[Entry, ...] = ()
    why: list[str] = field(default_factory=list)
    sure: float | None = None

    @property
    def together(self) -> bool:
        return self.entry.together
