from datetime import date

import pytest
from calendars import TERMS, day, school_calendar
from hypothesis import given
from hypothesis import strategies as st

from letterladder.ground.errors import CalendarEnds, Refused
from letterladder.rules.days.deadlines import (
    AnswerBy,
    ClockRule,
    ReceiptRule,
    Recomputed,
    answer_by,
    falls_in_holiday,
    interim_end,
    one_month_after,
    recompute,
    term_end_after,
)
from letterladder.rules.words import Method, Unit

CALENDAR = school_calendar()
FIRST = Method.FIRST_CLASS
FIVE_WORKING = ClockRule(days=5, unit=Unit.WORKING_DAYS)
TEN_WORKING = ClockRule(days=10, unit=Unit.WORKING_DAYS)
TEN_SCHOOL = ClockRule(days=10, unit=Unit.SCHOOL_DAYS)


def unrolled(days: int, unit: Unit) -> ClockRule:
    """A clock whose end stays where it falls."""
    return ClockRule(days=days, unit=unit, roll_forward=False)


def answer(posted: str, clock: ClockRule = TEN_WORKING) -> AnswerBy:
    """The answer-by of a letter posted first class on the example calendar."""
    return answer_by(CALENDAR, day(posted), FIRST, clock)


@pytest.mark.parametrize(
    ("five_working", "ten_working", "ten_school", "posted"),
    [
        ("2026-12-01", "2026-12-08", "2026-12-08", "2026-11-20"),
        ("2026-12-31", "2027-01-08", "2027-01-18", "2026-12-18"),
        ("2027-02-23", "2027-03-02", "2027-03-05", "2027-02-12"),
        ("2027-04-06", "2027-04-13", "2027-04-23", "2027-03-24"),
        ("2027-07-29", "2027-08-05", "2027-09-17", "2027-07-20"),
    ],
)
def test_days_are_counted_from_deemed_receipt(
    five_working: str, ten_working: str, ten_school: str, posted: str
) -> None:
    """The table of the design: first class, Practice Direction 1985, nothing rolled forward."""
    assert day(five_working) == answer(posted, unrolled(5, Unit.WORKING_DAYS)).end
    assert day(ten_working) == answer(posted, unrolled(10, Unit.WORKING_DAYS)).end
    assert day(ten_school) == answer(posted, unrolled(10, Unit.SCHOOL_DAYS)).end


@pytest.mark.parametrize(
    ("end", "posted", "clock"),
    [
        ("2026-12-08", "2026-11-20", TEN_WORKING),
        ("2027-01-05", "2026-12-18", FIVE_WORKING),
        ("2027-09-06", "2027-07-20", TEN_WORKING),
        ("2027-04-12", "2027-03-24", FIVE_WORKING),
        ("2026-11-30", "2026-11-19", ClockRule(days=5, unit=Unit.CALENDAR_DAYS)),
    ],
)
def test_an_end_on_a_closed_day_moves_to_the_next_school_day(end: str, posted: str, clock: ClockRule) -> None:
    """Not merely to the next working day; over Christmas week, INSET days and the summer alike."""
    assert day(end) == answer(posted, clock).end


def test_the_days_moved_over_are_shown() -> None:
    """The first of them is the day the count itself ended on."""
    result = answer("2026-12-18", FIVE_WORKING)
    assert result.count.end == result.rolled[0].day == day("2026-12-31")
    assert result.rolled[-1].why == "INSET day"
    assert result.rolled[-1].day == day("2027-01-04")


def test_the_receipt_rule_moves_the_answer() -> None:
    """Received a day earlier, answered a day earlier."""
    cpr = answer_by(CALENDAR, day("2026-11-20"), FIRST, TEN_WORKING, rule=ReceiptRule.CPR_6_26)
    assert cpr.end == day("2026-12-07")


