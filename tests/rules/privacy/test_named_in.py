"""Whether a text names somebody, and by what: the truth of each was fixed before the first run."""

import pytest

from letterladder.rules.people.people import Adult, Pupil
from letterladder.rules.privacy.named_in import How, ways_of, ways_typed

ADULT = Adult(
    person_id="A7",
    title="Mr",
    given_name="Alexander James",
    family_name="O'Brien-Hart",
    relationships={"P7": "Father"},
    address=("14 Mill Lane", "Ashby", "ZZ1 1ZZ"),
    email="Alex.Hart@letterbox.example",
    phone="01632 960155, 07700 900123",
)
CHILD = Pupil(pupil_id="P7", given_name="Niamh", family_name="Hart", school_class="2B")
WAYS = ways_of(ADULT, [CHILD])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alexander O'Brien-Hart said so.", (How.FULL,)),
        ("ALEX OBRIEN HART said so", (How.FULL,)),
        ("Sandy O’Brien Hart", (How.FULL,)),
        ("O'Brien-Hart, Alexander", (How.FULL,)),
        ("alexander james michael o'brien-hart", (How.FULL,)),
        ("Mr O'Brien-Hart was at the gate", (How.TITLE,)),
        ("Dr O'Brien-Hart was at the gate", (How.TITLE,)),
        ("Mrs O'Brien-Hart was at the gate", (How.SURNAME,)),
        ("the O'Brien-Harts", (How.SURNAME,)),
        ("a O'Brien-Hart", (How.SURNAME,)),
        ("write to alex.hart@LETTERBOX.example today", (How.EMAIL,)),
        ("ring (01632) 960 155", (How.PHONE,)),
        ("ring +44 1632 960155", (How.PHONE,)),
        ("ring 07700900123", (How.PHONE,)),
        ("ring 01632 960156", ()),
        ("the account 00163296015512345", ()),
        ("at 14, Mill Lane", (How.ADDRESS,)),
        ("at 4 Mill Lane", ()),
        ("Niamh Hart in 2B cried", (How.CHILD,)),
        ("Niamh in 2B cried", ()),
        ("Mr Hart the caretaker", ()),
        ("Alexander Brown and the O'Neills", ()),
        ("", ()),
    ],
)
def test_a_text_names_them_by_this(text: str, expected: tuple[How, ...]) -> None:
    """Spellings, short forms, titles that fit, numbers however written; and what only looks like it."""
    assert WAYS.found_in(text) == expected


def test_everything_sure_is_told_the_surest_first() -> None:
    """The surname alone adds nothing to it."""
    text = "Niamh Hart's father, Mr O'Brien-Hart of 14 Mill Lane (alex.hart@letterbox.example), the O'Brien-Harts"
    assert WAYS.found_in(text) == (How.EMAIL, How.TITLE, How.ADDRESS, How.CHILD)


def test_a_safe_address_is_not_searched_for() -> None:
    """Whoever prints the search would print it with it."""
    safe = Adult(
        person_id="A8",
        title="Ms",
        given_name="Jo",
        family_name="Lark",
        relationships={},
        address=("9 Hidden Close", "Ashby"),
        flags=frozenset({"confidential_address"}),
    )
    assert ways_of(safe).found_in("at 9 Hidden Close") == ()


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("Mr Colin Lowell", "Col Lowell and his dog", (How.FULL,)),
        ("Colin Lowell", "C. Lowell", (How.FULL,)),
        ("Colin Lowell", "Lowell", (How.SURNAME,)),
        ("Lowell", "about lowell again", (How.TYPED,)),
        ("Lowell", "about Lowells Yard", ()),
        ("beth@x.example", "From: Beth <BETH@x.example>", (How.EMAIL,)),
        ("01632 960155", "+44 (0)1632 960155", (How.PHONE,)),
        ("", "anything", ()),
    ],
)
def test_words_that_were_typed_are_searched_for(typed: str, text: str, expected: tuple[How, ...]) -> None:
    """Where nobody of the register fits them."""
    assert ways_typed(typed).found_in(text) == expected
