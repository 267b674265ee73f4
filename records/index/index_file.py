"""The file of the derived index, `<data>/index.sqlite`: made where it is missing, thrown away where it is no good.

It may be deleted at any time, since the logs alone count. Where there can be not a file (a full disk, a folder that may
only be read, somebody else who keeps it locked), the same tables are made in memory.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from ...ground.disk import in_plain_words
from ...ground.errors import Problem, WorldFailed
from ...ground.plain_file import plain_handle

INDEX = "index.sqlite"
FILES = (INDEX, f"{INDEX}-journal")
"""The files of the derived index."""

SCHEMA = 5
"""Raised with every change of the tables: an index of another schema is thrown away."""

BUSY_SECONDS = 10.0
CACHE_KIB = 16_000
_MEMORY = ":memory:"

_TABLES = (
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE cases (
    number INTEGER PRIMARY KEY, ref TEXT NOT NULL, adult TEXT NOT NULL, open INTEGER NOT NULL,
    broken INTEGER NOT NULL, inode INTEGER NOT NULL, size INTEGER NOT NULL, changed INTEGER NOT NULL,
    seq INTEGER NOT NULL, hash TEXT NOT NULL, looked TEXT)""",
    "CREATE TABLE summaries (number INTEGER PRIMARY KEY, summary BLOB NOT NULL)",
    """CREATE TABLE case_mails (
    sha256 TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (sha256, number)) WITHOUT ROWID""",
    """CREATE TABLE mails (
    number INTEGER PRIMARY KEY, mailbox TEXT NOT NULL, key TEXT NOT NULL, sha256 TEXT NOT NULL,
    message_id TEXT NOT NULL, verdict TEXT NOT NULL, ref TEXT NOT NULL, put_aside INTEGER NOT NULL,
    asks INTEGER NOT NULL, received TEXT NOT NULL, sender TEXT NOT NULL, row BLOB NOT NULL)""",
    "CREATE UNIQUE INDEX mails_by_key ON mails (mailbox, key)",
    "CREATE TABLE boxes (mailbox TEXT PRIMARY KEY, state BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE receipts (address TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (address, day)) WITHOUT ROWID",
)

_INDEXES = (
    "CREATE INDEX cases_of_adult ON cases (adult)",
    "CREATE INDEX cases_open ON cases (number) WHERE open = 1",
    "CREATE INDEX cases_to_look_at ON cases (number) WHERE looked IS NULL",
    "CREATE INDEX mails_on_cases ON case_mails (number)",
    "CREATE INDEX mails_by_bytes ON mails (sha256)",
    "CREATE INDEX mails_by_id ON mails (message_id)",
    "CREATE INDEX mails_received ON mails (received)",
    "CREATE INDEX mails_by_sender ON mails (sender, received)",
    "CREATE INDEX mails_unjudged ON mails (number) WHERE verdict = ''",
    "CREATE INDEX mails_in_tray ON mails (number) WHERE verdict = 'intray'",
    "CREATE INDEX mails_by_machines ON mails (number) WHERE verdict IN ('robot', 'bounce')",
    "CREATE INDEX mails_unmoved ON mails (number) WHERE put_aside = 0",
    "CREATE INDEX mails_asking ON mails (number) WHERE asks = 1",
)

NO_GOOD = (sqlite3.Error, msgspec.MsgspecError, ValueError, TypeError, OverflowError)
"""What a file raises that is damaged, was changed by somebody else, or cannot be written."""

Link = sqlite3.Connection
Row = tuple[Any, ...]
AnswerT = TypeVar("AnswerT")