def test_a_mail_after_hours_counts_from_the_next_working_day() -> None:
    """Sent on Friday evening, it is received on Monday."""
    late = answer_by(CALENDAR, day("2026-11-20"), Method.MAIL, FIVE_WORKING, after_hours=True)
    assert late.receipt.end == day("2026-11-23")
    assert late.end == day("2026-11-30")


def test_a_clock_may_run_from_posting() -> None:
    """Then deemed receipt is shown but takes no part."""
    clock = ClockRule(days=10, unit=Unit.WORKING_DAYS, from_receipt=False)
    assert answer("2026-11-20", clock).end == day("2026-12-04")


@pytest.mark.parametrize(
    ("end", "capped", "cap"),
    [
        ("2027-09-17", False, None),
        ("2027-09-17", False, 59),
        ("2027-09-16", True, 58),
        ("2027-08-17", True, 28),
        ("2027-08-14", True, 25),
    ],
)
def test_a_cap_ends_the_count_on_its_own_day(end: str, capped: bool, cap: int | None) -> None:
    """Posted on 20 July 2027: school days freeze over the summer, the cap does not, even on a Saturday."""
    result = answer("2027-07-20", ClockRule(days=10, unit=Unit.SCHOOL_DAYS, cap_days=cap))
    assert (day(end), capped) == (result.end, result.capped)


def test_nothing_rolls_past_a_cap() -> None:
    """Ten working days end on 5 August; the next school day is in September, the cap on 9 August."""
    clock = ClockRule(days=10, unit=Unit.WORKING_DAYS, cap_days=20)
    result = answer("2027-07-20", clock)
    assert (day("2027-08-09"), True) == (result.end, result.capped)
    assert result.rolled[-1].day == day("2027-08-08")


def test_an_end_on_the_cap_stays_even_where_it_is_closed() -> None:
    """Ten working days end on 5 August, and so does the cap: there is no moving, and that is said."""
    result = answer("2027-07-20", ClockRule(days=10, unit=Unit.WORKING_DAYS, cap_days=16))
    assert (day("2027-08-05"), True) == (result.end, result.capped)
    assert result.rolled == ()


@pytest.mark.parametrize(
    ("message", "clock"),
    [
        ("leaves no day to answer", ClockRule(days=4, unit=Unit.WORKING_DAYS, cap_days=4)),
        ("before the letter is received", ClockRule(days=1, unit=Unit.WORKING_DAYS, from_receipt=False)),
        ("before the letter is received", ClockRule(days=2, unit=Unit.WORKING_DAYS, from_receipt=False)),
        ("is not between 1 and", ClockRule(days=0, unit=Unit.WORKING_DAYS)),
    ],
)
def test_a_clock_that_leaves_no_day_is_refused(message: str, clock: ClockRule) -> None:
    """Received on Tuesday 24 November: no letter asks for an answer before it counts as received."""
    with pytest.raises(Refused, match=message):
        answer("2026-11-20", clock)


@pytest.mark.parametrize("clock", [TEN_WORKING, TEN_SCHOOL, ClockRule(days=10, unit=Unit.CALENDAR_DAYS)])
def test_a_calendar_that_ends_too_soon_is_loud(clock: ClockRule) -> None:
    """A date that would need the next terms is not printed."""
    with pytest.raises(CalendarEnds, match="Add the next terms"):
        answer("2027-10-14", clock)


def test_a_skipped_day_is_listed_once() -> None:
    """Counted from posting, the weekend of the receipt is also one of the count."""
    clock = ClockRule(days=10, unit=Unit.WORKING_DAYS, from_receipt=False)
    days = [one.day for one in answer("2026-11-20", clock).skipped]
    assert days == [day(f"2026-11-{on}") for on in (21, 22, 28, 29)]


