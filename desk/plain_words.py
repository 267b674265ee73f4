"""What is typed as plain words is read without pydantic, which typer would load for it: a quarter of `cases`.

Typer has each option read by pydantic, also one that stays the text it is. Here texts, lists of texts, flags, paths
of which nothing is asked, and what has a parser of its own are read at once; all others, and everything odd, typer
reads as ever. A typer that is made otherwise inside reads everything itself.
"""

from pathlib import Path
from typing import Any

import typer


def read_plainly(command: Any) -> None:
    """Let the options of this command, and of the commands in it, be read without pydantic where they are plain."""
    _read_plainly(command, typer.Context(command, **command.context_settings))


def _read_plainly(command: Any, ctx: typer.Context) -> None:
    for param in command.get_params(ctx):
        kind = getattr(param, "type_descriptor", None)
        if kind is not None and getattr(param, "_runtime_param", 0) is None and _is_plain(kind):
            param._runtime_param = _Plain(kind)
    for within in getattr(command, "commands", {}).values():
        _read_plainly(within, ctx)


def _is_plain(kind: Any) -> bool:
    info = kind.parameter_info
    if info.parser is not None or kind.annotation in {str, bool, list[str]}:
        return True
    return kind.annotation is Path and not (info.exists or info.resolve_path or info.allow_dash)


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
            return () if param.multiple else None
        kind = self._kind
        if kind.annotation is bool and isinstance(value, bool):
            return value
        if isinstance(value, str) and _is_whole(value):
            if (parser := kind.parameter_info.parser) is not None:
                return parser(value)
            if kind.annotation is str:
                return value
            if kind.annotation is Path:
                return Path(value)
        if kind.annotation == list[str] and isinstance(value, list | tuple) and all(map(_is_whole, value)):
            return list(value)
        return _of_typer(kind).coerce(value, param=param, ctx=ctx)


def _is_whole(word: Any) -> bool:
    """Whether this is a text that can be written down: no half of a character that the terminal could not read."""
    try:
        return isinstance(word, str) and word.encode() is not None
    except UnicodeEncodeError:
        return False


def _of_typer(kind: Any) -> Any:
    from typer._coercion import build_runtime_param  # noqa: PLC0415 - it loads pydantic

    return build_runtime_param(kind)
