from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mailbox_mails import TAKEN_AT, mail, multipart, read
from steps import steps_of

from letterladder.mailbox.bodies import MOST_TEXT
from letterladder.mailbox.message import read_arrival, read_mail
from letterladder.rules.texts.report import Arrival, Report

EVERYTHING = multipart(
    "Content-Type: text/plain; charset=utf-8\n\nParent: Jo\nPupil: Kim\nWhat was posted: Rude words.",
    "Content-Type: text/html\n\n<p>Parent: Jo</p>",
    'Content-Type: image/png; name="a.png"\nContent-Disposition: attachment; filename="a.png"\n\nxx',
    "Content-Type: message/rfc822\n\nSubject: inner\n\nwords inside",
    headers=(
        "Subject: =?utf-8?q?caf=C3=A9?=",
        "Message-ID: <1@x.example>",
        "Date: Mon, 02 Nov 2026 16:42:08 +0000",
    ),
)


@given(st.binary(max_size=2_000))
def test_no_bytes_raise(raw: bytes) -> None:
    """Whatever arrives becomes a report that can be shown."""
    assert read(raw).size == len(raw)


@given(st.data())
def test_no_mangled_mail_raises(data: st.DataObject) -> None:
    """An email with pieces cut out, repeated or overwritten is still shown, and stays valid text."""
    raw = bytearray(EVERYTHING)
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(raw)))
        end = min(len(raw), start + data.draw(st.integers(0, 40)))
        raw[start:end] = data.draw(st.binary(max_size=12)) + raw[start:end] * data.draw(st.integers(0, 2))
    report = read(bytes(raw))
    (report.subject + report.text + report.from_name + "".join(a.name for a in report.attachments)).encode()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n",
        b"no headers at all, only words",
        b"From: \xff\xfe\nSubject: \x81\n\n\x81\x8d",
        b"Content-Type: text/plain; charset=none-such\n\nwords",
        b"Content-Type: multipart/mixed\n\nno boundary",
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n",
        b"Content-Type: message/rfc822\n\n",
        b"Content-Type: ;;;\nContent-Disposition: ===\n\nwords",
        b"Content-Transfer-Encoding: base64\n\n!!!!",
        b"Content-Transfer-Encoding: x-uuencode\n\nbegin 666 x\n",
        b"Subject: =?utf-8?b?" + b"A" * 3001 + b"?=\n\nx",
        b"From: " + b"a@b.example, " * 20_000 + b"\n\nx",
    ],
)
def test_broken_mails_are_shown(raw: bytes) -> None:
    """Each of these has broken somebody's email program."""
    assert read(raw).received == TAKEN_AT


def test_parts_nested_without_end_are_shown_as_they_came() -> None:
    """The standard parser gives up on this one; the sender stays known."""
    nest = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3_000))
    report = read(("From: a@b.example\n" + nest + "\nlast words").encode())
    assert report.from_address == "a@b.example"
    assert report.faults != ()


def test_too_many_parts_are_said() -> None:
    """The limit is not silent."""
    report = read(multipart(*["Content-Type: text/plain\n\nx"] * 2_000))
    assert any("too many parts" in fault for fault in report.faults)


def test_a_very_large_mail_is_read_in_few_steps() -> None:
    """Ten megabytes of attachment and three of text: fewer steps than bytes, and the cut text is said."""
    lines = "QUJD" * 19 + "\n"
    raw = multipart(
        "Content-Type: text/plain\n\n" + "He wrote it again. " * 160_000,
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n" + lines * 130_000,
    )
    reports = list[Report]()
    assert steps_of(lambda: reports.append(read(raw))) < len(raw)
    (report,) = reports
    assert len(report.text) <= MOST_TEXT
    assert (len(report.attachments), any("too long" in fault for fault in report.faults)) == (1, True)


def test_the_identity_of_a_mail_is_the_hash_of_its_bytes() -> None:
    """Two emails under one Message-ID stay two emails."""
    first, second = (read(mail(text, "Message-ID: <form@relay.example>")) for text in ("one", "two"))
    assert first.message_id == second.message_id
    assert first.sha256 != second.sha256


def test_what_a_cut_mail_is_stays_visible() -> None:
    """Only headers were fetched: the report says so and carries the whole size."""
    arrival = Arrival(key="1:1", raw=b"From: a@b.example\nSubject: Film\n\n", size=60_000_000, cut=True)
    report = read_arrival(arrival, TAKEN_AT)
    assert (report.subject, report.size, "limit" in report.faults[0]) == ("Film", 60_000_000, True)


def test_html_only_mail_is_readable() -> None:
    """An email that says everything in HTML is read from it."""
    raw = mail(
        "<p>He posted <a href='https://x.example/p'>this</a></p>", "Content-Type: text/html; charset=utf-8"
    )
    report = read(raw)
    assert (report.text, report.links) == ("He posted this", ("https://x.example/p",))


def test_html_that_says_more_than_the_plain_part_wins() -> None:
    """Some programs put a note that HTML cannot be shown into the plain part."""
    raw = multipart(
        "Content-Type: text/plain\n\nPlease use another program.",
        "Content-Type: text/html\n\n<p>" + "He will hurt Tom on Monday. " * 20 + "</p>",
        kind="alternative",
    )
    assert "hurt Tom" in read(raw).text


