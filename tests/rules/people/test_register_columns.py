"""Which column of an export is what, guessed from the headings of the usual systems."""

import pytest

from letterladder.rules.people.headings import guessed
from letterladder.rules.people.register_columns import PEOPLE

OURS = tuple(PEOPLE)
SIMS = (
    "Contact ID",
    "Contact Title",
    "Contact Forename",
    "Contact Surname",
    "Relationship",
    "Adno",
    "Pupil Forename",
    "Pupil Surname",
    "Reg Group",
    "Address Line 1",
    "Address Line 2",
    "Town",
    "Postcode",
    "Contact Email",
    "Home Telephone",
)
ARBOR = (
    "Guardian ID",
    "Title",
    "Guardian First name",
    "Guardian Last name",
    "Relationship to student",
    "Student UPN",
    "Student First name",
    "Student Last name",
    "Registration form",
    "Address",
    "Primary email",
    "Mobile number",
)
BROMCOM = (
    "StudentID",
    "Student Legal Forename",
    "Student Legal Surname",
    "Tutor Group",
    "Parent ID",
    "Parent Title",
    "Parent Forename",
    "Parent Surname",
    "Relationship Type",
    "Full Address",
    "Email Address",
    "Telephone",
)


@pytest.mark.parametrize(
    ("headings", "wanted"),
    [
        (OURS, {name: name for name in OURS}),
        (
            SIMS,
            {"person_id": "Contact ID", "pupil_id": "Adno", "class": "Reg Group", "phone": "Home Telephone"},
        ),
        (ARBOR, {"person_id": "Guardian ID", "given_name": "Guardian First name", "address": "Address"}),
        (
            ARBOR,
            {
                "pupil_id": "Student UPN",
                "pupil_given_name": "Student First name",
                "class": "Registration form",
            },
        ),
        (BROMCOM, {"person_id": "Parent ID", "family_name": "Parent Surname", "address": "Full Address"}),
        (BROMCOM, {"pupil_family_name": "Student Legal Surname", "relationship": "Relationship Type"}),
    ],
)
def test_headings_of_the_usual_systems(headings: tuple[str, ...], wanted: dict[str, str]) -> None:
    """Each column that is needed is found under the name that the system gives it."""
    found = {column: headings[place] for column, place in guessed(headings, "people").items()}
    assert {column: found.get(column) for column in wanted} == wanted


def test_a_column_is_taken_once() -> None:
    """A surname alone is the adult's, and is not the pupil's as well."""
    assert guessed(("Surname", "Forename"), "people") == {"given_name": 1, "family_name": 0}


@pytest.mark.parametrize(("near", "is_known"), [("Contact Surmname", True), ("Contact Sumame", False)])
def test_a_heading_with_a_slip_is_known_where_it_is_near_enough(near: str, is_known: bool) -> None:
    """One letter too many; of what differs by more, whoever imports chooses the column."""
    headings = (*("Contact ID", "Contact Forename"), near)
    assert (guessed(headings, "people").get("family_name") == 2) is is_known


def test_staff() -> None:
    """Names and job titles."""
    assert guessed(("Staff Name", "Job Title", "Work Email"), "staff") == {"name": 0, "role": 1, "email": 2}
