import base64
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mailbox_mails import multipart, read
from steps import steps_of

from letterladder.mailbox.winmail import MOST_READS, Winmail, open_winmail

SIGNATURE = b"\x78\x9f\x3e\x22\x01\x00"
EMBEDDED = b"\x07\x03\x02\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46"
BODY, CONTENT, TITLE, NEW_FILE, PROPERTIES, FILE_PROPERTIES, CODEPAGE = (
    0x800C,
    0x800F,
    0x8010,
    0x9002,
    0x9003,
    0x9005,
    0x9007,
)
LONG_NAME, MIME_TAG, DATA_OBJ, BODY_TEXT = 0x3707, 0x370E, 0x3701, 0x1000
STRING, UNICODE, BINARY = 0x1E, 0x1F, 0x102


def piece(name: int, content: bytes) -> bytes:
    """One framed piece, as Outlook writes it."""
    return struct.pack("<BHHI", 2, name, 0, len(content)) + content + struct.pack("<H", sum(content) & 0xFFFF)


def prop(kind: int, name: int, content: bytes) -> bytes:
    """One property with one value, padded to four bytes."""
    return struct.pack("<HHII", kind, name, 1, len(content)) + content + b"\x00" * (-len(content) % 4)


def props(*found: bytes) -> bytes:
    """A list of properties."""
    return struct.pack("<I", len(found)) + b"".join(found)


def winmail(*pieces: bytes) -> bytes:
    """A whole winmail.dat."""
    return SIGNATURE + b"".join(pieces)


def one_file(name: str = "screen shot.png", content: bytes = b"\x89PNG\x00\x00") -> bytes:
    """The pieces of one file with a long name."""
    return b"".join(
        (
            piece(NEW_FILE, b"\x00" * 14),
            piece(TITLE, b"SCREEN~1.PNG\x00"),
            piece(CONTENT, content),
            piece(
                FILE_PROPERTIES,
                props(
                    prop(UNICODE, LONG_NAME, (name + "\x00").encode("utf-16-le")),
                    prop(STRING, MIME_TAG, b"image/png\x00"),
                ),
            ),
        )
    )


def mail_with(content: bytes, text: str = "See below.") -> bytes:
    """An email that carries a winmail.dat."""
    encoded = base64.encodebytes(content).decode()
    return multipart(
        f"Content-Type: text/plain\n\n{text}",
        "Content-Type: application/ms-tnef; name=winmail.dat\n"
        f"Content-Disposition: attachment; filename=winmail.dat\nContent-Transfer-Encoding: base64\n\n{encoded}",
    )


def test_the_files_in_a_winmail_are_shown_in_its_place() -> None:
    """Outlook packs a screenshot into winmail.dat; the office must see the screenshot, byte for byte."""
    report = read(mail_with(winmail(one_file())))
    found = [(file.name, file.media_type, file.content) for file in report.attachments]
    assert found == [("screen shot.png", "image/png", b"\x89PNG\x00\x00")]
    assert report.faults == ()


def test_a_winmail_sent_as_any_file_is_opened_too() -> None:
    """Some relays change its media type."""
    raw = mail_with(winmail(one_file())).replace(b"application/ms-tnef", b"application/octet-stream")
    assert [file.name for file in read(raw).attachments] == ["screen shot.png"]


def test_a_mail_that_says_all_in_its_winmail_has_a_text() -> None:
    """The plain part may be empty; a code page says how its letters are kept."""
    hidden = winmail(
        piece(CODEPAGE, struct.pack("<II", 1252, 0)), piece(BODY, b"He called her na\xefve.\x00")
    )
    assert read(mail_with(hidden, "")).text == "He called her naïve."


def test_the_text_may_be_a_property() -> None:
    """Newer Outlooks write it there, in UTF-16."""
    said = prop(UNICODE, BODY_TEXT, "Zoë\x00".encode("utf-16-le"))
    assert open_winmail(winmail(piece(PROPERTIES, props(said)))).text == "Zoë"


def test_the_plain_part_is_not_said_twice() -> None:
    """The same words are in both."""
    assert read(mail_with(winmail(piece(BODY, b"See below.\x00")))).text == "See below."


def test_files_of_a_mail_inside_are_found() -> None:
    """Somebody forwards an email as an attachment."""
    inner = winmail(one_file("inside.png"))
    outer = winmail(
        piece(NEW_FILE, b""), piece(FILE_PROPERTIES, props(prop(BINARY, DATA_OBJ, EMBEDDED + inner)))
    )
    assert [file.name for file in open_winmail(outer).files] == ["inside.png"]


def test_names_in_a_winmail_are_made_safe() -> None:
    """They come from outside like every other name."""
    report = read(mail_with(winmail(one_file("..\\..\\run.exe"))))
    assert [file.name for file in report.attachments] == ["run.exe.blocked"]


def test_a_damaged_winmail_stays_beside_what_was_read_of_it() -> None:
    """Nothing is lost, and the office is told."""
    report = read(mail_with(winmail(one_file(), one_file("second.png"))[:-60]))
    assert [file.name for file in report.attachments][0::2] == ["screen shot.png", "winmail.dat"]
    assert any("winmail.dat" in fault for fault in report.faults)


ENDLESS = [
    struct.pack("<I", 0xFFFFFFFF),
    struct.pack("<IHHI", 1, 0x1002, 0x1000, 0xFFFFFFFF),
    struct.pack("<IHHI", 1, STRING, 0x1000, 0xFFFFFFFF),
    struct.pack("<I", 0xFFFFFFFF) + b"\x00" * 12_000_000,
    struct.pack("<IHHI", 1, STRING, 0x1000, 0xFFFFFFFF) + b"\x00" * 2_000_000,
]


@pytest.mark.parametrize("content", ENDLESS)
def test_a_false_count_is_not_believed(content: bytes) -> None:
    """A file of a few bytes may claim four thousand million values; believed, they would fill the memory."""
    raw = winmail(piece(PROPERTIES, content))
    assert steps_of(lambda: open_winmail(raw)) < 20 * MOST_READS
    assert not open_winmail(raw).whole


def test_of_a_winmail_of_many_pieces_the_first_are_read() -> None:
    """A million empty pieces take as many steps as half of them."""
    whole, half = (winmail(piece(TITLE, b"") * number) for number in (1_000_000, 500_000))
    assert steps_of(lambda: open_winmail(whole)) == steps_of(lambda: open_winmail(half))
    assert not open_winmail(whole).whole


def test_mails_inside_mails_end() -> None:
    """Each level is small; a thousand of them would else be followed."""
    packed = winmail(one_file("deepest.png"))
    for _ in range(30):
        packed = winmail(
            piece(NEW_FILE, b""), piece(FILE_PROPERTIES, props(prop(BINARY, DATA_OBJ, EMBEDDED + packed)))
        )
    assert (open_winmail(packed).files, open_winmail(packed).whole) == ([], False)


@given(st.integers(0, 400), st.binary(max_size=8))
def test_no_mangled_winmail_raises(place: int, junk: bytes) -> None:
    """Whatever is in it, it is opened or left."""
    whole = winmail(one_file(), piece(PROPERTIES, props(prop(STRING, BODY_TEXT, b"text\x00"))))
    assert isinstance(open_winmail(whole[:place] + junk + whole[place + len(junk) :]), Winmail)
