"""`init`: a school's folder that runs as it is."""

import shutil
from pathlib import Path

from ..config.paths import EXAMPLE, LETTER_TEMPLATES
from ..ground.disk import in_plain_words
from ..ground.errors import Problem, WrongUsage

FILES = ("school.toml", "people.csv", "staff.csv", "calendar.toml")
MARK = ".letterladder-demo"
"""Marks a folder that `demo` made: its school is meant to be an invented one."""
FOLDERS = ("inbox", "sent", "letter_templates", "data")


def mark_as_demo(folder: Path) -> None:
    """Say that this folder's school is meant to be an invented one."""
    (folder / MARK).write_text("made by `letterladder demo`; may be deleted\n", encoding="utf-8")


def make_school_folder(folder: Path) -> list[str]:
    """Make the folder with an example school in it and return what was made.

    Raises:
        WrongUsage: the folder holds a school already, or is a file; nothing is overwritten.
        DiskFailed: this account may not write there, or the disk is full.
    """
    if folder.exists() and not folder.is_dir():
        what = "This is a file, but a school needs a folder; nothing was written."
        raise WrongUsage(
            Problem(where=str(folder), what=what, what_to_do="Name another folder: init FOLDER.")
        )
    there = [name for name in FILES if (folder / name).exists()]
    if there:
        problem = Problem(
            where=str(folder),
            what=f"This folder already has a {there[0]}; nothing was overwritten.",
            what_to_do="Choose another folder, or edit the files that are there.",
        )
        raise WrongUsage(problem)
    # It will hold names and addresses: for this account alone, whatever the machine is used to.
    with in_plain_words(folder / FILES[0]):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in FOLDERS:
            (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in FILES:
            shutil.copyfile(EXAMPLE / name, folder / name)
            (folder / name).chmod(0o600)
        shutil.copyfile(LETTER_TEMPLATES / "report-form.txt", folder / "report-form.txt")
    return [*FILES, "report-form.txt", *(f"{name}/" for name in FOLDERS)]
