from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterladder.ground.errors import Refused
from letterladder.ground.values import replace
from letterladder.mailbox.approval_links import mailto
from letterladder.mailbox.compose import as_html, recipients, to_bytes
from letterladder.rules.mails.outgoing import MailKind, OutgoingFile, OutgoingMail

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
SENDER = "Harebell Lane – Letters <letters@school.example>"
MAIL = OutgoingMail(
    message_id="<1@school.example>",
    kind=MailKind.NOTICE,
    to=("Zoë Head <head@school.example>",),
    subject="Reference 2026-0042",
    text="Hello",
)
LONG_LINK = mailto("letters@school.example", "Yes 2026-0042 K7QM-2RTX", "I approve " + "x" * 400)


def composed(mail: OutgoingMail) -> EmailMessage:
    """The email as its reader's program sees it."""
    message = message_from_bytes(to_bytes(mail, SENDER, NOW), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def body(mail: OutgoingMail, kind: str) -> str:
    """The text or the HTML of the composed email."""
    part = composed(mail).get_body((kind,))
    assert part is not None
    return str(part.get_content())


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_subject_or_file_name_can_add_a_header(subject: str, name: str) -> None:
    """Case references and file names pass through people's hands."""
    attack = f"{subject}\r\nBcc: evil@x.example\n{name}"
    file = OutgoingFile(name=attack, media_type="application/pdf", content=b"x")
    message = composed(replace(MAIL, subject=attack, files=(file,)))
    assert message["Bcc"] is None
    assert set(message.keys()) == set(composed(MAIL).keys())


@pytest.mark.parametrize(
    "to",
    [
        "",
        "nobody",
        "a@b.example\r\nBcc: evil@x.example",
        "a b@c.example",
        "@x.example",
        "a@",
        "a@b.example, c@d.example",
    ],
)
def test_what_is_no_address_is_refused(to: str) -> None:
    """One adult, one letter, one address: a slip is said, never guessed at."""
    with pytest.raises(Refused):
        to_bytes(replace(MAIL, to=(to,)), SENDER, NOW)


def test_an_apostrophe_in_an_address_is_fine() -> None:
    """Mrs O'Brien has one."""
    assert recipients(replace(MAIL, to=("O'Brien, Jo <jo.o'brien@x.example>",))) == ["jo.o'brien@x.example"]


def test_a_mail_for_nobody_is_refused() -> None:
    """It would look like success."""
    with pytest.raises(Refused, match="nobody"):
        to_bytes(replace(MAIL, to=()), SENDER, NOW)


def test_names_and_date_are_written_properly() -> None:
    """Letters beyond ASCII in names, and the time with its zone."""
    message = composed(MAIL)
    assert (message["From"], message["To"], message["Date"]) == (
        "Harebell Lane – Letters <letters@school.example>",
        "Zoë Head <head@school.example>",
        "Fri, 20 Nov 2026 09:30:00 +0000",
    )


def test_everybody_is_named_once() -> None:
    """The envelope goes to bare addresses."""
    mail = replace(MAIL, to=("Head <head@school.example>", "head@school.example", "dsl@school.example"))
    assert recipients(mail) == ["head@school.example", "dsl@school.example"]


@pytest.mark.parametrize("length", [20, 90, 300])
def test_the_message_id_is_never_changed(length: int) -> None:
    """An answer is tied to its case by it, however long it is."""
    message_id = f"<{'a' * length}@school.example>"
    raw = to_bytes(replace(MAIL, message_id=message_id), SENDER, NOW)
    assert message_id.encode() in raw.replace(b"\r\n ", b"").replace(b"Message-ID:", b"")


def test_a_long_mailto_link_arrives_in_one_piece() -> None:
    """A broken link would open an empty answer."""
    mail = replace(MAIL, text=f"To approve press {LONG_LINK}\nThank you")
    assert f"To approve press {LONG_LINK}\n" in body(mail, "plain").replace("\r\n", "\n")


def test_mailto_links_can_be_pressed_in_the_html() -> None:
    """The full stop of the sentence is not part of the link."""
    page = as_html("Press mailto:a@b.example?subject=Yes%20x&body=y. Thanks")
    assert '<a href="mailto:a@b.example?subject=Yes%20x&amp;body=y">mailto:a@b.example</a>. Thanks' in page


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '<a href="https://x.example">x</a>', "a & b", '"quoted"']
)
def test_text_never_becomes_html_that_runs(text: str) -> None:
    """A parent's words may be quoted in an email to the head."""
    page = as_html(text)
    assert text not in page
    assert page.count("<a ") == 0


