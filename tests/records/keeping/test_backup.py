"""A backup is whole or not there, holds everything but secrets, and restores only into an empty place."""

import zipfile
from pathlib import Path

import pytest

from letterladder.ground.errors import Refused
from letterladder.records.keeping.backup import MANIFEST, backup
from letterladder.records.keeping.restore import restore


def a_school(folder: Path) -> Path:
    """A small school folder."""
    (folder / "data" / "cases" / "2026-0001").mkdir(parents=True)
    (folder / "data" / "cases" / "2026-0001" / "case.log").write_bytes(b"line\n")
    (folder / "data" / "writer.pid").write_text("1")
    (folder / "school.toml").write_text("x = 1")
    (folder / "mail-password").write_text("secret words")
    return folder


def archived(tmp_path: Path) -> Path:
    """An archive of that school."""
    file = tmp_path / "kept.zip"
    backup(
        a_school(tmp_path / "school"),
        file,
        school="larkfield",
        made="2026-11-20T10:00:00Z",
        tell=lambda _: None,
    )
    return file


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    """Restoring gives the same bytes under the same names."""
    manifest = restore(archived(tmp_path), tmp_path / "again")
    assert (tmp_path / "again" / "data" / "cases" / "2026-0001" / "case.log").read_bytes() == b"line\n"
    assert [kept.path for kept in manifest.files] == ["school.toml", "data/cases/2026-0001/case.log"]


def test_no_password_and_no_lock_is_in_the_archive(tmp_path: Path) -> None:
    """An archive is carried about; secrets stay."""
    with zipfile.ZipFile(archived(tmp_path)) as opened:
        assert not {"mail-password", "data/writer.pid"} & set(opened.namelist())


def test_a_folder_with_something_in_it_is_never_restored_into(tmp_path: Path) -> None:
    """Restoring cannot overwrite the school's truth."""
    with pytest.raises(Refused, match="not empty"):
        restore(archived(tmp_path), tmp_path / "school")


def test_an_existing_archive_is_not_overwritten(tmp_path: Path) -> None:
    """Yesterday's backup stays."""
    file = archived(tmp_path)
    with pytest.raises(Refused, match="already"):
        backup(tmp_path / "school", file, school="x", made="now", tell=lambda _: None)


def test_a_changed_archive_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    """Every file is checked against the manifest before the folder appears."""
    file = archived(tmp_path)
    with zipfile.ZipFile(file) as opened:
        manifest = opened.read(MANIFEST)
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as bad:
        bad.writestr("school.toml", "x = 1")
        bad.writestr("data/cases/2026-0001/case.log", "lies\n")
        bad.writestr(MANIFEST, manifest)
    with pytest.raises(Refused, match="does not match the manifest"):
        restore(tmp_path / "bad.zip", tmp_path / "again")
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04"])
def test_what_is_no_backup_is_refused(tmp_path: Path, content: bytes) -> None:
    """A wrong file gets a sentence, not a traceback."""
    (tmp_path / "odd.zip").write_bytes(content)
    with pytest.raises(Refused, match="not a complete backup"):
        restore(tmp_path / "odd.zip", tmp_path / "again")


def test_a_path_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """An archive from elsewhere cannot write outside the new folder."""
    manifest = b'{"school":"x","made":"now","files":[{"path":"../evil","size":1,"sha256":"x"}]}'
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as bad:
        bad.writestr("../evil", "e")
        bad.writestr(MANIFEST, manifest)
    with pytest.raises(Refused, match="outside"):
        restore(tmp_path / "evil.zip", tmp_path / "again")
    assert not (tmp_path / "evil").exists()
