"""What the TOML parser complains of, in words for somebody who has never heard of TOML: the line, and what to do."""

import re
from tomllib import TOMLDecodeError

from ..ground.errors import Problem

_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)$")
_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"\s*([^\s=#\[\]]+)\s*=")
_QUOTES = 'Put text in straight quotation marks: name = "text".'
_ONE_EACH = "Write one setting per line, as name = value; a date as 2026-11-20, yes or no as true or false."

WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "Invalid date",
        "There is no such date.",
        "Write a date as 2026-11-20, without quotation marks.",
    ),
    ("Invalid value", "The value after the = cannot be read.", f"{_QUOTES} {_ONE_EACH}"),
    ("Expected newline", "Something after the value does not belong there.", f"{_QUOTES} {_ONE_EACH}"),
    (
        "Expected '='",
        "This line is not a setting: it has no name = value.",
        "If it is a comment, start it with #. Otherwise write it as name = value.",
    ),
    (
        "Invalid statement",
        "This line is not a setting: it has no name = value.",
        "If it is a comment, start it with #. Otherwise write it as name = value.",
    ),
    ("Unterminated string", "A quotation mark is opened but never closed.", f"Close it. {_QUOTES}"),
    (
        "Illegal character",
        "Some text is not closed on its line, or contains an invisible character.",
        _QUOTES,
    ),
    ("Unclosed array", "A list is opened with [ but never closed.", "Close it with ] after its last value."),
    ("Unclosed inline table", "A { is opened but never closed.", "Close it with } on the same line."),
    (
        "Expected ']",
        "The name of a table is not closed.",
        "Write it in square brackets on a line of its own: [school].",
    ),
    *(
        (
            start,
            "There is a backslash \\ inside double quotation marks, where it has a special meaning.",
            "Put such text, for example a Windows path, in single quotation marks: 'C:\\Keys\\key.pem'.",
        )
        for start in ("Invalid hex", "Unescaped", "Escaped character")
    ),
)
"""How tomllib begins to say it; what that means; what to do. The first that fits counts."""


def syntax_problem(file: str, text: str, error: TOMLDecodeError) -> Problem:
    """What is wrong in the file of this name and text; the line itself is not quoted, it may hold a secret."""
    at = _LINE.search(str(error))
    said = str(error)[: at.start()] if at else str(error).removesuffix(" (at end of document)")
    number = error_line(text, error)
    where = f"{file}, line {number}"
    twice = _twice(text.splitlines(), number) if said.startswith("Cannot") else None
    if twice:
        return Problem(where=where, what=twice[0], what_to_do=twice[1])
    for start, what, what_to_do in WORDS:
        if said.startswith(start):
            return Problem(where=where, what=what, what_to_do=what_to_do)
    return Problem(where=where, what=f"This line cannot be read: {said}.", what_to_do=_ONE_EACH)


def error_line(text: str, error: TOMLDecodeError) -> int:
    """The line of which the parser complains; the last one where it says that the file ends too soon."""
    at = _LINE.search(str(error))
    return int(at[1]) if at else max(1, len(text.rstrip().splitlines()))


def _twice(lines: list[str], number: int) -> tuple[str, str] | None:
    """A table or a setting that stands a second time on this line, and where it stands first."""
    here = lines[number - 1] if number <= len(lines) else ""
    if header := _HEADER.match(here):
        first = [
            place
            for place, line in enumerate(lines[: number - 1], 1)
            if (seen := _HEADER.match(line)) and _same(seen[1], header[1])
        ]
        return _stands_twice(f"The table [{header[1]}]", first)
    if key := _KEY.match(here):
        return _stands_twice(f"The setting {key[1]}", _earlier(lines[: number - 1], key[1]))
    return None


def _earlier(lines: list[str], key: str) -> list[int]:
    """The lines of the same table that set this key."""
    found = []
    for place, line in reversed(list(enumerate(lines, 1))):
        if _HEADER.match(line):
            break
        if (seen := _KEY.match(line)) and seen[1] == key:
            found.append(place)
    return found


def _same(one: str, other: str) -> bool:
    return one.replace(" ", "") == other.replace(" ", "")


def _stands_twice(what: str, first: list[int]) -> tuple[str, str]:
    before = f" It is on line {first[-1]} already." if first else ""
    do = "Keep the one you want. Delete the other with all its lines, or put # in front of each of them."
    return f"{what} appears here for a second time.{before}", do
