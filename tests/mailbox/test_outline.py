"""The parser for large emails: it sees what the standard one sees, in a bounded time and little memory."""

import tracemalloc
from base64 import encodebytes
from collections.abc import Callable
from email.message import Message

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mailbox_mails import attachment, mail, multipart, read
from servers.needs import corpus
from steps import steps_of
from sweeps import swept

from letterladder.mailbox.attachments import attachments_of
from letterladder.mailbox.bodies import children, media_type, take_apart
from letterladder.mailbox.outline import SMALL, outline
from letterladder.mailbox.transfer import content_of

MILLION = 1_000_000
PHOTO = encodebytes(bytes(range(255)) * 4_000).decode()


def shape(message: Message) -> list[object]:
    """Types, headers and contents of all parts."""
    inside = [shape(child) for child in children(message)]
    return [media_type(message), list(message.raw_items()), inside or content_of(message)]


def told(raw: bytes, small: int) -> tuple[str, list[str], list[str]]:
    """Text, names of files and faults of an email that is read by one parser or the other."""
    message = outline(raw, small)
    parts = take_apart(message)
    return parts.text, [file.name for file in attachments_of(parts)], parts.faults


EVERYTHING = multipart(
    "Content-Type: text/plain; charset=utf-8\n\nHe wrote =C3=A9\n\n--not-the-boundary\n",
    "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\nHe wrote =C3=A9=\n again",
    'Content-Type: multipart/alternative; boundary="in-ner"\n\npreamble\n--in-ner\n\nplain\n'
    "--in-ner  \nContent-Type: text/html\n\n<p>html</p>\n--in-ner--\nepilogue",
    attachment('filename="a.png"', PHOTO[:500]),
    "Content-Type: message/rfc822\n\nSubject: inner\n folded\nFrom: a@b.example\n\nwords inside\n",
    "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nAction: failed\n",
    "Content-Type: application/octet-stream\nContent-Transfer-Encoding: x-uuencode\n\n"
    "begin 644 x\n%:&5L;&\\ \n`\nend\n",
)
ODD = [
    EVERYTHING,
    b"",
    b"\n\n",
    b"no headers at all",
    b"Subject: only headers",
    b"Subject: x\nthis is no header\n\nbody",
    b"From nobody Mon Nov\nSubject: mbox\n\nbody",
    b"Content-Type: multipart/mixed; boundary=x\n\nno boundary line in here",
    b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nno end",
    b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\n--x\n\n--x--",
    b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--xy\n--x--\n--x\n\nafter the end\n",
    b"Content-Type: multipart/digest; boundary=x\n\n--x\n\nSubject: in a digest\n\nwords\n--x--\n",
    b"Content-Type: message/rfc822\n\n",
    b"Content-Transfer-Encoding: base64\n\naGVsbG8gd29ybGQ",
]


@pytest.mark.parametrize("raw", ODD)
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_both_parsers_tell_the_same(raw: bytes, line_end: bytes) -> None:
    """An email may not change its meaning because somebody attached a photo to it."""
    even = raw.replace(b"\r\n", b"\n").replace(b"\n", line_end)
    assert told(even, -1) == told(even, SMALL)


@pytest.mark.parametrize("raw", ODD[:-1])
def test_both_parsers_see_the_same_parts(raw: bytes) -> None:
    """Every header and every byte of every part."""
    assert shape(outline(raw, -1)) == shape(outline(raw))


