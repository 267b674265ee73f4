"""Parts of a case as it stands: a measure in force, an alert that goes on, the earlier cases of the same adult."""

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct


class Measure(Struct, frozen=True, kw_only=True):
    """A measure in force (a bar, a block, a plan) by the letter that set it, with the dates it must be decided on."""

    letter: str
    since: date
    dates: Mapping[str, date]

    def is_over(self, today: date) -> bool:
        """Whether its end has passed: nobody is bound by it any more, and nothing is left to review."""
        return self.dates.get("ends_on", today) < today


class Earlier(Struct, frozen=True, kw_only=True):
    """Cases that the same adult had before: references, one line on each, and their steps as "date: step"."""

    refs: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


class Alarm(Struct, frozen=True, kw_only=True):
    """An alert that nobody has said they have: when it was last told, to whom in all, and how often."""

    at: datetime
    to: tuple[str, ...]
    stage: int = 1


class Kept(Struct, frozen=True, kw_only=True):
    """A file that is evidence: its name in the email that it came with, its path in the case, both by SHA-256."""

    name: str
    file: str
    sha256: str
    mail: str


class Due(Struct, frozen=True, kw_only=True):
    """A step somebody decided on that has not been taken yet."""

    step: str
    reason: str
    seq: int
    by: str
    aside: bool = False


class Decided(Struct, frozen=True, kw_only=True):
    """A decision that was made: the step, who signed it as the log shows it, who of a panel agreed, the log line."""

    step: str
    by: str
    seq: int
    agreed: tuple[str, ...] = ()


class Signature(Struct, frozen=True, kw_only=True):
    """An approval, return or decision whose maker is still to be told: log line, time, role, way, and what it was.

    `step` is the letter, or the step decided on; "" for no further action. `person` is the one of several who hold the
    role; "" where all of it are told.
    """

    seq: int
    at: datetime
    role: str
    how: str
    what: str
    step: str = ""
    person: str = ""


class Receipt(Struct, frozen=True, kw_only=True):
    """An email that told somebody what was recorded in their name: its Message-ID, to whom, and of which line."""

    message_id: str
    to: tuple[str, ...]
    seq: int


class OneTimeCode(Struct, frozen=True, kw_only=True):
    """A code that was sent for one version of a letter: its hash, to which role and when, the last day it counts.

    `person` is the address of the member of a panel to whom it was sent; "" where the role has one holder.
    """

    approver: str
    hash: str
    expires: date
    asked_on: date | None = None
    person: str = ""
