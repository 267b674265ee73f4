"""A report mentions a member of staff where it names one that the school knows, and nowhere else."""

import pytest
from cast import an_adult

from letterladder.ground.values import replace
from letterladder.rules.people.people import Adult
from letterladder.rules.people.staff_spoken import staff_names, staff_places
from letterladder.rules.texts.names import fold

STAFF = ("Mr Colin Lowell", "Beth Aldous", "Miss Zoë Müller-Hart", "Mr Dan Best", "Coach Ed")
MOTHER = replace(an_adult(), person_id="A2", title="Mrs", given_name="Dawn", family_name="Lowell")
FATHER = replace(an_adult(), person_id="A3", title="Mr", given_name="Roy", family_name="Lowell")


def spoken_of(text: str, *adults: Adult, meant: tuple[str, ...] = ()) -> list[str]:
    """The words of the text that name staff, of a school with these parents."""
    folded = fold(text)
    names = staff_names(STAFF, adults, frozenset(meant))
    return [folded.written(start, end) for start, end in staff_places(folded, names)]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["Mr Lowell"], "Mr Lowell is a clown"),
        (["Mr. Lowell"], "that Mr. Lowell, again"),
        (["Colin Lowell"], "about Colin Lowell"),
        (["C. Lowell"], "about C. Lowell"),
        (["Lowell’s"], "in Lowell’s class"),
        (["Lowell"], "Useless Lowell"),
        (["Miss Aldous"], "that stupid Miss Aldous"),
        (["Mrs Aldous"], "that stupid Mrs Aldous"),
        (["Mr Aldous"], "that stupid Mr Aldous"),
        (["Ms Mueller-Hart"], "Ms Mueller-Hart shouted"),
        ([], "Mrs Lowell from number nine"),
        ([], "Sandra said Ross Lowell posted it"),
        ([], "Mrs Tolliver is a witch"),
        ([], "Mr Lowell-Finch is a clown"),
        ([], "it is best for all"),
        (["Mr Best"], "Mr Best is the best"),
        ([], "Facebook\n\n“Mrs Lowell is a clown”"),
        (["Mr Lowell"], "Facebook\n\n“Mr Lowell is a clown”"),
        ([], "Mr Lowell’s wife is a clown"),
        ([], "that Mr Aldous’s brother, Mr Lowells son"),
        (["Lowell’s"], "Lowell’s lesson was a joke"),
        ([], ""),
    ],
)
def test_a_name_the_school_knows(expected: list[str], text: str) -> None:
    """Title, given name and family name may not contradict; a plain word that is also a name is a plain word."""
    assert spoken_of(text) == expected


@pytest.mark.parametrize(
    ("expected", "text", "parent"),
    [
        (["Mr Lowell"], "Mr Lowell is a clown", MOTHER),
        ([], "Mrs Lowell is a clown", MOTHER),
        ([], "Mr Lowell is a clown", FATHER),
        ([], "Lowell is a clown", FATHER),
        (["Colin Lowell"], "Colin Lowell is a clown", FATHER),
        ([], "Roy Lowell is a clown", FATHER),
    ],
)
def test_a_parent_of_the_same_name_is_not_taken_for_staff(
    expected: list[str], text: str, parent: Adult
) -> None:
    """Where both could be meant, only the whole name tells."""
    assert spoken_of(text, parent) == expected


def test_a_parent_who_works_here_is_staff_unless_they_posted() -> None:
    """The register's flag makes one person both; as the poster they are the adult."""
    duffy = replace(an_adult("staff"), given_name="Anne-Marie", family_name="Duffy", title="Mrs")
    assert spoken_of("Mrs Duffy is a clown", duffy) == ["Mrs Duffy"]
    assert spoken_of("Mrs Duffy is a clown", duffy, meant=("A1",)) == []
