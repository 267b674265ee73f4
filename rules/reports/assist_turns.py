"""Which emails of the in-tray a language model may be asked about, and when: few, not red, and never twice in vain."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from ...ground.moments import local_day
from ..mails.mail_event import Asking
from ..mails.mail_log import MailRow
from ..mails.mail_rows import is_grave
from ..people.school import Assisting
from ..words import Level, Verdict

TRIES = 3
"""Questions about one email that may fail; after that it is left to people."""
REST = timedelta(minutes=30)
"""After a failure nothing is asked for so long."""
ROUND = timedelta(minutes=1)
"""In one round, no further question is begun after so long: the next round takes in email first."""


def may_be_asked(row: MailRow) -> bool:
    """Whether a model may be asked about this email: a person is to look at it, not at once, and no danger is in it."""
    judged, read = row.judged, row.machine
    if judged is None or judged.verdict is not Verdict.INTRAY or row.seen.old or row.seen.cut:
        return False
    if judged.level not in {Level.PLAIN, Level.AMBER} or is_grave(row):
        return False
    return read is None or (not read.answered and read.tries < TRIES)


def in_turn(rows: Iterable[MailRow]) -> list[MailRow]:
    """Those about which a model may be asked; those never asked about first, the newest of them first."""
    found = [row for row in rows if may_be_asked(row)]
    found.sort(key=lambda row: row.seen.received, reverse=True)
    found.sort(key=lambda row: row.machine.tries if row.machine else 0)
    return found


def why_not_now(asking: Asking, assisting: Assisting, now: datetime, characters: int = 0) -> str:
    """Why nothing more is asked now, in words for the office; "" where it is.

    Args:
        asking: what was asked so far.
        assisting: the settings.
        now: the moment.
        characters: of the question to be sent.
    """
    if asking.failed_at and asking.failed_at <= now < asking.failed_at + REST:
        return "the last question failed"
    if asking.day != local_day(now):
        return "" if characters <= assisting.most_characters_per_day else "the day's characters are used up"
    if asking.emails >= assisting.most_emails_per_day:
        return "the day's questions are used up"
    if asking.characters + characters > assisting.most_characters_per_day:
        return "the day's characters are used up"
    return ""
