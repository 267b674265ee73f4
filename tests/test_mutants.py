"""Which changes `make mutants` leaves out because nobody could see them, and which tests it asks about the others."""

import re
from pathlib import Path

import pytest
from tools.mutants_choice import (
    MOST_SECONDS,
    Asked,
    Equal,
    equals,
    importers,
    is_python,
    is_within,
    lines_inside,
    unseen,
)
from tools.mutants_values import comes_out_the_same, is_same

ROOT = Path(__file__).resolve().parents[1]

SOURCE = '''
class Bare(Event, frozen=True, kw_only=True):
    """No fields."""
    told: ClassVar[bool] = True

class Whole(Event, frozen=True, kw_only=True):
    days: int | None = 28

def close(é: "Día | None" = A | B, *more: int) -> int | None:
    left: int = 3
    return é | left

def both(one: int, *, other: int) -> int:
    return one * other + sum((*[], *[one]), *[])

kept = lru_cache(maxsize=500)(both)(500)
'''


def columns(of: str, line: int) -> list[bool]:
    """For each place of these characters in a line, whether a change there is one that nobody sees."""
    text = SOURCE.splitlines()[line - 1]
    found = [place for place in range(len(text)) if text.startswith(of, place)]
    return [is_within((line, place), unseen(SOURCE)) for place in found]


@pytest.mark.parametrize(
    ("expected", "of", "line"),
    [
        ([False, True], "True", 2),
        ([False], "True", 4),
        ([False, False], "True", 6),
        ([True], "|", 7),
        ([False], "28", 7),
        ([True, False, True], "|", 9),
        ([False], "3", 10),
        ([False], "|", 11),
        ([True], "*", 13),
        ([False, False, False, False], "*", 14),
        ([True, False], "500", 16),
    ],
)
def test_only_what_no_program_sees_is_left_out(expected: list[bool], of: str, line: int) -> None:
    """Types, and flags and stars that do nothing; a default beside a type, and what does something, stay."""
    assert columns(of, line) == expected


def test_a_default_and_a_decorator_run_at_import() -> None:
    """Only the body of a function runs when it is called."""
    assert lines_inside(SOURCE) == {10, 11, 14}


def test_what_cannot_be_read_is_no_change() -> None:
    """No test is needed to see it."""
    assert is_python(SOURCE)
    assert not is_python(SOURCE.replace("*more", "/more"))


def test_who_imports_a_file_is_known() -> None:
    """From the same room, from another, and through a name that is given on."""
    sources = {
        "rules/days/counting.py": "from .calendar import Calendar\nfrom ..words import Unit\nimport re\n",
        "rules/cases/case.py": "from ..days.calendar import Term\nfrom ...ground.errors import Problem\n",
        "rules/days/calendar.py": "from datetime import date\n",
    }
    assert importers(sources) == {
        "rules/days/calendar.py": {"rules/days/counting.py", "rules/cases/case.py"},
        "rules/words.py": {"rules/days/counting.py"},
        "ground/errors.py": {"rules/cases/case.py"},
    }


OWN, ROOM, FAR, SLOW, EVERY = (
    "tests/rules/days/test_calendar.py::test_own",
    "tests/rules/days/test_counting.py::test_room",
    "tests/letters/test_far.py::test_far",
    "tests/rules/days/test_counting.py::test_slow",
    "tests/rules/test_values.py::test_values[rules/days/calendar.py]",
)
ASKED = Asked(
    lines={
        "rules/days/calendar.py": {1: [ROOM], 5: [FAR, SLOW, ROOM, OWN], 6: [ROOM]},
        "rules/days/counting.py": {3: [FAR]},
        "rules/words.py": {1: []},
    },
    seconds={OWN: 1.0, ROOM: 0.1, FAR: 0.2, SLOW: 0.3, EVERY: 0.1},
    importers={"rules/words.py": {"rules/days/calendar.py", "rules/days/counting.py"}},
    inside={"rules/days/calendar.py": {5, 6}},
    few=1,
)


