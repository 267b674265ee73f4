"""Somebody is looked for in the register, by whatever is known of them."""

import pytest
from cast import PUPIL, an_adult

from letterladder.rules.people.people import PeopleRegister, Pupil
from letterladder.rules.people.searching import is_number, last_digits, search_adults

ADA = Pupil(pupil_id="P2", given_name="Ada", family_name="Okoro", school_class="2A")
GAVIN = an_adult(phone="+44 1632 960111, 01632 960 222")
EMEKA = an_adult(
    person_id="A22",
    given_name="Emeka",
    family_name="Okoro",
    relationships={"P2": "Father"},
    address=("3 Canal Row", "Wexmoor"),
    email="emeka@letterbox.example",
)
STOTTS = an_adult(
    person_id="A3",
    title="Ms",
    given_name="Elizabeth",
    family_name="Hale",
    relationships={"P1": "Mother"},
    address=("1 Stott Street",),
    email="",
    phone="",
)
REGISTER = PeopleRegister(
    adults={one.person_id: one for one in (STOTTS, GAVIN, EMEKA)},
    pupils={one.pupil_id: one for one in (PUPIL, ADA)},
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", []),
        ("  ", []),
        ("gavin", ["A1"]),
        ("GAV", ["A1"]),
        ("stott gavin", ["A1"]),
        ("gavin okoro", []),
        ("avin", []),
        ("stott", ["A1", "A3"]),
        ("Ruby", ["A3", "A1"]),
        ("ruby 4K", ["A3", "A1"]),
        ("ada 2a", ["A22"]),
        ("ruby 2a", []),
        ("liz", ["A3"]),
        ("canal", ["A22"]),
        ("ZZ99", ["A1"]),
        ("emeka@letterbox.example", ["A22"]),
        (" Emeka@LETTERBOX.example ", ["A22"]),
        ("a3", ["A3"]),
        ("a2", ["A22"]),
        ("01632 960111", ["A1"]),
        ("+44 (0)1632 960222", ["A1"]),
        ("960222", []),
        ("01632 960333", []),
    ],
)
def test_every_word_begins_one_of_theirs(typed: str, found: list[str]) -> None:
    """Whose own name it is come first, then the others in the order of the register."""
    adults, count = search_adults(typed, REGISTER, most=10)
    assert ([one.person_id for one in adults], count) == (found, len(found))


@pytest.mark.parametrize(("most", "shown"), [(1, ["A1"]), (2, ["A1", "A3"]), (3, ["A1", "A3"])])
def test_so_many_are_given_back_and_all_are_counted(most: int, shown: list[str]) -> None:
    """A page says how many there are besides."""
    adults, count = search_adults("stott", REGISTER, most=most)
    assert ([one.person_id for one in adults], count) == (shown, 2)


@pytest.mark.parametrize(
    ("typed", "is_one"),
    [
        ("01632 960111", True),
        ("(01632) 960-111", True),
        ("+44.1632.960111", True),
        ("632960111", True),
        ("32960111", False),
        ("01632 960111 x", False),
        ("", False),
    ],
)
def test_nine_digits_and_nothing_else_are_a_number(typed: str, is_one: bool) -> None:
    """With what people put between them."""
    assert is_number(typed) is is_one


def test_numbers_are_compared_by_their_last_nine_digits() -> None:
    """What is dialled before them differs at home and abroad."""
    assert last_digits("+44 (0)1632 960111") == last_digits("01632 960111") == "632960111"
    assert last_digits("1234") == "1234"
