"""Nobody is told of an email that is about them where somebody else can be told; and somebody always is."""

from datetime import UTC, datetime

import pytest
from cast import a_school
from msgspec.structs import replace

from letterladder.ground.values import replace as changed
from letterladder.rules.cases.case_parts import Alarm
from letterladder.rules.cases.events import FlagSeen
from letterladder.rules.mails.mail_log import CardTold, MailJudged, MailRow, MailSeen, Told
from letterladder.rules.mails.telling import spared, tellings_due, told_next
from letterladder.rules.people.school import OFFICE as OFFICE_ROLE
from letterladder.rules.people.school import Triaging
from letterladder.rules.words import Flag, Level, Verdict

NOW = datetime(2026, 11, 9, 14, 0, tzinfo=UTC)
HEAD, ALTERNATE = "a.hollis@larkfield.example", "chair@larkfield.example"
DSL, DEPUTY = "j.treadwell@larkfield.example", "i.sadiq@larkfield.example"
OFFICE = "office@larkfield.example"


def waiting(name: str, level: Level = Level.AMBER, *told: str) -> MailRow:
    """An email that waits since nine, of which these addresses were told."""
    nine = NOW.replace(hour=9)
    card = CardTold(
        mailbox="in", key=name, sha256=name, level=level, to=list(told), message_id="<1@x>", read_by=nine
    )
    seen = MailSeen(
        mailbox="in", key=name, sha256=name, message_id="", subject="", sender="", received=nine, size=1
    )
    judged = MailJudged(mailbox="in", key=name, sha256=name, verdict=Verdict.INTRAY, level=level)
    return MailRow(
        seen=seen,
        judged=judged,
        judged_at=nine,
        told=(Told(at=nine, event=card),) if told else (),
    )


@pytest.mark.parametrize(
    ("expected", "near"),
    [
        ((DSL, DEPUTY), ()),
        ((DEPUTY,), (DSL,)),
        ((HEAD,), (DSL, DEPUTY)),
        ((ALTERNATE,), (DSL, DEPUTY, HEAD)),
        ((DSL, DEPUTY), (DSL, DEPUTY, HEAD, ALTERNATE)),
    ],
)
def test_the_next_is_told_in_the_place_of_whom_it_is_about(
    expected: tuple[str, ...], near: tuple[str, ...]
) -> None:
    """Down the chain; where it is about all of them, they are told as always."""
    assert spared((DSL, DEPUTY), frozenset(near), a_school()) == expected


def test_emails_are_told_apart_by_who_may_hear_of_them() -> None:
    """The one about the DSL goes to the deputy alone, the other to both."""
    due = tellings_due(
        [waiting("a"), waiting("b")],
        a_school(),
        NOW,
        lambda row: frozenset({DSL}) if row.seen.sha256 == "b" else frozenset(),
    )
    assert [(one.to, [row.seen.sha256 for row in one.rows]) for one in due] == [
        ((DSL, DEPUTY), ["a"]),
        ((DEPUTY,), ["b"]),
    ]


def test_the_head_is_passed_over_for_the_alternate() -> None:
    """An email about the head that nobody had in time goes on to the alternate."""
    late = [waiting("a", Level.AMBER, DSL, DEPUTY)]
    assert [one.to for one in tellings_due(late, a_school(), NOW)] == [(HEAD,)]
    due = tellings_due(late, a_school(), NOW, lambda _: frozenset({HEAD}))
    assert [one.to for one in due] == [(ALTERNATE,)]
    alarm = Alarm(at=NOW, to=(DSL, DEPUTY))
    assert told_next(alarm, a_school(), frozenset({HEAD})) == (DSL, DEPUTY, ALTERNATE)


def test_one_to_sort_is_not_told_to_whom_it_is_about() -> None:
    """In the digest too."""
    due = tellings_due([waiting("a", Level.PLAIN)], a_school(), NOW, lambda _: frozenset({OFFICE}))
    assert [one.to for one in due] == [(DSL,)]


@pytest.mark.parametrize("on", [True, False])
def test_what_may_be_a_danger_is_told_to_those_who_may_see_it(*, on: bool) -> None:
    """Whoever else is told of emails to read today, and also where nobody wants to be told of any."""
    school = changed(a_school(), triaging=Triaging(on=on, tell=(OFFICE_ROLE,)))
    grave, other = waiting("a"), waiting("b")
    assert grave.judged is not None
    flags = [FlagSeen(flag=Flag.CHILD_PROTECTION, words="unwashed")]
    grave = replace(grave, judged=replace(grave.judged, flags=flags))
    due = [
        (one.to, [row.seen.sha256 for row in one.rows]) for one in tellings_due([grave, other], school, NOW)
    ]
    assert due == [((DSL, DEPUTY), ["a"]), *([((OFFICE,), ["b"])] if on else [])]
