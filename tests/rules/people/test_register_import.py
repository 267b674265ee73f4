"""What a new export would change, before it does."""

from collections.abc import Mapping

import pytest

from letterladder.ground.values import replace
from letterladder.rules.people.headings import guessed
from letterladder.rules.people.people import Adult, PeopleRegister, Pupil, StaffMember
from letterladder.rules.people.register_columns import PEOPLE
from letterladder.rules.people.register_import import (
    Differences,
    Lined,
    Sheet,
    differences,
    leavers,
    lined_up,
    not_in_file,
    staff_differences,
)

ELLA = Pupil(pupil_id="P1", given_name="Ella", family_name="Dunn", school_class="4B")
DUNN = Adult(
    person_id="A1",
    title="Mr",
    given_name="Ross",
    family_name="Dunn",
    relationships={"P1": "Father"},
    address=("3 Kiln Lane", "Wexmoor", "ZZ99 4AA"),
    flags=frozenset({"confidential_address"}),
)
BEFORE = PeopleRegister(adults={"A1": DUNN}, pupils={"P1": ELLA})
HEAD = ("Contact ID", "Contact Surname", "Pupil ID", "Pupil Forename", "Pupil Surname", "Address", "Email")
ROW = ("A1", "Dunn", "P1", "Ella", "Dunn", "3 Kiln Lane, Wexmoor, ZZ99 4AA", "r@dunn.example")


def lined(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> Lined:
    """These rows in our columns."""
    sheet = Sheet(headings=head, rows=tuple(enumerate(rows, start=2)))
    return lined_up(sheet, guessed(head, "people"), "people", BEFORE)


def cells(found: Lined) -> dict[str, str]:
    """The first row by column."""
    return dict(zip(found.columns, found.rows[0][1], strict=True))


def changed(**what: object) -> Differences:
    """What changes where Mr Dunn, who has an open case, does."""
    after = PeopleRegister(adults={"A1": replace(DUNN, **what)}, pupils={"P1": ELLA})
    return differences(BEFORE, after, {"A1": "2026-0001"})


def test_an_address_in_one_cell_is_its_lines() -> None:
    """The postcode apart, the town before it."""
    row = cells(lined(ROW))
    told = [row[name] for name in ("address_line1", "address_line2", "town", "postcode")]
    assert told == ["3 Kiln Lane", "", "Wexmoor", "ZZ99 4AA"]


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("Flat 2\n9 Weir Street\nWexmoor\nZZ99 4AB", ["Flat 2", "9 Weir Street", "Wexmoor", "ZZ99 4AB"]),
        ("9 Weir Street, Wexmoor ZZ99 4AB", ["9 Weir Street", "", "Wexmoor", "ZZ99 4AB"]),
        ("9 Weir Street", ["9 Weir Street", "", "", ""]),
        ("", ["", "", "", ""]),
    ],
)
def test_addresses(address: str, wanted: list[str]) -> None:
    """By line breaks, else by commas; a postcode behind the town is found."""
    row = cells(lined((*ROW[:5], address, "")))
    assert [row[name] for name in ("address_line1", "address_line2", "town", "postcode")] == wanted


def test_notes_are_kept_where_the_file_has_none() -> None:
    """An export of a system knows nothing of confidential addresses, and must not end one."""
    assert cells(lined(ROW))["flags"] == "confidential_address"


def test_a_column_that_is_needed_is_asked_for() -> None:
    """Without the adult's number nobody can say who is who."""
    found = lined(("Dunn",), head=("Contact Surname",))
    assert "Adult's number" in found.problems[0].what
    assert found.rows == ()


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-cmd", " =HYPERLINK(1)"])
def test_a_formula_is_refused_with_its_line(cell: str) -> None:
    """A spreadsheet would carry it out."""
    found = lined(ROW, (*ROW[:6], cell))
    assert [one.where for one in found.problems] == ["line 3"]


@pytest.mark.parametrize("cell", ["+44 1632 960401", "+441632960401", "-5", "r@dunn.example"])
def test_numbers_are_no_formulas(cell: str) -> None:
    """Telephone numbers begin with a plus."""
    assert lined((*ROW[:6], cell)).problems == ()


def test_the_columns_that_would_be_empty_are_named() -> None:
    """Those of the address are not, where it is in one column."""
    empty = not_in_file(guessed(HEAD, "people"), "people")
    assert "Telephone" in empty
    assert "Postcode" not in empty


