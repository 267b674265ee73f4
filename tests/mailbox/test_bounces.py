import pytest
from mailbox_mails import mail, multipart, read

STATUS = (
    "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
    "Final-Recipient: rfc822; shaun@postie.example\nAction: {action}\nStatus: 5.1.1\n"
)
RETURNED = "Content-Type: text/rfc822-headers\n\nMessage-ID: <letter.1@school.example>\nSubject: x\n"
ORIGINAL = "Content-Type: message/rfc822\n\nMessage-ID: <letter.1@school.example>\n\nDear Mr Stott\n"
SYSTEM = "Mail Delivery System <MAILER-DAEMON@mx.example>"
OLD_WORDING = (
    "Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the"
    " following addresses.\n\n<shaun@postie.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n"
    "--- Below this line is a copy of the message.\n\nMessage-ID: <letter.1@school.example>\nFrom: a@school.example\n"
)


def bounce(*parts: str) -> bytes:
    """A report of a mail system with these parts."""
    return multipart(
        "Content-Type: text/plain\n\nIt came back.", *parts, kind="report; report-type=delivery-status"
    )


@pytest.mark.parametrize("original", [RETURNED, ORIGINAL])
def test_a_returned_letter_is_tied_to_its_message_id(original: str) -> None:
    """By its id the bounce finds the case, whatever the subject says."""
    report = read(bounce(STATUS.format(action="failed"), original))
    assert report.is_bounce
    assert (report.bounced, report.bounced_to) == (("<letter.1@school.example>",), ("shaun@postie.example",))


def test_the_wording_of_old_mail_systems_is_understood() -> None:
    """Many servers write plain text and no status part."""
    report = read(mail(OLD_WORDING, "Return-Path: <>", "Subject: failure notice", sender=SYSTEM))
    assert report.is_bounce
    assert (report.bounced, report.bounced_to) == (("<letter.1@school.example>",), ("shaun@postie.example",))


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed"])
def test_a_late_or_delivered_letter_did_not_come_back(action: str) -> None:
    """The clock is not stopped for it; it is a machine's email all the same."""
    report = read(bounce(STATUS.format(action=action), RETURNED))
    assert (report.is_bounce, report.robot != "") == (False, True)


def test_a_mail_system_s_unknown_wording_still_counts_as_returned() -> None:
    """The address is unknown then; the answered id is not."""
    raw = mail(
        "Sorry.", "Subject: Undeliverable: Letter", "In-Reply-To: <letter.1@school.example>", sender=SYSTEM
    )
    report = read(raw)
    assert (report.is_bounce, report.bounced, report.bounced_to) == (True, ("<letter.1@school.example>",), ())


def test_a_person_who_quotes_a_bounce_is_a_person() -> None:
    """The colleague who asks about a returned letter writes an email for people to read."""
    report = read(mail("Can you help?\n\n" + OLD_WORDING, "Subject: FW: failure notice"))
    assert (report.is_bounce, report.robot) == (False, "")


def test_an_out_of_office_reply_is_no_bounce() -> None:
    """It was delivered."""
    report = read(
        mail("I am away.", "Auto-Submitted: auto-replied", "In-Reply-To: <letter.1@school.example>")
    )
    assert (report.is_bounce, report.bounced) == (False, ())
