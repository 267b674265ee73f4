"""About which emails a language model may be asked, and how often in a day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from letterladder.ground.values import replace as changed
from letterladder.rules.cases.events import FlagSeen
from letterladder.rules.mails.assist_events import MachineRead
from letterladder.rules.mails.mail_event import Asking
from letterladder.rules.mails.mail_log import MailJudged, MailRow, MailSeen
from letterladder.rules.people.school import Assisting
from letterladder.rules.reports.assist_turns import in_turn, may_be_asked, why_not_now
from letterladder.rules.words import Flag, Level, Verdict

NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
SEEN = MailSeen(
    mailbox="a", key="1", sha256="0" * 64, message_id="", subject="", sender="x", received=NOW, size=1
)
JUDGED = MailJudged(mailbox="a", key="1", sha256="0" * 64, verdict=Verdict.INTRAY, level=Level.PLAIN)
ROW = MailRow(seen=SEEN, judged=JUDGED)
LIMITS = Assisting(on=True, most_emails_per_day=2, most_characters_per_day=100)


@pytest.mark.parametrize(
    ("expected", "row"),
    [
        (True, ROW),
        (True, replace(ROW, judged=replace(JUDGED, level=Level.AMBER))),
        (True, replace(ROW, machine=MachineRead(tries=2))),
        (False, replace(ROW, machine=MachineRead(tries=3))),
        (False, replace(ROW, machine=MachineRead(tries=1, answered=True))),
        (False, replace(ROW, judged=replace(JUDGED, level=Level.RED))),
        (False, replace(ROW, judged=replace(JUDGED, level=None))),
        (False, replace(ROW, judged=None)),
        (False, replace(ROW, seen=replace(SEEN, old=True))),
        (False, replace(ROW, seen=replace(SEEN, cut=True))),
        *((False, replace(ROW, judged=replace(JUDGED, verdict=one))) for one in Verdict if one != "intray"),
    ],
)
def test_only_what_waits_for_a_person_and_is_not_red_is_asked_about(expected: bool, row: MailRow) -> None:
    """Each once; a few times where no answer came."""
    assert may_be_asked(row) is expected


def test_new_emails_come_before_those_that_failed() -> None:
    """The newest first: somebody is about to read it."""
    failed = replace(ROW, machine=MachineRead(tries=1))
    old, new = (replace(ROW, seen=replace(SEEN, received=NOW - timedelta(hours=one))) for one in (2, 1))
    assert in_turn([failed, old, new]) == [new, old, failed]


@pytest.mark.parametrize(
    ("expected", "asking", "characters"),
    [
        ("", Asking(), 100),
        ("characters", Asking(), 101),
        ("", Asking(day=NOW.date(), emails=1, characters=60), 40),
        ("characters", Asking(day=NOW.date(), emails=1, characters=60), 41),
        ("questions", Asking(day=NOW.date(), emails=2, characters=2), 1),
        ("", Asking(day=date(2026, 11, 8), emails=2, characters=100), 100),
        ("failed", Asking(failed_at=NOW - timedelta(minutes=29)), 1),
        ("", Asking(failed_at=NOW - timedelta(minutes=30)), 1),
        ("", Asking(failed_at=NOW + timedelta(days=1)), 1),
    ],
)
def test_a_day_has_its_limits_and_a_failure_its_rest(expected: str, asking: Asking, characters: int) -> None:
    """Counted from the log; a clock that was put back does not rest for ever."""
    why = why_not_now(asking, LIMITS, NOW, characters)
    assert expected in why
    assert bool(expected) is bool(why)


def test_the_limits_are_those_of_the_settings() -> None:
    """A school with more allows more."""
    asking = Asking(day=NOW.date(), emails=2, characters=2)
    assert why_not_now(asking, changed(LIMITS, most_emails_per_day=3), NOW, 1) == ""


def test_no_model_is_asked_about_what_may_be_a_danger() -> None:
    """Also where the email is to be read today only: its words are not for everybody."""
    flags = [FlagSeen(flag=Flag.CHILD_PROTECTION, words="hits her")]
    assert not may_be_asked(replace(ROW, judged=replace(JUDGED, level=Level.AMBER, flags=flags)))
