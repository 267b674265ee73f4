import pytest
from mailbox_mails import attachment, multipart, read

from letterladder.mailbox.attachments import EVIDENCE_SIZE

LOGO = "Content-Type: image/png\nContent-ID: <logo@x>\nContent-Disposition: {disposition}\n\n{content}"
SHOWS_LOGO = 'Content-Type: text/html\n\n<p>Hi</p><img src="cid:logo@x">'


@pytest.mark.parametrize(
    ("expected", "header"),
    [
        ("a b.png", 'filename="a b.png"'),
        ("Zrzut – 1.png", "filename*=utf-8''Zrzut%20%E2%80%93%201.png"),
        ("Zrzut.png", 'filename="=?utf-8?q?Zrzut=2Epng?="'),
        ("longname.png", "filename*0=long; filename*1=name.png"),
        ("x.png", 'filename="../../x.png"'),
        ("müll.png", 'filename="müll.png"'),
        ("attachment.bin", "x=y"),
        ("a.png", "filename*=bad-charset''a.png"),
    ],
)
def test_names_are_decoded_and_made_safe(expected: str, header: str) -> None:
    """RFC 2231, RFC 2047 in quotes (forbidden and common), bare bytes and no name at all."""
    (found,) = read(multipart(attachment(header))).attachments
    assert found.name == expected


def test_the_bytes_are_those_that_were_sent() -> None:
    """Evidence is kept byte for byte; equal names do not overwrite one another."""
    raw = multipart(attachment('filename="a.png"', "AAH/"), attachment('filename="a.png"', "Qg=="))
    assert [(one.name, one.content) for one in read(raw).attachments] == [
        ("a.png", b"\0\1\xff"),
        ("a-2.png", b"B"),
    ]


@pytest.mark.parametrize("disposition", ["inline", "attachment"])
def test_a_logo_shown_in_the_text_is_not_evidence(disposition: str) -> None:
    """It is kept, but does not count as a screenshot."""
    report = read(multipart(SHOWS_LOGO, LOGO.format(disposition=disposition, content="x"), kind="related"))
    assert ([one.inline for one in report.attachments], report.evidence) == ([True], ())


@pytest.mark.parametrize(
    "part",
    [
        LOGO.format(disposition="inline", content="x" * (EVIDENCE_SIZE + 1)),
        "Content-Type: image/jpeg\nContent-Disposition: inline; filename=IMG_1.JPG\n\nx",
        LOGO.format(disposition="attachment", content="x").replace("<logo@x>", "<other@x>"),
        "Content-Type: application/pdf\nContent-ID: <logo@x>\n\nx",
    ],
)
def test_a_picture_that_may_be_a_screenshot_is_evidence(part: str) -> None:
    """Pasted screenshots are large; phones mark photographs as inline without an id."""
    assert len(read(multipart(SHOWS_LOGO, part, kind="related")).evidence) == 1


def test_a_mail_inside_the_mail_is_one_file_and_its_text_is_read() -> None:
    """The reporter may be inside: the file is the proof, the text is what triage reads."""
    inner = "From: Lorna <l@x.example>\nSubject: Local page\n\nHe wrote it on Sunday."
    report = read(
        multipart("Content-Type: text/plain\n\nSee attached.", f"Content-Type: message/rfc822\n\n{inner}")
    )
    (found,) = report.attachments
    assert (found.name, report.forwarded) == ("Local page.eml", ("He wrote it on Sunday.",))
    assert found.content.replace(b"\r\n", b"\n").rstrip() == inner.encode()


def test_winmail_is_kept_as_it_came() -> None:
    """Outlook's own envelope is a file for a person to open."""
    raw = multipart(attachment('filename="winmail.dat"', kind="application/ms-tnef"))
    assert [one.name for one in read(raw).attachments] == ["winmail.dat"]


def test_a_text_file_is_a_file_and_not_the_body() -> None:
    """What somebody attached was not typed by them."""
    part = (
        'Content-Type: text/plain\nContent-Disposition: attachment; filename="notes.txt"\n\nI will kill her'
    )
    report = read(multipart("Content-Type: text/plain\n\nSee notes.", part))
    assert (report.own_words, [one.name for one in report.attachments]) == ("See notes.", ["notes.txt"])
