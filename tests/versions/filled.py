"""One line of every kind that a log can hold, every field filled with something that is not its default."""

import types
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any, Union, get_args, get_origin

import msgspec

FIRST = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
NAMED: dict[str, Any] = {
    "adult": "A1",
    "adult_name": "Mr Ross Dunn",
    "answer_by": date(2026, 11, 19),
    "approver": "head",
    "from_ref": "2026-0009",
    "keep_until": "2040-01-01",
    "letter": "L1",
    "number": "R-2026-001",
    "old": date(2026, 11, 19),
    "new": date(2026, 11, 24),
    "on": date(2026, 11, 10),
    "due": "2026-12-09",
    "received_on": date(2026, 11, 12),
    "ref": "2026-0001",
    "school": "larkfield-primary-school",
    "step": "L3",
    "to_ref": "2026-0001",
    "version": 1,
    "was": date(2026, 11, 9),
}
"""What fields of these names hold, so that the lines of one log speak of the same letter."""

UNLIKE = {("MailRenumbered", "was"): "41:7", ("ReceiptSent", "to"): "b.aldous@larkfield.example"}
TEXT_DAYS = frozenset({"received", "day", "on"})


def lines_of(kinds: tuple[type[Any], ...]) -> Iterator[Any]:
    """Each kind with every field filled; as often as it takes for every word of its closed sets to occur."""
    for kind in kinds:
        yield from (_struct(kind, turn) for turn in range(_turns(kind)))


def bare_lines_of(kinds: tuple[type[Any], ...]) -> Iterator[Any]:
    """Each kind with the fields alone that it cannot do without."""
    for kind in kinds:
        needed = [field for field in msgspec.structs.fields(kind) if field.required]
        yield kind(**{field.name: _value(kind.__name__, field.name, field.type, 0) for field in needed})


def _turns(kind: type[Any]) -> int:
    return max(
        [len(words) for field in msgspec.structs.fields(kind) for words in _words(field.type)], default=1
    )


def _words(declared: Any) -> Iterator[type[Enum]]:
    if isinstance(declared, type) and issubclass(declared, Enum):
        yield declared
    elif isinstance(declared, type) and issubclass(declared, msgspec.Struct):
        for field in msgspec.structs.fields(declared):
            yield from _words(field.type)
    for part in get_args(declared):
        yield from _words(part)


def _struct(kind: type[Any], turn: int) -> Any:
    fields = msgspec.structs.fields(kind)
    return kind(**{field.name: _value(kind.__name__, field.name, field.type, turn) for field in fields})


def _value(kind: str, name: str, declared: Any, turn: int) -> Any:
    if (kind, name) in UNLIKE:
        return UNLIKE[kind, name]
    origin, parts = get_origin(declared), get_args(declared)
    if origin in {Union, types.UnionType}:
        return _value(kind, name, next(part for part in parts if part is not type(None)), turn)
    if origin is list:
        return [_value(kind, name, parts[0], turn)]
    if origin is dict:
        return {f"{name} of {kind}": _value(kind, name, parts[1], turn)}
    if issubclass(declared, Enum):
        return list(declared)[turn % len(list(declared))]
    if issubclass(declared, msgspec.Struct):
        return _struct(declared, turn)
    return _plain(kind, name, declared)


def _plain(kind: str, name: str, declared: type) -> Any:
    if declared is bool:
        return True
    if isinstance(NAMED.get(name), declared):
        return NAMED[name]
    if declared is datetime:
        return FIRST - timedelta(days=1)
    if declared is date:
        return date(2026, 12, 1)
    if declared is int:
        return 3
    return "2026-11-10" if name in TEXT_DAYS else f"{name} of {kind}, as “typed” <b>&</b>"
