"""What is shown of an email that was too much: who wrote it, its subject, and its words as far as they are plain."""

import base64
from datetime import UTC, datetime

import pytest

from letterladder.mailbox.plain_reading import SHOWN, plain_report
from letterladder.rules.texts.report import Arrival, Report

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
HEAD = b"From: Ada Moss <ada@mail.example>\nSubject: =?utf-8?q?B=C3=A9a?=\n at tea\nMessage-ID: <1@mail.example>\n"
SAID = "Béa said so."
WAYS = {
    "plain": b"\n" + SAID.encode(),
    "old letters": b"\n" + SAID.encode("windows-1252"),
    "CRLF": b"\r\n" + SAID.encode(),
    "base64": b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(SAID.encode()),
    "cut base64": b"Content-Transfer-Encoding: base64\n\n"
    + base64.encodebytes(SAID.encode() + b"......")[:-3],
    "quoted": b"Content-Transfer-Encoding: quoted-printable\n\nB=C3=A9a sa=\nid so.",
    "a page": b"Content-Type: text/html\n\n<p>" + SAID.encode() + b"</p><style",
    "parts": b'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\n\n'
    + SAID.encode()
    + b"\n--x\nContent-Type: image/png\n\nnothing\n--x--\n",
    "no headers of a part": b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" + SAID.encode(),
}


def plain(raw: bytes) -> Report:
    """What is shown of an email."""
    return plain_report(Arrival(key="1", raw=raw, size=len(raw)), NOW)


@pytest.mark.parametrize("way", WAYS)
def test_words_are_shown_however_they_are_packed(way: str) -> None:
    """As far as that needs no more than one pass."""
    report = plain(HEAD + WAYS[way])
    assert SAID in report.text
    assert (report.from_address, report.subject, report.message_id) == (
        "ada@mail.example",
        "Béa at tea",
        "<1@mail.example>",
    )


@pytest.mark.parametrize("raw", [b"", b"\n", b"\x00\xff" * 50, b"From", b"From: \n\n", HEAD])
def test_anything_is_read(raw: bytes) -> None:
    """Nothing is raised."""
    assert plain(raw).is_too_much


def test_grave_words_far_down_are_shown() -> None:
    """What is shown is short, and what is searched is not."""
    report = plain(HEAD + b"\n" + b"la la " * SHOWN + b"and tomorrow I will kill him")
    assert "tomorrow I will kill him" in report.unshown
    assert len(report.text) <= SHOWN
