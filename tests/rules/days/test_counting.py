from datetime import date, timedelta

import pytest
from calendars import day, school_calendar
from hypothesis import given
from hypothesis import strategies as st

from letterladder.ground.errors import CalendarEnds
from letterladder.rules.days.counting import (
    ClockRule,
    ReceiptRule,
    Skipped,
    amount,
    count_days,
    days_before,
    deemed_receipt,
)
from letterladder.rules.words import Method, Unit

CALENDAR = school_calendar()
PD, CPR = ReceiptRule.PD_1985, ReceiptRule.CPR_6_26
FIRST, SECOND, HAND, MAIL = Method.FIRST_CLASS, Method.SECOND_CLASS, Method.BY_HAND, Method.MAIL
POSTED = ["2026-11-20", "2026-12-18", "2027-02-12", "2027-03-24", "2027-07-20"]

units = st.sampled_from(Unit)
starts = st.dates(min_value=day("2026-09-02"), max_value=day("2027-06-30"))
numbers = st.integers(min_value=0, max_value=25)


@pytest.mark.parametrize(
    ("received", "posted"),
    list(zip(["2026-11-24", "2026-12-22", "2027-02-16", "2027-03-30", "2027-07-22"], POSTED, strict=True)),
)
def test_first_class_is_received_on_the_second_working_day(received: str, posted: str) -> None:
    """Practice Direction 1985, first class."""
    assert day(received) == deemed_receipt(CALENDAR, day(posted), FIRST, PD).end


@pytest.mark.parametrize(
    ("received", "posted"),
    [
        *zip(["2026-11-23", "2026-12-21", "2027-02-15", "2027-03-30", "2027-07-22"], POSTED, strict=True),
        ("2026-11-18", "2026-11-16"),
        ("2026-11-23", "2026-11-19"),
    ],
)
def test_under_the_civil_procedure_rules_the_second_day_decides(received: str, posted: str) -> None:
    """CPR 6.26: the second day after posting if it is a working day, else the next one."""
    assert day(received) == deemed_receipt(CALENDAR, day(posted), FIRST, CPR).end


@pytest.mark.parametrize("rule", ReceiptRule)
@pytest.mark.parametrize(
    ("received", "posted"),
    list(zip(["2026-11-26", "2026-12-24", "2027-02-18", "2027-04-01", "2027-07-26"], POSTED, strict=True)),
)
def test_second_class_is_received_on_the_fourth_working_day(
    received: str, posted: str, rule: ReceiptRule
) -> None:
    """Practice Direction 1985, second class; the Civil Procedure Rules know none, so it stays."""
    assert day(received) == deemed_receipt(CALENDAR, day(posted), SECOND, rule).end


@pytest.mark.parametrize(("method", "rule"), [(HAND, PD), (HAND, CPR), (MAIL, PD), (MAIL, CPR)])
@pytest.mark.parametrize(
    ("received", "given"),
    [
        ("2026-11-20", "2026-11-20"),
        ("2026-11-23", "2026-11-21"),
        ("2026-12-29", "2026-12-25"),
        ("2027-08-10", "2027-08-10"),
    ],
)
def test_by_hand_or_mail_it_is_received_on_a_working_day(
    received: str, given: str, method: Method, rule: ReceiptRule
) -> None:
    """Before 16:30 on a working day it counts that day, else on the next working day."""
    assert day(received) == deemed_receipt(CALENDAR, day(given), method, rule).end


@pytest.mark.parametrize("method", [HAND, MAIL])
@pytest.mark.parametrize(
    ("received", "given"),
    [("2026-11-24", "2026-11-23"), ("2026-11-23", "2026-11-20"), ("2026-11-23", "2026-11-22")],
)
def test_after_hours_it_is_received_on_the_next_working_day(
    received: str, given: str, method: Method
) -> None:
    """At 16:30 or later the day is over; on a Sunday the hour changes nothing."""
    assert day(received) == deemed_receipt(CALENDAR, day(given), method, PD, after_hours=True).end


@pytest.mark.parametrize("method", [FIRST, SECOND])
def test_the_post_knows_no_hour(method: Method) -> None:
    """A letter posted in the evening is posted that day."""
    early = deemed_receipt(CALENDAR, day("2026-11-20"), method, PD)
    assert early == deemed_receipt(CALENDAR, day("2026-11-20"), method, PD, after_hours=True)


def test_a_receipt_shows_the_days_it_skipped() -> None:
    """Good Friday, the weekend and Easter Monday delay the post, and are named."""
    receipt = deemed_receipt(CALENDAR, day("2027-03-24"), FIRST, CPR)
    assert receipt.counted == (day("2027-03-25"), day("2027-03-30"))
    assert [one.why for one in receipt.skipped] == [
        "bank holiday: Good Friday",
        "Saturday",
        "Sunday",
        "bank holiday: Easter Monday",
    ]


def test_the_start_is_day_zero() -> None:
    """One working day after a Monday is Tuesday."""
    count = count_days(CALENDAR, day("2026-11-16"), 1, Unit.WORKING_DAYS)
    assert count.counted == (day("2026-11-17"),)


