"""Nobody is shown a case about themselves or their family; the head none that was put to the alternate."""

import pytest
from cast import a_case, a_school, an_adult, opened, reported, triaged
from msgspec.structs import replace as changed

from letterladder.ground.values import replace
from letterladder.rules.cases.case import Case
from letterladder.rules.cases.hidden import IN_CHARGE, hidden_from, why_hidden
from letterladder.rules.people.people import Adult, PeopleRegister, Pupil
from letterladder.rules.people.school import Person, School

RUBY = Pupil(pupil_id="P1", given_name="Ruby", family_name="Stott", school_class="4K")
CAROL = an_adult(
    person_id="A9",
    title="Mrs",
    given_name="Carol",
    family_name="Binns",
    email="OFFICE@larkfield.example",
    address=("2 Mill Lane", "Wexmoor"),
    relationships={"P9": "Mother"},
)
GAVIN = an_adult()


def case(**more: object) -> Case:
    """The case about Mr Stott, father of Ruby."""
    return a_case(opened(), reported(), triaged(**more))


def hidden(*adults: Adult, role: str = "office", school: School | None = None, of: Case | None = None) -> str:
    """Why the holder of this role is not shown it."""
    school = school or a_school()
    register = PeopleRegister(adults={one.person_id: one for one in adults}, pupils={"P1": RUBY})
    return why_hidden(of or case(), school.people[role], school, register)


@pytest.mark.parametrize(
    ("expected", "changes"),
    [
        ("", {}),
        ("it is about somebody at your address", {"address": ("17  Tanner's row", "WEXMOOR", "ZZ99 2XB")}),
        ("it is about your family", {"relationships": {"P1": "Aunt"}}),
        ("", {"address": ("17 Tanner's Row", "Wexmoor", "ZZ99 2XB"), "email": "another@mail.example"}),
    ],
)
def test_family_is_told_by_address_and_by_child(expected: str, changes: dict[str, object]) -> None:
    """The register says who lives where and whose child it is; an address is compared as people write it."""
    assert hidden(GAVIN, replace(CAROL, **changes)) == expected


def test_nobody_is_shown_a_case_about_themselves() -> None:
    """By their email address, whatever its letters' case; or, where they are written down as staff, by their name."""
    assert hidden(replace(CAROL, person_id="A1")) == "it is about you"
    as_staff = replace(CAROL, person_id="A1", email="", flags=frozenset({"staff"}))
    assert hidden(as_staff) == "it is about you"
    assert hidden(replace(as_staff, flags=frozenset())) == ""
    assert hidden(replace(CAROL, person_id="A1"), role="dsl") == ""


def test_a_child_of_the_same_home_is_family() -> None:
    """The case is about the other parent of the child who lives with somebody at the visitor's address."""
    partner = replace(GAVIN, person_id="A8", email="p@mail.example", address=CAROL.address)
    assert hidden(GAVIN, CAROL, partner) == "it is about your family"


@pytest.mark.parametrize("related", ["A1", "P1"])
def test_related_hides_by_the_ids_of_the_register(related: str) -> None:
    """What no register knows, an aunt or a former partner, the school notes; it counts for that person alone."""
    school = a_school()
    noted: dict[str, Person] = {
        **school.people,
        "office": replace(school.people["office"], related=(related,)),
    }
    school = replace(school, people=noted)
    assert hidden(GAVIN, school=school) == "it is about somebody related to you"
    assert hidden(GAVIN, school=school, role="head") == ""


def test_the_head_is_not_shown_what_was_put_to_the_alternate() -> None:
    """Target or witness: the alternate decides, and the head reads nothing; the others go on."""
    put = case(alternate=True)
    assert "alternate" in hidden(GAVIN, role="head", of=put)
    assert hidden(GAVIN, role="head") == ""
    assert hidden(GAVIN, role="dsl", of=put) == hidden(GAVIN, role="alternate", of=put) == ""


def test_a_case_is_not_hidden_from_the_head_where_nobody_stands_in() -> None:
    """Without an alternate of another name and address somebody must still see it."""
    school = a_school()
    alone = {role: one for role, one in school.people.items() if role != "alternate"}
    put = case(alternate=True)
    assert hidden(GAVIN, role="head", of=put, school=replace(school, people=alone)) == ""
    twice = {**alone, "alternate": replace(school.people["head"], role="Chair")}
    assert hidden(GAVIN, role="head", of=put, school=replace(school, people=twice)) == ""


def alleged(*names: str) -> Case:
    """A case with an email that alleges something of these people."""
    return a_case(opened(), changed(reported(), mail="ab", named=list(names)), triaged())


@pytest.mark.parametrize("role", ["dsl", "head", "office"])
def test_nobody_is_shown_what_an_email_on_it_alleges_of_them(role: str) -> None:
    """Each of them by name; to the others it is shown."""
    school = a_school()
    of = alleged(school.people[role].name)
    assert hidden(GAVIN, role=role, of=of) == "it names you in what is said of staff"
    assert hidden_from(of, school, PeopleRegister()) == {school.people[role].email.casefold()}


def test_a_case_that_names_everybody_in_charge_is_hidden_from_none_of_them() -> None:
    """Somebody must see it."""
    school = a_school()
    names = [school.people[role].name for role in IN_CHARGE if role in school.people]
    assert hidden_from(alleged(*names), school, PeopleRegister()) == frozenset()
    assert hidden_from(alleged(*names[1:]), school, PeopleRegister()) != frozenset()
