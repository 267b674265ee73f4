"""Plain text and HTML of one email: what only one of them says is read too, and nothing is read twice."""

from datetime import UTC, datetime

import pytest

from letterladder.mailbox.message import read_mail
from letterladder.rules.reports.flags import flags_of
from letterladder.rules.texts.halves import with_missing
from letterladder.rules.texts.report import Report
from letterladder.rules.words import Flag

THREAT = "Ross Dunn is going to kill Mr Lowell at the gate."
NO_HTML = "Your mail program does not show HTML. Please use another one."


def both(plain: str, html: str) -> Report:
    """The report of an email that says its text twice."""
    raw = (
        "From: Sian <s@letterbox.example>\nSubject: help\nContent-Type: multipart/alternative; boundary=B\n\n"
        f"--B\nContent-Type: text/plain\n\n{plain}\n--B\nContent-Type: text/html\n\n{html}\n--B--\n"
    )
    return read_mail(raw.encode(), datetime(2026, 11, 2, 9, tzinfo=UTC))


@pytest.mark.parametrize(
    ("plain", "html"),
    [
        (NO_HTML, f"<p>{THREAT}</p>"),
        ("Hello, please see this.", f"<p>Hello, please see this.</p><p>{THREAT}</p>"),
        (
            f"See below.\n\nOn Mon, 2 Nov 2026, J <j@letterbox.example> wrote:\n> {NO_HTML}",
            f"<p>{THREAT}</p>",
        ),
        (THREAT, f"<p>{NO_HTML * 20}</p>"),
    ],
)
def test_danger_in_either_half_is_seen(plain: str, html: str) -> None:
    """Also among the sender's own words, where names and conduct are sought."""
    report = both(plain, html)
    assert Flag.DANGER in {seen.flag for seen in flags_of(report)}
    assert THREAT in report.own_words


def test_the_same_text_twice_is_read_once() -> None:
    """A newsletter's halves differ in line breaks, marks and addresses only."""
    plain = "*News* of the week\nThe fair is on Friday\n<https://fair.example/list>"
    html = '<h1>News of the week</h1><p>The fair is on <a href="https://fair.example/list">Friday</a></p>'
    assert both(plain, html).text.strip() == plain


def test_a_line_that_comes_again_is_added_once() -> None:
    """Each new word brings its line in one time."""
    assert with_missing("one", "one two\none two\ntwo", "one") == "one\n\none two"
