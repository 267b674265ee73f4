"""What one email a day tells together, and what waits for the morning. Pure.

An email that may be told of in one line (`OutgoingMail.line`) waits for the digest of each who is told, as long as
that digest comes by the last day of what it is about. All else goes by itself, in the hours of [reminders]; what is
urgent goes at any hour.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from ...ground.errors import CalendarEnds
from ...ground.moments import LONDON, local_day
from ..days.calendar import ONE_DAY
from ..people.school import School
from ..standing.reminders import in_hours
from .outgoing import MailKind, OutgoingMail

_QUIET = frozenset(
    {
        MailKind.APPROVAL,
        MailKind.DECISION,
        MailKind.REMINDER,
        MailKind.NOTICE,
        MailKind.CARD,
        MailKind.DIGEST,
    }
)
"""Kinds that wait for the morning, unless an email says that it is urgent.

Alerts, what says that nothing is fetched or sent, receipts and letters to adults go at any hour.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What one person is told at once: emails that wait in the queue, and those of them that are settled by now."""

    to: str
    mails: tuple[OutgoingMail, ...]
    settled: tuple[OutgoingMail, ...] = ()


def may_leave(mail: OutgoingMail, school: School, now: datetime, *, digest: date | None) -> bool:
    """Whether an email that waits may go out by itself at this hour.

    Args:
        mail: the email.
        school: with the hours of [reminders].
        now: the moment.
        digest: the day of the next digest; None where none is made.
    """
    if digest and mail.line and (mail.until is None or digest <= mail.until):
        return False
    if mail.kind not in _QUIET or mail.urgent or not school.reminding.quiet:
        return True
    return in_hours(school.reminding, now)


def next_digest(school: School, now: datetime, digest_on: date | None) -> date:
    """The day of the next digest: today, where it has not been made and its hours are not over."""
    today = local_day(now)
    over = now.astimezone(LONDON).hour >= school.reminding.to_hour
    first = today + ONE_DAY if over or digest_on == today else today
    try:
        return school.calendar.next_school_day(first)
    except CalendarEnds:
        return first


def digest_is_due(school: School, now: datetime, digest_on: date | None) -> bool:
    """Whether the digests of today are to be made now: at their time on a school day, or at the first round after."""
    at = time.fromisoformat(school.reminding.digest_at)
    begun = now.astimezone(LONDON).time() >= at
    return begun and next_digest(school, now, digest_on) == local_day(now) and in_hours(school.reminding, now)


def digests_of(
    waiting: Iterable[OutgoingMail], told: Mapping[str, frozenset[str]], settled: Iterable[str]
) -> list[Digest]:
    """One digest for each who is to be told of something that is not settled; what is due first stands first.

    Args:
        waiting: the emails that wait for a digest.
        told: of each person, the Message-IDs of which a digest told them already.
        settled: the Message-IDs of those that need nobody any more.
    """
    over, found = frozenset(settled), dict[str, list[OutgoingMail]]()
    for mail in waiting:
        for to in mail.to:
            if mail.message_id not in told.get(to.casefold(), ()):
                found.setdefault(to, []).append(mail)
    return [
        Digest(
            to=to,
            mails=tuple(sorted((one for one in mails if one.message_id not in over), key=_turn)),
            settled=tuple(one for one in mails if one.message_id in over),
        )
        for to, mails in found.items()
        if any(one.message_id not in over for one in mails)
    ]


def _turn(mail: OutgoingMail) -> tuple[date, str]:
    return (mail.until or date.max, mail.ref)
