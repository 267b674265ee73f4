"""Letters that go out by email: on their day, once, and never again after a crash."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from office import DSL, DUNN_MAIL, OFFICE, QuickPdf, Rehearsal, an_office, edited, school_folder

from letterladder.ground.errors import Problem, WorldFailed
from letterladder.ground.values import replace
from letterladder.rules.cases.events import LetterDated, LetterPosted
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail
from letterladder.workflows.ports import Outbox
from letterladder.workflows.posting import Sent, record_not_posted, record_posted
from letterladder.workflows.rounds import run_round


@dataclass(slots=True)
class DownOutbox:
    """A mail server that does not answer: each email is kept, and no letter is begun."""

    real: Outbox

    def send(self, mail: OutgoingMail) -> None:
        """Fail."""
        del mail
        raise WorldFailed(*self.check())

    def check(self) -> list[Problem]:
        """It is down."""
        return [Problem(where="smtp", what="It does not answer.", what_to_do="Wait.")]


class Stopped(BaseException):
    """The machine went off; nothing may catch it."""


@dataclass(slots=True)
class FailingOutbox:
    """Sends letters, and then fails in its own way: the answer of the server is lost, or the machine goes off."""

    real: Outbox
    how: type[BaseException]
    letters: int = 0

    def send(self, mail: OutgoingMail) -> None:
        """Send, count, and fail after a letter."""
        self.real.send(mail)
        if mail.kind is MailKind.LETTER:
            self.letters += 1
            if self.how is Stopped:
                raise Stopped
            raise WorldFailed(
                Problem(where="smtp", what="The link broke.", what_to_do="Check whether it went.")
            )

    def check(self) -> list[Problem]:
        """All is well."""
        return self.real.check()


def approved(
    tmp_path: Path, how: type[BaseException] | None = None
) -> tuple[Rehearsal, FailingOutbox | None]:
    """A school that sends letters by email; L1 is approved and dated 3 November."""
    edited(school_folder(tmp_path), ('method = "first-class"', 'method = "mail"'))
    school = an_office(tmp_path, pdf=QuickPdf())
    outbox = FailingOutbox(school.office.outbox, how) if how else None
    if outbox:
        school = an_office(tmp_path, pdf=QuickPdf(), outbox=outbox)
    school.report()
    school.head_approves()
    return school, outbox


def sent_letters(school: Rehearsal) -> int:
    """How many letters left by email."""
    return sum(mail.kind == "letter" for mail in school.sent_mails())


def test_a_letter_by_mail_leaves_on_its_day_and_starts_its_clock(tmp_path: Path) -> None:
    """Not before; with the PDF, to the adult alone."""
    school, _ = approved(tmp_path)
    assert sent_letters(school) == 0
    assert school.day("2026-11-03").posted == 1
    letter = school.newest("letter", "2026-0001")
    assert (letter.to, letter.files) == ((DUNN_MAIL,), ("1-removal-request.pdf",))
    assert school.letters() == ["L1.1 posted"]


def test_an_answer_the_server_never_gave_becomes_a_question(tmp_path: Path) -> None:
    """The text was handed over, the link broke: nobody can say; office and DSL are asked, nothing is repeated."""
    school, outbox = approved(tmp_path, WorldFailed)
    for day in ("2026-11-03", "2026-11-04", "2026-11-05"):
        school.day(day)
    questions = [mail for mail in school.sent_mails() if mail.about == "Did this letter go out? Please say"]
    assert outbox is not None
    assert (outbox.letters, len(questions), questions[0].to) == (1, 1, (OFFICE, DSL))
    assert school.letters() == ["L1.1 posting"]


def after_a_crash(tmp_path: Path) -> Rehearsal:
    """The machine went off between start and end of a posting; then the program is started again."""
    school, _ = approved(tmp_path, Stopped)
    try:
        school.day("2026-11-03")
    except Stopped:
        assert school.kinds()[-1] == "PostingStarted"
    again = an_office(tmp_path, school.clock.today(), pdf=QuickPdf())
    again.numbers = school.numbers
    again.round()
    return again


def test_after_a_crash_the_letter_is_never_sent_twice(tmp_path: Path) -> None:
    """A start without an end is a question, however many rounds follow."""
    school = after_a_crash(tmp_path)
    for day in ("2026-11-04", "2026-11-05", "2026-11-13"):
        school.day(day)
    assert sent_letters(school) == 1
    assert school.kinds().count("PostingQuestioned") == 1


def test_the_question_is_settled_by_a_yes(tmp_path: Path) -> None:
    """It did go out: the clock starts on the day a person says."""
    school = after_a_crash(tmp_path)
    letter = school.in_hand()
    sent = Sent(on=school.clock.today(), method=letter.method or letter.planned_method)
    record_posted(school.office, school.case(), sent, by="Mrs Binns")
    school.round()
    assert school.letters() == ["L1.1 posted"]


def test_the_question_is_settled_by_a_no(tmp_path: Path) -> None:
    """It did not go out: it is drafted again and needs a new yes."""
    school = after_a_crash(tmp_path)
    record_not_posted(school.office, school.case(), "not in the sent email", by="Mrs Binns")
    school.round()
    assert school.letters() == ["L1.1 void", "L1.2 drafted"]


def test_without_a_pdf_the_letter_goes_by_post(tmp_path: Path) -> None:
    """Nobody is sent a Word file; the tray has it, and the office is told."""
    edited(school_folder(tmp_path), ('method = "first-class"', 'method = "mail"'))
    school = an_office(tmp_path)
    school.report()
    school.head_approves()
    school.day("2026-11-03")
    assert sent_letters(school) == 0
    assert list((school.folder / "data" / "outbox" / "to-post").glob("*.docx"))
    assert any(mail.about.startswith("Please post a letter") for mail in school.sent_mails())


@pytest.mark.parametrize(
    ("rounds", "left", "answer_by"),
    [
        (["2026-11-04"], "2026-11-04", "2026-11-11"),
        (["2026-11-05", "2026-11-09"], "2026-11-05", "2026-11-12"),
        (["2026-11-07", "2026-11-10"], "2026-11-10", "2026-11-17"),
        (["2026-11-08", "2026-11-09"], "2026-11-09", "2026-11-16"),
    ],
    ids=["two days later", "three days later", "after a round on a Saturday", "after a round on a Sunday"],
)
def test_a_letter_whose_day_had_no_round_leaves_at_the_next(
    rounds: list[str], left: str, answer_by: str, tmp_path: Path
) -> None:
    """With the date and the time to answer of the day on which it leaves; the head is not asked again."""
    school, _ = approved(tmp_path)
    asked = sum(one.kind == "approval" for one in school.sent_mails())
    for day in rounds:
        school.day(day)
    assert (sent_letters(school), school.letters()) == (1, ["L1.1 posted"])
    events = [entry.event for entry in school.office.cases.read("2026-0001")]
    dated = [one for one in events if isinstance(one, LetterDated)][-1]
    posted = next(one for one in events if isinstance(one, LetterPosted))
    assert (dated.date_on_letter, dated.answer_by) == (
        date.fromisoformat(left),
        date.fromisoformat(answer_by),
    )
    assert (posted.on, posted.answer_by, posted.sha256) == (
        dated.date_on_letter,
        dated.answer_by,
        dated.sha256,
    )
    assert sum(one.kind == "approval" for one in school.sent_mails()) == asked


def test_a_letter_whose_day_had_no_round_does_not_leave_where_a_fact_changed(tmp_path: Path) -> None:
    """Another address, and it is written again and put to the head, as on its day."""
    school, _ = approved(tmp_path)
    edited(school.folder, ("3 Kiln Lane", "8 Mill Bank"), file="people.csv")
    school.day("2026-11-05")
    assert (sent_letters(school), school.letters()) == (0, ["L1.1 void", "L1.2 drafted"])


def test_a_mail_server_that_was_down_on_its_day_makes_it_leave_when_it_is_back(tmp_path: Path) -> None:
    """On that day, with its date, and not on the working day after it."""
    school, _ = approved(tmp_path)
    school.clock.turn_to(date(2026, 11, 3))
    run_round(replace(school.office, outbox=DownOutbox(school.office.outbox)))
    assert sent_letters(school) == 0
    school.day("2026-11-04")
    assert (sent_letters(school), school.letters()) == (1, ["L1.1 posted"])
