"""Section 547 and the other fields of law, worded for each kind of school from the facts."""

from datetime import date

import pytest
from letters.sample_fields import LEGAL

from letterladder.ground.values import replace
from letterladder.rules.policies.legal import CLASSES, Section547, law_fields, section_547
from letterladder.rules.policies.legal_facts import FACTS, LegalFacts, facts_ahead, facts_overdue
from letterladder.rules.words import SchoolType

MAINTAINED = "the local authority (Ambleshire)"
GOVERNORS = "the local authority (Ambleshire) or the school's governing body"
TRUST = "the academy trust (Ambleshire)"
OWNER = "the proprietor of the school (Ambleshire)"
WHO = {
    SchoolType.COMMUNITY: (MAINTAINED, MAINTAINED),
    SchoolType.VOLUNTARY_CONTROLLED: (MAINTAINED, MAINTAINED),
    SchoolType.COMMUNITY_SPECIAL: (MAINTAINED, MAINTAINED),
    SchoolType.MAINTAINED_NURSERY: (MAINTAINED, MAINTAINED),
    SchoolType.PUPIL_REFERRAL_UNIT: (MAINTAINED, MAINTAINED),
    **dict.fromkeys(
        (SchoolType.VOLUNTARY_AIDED, SchoolType.FOUNDATION, SchoolType.FOUNDATION_SPECIAL),
        (GOVERNORS, f"{MAINTAINED}, or by somebody whom the school's governing body has authorised"),
    ),
    SchoolType.ACADEMY: (TRUST, f"somebody whom {TRUST} has authorised"),
    SchoolType.ALTERNATIVE_PROVISION_ACADEMY: (TRUST, f"somebody whom {TRUST} has authorised"),
    SchoolType.INDEPENDENT: (OWNER, f"somebody whom {OWNER} has authorised"),
    SchoolType.NON_MAINTAINED_SPECIAL: (OWNER, f"somebody whom {OWNER} has authorised"),
}
"""For each type: who may authorise removal, and who besides the police may go to court; section 547(4) and (7)."""


def law_for(school_type: SchoolType) -> Section547:
    return section_547(LEGAL, school_type, school="Millbrook School", authority="Ambleshire")


def with_fact(name: str, value: str) -> LegalFacts:
    """The facts with one of another value."""
    return replace(LEGAL, facts={**LEGAL.facts, name: replace(LEGAL.facts[name], value=value)})


def checked(name: str, day: date, *, own: bool = False) -> LegalFacts:
    """The facts with one checked on another day."""
    return replace(LEGAL, facts={**LEGAL.facts, name: replace(LEGAL.facts[name], checked=day, own=own)})


def test_every_type_of_school_is_tried() -> None:
    """A new type is worded by somebody, and not by chance."""
    assert set(WHO) == set(SchoolType) == set(CLASSES)


@pytest.mark.parametrize("school_type", list(SchoolType))
def test_who_may_act_depends_on_the_kind_of_school(school_type: SchoolType) -> None:
    """Each kind of school has its own appropriate authority, for removal and in court."""
    remove, prosecute = WHO[school_type]
    text = law_for(school_type).who_acts
    assert f"somebody whom {remove} has authorised to do this" in text
    assert text.endswith(f"only by the police, or by {prosecute}.")


@pytest.mark.parametrize("school_type", list(SchoolType))
def test_no_school_says_that_it_takes_the_adult_to_court(school_type: SchoolType) -> None:
    """The head of a community school cannot, and no other letter has a reason to."""
    words = " ".join(law_for(school_type).as_fields().values()).casefold()
    assert "prosecut" not in words
    assert " i " not in words


def test_the_offence_is_about_lawful_users_whether_or_not_they_are_there() -> None:
    """Section 547(1) does not ask whether anybody whom it annoys is present at the time."""
    offence = law_for(SchoolType.ACADEMY).offence
    assert "without lawful authority and, while there, to cause or permit nuisance or disturbance" in offence
    assert (
        "people who lawfully use those premises, whether or not any of them are there at the time" in offence
    )
    assert "who are using" not in offence


