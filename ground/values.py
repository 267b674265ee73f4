"""Values of the rules are Structs of msgspec, quick to declare and to make; a few with hidden parts are dataclasses."""

import dataclasses
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from msgspec import NODEFAULT, Struct, structs

Value = TypeVar("Value")


def replace(value: Value, /, **changes: Any) -> Value:
    """The same value with other parts, of whichever of the two kinds it is.

    Raises:
        TypeError: it has no such part.
    """
    if isinstance(value, Struct):
        return structs.replace(value, **changes)
    return dataclasses.replace(value, **changes)  # type: ignore[type-var]


class Part(NamedTuple):
    """One part of a value by its name, and what gives it where nothing is said; None where something must be."""

    name: str
    default: Callable[[], object] | None


def parts_of(kind: Any) -> list[Part]:
    """The parts that a value of this type, or this value, is made with, in order; hidden ones are left out."""
    if isinstance(kind, Struct) or (isinstance(kind, type) and issubclass(kind, Struct)):
        return [Part(one.name, _default(one, NODEFAULT)) for one in structs.fields(kind)]
    return [
        Part(one.name, _default(one, dataclasses.MISSING)) for one in dataclasses.fields(kind) if one.init
    ]


def names_of_parts(value: object) -> tuple[str, ...]:
    """The names of all parts of a value, hidden ones too, in order."""
    if isinstance(value, Struct):
        return value.__struct_fields__
    return tuple(one.name for one in dataclasses.fields(value))  # type: ignore[arg-type]


def as_table(value: Any) -> dict[str, Any]:
    """A value as a table of its parts, and so on within: what is written into a file or shown as JSON."""
    return {one.name: _table(getattr(value, one.name)) for one in parts_of(value)}


def is_value(value: object) -> bool:
    """Whether it is made of parts."""
    return isinstance(value, Struct) or (dataclasses.is_dataclass(value) and not isinstance(value, type))


def _table(value: Any) -> Any:
    if is_value(value):
        return as_table(value)
    if isinstance(value, dict):
        return {key: _table(one) for key, one in value.items()}
    return type(value)(map(_table, value)) if type(value) in {list, tuple} else value


def _default(one: Any, missing: object) -> Callable[[], object] | None:
    if one.default_factory is not missing:
        return one.default_factory  # type: ignore[no-any-return] # what makes a default is no typed thing
    return None if one.default is missing else lambda: one.default
