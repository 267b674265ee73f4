"""Values that events hold and a case keeps: what an email says, what an action was, where a line of a log stands."""

from datetime import date, datetime
from typing import Protocol

from msgspec import Struct

from ..words import Flag


class FlagSeen(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A flag and the words in the email that led to it."""

    flag: Flag
    words: str


class Fact(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was reported, as facts: where, the link (never fetched), the day of the post, the words, who saw it."""

    platform: str = ""
    link: str = ""
    posted_on: str = ""
    words: str = ""
    seen_by: str = ""


class Line(Struct, frozen=True, kw_only=True):
    """Where an event is in its log: its place, when (UTC), by whom."""

    seq: int
    at: datetime
    by: str


class Action(Protocol):
    """A step other than a letter, as it was recorded."""

    @property
    def step(self) -> str:
        """The policy's step."""

    @property
    def on(self) -> date:
        """The day on which it was done."""

    @property
    def reference(self) -> str:
        """The number that the platform or the police gave it; "" where there is none."""

    @property
    def aside(self) -> bool:
        """Whether it was done beside the ladder."""
