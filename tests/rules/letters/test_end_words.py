"""The end of a measure as something that has to happen: words that fit behind "until"."""

from datetime import date

import pytest
from shipped import a_step

from letterladder.rules.days.counting import ClockRule
from letterladder.rules.letters.end_words import doubt_about_end, not_an_end
from letterladder.rules.words import Unit

TODAY = date(2026, 11, 24)
REVIEWED = {"review_by": ClockRule(days=30, unit=Unit.SCHOOL_DAYS)}


@pytest.mark.parametrize(
    "text",
    [
        "a meeting has taken place",
        "we have met and agreed how you come onto the site",
        "the police have told us how their enquiry ended",
        "Friday 18 December 2026",
        "2026-12-18",
        "the end of the spring term",
    ],
)
def test_what_has_to_happen_may_be_the_end(text: str) -> None:
    """An event, or a day to come."""
    assert doubt_about_end(text, TODAY) == ""


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("until we have met", "would read 'until until we have met'"),
        ("Until a meeting", "would read 'until Until"),
        ("till then", "would read"),
        ("when we have met", "would read 'until when"),
        ("further notice", "is no end"),
        ("the head gives further notice", "is no end"),
        ("you are notified by us", "is no end"),
        ("an indefinite time has passed", "is no end"),
        ("meeting", "does not say what has to happen"),
        ("a meeting\nhas taken place", "longer than a line"),
        ("a" * 60 + " " + "b" * 60, "longer than a line"),
        ("Friday 6 November 2026", "has passed"),
        ("31 February 2027", "There is no"),
    ],
)
def test_no_end_is_none(text: str, doubt: str) -> None:
    """Words that double the 'until', promise nothing, or name a day that is over."""
    assert doubt in doubt_about_end(text, TODAY)


@pytest.mark.parametrize(
    ("expected", "keys"),
    [
        (True, {"needs": ("ends_on",), "also": REVIEWED}),
        (False, {"needs": ("ends_on",), "also": {}}),
        (False, {"needs": (), "also": REVIEWED}),
        (False, {"needs": ("ends_on",), "also": {**REVIEWED, "ends_on": REVIEWED["review_by"]}}),
    ],
)
def test_only_beside_a_review_date(expected: bool, keys: dict[str, object]) -> None:
    """Without one such an end might never come; with an end that is counted nobody writes one."""
    step = a_step("B3", "", **keys)
    assert step.ends_by_event is expected
    assert bool(not_an_end(step, "until we have met", TODAY)) is expected
