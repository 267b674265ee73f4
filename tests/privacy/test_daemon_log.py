"""The daemon's log, its status and its daily line hold nobody's name, address, telephone number, words or secrets."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from desk.terminal import Terminal
from office import THREAT, edited, form, school_folder
from privacy.talkative import TalkativeImap, TalkativeSmtp
from privacy.told import (
    PASSWORD,
    QUOTED,
    REPORTER,
    SUBJECT,
    found_in,
    of_people,
    of_reports,
    of_staff,
    secrets_of,
)

RUN = Path(__file__).resolve().parents[2] / "run.py"
PATIENCE = 120.0
"""Seconds; a busy machine needs some to start Python."""


class Listener:
    """What systemd would hear."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(path))
        self._socket.settimeout(0)

    def heard(self) -> str:
        """Everything said so far."""
        said = []
        while True:
            try:
                said.append(self._socket.recv(65_536).decode())
            except BlockingIOError:
                return "\n".join(said)


def served(folder: Path, listener: Path, until: str, *, times: int = 1) -> str:
    """What the daemon said, from its start until `until` was said, and its end."""
    log = folder / "said.txt"
    with log.open("wb") as file:
        running = subprocess.Popen(
            [sys.executable, str(RUN), "--config", str(folder), "serve"],
            stdout=file,
            stderr=file,
            env={
                **os.environ,
                "PATH": str(folder),
                "NOTIFY_SOCKET": str(listener),
                "SCHOOL_PASSWORD": PASSWORD,
            },
        )
    deadline = time.monotonic() + PATIENCE
    while log.read_text().count(until) < times and time.monotonic() < deadline and running.poll() is None:
        time.sleep(0.05)
    running.send_signal(signal.SIGTERM)
    running.wait(timeout=PATIENCE)
    assert until in log.read_text(), log.read_text()
    return log.read_text()


def mail(number: int, body: str, subject: str = SUBJECT) -> str:
    """An email of the reporter."""
    head = f"From: {REPORTER} <b.aldous@larkfield.example>\nTo: safeguarding@larkfield.example\nSubject: {subject}\n"
    return f"{head}Message-ID: <{number}@larkfield.example>\n\n{body}"


MAILS = (
    mail(1, form(what=f'"Mr Lowell is a {QUOTED}."')),
    mail(2, form("Mr Emeka Okoro", "Ada Okoro, 2A", what=THREAT)),
    mail(3, form("Mrs Poppy Vance", "Jude Vance, 1C", where="")),
    mail(4, form("Mr Zed Nobody", "Ella Dunn, 4B")),
    "From: ross.dunn@letterbox.example\nSubject: Re: my data\n\nI am Ross Dunn. Send me all you hold about me.\n",
    "\0\0 no mail at all, by Ross Dunn",
)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """The folder, all log lines and all that systemd heard: reports, refusals, a broken log, a deaf mailbox."""
    base = tmp_path_factory.mktemp("d")
    folder, listener = school_folder(base), Listener(base / "notify")
    for number, text in enumerate(MAILS):
        (folder / "inbox" / f"Ross Dunn {number}.eml").write_text(text)
    with TalkativeSmtp() as smtp, TalkativeImap() as imap:
        server = f'kind = "smtp"\nhost = "localhost"\nport = {smtp.port}\ntls = "none"\ntimeout_seconds = 5'
        edited(folder, ('kind = "folder"\nfolder = "sent"', server))
        said = served(folder, listener.path, "emails on server")
        with (folder / "data" / "cases" / "2026-0001" / "case.log").open("a") as log:
            log.write('{"a broken line about": "Mr Ross Dunn, 3 Kiln Lane"}\n')
        (folder / "people.csv").write_text("person_id,title\nRoss Dunn,3 Kiln Lane\n")
        said += served(folder, listener.path, "emails on server")
        user = 'user = "safeguarding@larkfield.example"\npassword_env = "SCHOOL_PASSWORD"\ntls = "none"'
        box = f'kind = "imap"\nhost = "localhost"\nport = {imap.port}\n{user}\ntimeout_seconds = 5'
        edited(folder, ('kind = "folder"\nfolder = "inbox"', box))
        said += served(folder, listener.path, "needs attention", times=2)
        assert smtp.refused
        assert any(PASSWORD.encode() in line for line in imap.heard), imap.heard
    return folder, said, listener.heard()


def everybody(folder: Path) -> set[str]:
    """Everything that must not be told."""
    return of_people() | of_reports() | of_staff(folder) | secrets_of(folder)


def test_the_story_had_much_to_tell(story: tuple[Path, str, str]) -> None:
    """Else the tests below would prove nothing.

    Cases were opened, and an email, a case and two servers gave trouble.
    """
    _, said, heard = story
    assert "1 intray" in said or "3 intray" in said or "intray" in said
    assert "2026-0001" in said
    assert said.count("needs attention") >= 4
    assert "STATUS=" in heard


def test_no_log_line_tells_of_anybody(story: tuple[Path, str, str]) -> None:
    """Neither information nor warnings nor errors."""
    folder, said, _ = story
    assert found_in(said, everybody(folder)) == set()


def test_the_status_for_systemd_tells_of_nobody(story: tuple[Path, str, str]) -> None:
    """`systemctl status` is for everybody on the machine."""
    folder, _, heard = story
    assert found_in(heard, everybody(folder)) == set()


def test_the_daily_line_tells_of_nobody(story: tuple[Path, str, str]) -> None:
    """counts.txt holds counts."""
    folder, _, _ = story
    counts = (folder / "data" / "ledger" / "counts.txt").read_text()
    assert "emails on server" in counts
    assert found_in(counts, everybody(folder)) == set()


def test_what_the_log_leaves_out_stands_where_only_this_account_reads(story: tuple[Path, str, str]) -> None:
    """In full words, so that the trouble can be understood; but no secret."""
    folder, _, _ = story
    file = folder / "data" / "ledger" / "trouble.txt"
    words = file.read_text(encoding="utf-8")
    assert "has left" in words
    assert found_in(words, secrets_of(folder)) == set()
    assert file.stat().st_mode & 0o777 == 0o600


def test_no_command_tells_a_secret(
    story: tuple[Path, str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever types it may read names; passwords, keys and codes they may not."""
    folder, _, _ = story
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("SCHOOL_PASSWORD", PASSWORD)
    told = ""
    for words in (
        ("check",),
        ("round",),
        ("cases",),
        ("case", "2026-0002"),
        ("mails",),
        ("intray",),
        ("verify",),
    ):
        for way in ((), ("--json",)):
            said = Terminal(folder, capsys).type(*words, *way)
            told += said.out + said.err
    assert found_in(told, {"Okoro"}) == {"Okoro"}
    assert found_in(told, secrets_of(folder)) == set()