@pytest.mark.parametrize(
    ("end", "capped", "start"),
    [
        ("2026-12-04", False, "2026-11-20"),
        ("2027-08-17", True, "2027-07-20"),
        ("2027-01-15", True, "2026-12-18"),
        ("2027-02-26", False, "2027-02-05"),
    ],
)
def test_an_interim_bar_never_outlasts_its_cap(end: str, capped: bool, start: str) -> None:
    """Ten school days or 28 calendar days, whichever is earlier: no bar sleeps through the summer."""
    result = interim_end(CALENDAR, day(start))
    assert (day(end), capped) == (result.end, result.capped)


def test_an_interim_bar_needs_the_calendar_only_up_to_its_cap() -> None:
    """With the next year's terms missing, the cap still gives the end, as it is in the covered summer."""
    summer = school_calendar(terms=TERMS[:-1], inset=(), covered_until="2027-08-31")
    assert interim_end(summer, day("2027-07-20")).end == day("2027-08-17")


@given(
    start=st.dates(min_value=day("2026-09-02"), max_value=day("2027-08-31")),
    days=st.integers(min_value=1, max_value=20),
    cap=st.integers(min_value=20, max_value=45),
)
def test_an_interim_bar_is_the_earlier_of_two_ends(start: date, days: int, cap: int) -> None:
    """It reaches the cap at most, and holds no more school days than allowed."""
    result = interim_end(CALENDAR, start, days, cap)
    assert 0 < (result.end - start).days <= cap
    assert len(result.count.counted) <= days
    assert result.capped == (len(result.count.counted) < days)


@given(
    posted=st.dates(min_value=day("2026-09-02"), max_value=day("2027-06-30")),
    clock=st.builds(
        ClockRule,
        days=st.integers(min_value=1, max_value=15),
        unit=st.sampled_from(Unit),
        cap_days=st.none() | st.integers(min_value=16, max_value=40),
    ),
    method=st.sampled_from(Method),
)
def test_an_answer_by_is_after_receipt_within_its_cap_and_open(
    posted: date, clock: ClockRule, method: Method
) -> None:
    """Whatever the day, unit and method: never before receipt, never past the cap, and else a school day."""
    result = answer_by(CALENDAR, posted, method, clock)
    assert posted <= result.receipt.end < result.end
    assert clock.cap_days is None or (result.end - posted).days <= clock.cap_days
    assert result.capped or CALENDAR.is_school_day(result.end)


@pytest.mark.parametrize(
    ("expected", "on"),
    [
        (False, "2026-12-18"),
        (True, "2026-12-19"),
        (True, "2027-08-17"),
        (False, "2027-01-04"),
        (False, "2027-01-09"),
    ],
)
def test_a_decision_in_the_holiday_is_seen(expected: bool, on: str) -> None:
    """Between terms nobody decides; a weekend or an INSET day within a term is not a holiday."""
    assert expected == falls_in_holiday(CALENDAR, day(on))


@pytest.mark.parametrize("on", ["2026-09-01", "2027-10-23"])
def test_an_unknown_day_is_not_called_a_holiday(on: str) -> None:
    """Outside the calendar there is no answer."""
    with pytest.raises(CalendarEnds):
        falls_in_holiday(CALENDAR, day(on))


@pytest.mark.parametrize(
    ("end", "on"),
    [
        ("2026-12-18", "2026-11-20"),
        ("2026-12-18", "2026-12-18"),
        ("2027-02-12", "2026-12-19"),
        ("2027-10-22", "2027-10-22"),
    ],
)
def test_the_end_of_term_is_found(end: str, on: str) -> None:
    """The last school day of this term, or of the coming one in a holiday."""
    assert day(end) == term_end_after(CALENDAR, day(on))


def test_after_the_last_term_no_end_is_known() -> None:
    """There is nothing to warn of yet."""
    assert term_end_after(CALENDAR, day("2027-10-23")) is None


def test_a_term_that_ends_on_an_inset_day_ends_the_day_before() -> None:
    """The head is told while there is still school."""
    calendar = school_calendar(inset=("2026-12-18",))
    assert term_end_after(calendar, day("2026-12-01")) == day("2026-12-17")
    assert term_end_after(calendar, day("2026-12-18")) == day("2027-02-12")


