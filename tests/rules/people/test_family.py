"""Whether a proposed adult is of the family of the child that an email is about."""

import pytest
from cast import an_adult

from letterladder.rules.people.family import children_named, is_of_family
from letterladder.rules.people.people import Adult, PeopleRegister, Pupil

RUBY = Pupil(pupil_id="P1", given_name="Ruby", family_name="Stott", school_class="4K")
ANNA = Pupil(pupil_id="P2", given_name="Anna-May", family_name="O'Neill", school_class="2A")
GAVIN = an_adult()
AUNT = an_adult(person_id="A2", given_name="Jean", relationships={}, email="")
NEIGHBOUR = an_adult(person_id="A3", relationships={"P2": "Mother"}, address=("1 Weir Street", "Wexmoor"))
NOWHERE = an_adult(person_id="A4", relationships={}, address=())
HOMELESS = an_adult(person_id="A5", relationships={"P1": "Father"}, address=())
PEOPLE = PeopleRegister(
    adults={one.person_id: one for one in (GAVIN, AUNT, NEIGHBOUR, NOWHERE)}, pupils={"P1": RUBY, "P2": ANNA}
)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ({"P1"}, "What he did to ruby STOTT, yesterday."),
        ({"P1", "P2"}, "Ruby Stott and Anna-May O'Neill"),
        (set(), "Ruby, and Mr Stott"),
        (set(), "Rubyx Stotting"),
    ],
)
def test_a_child_is_named_by_the_whole_name(expected: set[str], text: str) -> None:
    """However it is written; half a name names nobody."""
    assert children_named(text, PEOPLE) == expected


@pytest.mark.parametrize(
    ("expected", "adult"),
    [(True, GAVIN), (True, AUNT), (True, HOMELESS), (False, NEIGHBOUR), (False, NOWHERE)],
)
def test_family_is_by_the_register_or_by_the_address(expected: bool, adult: Adult) -> None:
    """An aunt who lives in the same house is; somebody without an address is not."""
    assert is_of_family(adult, frozenset({"P1"}), PEOPLE) is expected


def test_without_a_child_nobody_is_of_the_family() -> None:
    """Then nothing is marked."""
    assert not is_of_family(GAVIN, frozenset(), PEOPLE)
