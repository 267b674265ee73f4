"""Lines below a yes that nobody knows: nothing happens, the head is asked once, and after that they are known."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from office import BOX, HEAD, OFFICE, Rehearsal, pressed
from prepared import reported_school

MOTTO = "Kind regards\nAnita Hollis\nHeadteacher\n'Growing together'"


def asked(tmp_path: Path) -> Rehearsal:
    """A school whose head has the first letter for approval."""
    return reported_school(tmp_path)


def answer(school: Rehearsal, below: str, link: str = "", sender: str = HEAD) -> None:
    """The head presses a button of an email, and the email program adds lines below what it opens."""
    school.press(link or school.newest("approval", "2026-0001").links[0], sender, f"\n\n{below}")
    school.round()


def test_a_second_thought_in_capitals_approves_nothing_and_is_quoted_back(tmp_path: Path) -> None:
    """The head reads which line it was and what to do."""
    school = asked(tmp_path)
    answer(school, "Wrong Parent")
    told = school.newest("notice", "2026-0001")
    assert (school.letters(), told.to) == (["L1.1 drafted"], (HEAD, OFFICE))
    assert '"Wrong Parent"' in told.text
    assert "alone, with nothing below it" in " ".join(told.text.split())


def test_an_unknown_signature_is_confirmed_by_one_press_and_known_from_then_on(tmp_path: Path) -> None:
    """Only the head is asked; the email program adds the same lines to the answer."""
    school = asked(tmp_path)
    answer(school, MOTTO)
    told = next(one for one in school.sent_mails() if "signature" in one.subject)
    assert (school.letters(), told.to) == (["L1.1 drafted"], (HEAD,))
    assert "Growing together" in told.text
    answer(school, MOTTO, told.links[0])
    assert "LetterApproved" in school.kinds()
    kinds = [type(one.event).__name__ for one in school.office.exports.entries()]
    assert kinds[-2:] == ["SignatureAsked", "SignatureConfirmed"]
    school.report("Mr Emeka Okoro", "Ada Okoro, 2A")
    answer(school, MOTTO, school.newest("approval", "2026-0002").links[0])
    assert "LetterApproved" in school.kinds("2026-0002")


@pytest.mark.parametrize("below", ["Wrong Parent", f"{MOTTO}\nNot Today", "Something Else"])
def test_the_word_signature_covers_only_lines_that_were_asked_about(below: str, tmp_path: Path) -> None:
    """What is written below it for the first time is asked about, or refused, again."""
    school = asked(tmp_path)
    answer(school, MOTTO)
    told = next(one for one in school.sent_mails() if "signature" in one.subject)
    answer(school, below, told.links[0])
    assert "LetterApproved" not in school.kinds()


def test_nobody_else_is_sent_the_code(tmp_path: Path) -> None:
    """The office hears of it without the code."""
    school = asked(tmp_path)
    code = pressed(school.newest("approval", "2026-0001").links[0])[2].split()[1]
    answer(school, MOTTO)
    others = [one for one in school.sent_mails() if one.to != (HEAD,)]
    assert not any(code in one.text + "".join(one.links) for one in others)


@pytest.mark.parametrize(
    "sender",
    [
        f"{HEAD}, eve@elsewhere.example",
        f'"eve@elsewhere.example" <{HEAD}>',
        HEAD.replace("s@", "\u017f@"),
    ],
)
def test_a_sender_that_can_be_read_in_two_ways_approves_nothing(sender: str, tmp_path: Path) -> None:
    """Though the first of them, or the same with other letters, is the head."""
    school = asked(tmp_path)
    _, subject, text = pressed(school.newest("approval", "2026-0001").links[0])
    raw = f"From: {sender}\nTo: {BOX}\nSubject: {subject}\n\n{text}\n"
    school.deliver(raw.encode())
    school.round()
    assert school.letters() == ["L1.1 drafted"]


def test_a_page_that_says_something_else_approves_nothing(tmp_path: Path) -> None:
    """The head is told that the two differ."""
    school = asked(tmp_path)
    _, subject, text = pressed(school.newest("approval", "2026-0001").links[0])
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = HEAD, BOX, subject
    message.set_content(text)
    message.add_alternative("<p>Thank you, not this week.</p>", subtype="html")
    school.deliver(message.as_bytes())
    school.round()
    assert school.letters() == ["L1.1 drafted"]
    assert "different things" in school.newest("notice", "2026-0001").text