@pytest.mark.parametrize(
    ("due", "asked"),
    [("2026-12-20", "2026-11-20"), ("2027-02-28", "2027-01-31"), ("2028-02-29", "2028-01-30")],
)
def test_one_month_is_a_calendar_month(due: str, asked: str) -> None:
    """The same number next month, or the last day of a shorter one."""
    assert day(due) == one_month_after(day(asked))


def closed_on(*days: str) -> AnswerBy:
    """A letter of 20 November, ten school days, with the school closed by snow on these days."""
    calendar = school_calendar(closures={day(on): "snow" for on in days})
    return answer_by(calendar, day("2026-11-20"), FIRST, TEN_SCHOOL)


def test_an_unchanged_date_needs_no_new_entry() -> None:
    """A change that does not touch the open clock leaves it alone."""
    before = closed_on()
    assert recompute(before.end, closed_on("2027-02-09"), before) is None


def test_a_changed_calendar_names_the_day_that_no_longer_counts() -> None:
    """Old, new, and the very day with its reason."""
    assert recompute(day("2026-12-08"), closed_on("2026-12-01"), closed_on()) == Recomputed(
        old=day("2026-12-08"),
        new=day("2026-12-09"),
        why="The calendar changed: Tuesday 1 December 2026 no longer counts (snow).",
    )


def test_days_after_the_old_end_are_not_called_changed() -> None:
    """The weekend that the later date now reaches over was never a day that counted."""
    snow = ("2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04")
    change = recompute(day("2026-12-08"), closed_on(*snow), closed_on())
    assert change is not None
    assert change.new == day("2026-12-14")
    assert change.why.count("no longer counts (snow)") == change.why.count("no longer counts") == 4


def test_a_changed_calendar_names_the_day_that_counts_after_all() -> None:
    """The date may come earlier; then the day that was closed is named."""
    change = recompute(day("2026-12-09"), closed_on(), closed_on("2026-12-01"))
    assert change is not None
    assert change.new == day("2026-12-08")
    assert change.why == "The calendar changed: Tuesday 1 December 2026 now counts (it was: snow)."


def test_a_rolled_end_that_opens_again_is_named() -> None:
    """An INSET day that is given up lets the answer fall on it."""
    before = answer("2026-12-18", FIVE_WORKING)
    now = answer_by(school_calendar(inset=()), day("2026-12-18"), FIRST, FIVE_WORKING)
    change = recompute(before.end, now, before)
    assert change is not None
    assert (change.old, change.new) == (day("2027-01-05"), day("2027-01-04"))
    assert "Monday 4 January 2027 now counts (it was: INSET day)" in change.why


def test_without_the_earlier_calendar_the_days_left_out_now_are_named() -> None:
    """The log knows only the old date; then the new one is shown with all it skips."""
    change = recompute(day("2026-12-08"), closed_on("2026-12-01"))
    assert change is not None
    assert change.why == (
        "The calendar changed: Wednesday 9 December 2026 by the calendar as it is now; not counted: "
        "weekends, Tuesday 1 December 2026 (snow)."
    )


@pytest.mark.parametrize(("cap", "capped", "on"), [(1, True, "2026-11-21"), (3, False, "2026-11-23")])
def test_an_interim_bar_may_end_on_the_day_after_it_began(cap: int, capped: bool, on: str) -> None:
    """The shortest cap that can be: a day is left, though no school day."""
    result = interim_end(CALENDAR, day("2026-11-20"), 1, cap)
    assert (result.end, result.capped) == (day(on), capped)


@pytest.mark.parametrize(("days", "cap"), [(0, 28), (10, 0)])
def test_an_interim_bar_of_no_day_is_refused(days: int, cap: int) -> None:
    """It would end before it began."""
    with pytest.raises(Refused):
        interim_end(CALENDAR, day("2026-11-20"), days, cap)