def test_new_changed_gone_and_the_same() -> None:
    """Each adult is one of the four."""
    other = replace(DUNN, person_id="A2", given_name="Ann")
    third = replace(DUNN, person_id="A3", given_name="Bo")
    before = PeopleRegister(adults={"A1": DUNN, "A2": other}, pupils={"P1": ELLA})
    after = PeopleRegister(
        adults={"A1": replace(DUNN, email="new@dunn.example"), "A3": third}, pupils={"P1": ELLA}
    )
    found = differences(before, after, {})
    assert (found.new, found.gone, found.same) == (("Mr Bo Dunn",), ("Mr Ann Dunn",), 0)
    assert found.changed[0].what == (("Email", "", "new@dunn.example"),)
    assert differences(before, before, {}).is_nothing


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ({"address": ("1 Elm Road",)}, "has an open case, and another address"),
        ({"family_name": "Smith"}, "would be Mr Ross Smith"),
        ({"flags": frozenset()}, "would no longer be confidential"),
    ],
)
def test_what_may_harm_is_loud(what: Mapping[str, object], words: str) -> None:
    """Another address or name of an adult with an open case; an address that would be printed again."""
    assert [words in one.what for one in changed(**what).loud] == [True]


def test_an_adult_of_an_open_case_who_is_gone_is_loud() -> None:
    """And so are many who are gone at once."""
    assert "not in the new file" in differences(BEFORE, PeopleRegister(), {"A1": "2026-0001"}).loud[0].what
    assert differences(BEFORE, PeopleRegister(), {}).loud == ()
    many = {f"A{one}": replace(DUNN, person_id=f"A{one}") for one in range(12)}
    few = PeopleRegister(adults=dict(list(many.items())[:8]), pupils={"P1": ELLA})
    loud = differences(PeopleRegister(adults=many, pupils={"P1": ELLA}), few, {}).loud
    assert loud[-1].what == "4 of 12 adults would be gone."


def test_a_new_telephone_is_not_loud() -> None:
    """Of an adult with an open case, too."""
    assert changed(phone="01632 960000").loud == ()


def test_staff_are_known_by_their_names() -> None:
    """Another role is a change, another name a new member."""
    before = (StaffMember(name="Mr Tom Lowell", role="Teacher"), StaffMember(name="Beth Aldous"))
    after = (StaffMember(name="Mr Tom Lowell", role="Head of year"), StaffMember(name="Ann Lee"))
    found = staff_differences(before, after)
    assert (found.new, found.gone, found.changed[0].what) == (
        ("Ann Lee",),
        ("Beth Aldous",),
        (("Role", "Teacher", "Head of year"),),
    )


FLAT = ("Flat 2", "The Maltings", "9 Elm Road", "Wexmoor", "ZZ99 4AA")


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (("3 Kiln Lane", "Wexmoor", "ZZ99 4AA"), ("3 Kiln Lane", "", "Wexmoor", "ZZ99 4AA")),
        (FLAT, ("Flat 2", "The Maltings, 9 Elm Road", "Wexmoor", "ZZ99 4AA")),
        (FLAT[:-1], ("Flat 2", "The Maltings, 9 Elm Road", "Wexmoor", "")),
        (("3 Kiln Lane", "ZZ99 4AA"), ("3 Kiln Lane", "", "", "ZZ99 4AA")),
        (("3 Kiln Lane",), ("3 Kiln Lane", "", "", "")),
        (("ZZ99 4AA",), ("", "", "", "ZZ99 4AA")),
        ((), ("", "", "", "")),
    ],
    ids=["as most", "long", "long, no postcode", "no town", "one line", "a postcode", "none"],
)
def test_whoever_left_and_has_an_open_case_keeps_their_rows(
    address: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    """One for each child, marked as left beside the marks they had, in the columns of people.csv."""
    max_dunn = Pupil(pupil_id="P2", given_name="Max", family_name="Dunn", school_class="1A")
    gone = replace(
        DUNN,
        address=address,
        email="r@dunn.example",
        phone="01632 960111",
        language="pl",
        relationships={"P1": "Father", "P2": "Carer"},
    )
    other = replace(DUNN, person_id="A2")
    before = PeopleRegister(adults={"A1": gone, "A2": other}, pupils={"P1": ELLA, "P2": max_dunn})
    one, two, postcode = lines[0], lines[1:3], lines[3]
    rest = ("r@dunn.example", "01632 960111", "confidential_address; left", "pl")
    found = Lined(columns=PEOPLE, rows=((2, ("A3", *[""] * (len(PEOPLE) - 1))),), problems=())
    assert list(leavers(before, found, {"A1"})) == [
        (0, ("A1", "Mr", "Ross", "Dunn", "Father", "P1", "Ella", "Dunn", "4B", one, *two, postcode, *rest)),
        (0, ("A1", "Mr", "Ross", "Dunn", "Carer", "P2", "Max", "Dunn", "1A", one, *two, postcode, *rest)),
    ]


def test_whoever_is_in_the_file_or_has_no_case_left_nobody_keeps() -> None:
    """The file says it better, and a closed case keeps its own names."""
    there = Lined(columns=PEOPLE, rows=((2, ("A1", *[""] * (len(PEOPLE) - 1))),), problems=())
    assert list(leavers(BEFORE, there, {"A1"})) == []
    assert list(leavers(BEFORE, replace(there, rows=()), {"A9"})) == []
    assert len(list(leavers(BEFORE, replace(there, rows=()), {"A1"}))) == 1
