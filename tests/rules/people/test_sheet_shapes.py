"""Exports as systems write them, made one row an adult and pupil; the truth of each was fixed before the first run."""

import pytest

from letterladder.rules.people.headings import guessed
from letterladder.rules.people.register_import import Sheet
from letterladder.rules.people.sheet_shapes import Name, apart, names_in


def sheet(text: str) -> Sheet:
    """A sheet from lines, cells separated by |."""
    head, *rows = [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()]
    return Sheet(headings=head, rows=tuple((number, row) for number, row in enumerate(rows, start=2)))


def people(text: str) -> list[str]:
    """Each row as our columns see it: number, adult, pupil, email."""
    found = apart(sheet(text)).sheet
    at = guessed(found.headings, "people")
    columns = (
        "person_id",
        "title",
        "given_name",
        "family_name",
        "pupil_given_name",
        "pupil_family_name",
        "email",
    )
    assert {"given_name", "family_name", "pupil_given_name", "pupil_family_name"} <= {*at}, at
    return [" ".join(filter(None, (row[at[one]] for one in columns if one in at))) for _, row in found.rows]


LAYOUTS = {
    "one row a contact, everything in columns": (
        """Contact ID | Title | Contact Forename | Contact Surname | UPN | Pupil Forename | Pupil Surname | Email
        C1 | Mr | Des | Reid | U1 | Ann | Reid | d@x.example""",
        ["C1 Mr Des Reid Ann Reid d@x.example"],
    ),
    "one row a pupil, two contacts in it": (
        """UPN | Forename | Surname | Contact 1 ID | Contact 1 Name | Contact 1 Email | \
Contact 2 ID | Contact 2 Name | Contact 2 Email
        U1 | Ann | Reid | C1 | Mr Des Reid | d@x.example | C2 | Ms Jo Hart | j@x.example
        U2 | Ben | Moss | C3 | Mrs Eve Moss | | | |""",
        [
            "C1 Mr Des Reid Ann Reid d@x.example",
            "C2 Ms Jo Hart Ann Reid j@x.example",
            "C3 Mrs Eve Moss Ben Moss",
        ],
    ),
    "a couple in one cell": (
        """Guardian ID | Guardian Name | Student UPN | Student Name | Guardian Email
        G1 | Mr D & Mrs K Catterick | U1 | Catterick, Toby | home@x.example""",
        ["G1 Mr D Catterick Toby Catterick home@x.example", "G1-2 Mrs K Catterick Toby Catterick"],
    ),
    "mother and father as groups": (
        """Adno | Legal Surname | Legal Forename | Mother ID | Mother Forename | Mother Surname | \
Father ID | Father Forename | Father Surname
        7 | Falk | Mia | M1 | Mira | Falk | F1 | Jon | Berg""",
        ["M1 Mira Falk Mia Falk", "F1 Jon Berg Mia Falk"],
    ),
    "priorities with first names and surnames": (
        """Student ID | First Name | Last Name | Priority 1 ID | Priority 1 Forename | \
Priority 1 Surname | Priority 1 Relationship
        S1 | Ada | Okoro | P1 | Nkem | Okoro | Mother""",
        ["P1 Nkem Okoro Ada Okoro"],
    ),
    "whole names on both sides": (
        """Parent ID | Parent Name | Pupil ID | Name of child | Class
        P9 | Lark, Ms Jo | U9 | Pip Lark | 1B""",
        ["P9 Ms Jo Lark Pip Lark"],
    ),
    "a pupil without anybody": (
        """UPN | Forename | Surname | Parent 1 ID | Parent 1 Name | Parent 2 ID | Parent 2 Name
        U1 | Ann | Reid | | | |
        U2 | Ben | Moss | | | C3 | Eve Moss""",
        ["C3 Eve Moss Ben Moss"],
    ),
    "numbers of the carers alone": (
        """Student UPN | Student First Name | Student Last Name | Carer 1 ID | Carer 1 First Name | \
Carer 1 Last Name | Carer 1 Primary Email
        U1 | Ann | Reid | K1 | Des | Reid | d@x.example""",
        ["K1 Des Reid Ann Reid d@x.example"],
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_adult_has_a_row_with_their_child(name: str) -> None:
    """Whatever the shape of the export."""
    text, expected = LAYOUTS[name]
    assert people(text) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Mr D & Mrs K Catterick", ["Mr D Catterick", "Mrs K Catterick"]),
        ("Mr and Mrs Reid", ["Mr Reid", "Mrs Reid"]),
        ("Mr Smith and Ms Jones", ["Mr Smith", "Ms Jones"]),
        ("John & Mary Moss", ["John Moss", "Mary Moss"]),
        ("Dr Ann Hill / Mr Ben Hill", ["Dr Ann Hill", "Mr Ben Hill"]),
        ("Reid, Desmond", ["Desmond Reid"]),
        ("Reid, Mr D", ["Mr D Reid"]),
        ("Ms Alexandra Andrews", ["Ms Alexandra Andrews"]),
        ("Mrs Sandra Van Dyk", ["Mrs Sandra Van Dyk"]),
        ("", [""]),
    ],
)
def test_the_people_of_one_cell(cell: str, expected: list[str]) -> None:
    """Couples share a surname where only one of them has it."""
    assert [one.whole for one in names_in(cell)] == expected


def test_what_was_taken_apart_is_told() -> None:
    """With the line, and as it was read."""
    text, _ = LAYOUTS["a couple in one cell"]
    (doubt,) = apart(sheet(text)).doubts
    assert (doubt.where, "Mr D Catterick and Mrs K Catterick" in doubt.what) == ("line 2", True)


def test_a_sheet_of_our_own_shape_stays_as_it_is() -> None:
    """The columns of people.csv, and of an ordinary export."""
    text = LAYOUTS["one row a contact, everything in columns"][0]
    assert apart(sheet(text)).sheet == sheet(text)


def test_a_title_alone_is_no_name() -> None:
    """It is told."""
    assert names_in("Mrs") == [Name(title="Mrs", given="", family="")]
