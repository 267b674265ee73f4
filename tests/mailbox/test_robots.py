import pytest
from mailbox_mails import mail, multipart, read

AWAY = "Automatic reply: Letter waiting"


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-replied; owner-email=x@y.example",
        "Auto-Submitted: AUTO-NOTIFIED",
        "Return-Path: <>",
        "X-Failed-Recipients: a@b.example",
        "Precedence: auto_reply",
        "X-Autoreply: yes",
        "X-Autorespond: away",
        "X-Letterladder: approval",
        "X-Letterladder: approval\nMessage-ID: <1@x.example>",
        f"Subject: {AWAY}",
        "Subject: Out of office",
        "Subject: Undelivered Mail Returned to Sender",
    ],
)
def test_a_machines_headers_are_a_sign_and_no_proof(header: str) -> None:
    """Web forms, rules and copiers set them on people's words: the sign is said, nobody answers it."""
    report = read(mail("He posted about Tom again.", header))
    assert (report.sign.endswith("."), report.robot, report.no_answer) == (True, "", True)


@pytest.mark.parametrize(
    "sender", ["MAILER-DAEMON@x.example", "postmaster@x.example", "Mail Delivery System <a@x.example>"]
)
def test_mail_systems_are_known_by_their_names(sender: str) -> None:
    """Old systems set no header at all; a name alone proves nothing."""
    report = read(mail("text", sender=sender))
    assert (report.sign != "", report.robot) == (True, "")


@pytest.mark.parametrize("kind", ["message/delivery-status", "message/disposition-notification"])
def test_receipts_are_machines(kind: str) -> None:
    """As a report of its own; as one of the files a person sends on it is a sign."""
    parts = ("Content-Type: text/plain\n\nread", f"Content-Type: {kind}\n\nX: y\n\nAction: failed\n\n")
    assert read(multipart(*parts, kind="report")).robot != ""
    assert (read(multipart(*parts)).robot, read(multipart(*parts)).sign != "") == ("", True)


@pytest.mark.parametrize(
    "header",
    [
        "Precedence: list",
        "Precedence: bulk",
        "List-Id: <staff.school.example>",
        "List-Unsubscribe: <mailto:x@y.example>",
        "X-Auto-Response-Suppress: All",
        "Auto-Submitted: no",
        "X-Autoreply: no",
        "Return-Path: <sam@school.example>",
        "Return-Path: sam@school.example",
        "Subject: Delivery failed - your letter came to my ex",
        "Subject: Out of order behaviour",
        "Subject: FW: Undelivered Mail Returned to Sender",
        "Subject: Re: Automatic reply: x",
    ],
)
def test_people_are_not_taken_for_machines(header: str) -> None:
    """School group addresses add list headers; a report lost to a rule is the worst fault of all."""
    report = read(mail("He posted about Tom again.", header))
    assert (report.robot, report.sign) == ("", "")


def test_a_filled_form_from_a_web_site_is_a_report() -> None:
    """Web forms mark their email as generated; the person behind it is real."""
    form = "Parent: Jo\nPupil: Kim\nWhat was posted: Rude words."
    assert read(mail(form, "Auto-Submitted: auto-generated")).robot == ""
    assert read(mail(form, "Auto-Submitted: auto-replied")).robot == ""


def test_our_own_mail_is_known_by_mark_and_message_id() -> None:
    """The header alone anybody can write."""
    sent = ("X-Letterladder: alert", "Message-ID: <2026-0042.k7qm2r.0123456789abcdef@school.example>")
    assert read(mail("URGENT", *sent)).is_ours
    assert not read(mail("URGENT", sent[0])).is_ours
    assert not read(mail("URGENT", "X-Letterladder: hello", sent[1])).is_ours


def test_a_receipt_that_a_person_forwards_as_a_file_is_from_a_person() -> None:
    """Only the parts of the email itself count."""
    status = "--Q\nContent-Type: message/delivery-status\n\nAction: failed\n\n--Q--\n"
    inner = f"Content-Type: message/rfc822\n\nContent-Type: multipart/report; boundary=Q\n\n{status}"
    raw = multipart("Content-Type: text/plain\n\nlook", inner)
    assert read(raw).robot == ""
