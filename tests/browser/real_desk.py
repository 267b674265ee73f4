"""A school with real mail servers and the real `serve` beside them: a process of its own, on the wall's clock.

No clock is turned while it runs. What must be weeks old was done on an earlier day, by the same acts and over the same
servers, before the daemon was started; that its date has passed, the daemon finds by itself.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from email import message_from_bytes, policy
from html import unescape
from pathlib import Path

from office import BOX, HEAD, INSULT, NoPdf, Rehearsal, at_any_hour, edited, form, pressed
from servers.chromium import Seat
from servers.needs import free_port
from servers.town import TEACHER, Town

from letterladder.desk.clock import RehearsalClock, WallClock
from letterladder.ground.values import replace

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class RealDesk:
    """The desk at work: its address, the town whose mailboxes are read, and the day on which it was started."""

    start: str
    town: Town
    day: date

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

    def button(self, user: str, kind: str, where: str = "") -> str:
        """Where the first button of an email of this kind leads: of the newest that leads to there, once one does."""
        deadline = time.monotonic() + 120
        while True:
            found = [_first_link(one) for one in reversed(self.raw(user, kind))]
            if leads := [one for one in found if where in one]:
                return leads[0]
            assert time.monotonic() < deadline, f"no {kind} for {user} leads to {where}, but to {found}"
            time.sleep(0.1)

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


def set_up(town: Town) -> str:
    """The desk in school.toml, and terms around the test's day; where it will be."""
    port = free_port()
    start = f"http://127.0.0.1:{port}"
    _terms_around_today(at_any_hour(town.folder))
    edited(
        town.folder,
        ("[desk]\non = false", "[desk]\non = true"),
        ('listen = "127.0.0.1:8400"', f'listen = "127.0.0.1:{port}"'),
        ('address = ""', f'address = "{start}"'),
        ('plain_when = "digest"', 'plain_when = "at once"'),
    )
    return start


def posted_weeks_ago(town: Town, adult: str, pupil: str) -> None:
    """Four weeks before the test's day: staff report by email, the head says yes by email, the office posts."""
    long_ago = WallClock().today() - timedelta(days=28 + max(0, WallClock().today().weekday() - 4))
    town.clock = RehearsalClock(long_ago)
    past = Rehearsal(folder=town.folder, office=replace(town.office(), pdf=NoPdf()), clock=town.clock)
    said = form(adult, pupil, INSULT, posted_on=f"{long_ago - timedelta(days=2):%d/%m/%Y}")
    town.submit(TEACHER, "Form: online", said)
    arrived_on(town, BOX, long_ago)
    assert past.round().drafted == 1
    _, subject, text = pressed(town.got(HEAD, "approval").links[0])
    town.submit(HEAD, subject, text)
    arrived_on(town, BOX, long_ago)
    assert past.round().approved == 1
    past.office_posts()


def arrived_on(town: Town, user: str, day: date) -> None:
    """Wait for one email; to the mail server it then came at eight in the morning of that day, not just now."""
    town.wait_for(user, 1)
    at = datetime.combine(day, clock(8), UTC).timestamp()
    for file in (town.dovecot.root / "mail" / user).glob("new/*"):
        os.utime(file, (at, at))


@contextmanager
def real_desk(town: Town, start: str) -> Iterator[RealDesk]:
    """Type `serve`, until the end."""
    town.office()
    command = [sys.executable, str(ROOT / "run.py"), "--config", str(town.folder), "serve", "--minutes", "1"]
    told, day = town.folder.parent / "serve.txt", WallClock().today()
    with told.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out)
        try:
            _wait_for(process, told)
            yield RealDesk(start=start, town=town, day=day)
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


def _first_link(raw: bytes) -> str:
    page = message_from_bytes(raw, policy=policy.default).get_body(("html",))
    assert page is not None, "the email has no page"
    return unescape(re.findall(r'href="([^"]*)"', page.get_content())[0])
