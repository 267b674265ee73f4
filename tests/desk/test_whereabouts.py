"""`where` and `--version`: what somebody on the telephone is asked first."""

import json
import tomllib
from pathlib import Path

import pytest
from office import an_office

from letterladder.desk import whereabouts
from letterladder.desk.cli import run

ROOT = Path(__file__).resolve().parents[2]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def test_the_version_is_that_of_the_project(capfd: pytest.CaptureFixture[str]) -> None:
    """Whatever else is typed, and in whatever folder."""
    assert run(["--version"]) == 0
    assert capfd.readouterr().out == f"letterladder {VERSION}\n"


def test_where_names_the_folders_and_how_they_stand(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The school's own, its data with the number of cases, the program and Python."""
    school = an_office(tmp_path)
    school.report()
    assert run(["--config", str(school.folder), "where"]) == 0
    said = capfd.readouterr().out
    assert str(school.folder.resolve()) in said
    assert "1 case; " in said
    assert VERSION in said
    assert "Python" in said


def test_in_json_each_has_a_name_and_a_path(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """For whoever looks after many schools."""
    school = an_office(tmp_path)
    assert run(["--config", str(school.folder), "where", "--json"]) == 0
    told = {one["name"]: one for one in json.loads(capfd.readouterr().out)}
    assert {"Letterladder", "Python", "School", "its data", "LibreOffice", "Tesseract"} == set(told)
    assert told["its data"]["path"] == str((school.folder / "data").resolve())


def test_a_folder_that_is_no_school_is_said(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """With what to type; everything else is shown as ever."""
    assert run(["--config", str(tmp_path), "where"]) == 0
    said = capfd.readouterr().out
    assert "not a school's folder" in said
    assert "letterladder init FOLDER" in said
    assert "LibreOffice" in said


def test_a_program_that_is_missing_is_said_with_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """And what it is for."""
    monkeypatch.setattr("letterladder.records.papers.pdf.find_libreoffice", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run(["--config", str(an_office(tmp_path).folder), "where"]) == 0
    said = capfd.readouterr().out
    assert "not found" in said
    assert "it makes the PDFs of letters; to get it: " in said
    assert "only for reading the words in pictures" in said


def test_a_program_that_does_not_start_is_said(tmp_path: Path) -> None:
    """A link to nothing, or another machine's program."""
    broken = tmp_path / "soffice"
    broken.write_bytes(b"\x7fELF nonsense")
    broken.chmod(0o755)
    assert whereabouts._said(str(broken), "--version") == "it is there, but does not start"
