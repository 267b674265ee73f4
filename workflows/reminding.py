"""Remind people of dates: before, on and after, in school hours only, each stage once."""

from datetime import date

from ..ground.english import uk_date
from ..rules.cases.case import Case, LetterState
from ..rules.cases.duties import open_duties
from ..rules.cases.events import ReminderSent
from ..rules.cases.promises import meeting_agreed
from ..rules.mails.codes import code_holder
from ..rules.mails.desk_links import to_case
from ..rules.mails.outgoing import MailKind, OutgoingMail
from ..rules.mails.subjects import named_day
from ..rules.office.errands import errands_of
from ..rules.standing.next_step import next_step
from ..rules.standing.reminders import Owed, Reminder, approval_about, reminders_due
from ..rules.standing.steps import About, Ask, AskApproval, asked_of
from ..rules.standing.stops import leaving_letter
from .absent import away, reminded_instead
from .approval_mails import Asking, approval_mail
from .approving import ask_approval, code_of, code_until, hash_of, still_to_agree
from .notices import subject_of, write_page
from .office import Office, Tally
from .readers import answerer_of, readers_of
from .standing_in import put_to_alternate


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
    meeting = meeting_agreed(case, office.school.policy)
    owed = Owed(
        duties=open_duties(case, office.school.policy),
        doer=_doer(office, asked),
        meeting=meeting.letter.letter if meeting else "",
        meeting_days=meeting.days if meeting else (),
        by_provider=asked is not None and asked.about is About.POSTING and _with_provider(office, case),
    )
    for reminder in reminders_due(case, waits, calendar, reminding, today=today, owed=owed):
        letter = case.in_hand
        if letter and reminder.about == approval_about(letter, reminder.roles[0]):
            if away(office, reminder.roles[0]):
                continue  # whoever is away is reminded when they are back
            _ask_again(office, case, letter, reminder)
            tally.reminded += 1
            continue
        mail = reminder_mail(office, case, reminder, asked.why if asked else "")
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


def _with_provider(office: Office, case: Case) -> bool:
    """Whether the letter that is leaving is a provider's to post; what it did not take is the office's."""
    letter = leaving_letter(case)
    errands = errands_of(office.printing.entries()) if letter else {}
    errand = errands.get((case.ref, letter.letter, letter.version)) if letter else None
    return errand is not None and not errand.end


def _doer(office: Office, asked: Ask | None) -> str:
    """The role that does what the case waits for, where the policy names one."""
    to_do = asked.options if asked and asked.about is About.ACTION else ()
    step = office.school.policy.steps.get(to_do[0]) if to_do else None
    return step.doer if step else ""


def _ask_again(office: Office, case: Case, letter: LetterState, reminder: Reminder) -> None:
    """Send the same letter with the same code again, which is then good for longer.

    Where the code cannot be made again, because the school's secret is gone, a new one is sent.
    """
    if put_to_alternate(office, case, AskApproval(letter=letter)):
        return  # The round prints it again, in the name of who is asked instead.
    role = answerer_of(office, case, reminder.roles[0])
    again: list[ReminderSent] = []
    for person in still_to_agree(office, case, letter, role):
        whose = code_holder(role, person)
        code = code_of(office, case, letter, whose)
        bound = hash_of(code, case, letter, whose)
        if all(one.hash != bound for one in letter.codes):
            ask_approval(office, case, letter, role=role)
            return
        asking = Asking(role=role, person=person, code=code, first_asked=reminder.day)
        mail = approval_mail(office, case, letter, asking)
        office.queue_mail(mail)
        again.append(_reminded(office, letter, reminder, mail))
    office.note(case.ref, *again)


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


def reminder_mail(office: Office, case: Case, reminder: Reminder, why: str) -> OutgoingMail:
    """A reminder; it carries the reference and the date, not what was posted or by whom."""
    today = office.clock.today()
    apart = office.school.calendar.working_days_between(*sorted((reminder.day, today)))
    fields = {
        "ref": case.ref,
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
    written = write_page(office, "reminder.j2", fields, to_case(office.school, case.ref))
    return OutgoingMail(
        message_id=office.new_id(case.ref),
        kind=MailKind.REMINDER,
        to=readers_of(office, case.ref, reminded_instead(office, _roles(case, reminder))),
        subject=subject_of(office, case.ref, _subject(reminder.day, today)),
        text=written.text,
        html=written.html,
        calendar=entry if ahead else b"",
        ref=case.ref,
        line=f"{_place(reminder.day, today)}: {reminder.about}{f' ({why})' if why else ''}",
        until=reminder.day if ahead else None,
        link=to_case(office.school, case.ref),
        waits_for=reminder.about if reminder.about in set(About) else "",
    )


def _place(day: date, today: date) -> str:
    """Whether the day is to come, as a line of a digest says it."""
    return f"Overdue since {uk_date(day)}" if day < today else "A date to remember"


def _subject(day: date, today: date) -> str:
    if day == today:
        return "A date to remember: today"
    named = named_day(day, today)
    return f"A date to remember: {named}" if day > today else f"Please look: overdue since {named}"


def _roles(case: Case, reminder: Reminder) -> tuple[str, ...]:
    """Where the head is the target or a witness, the alternate is reminded instead."""
    return tuple("alternate" if role == "head" and case.alternate else role for role in reminder.roles)
