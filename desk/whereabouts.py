"""Where everything is: this program, Python, a school's folder and data, and the programs that Letterladder uses."""

import os
import platform
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ..config.paths import ROOT

PACKAGE = "letterladder"
PATIENCE = 30
"""Seconds that a program has to say its version."""
GIGABYTE = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One thing and where it is; where it is not there, what it is for and how to get it.

    Attributes:
        name: what it is.
        path: where it lies; "" where it was not found.
        says: its version, or how it stands, in a few words.
        to_get: what it is for and how to get it; "" for what is there.
    """

    name: str
    path: str = ""
    says: str = ""
    to_get: str = ""


def own_version() -> str:
    """The version of this program, as it was installed or as its checkout says."""
    project = ROOT / "pyproject.toml"
    if project.is_file():
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return "unknown"


def places(folders: dict[str, Path]) -> list[Place]:
    """Everything, in the order in which it is shown; `folders` are those of the schools, by their short names."""
    return [
        Place(name="Letterladder", path=str(ROOT), says=own_version()),
        Place(
            name="Python",
            path=sys.executable,
            says=f"{platform.python_version()}, {platform.system()} {platform.machine()}",
        ),
        *(
            one
            for name, folder in folders.items()
            for one in _of_school(folder, name, alone=len(folders) == 1)
        ),
        _libreoffice(),
        _tesseract(),
    ]


def _of_school(folder: Path, name: str, *, alone: bool) -> list[Place]:
    called, data = ("School" if alone else f"School {name}"), folder / "data"
    if not (folder / "school.toml").is_file():
        what = "no school.toml there: say --config FOLDER, or make one with `letterladder init FOLDER`"
        return [Place(name=called, path=str(folder.resolve()), says="not a school's folder", to_get=what)]
    says = "nothing yet" if not data.is_dir() else _room(data)
    return [
        Place(name=called, path=str(folder.resolve()), says="settings, people, calendar, own letters"),
        Place(name="  its data", path=str(data.resolve()), says=says),
    ]


def _room(data: Path) -> str:
    try:
        cases = sum(1 for one in (data / "cases").iterdir() if one.is_dir())
    except OSError:
        cases = 0
    free = shutil.disk_usage(data).free / GIGABYTE
    return f"{cases} case{'' if cases == 1 else 's'}; {free:.0f} GB free" + (
        "" if os.access(data, os.W_OK) else "; this account cannot write there"
    )


def _libreoffice() -> Place:
    from ..records.papers.pdf import find_libreoffice

    found = find_libreoffice()
    if found:
        return Place(name="LibreOffice", path=found, says=_said(found, "--version"))
    how = {
        "linux": "sudo apt install libreoffice-writer-nogui",
        "darwin": "brew install --cask libreoffice, or from libreoffice.org",
        "win32": "winget install TheDocumentFoundation.LibreOffice, or from libreoffice.org",
    }.get(sys.platform, "from libreoffice.org")
    return Place(name="LibreOffice", to_get=f"it makes the PDFs of letters; to get it: {how}")


def _tesseract() -> Place:
    from ..mailbox.machine_reading import missing

    found = shutil.which("tesseract")
    if found and not missing():
        return Place(name="Tesseract", path=found, says=_said(found, "--version"))
    return Place(
        name="Tesseract",
        path=found or "",
        to_get=f"only for reading the words in pictures (`ocr = true`): {missing()}",
    )


def _said(program: str, *words: str) -> str:
    """The first line that a program says of itself; that it says nothing, where it does not."""
    try:
        done = subprocess.run(
            [program, *words], capture_output=True, text=True, timeout=PATIENCE, check=False, errors="replace"
        )
    except (OSError, subprocess.TimeoutExpired):
        return "it is there, but does not start"
    lines = (line.strip() for line in (done.stdout or done.stderr).splitlines())
    return next(filter(None, lines), "?")[:80]
