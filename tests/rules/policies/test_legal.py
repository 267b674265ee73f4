"""Section 547 worded for each kind of school."""

from datetime import date

import pytest
from letters.sample_fields import LEGAL

from letterladder.rules.policies.legal import Section547, facts_overdue, section_547
from letterladder.rules.words import SchoolType


def law_for(school_type: SchoolType) -> Section547:
    return section_547(LEGAL, school_type, school="Millbrook School", authority="Ambleshire")


@pytest.mark.parametrize(
    ("expected", "school_type"),
    [
        ("the local authority (Ambleshire) has authorised", SchoolType.COMMUNITY),
        ("the local authority (Ambleshire) has authorised", SchoolType.VOLUNTARY_CONTROLLED),
        ("the local authority (Ambleshire) has authorised", SchoolType.COMMUNITY_SPECIAL),
        ("the local authority (Ambleshire) or the school's governing body has", SchoolType.VOLUNTARY_AIDED),
        ("the local authority (Ambleshire) or the school's governing body has", SchoolType.FOUNDATION),
        (
            "the local authority (Ambleshire) or the school's governing body has",
            SchoolType.FOUNDATION_SPECIAL,
        ),
        ("the academy trust (Ambleshire) has authorised", SchoolType.ACADEMY),
        ("the proprietor of the school (Ambleshire) has authorised", SchoolType.INDEPENDENT),
        ("the proprietor of the school (Ambleshire) has authorised", SchoolType.NON_MAINTAINED_SPECIAL),
    ],
)
def test_who_may_act_depends_on_the_kind_of_school(expected: str, school_type: SchoolType) -> None:
    """Section 547(4): each kind of school has its own appropriate authority."""
    assert expected in law_for(school_type).who_acts


@pytest.mark.parametrize("school_type", list(SchoolType))
def test_no_school_says_that_it_takes_the_adult_to_court(school_type: SchoolType) -> None:
    """The head of a community school cannot, and no other letter has a reason to."""
    words = " ".join(law_for(school_type).as_fields().values()).casefold()
    assert "prosecut" not in words
    assert " i " not in words


def test_the_offence_needs_both_no_authority_and_a_disturbance() -> None:
    """Being there without permission alone is not the offence."""
    offence = law_for(SchoolType.ACADEMY).offence
    assert "without lawful authority and, while there, to cause or permit nuisance or disturbance" in offence


def test_coming_back_is_a_civil_matter() -> None:
    """Many letters blur trespass and the offence; ours says which is which."""
    assert (
        "Trespass is a civil matter. It is not, by itself, the offence" in law_for(SchoolType.ACADEMY).breach
    )


def test_the_power_to_withdraw_permission_is_not_section_547() -> None:
    """Permission is withdrawn at common law; section 547 only punishes."""
    withdrawal = law_for(SchoolType.ACADEMY).withdrawal
    assert (
        "comes from the common law. It does not come from section 547 of the Education Act 1996."
        in withdrawal
    )


def test_the_fine_is_the_one_of_the_facts() -> None:
    """Amounts change, so none is written into the wording."""
    assert f"The highest fine is {LEGAL.fine}." in law_for(SchoolType.COMMUNITY).offence


def test_the_paragraphs_are_named_as_the_letters_name_them() -> None:
    """The templates ask for these four fields."""
    expected = {"s547_offence", "s547_who_acts", "s547_breach", "s547_withdrawal"}
    assert set(law_for(SchoolType.COMMUNITY).as_fields()) == expected


@pytest.mark.parametrize(
    ("expected", "today"), [(0, date(2026, 11, 20)), (0, date(2027, 11, 20)), (1, date(2027, 11, 21))]
)
def test_facts_are_to_be_checked_again_after_a_year(expected: int, today: date) -> None:
    """Facts last checked on 20 November 2026 hold for twelve months."""
    assert len(facts_overdue(LEGAL, today)) == expected
