"""Silence is loud: two people hear when fetching or sending has stopped, once, and once when it works again.

Each school morning they also get the counts: a morning without that email says that the program itself has stopped.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from msgspec.structs import replace

from ..ground.english import uk_date, uk_date_short
from ..ground.errors import DiskFailed, LogBroken, Refused, SomeUnread, WorldFailed
from ..ground.moments import LONDON, local_day
from ..rules.cases.phrases import one_line
from ..rules.mails.desk_links import to_how_it_is, to_today
from ..rules.mails.email_page import Written
from ..rules.mails.gathered import gathered_today
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.mails.telling import was_missed
from ..rules.office.day_counts import day_counts
from ..rules.office.pulse import Pulse, after_fetch, after_send, is_silent, may_fetch, of_day
from ..rules.standing.next_step import next_step
from .case_book import CaseBook
from .digesting import leaving_now
from .notices import in_school_hours, subject_of, write_page
from .office import Office, Tally
from .troubles import PULSE, attempt, sure_pulse

TOLD = ("office", "dsl")
MOST_MACHINES, MOST_SUBJECTS = 500, 10
"""Emails filed as a machine's that are counted of a morning, and those whose subjects are listed."""
LONGEST_SUBJECT = 80
"""Characters."""
FETCHING = "fetching email"


def fetch_watched(office: Office, tally: Tally, fetch: Callable[[], None], *, patient: bool) -> None:
    """Fetch email and note whether it worked; a patient caller waits longer after every failure.

    Raises:
        Exception: whatever `fetch` does.
    """
    if patient and not may_fetch(sure_pulse(office, tally), office.clock.now()):
        tally.not_done.add(FETCHING)
        return
    try:
        fetch()
    except (LogBroken, DiskFailed):
        # The mailbox is there; what is kept of emails is damaged or cannot be reached.
        tally.took_none = True
        raise
    except Refused:
        raise
    except SomeUnread:
        _note_fetch(office, tally, good=True)
        raise
    except Exception as error:
        tally.took_none = not isinstance(error, WorldFailed)
        _note_fetch(office, tally, good=False)
        raise
    _note_fetch(office, tally, good=True)


def _note_fetch(office: Office, tally: Tally, *, good: bool) -> None:
    noted = after_fetch(sure_pulse(office, tally), office.clock.now(), good=good)
    attempt(tally, PULSE, lambda: office.pulse.write(noted))


def watch_fetching(office: Office) -> None:
    """Say once that no email was fetched for too long, and once that it is fetched again."""
    before = office.pulse.read()
    pulse = _watch_fetching(office, before)
    if pulse != before:
        office.pulse.write(pulse)


def watch_mornings(office: Office) -> None:
    """Bring the morning's counts."""
    before = office.pulse.read()
    pulse = _heartbeat(office, before)
    if pulse != before:
        office.pulse.write(pulse)


def watch_sending(office: Office, tally: Tally, *, is_broken: bool) -> None:
    """Put up a sign where nothing can be sent for too long, since no email can say so; take it down afterwards.

    Where an alert cannot leave, the sign is put up at once, and stays until each has left. `is_broken`: the sending
    itself broke in this round.
    """
    pulse = sure_pulse(office, tally)
    now, minutes = office.clock.now(), office.school.watching.silent_minutes
    if is_broken or tally.alerts_unsent:
        # Other emails may leave: while an alert does not, sending does not work.
        pulse = after_send(pulse, now, good=False)
    since, is_urgent = pulse.send_failing_since, is_broken or tally.alerts_unsent > 0
    is_new = not pulse.send_told or tally.alerts_refused > 0
    if since and is_new and (is_urgent or is_silent(None, since, now, minutes)):
        office.pulse.cry(_sign_refused(office, now) if tally.alerts_refused else _sign(office, since))
        office.pulse.write(replace(pulse, send_told=True))
    elif pulse.send_told and since is None:
        office.pulse.hush()
        _tell(office, "Emails are going out again", "sending", failing=False, since=pulse.sent_at)
        office.pulse.write(replace(pulse, send_told=False, flood_told=False))
        _watch_flood(office, tally)
    elif not pulse.send_told:
        _watch_flood(office, tally)


def _watch_flood(office: Office, tally: Tally) -> None:
    """The sign of a flood stands for the rest of its day, and for as long as a cap holds an alert back."""
    pulse = sure_pulse(office, tally)
    alerts, _ = gathered_today(of_day(pulse, office.clock.today()))
    is_flood = bool(alerts or tally.alerts_held)
    if is_flood == pulse.flood_told:
        return
    if is_flood:
        office.pulse.cry(_sign_flood(office))
    else:
        office.pulse.hush()
    office.pulse.write(replace(pulse, flood_told=is_flood))


def _sign(office: Office, since: datetime) -> str:
    return (
        f"Letterladder, {office.school.name}: NO EMAILS CAN BE SENT since {_at(since)}.\n"
        "Alerts, approvals and reminders are waiting in the queue; nothing is lost. Run `check --login` to see why.\n"
        "This file disappears by itself when sending works again.\n"
    )


