"""What a new export would change: every part of the answer, of people and of staff."""

from pathlib import Path

import pytest
from made_reports import ADULTS, REGISTER
from whole_answers import agreed

from letterladder.ground.values import replace
from letterladder.rules.people.headings import guessed
from letterladder.rules.people.people import Adult, PeopleRegister, StaffMember
from letterladder.rules.people.register_columns import PEOPLE, STAFF
from letterladder.rules.people.register_import import (
    Sheet,
    differences,
    lined_up,
    not_in_file,
    staff_differences,
)

HERE = Path(__file__).resolve().parent
HEAD = (
    *(
        "Contact ID",
        "Title",
        "Contact Forename",
        "Contact Surname",
        "Pupil ID",
        "Address",
        "Email",
        "Telephone",
    ),
    *("Pupil Forename", "Pupil Surname"),
)
ROWS = (
    ("A1", "Mr", "Ned", "Farrow", "P1", "1 Hill Road, Wexmoor, ZZ99 4AA", "n@mail.example", "01632 960100"),
    ("A2", "Mrs", "Ida", "Farrow", "P1", "Flat 2, 9 Larkhill Close, Wexmoor ZZ99 4AB", "", ""),
    (
        "A3",
        "Mr",
        "Sami",
        "Haddad",
        "P2",
        "The Lodge\nMill Lane\nWexmoor\nZZ99 4AC",
        "=1+1",
        "+44 1632 960101",
    ),
    ("A4", "Mr", "Kofi", "Osei", "P3", "9 Larkhill Close", "-k@mail.example", "-5"),
    ("A6", "Mrs", "Beata", "Zawadzka", "P5", ""),
    ("", "", "", "", "", "", "", ""),
    ("A7", "Ms", "Jo  Anne", "Beck", "P6", "ZZ99 4AD, 3 Weir Street", "@jo", "0"),
)
STAFF_HEAD = ("Name", "Role", "Email")
MEMBERS = (
    StaffMember(name="Miss Fay Pell", role="Teacher", email="f.pell@school.example"),
    StaffMember(name="Mr Ola Bright", role="Caretaker", email="", also=("Olly Bright",)),
    StaffMember(name="Mrs Uma Reed", role="", email=""),
)
AFTER = (
    StaffMember(name="miss fay pell", role="Deputy head", email="f.pell@school.example"),
    StaffMember(name="Mr Ola Bright", role="Caretaker", email="o.bright@school.example"),
    StaffMember(name="Mr Abe Lamb", role="Cook", email=""),
)


def register(*adults: Adult) -> PeopleRegister:
    """The same pupils with these adults."""
    return replace(REGISTER, adults={one.person_id: one for one in adults})


def test_rows_in_our_columns_are_told_cell_by_cell() -> None:
    """An address in one cell is several lines, a formula is a fault, kept notes stay."""
    rows = [(*row, "Tess", "Farrow") if len(row) > 6 and any(row) else row for row in ROWS]
    sheet = Sheet(headings=HEAD, rows=tuple(enumerate(rows, start=2)))
    found = lined_up(sheet, guessed(HEAD, "people"), "people", REGISTER)
    agreed(
        HERE / "rows_of_people.txt",
        {"columns": [found.columns], "rows": found.rows, "faults": found.problems},
    )


def test_rows_of_staff_are_told_in_the_columns_of_staff() -> None:
    """They have neither number nor pupil."""
    sheet = Sheet(
        headings=STAFF_HEAD, rows=((2, ("Miss Fay Pell", "Teacher", "f@x.example")), (3, ("", "", "")))
    )
    found = lined_up(sheet, guessed(STAFF_HEAD, "staff"), "staff", REGISTER)
    assert found.columns == STAFF
    assert [dict(zip(STAFF, row, strict=True))["name"] for _, row in found.rows] == ["Miss Fay Pell"]


@pytest.mark.parametrize(("kind", "columns"), [("people", PEOPLE), ("staff", STAFF)])
def test_an_empty_file_and_one_without_its_columns_are_refused(kind: str, columns: tuple[str, ...]) -> None:
    """Each kind by its own columns."""
    head = HEAD if kind == "people" else STAFF_HEAD
    empty = lined_up(Sheet(headings=head, rows=()), guessed(head, kind), kind, REGISTER)
    bare = lined_up(Sheet(headings=(), rows=()), {}, kind, REGISTER)
    agreed(HERE / f"refused_{kind}.txt", {"empty": empty.problems, "without columns": bare.problems})
    assert (empty.columns, bare.columns) == (columns, columns)


def test_what_would_be_empty_for_everybody_is_told_in_order() -> None:
    """An address in one cell fills four columns; notes and language are kept."""
    agreed(
        HERE / "not_in_file.txt",
        {
            "people": not_in_file(guessed(HEAD, "people"), "people"),
            "people, nothing": not_in_file({}, "people"),
            "staff": not_in_file(guessed(STAFF_HEAD, "staff"), "staff"),
            "staff, nothing": not_in_file({}, "staff"),
        },
    )


def test_what_changes_of_each_adult_is_told_part_by_part() -> None:
    """Name, address, email, telephone, pupils, notes, language: before and after, and what is loud."""
    first, second, third, *rest = ADULTS
    hidden = replace(third, flags=frozenset({"confidential_address"}))
    after = register(
        replace(first, family_name="Lamb", email="", phone="01632 960100"),
        replace(second, address=(), relationships={"P1": "Mother", "P2": "Carer"}),
        replace(third, language="pl"),
        *rest[1:],
        replace(first, person_id="A99"),
    )
    found = differences(
        register(first, second, hidden, *rest),
        after,
        {"A1": "2026-0001", "A2": "2026-0002", "A4": "2026-0004"},
    )
    agreed(HERE / "changed_people.txt", {"all": found, "loud": found.loud, "changed": found.changed})


@pytest.mark.parametrize(
    ("is_loud", "before", "after"),
    [(False, 9, 5), (True, 10, 7), (False, 8, 6), (False, 12, 9), (True, 12, 8)],
)
def test_a_quarter_of_ten_adults_may_go_without_a_word(is_loud: bool, before: int, after: int) -> None:
    """More than that is a wrong export."""
    found = differences(register(*ADULTS[:before]), register(*ADULTS[:after]), {})
    assert bool(found.loud) is is_loud
    assert (len(found.gone), found.same, found.is_nothing) == (before - after, after, False)


def test_what_changes_of_staff_is_told_part_by_part() -> None:
    """They are known by their names, however they are written."""
    agreed(HERE / "changed_staff.txt", {"all": staff_differences(MEMBERS, AFTER)})
    assert staff_differences(MEMBERS, MEMBERS).is_nothing