@pytest.mark.parametrize("folder", ["ruby-mail", "enmime", "cpython", "flufl-bounce", "spamassassin-nice"])
def test_foreign_mails_have_the_same_parts_in_both(folder: str) -> None:
    """All but a few that are broken so that each fixes them in its own way."""
    files = [file for file in corpus(folder).iterdir() if file.is_file()]
    differing = [file.name for file in files if told(file.read_bytes(), -1) != told(file.read_bytes(), SMALL)]
    assert len(differing) <= max(3, len(files) // 50), differing


@given(st.integers(0, len(EVERYTHING)), st.binary(max_size=12), st.integers(0, 30))
def test_no_mangled_mail_raises(place: int, junk: bytes, gone: int) -> None:
    """Nothing in here relies on an email being whole."""
    told(EVERYTHING[:place] + junk + EVERYTHING[place + gone :], -1)


def test_a_mail_inside_is_kept_byte_for_byte() -> None:
    """It is evidence: not even its line ends change."""
    inner = "Subject: inner\nX-Odd:   two  spaces\n\nline \nlast"
    raw = multipart(f"Content-Type: message/rfc822\n\n{inner}", attachment("filename=a.png", PHOTO))
    assert read(raw).attachments[0].content == inner.replace("\n", "\r\n").encode()


def test_a_mail_inside_that_is_packed_as_base64_is_opened() -> None:
    """Some programs do, though the standard forbids it."""
    packed = encodebytes(b"Subject: inner\n\nHe said it twice.").decode()
    raw = multipart(
        f"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{packed}",
        attachment("filename=a.png", PHOTO),
    )
    assert read(raw).forwarded == ("He said it twice.",)


def test_a_zip_is_kept_and_never_opened() -> None:
    """What is inside a zip may be a million times its size, or a program."""
    zipped = b"PK\x03\x04" + bytes(60)
    raw = multipart(attachment("filename=chats.zip", encodebytes(zipped).decode(), "application/zip"))
    assert [(file.name, file.content) for file in read(raw).attachments] == [("chats.zip", zipped)]


def nested(levels: int, inner: str) -> bytes:
    """Emails within emails."""
    heads = "".join(f"Subject: level {n}\nContent-Type: message/rfc822\n\n" for n in range(levels))
    return (heads + inner).encode()


LARGE: dict[str, Callable[[], bytes]] = {
    "a photo of 14 MB": lambda: multipart("\nSee it.", attachment("filename=a.jpg", PHOTO * 10)),
    "twenty photos": lambda: multipart(*[attachment("filename=a.jpg", PHOTO[:MILLION])] * 20),
    "ten thousand attachments": lambda: multipart(*[attachment("filename=a.jpg")] * 10_000),
    "a subject of 1 MB": lambda: mail("x", "Subject: " + "x" * MILLION),
    "a subject of many encoded words": lambda: mail("x", "Subject: " + "=?utf-8?q?caf=C3=A9?= " * 48_000),
    "a hundred thousand headers": lambda: mail("x", *["X-Filler: y"] * 100_000),
    "ninety thousand parameters": lambda: mail(
        "x", "Content-Type: text/plain; " + "; ".join(["a*1=x"] * 90_000)
    ),
    "short lines": lambda: multipart("\n" + "a\n" * 3 * MILLION),
    "bytes above ASCII": lambda: (
        b"Content-Type: image/x-raw\nContent-Disposition: attachment\n\n" + b"\xe9\x0a" * 3 * MILLION
    ),
    "HTML": lambda: multipart("Content-Type: text/html\n\n" + "<p>a <b>b</b></p>\n" * 150_000),
    "thirty mails within mails": lambda: nested(30, "\n" + ("w" * 70 + "\n") * 70_000),
    "thousands of mails within mails": lambda: nested(40_000, "\nlast words"),
    "quotes": lambda: mail("On Mon, Jo <a@b> wrote:\n> x\n" * 60_000, "Subject: Re: x"),
    "forwards": lambda: mail(
        "From: Jo\nSent: Monday\nTo: Sam\nSubject: a\n\nhi\n" * 50_000, "Subject: Fwd: x"
    ),
    "lines of a form": lambda: mail("Parent: x\n" * 250_000),
}


@pytest.mark.parametrize("name", swept(LARGE, "ten thousand attachments", "a photo of 14 MB"))
def test_no_large_mail_takes_many_steps(name: str) -> None:
    """A few for each byte, however it is built; a part looked at once for each other part would take thousands.

    A page is walked twice: for its words, and for what is hidden or quoted in it.
    """
    raw = LARGE[name]()
    assert steps_of(lambda: read(raw)) < 8 * len(raw)


@pytest.mark.parametrize("name", swept(LARGE, "ten thousand attachments", "a photo of 14 MB"))
def test_no_large_mail_takes_much_memory(name: str) -> None:
    """Under five times its size, the email itself and its files included."""
    raw = LARGE[name]()
    tracemalloc.start()
    try:
        read(raw)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(raw) + peak < 5 * len(raw)


def test_what_is_left_out_of_a_large_mail_is_said() -> None:
    """The limit is not silent."""
    report = read(LARGE["ten thousand attachments"]())
    assert len(report.attachments) == 499
    assert any("too many parts" in fault for fault in report.faults)
