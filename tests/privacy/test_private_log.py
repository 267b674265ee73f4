"""What the log says of exceptions, of libraries and of broken settings."""

import logging
import sys
from pathlib import Path

import pytest
from office import edited, school_folder

from letterladder.config.settings import load_settings
from letterladder.desk.private_log import Discreet, log_broken, place_of, what_broke
from letterladder.desk.school_watch import SchoolWatch
from letterladder.ground.errors import Problem, WorldFailed
from letterladder.records.logs.trouble_file import TROUBLE


def record(name: str, message: str, error: Exception | None = None) -> logging.LogRecord:
    """A log record, with an exception where one is given."""
    told = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord(name, logging.WARNING, "x.py", 1, message, None, told)


def broken(text: str) -> Exception:
    """An exception that was really raised here."""
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def said(caplog: pytest.LogCaptureFixture) -> str:
    """The log as it is written."""
    return "\n".join(Discreet().format(one) for one in caplog.records)


def test_our_own_lines_are_written_as_they_are() -> None:
    """They are made of counts and references."""
    assert Discreet().format(record("letterladder", "3 opened")).endswith("WARNING 3 opened")


@pytest.mark.parametrize(
    "name", ["imapclient.imapclient", "urllib3.connectionpool", "msal", "py.warnings", "root"]
)
def test_of_a_library_only_its_name_is_written(name: str) -> None:
    """Its words may hold an address, a token or a line of an email."""
    line = Discreet().format(record(name, "Logged in as ross.dunn@letterbox.example"))
    assert name in line
    assert "ross" not in line


def test_of_an_exception_type_and_place_are_written() -> None:
    """A traceback ends in the words of the exception."""
    line = Discreet().format(record("letterladder", "a job failed", broken("Mr Ross Dunn")))
    assert "ValueError in test_private_log.py, line " in line
    assert "Dunn" not in line
    assert "\n" not in line


PLACES = [
    ("2026-0001, L1", "2026-0001, L1"),
    ("2026-0001, case.log", "/srv/Ross Dunn/cases/2026-0001/case.log, line 3"),
    ("mail 0123456789ab", "mail 0123456789ab (safeguarding@larkfield.example@localhost)"),
    ("school.toml", "school.toml, people.head.email"),
    ("people.csv", "people.csv, line 7 (Ross Dunn)"),
    ("something", "safeguarding@larkfield.example@mail.example/INBOX"),
    ("something", "Mr Ross Dunn"),
    ("something", ""),
]


@pytest.mark.parametrize(("expected", "where"), PLACES)
def test_a_place_is_named_without_naming_anybody(expected: str, where: str) -> None:
    """Cases, emails and the school's own files; of all else nothing."""
    assert place_of(Problem(where=where, what="x", what_to_do="y")) == expected


def test_a_job_that_breaks_is_kept_whole_beside_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """With its traceback, for this account alone."""
    with caplog.at_level(logging.INFO, "letterladder"):
        log_broken("larkfield", tmp_path, broken("Mr Ross Dunn"))
    kept = tmp_path / TROUBLE
    assert "Dunn" not in said(caplog)
    assert TROUBLE in said(caplog)
    assert "ValueError: Mr Ross Dunn" in kept.read_text(encoding="utf-8")
    if sys.platform != "win32":
        assert kept.stat().st_mode & 0o777 == 0o600


def test_a_server_that_breaks_is_told_without_its_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Servers repeat addresses and names in their refusals."""
    problem = Problem(where="x@larkfield.example", what="550 Mr Ross Dunn is unknown", what_to_do="Fix it.")
    with caplog.at_level(logging.INFO, "letterladder"):
        log_broken("larkfield", tmp_path, WorldFailed(problem))
    assert "larkfield, something needs attention" in said(caplog)
    assert "Dunn" not in said(caplog)


def test_settings_that_break_meanwhile_are_told_without_their_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The old ones go on; what is wrong is in `check`."""
    folder = school_folder(tmp_path)
    watch = SchoolWatch("larkfield", folder, load_settings(folder))
    edited(folder, ('email = "a.hollis@larkfield.example"', 'email = "Mrs Hollis, a.hollis at larkfield"'))
    with caplog.at_level(logging.INFO, "letterladder"):
        watch.round()
    assert "the settings cannot be read" in said(caplog)
    assert "ollis" not in said(caplog)


def test_the_innermost_place_of_ours_is_named(tmp_path: Path) -> None:
    """Where a library raised, the line of ours that called it is what helps."""
    with pytest.raises(FileNotFoundError) as raised:
        (tmp_path / "Ross Dunn").read_bytes()
    assert what_broke(raised.value).startswith("FileNotFoundError in test_private_log.py")
