"""What an order that waits is about: its command, with the case, the email or the request that it names."""

from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, structs
from whole_answers import agreed

from letterladder.rules.office.kept_orders import COMMANDS, KeptOrder
from letterladder.rules.office.orders import Order

AT = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
MADE: dict[object, object] = {str: "", date: date(2026, 11, 9), datetime: AT, bool: True, int: 7}


def made(kind: type[Order]) -> Order:
    """An order of this kind, with what it cannot do without; words are the name of their field."""
    hints, given = get_type_hints(kind), dict[str, Any]()
    for one in structs.fields(kind):
        if one.default is NODEFAULT and one.default_factory is NODEFAULT:
            given[one.name] = _value(hints[one.name], one.name)
    return kind(**given)


def _value(hint: Any, name: str) -> object:
    if hint is str:
        return name.upper()
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if get_origin(hint) in {dict, tuple, list}:
        return get_origin(hint)()
    return MADE[next(one for one in (hint, *get_args(hint)) if one in MADE)]


def test_each_kind_says_what_it_is_about() -> None:
    """And which case it is in, where it is in one."""
    kept = {one.__name__: KeptOrder(id="1", at=AT, order=made(one)) for one in COMMANDS}  # type: ignore[arg-type]
    told = {name: [one.about, f"case: {one.ref or 'none'}"] for name, one in kept.items()}
    agreed(Path(__file__).with_name("kept_orders.txt"), told)
