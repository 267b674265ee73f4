"""`upgrade-check`: can this version go on with what an earlier one left in a school's folder? Only looks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from ..ground.english import uk_date
from ..ground.errors import LetterladderError, Problem
from ..ground.moments import LONDON
from ..records.logs.anchor_log import ANCHORS
from ..records.logs.care_file import CareFile
from ..records.logs.case_files import FolderCaseFiles
from ..records.logs.chain import NEWER, EntryT
from ..records.logs.chain_stream import LogReading
from ..records.logs.mail_log_file import LOG as MAILS
from ..records.logs.office_log import LOGS
from ..rules.cases.events import Entry
from ..rules.cases.fold import fold
from ..rules.mails.mail_log import MailEntry
from ..rules.office.exports import OfficeEntry
from ..workflows.ports import Clock
from .checking import check_everything
from .checking_policy import PlayedPolicies


@dataclass(slots=True, kw_only=True)
class UpgradeLook:
    """What was found in one school's folder.

    Attributes:
        problems: what stands in the way of this version.
        notes: what may wait.
        cases: cases that were read.
        lines: lines of all logs that were read.
        newest: when the last line was written.
        backed_up_at: when the last backup was made, as far as is known.
        is_newer: a newer version than this one has written here.
    """

    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    cases: int = 0
    lines: int = 0
    newest: datetime | None = None
    backed_up_at: datetime | None = None
    is_newer: bool = False

    def add(self, problems: list[Problem]) -> None:
        """Add what stands in the way."""
        self.problems += problems
        self.is_newer = self.is_newer or any(NEWER in one.what for one in problems)


def look_before_upgrade(folder: Path, clock: Clock, policies: PlayedPolicies) -> UpgradeLook:
    """Read every log, then settings, policy and letters by this version's rules; see whether a backup is new enough.

    Args:
        folder: the school's.
        clock: says today.
        policies: those that were played already, for the schools of a trust.
    """
    look = UpgradeLook()
    data = folder / "data"
    if data.is_dir():
        try:
            _read_logs(data, look)
        except LetterladderError as error:
            look.add(list(error.problems))
    problems, look.notes = check_everything(folder, clock, login=False, policies=policies)
    known = {(one.where, one.what) for one in look.problems}
    look.add([one for one in problems if (one.where, one.what) not in known])
    look.backed_up_at = CareFile(data).read().backed_up_at
    look.problems += _no_backup(look)
    return look


def _read_logs(data: Path, look: UpgradeLook) -> None:
    files = FolderCaseFiles(data / "cases")
    for ref in files.refs():
        entries = list(_entries(LogReading(data / "cases" / ref / "case.log", Entry), look))
        look.cases += bool(entries)
        try:
            fold(ref, entries)
        except LetterladderError as error:
            look.add(list(error.problems))
    for _ in _entries(LogReading(data / MAILS, MailEntry), look):
        pass
    for name in (*LOGS, ANCHORS):
        for _ in _entries(LogReading(data / "ledger" / name, OfficeEntry), look):
            pass


def _entries(reading: LogReading[EntryT], look: UpgradeLook) -> Iterator[EntryT]:
    for entry in reading:
        look.newest = max(filter(None, (look.newest, entry.at)))
        yield entry
    look.lines += reading.lines
    look.add(reading.problems)


def _no_backup(look: UpgradeLook) -> Iterator[Problem]:
    """Said where going back to the earlier version would lose something."""
    if look.newest is None or (look.backed_up_at and look.backed_up_at >= look.newest):
        return
    at = look.backed_up_at
    when = (
        f"The last known backup is of {uk_date(at.astimezone(LONDON).date())}" if at else "No backup is known"
    )
    yield Problem(
        where="backup",
        what=f"{when}; without a new one there is no way back to the earlier version.",
        what_to_do="Stop the daemon, then let the version that wrote last make one: letterladder backup FOLDER.",
    )
