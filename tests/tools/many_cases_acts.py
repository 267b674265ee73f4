"""What people do in the stories of many cases: they report, approve, post, answer, decide, and let time pass."""

from datetime import date, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from office import BOX, INSULT, Rehearsal, an_office, edited, form, school_folder
from tools.many_cases_people import HEADER, STAND_IN

from letterladder.workflows.advance import advance
from letterladder.workflows.approving import approve
from letterladder.workflows.office import Signed, Tally

REF = "2026-0001"
REPORTER = "Beth Aldous <b.aldous@larkfield.example>"


def school_of(folder: Path, begins: date) -> Rehearsal:
    """A school with one family, on the day a story begins."""
    (school_folder(folder) / "people.csv").write_text(f"{HEADER}\n{STAND_IN.row}\n", encoding="utf-8")
    edited(folder / "school", ("most_per_day = 50", "most_per_day = 1000"))
    return an_office(folder, begins)


def until(school: Rehearsal, day: date) -> None:
    """Every working day up to this one comes, with a round."""
    while school.clock.today() < day:
        school.clock.turn_to(school.clock.today() + timedelta(days=1))
        if school.clock.today().weekday() < 5:
            school.round()


def later(school: Rehearsal, days: int) -> None:
    """So many calendar days go by."""
    until(school, school.clock.today() + timedelta(days=days))


def reported(school: Rehearsal, what: str = INSULT, subject: str = "Form: online") -> None:
    """Staff report by the form."""
    school.write(REPORTER, subject, form(STAND_IN.adult_name, STAND_IN.pupil_name, what=what))
    school.round()


def with_picture(school: Rehearsal) -> None:
    """A further report comes in, with a picture of the screen."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = REPORTER, BOX, "Form: once more"
    mail["Date"], mail["Message-ID"] = format_datetime(school.clock.now()), "<picture@elsewhere.example>"
    mail.set_content(form(STAND_IN.adult_name, STAND_IN.pupil_name, what=INSULT))
    mail.add_attachment(b"\x89PNG picture", maintype="image", subtype="png", filename="screen.png")
    school.deliver(mail.as_bytes())
    school.round()


def goes_out(school: Rehearsal, *, by: str = "Mrs Hollis") -> None:
    """The head approves the letter in hand at the desk, or whoever may, and the office posts it on its day."""
    approve(school.office, school.case(), Signed(by=by))
    advance(school.office, REF, Tally())
    letter = school.in_hand()
    if letter.date_on_letter:
        until(school, letter.date_on_letter)
    school.office_posts()
    school.round()


def decided(school: Rehearsal, step: str, reason: str, *, by: str = "Mrs Hollis", **fields: str) -> None:
    """The head decides on a letter, or whoever reviews; its fields are supplied, and it goes out."""
    school.decided(step, reason, by=by)
    if fields:
        school.supplied(step, **fields)
    goes_out(school, by=by)


def first_letter(school: Rehearsal) -> None:
    """A clear report, and the first letter."""
    reported(school)
    goes_out(school)


def silence(school: Rehearsal) -> None:
    """The answer-by passes; the round after it notes the lapse."""
    posted = school.case().last_posted
    if posted is None or posted.answer_by is None:
        raise AssertionError("no clock runs")
    until(school, posted.answer_by)
    later(school, 1 if posted.answer_by.weekday() < 4 else 7 - posted.answer_by.weekday())
