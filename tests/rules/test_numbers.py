"""What the rules go by, as people agreed to it: numbers and days, and tables such as who has which right."""

import ast
import os
from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from enum import StrEnum
from fractions import Fraction
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from whole_answers import agreed, in_words

ROOT = Path(__file__).resolve().parents[2]
NUMBERS = (int, float, Fraction, timedelta, time, date)


def names_in(file: Path) -> Iterator[str]:
    """The names that a module gives a value of its own, at its top."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            for one in ast.walk(target) if target is not None else ():
                if isinstance(one, ast.Name):
                    yield one.id


def is_number(value: object) -> bool:
    """One number, or several that belong together, by name or in order."""
    if isinstance(value, Mapping):
        return 0 < len(value) <= 60 and all(map(is_number, value.values()))
    if isinstance(value, tuple | frozenset):
        return bool(value) and len(value) <= 8 and all(map(is_number, value))
    return isinstance(value, NUMBERS) and not isinstance(value, bool)


def is_table(value: object) -> bool:
    """Something of closed sets: which stops bar which acts, what an answer is called, who has which right."""
    return isinstance(value, Mapping | frozenset | tuple) and _has_words(value) and _is_plain(value)


def _has_words(value: object) -> bool:
    if isinstance(value, Mapping):
        return any(map(_has_words, (*value, *value.values())))
    if isinstance(value, frozenset | tuple):
        return any(map(_has_words, value))
    return isinstance(value, StrEnum)


def _is_plain(value: object) -> bool:
    if isinstance(value, Mapping):
        return all(map(_is_plain, (*value, *value.values())))
    if isinstance(value, frozenset | tuple):
        return all(map(_is_plain, value))
    return value is None or isinstance(value, (str, bool, *NUMBERS))


def joined_in(file: Path) -> frozenset[str]:
    """The names whose value a module puts together from others, as one list of words of two: `FATHERS | MOTHERS`."""
    return frozenset(
        target.id
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
        if any(isinstance(one, ast.BinOp) for one in ast.walk(node.value))
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    )


def numbers_of(file: Path) -> Iterator[str]:
    """The numbers and tables that a module names; of what was learned the limits, and not the weight of each word.

    Of lists of words that are put together of others, how many words they hold.
    """
    name = file.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
    module, joined = import_module(f"letterladder.{name}"), joined_in(file)
    for one in names_in(file):
        if is_number(value := getattr(module, one, None)) or is_table(value):
            yield f"{one} = {in_words(value)}"
        elif one in joined and isinstance(value, Mapping | frozenset | set | tuple | list):
            yield f"{one} holds {len(value)}"


FILES = [file.relative_to(ROOT).as_posix() for file in sorted((ROOT / "rules").rglob("*.py"))]
AGREED = Path(__file__).with_name("numbers.txt")


@cache
def written_down() -> Mapping[str, list[str]]:
    """The lines of each file, as people agreed to them."""
    found: dict[str, list[str]] = {}
    for line in AGREED.read_text(encoding="utf-8").splitlines():
        if line.startswith("? "):
            lines = found.setdefault(line.removeprefix("? "), [])
        else:
            lines.append(line)
    return found


@pytest.mark.parametrize("file", FILES)
def test_every_number_of_the_rules_is_the_one_that_is_written_down(file: str) -> None:
    """Whoever changes one changes what a school may rely on, and reads it here."""
    said = [f"    {in_words(one)}" for one in numbers_of(ROOT / file)]
    assert os.environ.get("LETTERLADDER_GOLDEN") == "write" or said == written_down().get(file, [])


def test_the_page_of_numbers_is_whole() -> None:
    """Of no file that is gone, and in the order of the files; LETTERLADDER_GOLDEN=write writes it again."""
    found = {file: list(numbers_of(ROOT / file)) for file in FILES}
    agreed(AGREED, {file: said for file, said in found.items() if said})
