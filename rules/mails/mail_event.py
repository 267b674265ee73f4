"""What the lines of the email log are made of: the base of all its events, and what they tell of adults and conduct."""

from abc import abstractmethod
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from ..cases.event_values import Line

if TYPE_CHECKING:
    from .mail_log import MailRow


class Suggestion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An adult who may be meant, and why; `exact` means that every word given fits this adult and no other."""

    adult: str
    why: str
    exact: bool = False


class Proposal(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of conduct of the policy that may fit, the words of the email that suggest it, and why."""

    conduct: str
    words: str
    why: str = ""


class Asking(Struct, frozen=True, kw_only=True):
    """How often a language model was asked on `day`, with how many characters, and when it last failed (UTC)."""

    day: date | None = None
    emails: int = 0
    characters: int = 0
    failed_at: datetime | None = None


NOTHING_ASKED = Asking()
"""Before anything was asked."""


class Box(Struct, frozen=True, kw_only=True):
    """What the log says of a mailbox: whether it was read, its first run while that is under way; what was asked."""

    known: bool = False
    started: bool = False
    since: date | None = None
    resets: frozenset[str] = frozenset()
    asking: Asking = NOTHING_ASKED


NO_BOX = Box()
"""A mailbox of which no line speaks."""


class Mails(Protocol):
    """The emails and mailboxes as the lines so far tell of them, wherever that is kept."""

    def row(self, mailbox: str, key: str) -> "MailRow | None":
        """The email that this mailbox shows under this key."""

    def put(self, mailbox: str, key: str, row: "MailRow") -> None:
        """Keep an email as it stands now; a new one comes last in the order first seen."""

    def drop(self, mailbox: str, key: str) -> None:
        """Forget an email that is shown under another key from now on."""

    def box(self, mailbox: str) -> Box:
        """A mailbox as it stands."""

    def put_box(self, mailbox: str, box: Box) -> None:
        """Keep a mailbox as it stands now."""

    def put_receipt(self, to: str, day: date) -> None:
        """Keep that this address was sent a receipt on this day."""


class MailEvent(Struct, frozen=True, kw_only=True, tag_field="kind", tag=True, forbid_unknown_fields=True):
    """The base of all events of the email log. A kind is `final`, so that mypy refuses one without its fold."""

    @abstractmethod
    def fold(self, mails: Mails, line: Line) -> None:
        """Put what it changes into what is known so far."""
