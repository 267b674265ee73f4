"""What became of an email, and whether two emails say the same."""

import pytest
from made_reports import SCREENSHOT, report

from letterladder.ground.values import replace
from letterladder.rules.reports.judgement import Judgement, same_content
from letterladder.rules.words import Verdict

MAIL = report("he posted it again", subject="a post", attachments=(SCREENSHOT,))


def test_a_judgement_names_no_case_and_wants_nothing_unless_it_says_so() -> None:
    """The plainest one is a verdict with its reason."""
    found = Judgement(verdict=Verdict.ROBOT, reason="an absence note")
    assert (found.ref, found.missing, found.suggestions, found.flags, found.receipt) == (
        "",
        (),
        (),
        (),
        False,
    )


def test_one_mail_that_came_on_two_ways_says_the_same() -> None:
    """Its raw bytes differ by the stamps of the journey, and so does the time."""
    assert same_content(MAIL, replace(MAIL, sha256="1" * 64, size=MAIL.size + 80))


@pytest.mark.parametrize(
    "other",
    [
        replace(MAIL, text="he posted it twice"),
        replace(MAIL, subject="another post"),
        replace(MAIL, message_id="<2@mail.example>"),
        replace(MAIL, from_address="else@mail.example"),
        replace(MAIL, attachments=()),
        replace(MAIL, attachments=(replace(SCREENSHOT, content=b"other"),)),
        replace(MAIL, is_bounce=True),
    ],
    ids=["text", "subject", "id", "sender", "no picture", "another picture", "bounce"],
)
def test_a_mail_that_says_anything_else_is_another_mail(other: object) -> None:
    """A sender who uses one Message-ID twice loses no report."""
    assert not same_content(MAIL, other)  # type: ignore[arg-type]


def test_mails_without_an_id_are_never_the_same() -> None:
    """Two short emails may look alike and still be two reports."""
    nameless = replace(MAIL, message_id="")
    assert not same_content(nameless, nameless)
