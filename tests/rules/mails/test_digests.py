"""Which email waits for the digest of the day, which for the morning, and when a digest is due."""

from datetime import date, datetime

import pytest
from cast import a_school

from letterladder.ground.moments import LONDON
from letterladder.ground.values import replace
from letterladder.rules.mails.digests import digest_is_due, digests_of, may_leave, next_digest
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail
from letterladder.rules.people.school import Reminding, School

TUESDAY, WEDNESDAY = date(2026, 11, 10), date(2026, 11, 11)
NOTICE = OutgoingMail(
    message_id="<1@larkfield.example>",
    kind=MailKind.NOTICE,
    to=("office@larkfield.example", "dsl@larkfield.example"),
    subject="[Letterladder] Please look",
    text="Please look.",
    line="Please look",
)


def school(**changes: object) -> School:
    """A school that wants a digest at eight."""
    reminding = replace(Reminding(digest=True), **changes)
    return a_school(reminding=reminding)


def at(text: str) -> datetime:
    """A moment in England: "2026-11-10 08:05"."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("now", "made_on", "expected"),
    [
        ("2026-11-10 07:10", None, TUESDAY),
        ("2026-11-10 10:00", None, TUESDAY),
        ("2026-11-10 10:00", TUESDAY, WEDNESDAY),
        ("2026-11-10 18:00", None, WEDNESDAY),
        ("2026-11-13 10:00", date(2026, 11, 13), date(2026, 11, 16)),
        ("2026-11-14 08:30", None, date(2026, 11, 16)),
    ],
)
def test_the_next_digest(now: str, made_on: date | None, expected: date) -> None:
    """Of today as long as it was not made and its hours are not over; else of the next school day."""
    assert next_digest(school(), at(now), made_on) == expected


@pytest.mark.parametrize(
    ("now", "made_on", "expected"),
    [
        ("2026-11-10 07:59", None, False),
        ("2026-11-10 08:00", None, True),
        ("2026-11-10 14:00", date(2026, 11, 9), True),
        ("2026-11-10 08:15", TUESDAY, False),
        ("2026-11-10 18:30", None, False),
        ("2026-11-14 08:30", None, False),
    ],
)
def test_when_a_digest_is_due(now: str, made_on: date | None, *, expected: bool) -> None:
    """At its time on a school day, or at the first round after that; once."""
    assert digest_is_due(school(), at(now), made_on) == expected


@pytest.mark.parametrize(
    ("until", "expected"), [(None, False), (WEDNESDAY, False), (TUESDAY, True), (date(2026, 11, 2), True)]
)
def test_what_the_next_digest_would_tell_too_late_goes_by_itself(
    until: date | None, *, expected: bool
) -> None:
    """The next digest is Wednesday's: what has its last day on Tuesday does not wait for it."""
    mail = replace(NOTICE, until=until)
    assert may_leave(mail, school(), at("2026-11-10 10:00"), digest=WEDNESDAY) == expected


@pytest.mark.parametrize("kind", sorted(MailKind))
def test_what_no_line_tells_of_goes_by_itself(kind: MailKind) -> None:
    """Alerts, approvals, receipts: whatever has no line never waits for a digest."""
    mail = replace(NOTICE, kind=kind, line="")
    assert may_leave(mail, school(), at("2026-11-10 10:00"), digest=WEDNESDAY)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (MailKind.ALERT, True),
        (MailKind.WATCH, True),
        (MailKind.SIGN_IN, True),
        (MailKind.SIGNED, True),
        (MailKind.LETTER, True),
        (MailKind.RECEIPT, True),
        (MailKind.APPROVAL, False),
        (MailKind.DECISION, False),
        (MailKind.NOTICE, False),
        (MailKind.CARD, False),
    ],
)
def test_quiet_hours(kind: MailKind, *, expected: bool) -> None:
    """At eight in the evening only what is urgent, what answers somebody's own act, and what adults get leaves."""
    mail = replace(NOTICE, kind=kind, line="")
    assert may_leave(mail, school(), at("2026-11-10 20:00"), digest=None) == expected
    assert may_leave(replace(mail, urgent=True), school(), at("2026-11-10 20:00"), digest=None)
    assert may_leave(mail, school(quiet=False), at("2026-11-10 20:00"), digest=None)


def test_each_person_is_told_of_their_own_and_of_what_is_due_first() -> None:
    """Two people, two digests: each with what was meant for them, in the order of its last day."""
    other = replace(NOTICE, message_id="<2@larkfield.example>", to=NOTICE.to[:1], until=TUESDAY)
    told = {
        (one.to, *(mail.message_id[1] for mail in one.mails)) for one in digests_of([NOTICE, other], {}, ())
    }
    assert told == {("office@larkfield.example", "2", "1"), ("dsl@larkfield.example", "1")}


def test_nobody_is_told_twice_of_one_thing() -> None:
    """Whom a digest told already gets no other of the same, and a person with nothing to do gets none at all."""
    told = {"office@larkfield.example": frozenset({NOTICE.message_id})}
    assert [one.to for one in digests_of([NOTICE], told, ())] == ["dsl@larkfield.example"]
    assert digests_of([NOTICE], {}, {NOTICE.message_id}) == []