def _sign_flood(office: Office) -> str:
    return (
        f"Letterladder, {office.school.name}: SO MANY ALERTS CAME IN THAT THEY ARE TOLD TOGETHER, on"
        f" {uk_date(office.clock.today())}.\n"
        "Look now: run `letterladder intray` and `letterladder cases`. Nothing is lost.\n"
        "This file disappears by itself on the next day, when no alert is waiting.\n"
    )


def _sign_refused(office: Office, now: datetime) -> str:
    return (
        f"Letterladder, {office.school.name}: AN ALERT ABOUT DANGER CANNOT BE SENT; last tried {_at(now)}.\n"
        "The mail server refuses it. Look now: run `letterladder intray` and `letterladder cases`, and tell the"
        " designated safeguarding lead.\n"
        "This file disappears by itself when no such alert is waiting.\n"
    )


def _watch_fetching(office: Office, pulse: Pulse) -> Pulse:
    now, minutes = office.clock.now(), office.school.watching.silent_minutes
    failing = pulse.fetch_failing_since
    if failing and not pulse.fetch_told and is_silent(pulse.fetched_at, failing, now, minutes):
        if not in_school_hours(office):
            return pulse
        _tell(
            office,
            "Please look in the mailbox: no emails can be fetched",
            "fetching",
            failing=True,
            since=pulse.fetched_at or failing,
        )
        return replace(pulse, fetch_told=True)
    if pulse.fetch_told and failing is None:
        _tell(office, "Emails are being fetched again", "fetching", failing=False, since=pulse.fetched_at)
        return replace(pulse, fetch_told=False)
    return pulse


def _tell(office: Office, subject: str, what: str, *, failing: bool, since: datetime | None) -> None:
    office.queue_mail(silence_mail(office, subject, what, failing=failing, since=since))


def silence_mail(
    office: Office, subject: str, what: str, *, failing: bool, since: datetime | None
) -> OutgoingMail:
    """The email that says that emails are not fetched or sent, or are again."""
    fields = {
        "what": what,
        "failing": failing,
        "since": _at(since) if since else "",
        "mailbox": office.inbox.name,
    }
    written = write_page(office, "notice-silence.j2", fields, to_how_it_is(office.school))
    return mail_to(office, MailKind.WATCH, subject, written)


def _heartbeat(office: Office, pulse: Pulse) -> Pulse:
    """Once each school morning, from the hour on at which emails may go out."""
    today = office.clock.today()
    if not office.school.watching.heartbeat or pulse.heartbeat_on == today or not in_school_hours(office):
        return pulse
    office.queue_mail(heartbeat_mail(office, pulse))
    return replace(pulse, heartbeat_on=today)


def heartbeat_mail(office: Office, pulse: Pulse) -> OutgoingMail:
    """The counts of this morning."""
    policy, mails, today = office.school.policy, office.index.mails, office.clock.today()
    cases = CaseBook(office).still_open()
    counts = day_counts([(case, next_step(case, policy, today)) for case in cases], today)
    tray = [*mails.unjudged(), *mails.in_tray()]
    seen_last = mails.last_received()
    fields = {
        "today": uk_date(today),
        "last_seen": _at(seen_last) if seen_last else "",
        "fetched": _at(pulse.fetched_at) if pulse.fetched_at else "",
        "in_tray": sum(not row.seen.old for row in tray),
        "old": sum(row.seen.old for row in tray),
        "late": sum(was_missed(row, office.clock.now()) for row in tray),
        "counts": counts,
        "machines": _filed_as_machines(office, pulse),
        "unsent": sum(1 for _ in leaving_now(office, pulse)),
        "unreadable": len(office.index.cases.broken()),
    }
    written = write_page(office, "heartbeat.j2", fields, to_today(office.school))
    return mail_to(office, MailKind.HEARTBEAT, "This morning's counts", written)


def _short(subject: str) -> str:
    line = one_line(subject)
    return line if len(line) <= LONGEST_SUBJECT else f"{line[: LONGEST_SUBJECT - 3].rstrip()}..."


def _filed_as_machines(office: Office, pulse: Pulse) -> dict[str, object]:
    """How many emails were filed as a machine's since the last counts, and the subjects of the newest; {} for none.

    Nothing that names somebody of the register is among them: that is never filed as a machine's.
    """
    today = office.clock.today()
    since = pulse.heartbeat_on or today - timedelta(days=1)
    rows = [
        row
        for row in office.index.mails.by_machines(MOST_MACHINES)
        if row.judged_at and since <= local_day(row.judged_at) < today and not row.seen.old
    ]
    subjects = [_short(row.seen.subject) or "(no subject)" for row in rows[:MOST_SUBJECTS]]
    more = len(rows) - len(subjects)
    return {"count": len(rows), "subjects": subjects, "more": more} if rows else {}


def mail_to(
    office: Office, kind: MailKind, subject: str, written: Written, *, roles: tuple[str, ...] = TOLD
) -> OutgoingMail:
    """An email about no case to whoever holds these roles."""
    return OutgoingMail(
        message_id=office.new_id(""),
        kind=kind,
        to=office.school.mails_of(*roles),
        subject=subject_of(office, "", subject),
        text=written.text,
        html=written.html,
    )


def _at(moment: datetime) -> str:
    local = moment.astimezone(LONDON)
    return f"{uk_date_short(local)}, {local:%H:%M}"
