"""A daemon that was just started makes ready for the first report; nothing depends on it."""

from pathlib import Path

import pytest
import schedule
from office import school_folder

from letterladder.config.settings import load_settings
from letterladder.desk import daemon
from letterladder.desk.daemon import Daemon
from letterladder.desk.reading import read_a_form
from letterladder.ground.errors import Problem, WorldFailed
from letterladder.mailbox import budget
from letterladder.mailbox.budget import ReadingProcess


@pytest.fixture(name="begun")
def _begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was made ready, in order."""
    begun: list[str] = []
    monkeypatch.setattr(daemon, "read_a_form", lambda _: begun.append("reading"))
    monkeypatch.setattr(daemon, "ready_for_letters", lambda: begun.append("letters"))
    return begun


def test_once_and_no_more(tmp_path: Path, begun: list[str]) -> None:
    """Its clock is not asked again."""
    folder = school_folder(tmp_path)
    made = Daemon({"school": (folder, load_settings(folder))}, every_minutes=5)
    assert made._make_ready() is schedule.CancelJob
    assert begun == ["reading", "letters"]


def test_a_school_whose_settings_are_broken_is_none_to_read_for(tmp_path: Path, begun: list[str]) -> None:
    """Another one's are taken, or none."""
    made = Daemon({"school": (tmp_path, None)}, every_minutes=5)
    assert made._make_ready() is schedule.CancelJob
    assert begun == []


def test_what_breaks_is_no_trouble_of_a_school(
    tmp_path: Path, begun: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first report meets it, and there it is told with what to do."""

    def broken(_: object) -> None:
        raise WorldFailed(Problem(where="here", what="It broke.", what_to_do="Wait."))

    monkeypatch.setattr(daemon, "read_a_form", broken)
    folder = school_folder(tmp_path)
    made = Daemon({"school": (folder, load_settings(folder))}, every_minutes=5)
    assert made._make_ready() is schedule.CancelJob
    assert begun == []


def test_our_own_form_is_read_by_the_process_that_reads_reports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It runs from then on."""
    process = ReadingProcess()
    monkeypatch.setattr(budget, "_SHARED", process)
    try:
        read_a_form(load_settings(school_folder(tmp_path)))
        assert process.is_running
    finally:
        process.end()
