"""Robots, bounces, second copies, a renumbered mailbox: each noted once, none answered, no clock stopped wrongly."""

from collections.abc import Sequence
from pathlib import Path

from fakes_mail import MemoryInbox
from office import DSL, DUNN_MAIL, HEAD, OFFICE, QuickPdf, Rehearsal, an_office, edited, form, school_folder

from letterladder.ground.errors import Problem, WorldFailed
from letterladder.ground.values import replace
from letterladder.rules.mails.mail_log import MailboxReset, MailRenumbered

REPORT = (
    "From: b.aldous@larkfield.example\nTo: safeguarding@larkfield.example\n"
    f"Message-ID: <r1@larkfield.example>\nSubject: Form\n\n{form()}"
)


def by_mail(tmp_path: Path) -> Rehearsal:
    """A school that sends letters by email; the first one has gone out."""
    edited(school_folder(tmp_path), ('method = "first-class"', 'method = "mail"'))
    school = an_office(tmp_path, pdf=QuickPdf())
    school.report()
    school.head_approves()
    school.day("2026-11-03")
    return school


def bounce_of(message_id: str, address: str) -> bytes:
    """A delivery failure as mail systems send it."""
    return (
        "Return-Path: <>\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example>\nTo: letters@larkfield.example\n"
        "Subject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="B"\n\n'
        "--B\nContent-Type: text/plain\n\nSorry.\n"
        f"--B\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; {address}\nAction: failed\nStatus: 5.1.1\n\n"
        f"--B\nContent-Type: text/rfc822-headers\n\nMessage-ID: {message_id}\nSubject: x\n\n--B--\n"
    ).encode()


def last(school: Rehearsal) -> tuple[str, str]:
    """What became of the newest email: its verdict and its case."""
    row = school.mails()[-1]
    return str(row.verdict), row.judged.ref if row.judged else "not judged"


def test_a_bounced_letter_stops_its_clock_and_the_office_hears(tmp_path: Path) -> None:
    """The bounce is tied to the letter by our Message-ID; weeks later nothing has lapsed."""
    school = by_mail(tmp_path)
    school.deliver(bounce_of(school.newest("letter", "2026-0001").message_id, DUNN_MAIL))
    school.round()
    told = school.newest("notice", "2026-0001")
    assert (last(school), told.to, told.about) == (
        ("bounce", "2026-0001"),
        (OFFICE, DSL),
        "An email was not delivered: please check",
    )
    school.day("2026-11-27")
    assert "DeadlineLapsed" not in school.kinds()


def test_a_bounced_approval_mail_does_not_touch_the_letters_clock(tmp_path: Path) -> None:
    """It is the head's mailbox that failed, not the adult's."""
    school = by_mail(tmp_path)
    school.deliver(bounce_of(school.newest("approval", "2026-0001").message_id, HEAD))
    school.round()
    assert "DeliveryFailed" not in school.kinds()
    assert school.newest("notice", "2026-0001").about == "An email was not delivered: please check"


def test_a_bounced_notice_is_answered_by_no_further_notice(tmp_path: Path) -> None:
    """The office's mailbox is full: it goes to the in-tray, and nothing goes round in circles."""
    school = by_mail(tmp_path)
    school.deliver(bounce_of(school.newest("letter", "2026-0001").message_id, DUNN_MAIL))
    school.round()
    sent = len(school.sent_mails())
    school.deliver(bounce_of(school.newest("notice", "2026-0001").message_id, OFFICE))
    school.round()
    assert (last(school)[0], len(school.sent_mails())) == ("intray", sent)


def test_a_bounce_without_our_message_id_is_a_question(tmp_path: Path) -> None:
    """Only the address fits: a person says whether it was the letter; the clock runs on until then."""
    school = by_mail(tmp_path)
    school.deliver(bounce_of("<unknown@mx.example>", DUNN_MAIL))
    school.round()
    assert last(school)[0] == "intray"
    assert "DeliveryFailed" not in school.kinds()


