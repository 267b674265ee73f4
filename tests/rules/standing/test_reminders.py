"""Which reminder is due on which day: tables that a clerk can check with a wall calendar."""

from datetime import UTC, date, datetime

import pytest
from calendars import day, school_calendar
from cast import BEGUN, TODAY, a_case, asked, drafted, entries, posting, sent
from hypothesis import given
from hypothesis import strategies as st

from letterladder.ground.errors import CalendarEnds
from letterladder.rules.cases.case import Case
from letterladder.rules.cases.events import (
    ActionDone,
    AlertRaised,
    AnswerRecorded,
    AnyEvent,
    CaseClosed,
    DeadlineLapsed,
    DecisionMade,
    FlagSeen,
    HoldPlaced,
    ReminderSent,
)
from letterladder.rules.cases.fold import fold
from letterladder.rules.people.school import Reminding
from letterladder.rules.standing.next_step import HOLD_THE_MEETING
from letterladder.rules.standing.reminders import (
    OVERDUE_ROLES,
    USUAL_ROLES,
    Owed,
    Reminder,
    may_remind,
    reminders_due,
)
from letterladder.rules.standing.steps import About, Ask, Next, Wait
from letterladder.rules.words import Channel, Flag, HoldFor, Outcome

CALENDAR = school_calendar(closures={day("2026-11-20"): "snow"})
WAITS = Wait(until=None, why="")
DECISION = Ask(about=About.DECISION, who="head", why="L1: lapsed")


def letter(answer_by: str | None, *events: AnyEvent, also: dict[str, date] | None = None) -> Case:
    """A case whose last letter asks for an answer by this day and prints these further dates."""
    until = date.fromisoformat(answer_by) if answer_by else None
    name = "B2" if also else "L1"
    return a_case(*BEGUN, drafted(name, also=also or {}), *sent(name, answer_by=until)[1:], *events)


def reminded(stage: str, on: str, about: str = "L1 answer-by") -> ReminderSent:
    """That reminder went out."""
    return ReminderSent(
        about=about, day=day(on), stage=stage, to=["head"], message_id=f"<{stage}@larkfield.example>"
    )


def due(case: Case, today: str, waits: Next = WAITS, reminding: Reminding | None = None) -> list[Reminder]:
    """The reminders of that day."""
    return reminders_due(case, waits, CALENDAR, reminding or Reminding(), today=day(today))


def stages(case: Case, today: str, waits: Next = WAITS, reminding: Reminding | None = None) -> list[str]:
    """Their stages."""
    return [one.stage for one in due(case, today, waits, reminding)]


@pytest.mark.parametrize(
    ("stage", "answer_by", "today"),
    [
        ([], "2026-11-19", "2026-11-16"),
        (["2 before"], "2026-11-19", "2026-11-17"),
        (["2 before"], "2026-11-19", "2026-11-18"),
        (["on the day"], "2026-11-19", "2026-11-19"),
        (["1 after"], "2026-11-18", "2026-11-19"),
        (["1 after"], "2026-11-18", "2026-11-20"),
        (["3 after"], "2026-11-18", "2026-11-23"),
        (["5 after"], "2026-11-18", "2026-11-25"),
        (["5 after"], "2026-11-18", "2026-12-01"),
        (["10 after"], "2026-11-18", "2026-12-02"),
        (["10 after"], "2026-11-18", "2026-12-08"),
        (["15 after"], "2026-11-18", "2026-12-09"),
        ([], "2026-11-23", "2026-11-18"),
        (["2 before"], "2026-11-23", "2026-11-19"),
        (["1 after"], "2026-11-19", "2026-11-23"),
        (["2 before"], "2027-01-06", "2027-01-05"),
        (["5 after"], "2026-12-18", "2027-01-05"),
        (["1 after"], "2027-03-25", "2027-03-30"),
        (["2 before"], "2027-03-30", "2027-03-25"),
    ],
)
def test_the_stage_that_a_day_has_reached(stage: list[str], answer_by: str, today: str) -> None:
    """Working days before and after; a stage that fell on a closed day is caught up on the next open one."""
    assert stages(letter(answer_by), today) == stage


