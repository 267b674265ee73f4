import pytest
from calendars import day, school_calendar

from letterladder.rules.days.deadlines import AnswerBy, ClockRule, ReceiptRule, answer_by, interim_end
from letterladder.rules.words import Method, Unit

CALENDAR = school_calendar()
FIRST = Method.FIRST_CLASS
FIVE_WORKING = ClockRule(days=5, unit=Unit.WORKING_DAYS)
TEN_WORKING = ClockRule(days=10, unit=Unit.WORKING_DAYS)


def answer(posted: str, clock: ClockRule = TEN_WORKING) -> AnswerBy:
    """The answer-by of a letter posted first class on the example calendar."""
    return answer_by(CALENDAR, day(posted), FIRST, clock)


def test_the_explanation_can_be_checked_by_a_clerk() -> None:
    """Each step has its sentence, with the days that did not count."""
    assert answer("2026-12-18").explanation == (
        "Posted first class on Friday 18 December 2026. Counts as received on Tuesday 22 December 2026 "
        "(second working day after posting); not counted: weekends. 10 working days after that is "
        "Friday 8 January 2027; not counted: weekends, Friday 25 December 2026 (bank holiday: Christmas Day), "
        "Monday 28 December 2026 (bank holiday: Boxing Day substitute day), "
        "Friday 1 January 2027 (bank holiday: New Year's Day)."
    )


def test_the_explanation_says_that_the_date_moved() -> None:
    """And over which days."""
    assert answer("2026-12-18", FIVE_WORKING).explanation.endswith(
        "The school is closed that day, so the date moves to Tuesday 5 January 2027; not counted: weekends, "
        "31 December 2026 to 1 January 2027 (school holiday), Monday 4 January 2027 (INSET day)."
    )


def test_the_explanation_says_that_a_cap_ended_it() -> None:
    """The policy's own number of days is still named."""
    text = answer("2027-07-20", ClockRule(days=10, unit=Unit.SCHOOL_DAYS, cap_days=28)).explanation
    assert "10 school days after that would run past Tuesday 17 August 2027" in text
    assert text.endswith(
        "At most 28 calendar days after posting are allowed, so it ends on Tuesday 17 August 2027."
    )


@pytest.mark.parametrize(
    ("words", "method", "rule", "after_hours"),
    [
        ("Posted second class on Thursday 26", Method.SECOND_CLASS, ReceiptRule.PD_1985, False),
        ("first class on Thursday 26 November 2026.", FIRST, ReceiptRule.PD_1985, True),
        ("(fourth working day after posting)", Method.SECOND_CLASS, ReceiptRule.CPR_6_26, False),
        ("(second day after posting, or else the next working day)", FIRST, ReceiptRule.CPR_6_26, False),
        ("Handed over on Thursday 26 November 2026.", Method.BY_HAND, ReceiptRule.PD_1985, False),
        ("(the same day)", Method.BY_HAND, ReceiptRule.PD_1985, False),
        ("Sent by email on Thursday 26 November 2026 after 16:30.", Method.MAIL, ReceiptRule.PD_1985, True),
        ("(the next working day)", Method.MAIL, ReceiptRule.PD_1985, True),
    ],
)
def test_the_explanation_names_the_way_it_went(
    words: str, method: Method, rule: ReceiptRule, after_hours: bool
) -> None:
    """Each method and rule is told apart in words."""
    result = answer_by(CALENDAR, day("2026-11-26"), method, FIVE_WORKING, rule=rule, after_hours=after_hours)
    assert words in result.explanation


@pytest.mark.parametrize(
    ("rule", "posted", "clock"),
    [
        ("10 working days after deemed receipt (first-class, pd-1985)", "2026-11-20", TEN_WORKING),
        (
            "5 working days after deemed receipt (first-class, pd-1985), moved to the next school day",
            "2026-12-18",
            FIVE_WORKING,
        ),
        (
            "10 school days after posting, capped at 28 calendar days",
            "2027-07-20",
            ClockRule(days=10, unit=Unit.SCHOOL_DAYS, cap_days=28, from_receipt=False),
        ),
    ],
)
def test_the_rule_is_one_line_for_the_log(rule: str, posted: str, clock: ClockRule) -> None:
    """What was counted, from when, and what bent it."""
    assert rule == answer(posted, clock).rule


def test_an_interim_bar_explains_its_end() -> None:
    """Both limits are named where the cap decides."""
    assert interim_end(CALENDAR, day("2027-07-20")).explanation == (
        "10 school days after Tuesday 20 July 2027 would run past Tuesday 17 August 2027; not counted: "
        "weekends, 22 July to 17 August 2027 (school holiday). At most 28 calendar days after "
        "Tuesday 20 July 2027 are allowed, so it ends on Tuesday 17 August 2027."
    )
