from datetime import date
from pathlib import Path

import pytest
from calendars import BANK_HOLIDAYS, TERMS, day, school_calendar

from letterladder.config.calendar_file import read_calendar
from letterladder.ground.errors import Problem
from letterladder.rules.days.calendar import Calendar
from letterladder.rules.days.deadlines import ClockRule, answer_by
from letterladder.rules.words import Method, Unit

EXAMPLE = Path(__file__).resolve().parents[2] / "config" / "example" / "calendar.toml"
TERM = "[[terms]]\nfirst = 2026-09-02\nlast = 2026-12-18\n"
NEXT = "[[terms]]\nfirst = 2027-01-04\nlast = 2027-02-12\n"


def read(folder: Path, text: str) -> tuple[Calendar | None, list[Problem]]:
    """What becomes of a calendar.toml with this text."""
    file = folder / "calendar.toml"
    file.write_text(text, encoding="utf-8")
    return read_calendar(file)


def good(folder: Path, text: str) -> Calendar:
    """The calendar of a file in which nothing is wrong."""
    calendar, problems = read(folder, text)
    assert problems == []
    assert calendar is not None
    return calendar


def test_the_example_is_the_calendar_of_the_tests() -> None:
    """The shipped example has the terms, INSET days and end on which the tables of the tests rest."""
    calendar, problems = read_calendar(EXAMPLE)
    assert problems == []
    assert calendar is not None
    assert [(term.first, term.last) for term in TERMS] == [(term.first, term.last) for term in calendar.terms]
    assert school_calendar().inset == calendar.inset
    assert day("2027-10-22") == calendar.covered_until


def test_every_term_of_the_example_has_a_name() -> None:
    """A clerk who copies it sees what each block is."""
    calendar, _ = read_calendar(EXAMPLE)
    assert calendar is not None
    assert all(term.name for term in calendar.terms)


def test_the_bank_holidays_are_those_of_england() -> None:
    """On weekdays of the covered time the package and the table of the tests agree."""
    calendar, _ = read_calendar(EXAMPLE)
    assert calendar is not None
    found = {
        on: name
        for on, name in calendar.bank_holidays.items()
        if on.weekday() < 5 and day("2026-09-01") <= on <= calendar.covered_until
    }
    assert found == BANK_HOLIDAYS


@pytest.mark.parametrize(
    ("ten_working", "ten_school", "posted"),
    [
        ("2026-12-08", "2026-12-08", "2026-11-20"),
        ("2027-01-08", "2027-01-18", "2026-12-18"),
        ("2027-03-02", "2027-03-05", "2027-02-12"),
        ("2027-04-13", "2027-04-23", "2027-03-24"),
        ("2027-08-05", "2027-09-17", "2027-07-20"),
    ],
)
def test_the_example_gives_the_dates_of_the_table(ten_working: str, ten_school: str, posted: str) -> None:
    """From the file on disk to the date in the letter."""
    calendar, _ = read_calendar(EXAMPLE)
    assert calendar is not None
    for expected, unit in ((ten_working, Unit.WORKING_DAYS), (ten_school, Unit.SCHOOL_DAYS)):
        clock = ClockRule(days=10, unit=unit, roll_forward=False)
        assert day(expected) == answer_by(calendar, day(posted), Method.FIRST_CLASS, clock).end


def test_terms_may_stand_in_any_order(tmp_path: Path) -> None:
    """The calendar has them in order."""
    assert [day("2026-09-02"), day("2027-01-04")] == [
        term.first for term in good(tmp_path, NEXT + TERM).terms
    ]


def test_the_calendar_ends_with_its_last_term_unless_it_says_more(tmp_path: Path) -> None:
    """A school that knows its summer may say so."""
    assert good(tmp_path, TERM).covered_until == day("2026-12-18")
    assert good(tmp_path, "covered_until = 2027-01-03\n" + TERM).covered_until == day("2027-01-03")


def test_bank_holidays_are_whole_for_all_covered_years(tmp_path: Path) -> None:
    """From New Year of the first term's year to the end of the last covered year."""
    holidays = good(tmp_path, TERM + NEXT).bank_holidays
    assert day("2026-01-01") in holidays
    assert day("2027-12-28") in holidays
    assert {on.year for on in holidays} == {2026, 2027}


def test_a_closure_and_a_royal_day_are_taken(tmp_path: Path) -> None:
    """A closure is not a school day but a working day; a royal day is neither."""
    calendar = good(
        tmp_path,
        TERM + '[[closures]]\nday = 2026-11-10\nwhy = "burst pipe"\n'
        '[[extra_bank_holidays]]\nday = 2026-11-11\nname = "A royal day"\n',
    )
    assert calendar.why_not_school(day("2026-11-10")) == "burst pipe"
    assert calendar.is_working_day(day("2026-11-10"))
    assert calendar.why_not_working(day("2026-11-11")) == "bank holiday: A royal day"


def test_a_file_from_notepad_is_read(tmp_path: Path) -> None:
    """A byte order mark and Windows line ends are no fault."""
    file = tmp_path / "calendar.toml"
    file.write_bytes(b"\xef\xbb\xbf" + TERM.replace("\n", "\r\n").encode())
    assert read_calendar(file)[1] == []


