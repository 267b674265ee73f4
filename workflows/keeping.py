"""Keep what the mailbox shows: raw bytes and a log line on disk first, before anything is decided or moved."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from ..ground.errors import LetterladderError, Problem, Refused
from ..ground.moments import local_day
from ..rules.mails.mail_log import (
    AnyMailEvent,
    MailboxCaughtUp,
    MailboxReset,
    MailboxStarted,
    MailPutAside,
    MailRenumbered,
    MailSeen,
)
from ..rules.mails.mail_rows import is_renumbered
from ..rules.texts.plain_signs import storable
from ..rules.texts.report import Arrival
from .dangers import alert_of_arrival
from .looks import MANY
from .office import RULES, Office, Tally
from .troubles import attempt, meet
from .turns import fetched

ASK_ABOVE = 20
"""A first run on a mailbox with more emails than this asks from which day on they are to be looked at."""

ALL = date.min
"""The day to name where a first run is to look at everything."""


def keep_new_mail(office: Office, tally: Tally, *, since: date | None = None) -> None:
    """Take in every email the mailbox shows that is not known yet.

    Args:
        office: the school.
        tally: counts what was taken.
        since: at a first run, the day before which email is old (`ALL`: none is); else the school's setting.

    Raises:
        Refused: a first run on a full mailbox, and nobody said from which day on; nothing was taken.
        WorldFailed: the mailbox cannot be read; what was taken before that is kept.
    """
    name, mails = office.inbox.name, office.index.mails
    was_known = mails.is_known(name)
    old_before = _first_run(office, since)
    taking = _Taking.begin(office, old_before)
    for batch in fetched(office.turns, office.inbox.arrivals(lambda key: mails.row(name, key) is not None)):
        _take(office, batch, taking, tally)
        office.pdf.get_ready()
    if old_before is not None or not was_known:
        office.mail_log.append(office.clock.now(), RULES, MailboxCaughtUp(mailbox=name))


def _take(office: Office, batch: Sequence[Arrival], taking: "_Taking", tally: Tally) -> None:
    """Keep and log one batch. Of an email that cannot be kept or logged danger is said all the same; it is shown again.

    Raises:
        LetterladderError: the disk or the log failed, so that nothing more can be kept.
    """
    events: list[AnyMailEvent] = []
    failure: LetterladderError | None = None
    if len(batch) >= MANY:
        _all_at_once(office, batch)
    for arrival in batch:
        try:
            events.extend(list(taking.keep(arrival, tally)))
        except LetterladderError as error:
            failure = error
            alert_of_arrival(office, tally, arrival)
        except Exception as error:  # noqa: BLE001 - the border of one email: recorded, the next one has its turn
            meet(tally, f"email {sha256_of(arrival)[:12]}", error)
            alert_of_arrival(office, tally, arrival)
    try:
        _log(office, events, tally)
    except LetterladderError:
        for arrival in batch:
            alert_of_arrival(office, tally, arrival)
        raise
    if failure:
        raise failure


def _all_at_once(office: Office, batch: Sequence[Arrival]) -> None:
    """Keep them with one flush of the disk, and begin to read them. What goes wrong is met one by one afterwards."""
    with suppress(LetterladderError):
        office.mail_log.keep_raws({sha256_of(one): one.raw for one in batch})
    # Where the mailbox does not say when it came, that is when it is taken, which is a moment later than now.
    office.looks.ahead((one for one in batch if one.received), office.clock.now())


def _log(office: Office, events: Sequence[AnyMailEvent], tally: Tally) -> None:
    """All in one go; where one cannot be written, each for itself."""
    try:
        office.mail_log.append(office.clock.now(), RULES, *events)
    except LetterladderError:
        raise
    except Exception as error:
        if len(events) == 1:
            raise
        meet(tally, "the log of emails", error)
        logged = [attempt(tally, "the log of emails", partial(_log, office, [one], tally)) for one in events]
        if not any(logged):
            raise
    tally.mails += sum(isinstance(event, MailSeen) for event in events)


def sha256_of(arrival: Arrival) -> str:
    """What names an email, whatever is in it."""
    return hashlib.sha256(arrival.raw).hexdigest()


def _first_run(office: Office, since: date | None) -> date | None:
    """The day before which email is old (`ALL`: none is), at a first run begun now or before a stop; else None."""
    name, mails = office.inbox.name, office.index.mails
    if mails.is_known(name):
        begun, day = mails.first_run_since(name)
        return (day or ALL) if begun else None
    day = since or office.school.mailing.since
    if day is None:
        if not office.inbox.has_a_past:
            return None
        count = office.inbox.count()
        if count > ASK_ABOVE:
            raise Refused(_asks_since(name, count))
        return None
    started = MailboxStarted(mailbox=name, since=None if day == ALL else day)
    office.mail_log.append(office.clock.now(), RULES, started)
    return day


def _asks_since(name: str, count: int) -> Problem:
    return Problem(
        where=name,
        what=f"This mailbox is new to Letterladder and already holds {count} emails; none was taken.",
        what_to_do="Say from which day letters may be drafted: put since = 2026-11-01 under [mail] in"
        " school.toml, or run `round --since 2026-11-01` once (or `--since all`). Older emails are kept and shown,"
        " but nothing is drafted for them. `round --dry-run --since 2026-11-01` shows what would happen.",
    )


@dataclass(slots=True, kw_only=True)
class _Taking:
    """The taking-in of one round: from which day email is new, and which emails a renumbered folder may show again."""

    office: Office
    old_before: date
    resets: set[str]
    unmoved: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def begin(cls, office: Office, old_before: date | None) -> "_Taking":
        name, mails = office.inbox.name, office.index.mails
        taking = cls(office=office, old_before=old_before or ALL, resets=set(mails.resets(name)))
        for row in mails.unmoved(name):
            taking.unmoved.setdefault(row.seen.sha256, []).append(row.seen.key)
        return taking

    def keep(self, arrival: Arrival, tally: Tally) -> Iterator[AnyMailEvent]:
        """Keep the raw email durably and yield what the log is to say of it."""
        sha256 = sha256_of(arrival)
        same = self.unmoved.get(sha256, [])
        was = next((key for key in same if is_renumbered(key, arrival.key)), "")
        if was:
            same.remove(was)
            yield from self._reset(was, arrival.key)
            yield MailRenumbered(mailbox=self.office.inbox.name, key=arrival.key, was=was)
            return
        self.office.mail_log.keep_raw(sha256, arrival.raw)
        try:
            yield self._seen(arrival, sha256)
        except Exception as error:  # noqa: BLE001 - the border of one email: kept and logged unread, a person files it
            meet(tally, f"email {sha256[:12]}", error)
            yield self._unread(arrival, sha256)

    def _reset(self, was: str, key: str) -> Iterator[MailboxReset]:
        """Said once for each new numbering; a file whose time alone changed is not a new numbering."""
        before, now = was.partition(":")[0], key.partition(":")[0]
        what = f"the server renumbered the folder: {before} became {now}; its emails are recognised by their content"
        if before != now and what not in self.resets:
            self.resets.add(what)
            yield MailboxReset(mailbox=self.office.inbox.name, what=what)

    def _seen(self, arrival: Arrival, sha256: str) -> MailSeen:
        report = self.office.read_mail(arrival, self.office.clock.now())
        return MailSeen(
            mailbox=self.office.inbox.name,
            key=arrival.key,
            sha256=sha256,
            message_id=storable(report.message_id),
            subject=storable(report.subject),
            sender=storable(report.from_address or report.from_name),
            received=report.received,
            size=arrival.size,
            cut=arrival.cut,
            old=local_day(report.received) < self.old_before,
        )

    def _unread(self, arrival: Arrival, sha256: str) -> MailSeen:
        """What can be said of an email that the program cannot read."""
        received = arrival.received or self.office.clock.now()
        return MailSeen(
            mailbox=self.office.inbox.name,
            key=arrival.key,
            sha256=sha256,
            message_id="",
            subject="(this email could not be read)",
            sender="",
            received=received,
            size=arrival.size,
            cut=arrival.cut,
            old=local_day(received) < self.old_before,
        )


def put_aside_judged(office: Office) -> None:
    """Move every judged email out of the mailbox, in one go, and log it; old email stays where its owner knows it.

    Raises:
        WorldFailed: the mailbox does not answer; the next round tries again.
    """
    name = office.inbox.name
    keys = [row.seen.key for row in office.index.mails.unmoved(name) if row.judged and not row.seen.old]
    if not keys:
        return
    with office.turns.away():
        office.inbox.put_aside(keys)
    moved = [MailPutAside(mailbox=name, key=key) for key in keys]
    office.mail_log.append(office.clock.now(), RULES, *moved)
