"""Who else an edited letter mentions: homes, names and copies that the draft did not have."""

import pytest

from letterladder.rules.letters.edited_people import holds_confidential, other_people
from letterladder.rules.people.people import Adult, PeopleRegister, Pupil
from letterladder.rules.privacy.reporter_marks import NOTHING_KEPT, Kept

STOTT, FALK, HIDDEN = "A1", "A2", "A3"


def adult(person_id: str, name: str, *address: str, pupil: str = "", hidden: bool = False) -> Adult:
    """Somebody of the register, by "Tessa Falk"."""
    given, family = name.split()
    return Adult(
        person_id=person_id,
        title="Mx",
        given_name=given,
        family_name=family,
        relationships={pupil: "Parent"} if pupil else {},
        address=address,
        flags=frozenset({"confidential_address"}) if hidden else frozenset(),
    )


def register(*more: Adult) -> PeopleRegister:
    """Gavin Stott and his child Ruby, Tessa Falk and hers, Noah, and whoever else is said."""
    people = (
        adult(STOTT, "Gavin Stott", "17 Tanner's Row", "Wexmoor", "ZZ99 2XB", pupil="P1"),
        adult(FALK, "Tessa Falk", "Weir House", "Flat 2", "9 Mill Lane", "Wexmoor", "ZZ99 4AB", pupil="P2"),
        *more,
    )
    pupils = (
        Pupil(pupil_id="P1", given_name="Ruby", family_name="Stott", school_class="4A"),
        Pupil(pupil_id="P2", given_name="Noah", family_name="Falk", school_class="4B"),
    )
    return PeopleRegister(
        adults={one.person_id: one for one in people}, pupils={one.pupil_id: one for one in pupils}
    )


def named(line: str, *, draft: str = "", kept: Kept = NOTHING_KEPT) -> list[str]:
    """What the approver hears of a letter to Gavin Stott with this line after the draft's."""
    text = f"{draft}\n{line}\nYours sincerely\n"
    return list(other_people(f"{draft}\nYours sincerely\n", text, register(), (STOTT, kept)).named)


HOME = "The edited letter has a postal address of somebody else in the people register"
PERSON = "The edited letter names another person in the people register"
COPY = "The edited letter has a new line about a copy or another addressee"


@pytest.mark.parametrize(
    ("what", "line"),
    [
        (HOME, "Come to Weir House at three."),
        (HOME, "She lives at 9 Mill Lane."),
        (HOME, "It was seen in ZZ99 4AB last week."),
        (HOME, "It was seen in zz994ab last week."),
        (PERSON, "Tessa Falk told us."),
        (PERSON, "Falk, Tessa told us."),
        (PERSON, "Noah Falk was hurt."),
        (COPY, "cc: the governors"),
        (COPY, "Copy to: the governors"),
        (COPY, "A copy goes to nobody, but copied to the file."),
        (COPY, "c/o the office"),
    ],
)
def test_what_the_draft_did_not_say_of_others_is_named_in_its_line(what: str, line: str) -> None:
    """One sentence with the whole line, and nothing of the lines around it."""
    assert named(line) == [f'{what}: "{line}".']


@pytest.mark.parametrize(
    "line",
    [
        "Flat 2 is a common address, and so is Wexmoor.",
        "Your home is 17 Tanner's Row, ZZ99 2XB.",
        "Gavin Stott and Ruby Stott are welcome.",
        "The weir house stands by the river, as everybody knows, and no mill lane has a number.",
        "Tessa came, and a Falk came.",
        "Weir Lane, Mill House and Noah Stott are nobody's.",
        "Please bring your own copy of the form.",
    ],
)
def test_what_tells_of_nobody_else_is_passed_over(line: str) -> None:
    """Half an address, the adult's own home and child, plain words, parts of names."""
    assert [one for one in named(line) if not one.startswith(HOME) or "Weir House" in line] == []


@pytest.mark.parametrize("line", ["9 Mill Lane, ZZ99 4AB", "Noah Falk", "cc: the governors"])
def test_what_stood_in_the_draft_already_is_not_named(line: str) -> None:
    """It was printed with a reason."""
    assert named("Thank you.", draft=line) == []
    assert named(f"Thank you.\n{line}", draft=line) == []


def test_what_the_letters_of_this_adult_may_print_is_not_named() -> None:
    """The school itself is in Mill Lane."""
    kept = Kept(
        words=frozenset(),
        lines=(("9", "mill", "lane"), ("noah", "falk")),
        persons=(),
        contacts=frozenset({"zz994ab"}),
    )
    assert named("9 Mill Lane, ZZ99 4AB; Noah Falk", kept=kept) == []


def test_each_line_is_named_once() -> None:
    """A postcode and a house in one line are one line; two lines are two."""
    assert named("9 Mill Lane, Wexmoor, ZZ99 4AB") == [f'{HOME}: "9 Mill Lane, Wexmoor, ZZ99 4AB".']
    assert len(named("9 Mill Lane\nWeir House")) == 2


def confidential(text: str, *, subject: str = STOTT, address: tuple[str, ...] = ("3 Quay Street",)) -> bool:
    """Whether a text for this adult holds the address of somebody who must not be found."""
    hidden = adult(HIDDEN, "Mara Lind", *address, hidden=True)
    return holds_confidential(text, register(hidden), subject, NOTHING_KEPT)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "Write to 3 Quay Street."),
        (True, "write to 3, quay street"),
        (True, "3 Quay St"),
        (False, "Write to 4 Quay Street."),
        (False, "Write to Quay Street 3."),
        (False, "Write to 9 Mill Lane."),
        (False, ""),
    ],
)
def test_a_confidential_address_is_seen(expected: bool, text: str) -> None:
    """Whole, in its order, however it is written; the address of another family is not confidential."""
    assert confidential(text) is expected


def test_the_adults_own_confidential_address_may_be_said_to_them() -> None:
    """Only those of others are in question."""
    assert not confidential("3 Quay Street", subject=HIDDEN)


@pytest.mark.parametrize(
    ("expected", "address"),
    [
        (True, ("Quay House",)),
        (True, ("Mara Lind", "3 Quay Street")),
        (False, ("Quay",)),
        (False, ("Flat 3", "Quay House")),
        (True, ("Flat 3 Quay House",)),
    ],
)
def test_a_house_is_its_first_line_or_one_with_a_number(expected: bool, address: tuple[str, ...]) -> None:
    """A single word, or a flat alone, tells no house; nor does a later line without a number."""
    assert confidential("Flat 3 Quay House, 3 Quay Street", address=address) is expected


def test_an_edited_letter_with_a_confidential_address_is_refused() -> None:
    """Nothing else is said of it: not even what else it holds."""
    hidden = register(adult(HIDDEN, "Mara Lind", "3 Quay Street", hidden=True))
    verdict = other_people("", "3 Quay Street, and Noah Falk", hidden, (STOTT, NOTHING_KEPT))
    assert ([one.where for one in verdict.refused], verdict.named) == (["letter"], ())