def test_a_link_cannot_break_out_of_its_quotes() -> None:
    """The only active part of the page is an address."""
    page = as_html("mailto:a@b.example?x='onclick=alert(1)' mailto:x\"onclick=1")
    assert "&#x27;onclick" in page
    assert 'href="mailto:x"' in page


def test_lines_keep_their_ends() -> None:
    """Text that begins a line with a full stop or "From " is not touched."""
    text = "one\n.\nFrom here\n\n  two\n"
    assert body(replace(MAIL, text=text), "plain").replace("\r\n", "\n") == text


def test_a_page_goes_out_beside_the_plain_text() -> None:
    """Plain first: programs show the last part they can. Lines on the wire stay short, and the page is not changed."""
    page = f"<!DOCTYPE html>\n<html><body><p>{'Zoë ' * 500}</p></body></html>\n"
    mail = replace(MAIL, html=page)
    parts = [part.get_content_type() for part in composed(mail).iter_parts()]
    assert (composed(mail).get_content_type(), parts) == (
        "multipart/alternative",
        ["text/plain", "text/html"],
    )
    assert body(mail, "plain").strip() == "Hello"
    assert body(mail, "html").replace("\r\n", "\n") == page


def test_beside_files_text_and_page_stay_one_part() -> None:
    """A letter and a calendar entry come after them, as attachments."""
    file = OutgoingFile(name="1.docx", media_type="application/pdf", content=b"x")
    message = composed(replace(MAIL, html="<p>x</p>", files=(file,), calendar=b"BEGIN:VCALENDAR\r\n"))
    assert message.get_content_type() == "multipart/mixed"
    assert [part.get_content_type() for part in message.iter_parts()] == [
        "multipart/alternative",
        "application/pdf",
        "text/calendar",
    ]


def test_an_email_without_a_page_goes_out_with_its_text_as_one() -> None:
    """A letter to an adult, or what an older version put into the queue."""
    assert "pre-wrap" in body(MAIL, "html")


def test_a_calendar_entry_comes_as_one() -> None:
    """Calendars know it by its type and method."""
    message = composed(replace(MAIL, calendar=b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"))
    (part,) = message.iter_attachments()
    assert (part.get_content_type(), part.get_param("method"), part.get_filename()) == (
        "text/calendar",
        "PUBLISH",
        "invite.ics",
    )
    assert part.get_payload(decode=True) == b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


def test_lines_on_the_wire_are_short_enough() -> None:
    """No server has a reason to fold them itself (998 bytes, RFC 5322)."""
    raw = to_bytes(replace(MAIL, text="x" * 5_000, subject="y" * 300), SENDER, NOW)
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert b"\n" not in raw.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("expected", "read"),
    [
        ("safeguarding@school.example", "safeguarding@school.example"),
        (None, ""),
        (None, SENDER),
    ],
)
def test_answers_go_to_the_mailbox_that_is_read(expected: str | None, read: str) -> None:
    """Nobody reads the address that we write from; where it is read itself, nothing needs saying."""
    message = message_from_bytes(to_bytes(MAIL, SENDER, NOW, read), policy=policy.default)
    assert message["Reply-To"] == expected
