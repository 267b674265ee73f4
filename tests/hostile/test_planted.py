"""What somebody who can write into the school's folder plants there: pipes, links and second names of files."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from desk.terminal import Window
from office import THREAT, form
from prepared import reported_school
from sweeps import each, swept

from letterladder.rules.words import Format

ROOT = Path(__file__).resolve().parents[2]
LOG = "data/cases/2026-0001/case.log"
SAID = {
    "people.csv": (1, "people register cannot be read: it is not a plain file"),
    "school.toml": (2, "it is not a plain file"),
    "calendar.toml": (2, "it is not a plain file"),
    "data/ledger/mails.log": (3, "It cannot be used: it is not a plain file"),
    "data/ledger/pulse.json": (3, "It cannot be used: it is not a plain file"),
    LOG: (1, "is gone or empty"),
    "data/index.sqlite": (3, "index.sqlite"),
}
"""A file, and what a round says, with which exit code, where a pipe has its name."""


def a_round(folder: Path) -> "subprocess.CompletedProcess[str]":
    """`round` as a process of its own: one that waited for a pipe would never end."""
    typed = [sys.executable, "run.py", "--config", str(folder), "round", "--today", "2026-11-02"]
    return subprocess.run(typed, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("name", swept(SAID, "data/index.sqlite"))
def test_a_pipe_in_the_place_of_a_file_is_said_and_not_waited_for(tmp_path: Path, name: str) -> None:
    """The round ends, with the reason and the exit code."""
    folder = reported_school(tmp_path).folder
    (folder / name).unlink()
    os.mkfifo(folder / name)
    done = a_round(folder)
    code, words = SAID[name]
    assert (done.returncode, words in done.stdout + done.stderr) == (code, True), done.stdout + done.stderr


def test_a_pipe_for_an_email_holds_back_no_alert_and_is_said(tmp_path: Path) -> None:
    """Two people hear of it once; each round and `check` say it until it is gone."""
    school = reported_school(tmp_path)
    os.mkfifo(school.folder / "inbox" / "0000.eml")
    school.write(
        "Beth Aldous <b.aldous@larkfield.example>", "Form", form("Mrs Poppy Vance", "Jude Vance, 1C", THREAT)
    )
    tallies = [school.round() for _ in range(3)]
    assert school.newest("alert").subject.startswith("[2026-0002]")
    assert sum("part of its work has failed" in mail.subject for mail in school.sent_mails()) == 1
    assert all(any("named like an email" in one.what for one in tally.problems) for tally in tallies)
    assert "fetching email" in Window(school.folder).type("check", "--no-login").out
    (school.folder / "inbox" / "0000.eml").unlink()
    assert not school.round().problems


def test_a_log_that_became_a_link_is_neither_read_nor_written(tmp_path: Path) -> None:
    """It leads to somebody else's file; `verify` names it."""
    school = reported_school(tmp_path)
    theirs = tmp_path / "theirs.log"
    theirs.write_bytes((school.folder / LOG).read_bytes())
    before = theirs.read_bytes()
    (school.folder / LOG).unlink()
    (school.folder / LOG).symlink_to(theirs)
    school.round()
    held = Window(school.folder).type("hold", "2026-0001", "--for", "police", "--by", "Miss Joan Treadwell")
    assert held.code != 0
    assert theirs.read_bytes() == before
    assert "This is a link" in Window(school.folder).type("verify").out


def test_a_second_name_of_a_file_is_said_by_verify(tmp_path: Path) -> None:
    """A hard link: whoever may write there changes the school's record here."""
    school = reported_school(tmp_path)
    (tmp_path / "second.log").hardlink_to(school.folder / LOG)
    said = Window(school.folder).type("verify")
    assert said.code == 1
    assert "second name elsewhere" in said.out


@pytest.mark.parametrize("made", each(2, [*sorted(str(one) for one in Format), "backup"]))
def test_copies_are_for_this_account_alone_whatever_the_umask(tmp_path: Path, made: str) -> None:
    """Also where another program calls: only the command line sets a umask of its own."""
    school, out = reported_school(tmp_path), tmp_path / "copy.out"
    export = ("export", "2026-0001", "--format", made, "--for", "governors", "--out", str(out))
    typed = ("backup", str(out)) if made == "backup" else export
    before = os.umask(0)
    try:
        said = Window(school.folder).type(*typed)
    finally:
        os.umask(before)
    assert said.code == 0, said.out
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