def test_flowed_lines_are_joined() -> None:
    """Thunderbird breaks lines at 72 characters and marks them with a space."""
    raw = mail("He wrote \nit again.\nTwice.", "Content-Type: text/plain; format=flowed")
    assert read(raw).text == "He wrote it again.\nTwice."


def test_a_form_inside_a_forwarded_mail_is_found() -> None:
    """A colleague sends on what somebody filled in."""
    raw = mail(
        "See below\n\nFrom: Jo\nSent: Monday\nTo: Sam\n\nParent: Max\nWhat was posted: Rude.",
        "Subject: FW: form",
    )
    assert (read(raw).form.parent, read(raw).form.what) == ("Max", "Rude.")


def test_a_form_quoted_in_a_reply_is_not_filled_again() -> None:
    """An answer to a report is not a second report."""
    quoted = "> Parent: Max\n> What was posted: Rude."
    raw = mail(f"Thanks.\n\nOn 3 Nov 2026 at 10:00, Jo <jo@x.example> wrote:\n{quoted}", "Subject: Re: form")
    assert not read(raw).form.is_form


@pytest.mark.parametrize(
    ("expected", "headers"),
    [
        ("Sam Reader", ()),
        ("Janet Lowrie", ('Reply-To: "Janet Lowrie" <office@school.example>',)),
        ("Sam Reader", ("Reply-To: other@mail.example",)),
        ("Sam Reader", ('Reply-To: "Another" <sam@school.example>',)),
    ],
)
def test_who_reports_is_told_behind_a_web_form(expected: str, headers: tuple[str, ...]) -> None:
    """A relay writes in its own name and puts the person into Reply-To."""
    assert read(mail("Hello", *headers)).sender_name == expected


@pytest.mark.parametrize(
    ("expected", "headers"),
    [
        (
            datetime(2026, 11, 3, 8, 0, tzinfo=UTC),
            ("Received: by mx; Tue, 3 Nov 2026 08:00:00 +0000", "Date: 1 Nov 2026 10:00"),
        ),
        (datetime(2026, 11, 1, 10, 0, tzinfo=UTC), ("Date: 1 Nov 2026 10:00:00 +0000",)),
        (TAKEN_AT, ("Date: Fri, 20 Nov 2036 12:00:00 +0000",)),
        (TAKEN_AT, ("Date: soon",)),
        (TAKEN_AT, ()),
    ],
)
def test_the_time_of_receipt_is_the_server_s_before_the_sender_s(
    expected: datetime, headers: tuple[str, ...]
) -> None:
    """A sender's own date may say anything, but never is in the future."""
    assert read(mail("x", *headers)).received == expected


def test_the_server_s_own_time_of_receipt_counts_most() -> None:
    """INTERNALDATE comes from our own server."""
    received = datetime(2026, 11, 5, 7, 0, tzinfo=UTC)
    raw = mail("x", "Received: by mx; Tue, 3 Nov 2026 08:00:00 +0000")
    assert read_mail(raw, TAKEN_AT, received=received).received == received


def test_recipients_are_those_of_to_and_cc_once_each() -> None:
    """Addresses are compared in lower case."""
    raw = mail("x", "Cc: Safeguarding@School.example, Head <head@school.example>")
    assert read(raw).to == ("safeguarding@school.example", "head@school.example")


HEAD = b"From: Ada Moss <ada@x.example>\nSubject: The gate\n\n"
STRAY = b"Received: from a by b;\nthat lost its space\n" + HEAD + b"It is open.\n"


@pytest.mark.parametrize("raw", [STRAY, STRAY.replace(b"\n", b"\r\n"), STRAY + b"la " * 90_000])
def test_a_stray_line_among_the_headers_loses_no_other(raw: bytes) -> None:
    """From and Subject are read as email programs do, and the text begins below the empty line."""
    report = read_mail(raw, TAKEN_AT)
    assert (report.from_address, report.subject) == ("ada@x.example", "The gate")
    assert report.text.startswith("It is open.")


@pytest.mark.parametrize(
    "raw", [b"Hello there\nFrom: a@x.example\n\nBye", b"Subject: x\nHello\nNote: this\n\nBye", b"Hello", b""]
)
def test_a_text_without_headers_stays_text(raw: bytes) -> None:
    """What begins with no header, or goes on with none that is known, is no stray line."""
    report = read_mail(raw, TAKEN_AT)
    assert report.from_address == ""
    assert raw.partition(b"\n")[0].decode() in f"{report.text} Subject: {report.subject}"


@pytest.mark.parametrize("sender", [b"From:\n", b"From: <>\n", b""])
def test_an_email_without_a_sender_shows_where_answers_go(sender: bytes) -> None:
    """Marked as that: nobody is taken for its sender."""
    report = read_mail(sender + b"Reply-To: Ada <ada@x.example>\nSubject: x\n\nText", TAKEN_AT)
    assert (report.from_address, report.from_name) == ("", "no sender; answers go to ada@x.example")
