"""Tests see the checkout as the package `letterladder`, by the same lines that run.py uses."""

import gc
import os
import runpy
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from tools.in_memory import roomy
from tools.suite_cost import LIST, ROOT, listed

runpy.run_path(str(Path(__file__).resolve().parent.parent / "run.py"), run_name="checkout")

# `make test` tries few examples, the same every time; `make sweeps` many, others each time (in CI the same).
settings.register_profile("few", max_examples=25, derandomize=True, deadline=None, database=None)
settings.register_profile("many", max_examples=200, derandomize=os.environ.get("CI") == "true", deadline=None)
settings.load_profile("few")


ROOM = 4_000_000_000
"""Bytes that the files of one run may need."""
OWN_PLACE = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Put the files of a run in memory where there is room: the program forces to the disk each file that it writes.

    Somebody who says where they are to be (TMPDIR, --basetemp) is obeyed; the workers of a run are told by TMPDIR.
    """
    place = None if "TMPDIR" in os.environ or config.option.basetemp else roomy(ROOM)
    if place:
        config.stash[OWN_PLACE] = folder = tempfile.mkdtemp(prefix="t-", dir=place)
        Path(folder).chmod(0o1777)  # the mail servers work under accounts of their own, as they do in /tmp
        os.environ["TMPDIR"], tempfile.tempdir = folder, None


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> None:
    """Leave the files to whoever wants to see why a test failed, and say where they are."""
    if exitstatus == pytest.ExitCode.TESTS_FAILED and OWN_PLACE in config.stash and not os.environ.get("CI"):
        folder = config.stash[OWN_PLACE]
        del config.stash[OWN_PLACE]
        terminalreporter.write_line(
            f"The files of this run are kept in memory; once looked at: rm -r {folder}"
        )


def pytest_unconfigure(config: pytest.Config) -> None:
    """Give the memory back."""
    if folder := config.stash.get(OWN_PLACE, None):
        shutil.rmtree(folder, ignore_errors=True)


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
