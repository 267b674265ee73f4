"""When somebody is told of an email, and again: what waits, what is late, which alarm counts."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from cast import a_school

from letterladder.ground.values import replace as changed
from letterladder.rules.cases.case_parts import Alarm
from letterladder.rules.mails.mail_log import CardTold, MailJudged, MailRow, MailSeen, Told
from letterladder.rules.mails.telling import (
    Telling,
    alarm_of,
    as_counted,
    is_due_again,
    is_late,
    is_waiting,
    newest_repeat,
    next_after,
    pause_after,
    read_by,
    tellings_due,
    told_next,
    untold_alarms,
    was_missed,
)
from letterladder.rules.words import Level, Verdict

NOW = datetime(2026, 11, 9, 14, 0, tzinfo=UTC)
NINE = NOW.replace(hour=9)
SCHOOL = a_school()
DSL, DEPUTY, HEAD = "j.treadwell@larkfield.example", "i.sadiq@larkfield.example", "a.hollis@larkfield.example"


def told(level: Level, stage: int, hour: int, *to: str, by: datetime | None = None, name: str = "m") -> Told:
    """Somebody was told at this hour."""
    card = CardTold(
        mailbox="in",
        key=name,
        sha256=name,
        level=level,
        to=list(to),
        message_id=f"<{name}{hour}{stage}@x>",
        stage=stage,
        read_by=by,
    )
    return Told(at=NOW.replace(hour=hour), event=card)


def row(
    level: Level = Level.RED, *tellings: Told, name: str = "m", verdict: Verdict = Verdict.INTRAY
) -> MailRow:
    """An email that was judged at nine, and whom we told."""
    seen = MailSeen(
        mailbox="in", key=name, sha256=name, message_id="", subject="", sender="", received=NINE, size=1
    )
    judged = MailJudged(mailbox="in", key=name, sha256=name, verdict=verdict, level=level)
    return MailRow(seen=seen, judged=judged, judged_at=NINE, told=tellings)


def test_the_newest_repeat_is_a_red_one_that_is_no_first_telling() -> None:
    """Amber and plain emails are told again by other rules; the first telling is no repeat."""
    red, newer = told(Level.RED, 2, 10, DSL), told(Level.RED, 3, 11, DSL)
    others = [told(Level.AMBER, 2, 12, DSL), told(Level.PLAIN, 3, 12, DSL), told(Level.RED, 1, 13, DSL)]
    assert newest_repeat([row(Level.RED, red, newer), row(Level.AMBER, *others)]) == newer
    assert newest_repeat([row(Level.AMBER, *others)]) is None


def test_an_alarm_is_of_a_red_email_of_which_somebody_was_told_as_red() -> None:
    """Each who was told, once, at the newest hour; earlier amber tellings do not count."""
    red = row(
        Level.RED,
        told(Level.AMBER, 1, 9, HEAD),
        told(Level.RED, 1, 10, DSL),
        told(Level.RED, 2, 11, DSL, DEPUTY),
    )
    assert alarm_of(red) == Alarm(at=NOW.replace(hour=11), to=(DSL, DEPUTY), stage=2)
    assert alarm_of(row(Level.AMBER, told(Level.AMBER, 1, 9, DSL))) is None
    assert alarm_of(row(Level.RED)) is None
    untold = row(Level.RED, told(Level.AMBER, 1, 9, DSL))
    assert untold_alarms([red, untold, row(Level.AMBER), row(Level.PLAIN)]) == [untold]


@pytest.mark.parametrize(
    ("waits", "one"),
    [
        (True, row()),
        (False, row(verdict=Verdict.OPENED)),
        (False, MailRow(seen=row().seen)),
    ],
)
def test_an_email_waits_in_the_in_tray_alone(waits: bool, one: MailRow) -> None:
    """Once it was judged, and until somebody has it."""
    assert is_waiting(one) is waits


@pytest.mark.parametrize(
    ("late", "missed", "tellings"),
    [
        (False, False, ()),
        (False, False, (told(Level.AMBER, 1, 9, DSL),)),
        (True, True, (told(Level.AMBER, 1, 9, DSL, by=NOW),)),
        (True, True, (told(Level.AMBER, 1, 9, DSL, by=NOW - timedelta(minutes=1)),)),
        (False, False, (told(Level.AMBER, 1, 9, DSL, by=NOW + timedelta(minutes=1)),)),
        (
            False,
            True,
            (
                told(Level.AMBER, 1, 9, DSL, by=NOW),
                told(Level.AMBER, 2, 10, DSL, by=NOW + timedelta(hours=1)),
            ),
        ),
    ],
)
def test_an_email_is_late_by_what_was_told_last_and_missed_by_what_was_told_first(
    late: bool, missed: bool, tellings: Sequence[Told]
) -> None:
    """The very minute counts."""
    one = row(Level.AMBER, *tellings)
    assert (is_late(one, NOW), was_missed(one, NOW)) == (late, missed)
    assert read_by(one) == (tellings[-1].event.read_by if tellings else None)


@pytest.mark.parametrize(
    ("expected", "alarm", "last"),
    [
        ((10, 1, (DSL,)), Alarm(at=NOW.replace(hour=10), to=(DSL,), stage=1), None),
        (
            (11, 2, (DSL, DEPUTY)),
            Alarm(at=NOW.replace(hour=10), to=(DSL,), stage=1),
            told(Level.RED, 2, 11, DEPUTY),
        ),
        ((10, 2, (DSL,)), Alarm(at=NOW.replace(hour=10), to=(DSL,), stage=2), told(Level.RED, 3, 11, DEPUTY)),
        ((11, 1, (DSL,)), Alarm(at=NOW.replace(hour=11), to=(DSL,), stage=1), told(Level.RED, 2, 11, DEPUTY)),
        ((12, 1, (DSL,)), Alarm(at=NOW.replace(hour=12), to=(DSL,), stage=1), told(Level.RED, 2, 11, DEPUTY)),
    ],
)
def test_the_newest_email_about_all_alarms_counts_an_older_first_one(
    expected: tuple[int, int, tuple[str, ...]], alarm: Alarm, last: Told | None
) -> None:
    """One that was repeated by itself, or is newer, stays as it is."""
    found = as_counted(alarm, last)
    assert (found.at.hour, found.stage, found.to) == expected


@pytest.mark.parametrize(("minutes", "stage"), [(15, 1), (15, 4), (60, 5), (60, 9)])
def test_an_alarm_rests_a_quarter_of_an_hour_until_the_whole_chain_was_told(minutes: int, stage: int) -> None:
    """Then an hour; a minute less is too early, and a clock that was put back holds nothing up."""
    alarm = Alarm(at=NOW, to=(DSL,), stage=stage)
    assert pause_after(alarm, SCHOOL) == timedelta(minutes=minutes)
    assert not is_due_again(alarm, SCHOOL, NOW)
    assert not is_due_again(alarm, SCHOOL, NOW + timedelta(minutes=minutes, seconds=-1))
    assert is_due_again(alarm, SCHOOL, NOW + timedelta(minutes=minutes))
    assert is_due_again(alarm, SCHOOL, NOW - timedelta(seconds=1))


def test_where_alarms_rest_longer_than_an_hour_they_always_do() -> None:
    """The hour is the least."""
    slow = changed(SCHOOL, triaging=changed(SCHOOL.triaging, red_minutes=90))
    assert {pause_after(Alarm(at=NOW, to=(), stage=one), slow) for one in (1, 9)} == {timedelta(minutes=90)}


def test_whoever_was_told_hears_again_with_the_next_of_the_chain() -> None:
    """Without those who are too near; where that leaves nobody, as before."""
    alarm = Alarm(at=NOW, to=(DSL,), stage=1)
    assert told_next(alarm, SCHOOL) == (DSL, DEPUTY)
    assert told_next(alarm, SCHOOL, frozenset({DSL})) == (DEPUTY,)
    assert told_next(alarm, SCHOOL, frozenset({DEPUTY})) == (DSL, HEAD)
    everybody = frozenset(SCHOOL.mails_of(*SCHOOL.triaging.chain))
    assert told_next(alarm, SCHOOL, everybody) == (DSL,)


def calm(count: int, minutes: int) -> list[MailRow]:
    """So many amber emails of which somebody was told today, the last of them so many minutes ago."""
    at = NOW - timedelta(minutes=minutes)
    told_at = [
        Told(at=at, event=told(Level.AMBER, 1, 9, DSL, by=NOW + timedelta(days=1), name=str(one)).event)
        for one in range(count)
    ]
    return [row(Level.AMBER, one, name=str(at)) for at, one in enumerate(told_at)]


@pytest.mark.parametrize(
    ("due", "count", "minutes"),
    [(True, 5, 0), (False, 6, 0), (False, 6, 29), (True, 6, 30), (True, 6, -1), (True, 0, 0)],
)
def test_the_first_of_a_day_are_told_at_once_and_further_ones_half_an_hour_apart(
    due: bool, count: int, minutes: int
) -> None:
    """A clock that was put back holds nothing up."""
    rows = [*calm(count, minutes), row(Level.AMBER, name="new")]
    found = [one for one in tellings_due(rows, SCHOOL, NOW) if one.stage == 1]
    assert [one.rows[0].seen.sha256 for one in found] == (["new"] if due else [])


def test_who_comes_next_is_named_for_amber_emails_alone() -> None:
    """By what they are at the school."""
    amber = Telling(level=Level.AMBER, rows=(row(Level.AMBER),), to=(DSL, DEPUTY))
    assert next_after(amber, SCHOOL) == "Headteacher"
    assert next_after(changed(amber, level=Level.PLAIN), SCHOOL) == ""
