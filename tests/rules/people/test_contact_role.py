"""What the person whom letters name for questions is at the school."""

import pytest
from cast import a_policy, a_school

from letterladder.ground.values import replace
from letterladder.rules.letters.letter_fields import given_fields, school_fields
from letterladder.rules.people.contact_role import with_contact_role
from letterladder.rules.people.people import StaffMember
from letterladder.rules.people.school import Contact, Person

OFFICE = "office@larkfield.example"
BINNS = Contact(name="Mrs Carol Binns", email=OFFICE)
HEAD = Person(name="Mrs Anita Hollis", role="Headteacher", email="a.hollis@larkfield.example")


def role(contact: Contact, *staff: StaffMember, **people: Person) -> str:
    """The role that letters print behind the contact's name."""
    school = a_school(contact=contact, people={"head": HEAD, **people})
    return str(
        school_fields(with_contact_role(school, staff), a_policy().steps["L1"], signed_by="head")[
            "contact_role"
        ]
    )


def listed(name: str, what: str) -> StaffMember:
    """A line of staff.csv."""
    return StaffMember(name=name, role=what)


def test_what_the_school_says_goes_first() -> None:
    """Before the list of staff, which a system exports."""
    found = role(replace(BINNS, role="Office Manager"), listed("Mrs Carol Binns", "Administrator 3"))
    assert found == "Office Manager"


def test_somebody_with_a_role_is_called_so() -> None:
    """The head of a small school is the contact too."""
    assert role(replace(BINNS, name="Mrs Anita Hollis")) == "Headteacher"


@pytest.mark.parametrize("name", ["Mrs Carol Binns", "Carol Binns", "Mrs Binns"])
def test_else_the_list_of_staff_tells(name: str) -> None:
    """With or without title and given name."""
    assert role(BINNS, listed(name, "School Office Manager")) == "School Office Manager"


@pytest.mark.parametrize(
    "staff",
    [
        (),
        (listed("Mr Colin Lowell", "Caretaker"),),
        (listed("Mr Colin Binns", "Caretaker"),),
        (listed("Mrs Binns", "Cook"), listed("Mrs Carol Binns", "Office Manager")),
        (listed("Mrs Carol Binns", ""),),
    ],
)
def test_nobody_gets_the_role_of_another(staff: tuple[StaffMember, ...]) -> None:
    """Of the same family name, of one of two who may be meant, or of nobody."""
    assert role(BINNS, *staff) == ""


def test_who_shares_the_offices_address_lends_no_role() -> None:
    """Whoever else reads office@ is not the contact."""
    dpo = Person(name="Mr Owen Marsh", role="Data Protection Officer", email=OFFICE)
    assert role(BINNS, dpo=dpo) == ""


def test_another_contact_for_one_letter_has_no_role_of_the_usual_one() -> None:
    """Typed for a letter: the role is typed too, or left out."""
    letters = a_policy().letters
    assert given_fields(letters, {"contact_name": "Mr Peter Quayle"})["contact_role"] == ""
    both = {"contact_name": "Mr Peter Quayle", "contact_role": "Chair of Governors"}
    assert given_fields(letters, both)["contact_role"] == "Chair of Governors"
    assert "contact_role" not in given_fields(letters, {"contact_phone": "01632 960199"})
