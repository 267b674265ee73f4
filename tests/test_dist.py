"""The wheel and the sdist hold what is in the tree and nothing else, and the program runs from the wheel alone."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from test_layout import CODE, ROOT
from tools.make_dist import make_dist

PATIENCE = 300
"""Seconds after which a command that hangs is ended, and its test is red."""
JUNK = {".pyc", ".pyo"}
FOR_A_CONTAINER = (
    "packaging",
    "requirements-full.lock",
    "requirements-dist.lock",
    "pyproject.toml",
    "README.md",
    "docs",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The sdist and the wheel."""
    return make_dist(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def wheel(built: list[Path]) -> Path:
    """The wheel."""
    return next(file for file in built if file.suffix == ".whl")


def shipped() -> set[str]:
    """Every file of the program's folders: code, templates, policies, languages, pages, fonts."""
    return {
        file.relative_to(ROOT).as_posix()
        for folder in CODE
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and file.suffix not in JUNK and not file.name.startswith((".", "~"))
    }


def test_the_wheel_holds_every_file_of_the_program_and_no_other(wheel: Path) -> None:
    """A template that no pattern covers would be missed only when a letter is drafted."""
    with zipfile.ZipFile(wheel) as packed:
        names = {name for name in packed.namelist() if ".dist-info/" not in name}
    wanted = {f"letterladder/{name}" for name in shipped()}
    assert (sorted(wanted - names), sorted(names - wanted)) == ([], [])


def test_the_files_of_the_wheel_are_those_of_the_tree_byte_for_byte(wheel: Path) -> None:
    """Word files above all: a build that turned their line ends would break them."""
    with zipfile.ZipFile(wheel) as packed:
        changed = [
            name for name in shipped() if packed.read(f"letterladder/{name}") != (ROOT / name).read_bytes()
        ]
    assert changed == []


def test_the_sdist_is_enough_to_build_the_container(built: list[Path]) -> None:
    """Whoever unpacks it has what the Containerfile copies, and the pages; the tests stay in the repository."""
    archive = next(file for file in built if file.name.endswith(".tar.gz"))
    with tarfile.open(archive) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    tops = {name.partition("/")[0] for name in names}
    assert {*CODE, *FOR_A_CONTAINER} <= tops
    assert shipped() <= names
    assert "tests" not in tops


def test_the_program_runs_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    """With no checkout in sight: it knows its version, makes a school's folder and finds its templates."""
    shutil.unpack_archive(wheel, tmp_path / "installed", "zip")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert typed(tmp_path, "--version") == f"letterladder {project['version']}\n"
    typed(tmp_path, "init", "school")
    assert "L1-removal-request.docx" in typed(tmp_path, "--config", "school", "templates", "--json")
    assert "Round done" in typed(tmp_path, "--config", "school", "round")
    assert str(tmp_path / "installed") in typed(tmp_path, "--config", "school", "where", "--json")


def test_the_demo_plays_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    """Emails are read by a process of their own, which must be started from the wheel, too; and letters are drafted."""
    shutil.unpack_archive(wheel, tmp_path / "installed", "zip")
    assert "register.csv" in typed(tmp_path, "demo", "demo")
    cases = json.loads(typed(tmp_path, "--config", "demo", "cases", "--json"))
    assert {letter["status"] for case in cases for letter in case["letters"]} >= {"posted"}


def typed(folder: Path, *words: str) -> str:
    """What a command says that is typed in this folder and runs from the unpacked wheel."""
    start = "import sys; sys.argv[0] = 'letterladder'; from letterladder.desk.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", start, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "installed"), "PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode in {0, 1}, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout
