"""An email that is about somebody or their family, or alleges something of them, is not shown to them."""

from datetime import UTC, datetime

import pytest
from cast import a_school, an_adult
from msgspec.structs import replace as changed

from letterladder.ground.values import replace
from letterladder.rules.cases.events import Fact, FlagSeen
from letterladder.rules.mails.hidden_mail import hidden_mail, near_by
from letterladder.rules.mails.mail_log import MailJudged, MailRow, MailSeen, Suggestion
from letterladder.rules.people.people import PeopleRegister, Pupil
from letterladder.rules.words import Flag, Verdict

AT = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
NED = Pupil(pupil_id="P9", given_name="Ned", family_name="Binns", school_class="2P")
CAROL = an_adult(
    person_id="A9",
    given_name="Carol",
    family_name="Binns",
    email="office@larkfield.example",
    address=("2 Mill Lane",),
    relationships={"P9": "Mother"},
)
PEOPLE = PeopleRegister(adults={"A1": an_adult(), "A9": CAROL}, pupils={"P9": NED})
SEEN = MailSeen(
    mailbox="in",
    key="1",
    sha256="ab" * 32,
    message_id="",
    subject="A post",
    sender="office@larkfield.example",
    received=AT,
    size=1,
)
JUDGED = MailJudged(mailbox="in", key="1", sha256="ab" * 32, verdict=Verdict.INTRAY)
ALLEGED = [FlagSeen(flag=Flag.STAFF_ALLEGATION, words="grabbed my son")]


def row(subject: str = "A post", **more: object) -> MailRow:
    """An email of the in-tray, sent on by the office."""
    return MailRow(seen=changed(SEEN, subject=subject), judged=changed(JUDGED, **more))


def hidden(of: MailRow, role: str = "office") -> str:
    """Why the holder of the role is not shown it."""
    school = a_school()
    return hidden_mail(of, school.people[role], school, PEOPLE)


@pytest.mark.parametrize(
    ("expected", "of"),
    [
        ("", row()),
        ("", row(suggestions=[Suggestion(adult="A1", why="name")])),
        ("it is about you", row(suggestions=[Suggestion(adult="A9", why="name")])),
        ("it is about your family", row(pupils=["P9"])),
        ("it is about your family", row("About Ned Binns")),
        ("it is about your family", row(fact=Fact(words="that ned  binns is a bully"))),
        ("it is about your family", row(flags=[FlagSeen(flag=Flag.DANGER, words="kill Ned Binns")])),
        ("it names you in what is said of staff", row(flags=ALLEGED, named=["Mrs Carol Binns"])),
        ("", row(flags=ALLEGED, named=["Mrs Anita Hollis"])),
        ("", row(named=["Mrs Carol Binns"])),
    ],
)
def test_an_email_is_hidden_from_whom_it_is_about(expected: str, of: MailRow) -> None:
    """Who sent it on does not matter: the office sends reports itself, and goes on seeing them."""
    assert hidden(of) == expected
    assert hidden(of, "dsl") == ""


def test_an_email_not_judged_yet_is_hidden_by_its_subject_alone() -> None:
    """Nothing else is known of it."""
    waiting = MailRow(seen=changed(SEEN, subject="Ned Binns again"))
    assert hidden(waiting) == "it is about your family"
    assert hidden(MailRow(seen=SEEN)) == ""


def test_who_is_too_near_is_told_by_address() -> None:
    """For whoever tells people of emails: the addresses that must not get this one."""
    school = a_school()
    people = {
        **school.people,
        "deputy": replace(school.people["deputy"], related=("A1",), email="I.Sadiq@larkfield.example"),
    }
    near = near_by(replace(school, people=people), PEOPLE)
    assert near(row(suggestions=[Suggestion(adult="A1", why="name")])) == {"i.sadiq@larkfield.example"}
    assert near(row(flags=ALLEGED, named=["Mrs Anita Hollis"])) == {"a.hollis@larkfield.example"}
    assert near(row()) == frozenset()
