"""Reads a TOML file against a model: every fault at once, each with its file and key."""

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from ..rules.errors import Problem


class Table(BaseModel):
    """A table of a configuration file; an unknown key is a fault, because it is mostly a misspelt one."""

    model_config = ConfigDict(extra="forbid", frozen=True)


AnyTable = TypeVar("AnyTable", bound=Table)


def read_toml(path: Path, model: type[AnyTable]) -> tuple[AnyTable | None, list[Problem]]:
    """The file as a `model`, or None and everything that is wrong with it."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return None, [_problem(path, "The file is missing.", "Make it, or run `init` for a fresh folder.")]
    except OSError as error:
        return None, [_problem(path, f"The file cannot be read: {error.strerror}.", "Check who may read it.")]
    except UnicodeDecodeError:
        return None, [_problem(path, "The file is not UTF-8 text.", "Save it as UTF-8 in your editor.")]
    except tomllib.TOMLDecodeError as error:
        return None, [_problem(path, f"This is not TOML: {error}.", "Mend that line; texts stand in quotes.")]
    try:
        return model.model_validate(table), []
    except ValidationError as error:
        return None, [_fault(path, fault["loc"], fault["msg"], fault["type"]) for fault in error.errors()]


def _problem(path: Path, what: str, what_to_do: str) -> Problem:
    return Problem(where=path.name, what=what, what_to_do=what_to_do)


def _fault(path: Path, loc: tuple[int | str, ...], message: str, kind: str) -> Problem:
    key = ".".join(str(part) for part in loc)
    where = f"{path.name}, {key}"
    if kind == "missing":
        return Problem(where=where, what="This key is missing.", what_to_do="Add it.")
    if kind == "extra_forbidden":
        return Problem(
            where=where, what="There is no such key.", what_to_do="Check its spelling, or remove it."
        )
    return Problem(where=where, what=f"{message}.", what_to_do="Correct the value.")
