"""The places for dates: which letters have them, what they hold, and the rule that the approver reads."""

from datetime import date

import pytest
from calendars import day, school_calendar
from cast import a_school
from shipped import LETTERS

from letterladder.ground.values import replace
from letterladder.rules.days.counting import ClockRule, ReceiptRule, half_way_clock
from letterladder.rules.letters.letter_dates import LetterDates, dates_of
from letterladder.rules.letters.slots import dating_rule, days_for, label_of, rule_in, slots_of
from letterladder.rules.people.posting import Posting
from letterladder.rules.policies.policy import Step
from letterladder.rules.words import Method, Unit, Until

SCHOOL = a_school(calendar=school_calendar())
FIVE = ClockRule(days=5, unit=Unit.WORKING_DAYS)
REMOVAL = ClockRule(days=1, unit=Unit.SCHOOL_DAYS)
STEP = Step(id="L3", name="", clock=FIVE, also={"removal_by": REMOVAL}, record=LETTERS.records["L3"])


def dates(step: Step, **given: str) -> LetterDates:
    """The dates of this step, drafted on Monday 9 November 2026."""
    return dates_of(step, SCHOOL, day("2026-11-09"), given)


def test_each_calculated_date_has_its_rule_in_its_place() -> None:
    """What the approver reads instead of a day."""
    assert slots_of(STEP, dates(STEP)) == {
        "letter_date": "[date of this letter]",
        "answer_by": "[date: 5 working days after it counts as received]",
        "removal_by": "[date: 1 school day after it counts as received]",
    }


def test_a_date_that_a_person_typed_is_a_fact() -> None:
    """It is in the text, and is approved with it."""
    assert "removal_by" not in slots_of(STEP, dates(STEP, removal_by="2026-12-01"))


@pytest.mark.parametrize(
    "step",
    [
        replace(STEP, record=LETTERS.records["B3"]),
        replace(STEP, record=LETTERS.records["P2"]),
        replace(STEP, record=None),
        replace(STEP, site_access=True),
    ],
)
def test_what_is_about_access_has_no_places(step: Step) -> None:
    """By the record of the letter, and by the policy's own step whatever letter it sends."""
    assert slots_of(step, dates(step)) == {}


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("[date: 5 working days after the date of this letter]", replace(FIVE, from_receipt=False)),
        (
            "[date: 5 working days after it counts as received, also on a day on which the school is closed]",
            replace(FIVE, roll_forward=False),
        ),
        (
            "[date: 5 working days after it counts as received, at most 28 calendar days after the date of this"
            " letter]",
            replace(FIVE, cap_days=28),
        ),
    ],
)
def test_another_rule_has_other_words(words: str, clock: ClockRule) -> None:
    """So a changed rule is a changed text, and voids the approval."""
    step = replace(STEP, clock=clock)
    assert slots_of(step, dates(step))["answer_by"] == words


def test_the_places_are_filled_by_their_fields() -> None:
    """The days of an approval on that day."""
    found = days_for(slots_of(STEP, dates(STEP)), dates(STEP))
    assert found == {
        "letter_date": date(2026, 11, 10),
        "answer_by": date(2026, 11, 19),
        "removal_by": date(2026, 11, 13),
    }


@pytest.mark.parametrize(
    ("rule", "lead", "method", "receipt"),
    [
        (
            "the first working day after its approval, posted first class that day; it counts as received on the"
            " second working day after that",
            1,
            Method.FIRST_CLASS,
            ReceiptRule.PD_1985,
        ),
        (
            "the first working day after its approval, posted first class that day; it counts as received on the"
            " second day after that, or else the next working day",
            1,
            Method.FIRST_CLASS,
            ReceiptRule.CPR_6_26,
        ),
        (
            "the day of its approval, or the next working day, sent by email that day; it counts as received that"
            " day",
            0,
            Method.MAIL,
            ReceiptRule.PD_1985,
        ),
    ],
)
def test_the_approver_reads_by_which_rule_it_is_dated(
    rule: str, lead: int, method: Method, receipt: ReceiptRule
) -> None:
    """From which day, by which way, and when it counts as received."""
    school = replace(SCHOOL, posting=Posting(method=method, receipt=receipt))
    assert dating_rule(replace(STEP, lead_days=lead), school, method) == rule


@pytest.mark.parametrize(("label", "name"), [("Dated", "letter_date"), ("Removal by", "removal_by")])
def test_a_date_has_a_name_that_people_say(label: str, name: str) -> None:
    """Not that of a field."""
    assert label_of(name) == label