@pytest.mark.parametrize(
    ("place", "what", "text"),
    [
        ("terms", "There are no terms.", ""),
        ("terms", "These are not blocks.", "terms = 3\n"),
        ("terms 1, last", "This date is missing.", "[[terms]]\nfirst = 2026-09-02\n"),
        ("terms 1, last", "is before the first day", TERM.replace("2026-12", "2026-08")),
        ("terms 1, last", "longer than half a year", TERM.replace("2026-12", "2027-12")),
        ("terms 1, first", "2026-09-02 is not a date.", TERM.replace("2026-09-02", '"2026-09-02"')),
        ("terms 1, first", "is not a date.", TERM.replace("2026-09-02", "2026-09-02T09:00:00")),
        ("terms 1, first", "cannot be right", TERM.replace("2026-09-02", "0226-09-02")),
        ("terms 1, start", "This key is not known.", TERM + "start = 2026-09-02\n"),
        ("terms 1, name", "7 is not text.", TERM + "name = 7\n"),
        ("terms", "Term from 18 December 2026 begins", TERM + NEXT.replace("2027-01-04", "2026-12-18")),
        ("insets", "This key is not known.", "insets = []\n" + TERM),
        ("inset", "Thursday 24 December 2026 is in no term.", "inset = [2026-12-24]\n" + TERM),
        ("inset", "Saturday 5 September 2026 is at a weekend.", "inset = [2026-09-05]\n" + TERM),
        ("inset", "Wednesday 2 September 2026 appears twice.", "inset = [2026-09-02, 2026-09-02]\n" + TERM),
        ("inset", "This is not a list of dates.", "inset = 2026-09-02\n" + TERM),
        ("inset", "4 is not a date.", "inset = [4]\n" + TERM),
        ("covered_until", "before the end of the last term", "covered_until = 2026-12-17\n" + TERM),
        ("covered_until", "soon is not a date.", 'covered_until = "soon"\n' + TERM),
        ("closures 1, why", "The text is missing.", TERM + "[[closures]]\nday = 2026-11-10\n"),
        ("closures 1, day", "This date is missing.", TERM + '[[closures]]\nwhy = "snow"\n'),
        ("extra_bank_holidays", "These are not blocks.", "extra_bank_holidays = [2026-11-10]\n" + TERM),
    ],
)
def test_a_fault_is_told_with_its_place(place: str, what: str, text: str, tmp_path: Path) -> None:
    """Each fault names the file and the key, says what is wrong and what to do; no calendar is made of it."""
    calendar, (problem, *others) = read(tmp_path, text)
    assert calendar is None
    assert others == []
    assert problem.where == f"{tmp_path / 'calendar.toml'}, {place}"
    assert what in problem.what
    assert problem.what_to_do.endswith(".")


def test_a_day_closed_twice_is_a_fault(tmp_path: Path) -> None:
    """One of the two was meant to be another day."""
    closure = '[[closures]]\nday = 2026-11-10\nwhy = "snow"\n'
    _, (problem,) = read(tmp_path, TERM + closure + closure)
    assert problem.what == "Tuesday 10 November 2026 appears twice."


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Nobody has to run the check five times; a term that is wrong is not blamed on the INSET days."""
    text = 'color = 1\ninset = ["x", 2026-11-10]\n[[terms]]\nfirst = 2026-12-18\nlast = 2026-09-02\n' + NEXT
    _, problems = read(tmp_path, text)
    assert [problem.where.partition(", ")[2] for problem in problems] == ["color", "terms 1, last", "inset"]


@pytest.mark.parametrize(
    ("place", "what", "content"),
    [
        (", line 2", "The name of a table is not closed.", b"inset = []\n[[terms]\n"),
        (", line 2", "There is no such date.", b"[[terms]]\nfirst = 2027-02-30\n"),
        (", line 1", "A quotation mark is opened but never closed.", b'name = "never closed'),
        (", line 3", "This is not UTF-8 text.", b"# one\n# two\n# caf\xe9\n"),
    ],
)
def test_a_file_that_cannot_be_understood_is_told_by_line(
    place: str, what: str, content: bytes, tmp_path: Path
) -> None:
    """A slip of the keyboard is found where it is."""
    file = tmp_path / "calendar.toml"
    file.write_bytes(content)
    calendar, (problem,) = read_calendar(file)
    assert calendar is None
    assert problem.where == f"{file}{place}"
    assert what in problem.what


def test_a_missing_file_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    """The clerk reads which file is missing."""
    calendar, (problem,) = read_calendar(tmp_path / "none.toml")
    assert calendar is None
    assert problem.where.endswith("none.toml")
    assert "cannot be read" in problem.what


def test_past_royal_days_are_known(tmp_path: Path) -> None:
    """The package holds proclaimed days, which no formula gives."""
    calendar = good(tmp_path, "[[terms]]\nfirst = 2023-04-17\nlast = 2023-05-26\n")
    assert not calendar.is_working_day(date(2023, 5, 8))
