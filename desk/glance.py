"""A school and its cases, to look at and nothing else: what `cases` and `case` need, quickly."""

from datetime import date
from pathlib import Path

from msgspec import Struct

from ..ground.errors import LogBroken
from ..records.logs.case_files import FolderCaseFiles
from ..records.logs.mail_log_file import FolderMailLog
from ..records.logs.office_log import TELLING, OfficeLog
from ..rules.cases.case import Case
from ..rules.cases.fold import fold
from ..rules.mails.folded_mails import fold_mails
from ..rules.mails.mail_log import MailRow
from ..rules.office.absences import ahead, fold_absences
from ..rules.people.school import School
from .clock import clock_for


class Glance(Struct, frozen=True, kw_only=True):
    """The school, the logs of its cases, what the index knows of those that are over, and the day."""

    school: School
    cases: FolderCaseFiles
    data: Path
    today: date

    @classmethod
    def of(cls, school: School, data: Path, today: date | None) -> "Glance":
        """A look at this data folder, on the day of --today or the wall's."""
        files = FolderCaseFiles(data / "cases")
        return cls(school=school, cases=files, data=data, today=clock_for(today).today())

    def case(self, ref: str) -> Case:
        """The case as its log tells it."""
        return fold(ref, self.cases.read(ref))

    def away(self) -> list[str]:
        """Who is away or will be, in words; nothing where their log cannot be read, which `verify` tells."""
        try:
            found = fold_absences(OfficeLog(self.data / "ledger", TELLING).entries())
        except LogBroken:
            return []
        return [one.words(self.school) for one in ahead(found, self.school, self.today)]

    def mails(self) -> dict[tuple[str, str], MailRow]:
        """Every email ever seen, as it stands."""
        return fold_mails(FolderMailLog(self.data).entries())
