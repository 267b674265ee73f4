"""One school as the daemon looks after it: its rounds, its daily count, its settings as they are now."""

import logging
from datetime import date
from pathlib import Path

from ..config.glance import settings_mark
from ..config.settings import Settings, load_settings
from ..ground.disk import append_line
from ..ground.errors import DiskFailed, Problem, WrongUsage
from ..ground.values import replace
from ..records.logs.lock import round_lock, writer_lock
from ..records.logs.room import problems_of_room
from ..workflows.disk_gone import tell_of_disk
from ..workflows.office import Office, Tally
from ..workflows.rounds import run_round
from ..workflows.troubles import sure_pulse
from .clock import WallClock
from .invented import loud
from .private_log import keep_tracebacks, log, log_problems, place_of
from .systemd import notify
from .tray_glance import keep_at_a_glance
from .wiring import build


class SchoolWatch:
    """One school's work in the daemon. What is due is computed from the disk each time; little is remembered.

    Settings, policy and calendar are read again where one of their files has changed, so that a change needs no
    restart; while they are broken, the last good ones go on and the log says what is wrong. A school whose settings
    were broken from the start begins once they are right.

    `unchanged` is what is remembered of letters that wait, from one round to the next; see `workflows/unchanged.py`.
    """

    def __init__(self, name: str, folder: Path, settings: Settings | None = None) -> None:
        self.name = name
        self.folder = folder
        self.settings = settings
        self._mark = ""
        self.unchanged: dict[str, object] = {}
        self._counted: date | None = None
        self._disk_told = False

    @property
    def data(self) -> Path:
        """The school's data folder."""
        return self.folder / "data"

    def round(self) -> None:
        """One round of this school; where its disk cannot be written, two people hear of it once.

        Raises:
            WrongUsage: its settings are broken, and never were right since the start.
            LetterladderError: the folder is being written by somebody else, or something broke.
        """
        if self.settings is None:
            self._settings_now()  # before anything is written: who is told of a broken disk is in them
        try:
            self._round()
        except DiskFailed as failure:
            if not self._disk_told and self.settings:
                log.error("%s, the disk cannot be written: two people are told by email", self.name)
                tell_of_disk(build(self.settings, WallClock()), failure)
                self._disk_told = True
            raise
        self._disk_told = False

    def _round(self) -> None:
        with round_lock(self.data), writer_lock(self.data) as turn:
            # Under the lock: what is changed while another writer is waited for counts in this round already.
            office = replace(build(self._settings_now(), WallClock()), turns=turn, unchanged=self.unchanged)
            tally = run_round(office, patient=True)
        if example := loud(self.folder):
            log.error("%s, a mail server is connected, but invented values remain: see `check`", self.name)
            tally.problems += example
        tally.problems += problems_of_room(self.data)
        notify(f"STATUS={self.name}, last round: {_fared(tally.problems)}")
        done = {name: count for name, count in tally.counts().items() if count}
        if done:
            counts = ", ".join(f"{count} {name}" for name, count in done.items())
            log.info("%s, round: %s", self.name, counts)
        log_problems(self.name, self.data, tally.problems, logging.WARNING)
        keep_tracebacks(self.data, tally.broke)
        keep_at_a_glance(office, self.folder, self.data)

    def _settings_now(self) -> Settings:
        """The settings as their files are; the last good ones while those are broken.

        Raises:
            WrongUsage: they are broken, and never were right since the start.
        """
        was = self.settings
        if was and self._mark == settings_mark(self.folder, was.named):
            return was
        before = settings_mark(self.folder)
        try:
            self.settings = now = load_settings(self.folder)
        except WrongUsage as error:
            if not was:
                raise
            log.error("%s, the settings cannot be read, the old ones stay in force: see `check`", self.name)
            log_problems(self.name, self.data, error.problems, logging.ERROR)
            return was
        # Where a file was changed while it was read, the mark fits nothing, and the next round reads again.
        unchanged = before == settings_mark(self.folder)
        self._mark = settings_mark(self.folder, now.named) if unchanged else ""
        return now

    def count_once_a_day(self) -> None:
        """The daily line: every email the server shows has exactly one verdict, or somebody must look.

        A mailbox that did not answer in the round is not asked again here: it could cost each turn its whole time
        limit, and the pauses between the tries are those of the round.

        Raises:
            WorldFailed: the mailbox does not answer; once it does, the next round's turn tries again.
        """
        clock = WallClock()
        if self._counted == clock.today() or not self.settings:
            return
        office = build(self.settings, clock)
        if sure_pulse(office, Tally()).fetch_failures:
            return
        line = counts_line(office)
        append_line(self.data / "ledger" / "counts.txt", line.encode())
        log.info("%s, %s", self.name, line)
        self._counted = clock.today()


def _fared(problems: list[Problem]) -> str:
    """How a round went, for a status that many can read: places without words."""
    places = list(dict.fromkeys(place_of(problem) for problem in problems))
    return f"{', '.join(places[:3])} needs attention" if places else "all is well"


def counts_line(office: Office) -> str:
    """Emails on the server and the sum of their verdicts, one line for the day.

    Raises:
        WorldFailed: the mailbox does not answer.
    """
    counts = office.index.mails.counts(office.inbox.name)
    parts = " + ".join(f"{count} {verdict}" for verdict, count in counts.items())
    on_server, known = office.inbox.count(), sum(counts.values())
    word = "adds up" if on_server == known else f"DOES NOT ADD UP: {on_server - known:+d} emails"
    return f"{office.clock.today().isoformat()} emails on server {on_server} = {parts}; {word}"
