"""The register by words: only those are asked about whom the words may mean, and the work does not grow with it."""

import pytest
from made_reports import REGISTER, report, shipped_policy
from steps import steps_of

from letterladder.ground.values import replace
from letterladder.rules.people.by_word import adults_like, families_by_word, pupils_like, pupils_of_register
from letterladder.rules.people.people import Adult, PeopleRegister, Pupil, per_register
from letterladder.rules.reports.triage import triage
from letterladder.rules.texts.names import fit_name, words_of

TEXT = (
    "Dear all,\n\nZoe Quill's dad came to the gate and shouted at Mr Hobb. He posted it on Facebook.\n\n"
    "He said he knows where we live, 12 Mill Lane. Please call me.\n\nAda"
)
NAMES = (
    "",
    "Zoë",
    "Z Quill",
    "quill",
    "O'Brien Anne-Marie",
    "anne marie obrien",
    "Müller",
    "Mueller J",
    "X Y Z",
    "Q",
)


def with_strangers(count: int) -> PeopleRegister:
    """The register of these tests and so many adults and pupils whom no email names."""
    adults, pupils = dict(REGISTER.adults), dict(REGISTER.pupils)
    for number in range(count):
        name = f"{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}".capitalize()
        pupil, adult = f"SP{number}", f"SA{number}"
        pupils[pupil] = Pupil(
            pupil_id=pupil, given_name=f"Xx{name}", family_name=f"Zz{name}", school_class="1Z"
        )
        adults[adult] = Adult(
            person_id=adult,
            title="Ms",
            given_name=f"Yy{name}",
            family_name=f"Zz{name}",
            relationships={pupil: "Mother"},
            address=(f"{number + 100} Xylo Road",),
            email=f"{adult}@x.example",
        )
    return replace(REGISTER, adults=adults, pupils=pupils)


def test_an_email_costs_as_much_with_a_large_register() -> None:
    """Two hundred strangers more are no work; but for nearly equal names, which are compared in C."""
    few, many, policy = with_strangers(20), with_strangers(420), shipped_policy()
    for register in (few, many):
        triage(report("Hello"), register, policy, {})
    took = [steps_of(lambda one=one: triage(report(TEXT), one, policy, {})) for one in (few, many)]  # type: ignore[misc]
    assert took[1] < 2 * took[0]


@pytest.mark.parametrize("typed", NAMES)
def test_whoever_fits_is_among_those_asked(typed: str) -> None:
    """Titles, spellings, initials and parts of names: nobody is left out whom the old way round would have found."""
    adult = Adult(person_id="A", title="", given_name="x", family_name="y", relationships={}, address=())
    people = [
        ("Zoë", "Quill"),
        ("Anne-Marie", "O'Brien"),
        ("Jürgen", "Müller"),
        ("Ann", "Quill-Hart"),
        ("", "Q"),
    ]
    adults = {
        str(place): replace(adult, person_id=str(place), given_name=given, family_name=family)
        for place, (given, family) in enumerate(people)
    }
    words = words_of(typed)
    fits = [one for one in adults.values() if fit_name(words, one.given_name, one.family_name)]
    asked = adults_like(words, PeopleRegister(adults=adults))
    assert [one for one in asked if one in fits] == fits


def test_pupils_are_found_by_their_given_name_and_its_owner() -> None:
    """In the register's order."""
    pupils = {
        number: Pupil(pupil_id=number, given_name=given, family_name="Quill", school_class="1A")
        for number, given in (("1", "Zoë"), ("2", "Anne-Marie"), ("3", "Ben"))
    }
    register = PeopleRegister(pupils=pupils)
    named = pupils_of_register(register).named_by(["bens", "anne", "zoe"])
    assert [one.pupil_id for one in named] == ["1", "2", "3"]
    assert [one.pupil_id for one in pupils_like(["b"], register)] == ["3"]


def test_family_names_of_two_words_need_both() -> None:
    """And a name without any letter is said by every sentence, as it always was."""
    found = families_by_word(["Quill", "Van Dyke", "---"])
    assert found.among({"dyke", "quill"}) == ["Quill", "---"]
    assert found.among({"dyke", "van"}) == ["Van Dyke", "---"]


def test_what_is_made_of_a_register_is_made_once_for_it() -> None:
    """And again for another one, though it be equal."""
    made: list[PeopleRegister] = []
    make = per_register(lambda one: made.append(one) or len(made))  # type: ignore[func-returns-value]
    first, second = PeopleRegister(), PeopleRegister()
    assert [make(first), make(first), make(second), make(first)] == [1, 1, 2, 1]
