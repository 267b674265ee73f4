"""Whole answers of the rules beside those that people agreed to: every part of each, not only the one a test asks for.

They are in a text file, one example after the other. LETTERLADDER_GOLDEN=write writes it again; whoever does reads
the difference before it is kept. Where the answers would fill hundreds of pages, the file holds a mark for each part
of each: it changes with anything in that part, and the test then shows the part as it is now.
"""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from pathlib import Path

from letterladder.ground.values import is_value, names_of_parts

_WIDE = 100
"""Characters of a row from which its parts have lines of their own."""


_SHOWN = 1_000
"""Characters of a part that is shown where it is not as agreed."""
_MARK = 5
"""Hexadecimal digits of a mark."""


def is_written_again() -> bool:
    """Whether the agreed files are to be written again by this run."""
    return os.environ.get("LETTERLADDER_GOLDEN") == "write"


def agreed(file: Path, answers: Mapping[str, object]) -> None:
    """Hold answers, by what was asked, beside those in the file.

    Raises:
        AssertionError: one of them is another.
    """
    told = "\n".join(line for asked, answer in answers.items() for line in _block(asked, answer))
    if is_written_again():
        file.write_text(f"{told}\n", encoding="utf-8")
    assert told.splitlines() == file.read_text(encoding="utf-8").splitlines()


def mark_of(answer: object) -> str:
    """A few digits that change with anything in the answer."""
    return hashlib.sha256(in_words(answer).encode()).hexdigest()[:_MARK]


@dataclass(frozen=True)
class Marks:
    """Answers that are held by a mark for each of their parts, a line each in `file`: "name: part 1a2b3; part 4c5d6".

    `names` are all the examples, in order; `parts_of` gives the answer to one of them, part by part.
    """

    file: Path
    names: Sequence[str]
    parts_of: Callable[[str], Mapping[str, object]]

    @cached_property
    def _agreed(self) -> dict[str, str]:
        lines = self.file.read_text(encoding="utf-8").splitlines() if self.file.exists() else []
        return {name: rest for name, _, rest in (line.partition(": ") for line in lines)}

    def hold(self, name: str) -> None:
        """Hold the answer to one example beside what was agreed.

        Raises:
            AssertionError: a part of it is another, or the file holds other examples.
        """
        parts = self.parts_of(name)
        now = {part: mark_of(answer) for part, answer in parts.items()}
        if is_written_again():
            self._agreed[name] = "; ".join(f"{part} {mark}" for part, mark in now.items())
            lines = [f"{one}: {self._agreed[one]}\n" for one in self.names if one in self._agreed]
            self.file.write_text("".join(lines), encoding="utf-8")
            return
        assert [*self._agreed] == [*self.names], f"{self.file.name} holds other examples"
        before = dict(one.rpartition(" ")[::2] for one in self._agreed[name].split("; "))
        changed = [part for part in now if now[part] != before.get(part)]
        told = "\n".join(f"{part}: {in_words(parts[part])[:_SHOWN]}" for part in changed)
        assert now == before, f"{name} is told otherwise than agreed:\n{told}"


def _block(asked: str, answer: object) -> Iterator[str]:
    yield "? " + asked.replace("\n", " / ")
    rows = answer if isinstance(answer, list | tuple) else [answer]
    if not rows:
        yield "    nothing"
    for row in rows:
        line = in_words(row)
        if len(line) < _WIDE or not is_value(row):
            yield f"    {line}"
        else:
            yield f"    {type(row).__name__}"
            yield from (f"        {name}: {in_words(part)}" for name, part in _parts_of(row) if _says(part))


def in_words(value: object) -> str:
    """A value and all its parts that say anything, in one line; sets in order, so that no run differs."""
    if is_value(value):
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


def _parts_of(row: object) -> Iterator[tuple[str, object]]:
    yield from ((name, getattr(row, name)) for name in names_of_parts(row))


def _says(part: object) -> bool:
    return part is False or part == 0 or bool(part)
