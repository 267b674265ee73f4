"""Names as people write them: how each is spelled, bent, shortened, misspelled and known again stays as it is."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from cast import a_school, an_adult
from whole_answers import Marks

from letterladder.rules.mails.look_alikes import skeleton
from letterladder.rules.people.by_word import adults_by_word, adults_like, pupils_like, pupils_of_register
from letterladder.rules.people.people import Adult, PeopleRegister, Pupil
from letterladder.rules.people.school import Person
from letterladder.rules.people.searching import search_adults
from letterladder.rules.people.staff_names import is_named, names_person, roles_of
from letterladder.rules.people.staff_spoken import staff_of_register, staff_places
from letterladder.rules.privacy.name_forms import family_spellings, given_forms, plurals
from letterladder.rules.privacy.named_in import ways_of, ways_typed
from letterladder.rules.privacy.passages import hashed_words, names_kept, places_of_words
from letterladder.rules.privacy.pet_names import pet_names
from letterladder.rules.privacy.plain_names import street_word
from letterladder.rules.privacy.readings import other_readings, words_read
from letterladder.rules.privacy.redaction import Term
from letterladder.rules.privacy.reporter_traits import full_names
from letterladder.rules.privacy.streets import street_forms
from letterladder.rules.texts.names import (
    fit_name,
    fold,
    is_relation,
    relation_in,
    spellings,
    title_of,
    words_of,
)
from letterladder.rules.texts.short_names import short_forms
from letterladder.rules.words import Why

PEOPLE = (
    ("Mrs", "Beth", "Aldous"),
    ("Mr", "Ned", "Farrow"),
    ("Ms", "Änne", "Weiß-Bright"),
    ("Mr", "Kofi", "Osei"),
    ("Mrs", "Oluwaseun", "Adeyemi"),
    ("Dr", "Uma", "O'Dell"),
    ("Mr", "José María", "Núñez-Pardo"),
    ("Mrs", "Beata", "Zawadzka"),
    ("Mr", "Marek", "Zawadzki"),
    ("Ms", "Siân", "ap Rhys"),
    ("Mr", "Mohammed", "bin Yusuf"),
    ("Mrs", "Xiu", "Li"),
    ("Mr", "Will", "May"),
    ("Ms", "Rose", "Hill"),
    ("Mr", "Thomas", "de la Cruz"),
    ("Mrs", "Elizabeth", "St John"),
    ("", "Bo", "Ng"),
    ("Mx", "Robin", "Beck"),
    ("Mrs", "Katarzyna", "Wójcik"),
    ("Mr", "Piotr", "Kowalczyk"),
    ("Mr", "Ian", "MacLeod"),
    ("Mrs", "Grace", "Fitzgerald-Jones"),
    ("Mr", "Jean-Luc", "Étienne"),
    ("Ms", "Aoife", "Ní Bhriain"),
)
STREETS = (
    "17 Tanner's Row",
    "Flat 2, 9 Larkhill Close",
    "14 Canal Row",
    "The Old Mill, Mill Lane",
    "3a St Mary's Rd",
)
TYPED = (
    *(f"{given} {family}" for _, given, family in PEOPLE),
    *(f"{title} {family}".strip() for title, _, family in PEOPLE),
    *(f"{family}, {given}" for _, given, family in PEOPLE[::2]),
    *(f"{given[0]}. {family}" for _, given, family in PEOPLE[::2]),
    *(given for _, given, _ in PEOPLE[::3]),
    *(f"{family}s" for _, _, family in PEOPLE[::4]),
    "Beth Aldus",
    "Ned Farow",
    "MacLoed",
    "beth.aldous@mail.example",
    "@bethaldous77",
    "nedFarrow2",
    "N3d Farrow",
    "B e t h",
    "01632 960403",
    "Mrs Beth",
    "Tess's dad",
    "the Farrows",
    "Mr and Mrs Farrow",
    "grandma of Tess",
)
ADULTS = {
    f"A{number}": Adult(
        person_id=f"A{number}",
        title=title,
        given_name=given,
        family_name=family,
        relationships={f"P{number}": ("Mother", "Father", "Carer", "Grandmother")[number % 4]},
        address=(STREETS[number % len(STREETS)], "Wexmoor", f"ZZ99 {number % 10}AB"),
        email=f"{given[0]}.{family.split()[0]}@mail.example".casefold(),
        phone=f"01632 960{number:03}",
    )
    for number, (title, given, family) in enumerate(PEOPLE)
}
PUPILS = {
    f"P{number}": Pupil(
        pupil_id=f"P{number}",
        given_name=("Tess", "Lina", "Jonah", "Mia", "Jo")[number % 5],
        family_name=family,
        school_class=f"{number % 6}K",
    )
    for number, (_, _, family) in enumerate(PEOPLE)
}
REGISTER = PeopleRegister(adults=ADULTS, pupils=PUPILS)
HOLDERS = [
    Person(name=f"{title} {given} {family}".strip(), role="Head of Year", email="x@school.example")
    for title, given, family in PEOPLE
]
STAFF = staff_of_register([one.name for one in HOLDERS[::2]], REGISTER, frozenset())


def written(typed: str) -> Mapping[str, object]:
    """Everything that is known of a name as somebody typed it."""
    words = words_of(typed)
    text = f"Yesterday {typed} wrote it, and {typed.upper()}'s friend saw {typed}."
    return {
        "words": (words, spellings(typed), title_of(words), relation_in(words), skeleton(typed)),
        "full": list(full_names(typed)),
        "fits": [
            (one.person_id, found)
            for one in ADULTS.values()
            if (found := fit_name(words, one.given_name, one.family_name))
        ],
        "like": (
            [one.person_id for one in adults_like(words, REGISTER)],
            [one.pupil_id for one in pupils_like(words, REGISTER)],
        ),
        "by word": adults_by_word(REGISTER).like(words),
        "pupils": [one.pupil_id for one in pupils_of_register(REGISTER).named_by(words)],
        "search": (
            [one.person_id for one in search_adults(typed, REGISTER, most=5)[0]],
            search_adults(typed, REGISTER, most=5)[1],
        ),
        "staff": [(is_named(typed, one), names_person(text, one)) for one in HOLDERS],
        "spoken": list(staff_places(fold(text), STAFF)),
        "roles": roles_of(typed, a_school().people),
        "ways": ways_typed(typed),
        "kept": list(names_kept(text)),
        "readings": (words_read(typed), list(other_readings(typed, words_read(typed)))),
        "hashed": list(places_of_words(words_of(text), frozenset({hashed_words(typed)}))),
        "relation": [
            is_relation(one, relation_in(words)) for one in ("Mother", "Father", "Carer", "Grandmother", "")
        ],
    }


def known(number: int) -> Mapping[str, object]:
    """Every form in which a person of the register may be named."""
    adult = ADULTS[f"A{number}"]
    given, family = adult.given_name, adult.family_name
    return {
        "given": (given_forms(given), pet_names(given), short_forms(given)),
        "family": (list(family_spellings(family)), [plurals(word) for word in words_of(family)]),
        "ways": ways_of(adult, [PUPILS[f"P{number}"]]),
        "streets": [list(street_forms(line)) for line in adult.address],
        "words": [street_word(word) for line in adult.address for word in words_of(line)],
        "term": Term(words=words_of(family), why=Why.OTHER_ADULT),
        "own": an_adult(given_name=given).full_name,
    }


NAMES = [
    *(f"{number} {name}" for number, name in enumerate(TYPED)),
    *(f"person {number}" for number in range(len(PEOPLE))),
]


def parts_of(name: str) -> Mapping[str, object]:
    """Of what was typed, or of a person."""
    number = name.split()[1] if name.startswith("person ") else ""
    return known(int(number)) if number else written(name.partition(" ")[2])


AGREED = Marks(Path(__file__).resolve().parent / "whole_names.txt", NAMES, parts_of)


@pytest.mark.parametrize("part", range(6))
def test_what_is_known_of_a_name_stays_as_agreed(part: int) -> None:
    """By letters of all kinds, initials, slips, plurals, pet names, streets; in the register and among staff."""
    for name in NAMES[part::6]:
        AGREED.hold(name)
