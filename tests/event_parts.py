"""What a kind of event lacks of what its base asks of it, and which kinds there are in the code."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import letterladder.rules


def lacking(kind: type[Any]) -> list[str]:
    """The parts that the base of this kind asks for and nobody has written, by name; "final" where it is not."""
    unwritten = [name for name in dir(kind) if getattr(getattr(kind, name), "__isabstractmethod__", False)]
    return unwritten + ([] if "__final__" in vars(kind) else ["final"])


def kinds_in_the_code(base: type[Any]) -> set[type[Any]]:
    """Every class below `base` in rules/ that no other class is made from, whether or not anybody imports it."""
    for module in pkgutil.walk_packages(letterladder.rules.__path__, "letterladder.rules."):
        importlib.import_module(module.name)
    return {kind for kind in _leaves(base) if kind.__module__.startswith("letterladder.rules.")}


def _leaves(kind: type[Any]) -> Iterator[type[Any]]:
    below = kind.__subclasses__()
    for one in below:
        yield from _leaves(one)
    if not below:
        yield kind
