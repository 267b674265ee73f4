"""The dates that a letter prints, as tables."""

from datetime import date
from types import MappingProxyType

import pytest
from calendars import day, school_calendar
from cast import a_policy, a_school

from letterladder.ground.errors import CalendarEnds, Refused
from letterladder.rules.days.counting import ClockRule
from letterladder.rules.letters.letter_dates import LetterDates, dates_of, posting_day
from letterladder.rules.people.posting import Posting
from letterladder.rules.people.school import School
from letterladder.rules.policies.policy import Step
from letterladder.rules.words import Method, Unit

STEPS = a_policy().steps
SCHOOL = a_school(calendar=school_calendar())
NOTHING: MappingProxyType[str, str] = MappingProxyType({})


def dates(step: str, today: str = "2026-11-09", school: School = SCHOOL, **given: str) -> LetterDates:
    """The dates of this step, drafted on this day."""
    return dates_of(STEPS[step], school, day(today), given)


@pytest.mark.parametrize(
    ("expected", "lead", "today"),
    [
        ("2026-11-10", 1, "2026-11-09"),
        ("2026-11-16", 1, "2026-11-13"),
        ("2026-11-16", 1, "2026-11-14"),
        ("2026-11-09", 0, "2026-11-09"),
        ("2026-11-16", 0, "2026-11-14"),
        ("2026-12-29", 0, "2026-12-25"),
        ("2026-12-29", 1, "2026-12-24"),
        ("2026-11-12", 3, "2026-11-09"),
    ],
)
def test_a_letter_is_dated_on_a_working_day(expected: str, lead: int, today: str) -> None:
    """So many working days on as the policy says; the post collects nothing on a Saturday."""
    assert posting_day(Step(id="L1", name="", lead_days=lead), SCHOOL, day(today)) == day(expected)


@pytest.mark.parametrize(
    ("expected", "step", "method"),
    [
        ("2026-11-19", "L1", Method.FIRST_CLASS),
        ("2026-11-23", "L1", Method.SECOND_CLASS),
        ("2026-11-17", "L1", Method.BY_HAND),
        ("2026-11-17", "L1", Method.MAIL),
        ("2026-11-26", "L3", Method.FIRST_CLASS),
    ],
)
def test_the_answer_by_counts_from_deemed_receipt(expected: str, step: str, method: Method) -> None:
    """Dated Tuesday 10 November; the way it is sent decides when it counts as received."""
    school = a_school(calendar=school_calendar(), posting=Posting(method=method))
    found = dates(step, school=school)
    assert found.answer_by is not None
    assert (found.answer_by.end, found.method) == (day(expected), method)


def test_the_printed_dates_are_written_out() -> None:
    """With the weekday, so that a slip shows."""
    assert dates("L1").fields == {
        "letter_date": "Tuesday 10 November 2026",
        "posting_method": "by first-class post",
        "answer_by": "Thursday 19 November 2026",
    }


def test_a_letter_without_a_clock_asks_for_no_answer() -> None:
    """The closing letter prints no date to keep."""
    found = dates("Z1")
    assert (found.answer_by, "answer_by" in found.fields) == (None, False)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("L3", {"removal_by": "2026-11-19"}),
        ("B1", {"starts_on": "2026-11-12", "decision_by": "2026-12-03"}),
        ("B2", {"starts_on": "2026-11-09", "interim_end": "2026-11-23", "decision_by": "2026-11-18"}),
        ("B3", {"starts_on": "2026-11-12", "review_by": "2027-02-26", "ends_on": "2027-03-05"}),
    ],
)
def test_the_further_dates_of_a_letter(step: str, expected: dict[str, str]) -> None:
    """A removal has its own date, a decision follows the comments, a measure starts on receipt."""
    assert dates(step).also == {name: day(text) for name, text in expected.items()}


def test_an_interim_bar_is_handed_over() -> None:
    """It starts the day it is received, so it is not left to the post."""
    assert dates("B2").method is Method.BY_HAND


