"""The file of the derived index, `<data>/index.sqlite`: opened, thrown away where it is no good, written whole.

It may be deleted at any time: the logs alone count, and the next round makes it anew.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec

from ...ground.disk import HALF, in_plain_words, sync_folder
from ...ground.errors import Problem, WorldFailed
from ..logs import touched

INDEX, FILES = touched.INDEX, touched.FILES
Row = tuple[Any, ...]
SCHEMA = 1
"""Raised with every change of the tables: an index of another schema is thrown away."""

BUSY_SECONDS = 10.0

_TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE cases (
    number INTEGER PRIMARY KEY, ref TEXT NOT NULL, adult TEXT NOT NULL, open INTEGER NOT NULL,
    broken INTEGER NOT NULL, inode INTEGER NOT NULL, size INTEGER NOT NULL, changed INTEGER NOT NULL,
    seq INTEGER NOT NULL, hash TEXT NOT NULL, looked TEXT
);
CREATE TABLE summaries (number INTEGER PRIMARY KEY, summary BLOB NOT NULL);
CREATE TABLE case_mails (
    sha256 TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (sha256, number)
) WITHOUT ROWID;
CREATE TABLE mails (
    number INTEGER PRIMARY KEY, mailbox TEXT NOT NULL, key TEXT NOT NULL, sha256 TEXT NOT NULL,
    message_id TEXT NOT NULL, verdict TEXT NOT NULL, ref TEXT NOT NULL, put_aside INTEGER NOT NULL,
    asks INTEGER NOT NULL, received TEXT NOT NULL, row BLOB NOT NULL
);
CREATE UNIQUE INDEX mails_by_key ON mails (mailbox, key);
CREATE TABLE boxes (mailbox TEXT PRIMARY KEY, state BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE receipts (address TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (address, day)) WITHOUT ROWID;
"""

_INDEXES = """
CREATE INDEX cases_of_adult ON cases (adult);
CREATE INDEX cases_open ON cases (number) WHERE open = 1;
CREATE INDEX cases_to_look_at ON cases (number) WHERE looked IS NULL;
CREATE INDEX mails_on_cases ON case_mails (number);
CREATE INDEX mails_by_bytes ON mails (sha256);
CREATE INDEX mails_by_id ON mails (message_id);
CREATE INDEX mails_received ON mails (received);
CREATE INDEX mails_unjudged ON mails (number) WHERE verdict = '';
CREATE INDEX mails_in_tray ON mails (number) WHERE verdict = 'intray';
CREATE INDEX mails_unmoved ON mails (number) WHERE put_aside = 0;
CREATE INDEX mails_asking ON mails (number) WHERE asks = 1;
"""


