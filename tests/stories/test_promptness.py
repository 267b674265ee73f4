"""The daemon as a process of its own, on a real Dovecot: a report is drafted when the server mentions it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
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
    text = text.replace('# authserv_id = "mx', 'authserv_id = "mx', 1)
    (folder / "school.toml").write_text(
        text.replace('\n[mail.in]\nkind = "folder"\nfolder = "inbox"\n', mailbox, 1)
    )
    return folder


VOUCHED = b"Authentication-Results: mx.larkfield.example; dmarc=pass header.from=larkfield.example\n"
"""What the school's mail server writes above an email of its own people."""


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
        # A PATH with nothing on it: no LibreOffice, so that drafts take no time.
        environment = {**os.environ, "PATH": str(folder)}
        daemon = subprocess.Popen(command, stderr=log, stdout=log, text=True, env=environment)
    try:
        until(lambda: "emails on server" in (folder / "daemon.log").read_text())
        yield daemon
    finally:
        daemon.send_signal(signal.SIGTERM)
        assert daemon.wait(timeout=120) == 0, (folder / "daemon.log").read_text()


def until(is_so: Callable[[], bool]) -> None:
    """Wait until it is so; two minutes without it mean that it does not come."""
    patience = time.monotonic() + 120
    while not is_so():
        assert time.monotonic() < patience, "it does not come"
        time.sleep(0.02)


def has_drafted(folder: Path, letters: int) -> bool:
    """Whether so many letters are in the cases."""
    return len(list((folder / "data" / "cases").glob("*/letters/*.docx"))) == letters


def test_a_report_is_drafted_when_the_server_speaks_of_it(
    dovecot: Dovecot, mailbox_user: str, tmp_path: Path
) -> None:
    """The next look would be in four hours, so only the server's word can have begun the round; twice in a row."""
    folder = school(tmp_path / "school", dovecot, mailbox_user)
    with serving(folder, minutes=240):
        for number, report in enumerate(first_reports()[:2], 1):
            dovecot.deliver(mailbox_user, VOUCHED + report)
            until(partial(has_drafted, folder, number))
