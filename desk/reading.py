"""Emails are read in processes beside this one; their libraries are loaded with the first email."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from ..config.paths import LETTER_TEMPLATES
from ..config.settings import Settings
from ..records.people.people_csv import PeopleFile
from ..rules.people.conflict import staff_of
from ..rules.texts.report import Arrival, Report
from .clock import WallClock

if TYPE_CHECKING:
    from ..mailbox.reading_process import Setup
    from ..mailbox.remembering import RememberingReader
    from ..rules.reports.looked import Looked


class LazyReader:
    """Reads emails by the forms this school knows, within a budget; the libraries are loaded with the first one."""

    def __init__(self, settings: Settings) -> None:
        """Read for this school."""
        self._settings = settings
        self._made: RememberingReader | None = None

    def _reader(self) -> "RememberingReader":
        if self._made is None:
            from ..mailbox.budget import BudgetedReader
            from ..mailbox.remembering import RememberingReader

            self._made = RememberingReader(by=BudgetedReader(setup_of(self._settings)))
        return self._made

    def __call__(self, arrival: Arrival, taken_at: datetime) -> Report:
        """See `MailReader`."""
        return self._reader()(arrival, taken_at)

    def looked(self, report: Report) -> "Looked | None":
        """See `Looks`."""
        return self._reader().looked(report)

    def ahead(self, arrivals: Iterable[Arrival], taken_at: datetime) -> None:
        """See `Looks`."""
        self._reader().ahead(arrivals, taken_at)

    def rest(self) -> None:
        """See `Looks`."""
        if self._made:
            self._made.rest()


def read_a_form(settings: Settings) -> None:
    """Have our own report form read, so that what reads the first report has started and knows its patterns."""
    raw = b"Subject: report form\n\n" + (LETTER_TEMPLATES / "report-form.txt").read_bytes()
    LazyReader(settings)(Arrival(key="", raw=raw, size=len(raw)), WallClock().now())


def setup_of(settings: Settings) -> "Callable[[], Setup]":
    """By what this school's emails are read; another value only where the people register has changed."""
    from ..mailbox.machine_reading import missing
    from ..mailbox.reading_process import Setup

    people, reads = PeopleFile(settings.people_csv), settings.school.triaging.ocr and not missing()
    made: list[Setup] = []

    def setup() -> Setup:
        register = people.read()
        if not made or made[0].register is not register:
            made[:] = [
                Setup(
                    forms=settings.forms,
                    reads_pictures=reads,
                    register=register,
                    policy=settings.school.policy,
                    staff=staff_of(settings.school),
                )
            ]
        return made[0]

    return setup
