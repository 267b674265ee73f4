"""Begun forms on disk: each its writer's, whole or not at all, gone when they are old."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from letterladder.ground.errors import Refused
from letterladder.records.logs.begun_folder import BEGUN, FolderBegun, begun_about
from letterladder.records.logs.lock import writer_lock
from letterladder.rules.office.begun import KEPT_FOR, Begun

AT = datetime(2026, 11, 2, 10, 0, tzinfo=UTC)
FORM = "case_forms.answer 2026-0001"


def begun(by: str = "a@larkfield.example", about: str = "2026-0001", at: datetime = AT) -> Begun:
    """A form with some words in it."""
    return Begun(by=by, form=FORM, about=about, at=at, fields=[("what", "Ünsent"), ("what", "twice")])


def test_it_is_found_as_it_was_kept_by_its_writer_alone(tmp_path: Path) -> None:
    """Every field in its order; for another person, form or case there is nothing."""
    shelf = FolderBegun(tmp_path)
    shelf.keep(begun())
    assert shelf.find("a@larkfield.example", FORM, "2026-0001") == begun()
    assert shelf.find("b@larkfield.example", FORM, "2026-0001") is None
    assert shelf.find("a@larkfield.example", "case_forms.hold 2026-0001", "2026-0001") is None
    assert shelf.find("a@larkfield.example", FORM, "2026-0002") is None


def test_the_newest_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    """One file, and none after it was dropped; dropping twice is no error."""
    shelf = FolderBegun(tmp_path)
    for minute in range(3):
        shelf.keep(begun(at=AT + timedelta(minutes=minute)))
    assert len(begun_about(tmp_path, "2026-0001")) == 1
    for _ in range(2):
        shelf.drop("a@larkfield.example", FORM, "2026-0001")
    assert begun_about(tmp_path, "2026-0001") == []


@pytest.mark.parametrize("about", ["", "../../x", "2026-0001/..", "secret", "2026-0001\x00"])
def test_there_is_no_way_out_of_the_folder(tmp_path: Path, about: str) -> None:
    """Whatever a form says that it is about."""
    shelf = FolderBegun(tmp_path)
    with pytest.raises(Refused):
        shelf.keep(begun(about=about))
    with pytest.raises(Refused):
        shelf.find("a", FORM, about)
    with pytest.raises(Refused):
        shelf.drop("a", FORM, about)


def test_what_is_old_goes_and_what_cannot_be_read_goes_by_the_age_of_its_file(tmp_path: Path) -> None:
    """The one that is younger by a second stays."""
    shelf = FolderBegun(tmp_path)
    shelf.keep(begun("old@larkfield.example"))
    shelf.keep(begun("new@larkfield.example", at=AT + timedelta(seconds=1)))
    broken = tmp_path / BEGUN / f"new-{'0' * 32}.json"
    broken.write_bytes(b"{")
    assert shelf.drop_old(AT + KEPT_FOR) == 1
    assert shelf.find("new@larkfield.example", FORM, "2026-0001")
    assert broken.exists()
    assert shelf.drop_old(datetime(2100, 1, 1, tzinfo=UTC)) == 2


def test_one_that_cannot_be_read_is_as_if_there_were_none(tmp_path: Path) -> None:
    """Of a newer program, or damaged: the form is empty, and nothing breaks."""
    shelf = FolderBegun(tmp_path)
    shelf.keep(begun())
    (file,) = begun_about(tmp_path, "2026-0001")
    for content in (b"", b"[]", b"\xff", file.read_bytes().replace(b'"v":1', b'"v":9'), b"[" * 100_000):
        file.write_bytes(content)
        assert shelf.find("a@larkfield.example", FORM, "2026-0001") is None


def test_the_next_writer_removes_half_a_file(tmp_path: Path) -> None:
    """Whoever saved it held no lock, so no note tells of a stop."""
    FolderBegun(tmp_path).keep(begun())
    half = tmp_path / BEGUN / ".x.half"
    half.write_bytes(b"{")
    with writer_lock(tmp_path):
        pass
    assert not half.exists()
    assert len(begun_about(tmp_path, "2026-0001")) == 1
