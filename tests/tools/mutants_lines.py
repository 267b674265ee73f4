"""A plug-in of pytest for mutants.py: notes which test runs which line of `rules/`."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from coverage import Coverage

ROOT = Path(__file__).resolve().parents[2]
COVERAGE = Coverage(data_file=None, source=[str(ROOT / "rules")])
COVERAGE.start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Lines from here on belong to this test."""
    COVERAGE.switch_context(item.nodeid)
    try:
        yield
    finally:
        COVERAGE.switch_context("")


def pytest_sessionfinish() -> None:
    """Write the table: file, line, tests."""
    COVERAGE.stop()
    data = COVERAGE.get_data()
    table = {
        Path(file).relative_to(ROOT).as_posix(): {
            str(line): [test for test in tests if test] for line, tests in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
    Path(os.environ["MUTANTS_TABLE"]).write_text(json.dumps(table), encoding="utf-8")
