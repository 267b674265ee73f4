"""What can be read in the files of an email, and what is said of those that cannot."""

from collections.abc import Callable

import pytest
from attached_files import attached, circular_pdf, docx, endless_pdf, form_pdf, locked_pdf, packed, pdf, png
from mailbox_mails import multipart, read
from steps import steps_of

from letterladder.mailbox.attached_pdf import MOST_PAGES, pdf_text
from letterladder.mailbox.attached_text import MOST_FILES, MOST_TEXT
from letterladder.mailbox.attached_word import MOST_UNPACKED, word_text
from letterladder.mailbox.counted import MOST_CALLS, TooMuchWork, Work, counted
from letterladder.rules.texts.report import Attachment

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORDS = "I saw him push her at the gate."
WORD = "word/document.xml"


def the_file(name: str, content: bytes, kind: str = "application/octet-stream") -> Attachment:
    """The one file of an email, as it is read."""
    (found,) = read(multipart("\nSee attached.", attached(name, content, kind))).attachments
    return found


def body(words: str) -> bytes:
    """The text of a Word file as XML."""
    return f"<w:document {W}><w:body>{words}</w:body></w:document>".encode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("letter.pdf", pdf(WORDS)),
        ("scan without ending", pdf(WORDS)),
        ("statement.docx", docx(WORDS)),
        ("notes.txt", WORDS.encode()),
        ("notes.txt", WORDS.encode("utf-16")),
        ("page.html", f"<html><script>var x</script><p>{WORDS}</p></html>".encode()),
        ("may not be printed.pdf", locked_pdf(WORDS, "")),
        ("older.eml", f"From: jo@letterbox.example\n\n{WORDS}".encode()),
        ("statement.rtf", b"{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 " + WORDS.encode() + b"\\par}"),
    ],
)
def test_the_text_of_a_file_is_read_whatever_it_is_called(name: str, content: bytes) -> None:
    """The first bytes tell what it is before its name does."""
    found = the_file(name, content)
    assert (found.text.strip(), found.unread) == (WORDS, "")


