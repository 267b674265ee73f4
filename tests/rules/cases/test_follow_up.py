"""Actions are looked at again on the policy's days, all counted from the first time."""

from datetime import date

import pytest
from calendars import school_calendar
from cast import a_case, opened
from cast_actions import action

from letterladder.rules.cases.case import Case
from letterladder.rules.cases.follow_up import follow_up_day
from letterladder.rules.days.deadlines import ClockRule
from letterladder.rules.policies.policy import Step, StepKind
from letterladder.rules.words import Unit

TWO = ClockRule(days=2, unit=Unit.CALENDAR_DAYS)
THREE = ClockRule(days=3, unit=Unit.CALENDAR_DAYS)
PLATFORM = Step(id="P1", name="Report to the platform", kind=StepKind.ACTION, follow_up=(TWO, THREE))
NEVER = a_case(opened())
ONCE = a_case(opened(), action("P1", date(2026, 11, 9)))
TWICE = a_case(opened(), action("P1", date(2026, 11, 9)), action("P1", date(2026, 11, 11)))


@pytest.mark.parametrize(
    ("expected", "case", "on"),
    [
        (date(2026, 11, 11), NEVER, date(2026, 11, 9)),
        (date(2026, 11, 12), ONCE, date(2026, 11, 11)),
        (None, TWICE, date(2026, 11, 12)),
        (date(2026, 11, 16), NEVER, date(2026, 11, 13)),
        (None, ONCE, date(2026, 11, 20)),
        (date(2027, 1, 5), NEVER, date(2026, 12, 18)),
    ],
)
def test_the_next_look_is_counted_from_the_first_time(expected: date | None, case: Case, on: date) -> None:
    """48 hours, then 72; a weekend or the holidays move it to a school day; then nobody looks any more."""
    assert follow_up_day(case, PLATFORM, on, school_calendar()) == expected


def test_an_action_without_a_clock_is_not_followed_up() -> None:
    """Somebody may still name a day."""
    step = Step(id="end", name="The block ends", kind=StepKind.ACTION)
    assert follow_up_day(NEVER, step, date(2026, 11, 9), school_calendar()) is None


def test_the_last_clock_too_is_counted_from_the_first_time() -> None:
    """Not from the time before."""
    four = ClockRule(days=4, unit=Unit.CALENDAR_DAYS)
    step = Step(id="P1", name="Report to the platform", kind=StepKind.ACTION, follow_up=(TWO, THREE, four))
    assert follow_up_day(TWICE, step, date(2026, 11, 12), school_calendar()) == date(2026, 11, 13)
    assert follow_up_day(TWICE, step, date(2026, 11, 13), school_calendar()) is None


@pytest.mark.parametrize(("day", "roll"), [(date(2026, 11, 14), False), (date(2026, 11, 16), True)])
def test_a_look_on_a_closed_day_moves_where_the_clock_says_so(day: date, roll: bool) -> None:
    """Five days after a Monday is a Saturday."""
    clock = ClockRule(days=5, unit=Unit.CALENDAR_DAYS, roll_forward=roll)
    step = Step(id="P1", name="Report", kind=StepKind.ACTION, follow_up=(clock,))
    assert follow_up_day(NEVER, step, date(2026, 11, 9), school_calendar()) == day
