"""What the workflows ask of the derived index: which cases to look at, and where something is. Never what to do.

Whatever it answers, the case's own log is read before anything is done.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from ..ground.errors import Problem
from ..rules.cases.look import Look
from ..rules.mails.mail_event import Asking
from ..rules.mails.mail_log import MailRow
from ..rules.words import Verdict


class CaseLookup(Protocol):
    """Questions about all cases at once. References come oldest first."""

    def to_look_at(self, look: Look) -> list[str]:
        """The cases that a round must look at now: written on since, or open and not looked at in this state."""

    def looked_at(self, ref: str, look: Look) -> None:
        """The case was looked at and is at rest; another look is needed when it is written on or time goes on."""

    def open_refs(self) -> list[str]:
        """The cases that are not closed, with those whose log cannot be read."""

    def closed_refs(self, before: str, most: int) -> list[str]:
        """At most so many of the cases that are over, the newest first; those before this one, "" for all."""

    def broken(self) -> list[str]:
        """The cases whose log cannot be read."""

    def running(self) -> dict[str, str]:
        """The newest open case of each adult, also where its log cannot be read."""

    def of_adult(self, adult: str) -> list[str]:
        """All cases of an adult."""

    def with_mail(self, sha256: str) -> list[str]:
        """The cases that an email is on."""


class MailLookup(Protocol):
    """Questions about all emails ever seen. Emails come in the order first seen.

    Each may raise `LogBroken`, where the email log does not fit its chain, and `WorldFailed`.
    """

    def row(self, mailbox: str, key: str) -> MailRow | None:
        """The email that this mailbox showed under this key."""

    def unjudged(self) -> list[MailRow]:
        """Emails without a verdict."""

    def in_tray(self) -> list[MailRow]:
        """Judged emails that wait for a person."""

    def by_machines(self, most: int) -> list[MailRow]:
        """The last emails that were filed as a machine's, answers and what was not delivered; newest first."""

    def unmoved(self, mailbox: str) -> list[MailRow]:
        """Emails of this mailbox that were not put aside there."""

    def of_bytes(self, sha256: str) -> MailRow | None:
        """The first judged email of exactly these bytes."""

    def named(self, start: str) -> list[MailRow]:
        """Emails whose SHA-256 begins so, copies among them."""

    def of_sender(self, address: str) -> list[MailRow]:
        """Judged emails from this address, lower case; none for ""."""

    def of_message_id(self, message_id: str) -> list[MailRow]:
        """The judged emails of this Message-ID that are not copies; none for ""."""

    def asking(self) -> list[MailRow]:
        """Judged emails that may ask for information: those with a flag that starts such a clock."""

    def is_known(self, mailbox: str) -> bool:
        """Whether this mailbox was ever read."""

    def first_run_since(self, mailbox: str) -> tuple[bool, date | None]:
        """Whether the first run on this mailbox is still under way, and from which day on its email is new."""

    def resets(self, mailbox: str) -> frozenset[str]:
        """What was said of renumberings of this mailbox."""

    def last_asked(self, mailbox: str) -> Asking:
        """What a language model was asked about emails of this mailbox on the last day on which it was."""

    def had_receipt(self, to: str, day: date) -> bool:
        """Whether a receipt went to this address on this day in England."""

    def last_received(self) -> datetime | None:
        """When the newest email was received."""

    def counts(self, mailbox: str) -> dict[Verdict, int]:
        """How many emails of this mailbox have each verdict; an email not yet judged counts as in the in-tray."""


class Index(Protocol):
    """The derived index of one school."""

    @property
    def cases(self) -> CaseLookup:
        """The cases."""

    @property
    def mails(self) -> MailLookup:
        """The emails."""

    def refresh(self, look: Look) -> Sequence[Problem]:
        """At the beginning of a round: compare it with the logs; what that showed of them."""

    def keep(self) -> None:
        """At the end of a round: note which cases are at rest."""