def test_an_out_of_office_is_kept_and_stops_no_clock(tmp_path: Path) -> None:
    """The adult's machine answers the letter; on the day after answer-by the step has lapsed all the same."""
    school = by_mail(tmp_path)
    letter = school.newest("letter", "2026-0001").message_id
    headers = {"In_Reply_To": letter, "Auto_Submitted": "auto-replied"}
    school.write(DUNN_MAIL, "Automatic reply: letter", "I am away until Monday.", **headers)
    sent = len(school.sent_mails())
    school.round()
    assert (last(school), len(school.sent_mails())) == (("robot", "2026-0001"), sent)
    school.day("2026-11-13")
    assert "DeadlineLapsed" in school.kinds()


def test_a_machine_that_speaks_of_danger_is_shown_to_a_person(tmp_path: Path) -> None:
    """A web form may have sent a person's words; it is not silently put away."""
    school = an_office(tmp_path)
    text = "Somebody wrote that he will come to the gate and kill the teacher."
    school.write("noreply@forms.example", "New entry", text, Auto_Submitted="auto-generated")
    school.round()
    assert last(school)[0] == "intray"


def test_the_same_mail_on_another_way_is_noted_as_a_copy(tmp_path: Path) -> None:
    """Through a group address it comes twice, with other stamps of its journey: one report, one draft."""
    school = an_office(tmp_path)
    school.deliver(REPORT.encode())
    school.deliver(f"Received: by group.example; Mon, 2 Nov 2026 09:00:00 +0000\n{REPORT}".encode())
    school.round()
    assert school.verdicts() == ["opened", "duplicate"]
    assert school.letters() == ["L1.1 drafted"]


def test_the_same_message_id_with_other_content_is_another_mail(tmp_path: Path) -> None:
    """Web forms use one Message-ID for all their emails: both reports count."""
    school = an_office(tmp_path)
    school.deliver(REPORT.encode())
    school.deliver(REPORT.replace("useless lazy clown", "liar").encode())
    school.round()
    assert school.verdicts() == ["opened", "attached"]
    assert len(school.case().facts) == 2


class StuckInbox(MemoryInbox):
    """A mailbox that moves nothing while `stuck`, and whose server can number its emails again."""

    stuck = True

    def put_aside(self, keys: Sequence[str]) -> None:
        """Move them, unless it is stuck."""
        if self.stuck:
            raise WorldFailed(Problem(where=self.name, what="It does not move mails.", what_to_do="Wait."))
        super().put_aside(keys)

    def renumber(self) -> None:
        """Another UIDVALIDITY, and the emails in another order."""
        mails = reversed(self.waiting.values())
        self.waiting = {f"2:{n}": replace(mail, key=f"2:{n}") for n, mail in enumerate(mails, start=1)}


def test_a_renumbered_mailbox_is_recognised_by_its_bytes(tmp_path: Path) -> None:
    """UIDVALIDITY changes before the emails were moved: no email counts twice, all are moved under their new number."""
    inbox = StuckInbox()
    school = an_office(tmp_path, inbox=inbox)
    for number in range(3):
        inbox.deliver(f"From: x@elsewhere.example\nSubject: no. {number}\n\nHello {number}.".encode())
    school.round()
    before = school.verdicts()
    inbox.renumber()
    inbox.stuck = False
    school.round()
    assert (school.verdicts(), len(inbox.taken), inbox.count()) == (before, 3, 3)


def test_a_renumbered_mailbox_is_noted_once(tmp_path: Path) -> None:
    """One line for the folder, one for each email; the next round adds none."""
    inbox = StuckInbox()
    school = an_office(tmp_path, inbox=inbox)
    for number in range(3):
        inbox.deliver(f"From: x@elsewhere.example\nSubject: no. {number}\n\nHello {number}.".encode())
    school.round()
    inbox.renumber()
    school.round()
    school.round()
    kinds = [type(entry.event) for entry in school.office.mail_log.entries()]
    assert (kinds.count(MailboxReset), kinds.count(MailRenumbered)) == (1, 3)


def test_two_equal_mails_under_one_numbering_are_two_mails(tmp_path: Path) -> None:
    """The second is a copy, not the first under another number."""
    inbox = StuckInbox()
    school = an_office(tmp_path, inbox=inbox)
    for _ in range(2):
        inbox.deliver(REPORT.encode())
        school.round()
    assert school.verdicts() == ["opened", "duplicate"]
