"""What is beside the log of a case: who reported, and who opened it at the desk."""

from collections.abc import Iterator
from pathlib import Path

from ...ground.errors import LetterladderError, Problem
from ...rules.office.exports import OfficeEntry
from ...rules.office.reading_events import READINGS
from ..logs.case_files import REPORTER, read_reporters
from ..logs.chain import read_chain


def problems_of_readings(case: Path) -> Iterator[Problem]:
    """Who opened the case at the desk is a log of its own, chained as all are."""
    try:
        yield from read_chain(case / READINGS, OfficeEntry).problems
    except LetterladderError as error:
        yield from error.problems


def problems_of_reporters(case: Path, mails: frozenset[str], reports: frozenset[str]) -> Iterator[Problem]:
    """Who reported is kept apart from the log; each note must belong to an email of the case."""
    place = case / REPORTER
    try:
        known = read_reporters(place)
    except LetterladderError as error:
        yield from error.problems
        return
    for sha256 in sorted(reports - known.keys()):
        what = f"It names nobody for report {sha256[:12]}: who reported was noted when it came."
        yield Problem(where=str(place), what=what, what_to_do="Restore it from the last backup.")
    for sha256 in sorted(known.keys() - mails):
        what = f"It names a reporter for email {sha256[:12]}, which is not in this case."
        yield Problem(where=str(place), what=what, what_to_do="Compare it with the last backup.")