def test_the_email_says_the_rule_without_the_marks_of_its_place() -> None:
    """Brackets are for the letter."""
    assert (
        rule_in("[date: 5 working days after it counts as received]")
        == "5 working days after it counts as received"
    )


@pytest.mark.parametrize(
    ("name", "clock", "words"),
    [
        ("ends_on", ClockRule(days=1, unit=Unit.SCHOOL_DAYS), "[date: 1 school day after the start]"),
        ("ends_on", replace(FIVE, until=Until.HALF_TERM), "[date: until half term]"),
        ("review_by", replace(FIVE, days=2), "[date: 2 working days after the start]"),
        ("review_by", half_way_clock(0), "[date: half-way]"),
        ("review_by", half_way_clock(3), "[date: half-way, at the latest 3 weeks before its end]"),
        ("decision_by", FIVE, "[date: 5 working days after the last day to answer]"),
        ("starts_on", FIVE, "[date: the day on which it counts as received]"),
        (
            "removal_by",
            replace(FIVE, cap_days=28, roll_forward=False, from_receipt=False),
            "[date: 5 working days after the date of this letter, at most 28 calendar days after the date of this"
            " letter, also on a day on which the school is closed]",
        ),
    ],
)
def test_each_date_says_from_where_it_is_counted(name: str, clock: ClockRule, words: str) -> None:
    """From the start, from the last day to answer, from receipt or from the letter; the fields in their order."""
    step = replace(STEP, also={name: clock})
    planned = replace(dates(STEP), also={name: date(2026, 12, 1)})
    assert list(slots_of(step, planned).items()) == [
        ("letter_date", "[date of this letter]"),
        ("answer_by", "[date: 5 working days after it counts as received]"),
        (name, words),
    ]
    assert days_for({name: words}, planned) == {name: date(2026, 12, 1)}


def test_a_letter_that_wants_no_answer_has_no_place_for_one() -> None:
    """Nor a day for it, whatever place is asked for."""
    planned = replace(dates(STEP), answer_by=None, also={})
    assert slots_of(STEP, planned) == {"letter_date": "[date of this letter]"}
    assert days_for({"answer_by": "", "removal_by": "", "letter_date": ""}, planned) == {
        "letter_date": date(2026, 11, 10)
    }


def test_a_date_that_nothing_counts_has_no_words() -> None:
    """The message names the step and the field."""
    with pytest.raises(AssertionError, match=r"^L3 prints answer_by, and nothing says how it is counted$"):
        slots_of(replace(STEP, clock=None), dates(STEP))


@pytest.mark.parametrize(
    ("lead", "dated"),
    [
        (0, "the day of its approval, or the next working day"),
        (1, "the first working day after its approval"),
        (2, "the second working day after its approval"),
        (3, "the third working day after its approval"),
        (4, "the 4th working day after its approval"),
        (20, "the 20th working day after its approval"),
    ],
)
@pytest.mark.parametrize(
    ("receipt", "method", "gone"),
    [
        (ReceiptRule.PD_1985, Method.FIRST_CLASS, "posted first class|on the second working day after that"),
        (
            ReceiptRule.PD_1985,
            Method.SECOND_CLASS,
            "posted second class|on the fourth working day after that",
        ),
        (ReceiptRule.PD_1985, Method.BY_HAND, "handed over|that day"),
        (ReceiptRule.PD_1985, Method.MAIL, "sent by email|that day"),
        (
            ReceiptRule.CPR_6_26,
            Method.FIRST_CLASS,
            "posted first class|on the second day after that, or else the next working day",
        ),
        (
            ReceiptRule.CPR_6_26,
            Method.SECOND_CLASS,
            "posted second class|on the fourth working day after that",
        ),
        (ReceiptRule.CPR_6_26, Method.BY_HAND, "handed over|that day"),
        (ReceiptRule.CPR_6_26, Method.MAIL, "sent by email|that day"),
    ],
)
def test_each_way_and_lead_has_its_rule(
    *, lead: int, dated: str, receipt: ReceiptRule, method: Method, gone: str
) -> None:
    """Which day it bears, how it goes, and when it counts as received."""
    school = replace(SCHOOL, posting=Posting(method=Method.FIRST_CLASS, receipt=receipt))
    how, received = gone.split("|")
    assert dating_rule(replace(STEP, lead_days=lead), school, method) == (
        f"{dated}, {how} that day; it counts as received {received}"
    )


@pytest.mark.parametrize(
    ("name", "label"), [("answer_by", "Answer by"), ("ends_on", "Ends on"), ("a_b_c", "A b c")]
)
def test_any_field_has_a_name(name: str, label: str) -> None:
    """Each underscore is a space, and the first letter a capital one."""
    assert label_of(name) == label