@pytest.mark.parametrize(
    ("stage", "sent_stages", "today"),
    [
        ([], ["2 before"], "2026-11-18"),
        (["on the day"], ["2 before"], "2026-11-19"),
        ([], ["2 before", "on the day"], "2026-11-19"),
        ([], ["1 after"], "2026-11-23"),
        (["3 after"], ["1 after"], "2026-11-24"),
        ([], ["5 after"], "2026-12-02"),
        (["10 after"], ["5 after"], "2026-12-03"),
    ],
)
def test_each_stage_is_sent_once(stage: list[str], sent_stages: list[str], today: str) -> None:
    """A second round on the same day is silent; a date long past is said again each week."""
    log = [reminded(one, "2026-11-19") for one in sent_stages]
    assert stages(letter("2026-11-19", *log), today) == stage


def test_a_date_that_moved_is_reminded_of_anew() -> None:
    """What was said of the old date does not silence the new one."""
    assert stages(letter("2026-11-19", reminded("2 before", "2026-11-18")), "2026-11-18") == ["2 before"]


@pytest.mark.parametrize(
    ("stage", "today"),
    [
        ("3 before", "2026-11-16"),
        ("2 before", "2026-11-17"),
        ("1 before", "2026-11-18"),
        ("on the day", "2026-11-19"),
        ("1 after", "2026-11-20"),
        ("2 after", "2026-11-23"),
        ("6 after", "2026-11-27"),
        ("7 after", "2026-11-30"),
        ("8 after", "2026-12-01"),
    ],
)
@pytest.mark.parametrize("name", ["interim_end", "decision_by"])
def test_an_interim_bar_without_its_decision_is_said_every_working_day(
    stage: str, today: str, name: str
) -> None:
    """Silence on a bar is a loud alarm: from three days before its end each day has a stage of its own."""
    case = letter(None, also={name: day("2026-11-19")})
    about = f"B2 {name.replace('_', ' ')}"
    expected = Reminder(about=about, day=day("2026-11-19"), stage=stage, roles=OVERDUE_ROLES)
    assert due(case, today) == [expected]


def test_the_days_a_measure_starts_and_ends_are_not_reminded_of() -> None:
    """Nobody has to do anything on them; the review date stands before the end."""
    also = {"starts_on": day("2026-11-19"), "ends_on": day("2026-11-19")}
    assert due(letter(None, also=also), "2026-11-19") == []


def test_a_follow_up_is_reminded_of() -> None:
    """The day on which an action is looked at again."""
    case = letter(None, ActionDone(step="P1", done_by="x", on=TODAY, follow_up=day("2026-11-19")))
    assert [(one.about, one.stage) for one in due(case, "2026-11-19")] == [("P1 P1", "on the day")]


@pytest.mark.parametrize(
    ("stage", "today"),
    [
        ([], "2026-11-09"),
        (["1 after"], "2026-11-10"),
        (["3 after"], "2026-11-12"),
        (["10 after"], "2026-11-23"),
    ],
)
def test_whoever_is_asked_is_reminded_from_the_next_day(stage: list[str], today: str) -> None:
    """Not on the day the question came up, which brought an email of its own."""
    assert stages(a_case(*BEGUN), today, DECISION) == stage


def test_a_letter_in_the_tray_waits_from_the_day_it_is_dated() -> None:
    """The envelope need not be closed before."""
    tray = a_case(*BEGUN, drafted(date_on_letter=day("2026-11-11")), asked(), posting())
    waits = Ask(about=About.POSTING, who="office", why="L1 is in the print tray")
    assert (stages(tray, "2026-11-11", waits), stages(tray, "2026-11-12", waits)) == ([], ["1 after"])


LAPSED = DeadlineLapsed(letter="L1", version=1, answer_by=day("2026-11-19"))
ANSWERED = AnswerRecorded(outcome=Outcome.REMOVED, channel=Channel.PHONE, on=TODAY, summary="", letter="L1")
DANGER = AlertRaised(
    flags=[FlagSeen(flag=Flag.DANGER, words="x")], told=[], message_id="<a@larkfield.example>"
)