class IndexFile:
    """The tables, wherever they are. Whoever asks them gets an answer, whatever is wrong with the file."""

    def __init__(self, folder: Path, fill: Callable[[Link], None]) -> None:
        """Remember the place; nothing is opened yet.

        Args:
            folder: where the file lies.
            fill: writes what all logs say into new tables.
        """
        self.path = folder / INDEX
        self.trouble: WorldFailed | None = None
        """Why the file could not be used, until somebody has said it."""
        self._fill = fill
        self._link: Link | None = None
        self._file: tuple[int, int] | None = None
        self._in_memory = False
        self._times = 0

    def ask(self, question: Callable[[Link], AnswerT]) -> AnswerT:
        """What the tables answer: those in the file, else in one rebuilt, else in memory.

        Raises:
            LogBroken: as the question does; the log that it is about is broken.
            WorldFailed: the logs cannot be read.
        """
        for is_last in (False, True):
            try:
                return question(self._open())
            except NO_GOOD as error:
                self._give_up(error, in_memory=is_last)
        return question(self._open())

    def state(self, link: Link) -> tuple[int, int]:
        """Changes when somebody else has written in the tables, or they are others."""
        return (self._times, link.execute("PRAGMA data_version").fetchone()[0])

    def try_file(self) -> None:
        """Where the tables are in memory, go back to the file."""
        if self._in_memory:
            self.close()

    def close(self) -> None:
        """Let go of the tables."""
        if self._link:
            self._link.close()
        self._link, self._file, self._in_memory = None, None, False

    # -- opening -----------------------------------------------------------------------------------------------------

    def _open(self) -> Link:
        if self._link and (self._in_memory or self._file == _identity(self.path)):
            return self._link
        in_memory = self._in_memory
        self.close()
        self._times += 1
        self._in_memory = in_memory or not self._can_be_written()
        self._link = link = self._connected()
        self._file = _identity(self.path)
        if _schema(link) != SCHEMA:
            with changing(link):
                # Another process may have been quicker.
                if _schema(link) != SCHEMA:
                    self._make(link)
        return link

    def _can_be_written(self) -> bool:
        """Whether the file is there, empty or not, so that only this account can read it."""
        try:
            with in_plain_words(self.path):
                os.close(plain_handle(self.path, os.O_CREAT | os.O_RDWR))
        except WorldFailed as failure:
            self.trouble = failure
            return False
        return True

    def _connected(self) -> Link:
        if not self._in_memory:
            link = _connect(str(self.path))
            with suppress(sqlite3.Error):
                if _schema(link) in {0, SCHEMA}:
                    return link
            link.close()
            self._remove()
            if not self._can_be_written():
                self._in_memory = True
        return _connect(_MEMORY if self._in_memory else str(self.path))

    def _make(self, link: Link) -> None:
        for table in _TABLES:
            link.execute(table)
        self._fill(link)
        for index in _INDEXES:
            link.execute(index)
        link.execute(f"PRAGMA user_version = {SCHEMA}")

    def _give_up(self, error: Exception, *, in_memory: bool) -> None:
        """A damaged file goes, and is rebuilt; of one that is locked or may not grow, memory takes the place."""
        in_memory |= self._in_memory or not _is_damage(error)
        self.trouble = _no_good(str(error) or type(error).__name__)
        self.close()
        self._in_memory = in_memory
        if not self._in_memory:
            self._remove()

    def _remove(self) -> None:
        """Throw the file away; where that is not allowed, it is not asked again."""
        try:
            for name in FILES:
                self.path.with_name(name).unlink(missing_ok=True)
        except OSError:
            self._in_memory = True


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino)


def _connect(place: str) -> Link:
    link = sqlite3.connect(place, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False)
    with suppress(sqlite3.Error):
        # All or nothing, and in order. More is not needed: what was written last may be lost, the logs say it again.
        link.execute("PRAGMA synchronous = NORMAL")
        link.execute(f"PRAGMA cache_size = {-CACHE_KIB}")
    return link


def _schema(link: Link) -> int:
    """Which tables these are; 0 where there are none yet."""
    version = int(link.execute("PRAGMA user_version").fetchone()[0])
    has_tables = link.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    return version or (-1 if has_tables else 0)


@contextmanager
def changing(link: Link) -> Iterator[None]:
    """The tables, locked for other writers; all changes are kept when the block ends well, else none."""
    link.execute("BEGIN IMMEDIATE")
    try:
        yield
        link.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            link.execute("ROLLBACK")
        raise


def fact(link: Link, name: str) -> str:
    """One fact that the index keeps of itself; "" where it keeps none of that name."""
    found = link.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
    return str(found[0]) if found else ""


def put_fact(link: Link, name: str, value: str) -> None:
    """Keep one fact, where it is another than before."""
    if fact(link, name) != value:
        link.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))


def _is_damage(error: Exception) -> bool:
    """Not a full or slow disk, nor somebody else at work: the file itself is no good."""
    if not isinstance(error, sqlite3.Error):
        return True
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return code in {
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_FORMAT,
        sqlite3.SQLITE_CONSTRAINT,
        sqlite3.SQLITE_MISMATCH,
    }


def _no_good(why: str) -> WorldFailed:
    return WorldFailed(
        Problem(
            where=INDEX,
            what=f"The index, which is only derived from the logs, cannot be used: {why}",
            what_to_do="Nothing is lost, and the next round rebuilds it. If you see this again, free some space.",
        )
    )
