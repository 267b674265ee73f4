"""Chromium, for the tests that look at pages: skipped with the reason where it is missing; under CI that fails."""

from servers.needs import missing

from letterladder.records.papers.pictures import find_chromium


def need_chromium() -> None:
    """The end of this test where there is none."""
    if not find_chromium():
        missing("Chromium is not installed (apt-get install chromium)")