class IndexStore:
    """The index file, or one in memory where there is no good one yet.

    Whoever asks gets an answer or a `WorldFailed`: a damaged index is thrown away, and the next round makes it anew.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / INDEX
        self._link: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._passed_over: tuple[int, int] | None = None
        self._times = 0

    def is_there(self) -> bool:
        """Whether there is an index to ask. Nothing stays locked between questions.

        One in memory is asked until somebody else has put a file there: from then on, what was written on since is
        noted for that file alone.
        """
        file = self._file_there()
        if self._link and (self._file == file or (self.in_memory and file in {None, self._passed_over})):
            return True
        self.close()
        link = _connect(self.path) if file and file != self._passed_over else None
        if link is None:
            return False
        self._link, self._file = link, file
        self._times += 1
        return True

    def _file_there(self) -> tuple[int, int] | None:
        try:
            status = self.path.stat()
        except OSError:
            return None
        return (status.st_dev, status.st_ino)

    @property
    def in_memory(self) -> bool:
        """Whether the index that is asked is in memory alone."""
        return self._link is not None and self._file is None

    def state(self) -> tuple[int, int]:
        """Changes when somebody else has written the index, or it is another one."""
        return (self._times, self.rows("PRAGMA data_version")[0][0])

    def rows(self, query: str, *values: object) -> list[Row]:
        """What the index answers.

        Raises:
            WorldFailed: there is none, or it is damaged and was thrown away.
        """
        with self._damaged_goes() as link:
            return link.execute(query, values).fetchall()

    def fact(self, name: str) -> str:
        """One fact that the index keeps of itself; "" where it keeps none of that name."""
        found = self.rows("SELECT value FROM facts WHERE name = ?", name)
        return str(found[0][0]) if found else ""

    @contextmanager
    def _damaged_goes(self) -> Iterator[sqlite3.Connection]:
        if self._link is None:
            raise _no_good("There is none.")
        try:
            yield self._link
        except sqlite3.Error as error:
            if _is_damage(error):
                self._throw_away()
            raise _no_good(str(error)) from error
        except msgspec.MsgspecError as error:
            self._throw_away()
            raise _no_good(str(error)) from error

    def _throw_away(self) -> None:
        """Where the folder may not be written, the file stays, and is not asked again."""
        self._passed_over = self._file
        with suppress(OSError):
            self.remove()

    @contextmanager
    def unpacking(self) -> Iterator[None]:
        """While what the index answered is unpacked.

        Raises:
            WorldFailed: it cannot be: another version packed it, or it is damaged; the index was thrown away.
        """
        with self._damaged_goes():
            yield

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The index, to change in one go: all of it is kept when the block ends well, else nothing.

        Raises:
            WorldFailed: it is damaged and was thrown away, or the disk is full.
        """
        with self._damaged_goes() as link:
            link.execute("BEGIN IMMEDIATE")
            try:
                yield link
                link.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    link.execute("ROLLBACK")
                raise

    def make(self, fill: Callable[[sqlite3.Connection], None]) -> None:
        """A new index file, which takes the old one's place once it is whole.

        Raises:
            WorldFailed: the disk is full or broken.
        """
        self.close()
        with in_plain_words(self.path):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            half = self.path.with_name(f".{INDEX}{HALF}")
            half.unlink(missing_ok=True)
            os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            try:
                _fill(half, fill)
                _put_in_place(half, self.path)
            except sqlite3.Error as error:
                raise _no_good(str(error)) from error
            finally:
                half.unlink(missing_ok=True)
        self._passed_over = None

    def make_in_memory(self, fill: Callable[[sqlite3.Connection], None]) -> None:
        """An index that lasts as long as this object, for one who only asks, or where the disk is full."""
        self.close()
        self._passed_over = self._file_there()
        self._link = _fill(":memory:", fill)
        self._times += 1

    def remove(self) -> None:
        """Throw the index away; the next round makes it anew.

        Raises:
            OSError: the folder may not be written.
        """
        self.close()
        for name in FILES:
            self.path.with_name(name).unlink(missing_ok=True)
        self._passed_over = None

    def close(self) -> None:
        """Let go of the file."""
        if self._link:
            self._link.close()
        self._link, self._file = None, None


def _fill(path: Path | str, fill: Callable[[sqlite3.Connection], None]) -> sqlite3.Connection:
    link = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        # The file is not in its place yet: it is forced to the disk once, at the end.
        link.execute("PRAGMA journal_mode = OFF")
        link.execute("PRAGMA synchronous = OFF")
        link.executescript(_TABLES)
        link.execute("BEGIN")
        fill(link)
        link.execute("COMMIT")
        link.executescript(_INDEXES)
        link.execute(f"PRAGMA user_version = {SCHEMA}")
    except BaseException:
        link.close()
        raise
    if path != ":memory:":
        link.close()
    return link


def _is_damage(error: sqlite3.Error) -> bool:
    """Not a full or slow disk, nor somebody else at work: the file itself is no good."""
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
            what=f"The index, which is only made from the logs, cannot be used: {why}",
            what_to_do="Nothing is lost, and the next round makes it anew. If this is said again, free some space.",
        )
    )


def _connect(path: Path) -> sqlite3.Connection | None:
    """The index of this schema in the file; None for anything else."""
    link = None
    try:
        link = sqlite3.connect(path, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False)
        link.execute("PRAGMA synchronous = FULL")
        if link.execute("PRAGMA user_version").fetchone()[0] == SCHEMA:
            return link
    except sqlite3.Error:
        pass
    if link:
        link.close()
    return None


def _put_in_place(half: Path, path: Path) -> None:
    handle = os.open(half, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    # A journal of the old index must never be played into the new one.
    if (journal := path.with_name(f"{INDEX}-journal")).exists():
        journal.unlink()
        sync_folder(path.parent)
    half.replace(path)
    sync_folder(path.parent)


def put_fact(link: sqlite3.Connection, name: str, value: str) -> None:
    """Keep one fact."""
    link.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))
