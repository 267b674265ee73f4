"""The derived index of one school: whoever asks it brings it up to date first; deleting it loses nothing."""

from contextlib import suppress
from pathlib import Path

from ...ground.collecting import without_collecting
from ...ground.errors import LogBroken, Problem, WorldFailed
from ...rules.cases.look import Look
from ...rules.mails.mail_log import MailEntry
from ..logs.case_files import FolderCaseFiles
from ..logs.long_log import LongLog
from ..logs.mail_log_file import LOG
from .case_index import CaseIndex
from .index_file import IndexFile, Link
from .mail_index import MailIndex, clear


class FolderIndex:
    """The index of a data folder."""

    def __init__(self, data: Path, cases: FolderCaseFiles, *, place: Path | None = None) -> None:
        """Remember the place; nothing is read yet.

        Args:
            data: the school's data folder.
            cases: the cases in it.
            place: the folder of the index, where it is another one.
        """
        self._tables = IndexFile(place or data, self._fill)
        self.cases = CaseIndex(cases, self._tables)
        self.mails = MailIndex(LongLog(data / LOG, MailEntry), self._tables)

    def refresh(self, look: Look) -> list[Problem]:
        """At the beginning of a round: compare it with the logs, of open cases each time and of all once a day.

        Returns:
            Logs that are shorter than they were.

        Raises:
            WorldFailed: the logs cannot be read; or there can be not a file, and the index is in memory for this round.
        """
        self._tables.try_file()
        with suppress(WorldFailed):  # without a note, every log is compared each time
            self.cases.begin_note()
        problems = self.cases.compare(look)
        self._say_trouble(*problems)
        return problems

    def keep(self) -> None:
        """At the end of a round: note which cases are at rest. A round without news writes nothing.

        Raises:
            WorldFailed: the file was damaged or could not be written; it was done without it.
        """
        self.cases.keep()
        self._say_trouble()

    def _say_trouble(self, *besides: Problem) -> None:
        trouble, self._tables.trouble = self._tables.trouble, None
        if trouble:
            raise type(trouble)(*trouble.problems, *besides)

    def _fill(self, link: Link) -> None:
        with without_collecting():
            self.cases.fill(link)
            try:
                self.mails.fill(link)
            except (LogBroken, WorldFailed):
                # Broken, or on a bad block: said by whoever asks for emails; the cases go on.
                clear(link)
            self.cases.add_missing(link)
