"""Remind people of dates: before, on and after, in school hours only, each stage once."""

from ..ground.english import uk_date
from ..rules.cases.case import Case, LetterState
from ..rules.cases.duties import open_duties
from ..rules.cases.events import ReminderSent
from ..rules.mails.codes import code_hash
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.standing.next_step import next_step
from ..rules.standing.reminders import Reminder, approval_about, reminders_due
from ..rules.standing.steps import asked_of
from .approval_mails import Asking, approval_mail
from .approving import ask_approval, code_of, code_until
from .notices import subject_of
from .office import Office, Tally


def remind_of(office: Office, ref: str, tally: Tally) -> None:
    """Send every reminder of a case that is due now; whoever calls knows that emails may go out at this hour.

    Raises:
        CalendarEnds: a date is past the school's calendar.
    """
    _remind(office, office.case(ref), tally)


def _remind(office: Office, case: Case, tally: Tally) -> None:
    today = office.clock.today()
    waits = next_step(case, office.school.policy, today)
    asked = asked_of(waits)
    calendar, reminding = office.school.calendar, office.school.reminding
    still = open_duties(case, office.school.policy)
    for reminder in reminders_due(case, waits, calendar, reminding, today=today, duties=still):
        letter = case.in_hand
        if letter and reminder.about == approval_about(letter, reminder.roles[0]):
            _ask_again(office, case, letter, reminder)
            tally.reminded += 1
            continue
        mail = _mail(office, case, reminder, asked.why if asked else "")
        office.queue_mail(mail)
        event = ReminderSent(
            about=reminder.about,
            day=reminder.day,
            stage=reminder.stage,
            to=list(mail.to),
            message_id=mail.message_id,
        )
        office.note(case.ref, event)
        tally.reminded += 1


def _ask_again(office: Office, case: Case, letter: LetterState, reminder: Reminder) -> None:
    """Send the same letter with the same code again, which is then good for longer.

    Where the code cannot be made again, because the school's secret is gone, a new one is sent.
    """
    role = reminder.roles[0]
    code = code_of(office, case, letter, role)
    bound = code_hash(code, ref=case.ref, subject=letter.sha256, approver=role)
    if all(one.hash != bound for one in letter.codes):
        ask_approval(office, case, letter, role=role)
        return
    mail = approval_mail(office, case, letter, Asking(role=role, code=code, first_asked=reminder.day))
    office.queue_mail(mail)
    office.note(case.ref, _reminded(office, letter, reminder, mail))


def _reminded(office: Office, letter: LetterState, reminder: Reminder, mail: OutgoingMail) -> ReminderSent:
    return ReminderSent(
        about=reminder.about,
        day=reminder.day,
        stage=reminder.stage,
        to=list(mail.to),
        message_id=mail.message_id,
        letter=letter.letter,
        version=letter.version,
        code_until=code_until(office),
    )


def _mail(office: Office, case: Case, reminder: Reminder, why: str) -> OutgoingMail:
    """A reminder; it carries the reference and the date, not what was posted or by whom."""
    today = office.clock.today()
    apart = office.school.calendar.working_days_between(*sorted((reminder.day, today)))
    fields = {
        "ref": case.ref,
        "school": office.school.name,
        "about": reminder.about,
        "day": uk_date(reminder.day),
        "days": apart,
        "place": "before" if today < reminder.day else "after" if today > reminder.day else "on",
        "why": why,
    }
    ahead = reminder.day >= today
    entry = office.calendar_entry(
        f"{case.ref}: {reminder.about}", reminder.day, f"{case.ref}-{reminder.about}"
    )
    return OutgoingMail(
        message_id=office.new_id(case.ref),
        kind=MailKind.REMINDER,
        to=office.school.mails_of(*_roles(case, reminder)),
        subject=subject_of(office, case.ref, "a date to remember" if ahead else "overdue"),
        text=office.texts.write("reminder.j2", fields),
        calendar=entry if ahead else b"",
        ref=case.ref,
    )


def _roles(case: Case, reminder: Reminder) -> tuple[str, ...]:
    """Where the head is the target or a witness, the alternate is reminded instead."""
    return tuple("alternate" if role == "head" and case.alternate else role for role in reminder.roles)
