"""What a letter calls the adult's child."""

from collections.abc import Mapping

import pytest
from cast import PUPIL, TODAY, a_case, a_school, an_adult, opened, reported, triaged

from letterladder.ground.values import replace
from letterladder.rules.letters.child_words import one_child, your_child
from letterladder.rules.letters.letter_fields import case_fields

SPOKEN: list[tuple[Mapping[str, str], str]] = [
    ({"P1": "Father"}, "your child"),
    ({"P1": "Mother", "P2": "Mother"}, "your children"),
    ({"P1": "Step-mother"}, "your child"),
    ({"P1": "Grandmother"}, "your grandchild"),
    ({"P1": "Nan", "P2": "Nan"}, "your grandchildren"),
    ({"P1": "Grandmother (carer)"}, "your grandchild"),
    ({"P1": "Foster carer"}, "the child in your care"),
    ({"P1": "Foster father"}, "the child in your care"),
    ({"P1": "Legal guardian", "P2": "Carer"}, "the children in your care"),
    ({"P1": "Mother's partner"}, "the child in your family"),
    ({"P1": "Aunt", "P2": "Aunt"}, "the children in your family"),
    ({"P1": "Great-grandmother"}, "the child in your family"),
    ({"P1": "Childminder"}, "the child in your care"),
    ({"P1": "Father", "P2": "Foster carer"}, "your child and the child in your care"),
    ({"P1": "Father", "P2": "Father", "P3": "Grandfather"}, "your children and your grandchild"),
    ({"P1": "Contact 2"}, "any child in your family"),
    ({"P1": "Father", "P2": "Neighbour"}, "any child in your family"),
    ({}, "any child in your family"),
]


@pytest.mark.parametrize(("relationships", "expected"), SPOKEN)
def test_the_child_is_named_by_number_and_relationship(
    relationships: Mapping[str, str], expected: str
) -> None:
    """By the register's word for each; where one tells nothing, in words that are true of all."""
    assert your_child(an_adult(relationships=relationships), relationships) == expected


def test_only_the_pupils_of_the_letter_count() -> None:
    """A sibling who has left the school is in the register of the adult alone."""
    assert your_child(an_adult(relationships={"P1": "Mother", "P9": "Mother"}), ["P1"]) == "your child"


POSTED: list[tuple[Mapping[str, str], tuple[str, ...], str]] = [
    ({"P1": "Father"}, ("P1",), "your child"),
    ({"P1": "Father", "P2": "Father"}, ("P2",), "your child"),
    ({"P1": "Father", "P2": "Father"}, ("P1", "P2"), "one of your children"),
    ({"P1": "Father", "P2": "Father"}, (), "one of your children"),
    ({"P1": "Grandmother"}, (), "your grandchild"),
    ({"P1": "Foster carer", "P2": "Foster carer"}, (), "one of the children in your care"),
    ({"P1": "Father", "P2": "Foster carer"}, (), "a child in your family"),
    ({"P1": "Contact 2"}, ("P1",), "a child in your family"),
]


@pytest.mark.parametrize(("relationships", "linked", "expected"), POSTED)
def test_the_child_who_posted_it_is_one(
    relationships: Mapping[str, str], linked: tuple[str, ...], expected: str
) -> None:
    """The one that the case is linked to, or one of several."""
    assert one_child(an_adult(relationships=relationships), linked) == expected


def test_the_letter_has_both() -> None:
    """Two children of different classes, one of whom posted it."""
    case = a_case(opened(), reported(poster="pupil"), triaged(pupils=["P2"]))
    adult = an_adult(relationships={"P1": "Grandmother", "P2": "Grandmother"})
    school = a_school()
    step = school.policy.steps["L1"]
    pupils = [PUPIL, replace(PUPIL, pupil_id="P2", given_name="Sam", school_class="1B")]
    fields = case_fields(case, school, step, adult=adult, pupils=pupils, today=TODAY)
    assert (fields["your_child"], fields["poster"]) == ("your grandchildren", "your grandchild")
