"""`serve`: `schedule` ticks, each job is wrapped, SIGTERM ends after the step that is under way."""

import signal
import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack

import schedule

from ..config.settings import Settings
from ..records.logs.lock import daemon_lock
from .desk_beside import DeskBeside
from .lazy import warm_up
from .mail_watch import listen_for_mail
from .private_log import log, log_broken, set_up
from .school_watch import SchoolWatch
from .systemd import notify, watchdog_seconds

TICK_SECONDS = 1.0


class Daemon:
    """One daemon for one school or several; what breaks in one school does not stop the others."""

    def __init__(
        self, schools: Mapping[str, Settings], *, every_minutes: int, desk: DeskBeside | None = None
    ) -> None:
        self._schools = [SchoolWatch(name, settings) for name, settings in schools.items()]
        self._stop = threading.Event()
        self._news = threading.Event()
        self._desk = desk
        self._ticker = schedule.Scheduler()
        self._ticker.every(every_minutes).minutes.do(self._rounds)
        self._ticker.every(10).minutes.do(self._counts)

    def run(self) -> None:
        """Work until SIGTERM or Ctrl-C.

        Raises:
            Refused: another daemon works on one of these data folders.
        """
        set_up()
        with ExitStack() as held:
            for school in self._schools:
                held.enter_context(daemon_lock(school.data))
            self._work()

    def _work(self) -> None:
        for name in ("SIGTERM", "SIGINT"):
            signal.signal(getattr(signal, name), self._asked_to_stop)
        names = ", ".join(school.name for school in self._schools)
        log.info("watching %s; pid file in the data folder; stop with SIGTERM or Ctrl-C", names)
        notify("READY=1", "STATUS=the first round is under way")
        if every := watchdog_seconds():
            # Only this loop says so: a round that hangs says nothing, and systemd restarts the program.
            self._ticker.every(max(1, int(every))).seconds.do(notify, "WATCHDOG=1")
        warm_up()
        if self._desk:
            # Before the first round, which may take long: people can come in meanwhile.
            self._desk.look()
            self._ticker.every(1).minutes.do(self._desk.look)
        try:
            self._until_stopped()
        finally:
            if self._desk:
                self._desk.stop()
        notify("STOPPING=1")
        log.info("stopped after the last step; nothing is left half-done")

    def _until_stopped(self) -> None:
        self._rounds()
        self._counts()
        for school in self._schools:
            listen_for_mail(school.settings, self._stop, self._news)
        while not self._stop.is_set():
            if self._news.wait(TICK_SECONDS):
                self._news.clear()
                self._rounds()
            self._ticker.run_pending()

    def _asked_to_stop(self, *_: object) -> None:
        self._stop.set()

    def _rounds(self) -> None:
        for school in self._schools:
            self._wrapped(school, school.round)

    def _counts(self) -> None:
        for school in self._schools:
            self._wrapped(school, school.count_once_a_day)

    def _wrapped(self, school: SchoolWatch, job: Callable[[], None]) -> None:
        """A job that breaks is logged and tried again next time; the daemon goes on."""
        if self._stop.is_set():
            return
        try:
            job()
        except Exception as error:  # noqa: BLE001 - the border of one job of one school: logged, and tried again
            log_broken(school.name, school.data, error)
