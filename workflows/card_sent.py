"""The log of emails says that people were told of something in the in-tray once the email has left, and not before."""

from collections.abc import Iterator, Mapping
from contextlib import suppress

from ..ground.errors import LogBroken
from ..rules.mails.alarm_events import CardSent
from ..rules.mails.mail_log import MailRow
from .office import RULES, Office
from .wanted import digests_made


def note_cards_sent(office: Office, left: Mapping[str, tuple[str, ...]]) -> None:
    """Log, of each email of the in-tray of which people were told by now, that the email about it left.

    Args:
        office: the school.
        left: the Message-IDs of what has just left, and to whom; what left just before a stop is found in the queue.
    """
    together: dict[str, str] = {}
    with suppress(LogBroken):  # of what went by itself the log is told all the same
        together = {own: one.message_id for one in digests_made(office) for own in one.told}
    sent = [event for row in office.index.mails.in_tray() for event in _sent(office, row, left, together)]
    if sent:
        office.mail_log.append(office.clock.now(), RULES, *sent)


def _sent(
    office: Office, row: MailRow, left: Mapping[str, tuple[str, ...]], together: Mapping[str, str]
) -> Iterator[CardSent]:
    seen = row.seen
    for one in row.told:
        own = one.event.message_id
        # What a digest told of left with it.
        carrier = together.get(own, own)
        if one.sent_at is None and (own in left or office.queue.has_left(carrier)):
            to = list(left.get(own, one.event.to))
            yield CardSent(mailbox=seen.mailbox, key=seen.key, sha256=seen.sha256, to=to, message_id=own)
