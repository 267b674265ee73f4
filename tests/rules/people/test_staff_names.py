"""A typed name is one of the school's people, or nobody's."""

import pytest
from cast import a_school

from letterladder.rules.people.school import Person
from letterladder.rules.people.staff_names import is_named, names_person, roles_of

HEAD = Person(name="Mrs Anita Hollis", role="Headteacher", email="a.hollis@larkfield.example")


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        (True, "Mrs Anita Hollis"),
        (True, "mrs hollis"),
        (True, "Anita Hollis"),
        (True, "A. Hollis"),
        (True, "Ms Hollis"),
        (True, "A.Hollis@Larkfield.example"),
        (True, "a.hollis@larkfield.example by email"),
        (False, "Mr Hollis"),
        (False, "Anita"),
        (False, "B. Hollis"),
        (False, "Beth Hollis"),
        (False, "Mr Desmond Catterick"),
        (False, "Mrs Hollis-Ward"),
        (False, "root"),
        (False, ""),
    ],
)
def test_a_name_is_taken_whole(expected: bool, typed: str) -> None:
    """The family name must be there, and nothing that is somebody else's."""
    assert is_named(typed, HEAD) is expected


def test_a_person_has_all_their_roles() -> None:
    """One address in two roles is one person."""
    people = {**a_school().people, "chair": a_school().people["head"]}
    assert roles_of("Mrs Hollis", people) == {"head", "chair"}
    assert roles_of("Mr Desmond Catterick", people) == frozenset()


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "Mrs Anita Hollis, Headteacher"),
        (True, "reviewed by A. Hollis or Anita Hollis"),
        (True, "Headteacher"),
        (True, "The head teacher"),
        (True, "the Head"),
        (True, "the Head Teacher of Larkfield"),
        (False, "a governor who is not the head"),
        (False, "Deputy Headteacher"),
        (False, "Mr Hollis, governor"),
        (False, "Mr Peter Quayle, Deputy Headteacher"),
        (False, ""),
    ],
)
def test_a_line_of_words_names_a_person(expected: bool, text: str) -> None:
    """As an office writes it into a letter."""
    assert names_person(text, HEAD) is expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "Chair of Governors"),
        (True, "the Chair of Governors of Larkfield"),
        (True, "the chair of gover nors"),
        (False, "Chair of the parents' group"),
        (False, "Chair"),
    ],
)
def test_an_office_of_several_words_names_whoever_holds_it(expected: bool, text: str) -> None:
    """All its words, and no more of them than it has but one."""
    chair = Person(name="Mr Leo Binns", role="Chair of Governors", email="chair@larkfield.example")
    assert names_person(text, chair) is expected
