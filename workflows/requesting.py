"""Requests for information: recorded by hand or from an email's flag, reminded of, acknowledged, answered."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from ..ground.english import uk_date
from ..ground.errors import CalendarBegins, Problem, Refused
from ..rules.cases.sentences import local_time
from ..rules.mails.desk_links import to_page
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.mails.subjects import by_day, named_day
from ..rules.office.exports import (
    RequestAcknowledged,
    RequestAnswered,
    RequestExtended,
    RequestReceived,
    RequestReminded,
    RequestUncounted,
)
from ..rules.office.requests import FROM_FLAG, Request, fold_requests, last_day, next_number
from ..rules.standing.reminders import may_remind, stage_reached
from ..rules.words import RequestAbout
from .known_emails import rows_of
from .notices import write_page
from .office import RULES, Office, Tally
from .readers import readers_of, readers_of_mail
from .troubles import attempt, meet

ROLES = ("dsl", "office")
OVERDUE_ROLES = ("dsl", "office", "head")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRequest:
    """What a person records; `received` is the day the school got it, by whatever way."""

    about: RequestAbout
    received: date
    who: str = ""
    ref: str = ""
    mail: str = ""


def requests_of(office: Office) -> dict[str, Request]:
    """Every request by its number."""
    return fold_requests(office.requests.entries())


def record_request(office: Office, new: NewRequest, *, by: str) -> Request:
    """Start the clock of a request.

    Raises:
        CalendarEnds: the last day is past the calendar.
        Refused: there is no such case.
    """
    if new.ref:
        office.case(new.ref)
    known = requests_of(office)
    number = next_number(known, new.received.year)
    due = last_day(new.about, new.received, office.school.calendar, office.school.legal)
    event = RequestReceived(
        number=number,
        about=new.about,
        received=new.received.isoformat(),
        due=due.day.isoformat(),
        rule=due.rule,
        who=new.who,
        ref=new.ref,
        mail=new.mail,
    )
    office.requests.append(office.clock.now(), by, event, order=office.order)
    return requests_of(office)[number]


def request_in_mail(office: Office, mail: str, about: RequestAbout) -> NewRequest:
    """The request that an email holds: its day, its sender, its case.

    Raises:
        Refused: no email, or several, has a SHA-256 that begins so.
    """
    found = {row.seen.sha256: row for row in rows_of(office).values() if row.seen.sha256.startswith(mail)}
    if len(found) != 1 or not mail:
        what = f"{len(found)} emails have a number beginning with “{mail}”."
        raise Refused(Problem(where="--mail", what=what, what_to_do="The command `mails` lists them all."))
    row = next(iter(found.values()))
    return NewRequest(
        about=about,
        received=local_time(row.seen.received).date(),
        who=row.seen.sender,
        ref=row.judged.ref if row.judged else "",
        mail=row.seen.sha256,
    )


def open_request(office: Office, number: str) -> Request:
    """The request of this number.

    Raises:
        Refused: there is none, or it is answered already.
    """
    found = requests_of(office).get(number)
    if found is None:
        raise Refused(_refusal(number, "There is no such request.", "The command `requests` lists them."))
    if found.answered:
        raise Refused(_refusal(number, f"It was answered on {found.answered}.", "Record a new request."))
    return found


def _refusal(number: str, what: str, what_to_do: str) -> Problem:
    return Problem(where=number, what=what, what_to_do=what_to_do)


def acknowledge_request(office: Office, number: str, on: date, *, by: str) -> None:
    """Note that the school wrote that it has the request; raises `Refused` as `open_request`."""
    open_request(office, number)
    event = RequestAcknowledged(number=number, on=on.isoformat())
    office.requests.append(office.clock.now(), by, event, order=office.order)


def extend_request(office: Office, number: str, due: date, reason: str, *, by: str) -> None:
    """Note that the last day moved (a complex subject access request may take two further months).

    Raises:
        Refused: there is no such open request, no reason, or the new day is not later.
    """
    found = open_request(office, number)
    if not reason.strip() or due <= found.due:
        what = "More time needs a reason and a later day."
        raise Refused(_refusal(number, what, "Give --reason and a --due after the present one."))
    event = RequestExtended(number=number, due=due.isoformat(), reason=reason.strip())
    office.requests.append(office.clock.now(), by, event, order=office.order)


def answer_request(office: Office, number: str, on: date, how: str, *, by: str) -> None:
    """Note how the request was answered.

    Raises:
        Refused: there is no such open request, or it is not said how.
    """
    open_request(office, number)
    if not how.strip():
        raise Refused(
            _refusal(number, "It does not say how.", "Give --how: sent, refused, withdrawn, not a request.")
        )
    event = RequestAnswered(number=number, on=on.isoformat(), how=how.strip())
    office.requests.append(office.clock.now(), by, event, order=office.order)


def record_flagged(office: Office, tally: Tally) -> int:
    """Start a clock for each judged email that asks for information and has none yet; returns how many.

    One whose last day cannot be told, or whose case cannot be read, is a problem of the tally, stops no other, and is
    tried again at the next round. One from before the calendar is said once.
    """
    known = {(request.mail, request.about) for request in requests_of(office).values()}
    count = 0
    for row in office.index.mails.asking():
        for seen in row.judged.flags if row.judged else ():
            about = FROM_FLAG.get(seen.flag)
            if about is None or (row.seen.sha256, about) in known:
                continue
            try:
                record_request(office, request_in_mail(office, row.seen.sha256, about), by=RULES)
            except CalendarBegins as begins:
                _say_uncounted(office, tally, RequestUncounted(mail=row.seen.sha256, about=about), begins)
                continue
            except Exception as error:  # noqa: BLE001 - the border of one email: recorded, the next one has its turn
                meet(tally, f"email {row.seen.sha256[:12]}", error)
                continue
            known.add((row.seen.sha256, about))
            count += 1
    return count


def _say_uncounted(office: Office, tally: Tally, event: RequestUncounted, begins: CalendarBegins) -> None:
    """Say once that no clock can run for this email; when the calendar reaches it, one does without being asked."""
    if any(entry.event == event for entry in office.requests.entries()):
        return
    office.requests.append(office.clock.now(), RULES, event)
    why = " ".join(one.what for one in begins.problems)
    what = f"It asks for information ({event.about}), and no clock runs for it: it came before the calendar. {why}"
    what_to_do = "If it still matters, add the earlier terms to calendar.toml; this is said once."
    tally.problems.append(Problem(where=f"email {event.mail[:12]}", what=what, what_to_do=what_to_do))


def remind_of_requests(office: Office, tally: Tally) -> None:
    """Remind of each last day: before, on and after, each stage once."""
    school, today = office.school, office.clock.today()
    if not may_remind(school.calendar, school.reminding, office.clock.now()):
        return
    for request in requests_of(office).values():
        if not request.runs:
            continue
        stage = stage_reached(request.due, school.calendar, school.reminding, today=today)
        if stage and (request.due.isoformat(), stage) not in request.reminded:
            tally.reminded += attempt(tally, request.number, partial(_remind, office, request, stage))


def _remind(office: Office, request: Request, stage: str) -> None:
    mail = reminder_mail(office, request)
    office.queue_mail(mail)
    event = RequestReminded(
        number=request.number, day=request.due.isoformat(), stage=stage, message_id=mail.message_id
    )
    office.requests.append(office.clock.now(), RULES, event)


def reminder_mail(office: Office, request: Request) -> OutgoingMail:
    """The email about a request's last day."""
    today = office.clock.today()
    overdue = today > request.due
    when = f", overdue since {named_day(request.due, today)}" if overdue else f" {by_day(request.due, today)}"
    link = to_page(office.school, "requests", request.number)
    written = write_page(office, "reminder-request.j2", _fields(request, overdue=overdue), link)
    return OutgoingMail(
        message_id=office.new_id(""),
        kind=MailKind.REMINDER,
        to=_readers(office, request, OVERDUE_ROLES if overdue else ROLES),
        subject=f"[{request.number}] Please answer a request{when}",
        text=written.text,
        html=written.html,
        ref=request.ref,
        line=f"Please answer request {request.number}{when if overdue else ''}",
        until=None if overdue else request.due,
        link=link,
    )


def _readers(office: Office, request: Request, roles: tuple[str, ...]) -> tuple[str, ...]:
    """Nobody who is too near to its case, or to the email that it is in, while somebody else of the chain is left."""
    if request.ref or not request.mail:
        return readers_of(office, request.ref, roles)
    return readers_of_mail(office, request.mail, roles)


def _fields(request: Request, *, overdue: bool) -> dict[str, object]:
    return {
        "number": request.number,
        "about": str(request.about),
        "ref": request.ref,
        "day": uk_date(request.due),
        "received": uk_date(request.received),
        "rule": request.rule,
        "overdue": overdue,
    }
