"""A draft that waits is printed again only if something it is made of is another, and then it is noticed."""

import os
from datetime import date
from pathlib import Path

import pytest
from office import Rehearsal, edited
from prepared import reported_school

from letterladder.workflows.unchanged import MadeOf, void_if_other

REF = "2026-0001"


def looked_at(tmp_path: Path) -> Rehearsal:
    """A school whose draft waits, and was looked at once."""
    school = reported_school(tmp_path)
    assert not void_if_other(school.office, school.case(), school.in_hand())
    return school


def remembered(school: Rehearsal) -> object:
    return school.office.unchanged[f"{REF} L1.1"]


def test_on_another_day_the_same_is_remembered(tmp_path: Path) -> None:
    """Its dates alone are others: what it is made of is equal, and it stays as it is."""
    school = looked_at(tmp_path)
    before = remembered(school)
    school.clock.turn_to(date(2026, 11, 5))
    assert not void_if_other(school.office, school.case(), school.in_hand())
    after = remembered(school)
    assert isinstance(before, MadeOf)
    assert isinstance(after, MadeOf)
    assert after.is_as(before)
    assert school.letters() == ["L1.1 drafted"]


def test_a_template_of_the_same_size_and_time_is_noticed(tmp_path: Path) -> None:
    """What counts are its bytes."""
    school = looked_at(tmp_path)
    ours = school.office.template("L1")
    own = school.folder / "letter_templates" / ours.name
    own.parent.mkdir(exist_ok=True)
    own.write_bytes(ours.read_bytes())
    assert not void_if_other(school.office, school.case(), school.in_hand())
    before = own.stat()
    closing = school.office.template("Z1").read_bytes()
    own.write_bytes(closing)
    os.utime(own, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert void_if_other(school.office, school.case(), school.in_hand())
    assert school.letters() == ["L1.1 void"]


@pytest.mark.parametrize("word", ["8 Mill Bank", "Kiln Rows"])
def test_a_changed_register_is_noticed(word: str, tmp_path: Path) -> None:
    """Another address, on the same day or a later one."""
    school = looked_at(tmp_path)
    edited(school.folder, ("3 Kiln Lane", word), file="people.csv")
    assert void_if_other(school.office, school.case(), school.in_hand())
    assert school.letters() == ["L1.1 void"]


def test_a_file_that_was_touched_is_noticed(tmp_path: Path) -> None:
    """Also where nothing that it is made of is another."""
    school = looked_at(tmp_path)
    file = school.folder / "data" / "cases" / REF / school.in_hand().file
    file.chmod(0o600)
    file.write_bytes(file.read_bytes() + b" ")
    assert void_if_other(school.office, school.case(), school.in_hand())