@pytest.mark.parametrize(
    ("expected", "file", "line"),
    [
        ([OWN, ROOM, SLOW, FAR], "rules/days/calendar.py", 5),
        ([ROOM, OWN, EVERY, SLOW, FAR], "rules/days/calendar.py", 6),
        ([OWN, EVERY, ROOM, SLOW, FAR], "rules/days/calendar.py", 1),
        ([OWN, EVERY, ROOM, SLOW, FAR], "rules/days/calendar.py", 99),
        ([FAR, ROOM, SLOW, OWN], "rules/words.py", 1),
        ([], "rules/nowhere.py", 1),
    ],
)
def test_the_tests_that_run_a_line_are_asked_the_nearest_first(
    expected: list[str], file: str, line: int
) -> None:
    """Of what runs at import, all that run the file, one who imports it, or look at every file; so where few run it."""
    found = ASKED.of(file, line)
    assert sorted(found) == sorted(expected)
    if file != "rules/words.py":
        assert found == expected


def test_the_slow_are_left_out_but_never_the_files_own() -> None:
    """What would take longer than the limit is asked no more."""
    slow = Asked(
        lines={"rules/days/calendar.py": {5: [FAR, ROOM, OWN]}},
        seconds={OWN: MOST_SECONDS + 1, ROOM: 1.0, FAR: 0.1},
        inside={"rules/days/calendar.py": {5}},
        few=1,
    )
    assert slow.of("rules/days/calendar.py", 5) == [OWN]


@pytest.mark.parametrize("known", equals(), ids=lambda known: f"{known.file} {known.line}")
def test_a_change_that_does_the_same_is_of_a_line_that_stands_once(known: Equal) -> None:
    """Once the line is another, its reason is no longer one: take it off the list, or look at it again."""
    lines = [line.strip() for line in (ROOT / known.file).read_text(encoding="utf-8").splitlines()]
    assert lines.count(known.line) == 1
    assert known.becomes != known.line
    assert len(known.why.split()) > 5


EQUAL = Equal(
    file="rules/days/calendar.py",
    operator="NumberReplacer",
    line="days: int | None = 28",
    becomes="days: int | None = 29",
    why="an example",
)


@pytest.mark.parametrize(
    ("expected", "operator", "of", "becomes"),
    [
        (True, "core/NumberReplacer", "= 28", "= 29"),
        (False, "core/NumberReplacer", "= 28", "= 27"),
        (False, "core/NumberReplacer", "= 3", "= 4"),
        (False, "core/AddNot", "= 28", "= 29"),
    ],
)
def test_only_the_change_that_is_named_is_left_out(
    expected: bool, operator: str, of: str, becomes: str
) -> None:
    """Another change of the same line, or the same change of another, must be noticed."""
    assert EQUAL.is_made_by(operator, SOURCE, SOURCE.replace(of, becomes)) is expected


def test_a_change_of_two_lines_is_not_the_one_that_is_named() -> None:
    """It may do more than what the reason mentions."""
    both = SOURCE.replace("= 28", "= 29").replace("= 3", "= 4")
    assert not EQUAL.is_made_by("core/NumberReplacer", SOURCE, both)


UNTIL = "rules/days/until.py"


@pytest.mark.parametrize(
    ("expected", "before", "after"),
    [
        (True, "frozenset({2, 5, 6, 10, 11})", "frozenset({11, 2, 5, 6, 10})"),
        (False, "frozenset({2, 5, 6, 10, 11})", "frozenset({2, 5, 6, 10})"),
        (False, "frozenset({2, 5, 6, 10, 11})", "frozenset({2, 5, 6, 10, 1 / 0})"),
        (False, "last > start and", "last > start or"),
    ],
)
def test_a_value_that_comes_out_the_same_is_no_change(expected: bool, before: str, after: str) -> None:
    """A change within a function is never said to be none, and what breaks the module is one."""
    source = (ROOT / UNTIL).read_text(encoding="utf-8")
    line = source[: source.index(before)].count("\n") + 1
    assert comes_out_the_same(UNTIL, line, source.replace(before, after)) is expected


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        (True, {"a": (1, re.compile("x"))}, {"a": (1, re.compile("x"))}),
        (False, {"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (False, re.compile("x"), re.compile("x", re.I)),
        (False, 1, 1.0),
        (False, (1, 2), (1,)),
        (False, object(), object()),
    ],
)
def test_only_what_is_surely_the_same_is_said_to_be(expected: bool, one: object, other: object) -> None:
    """The order of a table counts; of what cannot be looked into nobody says that it is the same."""
    assert is_same(one, other) is expected
