"""What an approver is told of the law: how long a court could still be asked."""

from datetime import date

import pytest
from cast import a_school
from shipped import a_step

from letterladder.ground.values import replace
from letterladder.rules.letters.law_warnings import times_in_court

TODAY = date(2026, 12, 1)


def told(letter: str, **fields: object) -> list[str]:
    return list(times_in_court(a_step(letter), fields, a_school(), TODAY))


def test_a_legal_warning_says_how_long_there_is_for_defamation() -> None:
    """Twelve months from the first publication, counted from the day of the post where it is known."""
    (words,) = told("X1", posted_on="Tuesday 17 November 2026")
    assert words == (
        "A claim for defamation must be begun within 12 months of the first publication, which is until Wednesday 17"
        " November 2027. Ask the adviser for the last day."
    )


def test_without_a_day_no_day_is_promised() -> None:
    """A post of some time in the spring has no last day."""
    (words,) = told("X1", posted_on="some time in spring")
    assert "which is until" not in words


def test_coming_in_all_the_same_says_how_long_there_is_for_a_case() -> None:
    """Six months from the offence (Magistrates' Courts Act 1980, section 127)."""
    (words,) = told("B8", breach_on="Monday 11 January 2027 at 3.20 pm")
    assert words == (
        "A case of the offence under section 547 must be begun within 6 months, which is until Sunday 11 July 2027."
    )


@pytest.mark.parametrize("letter", ["L1", "L3", "B3", "Z1"])
def test_other_letters_speak_of_no_court(letter: str) -> None:
    """A warning on every letter would be read by nobody."""
    assert told(letter, posted_on="Tuesday 17 November 2026") == []


def test_the_months_are_those_of_the_facts() -> None:
    """A school's own file may say that the law changed."""
    school = a_school()
    fact = replace(school.legal.facts["defamation_months"], value="24")
    school = replace(
        school, legal=replace(school.legal, facts={**school.legal.facts, "defamation_months": fact})
    )
    (words,) = times_in_court(a_step("X1"), {}, school, TODAY)
    assert "within 24 months" in words
