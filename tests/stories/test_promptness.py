"""The daemon as a process of its own, on a real Dovecot: a report is drafted within seconds, and without IDLE too."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from demo_school import make_demo_school
from servers.dovecot import PASSWORD, Dovecot
from servers.fixtures import dovecot, mailbox_user

from letterladder.desk.demo_mails import first_reports

__all__ = ["dovecot", "mailbox_user"]

pytestmark = pytest.mark.dovecot
ROOT = Path(__file__).resolve().parents[2]
MAILBOX = """
[mail.in]
kind = "imap"
host = "{host}"
port = {port}
user = "{user}"
password_file = "mail-password"
ca_file = "{ca_file}"
"""


def school(folder: Path, server: Dovecot, user: str) -> Path:
    """A school whose reports come into this user's mailbox."""
    make_demo_school(folder)
    (folder / "mail-password").write_text(PASSWORD)
    text = (folder / "school.toml").read_text()
    mailbox = MAILBOX.format(host=server.host, port=server.imaps_port, user=user, ca_file=server.ca_file)
    (folder / "school.toml").write_text(
        text.replace('\n[mail.in]\nkind = "folder"\nfolder = "inbox"\n', mailbox, 1)
    )
    return folder


@contextmanager
def serving(folder: Path, minutes: int) -> Iterator[subprocess.Popen[str]]:
    """The daemon, once it is up."""
    command = [
        sys.executable,
        str(ROOT / "run.py"),
        "--config",
        str(folder),
        "serve",
        "--minutes",
        str(minutes),
    ]
    with (folder / "daemon.log").open("w") as log:
        daemon = subprocess.Popen(command, stderr=log, stdout=log, text=True)
    try:
        until(lambda: "mails on server" in (folder / "daemon.log").read_text(), 20)
        yield daemon
    finally:
        daemon.send_signal(signal.SIGTERM)
        assert daemon.wait(timeout=15) == 0, (folder / "daemon.log").read_text()


def until(is_so: object, seconds: float) -> float:
    """Wait until it is so; how many seconds that took."""
    assert callable(is_so)
    begun = time.monotonic()
    while not is_so():
        assert time.monotonic() - begun < seconds, "it took too long"
        time.sleep(0.02)
    return time.monotonic() - begun


def drafted(folder: Path) -> int:
    """How many letters lie in the cases."""
    return len(list((folder / "data" / "cases").glob("*/letters/*.docx")))


def test_a_report_is_a_draft_within_seconds(
    dovecot: Dovecot, mailbox_user: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Three seconds from delivery to a letter on disk; the next look would be in four hours.

    A busy machine gets a second try.
    """
    folder = school(tmp_path / "school", dovecot, mailbox_user)
    took: list[float] = []
    with serving(folder, minutes=240):
        time.sleep(2)
        for number, report in enumerate(first_reports()[:2], 1):
            dovecot.deliver(mailbox_user, report)
            took.append(until(lambda number=number: drafted(folder) == number, 15))
    with capsys.disabled():
        print("\ndelivered to drafted:", *(f"{seconds:.2f} s" for seconds in took))  # noqa: T201
    assert min(took) < 3