@pytest.mark.parametrize(
    "event",
    [
        LAPSED,
        ANSWERED,
        DecisionMade(step="L2", reason="x"),
        CaseClosed(reason="x"),
        HoldPlaced(hold_for=HoldFor.POLICE),
        DANGER,
    ],
)
def test_a_clock_that_is_settled_or_stopped_reminds_nobody(event: AnyEvent) -> None:
    """Answered, lapsed, decided, closed, held, alerted: this answer-by is no longer waited for."""
    assert due(letter("2026-11-19", event), "2026-11-19") == []


@pytest.mark.parametrize("event", [HoldPlaced(hold_for=HoldFor.POLICE), DANGER])
def test_neither_hold_nor_alert_silences_the_end_of_a_bar(event: AnyEvent) -> None:
    """It ends on its day whatever else stops, so its decision is asked for all the same."""
    case = letter(
        "2026-11-19", event, also={"interim_end": day("2026-11-19"), "review_by": day("2026-11-19")}
    )
    assert [one.about for one in due(case, "2026-11-19")] == ["B2 interim end"]


@pytest.mark.parametrize(("roles", "today"), [(USUAL_ROLES, "2026-11-19"), (OVERDUE_ROLES, "2026-11-20")])
def test_what_is_overdue_is_said_to_more_people(roles: tuple[str, ...], today: str) -> None:
    """After the day the DSL hears of it too."""
    assert [one.roles for one in due(letter("2026-11-19"), today)] == [roles]


def test_several_dates_are_said_each_by_itself() -> None:
    """The answer-by and the end of the bar have stages of their own."""
    case = letter("2026-11-18", also={"interim_end": day("2026-11-19")})
    assert [(one.about, one.stage) for one in due(case, "2026-11-19")] == [
        ("B2 answer-by", "1 after"),
        ("B2 interim end", "on the day"),
    ]


@pytest.mark.parametrize(
    ("stage", "today"),
    [
        (["5 before"], "2026-11-12"),
        (["1 before"], "2026-11-18"),
        (["on the day"], "2026-11-19"),
        (["on the day"], "2026-11-20"),
        (["2 after"], "2026-11-23"),
        (["7 after"], "2026-11-30"),
    ],
)
def test_the_school_sets_the_stages(stage: list[str], today: str) -> None:
    """In any order; the nearest one counts, and after the last one a week passes."""
    reminding = Reminding(before_days=(1, 5), after_days=(2,))
    assert stages(letter("2026-11-19"), today, reminding=reminding) == stage


@pytest.mark.parametrize(
    ("stage", "today"),
    [(["on the day"], "2026-11-25"), (["5 after"], "2026-11-26"), (["10 after"], "2026-12-03")],
)
def test_a_school_without_later_stages_still_hears_of_it_each_week(stage: list[str], today: str) -> None:
    """A date is never forgotten by configuration."""
    assert stages(letter("2026-11-19"), today, reminding=Reminding(after_days=())) == stage


def test_past_the_calendar_no_stage_is_guessed() -> None:
    """The office must put in the next terms."""
    with pytest.raises(CalendarEnds):
        due(letter("2027-11-01"), "2027-11-02")


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        (True, "2026-11-09 09:00"),
        (True, "2026-11-09 07:00"),
        (False, "2026-11-09 06:59"),
        (True, "2026-11-09 17:59"),
        (False, "2026-11-09 18:00"),
        (False, "2026-11-09 23:30"),
        (False, "2026-11-09 02:00"),
        (False, "2026-11-14 10:00"),
        (False, "2026-11-15 10:00"),
        (False, "2026-11-20 10:00"),
        (False, "2026-12-25 10:00"),
        (False, "2026-12-29 10:00"),
        (False, "2027-01-04 10:00"),
        (False, "2027-05-03 10:00"),
        (True, "2027-06-08 06:00"),
        (False, "2027-06-08 05:59"),
        (True, "2027-06-08 16:59"),
        (False, "2027-06-08 17:00"),
        (False, "2027-06-08 23:30"),
        (False, "2027-03-28 10:00"),
        (False, "2026-10-25 10:00"),
        (True, "2027-03-25 07:00"),
        (False, "2027-03-25 06:30"),
        (True, "2027-04-12 06:30"),
    ],
)
def test_reminders_go_out_in_school_hours_only(expected: bool, now: str) -> None:
    """Never at night, at weekends, in the holidays, on INSET or closed days; hours are England's, in summer too."""
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert may_remind(CALENDAR, Reminding(), at) is expected


