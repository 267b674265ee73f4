"""What the rules hand round are values: nobody changes one, and whoever makes one names its parts."""

import inspect
from dataclasses import is_dataclass
from importlib import import_module
from pathlib import Path

import pytest
from msgspec import Struct

ROOT = Path(__file__).resolve().parents[2]
FILES = [file.relative_to(ROOT).as_posix() for file in sorted((ROOT / "rules").rglob("*.py"))]
GROWING = {"Seen", "_Reading"}
"""These note what was read so far, and are handed to nobody."""
BY_PLACE = {"_Place"}
"""Two numbers with one order."""


def classes_of(file: str) -> list[type]:
    """The dataclasses and Structs that a file makes."""
    module = import_module(f"letterladder.{file.removesuffix('.py').replace('/', '.')}")
    return [
        one
        for one in vars(module).values()
        if isinstance(one, type)
        and one.__module__ == module.__name__
        and (is_dataclass(one) or issubclass(one, Struct))
    ]


def is_frozen(one: type) -> bool:
    """Whether a part of it can never be given another value."""
    if issubclass(one, Struct):
        return one.__struct_config__.frozen
    return bool(vars(one)["__dataclass_params__"].frozen)


@pytest.mark.parametrize("file", FILES)
def test_values_cannot_be_changed(file: str) -> None:
    """One that is handed to two readers says the same to both."""
    assert {one.__name__ for one in classes_of(file) if not is_frozen(one)} <= GROWING


@pytest.mark.parametrize("file", FILES)
def test_values_take_no_part_that_they_do_not_have(file: str) -> None:
    """A part that is spelled wrong is an error, not a new part."""
    assert [one.__name__ for one in classes_of(file) if one.__dictoffset__] == []


@pytest.mark.parametrize("file", FILES)
def test_the_parts_of_a_value_are_named(file: str) -> None:
    """Two days in the wrong order would be another deadline."""
    found = {
        one.__name__
        for one in classes_of(file)
        for part in inspect.signature(one).parameters.values()
        if part.kind is not inspect.Parameter.KEYWORD_ONLY
    }
    assert found <= BY_PLACE
