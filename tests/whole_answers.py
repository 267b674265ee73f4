"""Whole answers of the rules beside those that people agreed to: every part of each, not only the one a test asks for.

They are in a text file, one example after the other. LETTERLADDER_GOLDEN=write writes it again; whoever does reads
the difference before it is kept.
"""

import os
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from msgspec import Struct

_WIDE = 100
"""Characters of a row from which its parts have lines of their own."""


def agreed(file: Path, answers: Mapping[str, object]) -> None:
    """Hold answers, by what was asked, beside those in the file.

    Raises:
        AssertionError: one of them is another.
    """
    told = "\n".join(line for asked, answer in answers.items() for line in _block(asked, answer))
    if os.environ.get("LETTERLADDER_GOLDEN") == "write":
        file.write_text(f"{told}\n", encoding="utf-8")
    assert told.splitlines() == file.read_text(encoding="utf-8").splitlines()


def _block(asked: str, answer: object) -> Iterator[str]:
    yield "? " + asked.replace("\n", " / ")
    rows = answer if isinstance(answer, list | tuple) else [answer]
    if not rows:
        yield "    nothing"
    for row in rows:
        line = in_words(row)
        if len(line) < _WIDE or not _is_made_of_parts(row):
            yield f"    {line}"
        else:
            yield f"    {type(row).__name__}"
            yield from (f"        {name}: {in_words(part)}" for name, part in _parts_of(row) if _says(part))


def in_words(value: object) -> str:
    """A value and all its parts that say anything, in one line; sets in order, so that no run differs."""
    if _is_made_of_parts(value):
        said = (f"{name}={in_words(part)}" for name, part in _parts_of(value) if _says(part))
        return f"{type(value).__name__}({', '.join(said)})"
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, AbstractSet):
        return "{" + ", ".join(sorted(map(in_words, value))) + "}"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{in_words(one)}: {in_words(value[one])}" for one in value) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(in_words, value)) + "]"
    if isinstance(value, float):
        return f"{value:.6g}"
    return str(value) if isinstance(value, date) else repr(value)


def _is_made_of_parts(value: object) -> bool:
    return isinstance(value, Struct) or (is_dataclass(value) and not isinstance(value, type))


def _parts_of(value: object) -> Iterator[tuple[str, object]]:
    names = (
        value.__struct_fields__ if isinstance(value, Struct) else [one.name for one in fields(value)]  # type: ignore[arg-type] # asked before
    )
    yield from ((name, getattr(value, name)) for name in names)


def _says(part: object) -> bool:
    return part is False or part == 0 or bool(part)
