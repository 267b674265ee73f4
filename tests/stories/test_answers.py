"""The adult answers, or the letter comes back."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from office import BOX, DSL, DUNN_MAIL, HEAD, OFFICE, QuickPdf, Rehearsal, an_office, edited, school_folder
from prepared import posted_school, reported_school

from letterladder.ground.errors import Refused
from letterladder.rules.words import Channel, Outcome
from letterladder.workflows.correcting import Correction, correct
from letterladder.workflows.posting import record_not_posted


def posted(tmp_path: Path) -> Rehearsal:
    """A school whose first letter is out since 3 November."""
    return posted_school(tmp_path)


def test_an_answer_in_time_stops_the_lapse_and_asks_for_a_decision(tmp_path: Path) -> None:
    """After the recorded answer the answer-by date passes without a lapse."""
    school = posted(tmp_path)
    school.day("2026-11-10")
    school.answered(Outcome.REFUSED)
    school.day("2026-11-13")
    assert "DeadlineLapsed" not in school.kinds()
    assert school.newest("decision", "2026-0001").to == (HEAD,)


def test_a_letter_that_came_back_is_no_answer(tmp_path: Path) -> None:
    """Recorded by the office as the outcome it was: its clock stops, and no step against the adult is open."""
    school = posted(tmp_path)
    school.answered(Outcome.UNDELIVERED, channel=Channel.LETTER, summary="came back from Royal Mail")
    case = school.case()
    assert case.answers == ()
    assert case.last_posted is not None
    assert case.last_posted.undelivered == "came back from Royal Mail"
    with pytest.raises(Refused, match="L1 did not reach the adult"):
        school.decided("L3", "no answer")


def test_an_answer_taken_back_takes_its_decision_with_it(tmp_path: Path) -> None:
    """Recorded on the wrong case: until the letter has left, what was decided on it is open again."""
    school = posted(tmp_path)
    school.answered(Outcome.REFUSED, summary="somebody else's call")
    school.decided("L3", "He refused.")
    line = school.case().answers[-1].seq
    said = Correction(line=line, what="that was another family", no_answer=True)
    correct(school.office, school.case(), said, by="Mrs Binns")
    school.round()
    assert (school.case().due, school.case().in_hand, school.case().answers) == (None, None, ())


def test_an_answer_takes_the_next_letter_out_of_the_tray(tmp_path: Path) -> None:
    """It was written before the answer; the office is asked whether it had gone, and if not it never goes."""
    school = posted(tmp_path)
    school.day("2026-11-13")
    school.decided("L3", "No answer came.")
    school.head_approves()
    tray = school.folder / "data" / "outbox" / "to-post"
    assert list(tray.glob("*L3*")) or list(tray.rglob("*warning*"))
    school.answered(Outcome.APOLOGY)
    assert not list(tray.rglob("*.docx"))
    assert school.newest("notice", "2026-0001").about == "Did this letter go out? Please say"
    record_not_posted(school.office, school.case(), "still here", by="Mrs Binns")
    school.round()
    assert school.case().newest("L3").status == "void"  # type: ignore[union-attr]


def test_the_adults_mail_is_put_on_his_case_and_the_office_is_told(tmp_path: Path) -> None:
    """Their email opens no case, is not a report, and says nothing in a subject line of ours."""
    school = posted(tmp_path)
    school.write(f"Ross Dunn <{DUNN_MAIL}>", "your letter", "I have taken it down. I am sorry.")
    school.round()
    told = school.newest("notice", "2026-0001")
    assert school.verdicts()[-1] == "attached"
    assert (told.to, told.about) == ((OFFICE, DSL), "Please read an email: probably an answer")
    assert school.kinds().count("ReportReceived") == 1


def test_an_apology_closes_with_a_letter(tmp_path: Path) -> None:
    """The closing letter is the default after an apology; posted, it ends the case."""
    school = posted(tmp_path)
    school.day("2026-11-10")
    school.answered(Outcome.APOLOGY, channel=Channel.MAIL)
    school.head_decides("Z1", "He apologised and took it down.")
    school.supplied("Z1", resolved_by="the post was removed", expectations="Talk to us first.")
    school.goes_out()
    assert school.letters() == ["L1.1 posted", "Z1.1 posted"]
    assert school.case().state == "closed"


def test_a_threat_in_an_answer_stops_the_case(tmp_path: Path) -> None:
    """The DSL and the deputy are alerted; no letter is drafted until somebody clears it by name."""
    school = posted(tmp_path)
    school.write(f"Ross Dunn <{DUNN_MAIL}>", "your letter", "Tell Lowell I am going to kill him on Friday.")
    school.round()
    school.day("2026-11-13")
    assert school.case().alerted
    assert school.newest("alert", "2026-0001").about == "URGENT: please look at this now"
    assert school.letters() == ["L1.1 posted"]


def by_mail(tmp_path: Path) -> Rehearsal:
    """A school that sends its letters by email; the first one left on 3 November."""
    edited(school_folder(tmp_path), ('method = "first-class"', 'method = "mail"'))
    school = an_office(tmp_path, pdf=QuickPdf())
    school.report()
    school.head_approves()
    school.day("2026-11-03")
    return school


def bounce(message_id: str) -> bytes:
    """What a mail server sends when it cannot deliver."""
    report = EmailMessage()
    report["From"], report["To"] = "Mail Delivery System <MAILER-DAEMON@relay.example>", BOX
    report["Subject"] = "Undelivered Mail Returned to Sender"
    report["Date"] = "Wed, 04 Nov 2026 09:00:00 +0000"
    report["Return-Path"] = "<>"
    report.set_content(f"The email to <{DUNN_MAIL}> could not be delivered: unknown user.\n")
    report.add_attachment(f"Message-ID: {message_id}\n\n".encode(), maintype="text", subtype="rfc822-headers")
    return report.as_bytes()


def test_a_bounce_of_a_letter_stops_its_clock(tmp_path: Path) -> None:
    """What never arrived cannot lapse: people are told, and the head decides how it is sent again."""
    school = by_mail(tmp_path)
    school.deliver(bounce(school.newest("letter", "2026-0001").message_id))
    school.day("2026-11-04")
    school.day("2026-11-20")
    assert school.verdicts()[-1] == "bounce"
    assert "DeliveryFailed" in school.kinds()
    assert "DeadlineLapsed" not in school.kinds()
    assert any(mail.about == "An email was not delivered: please check" for mail in school.sent_mails())


def test_an_out_of_office_approves_nothing(tmp_path: Path) -> None:
    """Although it quotes the code and answers the approval email, a machine's answer is only put on file."""
    school = reported_school(tmp_path)
    asked = school.newest("approval", "2026-0001")
    words = f"APPROVE {asked.text.split('APPROVE ')[1][:9]}\n\nI am away until Monday.\n"
    school.write(
        HEAD,
        "Automatic reply: approval",
        words,
        Auto_Submitted="auto-replied",
        In_Reply_To=asked.message_id,
    )
    school.round()
    assert (school.verdicts()[-1], school.letters()) == ("robot", ["L1.1 drafted"])
