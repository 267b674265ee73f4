"""`serve`: `schedule` ticks, each job is wrapped, SIGTERM ends after the step that is under way."""

import logging
import signal
import threading
from collections.abc import Callable
from datetime import date

import schedule

from ..config.settings import Settings
from ..records.durable import append_line
from ..records.lock import daemon_lock, writer_lock
from ..rules.errors import LetterladderError
from ..rules.mail_log import count_verdicts
from ..workflows.keeping import rows_of
from ..workflows.rounds import run_round
from .clock import WallClock
from .mail_watch import listen_for_mail
from .systemd import notify, watchdog_seconds
from .wiring import build

log = logging.getLogger("letterladder")
TICK_SECONDS = 1.0


class Daemon:
    """One school's daemon. All due work is computed from what is on disk in each round; nothing is remembered here."""

    def __init__(self, settings: Settings, *, every_minutes: int) -> None:
        self._settings = settings
        self._stop = threading.Event()
        self._news = threading.Event()
        self._counted: date | None = None
        self._ticker = schedule.Scheduler()
        self._ticker.every(every_minutes).minutes.do(self._wrapped, self._round)
        self._ticker.every(10).minutes.do(self._wrapped, self._count_once_a_day)

    def run(self) -> None:
        """Work until SIGTERM or Ctrl-C.

        Raises:
            Refused: another daemon works on this data folder.
        """
        logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
        with daemon_lock(self._settings.data):
            for name in ("SIGTERM", "SIGINT"):
                signal.signal(getattr(signal, name), self._asked_to_stop)
            log.info("watching, pid file in the data folder; stop with SIGTERM or Ctrl-C")
            notify("READY=1", "STATUS=the first round is under way")
            if every := watchdog_seconds():
                # Only this loop says so: a round that hangs says nothing, and systemd starts the program anew.
                self._ticker.every(max(1, int(every))).seconds.do(notify, "WATCHDOG=1")
            self._wrapped(self._round)
            self._wrapped(self._count_once_a_day)
            listen_for_mail(self._settings, self._stop, self._news)
            while not self._stop.is_set():
                if self._news.wait(TICK_SECONDS):
                    self._news.clear()
                    self._wrapped(self._round)
                self._ticker.run_pending()
            notify("STOPPING=1")
            log.info("stopped after the last step; nothing is left half done")

    def _asked_to_stop(self, *_: object) -> None:
        self._stop.set()

    def _wrapped(self, job: Callable[[], None]) -> None:
        """A job that breaks is logged and tried again next time; the daemon goes on."""
        if self._stop.is_set():
            return
        try:
            job()
        except LetterladderError as error:
            for problem in error.problems:
                log.error("%s: %s %s", problem.where, problem.what, problem.what_to_do)
        except Exception:
            log.exception("a job broke; it is tried again at its next time")

    def _round(self) -> None:
        with writer_lock(self._settings.data):
            tally = run_round(build(self._settings, WallClock()), patient=True)
        wrong = f"{tally.problems[0].where}: {tally.problems[0].what}" if tally.problems else "all is well"
        notify("WATCHDOG=1", f"STATUS=last round: {wrong}")
        done = {name: count for name, count in tally.counts().items() if count}
        if done:
            log.info("round: %s", ", ".join(f"{count} {name}" for name, count in done.items()))
        for problem in tally.problems:
            log.warning("%s needs a look: see `round --json` or `check`", problem.where)

    def _count_once_a_day(self) -> None:
        """The daily line: every mail the server shows has exactly one verdict, or somebody must look."""
        clock = WallClock()
        if self._counted == clock.today():
            return
        line = counts_line(self._settings, clock)
        append_line(self._settings.data / "ledger" / "counts.txt", line.encode())
        log.info("%s", line)
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
