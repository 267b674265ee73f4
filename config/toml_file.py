"""Reads a TOML file against a model: every fault at once, each with its file and key."""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from ..ground.errors import Problem
from ..ground.plain_file import text_of_plain
from .near_key import keys_beside, near_key
from .renamed import RENAMED, now_called
from .toml_words import syntax_problem

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class Table(BaseModel):
    """A table of a configuration file; an unknown key is a fault, because it is mostly a misspelt one."""

    model_config = ConfigDict(extra="forbid", frozen=True)


CORRECT = "Correct the value."
"""What to do about most faults: what is wrong says the rest."""

TAGS = frozenset({"folder", "imap", "smtp"})
KINDS = '"folder", or the kind of server: "imap" for email that comes in, "smtp" for email that goes out,'
"""What `kind` of a mailbox may be; its value, not a key."""

MISSING = {
    "school.nation": 'Where is the school? Add nation = "England" below [school]; the letters and the facts'
    " of law are of no other nation.",
    "school.type": 'Which legal kind of school is it? Add type = below [school], such as "community" or "academy": it'
    " decides who may act on a bar, and the letters say so.",
}
"""What is asked of a school whose file lacks one of these keys."""

AnyTable = TypeVar("AnyTable")


def read_toml(path: Path, model: type[AnyTable]) -> tuple[AnyTable | None, list[Problem]]:
    """The file as a `model`, a `Table` or a `Said`; or None and everything that is wrong with it."""
    text = ""
    try:
        text = text_of_plain(path)
        # mypy does not know that every class is hashable.
        value: AnyTable = _told(text, model)  # type: ignore[arg-type]
        return value, []
    except FileNotFoundError:
        return None, [_problem(path, "The file is missing.", "Create it, or run `init` for a new folder.")]
    except OSError as error:
        return None, [
            _problem(path, f"The file cannot be read: {error.strerror}.", "Check who is allowed to read it.")
        ]
    except UnicodeDecodeError:
        return None, [_problem(path, "The file is not UTF-8 text.", "Save it as UTF-8 in your editor.")]
    except tomllib.TOMLDecodeError as error:
        return None, [syntax_problem(path.name, text, error)]
    except ValidationError as error:
        return None, [fault_of(path, fault, model) for fault in error.errors()]


@lru_cache(maxsize=32)
def _told(text: str, model: type[Any]) -> Any:
    """What the text says; the schools of a trust, and policies that share cues, name the same files again and again."""
    return reader_of(model).validate_python(tomllib.loads(text))  # type: ignore[arg-type]


@cache
def reader_of(model: type[Any]) -> TypeAdapter[Any]:
    """What reads a table that is already TOML into this model."""
    return TypeAdapter(model)


def _problem(path: Path, what: str, what_to_do: str) -> Problem:
    return Problem(where=path.name, what=what, what_to_do=what_to_do)


def fault_of(
    path: Path, fault: "ErrorDetails", model: type[Any], renamed: Mapping[str, tuple[str, str]] = RENAMED
) -> Problem:
    """What the model says is wrong, with the key and what to do."""
    key = ".".join(_keys(fault["loc"]))
    where = f"{path.name}, {key}"
    if fault["type"] == "missing":
        return Problem(where=where, what="This key is missing.", what_to_do=MISSING.get(key, "Add it."))
    if fault["type"] == "extra_forbidden":
        if now := now_called(where, renamed):
            return Problem(where=where, what=now[0], what_to_do=now[1])
        do = "Check its spelling, or remove it. If its line was commented out with #, so was the [name] above it."
        near = near_key(str(fault["loc"][-1]), keys_beside(model, fault["loc"]))
        do = f"Did you mean {near}? {do}" if near else do
        return Problem(where=where, what="There is no such key.", what_to_do=do)
    if fault["type"].startswith("union_tag"):
        return _which_kind(where, fault)
    if plainly := _in_plain_words(fault):
        return Problem(where=where, what=plainly, what_to_do=CORRECT)
    said = fault["msg"].removeprefix("Value error, ")
    return Problem(where=where, what=f"{said[:1].upper()}{said[1:]}.", what_to_do=CORRECT)


def _in_plain_words(fault: "ErrorDetails") -> str:
    """What is wrong, where the library's own words are no sentence for a school office; "" for all else."""
    if fault["type"] in {"string_too_short", "too_short"}:
        return "It is empty."
    if fault["type"] == "string_pattern_mismatch" and "@" in str(fault.get("ctx", {}).get("pattern", "")):
        return f"This is not an email address: {fault['input']}."
    return ""


def _which_kind(where: str, fault: "ErrorDetails") -> Problem:
    """A table that may be of several kinds and does not say which, or names one that is not known."""
    known = str(fault.get("ctx", {}).get("expected_tags", "")).replace("'", '"').replace(", ", " or kind = ")
    tag = str(fault.get("ctx", {}).get("tag", ""))
    what = f'"{tag}" is not one of the kinds.' if tag else "It does not say which kind it is."
    return Problem(where=where, what=what, what_to_do=f"Write kind = {known or KINDS} below it.")


def _keys(loc: tuple[int | str, ...]) -> list[str]:
    """The keys as they are in the file: the kind that chooses between two models is not a key."""
    return [
        str(part)
        for place, part in enumerate(loc)
        if not (place and part in TAGS and loc[place - 1] in ("in", "out"))
    ]
