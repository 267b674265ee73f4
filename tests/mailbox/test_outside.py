"""Words outside the text of an email, hidden in a page, or in no passage of it: they are found, and are no fact."""

import pytest
from attached_files import attached, pdf, png
from mailbox_mails import TAKEN_AT, mail, multipart, read

from letterladder.mailbox.html_words import all_words
from letterladder.mailbox.message import read_mail
from letterladder.rules.reports.judgement import same_content
from letterladder.rules.texts.halves import missing_lines
from letterladder.rules.texts.passages import told_passages
from letterladder.rules.texts.report import TOO_LONG
from letterladder.rules.texts.sentences import LEFT_OUT, LONGEST, MOST, UNSHOWN, sentences_of

WORDS = "He said that he would hurt her"


@pytest.mark.parametrize(
    "raw",
    [
        mail("Hello", f"Comments: {WORDS}"),
        mail("Hello", "Subject: Hi", f"Subject: {WORDS}"),
        mail("Hello", sender=f'"{WORDS}" <sam@school.example>'),
        multipart("\nHello").replace(b"--XyZ\r\n", WORDS.encode() + b"\r\n\r\n--XyZ\r\n", 1),
        multipart("\nHello") + WORDS.encode() + b"\r\n",
        multipart("\nHello", attached(f"{WORDS}.png", png())),
        multipart("\nHello", attached("shot.png", png() + b"\n" + WORDS.encode())),
        mail(f'<p>Hello</p><img alt="{WORDS}">', "Content-Type: text/html"),
        mail(f'<p>Hello</p><p style="display:none">{WORDS}</p>', "Content-Type: text/html"),
    ],
)
def test_words_outside_the_text_are_kept_apart(raw: bytes) -> None:
    """They are read for danger, shown apart, and tell no fact."""
    report = read(raw)
    assert WORDS in " ".join(report.unshown.split())
    assert WORDS not in report.text
    assert any(one.file == UNSHOWN and one.machine_read and WORDS in one.text for one in sentences_of(report))
    assert not any(WORDS in one.text for one in told_passages(report))


def test_a_large_email_has_the_same_borders() -> None:
    """It is taken apart in place, and what is around its parts is found as well."""
    raw = multipart("\nHello " + "there " * 50_000).replace(
        b"--XyZ\r\n", WORDS.encode() + b"\r\n--XyZ\r\n", 1
    )
    assert WORDS in read(raw + b"The end of it is here\r\n").unshown
    assert "The end of it is here" in read(raw + b"The end of it is here\r\n").unshown


def test_the_same_page_and_text_leave_nothing_outside() -> None:
    """Most emails say everything twice."""
    page = f"Content-Type: text/html\n\n<html><title>{WORDS}</title><body><p>{WORDS}</p></body></html>"
    assert read(multipart(f"\n{WORDS}", page, kind="alternative")).unshown == ""


def test_what_an_email_inside_holds_outside_its_text_is_apart() -> None:
    """A machine that returns one of our emails did not write its subject."""
    inner = f"Content-Type: message/rfc822\n\nFrom: jo@letterbox.example\nSubject: {WORDS}\n\nHi"
    report = read(multipart("\nHello", inner))
    assert (report.unshown, report.unshown_inside) == ("", WORDS)


def test_two_emails_that_differ_outside_their_text_are_two() -> None:
    """The second one is no copy that nobody reads."""
    first, second = (
        read(mail("Hello", "Message-ID: <a@b.example>", *more)) for more in ((), (f"Comments: {WORDS}",))
    )
    assert not same_content(first, second)
    assert same_content(first, first)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"Hello there.\n\n-- \n{WORDS}", WORDS),
        (f"Hello there.\n\nOn the bus {WORDS}, his sister wrote:", WORDS),
        (f"See below.\n\nFrom: Jo\nSent: Monday\nTo: me\nSubject: {WORDS}\n\nHi", WORDS),
    ],
)
def test_a_line_in_no_passage_is_read(text: str, line: str) -> None:
    """Signatures, introductions of quotations and their headings are left out of passages, and not of the reading."""
    found = sentences_of(read(mail(text, "Subject: Re: hello")))
    assert any(line in one.text and one.file == LEFT_OUT for one in found)


def test_the_sender_s_own_words_are_never_said_to_be_left_out() -> None:
    """Else everything would be read twice."""
    found = sentences_of(read(mail(f"Dear Mrs Binns\n\n{WORDS}.\nIt was today.\n\n> an older line\n")))
    assert {one.text for one in found if one.file == LEFT_OUT} <= {"Dear Mrs Binns"}


def test_the_order_of_words_counts_where_halves_are_compared() -> None:
    """All of its words are in the other half, and it says something else."""
    known = "he will not come to kill time, so let her be and go to school"
    assert missing_lines("he will come to school to kill her", known) == [
        "he will come to school to kill her"
    ]
    assert missing_lines("let her be and\ngo to school", known) == []


def test_a_long_text_is_cut_where_nothing_is_lost() -> None:
    """What stands across a cut is whole in the next stretch."""
    for place in range(LONGEST - 60, LONGEST + 10, 7):
        words = ("and so it went on " * 100)[:place].rsplit(" ", 1)[0]
        assert any(WORDS in one.text for one in sentences_of(read(mail(f"{words} {WORDS} and on"))))


def test_more_sentences_than_are_read_are_said() -> None:
    """Equal ones count once; what is left over is a person's."""
    same = read(mail("It was fine. " * (MOST + 500) + WORDS))
    assert TOO_LONG not in same.faults
    assert any(WORDS in one.text for one in sentences_of(same))
    differ = read_mail(mail("\n\n".join(f"It was {place}." for place in range(MOST + 500))), TAKEN_AT)
    assert TOO_LONG in differ.faults


def test_all_words_of_a_page_hold_no_style_and_no_script() -> None:
    """They are no words; a style that is never closed hides nothing."""
    assert all_words("<style>p {}</style><p>Hi<script>go()</script> there</p>").split() == ["Hi", "there"]
    assert WORDS in all_words(f"<p>Hi</p><style>p {{}} {WORDS}")


def test_a_pdf_says_what_stands_between_its_pages() -> None:
    """Remarks and titles that no page shows."""
    assert (
        WORDS in read(multipart("\nSee.", attached("a.pdf", pdf("Hi") + f"\n% {WORDS}\n".encode()))).unshown
    )
