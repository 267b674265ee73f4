"""Schools that many tests begin with: each is built once in a test run (by each of its processes) and copied.

A copy is what a school is after a restart on another disk: the same files with their times, an office built again.
"""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from office import Rehearsal, an_office

Made = Callable[[Path], Rehearsal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mould:
    """A school as it was when it was ready: its folder's parent, its day, the number of its next email."""

    folder: Path
    today: date
    number: int


_MOULDS: dict[Made, Mould] = {}
_PLACE = tempfile.TemporaryDirectory(prefix="letterladder-prepared-")


def prepared(made: Made, tmp_path: Path, **fakes: Any) -> Rehearsal:
    """The school that `made` builds in a folder, in `tmp_path`, where no school is yet.

    Args:
        made: a function of a module, called once; it must build the same school every time.
        tmp_path: the test's own folder.
        fakes: as for `an_office`.
    """
    assert not (tmp_path / "school").exists(), "a copy would undo what was done to the school that is there"
    mould = _MOULDS.get(made) or _MOULDS.setdefault(made, _mould(made))
    shutil.copytree(mould.folder, tmp_path, dirs_exist_ok=True)
    school = an_office(tmp_path, mould.today, **fakes)
    school.numbers = count(mould.number)
    return school


def _mould(made: Made) -> Mould:
    folder = Path(tempfile.mkdtemp(dir=_PLACE.name))
    school = made(folder)
    return Mould(folder=folder, today=school.clock.today(), number=next(school.numbers))


def prepared_once(made: Made) -> Any:
    """A fixture, by the name of `made`: the school that it builds, once in a test run, and a copy for each test."""

    @pytest.fixture(name=made.__name__)
    def school(tmp_path: Path) -> Rehearsal:
        return prepared(made, tmp_path)

    return school


def reported_school(tmp_path: Path) -> Rehearsal:
    """One report about Mr Dunn came in: its first letter waits for the head."""
    return prepared(_reported, tmp_path)


def posted_school(tmp_path: Path) -> Rehearsal:
    """That letter was approved and posted; it is Wednesday 4 November 2026."""
    return prepared(_posted, tmp_path)


def _reported(folder: Path) -> Rehearsal:
    school = an_office(folder)
    school.report()
    return school


def _posted(folder: Path) -> Rehearsal:
    school = prepared(_reported, folder)
    school.goes_out()
    return school
