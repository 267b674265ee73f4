"""A school with real mail servers and the real `serve` beside them: a process of its own, on the wall's clock."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from email import message_from_bytes, policy
from html import unescape
from pathlib import Path

from office import edited
from servers.chromium import Seat
from servers.needs import free_port
from stories.test_real_servers import Town

from letterladder.desk.clock import WallClock

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class RealDesk:
    """The desk at work: its address, and the town whose mailboxes are read."""

    start: str
    town: Town

    def raw(self, user: str, kind: str, number: int = 1) -> list[bytes]:
        """The emails of a kind in a mailbox, once there are so many."""
        deadline = time.monotonic() + 120
        while True:
            with self.town.dovecot.login(user) as client:
                client.select_folder("INBOX", readonly=True)
                said = client.fetch(client.search(["HEADER", "X-Letterladder", kind]), ["BODY.PEEK[]"])
            if len(said) >= number:
                return [said[uid][b"BODY[]"] for uid in sorted(said)]
            assert time.monotonic() < deadline, f"no {kind} for {user}: {self.town.postfix.log()[-3000:]}"
            time.sleep(0.1)

    def button(self, user: str, kind: str) -> str:
        """Where the first button of the newest email of this kind leads, in its page."""
        mail = message_from_bytes(self.raw(user, kind)[-1], policy=policy.default)
        page = mail.get_body(("html",))
        assert page is not None, f"{kind} has no page"
        return unescape(re.findall(r'href="([^"]*)"', page.get_content())[0])

    def sign_in(self, seat: Seat, email: str, number: int = 1) -> None:
        """Ask for a link on the page that is open, read it in the own mailbox, follow it here, press the one button."""
        seat.fill("Your work email address", email)
        seat.press("Send me a link")
        mail = message_from_bytes(self.raw(email, "sign-in", number)[-1], policy=policy.default)
        body = mail.get_body(("plain",))
        assert body is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/sign-in/link/\S+", body.get_content())
        assert found
        seat.presses += 1
        seat.open(found[0])
        seat.press("Sign in")


@contextmanager
def real_desk(town: Town) -> Iterator[RealDesk]:
    """Set the desk up in school.toml, and type `serve`, until the end."""
    port = free_port()
    start = f"http://127.0.0.1:{port}"
    _terms_around_today(town.folder)
    edited(
        town.folder,
        ("[desk]\non = false", "[desk]\non = true"),
        ('listen = "127.0.0.1:8400"', f'listen = "127.0.0.1:{port}"'),
        ('address = ""', f'address = "{start}"'),
        ('plain_when = "digest"', 'plain_when = "at once"'),
    )
    town.office()
    command = [sys.executable, str(ROOT / "run.py"), "--config", str(town.folder), "serve", "--minutes", "1"]
    told = town.folder.parent / "serve.txt"
    with told.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out)
        try:
            _wait_for(process, told)
            yield RealDesk(start=start, town=town)
        finally:
            process.terminate()
            process.wait(timeout=60)


def _terms_around_today(folder: Path) -> None:
    """A calendar that covers the day on which the test runs: the wall's clock cannot be turned."""
    today = WallClock().today()
    (folder / "calendar.toml").write_text(
        f'[[terms]]\nname = "The term that runs"\nfirst = {today - timedelta(days=60)}\n'
        f"last = {today + timedelta(days=90)}\n"
    )


def _wait_for(process: "subprocess.Popen[bytes]", told: Path) -> None:
    deadline = time.monotonic() + 120
    while "the desk listens at" not in told.read_text(encoding="utf-8"):
        said = told.read_text(encoding="utf-8")
        assert process.poll() is None, said
        assert time.monotonic() < deadline, said
        time.sleep(0.1)
