"""Somebody raised an alarm about an email of the in-tray; an email about it left: what the log says of both."""

from typing import final

from msgspec.structs import replace

from ..cases.event_values import Line
from ..words import Level
from .mail_event import MailEvent, Mails


@final
class AlarmRaised(MailEvent, frozen=True, kw_only=True):
    """A person who read this email found danger in it, and says why in `why`.

    Whoever had the email before has not heard of that: the alarm goes on until somebody takes it.
    """

    mailbox: str
    key: str
    sha256: str
    by: str
    why: str

    def fold(self, mails: Mails, line: Line) -> None:
        row = mails.row(self.mailbox, self.key)
        if row is None:
            return
        judged = row.judged and replace(row.judged, level=Level.RED, why_level=f"{self.by}: {self.why}")
        mails.put(
            self.mailbox,
            self.key,
            replace(row, judged=judged, alarm=self.why, taken_by="", taken_at=None),
        )


@final
class CardSent(MailEvent, frozen=True, kw_only=True):
    """The email to our own people that was queued under `message_id` left `to` them, by itself or told with others."""

    mailbox: str
    key: str
    sha256: str
    to: list[str]
    message_id: str

    def fold(self, mails: Mails, line: Line) -> None:
        if row := mails.row(self.mailbox, self.key):
            told = tuple(
                replace(one, sent_at=line.at) if one.event.message_id == self.message_id else one
                for one in row.told
            )
            mails.put(self.mailbox, self.key, replace(row, told=told))
