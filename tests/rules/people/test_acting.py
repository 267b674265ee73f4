"""Whom a typed name, role or address means: a role holder or somebody of the list of staff, and nobody else."""

import pytest
from cast import a_school

from letterladder.ground.values import replace
from letterladder.rules.people.acting import actors_named, is_in_register, who_there_is
from letterladder.rules.people.people import Adult, PeopleRegister, StaffMember
from letterladder.rules.people.school import Person, School

ROE = Person(name="Ms Pia Roe", role="Governor", email="p.roe@larkfield.example")
MARSH = Person(name="Mr Owen Marsh", role="Governor", email="o.marsh@larkfield.example", members=(ROE,))
STAFF = (
    StaffMember(name="Mrs Petra Finch", role="Class teacher 2A", email="p.finch@larkfield.example"),
    StaffMember(name="Mr Tom Lowell", role="Class teacher 4B", also=("Mr Tom",)),
    StaffMember(name="Mr Tom Lowell-Hart", role="Caretaker"),
    StaffMember(name="Mrs Hollis", role="Headteacher"),
    StaffMember(name="Mr Jon Hollis", role="Cook", email="j.hollis@larkfield.example"),
    StaffMember(name="Miss Ann Weaver", role="Class teacher 1C"),
    StaffMember(name="Mrs Weaver", role="Midday supervisor"),
)
DUNN = Adult(
    person_id="A1",
    title="Mr",
    given_name="Ross",
    family_name="Dunn",
    relationships={},
    address=(),
    email="ross.dunn@letterbox.example",
)
REGISTER = PeopleRegister(adults={"A1": DUNN}, staff=STAFF)


def school() -> School:
    """The school of the cast, with a role of its own that two people hold."""
    plain = a_school()
    return replace(plain, people={**plain.people, "panel": MARSH})


@pytest.mark.parametrize(
    ("named", "typed"),
    [
        (["Mrs Anita Hollis"], "Mrs Hollis"),
        (["Mrs Anita Hollis"], "anita hollis"),
        (["Mrs Anita Hollis"], "HEAD"),
        (["Mrs Anita Hollis"], "headteacher"),
        (["Mrs Anita Hollis"], "a.hollis@larkfield.example by email"),
        (["Mr Jon Hollis"], "Mr Hollis"),
        (["Mrs Anita Hollis", "Mr Jon Hollis"], "Hollis"),
        (["Mrs Petra Finch"], "P.Finch@larkfield.example"),
        (["Mr Tom Lowell"], "Tom Lowell"),
        (["Mr Owen Marsh", "Ms Pia Roe"], "panel"),
        (["Ms Pia Roe"], "Roe"),
        (["Mrs Weaver"], "Weaver"),
        (["Miss Ann Weaver"], "Ann Weaver"),
        ([], "Mrs Lowell"),
        ([], "Anita"),
        ([], "Mr Ross Dunn"),
        ([], "ross.dunn@letterbox.example"),
        ([], "root"),
        ([], ""),
        ([], " "),
    ],
)
def test_a_name_means_whom_it_fits(named: list[str], typed: str) -> None:
    """Title and given name may be left out; a wrong title, and an adult, mean nobody."""
    assert [one.name for one in actors_named(typed, school(), REGISTER)] == named


def test_somebody_of_the_list_of_staff_holds_no_role() -> None:
    """A role holder who is on the list too is one person, with their roles."""
    (finch,), (head,) = (actors_named(one, school(), REGISTER) for one in ("Petra Finch", "Mrs Hollis"))
    assert (finch.roles, finch.title) == ((), "Class teacher 2A")
    assert head.roles == ("head",)


@pytest.mark.parametrize(("found", "typed"), [(True, "Mr Dunn"), (True, DUNN.email), (False, "Mr Ross Dune")])
def test_the_register_of_adults_is_known_apart(found: bool, typed: str) -> None:
    """Whoever types the name of an adult reads that it is one."""
    assert is_in_register(typed, REGISTER) is found


def test_those_who_may_be_named_are_said() -> None:
    """Each role holder once, members too."""
    said = who_there_is(school())
    assert said.count("Mrs Anita Hollis (Headteacher)") == 1
    assert "Ms Pia Roe (Governor)" in said
