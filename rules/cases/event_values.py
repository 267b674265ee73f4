"""Values that events hold and a case keeps: what an email says, what an action was, where a line of a log stands."""

from datetime import date, datetime
from typing import Protocol

from msgspec import Struct

from ..words import Flag, Where

PUPIL, ADULT = "pupil", "adult"
"""Who posted what was reported."""


class FlagSeen(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A flag and the words in the email that led to it."""

    flag: Flag
    words: str


class Fact(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was reported, as facts.

    Attributes:
        platform: where online.
        link: the address of the post; never fetched.
        posted_on: the day of the post.
        words: the poster's own words, as far as they are marked as such; never the reporter's account.
        seen_by: who saw it, as reported.
        place: where on site: "the main gate".
        happened_on: the day on which it happened on site, as an ISO date; as reported where that tells no date.
        affected: who was affected, as reported; it may name a person, so no letter prints it as it is.
        material: what was reported: "words", "picture", "video", "images" (either), or "conduct" on site; "" where it
            was not told.
        poster: who posted it: "pupil" where a child did for whom the adult answers; "adult", or nothing, for the adult.
    """

    platform: str = ""
    link: str = ""
    posted_on: str = ""
    words: str = ""
    seen_by: str = ""
    place: str = ""
    happened_on: str = ""
    affected: str = ""
    poster: str = ""
    material: str = ""

    @property
    def where(self) -> frozenset[Where]:
        """Where it tells that it was: online, on site, both, or nothing of either."""
        online = bool(self.platform or self.link or self.posted_on)
        on_site = bool(self.place or self.happened_on)
        told = {Where.ONLINE: online, Where.ON_SITE: on_site}
        return frozenset(place for place, is_so in told.items() if is_so)


class Line(Struct, frozen=True, kw_only=True):
    """Where an event is in its log: its place, when (UTC), by whom."""

    seq: int
    at: datetime
    by: str


class Agreement(Struct, frozen=True, kw_only=True):
    """A member of a panel agreed to a version of a letter, or to a step as asked about in the line `on`."""

    role: str
    person: str
    letter: str
    version: int
    step: str
    on: int
    seq: int


class Consultation(Struct, frozen=True, kw_only=True):
    """Somebody was consulted about a step in this role."""

    step: str
    role: str
    person: str
    seq: int


class Action(Protocol):
    """A step other than a letter, as it was recorded."""

    @property
    def step(self) -> str:
        """The policy's step."""

    @property
    def done_by(self) -> str:
        """Who did it."""

    @property
    def on(self) -> date:
        """The day on which it was done."""

    @property
    def reference(self) -> str:
        """The number that the platform or the police gave it; "" where there is none."""

    @property
    def aside(self) -> bool:
        """Whether it was done beside the ladder."""

    @property
    def out_of_order(self) -> str:
        """Why it was done though the policy did not allow it yet; "" where it did."""

    @property
    def may_tell(self) -> str:
        """Who agreed that the adult may be told of it; "" where nobody did."""
