"""What an email about the in-tray says leaves the school: no name, no word of the report."""

from datetime import UTC, date, datetime

import pytest
from cast import a_school, an_adult
from msgspec.structs import replace as changed

from letterladder.ground.values import replace
from letterladder.rules.cases.events import FlagSeen
from letterladder.rules.mails.card_words import by_when, card_words, is_about_a_child, sort_of_sender
from letterladder.rules.mails.mail_log import MailJudged, MailRow, MailSeen, Proposal, Suggestion
from letterladder.rules.people.people import PeopleRegister, Pupil, StaffMember
from letterladder.rules.words import Flag, Level, Verdict

AT = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
RUBY = Pupil(pupil_id="P1", given_name="Ruby", family_name="Stott", school_class="4K")
PEOPLE = PeopleRegister(
    adults={"A1": an_adult()},
    pupils={"P1": RUBY},
    staff=(StaffMember(name="Mr Colin Lowell", email="colin@home.example", also=("Coz",)),),
)
SEEN = MailSeen(
    mailbox="in",
    key="1",
    sha256="ab" * 32,
    message_id="",
    subject="Ruby",
    sender="x@y.example",
    received=AT,
    size=1,
)


def row(why: str = "", level: Level | None = Level.AMBER, *, old: bool = False, **more: object) -> MailRow:
    """An email of the in-tray."""
    judged = MailJudged(mailbox="in", key="1", sha256="ab" * 32, verdict=Verdict.INTRAY)
    return MailRow(seen=changed(SEEN, old=old), judged=changed(judged, level=level, why_level=why, **more))


def seems(why: str, level: Level | None = Level.AMBER) -> str:
    """What is said of why it is here."""
    return card_words(row(why, level), a_school(), PEOPLE).seems


GENERIC = "Letterladder could not place it: somebody must read it."


@pytest.mark.parametrize(
    ("expected", "why"),
    [
        ("Nobody is recognised.", "Nobody is recognised."),
        ("It may mention a solicitor.", 'It may mention a solicitor: "Ruby told my lawyer".'),
        ("It may mention a solicitor.", "It may mention a solicitor (“she hit me”)."),
        ("It may be about a child, though.", 'It may be about a child ("hungry ... No coat"), though.'),
        ("Somebody must read it.", "It is about Mr Stott. Somebody must read it."),
        ("The conduct is unclear.", "It names Ruby. The conduct is unclear. Lowell's class is meant."),
        (GENERIC, "Coz is meant."),
        (GENERIC, "Mr Unknown is meant."),
        (GENERIC, "It comes from jane@elsewhere.example."),
        (GENERIC, "See https://social.example/p/1."),
        (GENERIC, 'It says "one half'),
        (GENERIC, "It says 'you wait' to somebody."),
        (GENERIC, ""),
        (GENERIC, "word " * 100),
    ],
)
def test_the_reason_names_nobody_and_quotes_nothing(expected: str, why: str) -> None:
    """A sentence that may is left out; where nothing is left, it is said in general."""
    assert seems(why) == expected


@pytest.mark.parametrize(
    ("expected", "level"),
    [("It may point to danger.", Level.RED), ("It does not look urgent.", Level.PLAIN), (GENERIC, None)],
)
def test_without_a_reason_the_level_is_said(expected: str, level: Level | None) -> None:
    """An email that nobody gave a level is one to read today."""
    assert seems("", level) == expected


def test_an_old_email_is_plain() -> None:
    """Whatever the rules found in it."""
    assert card_words(row("Read it.", old=True), a_school(), PEOPLE).seems == "It does not look urgent."


@pytest.mark.parametrize(
    ("expected", "address"),
    [
        ("an address of the school's staff", "a.hollis@larkfield.example"),
        ("an address of the school's staff", "Colin@home.example"),
        ("a parent or carer in your register", "Gavin.Stott@mail.example"),
        ("a pupil's school address", "r.stott@pupils.larkfield.example"),
        ("somebody not in your records", "x@y.example"),
        ("somebody not in your records", ""),
    ],
)
def test_the_sort_of_sender_is_said_and_not_who(expected: str, address: str) -> None:
    """By the address alone."""
    assert sort_of_sender(address, a_school(), PEOPLE) == expected


def test_conduct_is_said_by_its_title() -> None:
    """The policy's own words, and not those of the email; a kind that the policy has not is left out."""
    found = card_words(
        row(proposed=[Proposal(conduct="threat", words="kill"), Proposal(conduct="gone", words="x")]),
        a_school(),
        PEOPLE,
    )
    assert found.conduct == "words that the school takes as a threat"


@pytest.mark.parametrize(
    ("expected", "exact"),
    [
        ("no adult in your register was recognised", []),
        ("one adult in your register seems to be meant", [False]),
        ("any of 2 adults in your register may be meant", [False, False]),
        ("one adult in your register seems to be meant", [False, True]),
    ],
)
def test_whether_one_adult_seems_meant(expected: str, exact: list[bool]) -> None:
    """A number, and no name."""
    meant = [Suggestion(adult="A1", why="Mr Stott", exact=one) for one in exact]
    assert card_words(row(suggestions=meant), a_school(), PEOPLE).about == expected


def test_a_child_is_said_where_the_rules_found_one() -> None:
    """By a pupil, or by a flag that is about one."""
    flag = FlagSeen(flag=Flag.CHILD_PROTECTION, words="x")
    found = [is_about_a_child(one) for one in (row(), row(pupils=["P1"]), row(flags=[flag]))]
    assert found == [False, True, True]


@pytest.mark.parametrize(
    ("expected", "moment"),
    [
        ("3.20 pm today", datetime(2026, 11, 9, 15, 20, tzinfo=UTC)),
        ("12 noon today", datetime(2026, 11, 9, 12, 0, tzinfo=UTC)),
        ("12.05 am on Tuesday", datetime(2026, 11, 10, 0, 5, tzinfo=UTC)),
        ("8.30 am on Monday 16 November 2026", datetime(2026, 11, 16, 8, 30, tzinfo=UTC)),
        ("9.30 am on Monday 1 June 2026", datetime(2026, 6, 1, 8, 30, tzinfo=UTC)),
    ],
)
def test_a_moment_as_one_says_it(expected: str, moment: datetime) -> None:
    """In England's time; the date where the weekday alone could be another week's."""
    assert by_when(moment, date(2026, 11, 9)) == expected


def test_a_name_of_many_parts_is_known_by_each() -> None:
    """A given name alone names a child."""
    people = replace(PEOPLE, pupils={"P1": replace(RUBY, given_name="Anna-May Joy")})
    assert card_words(row("Joy is meant."), a_school(), people).seems == GENERIC
