"""The email that asks for a yes: the letter, why now, and by which rule its dates are filled in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ..ground.english import uk_date
from ..ground.errors import CalendarEnds, Refused
from ..rules.cases.case import Case, LetterState
from ..rules.days.calendar import ONE_DAY
from ..rules.letters.letter_dates import LetterDates, dates_of
from ..rules.letters.slots import days_for, label_of, rule_in
from ..rules.letters.warnings import overdue
from ..rules.mails.desk_links import to_letter
from ..rules.mails.outgoing import MailKind, OutgoingFile, OutgoingMail
from ..rules.mails.subjects import by_day
from ..rules.people.rights import Right, rights_at
from ..rules.words import LetterStatus, Method
from .notices import letter_files, subject_of, write_page
from .office import Office
from .reporter_notes import kinds_noted

LONG = timedelta(weeks=3)
"""From this age of a draft on, whoever is reminded is asked whether what it says is still so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who is asked, with which code, and what they should know first; `first_asked`: this is a reminder.

    `person` is the address of one of several who hold the role; "" for the one who does.
    """

    role: str
    code: str
    person: str = ""
    notes: tuple[str, ...] = ()
    first_asked: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A date that is filled in later: what it is called, its rule, and which day it would be today ("": unknown).

    The rule of the letter's own date is that of all of them, `dating`, and is not said twice.
    """

    label: str
    rule: str
    day: str


def approval_mail(office: Office, case: Case, letter: LetterState, asking: Asking) -> OutgoingMail:
    """The email to one approver: the letter's own words below, and the files as they are to be approved.

    Where no letter is approved by email, nothing in it can be sent back as a yes.
    """
    who = office.school.holder_at(asking.person) or office.school.people[asking.role]
    box, code = office.school.safeguarding_mailbox, asking.code
    when = _when(office, letter)
    please = "Reminder: please approve a letter" if asking.first_asked else f"Please approve a letter {when}"
    subject = subject_of(office, case.ref, please.strip())
    files = letter_files(office, case.ref, letter.file, letter.pdf)
    fields = {
        **_about(office, case, letter),
        "reporters": kinds_noted(office.cases, case.ref) if _may_know_who_told(office, who.email) else (),
        "approver": who.name,
        "when": "" if asking.first_asked else when,
        "code": code,
        "warnings": (*asking.notes, *_notes(office, case, letter, asking), *letter.warnings),
        "first_asked": uk_date(asking.first_asked) if asking.first_asked else "",
        "approve_link": office.mailto(box, subject, f"APPROVE {code}") if code else "",
        "return_link": office.mailto(box, subject, f"RETURN {code}\n\nWhat should change: ") if code else "",
        "words": _words(office, files),
    }
    written = write_page(office, "approval.j2", fields, to_letter(office.school, case.ref))
    return OutgoingMail(
        message_id=office.new_id(case.ref),
        kind=MailKind.APPROVAL,
        to=(who.email,),
        subject=subject,
        text=written.text,
        html=written.html,
        files=files,
        ref=case.ref,
    )


def _may_know_who_told(office: Office, address: str) -> bool:
    """Whether the holder of this address may know who reported: the kind alone may tell, as of the other parent."""
    return Right.REPORTER in rights_at(office.school.policy, office.school.roles_at(address))


def _when(office: Office, letter: LetterState) -> str:
    """By when the yes is asked for: the day printed in the letter, else the day from which the alternate is asked too.

    "" where that day is past the calendar.
    """
    calendar, today = office.school.calendar, office.clock.today()
    day = letter.date_on_letter
    try:
        if day is None:
            day = today
            for _ in range(office.school.approving.alternate_after_days):
                day = calendar.next_school_day(day + ONE_DAY)
    except CalendarEnds:
        return ""
    return by_day(day, today) if day >= today else ""


def _words(office: Office, files: tuple[OutgoingFile, ...]) -> str:
    """What the attached letter says; "" where its words cannot be taken out of it: the file itself is there."""
    try:
        return office.word.text_of(files[0].content).strip() if files else ""
    except Refused:
        return ""


def _about(office: Office, case: Case, letter: LetterState) -> dict[str, object]:
    kinds = office.school.policy.conduct
    return {
        "ref": case.ref,
        "code_days": office.school.approving.code_days,
        "by_desk": office.school.approving.by_desk,
        "letter": letter.letter,
        "letter_name": office.school.policy.letters.name_of(letter.letter),
        "version": letter.version,
        "adult": case.adult_name,
        "conduct": [kinds[one].title for one in case.conduct if one in kinds],
        "reason": letter.reason,
        "dated": uk_date(letter.date_on_letter) if letter.date_on_letter else "",
        "answer_by": uk_date(letter.answer_by) if letter.answer_by else "",
        "dating": letter.dating.split("; "),
        "places": list(_places(letter, _dates_today(office, case, letter))),
        "today": uk_date(office.clock.today()),
        "changes": letter.changes,
        "history": [f"{uk_date(day)}: {name}" for day, name in case.history],
        "sha256": letter.sha256,
    }


def _places(letter: LetterState, dates: LetterDates | None) -> Iterator[Place]:
    days = days_for(letter.slots, dates) if dates else {}
    for name, words in letter.slots.items():
        day = days.get(name)
        rule = "" if name == "letter_date" else rule_in(words)
        yield Place(label=f"{label_of(name):<10}", rule=rule, day=uk_date(day) if day else "")


def _dates_today(office: Office, case: Case, letter: LetterState) -> LetterDates | None:
    """The dates that the letter would get if it were approved today; None where they cannot be calculated."""
    step = office.school.policy.steps.get(letter.letter)
    if step is None or not letter.slots:
        return None
    given = case.given(letter.letter, office.school.policy.letters)
    by_mail = letter.planned_method is Method.MAIL
    try:
        return dates_of(step, office.school, office.clock.today(), given, by_mail=by_mail)
    except (CalendarEnds, Refused):
        return None


def _notes(office: Office, case: Case, letter: LetterState, asking: Asking) -> Iterator[str]:
    """What is said besides of a letter that waits as long as it must."""
    today = office.clock.today()
    earlier = case.letter(letter.letter, letter.version - 1)
    if (
        earlier
        and earlier.status is LetterStatus.VOID
        and earlier.note
        and (letter.slots or earlier.stand_in)
    ):
        yield f"Version {earlier.version} no longer counts: {earlier.note}."
    if not letter.slots:
        return
    if asking.first_asked and today >= asking.first_asked + LONG:
        asked = uk_date(asking.first_asked)
        yield f"This letter has waited since {asked}. Please make sure that what it says is still so."
    dates = _dates_today(office, case, letter)
    if dates is None:
        yield "Its dates cannot be calculated today, so it would wait; the office is told why once it is approved."
    else:
        yield from (f"If it is approved today: {one}" for one in dates.warnings)
    yield from (one for one in overdue(office.school, today) if one not in letter.warnings)
