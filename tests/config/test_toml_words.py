"""A slip in a TOML file is told by its line, in words that need no knowledge of TOML."""

import tomllib

import pytest

from letterladder.config.toml_words import syntax_problem

SLIPS = [
    (1, "cannot be read", "name = Larkfield"),
    (1, "cannot be read", "name = “Larkfield”"),
    (1, "cannot be read", "on = True"),
    (2, "not closed on its line", 'a = 1\nname = "Larkfield\n'),
    (1, "does not belong there", "name = 'St John's'"),
    (1, "not a setting", "Our school is new"),
    (1, "not a setting", "= 3"),
    (1, "backslash", 'key = "C:\\Users\\key.pem"'),
    (1, "backslash", 'key = "D:\\keys\\key.pem"'),
    (3, "never closed", "a = 1\ndays = [1,\n2\n"),
    (1, "name of a table", "[school\nname = 1"),
    (1, "no such date", "since = 2026-02-30"),
    (2, "The setting a appears here for a second time. It is on line 1 already.", "a = 1\na = 2"),
    (
        5,
        "The setting a appears here for a second time. It is on line 4 already.",
        "[s]\na = 1\n[t]\na = 1\na = 2",
    ),
    (
        3,
        "The table [mail.in] appears here for a second time. It is on line 1",
        "[mail.in]\na = 1\n[mail.in]\n",
    ),
    (
        3,
        "The table [mail . in] appears here for a second time. It is on line 1",
        "[mail.in]\n\n[ mail . in ]",
    ),
]


@pytest.mark.parametrize(("line", "what", "text"), SLIPS)
def test_a_slip_is_told_by_line_and_in_plain_words(line: int, what: str, text: str) -> None:
    """Where, what, what to do; no word of the parser's."""
    with pytest.raises(tomllib.TOMLDecodeError) as slip:
        tomllib.loads(text)
    problem = syntax_problem("school.toml", text, slip.value)
    assert (problem.where, what in problem.what) == (f"school.toml, line {line}", True), problem
    assert problem.what_to_do
    assert not any(word in str(problem) for word in ("TOML", "statement", "inline", "declare", "column"))


def test_the_line_itself_is_not_quoted() -> None:
    """Somebody may have typed a password there."""
    with pytest.raises(tomllib.TOMLDecodeError) as slip:
        tomllib.loads("password = hunter2")
    assert "hunter2" not in str(syntax_problem("school.toml", "password = hunter2", slip.value))


def test_what_the_parser_may_say_one_day_is_still_told_by_line() -> None:
    """A newer Python has other words."""
    error = tomllib.TOMLDecodeError("Something new (at line 3, column 1)")
    problem = syntax_problem("school.toml", "a\nb\nc\n", error)
    assert (problem.where, "Something new" in problem.what) == ("school.toml, line 3", True)
