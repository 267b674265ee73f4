"""One school as the daemon looks after it: its rounds, its daily count, its settings as they are now."""

import logging
from datetime import date
from pathlib import Path

from ..config.settings import Settings, load_settings
from ..records.durable import append_line
from ..records.lock import writer_lock
from ..rules.errors import WrongUsage
from ..rules.mail_log import count_verdicts
from ..workflows.keeping import rows_of
from ..workflows.rounds import run_round
from .clock import WallClock
from .systemd import notify
from .wiring import build

log = logging.getLogger("letterladder")


class SchoolWatch:
    """One school's work in the daemon. What is due is computed from the disk each time; little is remembered.

    Settings, policy and calendar are read anew for each round, so that a change needs no restart; while they
    are broken, the last good ones go on and the log says what is wrong.
    """

    def __init__(self, name: str, settings: Settings) -> None:
        self.name = name
        self.settings = settings
        self._counted: date | None = None

    @property
    def data(self) -> Path:
        """The school's data folder."""
        return self.settings.data

    def round(self) -> None:
        """One round of this school.

        Raises:
            LetterladderError: the folder is being written by somebody else, or something broke.
        """
        self._read_settings()
        with writer_lock(self.data):
            tally = run_round(build(self.settings, WallClock()), patient=True)
        wrong = f"{tally.problems[0].where}: {tally.problems[0].what}" if tally.problems else "all is well"
        notify("WATCHDOG=1", f"STATUS={self.name}, last round: {wrong}")
        done = {name: count for name, count in tally.counts().items() if count}
        if done:
            counts = ", ".join(f"{count} {name}" for name, count in done.items())
            log.info("%s, round: %s", self.name, counts)
        for problem in tally.problems:
            log.warning("%s, %s needs a look: see `round --json` or `check`", self.name, problem.where)

    def _read_settings(self) -> None:
        try:
            self.settings = load_settings(self.settings.folder)
        except WrongUsage as error:
            for problem in error.problems:
                log.error("%s, the old settings go on: %s", self.name, problem)

    def count_once_a_day(self) -> None:
        """The daily line: every mail the server shows has exactly one verdict, or somebody must look.

        Raises:
            WorldFailed: the mailbox does not answer; the next time tries again.
        """
        clock = WallClock()
        if self._counted == clock.today():
            return
        line = counts_line(self.settings, clock)
        append_line(self.data / "ledger" / "counts.txt", line.encode())
        log.info("%s, %s", self.name, line)
        self._counted = clock.today()


def counts_line(settings: Settings, clock: WallClock) -> str:
    """Mails on the server and the sum of their verdicts, one line for the day.

    Raises:
        WorldFailed: the mailbox does not answer.
    """
    office = build(settings, clock)
    rows = [row for row in rows_of(office).values() if row.seen.mailbox == office.inbox.name]
    counts = count_verdicts(rows)
    parts = " + ".join(f"{count} {verdict}" for verdict, count in counts.items())
    on_server, known = office.inbox.count(), len(rows)
    word = "adds up" if on_server == known else f"DOES NOT ADD UP: {on_server - known:+d} mails"
    return f"{clock.today().isoformat()} mails on server {on_server} = {parts}; {word}"
