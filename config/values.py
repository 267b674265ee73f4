"""Frozen values of the rules read straight from a table of a file: their fields and defaults are said there alone.

The table holds the fields of the value under their own names. What the value does not say, such as the least and the
most of a number, is said here beside the name of the field.
"""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, get_type_hints

from pydantic import Field, GetCoreSchemaHandler, create_model
from pydantic_core import CoreSchema, core_schema

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
        table = self._table(kind)

        def made(read: Table) -> object:
            value = kind(**self._but, **{name: getattr(read, name) for name in table.model_fields})
            if fault := self._check(value) if self._check else "":
                raise ValueError(fault)
            return value

        return core_schema.no_info_after_validator_function(made, handler.generate_schema(table))

    def _table(self, kind: type[Any]) -> type[Table]:
        hints = get_type_hints(kind)
        fields = {
            one.name: (self._fields.get(one.name, hints[one.name]), _default(one))
            for one in dataclasses.fields(kind)
            if one.name not in self._but
        }
        return create_model(f"{kind.__name__}Table", __base__=Table, **fields)  # type: ignore[call-overload, no-any-return]


def _default(one: "dataclasses.Field[Any]") -> Any:
    if one.default_factory is not dataclasses.MISSING:
        return Field(default_factory=one.default_factory)
    return ... if one.default is dataclasses.MISSING else one.default