def test_a_school_may_end_its_day_at_midnight() -> None:
    """to_hour = 24 is the whole evening."""
    late = datetime(2026, 11, 9, 23, 59, tzinfo=UTC)
    assert may_remind(CALENDAR, Reminding(to_hour=24), late)


@given(st.integers(min_value=0, max_value=60), st.integers(min_value=0, max_value=60))
def test_a_day_never_brings_the_same_reminder_twice(ahead: int, later: int) -> None:
    """Whatever was sent on one day is not due again on that day, nor on a later one."""
    first = date.fromordinal(TODAY.toordinal() + ahead)
    then = date.fromordinal(first.toordinal() + later)
    case = letter("2026-11-25")
    said = reminders_due(case, WAITS, CALENDAR, Reminding(), today=first)
    events = [reminded(one.stage, one.day.isoformat(), one.about) for one in said]
    after = fold(
        "2026-0042", [*entries(*BEGUN, *sent(answer_by=day("2026-11-25"))), *entries(*events, first=9)]
    )
    assert not set(said) & set(reminders_due(after, WAITS, CALENDAR, Reminding(), today=then))


ENDS = {"review_by": day("2026-11-19"), "ends_on": day("2026-11-26")}


@pytest.mark.parametrize(
    ("expected", "today"),
    [
        ([("P2 review by", "on the day")], "2026-11-19"),
        ([("P2 review by", "5 after")], "2026-11-26"),
        ([("P2 has ended: put that on record", "1 after")], "2026-11-27"),
        ([("P2 has ended: put that on record", "5 after")], "2026-12-04"),
    ],
)
def test_a_measure_that_is_over_is_not_reviewed(expected: list[tuple[str, str]], today: str) -> None:
    """Until its last day people are reminded of the review; from then on that somebody says that it ended."""
    case = a_case(*BEGUN, drafted("P2", also=ENDS), *sent("P2", answer_by=None)[1:])
    assert [(one.about, one.stage) for one in due(case, today)] == expected


def test_nobody_is_asked_to_record_an_end_on_a_hold() -> None:
    """It waits, as everything else does that harms nobody."""
    held = HoldPlaced(hold_for=HoldFor.POLICE)
    case = a_case(*BEGUN, drafted("P2", also=ENDS), *sent("P2", answer_by=None)[1:], held)
    assert due(case, "2026-11-30") == []


MEETING = Owed(meeting="L2", meeting_days=(day("2026-11-24"), day("2026-11-26")))


@pytest.mark.parametrize(
    ("expected", "today"),
    [
        ([], "2026-11-19"),
        ([("2026-11-24", "2 before")], "2026-11-20"),
        ([("2026-11-24", "on the day"), ("2026-11-26", "2 before")], "2026-11-24"),
        ([("2026-11-26", "2 before")], "2026-11-25"),
        ([("2026-11-26", "on the day")], "2026-11-26"),
        ([("2026-11-26", "1 after")], "2026-11-27"),
    ],
)
def test_a_meeting_is_said_on_its_day(expected: list[tuple[str, str]], today: str) -> None:
    """Of several days each; the last one until it is on record what came of it."""
    hold = Ask(about=About.ACTION, who="office", why=HOLD_THE_MEETING)
    found = reminders_due(a_case(*BEGUN), hold, CALENDAR, Reminding(), today=day(today), owed=MEETING)
    assert [(one.day.isoformat(), one.stage) for one in found] == expected
    assert {one.about for one in found} <= {"the meeting that L2 offered"}


def test_a_meeting_without_a_day_is_said_as_what_is_to_be_done() -> None:
    """Its words name no day that could be read, so people are reminded since the answer."""
    hold = Ask(about=About.ACTION, who="office", why=HOLD_THE_MEETING)
    found = reminders_due(
        a_case(*BEGUN), hold, CALENDAR, Reminding(), today=day("2026-11-12"), owed=Owed(meeting="L2")
    )
    assert [(one.about, one.stage) for one in found] == [("action", "3 after")]
