"""`serve`: `schedule` ticks, schools are looked after side by side, SIGTERM ends after the steps that are under way."""

import signal
import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import schedule

from ..config.settings import Settings
from ..ground.collecting import collect_as_usual
from ..records.logs.lock import daemon_lock
from ..records.logs.turn_file import note_turn
from .desk_beside import DeskBeside
from .lazy import ready_for_letters, stay_open, warm_up
from .mail_watch import listen_for_mail
from .private_log import log, log_broken, set_up
from .reading import read_a_form
from .school_watch import SchoolWatch
from .side_by_side import SideBySide
from .systemd import notify, watchdog_seconds

TICK_SECONDS = 1.0
SETTLED = 15
"""Seconds after which a daemon that was just started makes ready for the first report."""


class Daemon:
    """One daemon for one school or several; what breaks in one school, or makes it wait, does not stop the others."""

    def __init__(
        self,
        schools: Mapping[str, tuple[Path, Settings | None]],
        *,
        every_minutes: int,
        desk: DeskBeside | None = None,
    ) -> None:
        self._schools = [SchoolWatch(name, *one) for name, one in schools.items()]
        self._stop = threading.Event()
        self._desk = desk
        self._turns = SideBySide(self._look_after, schools=len(self._schools))
        self._listening: set[SchoolWatch] = set()
        self._ticker = schedule.Scheduler()
        self._ticker.every(every_minutes).minutes.do(self._ask_all)

    def run(self) -> None:
        """Work until SIGTERM or Ctrl-C.

        Raises:
            Refused: another daemon works on one of these data folders.
        """
        collect_as_usual()
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
            self._ticker.every(max(1, int(every))).seconds.do(self._alive, within=2 * every)
        warm_up()
        stay_open()
        if self._desk:
            # Before the first round, which may take long: people can come in meanwhile.
            self._desk.look()
            self._ticker.every(1).minutes.do(self._desk.look)
        self._ticker.every(SETTLED).seconds.do(self._make_ready)
        self._ask_all()
        self._turns.start()
        try:
            while not self._stop.wait(TICK_SECONDS):
                self._ticker.run_pending()
        finally:
            self._turns.stop()
            if self._desk:
                self._desk.stop()
        notify("STOPPING=1")
        log.info("stopped after the last step; nothing is left half-done")

    def _make_ready(self) -> type[schedule.CancelJob]:
        """Once: the first report need not wait until its readers and LibreOffice have started."""
        settings = next((school.settings for school in self._schools if school.settings), None)
        if settings:
            try:
                read_a_form(settings)
                ready_for_letters()
            except Exception as error:  # noqa: BLE001 - only a help: whoever needs it next meets what is wrong
                log.warning("not made ready for the first report: %s", error)
        return schedule.CancelJob

    def _alive(self, *, within: float) -> None:
        """Tell systemd so, unless a round hangs: then it hears nothing, and restarts the program."""
        if self._turns.longest() < within:
            notify("WATCHDOG=1")

    def _asked_to_stop(self, *_: object) -> None:
        self._stop.set()

    def _ask_all(self) -> None:
        for school in self._schools:
            self._turns.ask(school)

    def _look_after(self, school: SchoolWatch) -> None:
        """A round; then the daily count; from the first round on its mailbox is listened to."""
        self._wrapped(school, school.round)
        self._wrapped(school, school.count_once_a_day)
        note_turn(school.data)
        if school not in self._listening and not self._stop.is_set() and school.settings:
            self._listening.add(school)
            listen_for_mail(school.settings, self._stop, partial(self._turns.ask, school, first=True))

    def _wrapped(self, school: SchoolWatch, job: Callable[[], None]) -> None:
        """A job that breaks is logged and tried again next time; the daemon goes on."""
        if self._stop.is_set():
            return
        try:
            job()
        except Exception as error:  # noqa: BLE001 - the border of one job of one school: logged, and tried again
            log_broken(school.name, school.data, error)
