"""The clock of a letter as a calendar."""

from datetime import date

from letterladder.desk.web.clock_months import Day, months_of


def nov(day: int) -> date:
    """A day in November 2026."""
    return date(2026, 11, day)


CLOCK = {
    "received_on": nov(27),
    "answer_by": date(2026, 12, 2),
    "counted": [nov(30), date(2026, 12, 1), date(2026, 12, 2)],
    "skipped": [{"day": nov(28), "why": "Saturday"}, {"day": nov(29), "why": "Sunday"}],
}


def test_each_day_is_counted_skipped_or_neither() -> None:
    """Over two months: the number of each counted day, the reason of each skipped one, both ends named."""
    months = months_of(CLOCK)
    assert [one.title for one in months] == ["November 2026", "December 2026"]
    days = {one.day: one for month in months for week in month.weeks for one in week if one.day}
    assert len(days) == 30 + 31
    assert days[nov(27)] == Day(day=nov(27), mark="counts as received")
    assert days[nov(28)] == Day(day=nov(28), skipped="Saturday")
    assert days[nov(30)].number == 1
    assert days[date(2026, 12, 2)] == Day(day=date(2026, 12, 2), number=3, mark="last day for an answer")
    assert days[date(2026, 12, 3)] == Day(day=date(2026, 12, 3))


def test_weeks_begin_on_monday() -> None:
    """November 2026 begins on a Sunday: six empty places before it."""
    first = months_of(CLOCK)[0].weeks[0]
    assert [one.day for one in first] == [None] * 6 + [nov(1)]


def test_a_calendar_that_has_ended_has_no_months() -> None:
    """The days of an old case are no longer in calendar.toml; the log alone still tells the day."""
    assert months_of({**CLOCK, "counted": [], "skipped": []}) == []