@pytest.mark.parametrize(
    ("why", "name", "content"),
    [
        ("a picture", "shot.png", png()),
        ("a picture", "IMG_1", png()),
        ("a picture", "IMG_2.HEIC", b"\0\0\0\x18ftypheic"),
        ("locked by a password", "a.pdf", locked_pdf(WORDS, "tulip")),
        ("locked by a password", "a.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")),
        ("an old Office file", "a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600),
        ("a scan: there is no text in it", "scan.pdf", pdf("")),
        ("1 of its 2 pages have no text", "half.pdf", pdf(WORDS, "")),
        ("damaged", "a.pdf", b"%PDF-1.7\n" + b"x" * 500),
        ("damaged", "a.docx", docx(WORDS)[:900]),
        ("a packed file that is not opened", "a.zip", packed({"a.txt": b"hello"})),
        ("a recording", "voice.m4a", b"\0\0\0\x18ftypM4A"),
        ("a kind of file that is not read", "a.xyz", b"\0\1\2"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(why: str, name: str, content: bytes) -> None:
    """In words for the office; nothing is silently empty."""
    assert the_file(name, content).unread == why


def test_a_signature_of_an_email_is_no_file_to_read() -> None:
    """Many programs sign every email; that is nobody's to look at."""
    found = the_file("smime.p7s", b"0\x82\1", "application/pkcs7-signature")
    assert (found.text, found.unread) == ("", "")


def test_what_is_typed_into_the_fields_of_a_pdf_is_read() -> None:
    """A statement form that was filled in on a screen has its words there, not on the page."""
    assert "seen: He pushed her" in the_file("form.pdf", form_pdf(seen="He pushed her")).text


def test_paragraphs_tables_and_comments_of_word_are_read_a_text_box_once() -> None:
    """Old copies of a text box, and text that was deleted, are not what a reader sees."""
    alternate = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    run = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    choices = f"<mc:Choice>{run.format('Box')}</mc:Choice><mc:Fallback>{run.format('Box')}</mc:Fallback>"
    box = f"<mc:AlternateContent {alternate}>{choices}</mc:AlternateContent>"
    table = f"<w:tbl><w:tr><w:tc>{run.format('Cell')}</w:tc></w:tr></w:tbl>"
    gone = "<w:p><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>"
    text, unread = word_text(
        packed(
            {
                WORD: body(f"{run.format('First')}{box}{table}{gone}"),
                "word/comments.xml": body(run.format("Aside")),
            }
        )
    )
    assert (text.split(), unread) == (["First", "Box", "Cell", "Aside"], "")


@pytest.mark.parametrize(
    ("why", "content"),
    [
        ("too large", packed({WORD: body("<w:p/>" * MOST_UNPACKED)})),
        ("too large", b"PK\x03\x04" + b"PK\x01\x02" * 3_000),
        ("damaged", packed({WORD: b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"})),
        ("damaged", packed({WORD: b"<w:document"})),
    ],
)
def test_a_hostile_word_file_is_refused(why: str, content: bytes) -> None:
    """Packed a thousand times smaller, thousands of files, entities: said, and not unpacked."""
    assert steps_of(lambda: word_text(content)) < 5_000
    assert word_text(content) == ("", why)


def test_an_endless_pdf_is_stopped_by_counted_work() -> None:
    """What a small file asks for without end is stopped at the calls that are left, and said."""
    work = Work(left=200_000)
    assert pdf_text(endless_pdf(), work, 10_000) == ("", "too large")
    assert work.left == 0


def test_a_pdf_of_which_the_library_leaves_something_out_says_so() -> None:
    """What it skips with no more than a warning, such as a form that shows itself, was not read."""
    assert pdf_text(circular_pdf(b"Shown"), Work(), 10_000) == ("Shown", "some of it could not be read")
    assert pdf_text(pdf("Shown"), Work(), 10_000) == ("Shown", "")


def test_two_hundred_pages_are_read_as_far_as_the_limits_go() -> None:
    """Work, pages and characters are limited; what is left out is said."""
    work = Work()
    text, unread = pdf_text(pdf(*[f"Page {place}" for place in range(200)]), work, 1_000_000)
    assert unread == f"too long: {MOST_PAGES} of 200 pages were read"
    assert text.endswith(f"Page {MOST_PAGES - 1}")
    dense = pdf(*["\n".join(["He said that she was a liar and a thief to all of them"] * 50)] * 200)
    work = Work()
    _, unread = pdf_text(dense, work, MOST_TEXT)
    assert unread.startswith("too long:")
    assert 0 < MOST_CALLS - work.left <= MOST_CALLS


def test_counted_work_is_stopped_though_everything_is_forgiven() -> None:
    """A library that catches every error does not go on."""

    def forgiving() -> None:
        while True:
            try:  # noqa: SIM105
                len("")
            except Exception:  # noqa: BLE001, S110 - as a library does that cannot be told to stop
                pass

    with pytest.raises(TooMuchWork), counted(Work(left=1_000)):
        forgiving()


def test_the_files_of_an_email_share_their_limits() -> None:
    """Many files cost no more than one: those past the limits are named as not read."""
    many = [attached(f"{place}.txt", b"hello") for place in range(MOST_FILES + 2)]
    found = read(multipart("\nSee.", *many)).attachments
    assert [one.unread for one in found] == [""] * MOST_FILES + ["too large"] * 2


def inner(*parts: str) -> str:
    """An email as a part, with these parts in it."""
    return "Content-Type: message/rfc822\n\n" + multipart(*parts).decode().replace("\r\n", "\n").replace(
        "XyZ", "inner"
    )


def test_files_of_an_email_inside_the_email_are_read() -> None:
    """Its own text is told once, as sent on; its files are told with the email that holds them."""
    found = read(
        multipart("\nSee.", inner("\nInner words.", attached("a.pdf", pdf(WORDS)), attached("b.png", png())))
    )
    (mail,) = found.attachments
    assert (mail.text.strip(), mail.unread) == (WORDS, '"b.png" in it: a picture')
    assert found.forwarded == ("Inner words.",)


@pytest.mark.parametrize(
    "broken", [lambda: b"%PDF-1.4\ntrailer << /Root 1 0 R >>", lambda: pdf(WORDS)[:-400]]
)
def test_a_broken_file_costs_nothing_but_itself(broken: Callable[[], bytes]) -> None:
    """The email and its other files are read as ever."""
    found = read(multipart("\nHello there.", attached("a.pdf", broken()), attached("b.txt", b"fine")))
    assert found.own_words == "Hello there."
    assert found.attachments[1].text == "fine"
    assert not found.faults
