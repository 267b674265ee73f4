"""On which line of a TOML file each key stands, so that a fault found much later can name it."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from ..ground.errors import Problem
from ..ground.plain_file import text_of_plain
from ..ground.values import replace

_LONGEST_VALUE = 400
"""Lines that one value may go over; past them a line is taken for what it looks like."""


def key_lines(text: str) -> dict[str, int]:
    """The line of each key by its path, "steps.L1.then.lapsed"; of a [[list]] by number and by its `id`.

    What cannot be read is passed over.
    """
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    alias: dict[str, str] = {}
    table: tuple[str, ...] = ()
    for number, statement in _statements(text):
        if statement.startswith("["):
            table = _header(statement)
            name = ".".join(table)
            if statement.startswith("[["):
                table = (*table, str(counts.setdefault(name, 0)))
                counts[name] += 1
            found.setdefault(".".join(table), number)
            continue
        for path, value in _paths(statement):
            key = ".".join((*table, *path))
            found.setdefault(key, number)
            if path == ("id",) and table and table[-1].isdigit():
                alias[".".join(table)] = ".".join((*table[:-1], str(value)))
    for place, named in alias.items():
        found |= {
            named + key.removeprefix(place): line
            for key, line in list(found.items())
            if key == place or key.startswith(f"{place}.")
        }
    return found


def line_of(lines: dict[str, int], key: str) -> int | None:
    """The line of this key; of what it is part of, where it has none of its own."""
    parts = key.split(".")
    places = (".".join(parts[:many]) for many in range(len(parts), 0, -1))
    return next((lines[place] for place in places if place in lines), None)


def lined(problems: list[Problem], *paths: Path) -> list[Problem]:
    """These faults, each with the line of its key: "own.toml, line 12, steps.L1" for "own.toml, steps.L1".

    Args:
        problems: of these files or others, which stay as they are.
        paths: the files; a key that is in none of the first, such as a step of a linked policy, may be in the next.
    """
    if not problems:
        return []
    known = {path.name: key_lines(_text(path)) for path in paths}
    return [_with_line(one, known) for one in problems]


def _with_line(problem: Problem, known: dict[str, dict[str, int]]) -> Problem:
    file, comma, key = problem.where.partition(", ")
    if file not in known or not comma or key.startswith("line "):
        return problem
    for name in (file, *(one for one in known if one != file)):
        top = ".".join(key.split(".")[:2])
        if top in known[name] or (name == file and line_of(known[name], key)):
            line = line_of(known[name], key)
            if line and (name == file or top in known[name]):
                return replace(problem, where=f"{name}, line {line}, {key}")
    return problem


def _text(path: Path) -> str:
    try:
        return text_of_plain(path)
    except (OSError, UnicodeDecodeError):
        return ""


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each [header] and each key with its value, with the line on which it begins."""
    lines = text.splitlines()
    place = 0
    while place < len(lines):
        begun, place = place, place + 1
        first = lines[begun].strip()
        if not first or first.startswith("#"):
            continue
        if first.startswith("["):
            yield begun + 1, first
            continue
        end = next(
            (
                end
                for end in range(place, min(begun + _LONGEST_VALUE, len(lines)) + 1)
                if _reads(lines[begun:end])
            ),
            0,
        )
        if end:
            yield begun + 1, "\n".join(lines[begun:end])
            place = end


def _reads(lines: list[str]) -> bool:
    try:
        tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return False
    return True


def _header(statement: str) -> tuple[str, ...]:
    try:
        told: object = tomllib.loads(statement)
    except tomllib.TOMLDecodeError:
        return ()
    path: list[str] = []
    while True:
        if isinstance(told, list) and told:
            told = told[0]
        if not isinstance(told, dict) or not told:
            return tuple(path)
        name, told = next(iter(told.items()))
        path.append(name)


def _paths(statement: str) -> Iterator[tuple[tuple[str, ...], object]]:
    """The key, and those of tables within braces; all stand on the line on which the statement begins."""
    todo: list[tuple[tuple[str, ...], object]] = [((), tomllib.loads(statement))]
    while todo:
        path, told = todo.pop()
        if path:
            yield path, told
        if isinstance(told, dict):
            todo += [((*path, name), value) for name, value in told.items()]
