"""For mutants.py: changes of a module's own values that come out the same, such as `|` for `^` of two sets apart."""

import ast
import importlib
import re
import types
from collections.abc import Mapping
from datetime import date, time, timedelta
from pathlib import PurePosixPath

PLAIN = (str, bytes, int, float, complex, bool, type(None), date, time, timedelta)


def comes_out_the_same(file: str, line: int, changed: str) -> bool:
    """Whether the changed line is one of the module's own values, and every value of the module is what it was.

    Args:
        file: a module of the program by its path from the top, "rules/days/until.py".
        line: the changed one, from 1.
        changed: the whole source with the change.
    """
    if line not in _lines_of_values(changed):
        return False
    name = ".".join(("letterladder", *PurePosixPath(file).with_suffix("").parts))
    known = importlib.import_module(name)
    made = types.ModuleType(name)
    made.__package__, made.__file__ = name.rpartition(".")[0], known.__file__
    try:
        exec(compile(changed, file, "exec"), made.__dict__)  # noqa: S102 - our own source, but for the one change
    except Exception:  # noqa: BLE001 - whatever it ends with, it is another program
        return False
    names = _names_of_values(changed)
    return all(is_same(vars(known).get(one), vars(made).get(one)) for one in names)


def is_same(one: object, other: object) -> bool:
    """Whether two values are surely the same; of what has no plain parts nobody can say."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, PLAIN):
        return one == other
    if isinstance(one, re.Pattern) and isinstance(other, re.Pattern):
        return (one.pattern, one.flags) == (other.pattern, other.flags)
    if isinstance(one, frozenset | set) and isinstance(other, frozenset | set):
        return one == other
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return list(one) == list(other) and all(is_same(one[key], other[key]) for key in one)
    return False


def _values(source: str) -> list[ast.Assign | ast.AnnAssign]:
    return [node for node in ast.parse(source).body if isinstance(node, ast.Assign | ast.AnnAssign)]


def _lines_of_values(source: str) -> set[int]:
    return {
        line for node in _values(source) for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }


def _names_of_values(source: str) -> set[str]:
    targets = [
        one
        for node in _values(source)
        for one in (node.targets if isinstance(node, ast.Assign) else [node.target])
    ]
    return {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}
