"""A plug-in of pytest for mutants.py: notes which test runs which line of `rules/`, and how long each takes.

Only the files that MUTANTS_FILES names are looked at, where it names some; and a test that is not green tells nothing.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from coverage import Coverage

ROOT = Path(__file__).resolve().parents[2]
FILES = os.environ.get("MUTANTS_FILES", "").split()
COVERAGE = Coverage(data_file=None, include=[str(ROOT / name) for name in FILES or ["rules/*"]])
SECONDS: dict[str, float] = {}
RED: set[str] = set()
COVERAGE.start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Lines from here on belong to this test."""
    COVERAGE.switch_context(item.nodeid)
    try:
        yield
    finally:
        COVERAGE.switch_context("")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up what it takes to prepare, to run and to clear away."""
    SECONDS[report.nodeid] = SECONDS.get(report.nodeid, 0.0) + report.duration
    if report.failed:
        RED.add(report.nodeid)


def pytest_sessionfinish() -> None:
    """Write the tables: file, line, tests; and seconds by test."""
    COVERAGE.stop()
    data = COVERAGE.get_data()
    table = {
        Path(file).relative_to(ROOT).as_posix(): {
            str(line): [test for test in tests if test and test not in RED]
            for line, tests in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
    Path(os.environ["MUTANTS_TABLE"]).write_text(
        json.dumps({"lines": table, "seconds": SECONDS}), encoding="utf-8"
    )
