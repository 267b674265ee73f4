"""Which keys a table of a file may have, at any depth, and the one that a misspelt key was probably meant to be."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.errors import PydanticInvalidForJsonSchema
from pydantic.json_schema import GenerateJsonSchema

Schema = Mapping[str, Any]


class _Keys(GenerateJsonSchema):
    """The keys alone are asked for: whether a default can be written as JSON is no matter."""

    ignored_warning_kinds = {"skipped-choice", "non-serializable-default"}  # noqa: RUF012 - pydantic's own way


def keys_beside(model: type[Any], loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """The keys that the table around this key may have; empty where that cannot be told."""
    whole = _schema(model)  # type: ignore[arg-type]  # mypy does not know that every class is hashable
    tables = [whole]
    for part in loc[:-1]:
        tables = [below for one in tables for below in _below(whole, one, part)]
    known = (key for one in tables for each in _each(whole, one) for key in each.get("properties", {}))
    return tuple(dict.fromkeys(known))


def near_key(key: str, known: tuple[str, ...]) -> str:
    """The known key that this one was probably meant to be; "" for none."""
    plain = {one.replace("_", "").casefold(): one for one in known}
    near = get_close_matches(key.replace("_", "").replace("-", "").casefold(), plain, n=1, cutoff=0.7)
    return plain[near[0]] if near else ""


@cache
def _schema(model: type[Any]) -> Schema:
    try:
        return TypeAdapter(model).json_schema(schema_generator=_Keys)
    except PydanticInvalidForJsonSchema:
        return {}


def _each(whole: Schema, one: Schema) -> Iterator[Schema]:
    """The table behind a reference, or each of several that may be used here."""
    if "$ref" in one:
        yield from _each(whole, whole.get("$defs", {}).get(one["$ref"].rpartition("/")[2], {}))
    for way in ("anyOf", "oneOf", "allOf"):
        for each in one.get(way, ()):
            yield from _each(whole, each)
    yield one


def _below(whole: Schema, one: Schema, part: int | str) -> Iterator[Schema]:
    """What is written for this key, or at this place of a list."""
    for each in _each(whole, one):
        if isinstance(part, int):
            under = each.get("items")
        else:
            under = each.get("properties", {}).get(part, each.get("additionalProperties"))
        if isinstance(under, Mapping):
            yield under
