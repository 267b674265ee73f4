"""The numbers that the rules go by, as people agreed to them: how long, how many, how near."""

import ast
from collections.abc import Iterator, Mapping
from datetime import time, timedelta
from fractions import Fraction
from importlib import import_module
from pathlib import Path

from whole_answers import agreed, in_words

ROOT = Path(__file__).resolve().parents[2]
NUMBERS = (int, float, Fraction, timedelta, time)


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


def numbers_of(file: Path) -> Iterator[str]:
    """The numbers that a module names; those that were learned have a page of their own."""
    name = file.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
    module = import_module(f"letterladder.{name}")
    for one in names_in(file):
        if is_number(value := getattr(module, one, None)):
            yield f"{one} = {in_words(value)}"


def test_every_number_of_the_rules_is_the_one_that_is_written_down() -> None:
    """Whoever changes one changes what a school may rely on, and reads it here."""
    files = [file for file in sorted((ROOT / "rules").rglob("*.py")) if not file.stem.endswith("_weights")]
    found = {file.relative_to(ROOT).as_posix(): list(numbers_of(file)) for file in files}
    agreed(Path(__file__).with_name("numbers.txt"), {file: said for file, said in found.items() if said})
