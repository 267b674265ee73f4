"""Who is signed in at the desk, and the links by which people sign in, in one SQLite file beside the settings.

It is outside the data folder on purpose: no backup holds it, so nobody comes back in by restoring one. Of ids and
links only the SHA-256 is kept; whoever reads the file cannot sign in with it. Losing it signs everybody out.
"""

import hashlib
import os
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ...ground.disk import in_plain_words, make_folder, write_file
from ...ground.errors import DiskFailed, Problem
from ...rules.people.school import Desking

FOLDER, BOOK, KEY = "desk", "sign-in.sqlite", "cookie.key"
_TABLES = """
CREATE TABLE IF NOT EXISTS links (
    token TEXT PRIMARY KEY, email TEXT NOT NULL, browser TEXT NOT NULL, until INTEGER NOT NULL, used INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS visits (
    id TEXT PRIMARY KEY, email TEXT NOT NULL, began INTEGER NOT NULL, seen INTEGER NOT NULL
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link: whom it signs in, until when (UTC), in which browser ("" for any), and whether it was used."""

    email: str
    browser: str
    until: datetime
    used: bool

    def is_good(self, now: datetime) -> bool:
        """Whether it can still be used."""
        return not self.used and now < self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """Somebody who is signed in: their address, since when, and when they last asked for a page (UTC)."""

    email: str
    began: datetime
    seen: datetime

    def is_over(self, desking: Desking, now: datetime) -> bool:
        """Whether its time is over: so long without a page, or since it began."""
        idle, longest = timedelta(minutes=desking.idle_minutes), timedelta(hours=desking.longest_hours)
        return now - self.seen > idle or now - self.began > longest


class SignInBook:
    """The links and the visits. Threads and processes may use it at once; whoever comes first uses a link up."""

    def __init__(self, folder: Path) -> None:
        """Remember the place: the folder of the school's settings, or of the trust's. Nothing is made yet."""
        self._folder = folder / FOLDER
        self._turn = threading.Lock()
        self._link: sqlite3.Connection | None = None

    def cookie_key(self) -> str:
        """What cookies are signed with, the same after a restart; made, readable by us alone, where there is none.

        Raises:
            DiskFailed: the disk is full or broken.
        """
        path = self._folder / KEY
        with in_plain_words(path):
            if not path.exists():
                make_folder(self._folder)
                write_file(path, secrets.token_hex(32).encode())
            return path.read_text(encoding="ascii")

    def put_link(self, token: str, email: str, *, browser: str, until: datetime) -> None:
        """Keep a link; `browser` is the secret of the browser that asked, "" where any may use it.

        Raises:
            DiskFailed: the disk is full or broken.
        """
        with self._work() as book:
            book.execute("DELETE FROM links WHERE until < ?", (_seconds(until) - 86_400,))
            row = (_hash(token), email, _hash(browser) if browser else "", _seconds(until))
            book.execute("INSERT INTO links VALUES (?, ?, ?, ?, 0)", row)

    def link(self, token: str) -> Link | None:
        """The link; None where there was never such a one.

        Raises:
            DiskFailed: the disk is broken.
        """
        with self._work() as book:
            found = book.execute(
                "SELECT email, browser, until, used FROM links WHERE token = ?", (_hash(token),)
            ).fetchone()
        if found is None:
            return None
        return Link(email=found[0], browser=found[1], until=_moment(found[2]), used=bool(found[3]))

    def use_link(self, token: str, *, browser: str, now: datetime) -> str:
        """Use a link up: whom it signs in; "" where it is not good, or not in this browser.

        Raises:
            DiskFailed: the disk is full or broken.
        """
        own = _hash(browser) if browser else "none"
        with self._work() as book:
            found = book.execute(
                "UPDATE links SET used = 1 WHERE token = ? AND used = 0 AND until > ? AND browser IN ('', ?) "
                "RETURNING email",
                (_hash(token), _seconds(now), own),
            ).fetchall()
        return str(found[0][0]) if found else ""

    def begin(self, email: str, now: datetime) -> str:
        """Somebody signs in; the id that their browser keeps.

        Raises:
            DiskFailed: the disk is full or broken.
        """
        visit = secrets.token_urlsafe(32)
        with self._work() as book:
            row = (_hash(visit), email, _seconds(now), _seconds(now))
            book.execute("INSERT INTO visits VALUES (?, ?, ?, ?)", row)
        return visit

    def visit(self, visit: str) -> SignedIn | None:
        """Who is signed in by this id; None for nobody.

        Raises:
            DiskFailed: the disk is broken.
        """
        with self._work() as book:
            found = book.execute(
                "SELECT email, began, seen FROM visits WHERE id = ?", (_hash(visit),)
            ).fetchone()
        if found is None:
            return None
        return SignedIn(email=found[0], began=_moment(found[1]), seen=_moment(found[2]))

    def touch(self, visit: str, now: datetime) -> None:
        """They asked for a page.

        Raises:
            DiskFailed: the disk is full or broken.
        """
        with self._work() as book:
            book.execute("UPDATE visits SET seen = ? WHERE id = ?", (_seconds(now), _hash(visit)))

    def end(self, visit: str) -> None:
        """They are not signed in any more.

        Raises:
            DiskFailed: the disk is full or broken.
        """
        with self._work() as book:
            book.execute("DELETE FROM visits WHERE id = ?", (_hash(visit),))

    def end_all(self) -> int:
        """Nobody is signed in any more, and no link is good; how many were signed in.

        Raises:
            DiskFailed: the disk is full or broken.
        """
        with self._work() as book:
            book.execute("DELETE FROM links")
            return book.execute("DELETE FROM visits").rowcount

    def forget_before(self, began: datetime) -> None:
        """Drop visits that began before this moment.

        Raises:
            DiskFailed: the disk is full or broken.
        """
        with self._work() as book:
            book.execute("DELETE FROM visits WHERE began < ?", (_seconds(began),))

    @contextmanager
    def _work(self) -> Iterator[sqlite3.Connection]:
        with self._turn:
            try:
                yield self._open()
            except sqlite3.Error as error:
                what = f"The list of who is signed in cannot be used: {error}."
                do = "See whether the disk is full. The file may be deleted: everybody signs in again."
                raise DiskFailed(Problem(where=str(self._folder / BOOK), what=what, what_to_do=do)) from error

    def _open(self) -> sqlite3.Connection:
        if self._link is None:
            path = self._folder / BOOK
            with in_plain_words(path):
                make_folder(self._folder)
                os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
            link = sqlite3.connect(path, timeout=5, isolation_level=None, check_same_thread=False)
            link.execute("PRAGMA secure_delete = ON")
            link.executescript(_TABLES)
            self._link = link
        return self._link


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _seconds(at: datetime) -> int:
    return int(at.timestamp())


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
