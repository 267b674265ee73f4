"""The derived index of one school: made where it is missing, asked by the workflows, kept at the end of a round."""

import gc
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ...ground.errors import LogBroken, Problem, WorldFailed
from ...rules.cases.look import Look
from ...rules.mails.mail_log import MailEntry
from ..logs.case_files import FolderCaseFiles
from ..logs.long_log import LongLog
from ..logs.mail_log_file import LOG
from ..logs.touched import Stamp
from .case_index import CaseIndex
from .index_store import IndexStore
from .mail_index import MailIndex


class FolderIndex:
    """The index of a data folder. It may be deleted at any time; who only asks makes one in memory."""

    def __init__(self, data: Path, cases: FolderCaseFiles) -> None:
        """Remember the place; nothing is read yet.

        Args:
            data: the school's data folder.
            cases: the cases in it; what they note as written on is looked at again.
        """
        self._store = IndexStore(data)
        self._look: Look | None = None
        self.cases = CaseIndex(cases, self._store, self._make_in_memory)
        self.mails = MailIndex(LongLog(data / LOG, MailEntry), self._store, self._make_in_memory)

    def refresh(self, look: Look) -> list[Problem]:
        """At the beginning of a round: make the index where it is missing or outdated; compare it once a day.

        Returns:
            Logs that are shorter than they were.

        Raises:
            WorldFailed: the disk cannot be read, or the index cannot be written; it is then in memory for this round.
        """
        self._look = look
        if self._store.in_memory:
            self._store.close()
        if not self._store.is_there() or self.mails.is_outdated():
            self._make()
        return self.cases.compare(look)

    def _make(self) -> None:
        try:
            self._store.make(self._fill)
        except WorldFailed:
            self._make_in_memory()
            raise

    def _make_in_memory(self) -> None:
        self._store.make_in_memory(self._fill)

    def made_in(self, folder: Path) -> Path:
        """An index made from these logs in another folder, to compare with; the file.

        Raises:
            WorldFailed: that disk is full, or the logs cannot be read.
        """
        store = IndexStore(folder)
        store.make(self._fill)
        return store.path

    def _fill(self, link: sqlite3.Connection) -> None:
        with without_collecting():
            self._fill_now(link)

    def _fill_now(self, link: sqlite3.Connection) -> None:
        self.cases.make(link, self._look)
        try:
            self.mails.make(link)
        except (LogBroken, WorldFailed):
            # Broken, or on a bad block: said by whoever asks for mails; the cases go on.
            self.mails.empty(link)
        self.cases.add_missing(link)

    def keep(self) -> None:
        """At the end of a round: write what was learnt. A round without news writes nothing.

        Raises:
            WorldFailed: the disk is full, or the index was damaged and was thrown away.
        """
        mails = self._mails_to_keep()
        # Asked only now: bringing both up to date may have shown that the file is no good.
        if not (self.cases.has_news() or mails) or self._store.in_memory:
            return
        with self._store.writing() as link:
            self.cases.write(link)
            if mails:
                mails.write(link)
        self.cases.written()
        self.mails.written()

    def _mails_to_keep(self) -> MailIndex | None:
        """The mails, where there is something to write of them; a log that cannot be read was said by who asked."""
        try:
            return self.mails if self.mails.has_news() else None
        except (LogBroken, WorldFailed):
            return None

    def learn(self, found: Sequence[tuple[str, Stamp, bytes]]) -> None:
        """Keep what somebody had to read of closed cases; whoever calls holds the writer lock.

        Raises:
            WorldFailed: the disk is full, or the index was damaged and was thrown away.
        """
        if self._store.is_there() and not self._store.in_memory:
            with self._store.writing() as link:
                self.cases.learn(link, found)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Millions of log lines are read and dropped again: looking for rings among them would take half the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