def test_a_skipped_day_keeps_its_reason() -> None:
    """The INSET day after Christmas is shown as such."""
    count = count_days(CALENDAR, day("2027-01-03"), 1, Unit.SCHOOL_DAYS)
    assert count.skipped == (Skipped(day=day("2027-01-04"), why="INSET day"),)
    assert count.end == day("2027-01-05")


def test_counting_past_the_calendar_is_loud() -> None:
    """School days that nobody has announced are not guessed."""
    with pytest.raises(CalendarEnds, match="Add the next terms"):
        count_days(CALENDAR, day("2027-10-20"), 5, Unit.SCHOOL_DAYS)


def test_calendar_days_need_no_calendar() -> None:
    """Twenty-eight days are twenty-eight days, also past the last term."""
    assert day("2027-11-19") == count_days(CALENDAR, day("2027-10-22"), 28, Unit.CALENDAR_DAYS).end


@pytest.mark.parametrize(
    ("before", "unit"),
    [
        ("2026-12-31", Unit.WORKING_DAYS),
        ("2026-12-17", Unit.SCHOOL_DAYS),
        ("2027-01-03", Unit.CALENDAR_DAYS),
    ],
)
def test_a_reminder_counts_backwards(before: str, unit: Unit) -> None:
    """Two days before Tuesday 5 January, by each unit."""
    assert day(before) == days_before(CALENDAR, day("2027-01-05"), 2, unit)


@pytest.mark.parametrize(
    ("fault", "clock"),
    [
        ("", ClockRule(days=10, unit=Unit.WORKING_DAYS)),
        ("", ClockRule(days=28, unit=Unit.CALENDAR_DAYS, cap_days=28)),
        ("A deadline of 0 days", ClockRule(days=0, unit=Unit.SCHOOL_DAYS)),
        ("A deadline of 5000 days", ClockRule(days=5000, unit=Unit.SCHOOL_DAYS)),
        ("shorter than 10 school days", ClockRule(days=10, unit=Unit.SCHOOL_DAYS, cap_days=9)),
    ],
)
def test_an_impossible_clock_says_so(fault: str, clock: ClockRule) -> None:
    """A clock that no calendar could run has a fault in plain words."""
    assert fault in clock.fault
    assert bool(fault) is bool(clock.fault)


@given(start=starts, days=numbers, unit=units)
def test_counted_and_skipped_days_are_the_whole_range(start: date, days: int, unit: Unit) -> None:
    """Each day after the start up to the end is counted or skipped, none both, none left out."""
    count = count_days(CALENDAR, start, days, unit)
    met = [*count.counted, *(one.day for one in count.skipped)]
    assert sorted(met) == [start + timedelta(days=step + 1) for step in range((count.end - start).days)]


@given(start=starts, days=numbers, unit=units)
def test_as_many_days_are_counted_as_asked(start: date, days: int, unit: Unit) -> None:
    """No day too few or too many, and the last one counted is the end."""
    count = count_days(CALENDAR, start, days, unit)
    assert days == len(count.counted)
    assert (start, *count.counted)[-1] == count.end


@given(start=starts, days=numbers)
def test_every_counted_day_is_of_the_unit(start: date, days: int) -> None:
    """School days are school days and working days working days, by the calendar's own word."""
    school = count_days(CALENDAR, start, days, Unit.SCHOOL_DAYS)
    working = count_days(CALENDAR, start, days, Unit.WORKING_DAYS)
    assert all(CALENDAR.is_school_day(one) for one in school.counted)
    assert all(CALENDAR.is_working_day(one) for one in working.counted)
    assert not any(CALENDAR.is_school_day(one.day) for one in school.skipped)


@given(start=starts, days=numbers, unit=units)
def test_one_day_more_ends_later(start: date, days: int, unit: Unit) -> None:
    """The end grows strictly with the number of days."""
    assert count_days(CALENDAR, start, days, unit).end < count_days(CALENDAR, start, days + 1, unit).end


@given(start=starts, days=numbers, unit=units)
def test_counting_back_undoes_counting(start: date, days: int, unit: Unit) -> None:
    """From a day that counts, so many days on and back lead to the same day."""
    first = count_days(CALENDAR, start, 1, unit).end
    end = count_days(CALENDAR, first, days, unit).end
    assert first == days_before(CALENDAR, end, days, unit)


@pytest.mark.parametrize(
    ("words", "days"),
    [("0 school days", 0), ("1 school day", 1), ("2 school days", 2), ("10 school days", 10)],
)
def test_a_number_of_days_is_said_with_its_unit(words: str, days: int) -> None:
    """Only one is a day."""
    assert amount(days, Unit.SCHOOL_DAYS) == words


@pytest.mark.parametrize(
    ("is_faulty", "days", "cap"),
    [
        (True, 0, None),
        (False, 1, None),
        (False, 1, 1),
        (True, 2, 1),
        (False, 5, 5),
        (False, 5, 6),
        (True, -1, None),
    ],
)
def test_a_clock_runs_for_a_day_at_least_and_no_longer_than_its_cap(
    is_faulty: bool, days: int, cap: int | None
) -> None:
    """A cap of as many calendar days is no fault."""
    clock = ClockRule(days=days, unit=Unit.WORKING_DAYS, cap_days=cap)
    assert bool(clock.fault) is is_faulty
