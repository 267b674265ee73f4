"""Reads as much of a faulty TOML file as can be read, so that all of its faults are said at once."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic

from pydantic import ValidationError

from ..ground.errors import Problem
from ..ground.plain_file import text_of_plain
from .toml_file import AnyTable, fault_of, read_toml, reader_of
from .toml_words import error_line, syntax_problem

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

MOST_LINES = 10
"""Lines that cannot be read and are told of in one file."""
_ROUNDS = 12
_STAND_INS: tuple[object, ...] = ("?", (), 1, {})
"""What is tried in place of a key that is missing, in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Most(Generic[AnyTable]):
    """What could be read.

    Attributes:
        table: None where too little could be.
        faults: every fault, first those of lines that cannot be read.
        broken: the keys that were left out or stood in for; what is found wrong at them comes of that.
    """

    table: AnyTable | None
    faults: list[Problem]
    broken: frozenset[str] = frozenset()

    def is_broken(self, key: str) -> bool:
        """Whether this key, what it is part of, or a part of it was left out."""
        return any(_within(key, one) or _within(one, key) for one in self.broken)

    def is_near_broken(self, key: str) -> bool:
        """Whether anything in the same table, such as [steps.L1], was left out."""
        table = ".".join(key.split(".")[:2])
        return self.is_broken(key) or any(_within(one, table) for one in self.broken)


def _within(key: str, other: str) -> bool:
    return key == other or key.startswith(f"{other}.")


def read_most(path: Path, model: type[AnyTable]) -> Most[AnyTable]:
    """The file as a `model`, without what is wrong in it."""
    table, faults = read_toml(path, model)
    if table is not None:
        return Most(table=table, faults=[])
    try:
        text = text_of_plain(path)
    except (OSError, UnicodeDecodeError):
        return Most(table=None, faults=faults)
    told, faults, broken = _told(path.name, text)
    if told is None:
        return Most(table=None, faults=faults)
    # A key that is missing may stand on a line that cannot be read.
    table, wrong, left_out = _validated(path, told, model, but="missing" if faults else "")
    return Most(table=table, faults=[*faults, *wrong], broken=frozenset(broken | left_out))


def _told(name: str, text: str) -> tuple[dict[str, Any] | None, list[Problem], set[str]]:
    """What the text says without the lines that cannot be read; None where one of these is the name of a table."""
    faults: list[Problem] = []
    broken: set[str] = set()
    lines = text.splitlines()
    header = False
    while len(faults) < MOST_LINES:
        try:
            told = tomllib.loads("\n".join(lines))
        except tomllib.TOMLDecodeError as error:
            place = _culprit(lines, error_line("\n".join(lines), error) - 1)
            faults.append(syntax_problem(name, "\n".join(lines), error))
            header = header or lines[place].lstrip().startswith("[")
            broken.add(_key_at(lines, place))
            lines[place] = ""
            continue
        return (None if header else told), faults, broken
    return None, faults, broken


def _culprit(lines: list[str], place: int) -> int:
    """The line to leave out: this one, or the one before it that was not closed; whichever lets more be read."""
    place = min(place, len(lines) - 1)
    before = next((one for one in range(place - 1, -1, -1) if lines[one].strip()), place)
    return max((place, before), key=lambda one: (_reads_to([*lines[:one], "", *lines[one + 1 :]]), one))


def _reads_to(lines: list[str]) -> int:
    """How far this can be read, in lines."""
    try:
        tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as error:
        return error_line("\n".join(lines), error)
    return len(lines) + 1


def _key_at(lines: list[str], place: int) -> str:
    """The path of the key that this line seems to set."""
    table = next((one.strip() for one in reversed(lines[:place]) if one.lstrip().startswith("[")), "")
    key = lines[place].partition("=")[0].strip()
    return ".".join(filter(None, (table.split("]")[0].strip("[ "), key)))


def _validated(
    path: Path, told: dict[str, Any], model: type[AnyTable], *, but: str
) -> tuple[AnyTable | None, list[Problem], set[str]]:
    faults: list[Problem] = []
    broken: set[str] = set()
    tried: dict[tuple[int | str, ...], int] = {}
    for _ in range(_ROUNDS):
        try:
            table: AnyTable = reader_of(model).validate_python(told)  # type: ignore[arg-type]
        except ValidationError as error:
            for fault in error.errors():
                key = ".".join(str(part) for part in fault["loc"])
                if fault["type"] != but and not any(_within(key, one) or _within(one, key) for one in broken):
                    faults.append(fault_of(path, fault, model))
                broken.add(key)
                _put_right(told, fault, tried)
            continue
        return table, faults, broken
    return None, faults, broken


def _put_right(told: dict[str, Any], fault: "ErrorDetails", tried: dict[tuple[int | str, ...], int]) -> None:
    """Leave out what is wrong, or stand in for what is missing; where nothing fits, leave out what it is part of."""
    loc = fault["loc"]
    turn = tried[loc] = tried.get(loc, -1) + 1
    if turn == 0 and fault["type"] != "missing":
        _set(told, loc, None)
    elif turn < len(_STAND_INS):
        _set(told, loc, _STAND_INS[turn])
    else:
        _set(told, loc[:-1], None)


def _set(told: dict[str, Any], loc: tuple[int | str, ...], value: object) -> None:
    """Put this at the place, as far as the place is there; nothing takes it away."""
    holder: Any = told
    for deep, part in enumerate(loc):
        inner = _part(holder, part)
        if deep + 1 < len(loc) and isinstance(inner, dict | list):
            holder = inner
            continue
        if isinstance(holder, dict):
            if value is None:
                holder.pop(part, None)
            else:
                holder[part] = list(value) if isinstance(value, tuple) else value
        elif value is None and isinstance(holder, list) and isinstance(part, int):
            del holder[part : part + 1]
        return


def _part(holder: Any, part: int | str) -> object:
    if isinstance(holder, list):
        return holder[part] if isinstance(part, int) and part < len(holder) else None
    return holder.get(part)
