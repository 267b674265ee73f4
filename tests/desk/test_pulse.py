"""`pulse` says by its exit code how long ago the last round of each school ended, whatever came of that round."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from desk.terminal import Terminal
from desk.test_serve import Daemon
from desk.test_serve_trust import schools
from office import school_folder

from letterladder.records.keeping.backup import backup
from letterladder.records.logs.turn_file import last_turn, note_turn


def aged(data: Path, **ago: int) -> None:
    """Its last round ended so long ago."""
    data.mkdir(mode=0o700, exist_ok=True)
    note_turn(data)
    at = (datetime.now(UTC) - timedelta(**ago)).timestamp()
    os.utime(data / "turn.ended", (at, at))


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal in a school's folder."""
    return Terminal(school_folder(tmp_path), capsys)


def test_a_folder_without_a_school_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A probe with a wrong path must not look like a daemon that has not begun."""
    said = Terminal(tmp_path, capsys).type("pulse")
    assert said.code == 2
    assert f"There is no school folder '{tmp_path.name}' here." in said.err


def test_minutes_are_at_least_one(terminal: Terminal) -> None:
    """Nothing is within none."""
    said = terminal.type("pulse", "--within", "0")
    assert said.code == 2
    assert "--within" in said.err


def test_before_the_first_round_there_is_no_pulse(terminal: Terminal) -> None:
    """Nothing is written by looking."""
    before = sorted(terminal.folder.rglob("*"))
    said = terminal.type("pulse")
    assert (said.code, said.out) == (1, "")
    assert "no round has ended yet." in said.err
    assert sorted(terminal.folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("ago", "code", "words"),
    [
        ({"seconds": 10}, 0, "ended 0 minutes ago."),
        ({"seconds": 90}, 0, "ended 1 minute ago."),
        ({"minutes": 29}, 0, "ended 29 minutes ago."),
        ({"minutes": 31}, 1, "ended 31 minutes ago."),
        ({"hours": 3, "seconds": 9}, 1, "ended 3 hours ago."),
        ({"days": 4, "seconds": 9}, 1, "ended 4 days ago."),
        ({"minutes": -30}, 1, "in the future: is the clock"),
    ],
)
def test_the_exit_code_says_whether_it_is_too_long_ago(
    terminal: Terminal, ago: dict[str, int], code: int, words: str
) -> None:
    """Half an hour unless another time is given; a note of the future proves nothing."""
    aged(terminal.folder / "data", **ago)
    said = terminal.type("pulse")
    assert said.code == code
    assert words in said.out + said.err


def test_the_minutes_are_the_watchers_to_say(terminal: Terminal) -> None:
    """Both ways."""
    aged(terminal.folder / "data", minutes=45)
    assert terminal.type("pulse", "--within", "60").code == 0
    assert terminal.type("pulse", "--within", "10").code == 1


def test_what_stands_in_its_place_is_no_pulse(terminal: Terminal) -> None:
    """A folder or a link has a time as well."""
    (terminal.folder / "data" / "turn.ended").mkdir(parents=True)
    assert terminal.type("pulse").code == 1
    (terminal.folder / "data" / "turn.ended").rmdir()
    (terminal.folder / "data" / "turn.ended").symlink_to(terminal.folder / "school.toml")
    assert terminal.type("pulse").code == 1


def test_of_several_schools_each_must_have_had_its_round(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that hangs is seen beside others that do not; each is named."""
    schools(tmp_path, "ash", "birch")
    aged(tmp_path / "ash" / "data", minutes=2)
    aged(tmp_path / "birch" / "data", minutes=50)
    said = Terminal(tmp_path, capsys).type("pulse", "--json")
    assert said.code == 1
    assert [(one["school"], one["late"]) for one in said.json] == [("ash", False), ("birch", True)]
    aged(tmp_path / "birch" / "data", minutes=3)
    assert Terminal(tmp_path, capsys).type("pulse").code == 0


def test_a_round_at_the_prompt_counts(terminal: Terminal) -> None:
    """For who calls it from cron."""
    assert terminal.type("round").code in {0, 1}
    assert terminal.type("pulse", "--within", "5").code == 0
    note = terminal.folder / "data" / "turn.ended"
    assert (note.stat().st_mode & 0o777, note.stat().st_size) == (0o600, 0)


def test_a_round_that_breaks_counts_in_the_daemon(tmp_path: Path) -> None:
    """A school whose settings are wrong is said in the log: starting the daemon again would put nothing right."""
    schools(tmp_path, "ash", "broken")
    (tmp_path / "broken" / "school.toml").write_text("this is no TOML", encoding="utf-8")
    daemon = Daemon(tmp_path)
    try:
        daemon.wait_for(lambda: all(last_turn(tmp_path / name / "data") for name in ("ash", "broken")))
    finally:
        daemon.stop()


def test_it_is_no_part_of_a_backup(terminal: Terminal) -> None:
    """A school that was restored has had no round."""
    assert terminal.type("round").code in {0, 1}
    archive = terminal.folder.parent / "archive.zip"
    manifest = backup(
        terminal.folder, archive, school="larkfield", made="2026-11-02T10:00:00Z", tell=lambda _: None
    )
    kept = {one.path for one in manifest.files}
    assert "data/turn.ended" not in kept
    assert "data/ledger/pulse.json" in kept


def test_what_cannot_be_noted_stops_nothing(tmp_path: Path) -> None:
    """The note grows old, which is how it is heard of."""
    note_turn(tmp_path / "not there")
    assert last_turn(tmp_path / "not there") is None