@pytest.mark.parametrize(
    ("expected", "today"),
    [("2026-11-23", "2026-11-09"), ("2027-01-11", "2026-12-14"), ("2027-08-12", "2027-07-15")],
)
def test_an_interim_bar_ends_after_ten_school_days_or_at_its_cap(expected: str, today: str) -> None:
    """School days alone would stretch it over the summer holiday, so it is capped in calendar days."""
    assert dates("B2", today).also["interim_end"] == day(expected)


def test_a_person_may_set_the_end_of_an_interim_bar() -> None:
    """Within its cap; the decision then comes by that day."""
    found = dates("B2", interim_end="2026-11-17")
    assert (found.also["interim_end"], found.also["decision_by"]) == (day("2026-11-17"), day("2026-11-17"))


def test_a_typed_decision_date_stands() -> None:
    """The head may promise an earlier day."""
    assert dates("B1", decision_by=" 2026-11-30 ").also["decision_by"] == day("2026-11-30")


@pytest.mark.parametrize(
    ("words", "step", "given"),
    [
        ("'next week' is not a date", "B2", {"interim_end": "next week"}),
        ("may last until Monday 7 December 2026", "B2", {"interim_end": "2026-12-08"}),
        ("is not after the day on the letter", "B2", {"interim_end": "2026-11-09"}),
        ("before they are considered", "B2", {"interim_end": "2026-11-16"}),
        ("is not after the day on the letter", "L3", {"removal_by": "2025-11-19"}),
        ("would come after the end", "B3", {"ends_on": "2027-02-25"}),
        ("would come after the end", "B3", {"review_by": "2027-03-08"}),
    ],
)
def test_a_date_that_cannot_stand_is_refused(words: str, step: str, given: dict[str, str]) -> None:
    """Misspelt, past, over the cap, with no time to hear the adult, or a review after the end."""
    with pytest.raises(Refused, match=words):
        dates_of(STEPS[step], SCHOOL, day("2026-11-09"), given)


@pytest.mark.parametrize("given", [{"interim_end": "2026-12-07"}, {"interim_end": "2026-11-17"}])
def test_the_last_days_that_can_stand_are_taken(given: dict[str, str]) -> None:
    """The cap itself, and the day after the last day for comments."""
    found = dates_of(STEPS["B2"], SCHOOL, day("2026-11-09"), given)
    assert found.also["interim_end"] == day(given["interim_end"])


def test_comments_that_come_after_the_end_of_a_bar_refuse_the_letter() -> None:
    """A policy with twenty days for comments leaves no time to decide."""
    long = ClockRule(days=20, unit=Unit.WORKING_DAYS)
    step = Step(id="B2", name="", clock=long, also=STEPS["B2"].also, site_access=True)
    with pytest.raises(Refused, match="before they are considered"):
        dates_of(step, SCHOOL, day("2026-11-09"), NOTHING)


@pytest.mark.parametrize("given", [NOTHING, {"ends_on": "2028-01-10"}])
def test_past_the_calendar_no_date_is_promised(given: dict[str, str]) -> None:
    """Calculated or typed: nobody knows whether the school is open then."""
    with pytest.raises(CalendarEnds):
        dates_of(STEPS["B3"], SCHOOL, date(2027, 7, 1), given)


@pytest.mark.parametrize(
    ("expected", "step", "today"),
    [
        ((), "L1", "2026-11-09"),
        (("answer_by (Thursday 31 December 2026) falls in the school holidays.",), "L0", "2026-12-17"),
        (("ends_on (Friday 1 January 2027) falls in the school holidays.",), "B3", "2026-11-09"),
    ],
)
def test_a_date_in_the_holidays_is_pointed_out(expected: tuple[str, ...], step: str, today: str) -> None:
    """Nobody may be there to read the answer or to decide."""
    no_roll = ClockRule(days=5, unit=Unit.WORKING_DAYS, roll_forward=False)
    steps = {**STEPS, "L0": Step(id="L0", name="", clock=no_roll)}
    given = {"ends_on": "2027-01-01", "review_by": "2026-12-17"} if step == "B3" else {}
    school = a_school(calendar=school_calendar(inset=()))
    found = dates_of(steps[step], school, day(today), given)
    assert found.warnings == expected
