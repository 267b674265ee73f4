"""What is typed as plain words is read without pydantic, which typer would load for it: a quarter of `cases`.

Typer has each option read by pydantic, also one that stays the text it is, and one that nobody typed. Here what was
not typed, texts, lists of texts, flags, paths of which nothing is asked, a choice as it is written, and what has a
parser of its own are read at once; all others, and everything odd, typer reads as ever. A typer that is made otherwise
inside reads everything itself.
"""

from enum import EnumType
from pathlib import Path
from typing import Any

import typer

_ASKED_OF_A_PATH = ("exists", "resolve_path", "allow_dash", "writable", "path_type")


def read_plainly(command: Any) -> None:
    """Let the options of this command, and of the commands in it, be read without pydantic where they are plain."""
    _read_plainly(command, typer.Context(command, **command.context_settings))


def _read_plainly(command: Any, ctx: typer.Context) -> None:
    for param in command.get_params(ctx):
        kind = getattr(param, "type_descriptor", None)
        if kind is not None and getattr(param, "_runtime_param", 0) is None:
            param._runtime_param = _Plain(kind)
    for within in getattr(command, "commands", {}).values():
        _read_plainly(within, ctx)


class _Plain:
    """Reads one option: the same value as typer's own reader, or typer's own reader itself."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind

    def coerce(self, value: Any, *, param: Any, ctx: typer.Context) -> Any:
        """What typer calls.

        Raises:
            typer.BadParameter: the option cannot be this.
        """
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        kind = self._kind
        if kind.annotation is bool and isinstance(value, bool):
            return value
        if isinstance(value, str) and _is_whole(value):
            if (parser := kind.parameter_info.parser) is not None:
                return parser(value)
            if kind.annotation is str:
                return value
            if kind.annotation is Path and _asks_nothing(kind.parameter_info):
                return Path(value)
            if isinstance(kind.annotation, EnumType) and value in _values(kind.annotation):
                return kind.annotation(value)
        if kind.annotation == list[str] and isinstance(value, list | tuple) and all(map(_is_whole, value)):
            return list(value)
        return _of_typer(kind).coerce(value, param=param, ctx=ctx)


def _values(choices: Any) -> list[Any]:
    return [one.value for one in choices]


def _asks_nothing(info: Any) -> bool:
    """Whether nothing is asked of a path: the same values of an option that says nothing of paths."""
    return not any(getattr(info, one) for one in _ASKED_OF_A_PATH)


def _is_whole(word: Any) -> bool:
    """Whether this is a text that can be written down: no half of a character that the terminal could not read."""
    try:
        return isinstance(word, str) and word.encode() is not None
    except UnicodeEncodeError:
        return False


def _of_typer(kind: Any) -> Any:
    from typer._coercion import build_runtime_param  # noqa: PLC0415 - it loads pydantic

    return build_runtime_param(kind)
