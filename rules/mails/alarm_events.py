"""Somebody raised an alarm about an email of the in-tray: what the log says of it."""

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
