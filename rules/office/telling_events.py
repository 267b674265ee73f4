"""What the log of who is told what says: which digest told whom of what, and who is away."""

from datetime import date
from typing import final

from .office_event import Note


@final
class DigestMade(Note, frozen=True, kw_only=True):
    """One email to one person tells of several that would each have gone by itself.

    Attributes:
        day: for which day; nobody gets two on one.
        to: the person's address.
        message_id: of the digest; it is not sent before this line is on disk.
        told: the Message-IDs of the emails that it tells of.
        settled: those of them that needed nobody any more when it was made.
    """

    day: str
    to: str
    message_id: str
    told: list[str]
    settled: list[str] = []


@final
class AwaySaid(Note, frozen=True, kw_only=True):
    """Whoever holds a role is away, first and last day included.

    `to_role` is who answers in their place as far as the policy lets them; "": what only they may answer waits.
    """

    role: str
    first: date
    last: date
    to_role: str = ""


@final
class AwayEnded(Note, frozen=True, kw_only=True):
    """They are back: from this day on nothing of an absence that had begun, or was to begin, counts."""

    role: str
    back: date
