"""Tests see the checkout as the package `letterladder`, by the same lines that run.py uses."""

import gc
import os
import runpy
from pathlib import Path

import pytest
from hypothesis import settings
from tools.suite_cost import LIST, ROOT, listed

runpy.run_path(str(Path(__file__).resolve().parent.parent / "run.py"), run_name="checkout")

# `make test` tries few examples, the same every time; `make sweeps` many, others each time (in CI the same).
settings.register_profile("few", max_examples=25, derandomize=True, deadline=None, database=None)
settings.register_profile("many", max_examples=200, derandomize=os.environ.get("CI") == "true", deadline=None)
settings.load_profile("few")


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: it is not searched for garbage again and again."""
    gc.collect()
    gc.freeze()


LONG = listed(LIST.read_text(encoding="utf-8"))


def is_long(path: Path) -> bool:
    """Whether the tests of this file cost much: `make test` leaves them to `make long`."""
    return path.is_relative_to(ROOT) and path.relative_to(ROOT).as_posix() in LONG


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """A file none of whose tests is asked for need not be read."""
    return True if "not long" in config.option.markexpr and is_long(collection_path) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of the files that cost much."""
    for item in items:
        if is_long(item.path):
            item.add_marker("long")