def test_coming_back_is_a_civil_matter() -> None:
    """Many letters blur trespass and the offence; ours says which is which."""
    assert (
        "Trespass is a civil matter. It is not, by itself, the offence" in law_for(SchoolType.ACADEMY).breach
    )


def test_the_power_to_withdraw_permission_is_not_section_547() -> None:
    """Permission is withdrawn at common law; section 547 only punishes."""
    says = "comes from the common law. It does not come from section 547 of the Education Act 1996."
    assert says in law_for(SchoolType.ACADEMY).withdrawal


@pytest.mark.parametrize(
    ("name", "value", "field"),
    [
        ("section_547_act", "Schools Act 2031", "s547_offence"),
        ("section_547_number", "12", "s547_withdrawal"),
        ("section_547_offence", "to shout", "s547_offence"),
        ("section_547_court", "the court of schools", "s547_offence"),
        ("section_547_level", "level 9", "s547_offence"),
        ("section_547_fine", "£750", "s547_offence"),
        ("may_remove_academy", "the abbot of {authority}", "s547_who_acts"),
        ("may_prosecute_academy", "the bishop of {authority}", "s547_who_acts"),
        ("permission_power", "the law of the land", "s547_withdrawal"),
        ("equality_act", "Equality Act 2031", "equality_act"),
        ("complaints_duty_other", "section 3", "complaints_duty"),
        ("independent_advice", "Ask at the library.", "independent_advice"),
        ("data_regulator", "Data Court", "privacy_regulator"),
        ("data_regulator_contact", "01632 960199", "privacy_regulator_contact"),
    ],
)
def test_a_changed_fact_changes_the_letter(name: str, value: str, field: str) -> None:
    """No word of the law is anywhere but in the facts."""
    legal = with_fact(name, value)
    told = law_fields(legal, SchoolType.ACADEMY, school="Millbrook School", authority="Ambleshire")
    assert value.replace("{authority}", "Ambleshire") in told[field]


@pytest.mark.parametrize(
    ("expected", "school_type"),
    [
        ("section 29 of the Education Act 2002", SchoolType.COMMUNITY),
        ("section 29 of the Education Act 2002", SchoolType.VOLUNTARY_AIDED),
        ("Part 7", SchoolType.ACADEMY),
        ("Part 7", SchoolType.INDEPENDENT),
    ],
)
def test_the_duty_to_hear_complaints_is_that_of_the_kind_of_school(
    expected: str, school_type: SchoolType
) -> None:
    """An academy has it from the independent school standards, not from the Act for maintained schools."""
    told = law_fields(LEGAL, school_type, school="Millbrook School", authority="Ambleshire")
    assert expected in told["complaints_duty"]


@pytest.mark.parametrize(
    ("expected", "today"), [(0, date(2026, 11, 22)), (0, date(2027, 11, 22)), (1, date(2027, 11, 23))]
)
def test_facts_are_to_be_checked_again_after_a_year(expected: int, today: date) -> None:
    """Facts last checked on 22 November 2026 hold for twelve months."""
    assert len(facts_overdue(LEGAL, today)) == expected


def test_a_single_old_fact_is_named() -> None:
    """Somebody has to compare that one, and not all of them."""
    (problem,) = facts_overdue(checked("section_547_fine", date(2025, 1, 7)), date(2026, 12, 1))
    assert problem.what == "section_547_fine was last checked on 7 January 2025, more than a year ago."


def test_a_day_of_checking_that_is_still_to_come_is_wrong() -> None:
    """A typed 2072 would silence the reminder for good."""
    (problem,) = facts_ahead(checked("section_547_fine", date(2072, 1, 7), own=True), date(2026, 12, 1))
    assert problem.where == "legal.toml, section_547_fine"
    assert not facts_ahead(LEGAL, date(2026, 1, 1))


def test_every_fact_that_ships_is_known_by_name() -> None:
    """In the order of the table."""
    assert list(LEGAL.facts) == list(FACTS)
