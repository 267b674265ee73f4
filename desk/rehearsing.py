"""`round --dry-run`: what a round would make of the mails that wait, told without changing anything.

The logs are copied to a folder of their own that is thrown away; mails are read from the mailbox but not moved,
nothing is drafted, queued or sent, and not a file of the school's is touched.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..ground.disk import in_plain_words
from ..ground.errors import Problem, Refused
from ..records.index.index import FolderIndex
from ..records.logs.case_files import FolderCaseFiles
from ..records.logs.mail_log_file import FILED, INTAKE, FolderMailLog, hash_of
from ..records.logs.pulse_file import PulseFile
from ..records.logs.secret_key import KEY
from ..records.outgoing.outgoing_queue import FolderQueue
from ..rules.texts.report import Arrival
from ..workflows.intake import JUDGING, judge_new_mail
from ..workflows.keeping import keep_new_mail
from ..workflows.liveness import FETCHING
from ..workflows.office import Office, Tally
from ..workflows.ports import Inbox
from ..workflows.sure_index import with_sure_index
from ..workflows.troubles import attempt

LOGS = ("ledger/mails.log", KEY)
CASE_LOGS = ("numbers.json", "*/case.log")


class LookedAt:
    """A mailbox that shows its mails and moves none."""

    def __init__(self, real: Inbox) -> None:
        self.name = real.name
        self.has_a_past = real.has_a_past
        self._real = real

    def arrivals(self, known: Callable[[str], bool]) -> Iterator[Sequence[Arrival]]:
        """As the real one."""
        return self._real.arrivals(known)

    def put_aside(self, keys: Sequence[str]) -> None:
        """Moves nothing."""

    def count(self) -> int:
        """As the real one."""
        return self._real.count()

    def check(self) -> list[Problem]:
        """As the real one."""
        return self._real.check()


def dry_round(office: Office, data: Path, *, since: date | None = None) -> Tally:
    """Take in and judge the waiting mails in a copy, and return the counts by verdict.

    Args:
        office: the school.
        data: its data folder, of which only the logs are copied.
        since: as for a first run.
    """
    tally = Tally()
    with _copied(office, data) as copied:
        copy = with_sure_index(copied, tally)
        attempt(tally, FETCHING, lambda: keep_new_mail(copy, tally, since=since))
        attempt(tally, JUDGING, lambda: judge_new_mail(copy, tally))
    return tally


@contextmanager
def _copied(office: Office, data: Path) -> Iterator[Office]:
    with tempfile.TemporaryDirectory(prefix="letterladder-") as name:
        copy = Path(name)
        logs = [data / log for log in LOGS]
        logs += [log for pattern in CASE_LOGS for log in (data / "cases").glob(pattern)]
        for log in logs:
            if log.is_file():
                place = copy / log.relative_to(data)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(log, place)
        cases = FolderCaseFiles(copy / "cases")
        yield replace(
            office,
            inbox=LookedAt(office.inbox),
            cases=cases,
            index=FolderIndex(copy, cases),
            mail_log=_CopiedMails(copy, data),
            queue=FolderQueue(copy / "outbox"),
            tray=_NoTray(),
            pulse=PulseFile(copy),
            tag=office.tag if (data / KEY).is_file() else str,
            new_id=lambda ref: f"<dry-run.{ref}@localhost>",
        )


class _CopiedMails(FolderMailLog):
    """A copy of the mail log; the mails that were kept before are read where they lie."""

    def __init__(self, folder: Path, real: Path) -> None:
        super().__init__(folder)
        self._real = real

    def raw(self, sha256: str) -> bytes:
        """The raw mail as kept, here or there; the real log would note where it found it."""
        try:
            return super().raw(sha256)
        except Refused:
            for place in (INTAKE, FILED, "cases/*/mail"):
                for file in self._real.glob(f"{place}/{sha256[:16]}*.eml"):
                    with in_plain_words(file):
                        content = file.read_bytes()
                    if hash_of(content) == sha256:
                        return content
            raise


class _NoTray:
    """A print tray in which nothing lies."""

    def put(self, letter: object) -> None:
        """Nothing is put in."""

    def holds(self, ref: str, letter: str, version: int) -> bool:
        """Nothing lies in it."""
        del ref, letter, version
        return False

    def take(self, ref: str, letter: str, version: int) -> None:
        """Nothing to take."""
