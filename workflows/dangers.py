"""Danger is said whatever else breaks: also of an email that cannot be filed, kept or logged."""

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import timedelta

from ..rules.cases.events import FlagSeen
from ..rules.mails.mail_log import MailRow
from ..rules.reports.flags import flags_of
from ..rules.texts.report import Arrival, Report
from ..rules.words import STOPS
from .alerting import alert_without_case
from .office import Office, Tally
from .troubles import attempt

LOOKING = "looking for danger"
RECENT, NEWEST = timedelta(days=3), 200
"""How far back emails are read for danger where nobody can say which of them are known, and how many at most."""


def alert_of_row(office: Office, tally: Tally, row: MailRow) -> tuple[FlagSeen, ...]:
    """The flags of an email that could not be dealt with as it should be.

    Danger is said at once, once for one email.
    """
    if row.seen.old:
        return ()
    found: list[FlagSeen] = []
    for arrivals in (_as_kept, _as_shown):
        if attempt(tally, LOOKING, lambda one=arrivals: found.extend(_flags(office, one(office, row)))):  # type: ignore[misc]
            break
    return tuple(found)


def _flags(office: Office, arrivals: Iterable[Arrival]) -> tuple[FlagSeen, ...]:
    """The flags of the first of these emails, of which an alert is queued where it is danger."""
    return next((_alert(office, _read(office, one)) for one in arrivals), ())


def alert_of_arrival(office: Office, tally: Tally, arrival: Arrival) -> None:
    """The same for an email as the mailbox shows it, which could not be kept or logged."""
    attempt(tally, LOOKING, lambda: _alert(office, _read(office, arrival)))


def alert_of_what_is_not_taken(office: Office, tally: Tally) -> None:
    """Where what is kept of emails is broken, so that none is taken: look for danger in what came in lately."""
    if not tally.took_none:
        return
    shown: list[str] = []
    # Asked twice: first for the keys alone, or a mailbox of many years would be fetched whole in each round.
    deque(office.inbox.arrivals(lambda key: not shown.append(key)), maxlen=0)  # type: ignore[func-returns-value]
    newest = frozenset(shown[-NEWEST:])
    for batch in office.inbox.arrivals(lambda key: key not in newest):
        for arrival in batch:
            if arrival.received is None or office.clock.now() - arrival.received <= RECENT:
                alert_of_arrival(office, tally, arrival)


def _read(office: Office, arrival: Arrival) -> Report:
    return office.read_mail(arrival, arrival.received or office.clock.now())


def _as_kept(office: Office, row: MailRow) -> Iterator[Arrival]:
    seen = row.seen
    raw = office.mail_log.raw(seen.sha256)
    yield Arrival(key=seen.key, raw=raw, size=seen.size, received=seen.received, cut=seen.cut)


def _as_shown(office: Office, row: MailRow) -> Iterator[Arrival]:
    """The mailbox still shows an email that has no verdict."""
    for batch in office.inbox.arrivals(lambda key: key != row.seen.key):
        yield from batch


def _alert(office: Office, report: Report) -> tuple[FlagSeen, ...]:
    flags = flags_of(report)
    stops = tuple(seen for seen in flags if seen.flag in STOPS)
    if stops and (_may_be_forged(office, report) or not (report.robot or report.is_bounce)):
        alert_without_case(office, stops, report)
    return flags


def _may_be_forged(office: Office, report: Report) -> bool:
    """Whether a stranger's words may be in a machine's email; no log is asked, for it may be broken."""
    if report.is_ours:
        return not office.queue.has_left(report.message_id)
    own = {office.school.letters_from.casefold(), office.school.safeguarding_mailbox.casefold()}
    return not own.issuperset(report.quoted_from)
