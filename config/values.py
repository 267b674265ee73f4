"""Frozen values read straight from a table of a file: their fields and defaults are said where the value is, alone.

The table holds the fields of the value under their own names. What the value does not say, such as the least and the
most of a number, is said here beside the name of the field.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import Field, GetCoreSchemaHandler, create_model
from pydantic_core import CoreSchema, core_schema

from ..ground.values import Part, parts_of
from .toml_file import Table


class Told:
    """Beside a type in a `Table`: the value is read from a table with its fields.

    Used as `Annotated[Posting, Told()]`. Every fault names the file and the key, as of any other table.
    """

    def __init__(
        self,
        check: Callable[[Any], str] | None = None,
        /,
        *,
        but: Mapping[str, object] = {},
        **fields: object,
    ) -> None:
        """Remember what the value itself does not say.

        Args:
            check: what is wrong with fields that must fit each other, or "".
            but: fields that stand elsewhere, and what they hold until they are known.
            fields: a narrower type for a field, such as `Annotated[int, Field(ge=1)]`.
        """
        self._check = check
        self._but = but
        self._fields = fields

    def __get_pydantic_core_schema__(self, kind: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        """How pydantic reads the value: as a table of its fields first."""
        keys: dict[str, Any] = self._keys(kind)
        table = create_model(f"{kind.__name__}Table", __base__=Table, **keys)

        def made(read: Table) -> object:
            return self._value(kind, read)

        return core_schema.no_info_after_validator_function(made, handler.generate_schema(table))

    def _keys(self, kind: type[Any]) -> dict[str, tuple[object, object]]:
        """Each key of the table: what it may hold, and what it holds where it is not there."""
        keys: dict[str, tuple[object, object]] = {}
        for one, hint, among in self._own(kind):
            if hint is not KeysThere:
                keys |= among._keys(_bare(hint)) if among else {one.name: (hint, _default(one))}
        return keys

    def _value(self, kind: type[Any], read: Table) -> object:
        """The value made of the keys that were read."""
        fields: dict[str, object] = {}
        for one, hint, among in self._own(kind):
            if hint is KeysThere:
                fields[one.name] = frozenset(read.model_fields_set)
            else:
                fields[one.name] = among._value(_bare(hint), read) if among else getattr(read, one.name)
        value = kind(**self._but, **fields)
        if fault := self._check(value) if self._check else "":
            raise ValueError(fault)
        return value

    def _own(self, kind: type[Any]) -> list[tuple[Part, object, "Among | None"]]:
        """The fields that are read, each with its type; and how, where it is a value whose keys are among these."""
        hints = get_type_hints(kind, include_extras=True) | self._fields
        return [
            (one, hints[one.name], _among(hints[one.name]))
            for one in parts_of(kind)
            if one.name not in self._but
        ]


class Among(Told):
    """Beside the type of a field of a `Said`: its keys have no table of their own, they are among those around it.

    Used as `person: Annotated[Person, Among(email=Mail)]`, where the table holds `name` and `email` and more.
    """


class Said:
    """A frozen dataclass that is a table of a file: wherever it is the type of a key, it is read with its faults."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, kind: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        """As a value beside which nothing is said."""
        return Told().__get_pydantic_core_schema__(kind, handler)


KeysThere = Annotated[frozenset[str], "the keys that the table has"]
"""The type of a field of a `Said` that is not a key: which keys somebody wrote."""


def _bare(hint: object) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _among(hint: object) -> Among | None:
    beside = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((one for one in beside if isinstance(one, Among)), None)


def _default(one: Part) -> object:
    return Field(default_factory=one.default) if one.default else ...
