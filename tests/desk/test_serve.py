"""The daemon as a process: it drafts what arrives, ends when told, and is alone."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desk.terminal import Window
from office import BOX, THREAT, at_any_hour, edited, form, school_folder
from sweeps import each

RUN = Path(__file__).resolve().parents[2] / "run.py"
PATIENCE = 120.0
"""Seconds; a busy machine needs some to start Python."""


class Daemon:
    """`serve` on one folder, its words kept in a file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._log = folder / "daemon-log.txt"
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, str(RUN), "--config", str(folder), "serve"],
                stdout=log,
                stderr=log,
                env={**os.environ, "PATH": str(folder)},
            )

    @property
    def log(self) -> str:
        """What it has said so far."""
        return self._log.read_text()

    def wait_for(self, what: Callable[[], bool]) -> None:
        """Until it is so, or fail with the log."""
        deadline = time.monotonic() + PATIENCE
        while not what():
            assert self.process.poll() is None, self.log
            assert time.monotonic() < deadline, self.log
            time.sleep(0.05)

    def stop(self, how: int = signal.SIGTERM) -> int:
        """Ask it to end; its exit code."""
        self.process.send_signal(how)
        return self.process.wait(timeout=PATIENCE)


@pytest.fixture(scope="module")
def daemon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Daemon]:
    """A daemon that found one report waiting in the inbox; the tests below share it."""
    yield from daemon_in(tmp_path_factory.mktemp("daemon"))


@pytest.fixture
def own_daemon(tmp_path: Path) -> Iterator[Daemon]:
    """Another such one, of one test alone."""
    yield from daemon_in(tmp_path)


def daemon_in(place: Path) -> Iterator[Daemon]:
    """A daemon with one report waiting in the inbox, until the test is over."""
    folder = at_any_hour(school_folder(place))
    report = f"From: b.aldous@larkfield.example\nTo: {BOX}\nSubject: Form\n\n{form()}"
    (folder / "inbox" / "1.eml").write_text(report)
    running = Daemon(folder)
    yield running
    if running.process.poll() is None:
        running.process.kill()
        running.process.wait()


def letters(daemon: Daemon) -> list[Path]:
    """The Word files drafted so far."""
    return list((daemon.folder / "data" / "cases").glob("*/letters/*.docx"))


def test_the_daemon_drafts_what_lies_in_the_inbox(daemon: Daemon) -> None:
    """Without a command by anybody; and the head is asked by email."""
    daemon.wait_for(lambda: bool(list((daemon.folder / "sent").glob("*.eml"))))
    assert len(letters(daemon)) == 1


def test_it_says_every_day_that_the_counts_add_up(daemon: Daemon) -> None:
    """In the log and in a file that stays."""
    daemon.wait_for(lambda: "emails on server" in daemon.log)
    line = (daemon.folder / "data" / "ledger" / "counts.txt").read_text()
    assert "emails on server 1 = 1 opened" in line
    assert line.endswith("; adds up\n")


@pytest.mark.parametrize("how", each(2, [signal.SIGTERM, signal.SIGINT]))
def test_told_to_stop_it_ends_after_its_step(how: int, own_daemon: Daemon) -> None:
    """Exit code 0, and the log says so; a half drafted letter is finished first."""
    own_daemon.wait_for(lambda: "watching" in own_daemon.log)
    assert own_daemon.stop(how) == 0
    assert "stopped after the last step" in own_daemon.log
    assert "Traceback" not in own_daemon.log


def typed(daemon: Daemon, *words: str) -> subprocess.CompletedProcess[str]:
    """A command in another window."""
    return subprocess.run(
        [sys.executable, str(RUN), "--config", str(daemon.folder), *words],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        env={**os.environ, "PATH": str(daemon.folder)},
    )


def test_a_second_daemon_is_refused(daemon: Daemon) -> None:
    """It ends at once with 1, names the process that runs, and leaves that one alone."""
    daemon.wait_for(lambda: "watching" in daemon.log)
    said = typed(daemon, "serve")
    assert said.returncode == 1
    assert f"process {daemon.process.pid}" in said.stderr
    assert daemon.process.poll() is None


def test_commands_work_while_the_daemon_runs(daemon: Daemon) -> None:
    """They take turns with its rounds."""
    daemon.wait_for(lambda: bool(letters(daemon)))
    daemon.wait_for(lambda: "emails on server" in daemon.log)
    said = Window(daemon.folder).type("hold", "2026-0001", "--for", "police")
    assert (said.code, "on hold" in said.out) == (0, True), said


@pytest.mark.skipif(os.name == "nt", reason="file names are no bytes there")
def test_a_file_name_that_is_no_utf8_keeps_no_threat_back(tmp_path: Path) -> None:
    """Both emails are taken in, the alert leaves, and the daemon goes on."""
    folder = school_folder(tmp_path)
    head = f"From: b.aldous@larkfield.example\nTo: {BOX}\nSubject: Form\n\n"
    (folder / "inbox" / os.fsdecode(b"Bericht f\xfcr.eml")).write_text(head + form())
    (folder / "inbox" / "z.eml").write_text(head + form("Mr Emeka Okoro", "Ada Okoro, 2A", THREAT))
    running = Daemon(folder)
    try:
        sent = folder / "sent"
        running.wait_for(lambda: any(b"URGENT" in one.read_bytes() for one in sent.glob("*.eml")))
        running.wait_for(lambda: len(list((folder / "inbox" / "taken").glob("*"))) == 2)
        assert running.stop() == 0
    finally:
        running.process.kill()


def test_it_runs_the_desk_beside_its_rounds(tmp_path: Path) -> None:
    """Where [desk] is on; SIGTERM ends both."""
    folder = school_folder(tmp_path)
    edited(folder, ('on = false\nlisten = "127.0.0.1:8400"', 'on = true\nlisten = "127.0.0.1:8418"'))
    running = Daemon(folder)
    try:
        running.wait_for(lambda: "the desk listens at http://127.0.0.1:8418" in running.log)
        with urllib.request.urlopen("http://127.0.0.1:8418/sign-in", timeout=PATIENCE) as page:
            assert b"Sign in" in page.read()
        running.wait_for(lambda: "emails on server" in running.log)
        assert running.stop() == 0
    finally:
        running.process.kill()
    assert running.log.index("the desk has ended") < running.log.index("stopped after the last step")


def test_a_desk_that_cannot_start_does_not_stop_the_rounds(tmp_path: Path) -> None:
    """Another program listens there: it is said loudly, and emails are fetched all the same."""
    folder = school_folder(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        edited(folder, ('on = false\nlisten = "127.0.0.1:8400"', f'on = true\nlisten = "127.0.0.1:{port}"'))
        running = Daemon(folder)
        try:
            running.wait_for(lambda: "emails on server" in running.log)
            assert "THE DESK DOES NOT RUN, the rounds go on" in running.log
            assert running.stop() == 0
        finally:
            running.process.kill()
