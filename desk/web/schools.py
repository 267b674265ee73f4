"""The schools that the pages show: each with its settings as they are now, and an office for the thread that asks."""

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...config.glance import setup_mark
from ...config.settings import Settings, load_settings
from ...ground.errors import Problem, WrongUsage
from ...records.logs.reading_log import ReadingLog
from ...rules.mails.desk_links import desk_name
from ...rules.office.orders import AnyOrder
from ...workflows.acts.standing import Stood
from ...workflows.office import Office
from ...workflows.ports import Clock
from ..clock import RehearsalClock, WallClock
from ..ordering import OrderT, StoodT, Turn, give
from ..wiring import build
from .open_cases import OpenCases
from .tray_rows import TrayRows

PATIENCE = 10.0
"""Seconds that a page waits for another writer."""


class SchoolPages:
    """One school behind the pages.

    Settings, policy and calendar are read again when they were changed; while they are broken, the last good ones
    go on and `faults` says what is wrong.
    """

    def __init__(self, settings: Settings, today: Callable[[], date | None]) -> None:
        self.name = desk_name(settings.school)
        self.faults: tuple[Problem, ...] = ()
        self.cases = OpenCases(settings.data)
        self.tray = TrayRows(settings.data)
        self.reads = ReadingLog(settings.data)
        self._settings = settings
        self._mark = self._mark_now()
        self._today = today
        self._own = threading.local()
        self._reading = threading.Lock()

    @property
    def settings(self) -> Settings:
        """The school's settings as they are now."""
        with self._reading:
            mark = self._mark_now()
            if mark != self._mark:
                self._read_again(mark)
            return self._settings

    @property
    def rehearsed(self) -> date | None:
        """The day that is rehearsed, in the demo; None for the real one."""
        return self._today()

    @property
    def clock(self) -> Clock:
        """The wall's clock, or the demo's."""
        day = self.rehearsed
        return RehearsalClock(day) if day else WallClock()

    def office(self) -> Office:
        """The office to look at, of the thread that asks."""
        settings, day = self.settings, self.rehearsed
        kept = getattr(self._own, "office", None)
        if kept is None or kept[0] is not settings or kept[1] != day:
            kept = (settings, day, build(settings, self.clock))
            self._own.office = kept
        office: Office = kept[2]
        return office

    def give(self, act: Callable[[Office, OrderT], StoodT], order: OrderT, *, once: str) -> StoodT | None:
        """Carry an order out: what then stands; None where this press was carried out before.

        Args:
            act: what is to be done.
            order: with who, what, and the line of the case that they saw.
            once: the number of the form that was pressed; the log names the order by it.

        Raises:
            KeptForLater: somebody else writes and does not end; it is kept and will be carried out.
            LetterladderError: as the act.
        """
        turn = Turn(
            data=self.settings.data, seconds=PATIENCE, tell=lambda _: None, today=self.rehearsed, id=once
        )
        stood, _ = give(self.office(), act, order, turn)
        return stood

    def _mark_now(self) -> str:
        known = self._settings
        return setup_mark(known.folder, known.people_csv, known.own_templates)

    def _read_again(self, mark: str) -> None:
        self._mark = mark
        try:
            self._settings, self.faults = load_settings(self._settings.folder), ()
        except WrongUsage as error:
            self.faults = error.problems


@dataclass(frozen=True, slots=True)
class Schools:
    """All schools of this desk, by their part of the address."""

    by_name: Mapping[str, SchoolPages]

    def __iter__(self) -> Iterator[SchoolPages]:
        """Each school, in the order of the trust."""
        return iter(self.by_name.values())

    def get(self, name: str) -> SchoolPages | None:
        """The school of this name; None where there is none."""
        return self.by_name.get(name)


def schools_of(folders: Mapping[str, Path], today: Callable[[], date | None]) -> Schools:
    """The schools in these folders.

    Raises:
        WrongUsage: settings are wrong, or two schools would have the same address.
    """
    found: dict[str, SchoolPages] = {}
    for folder in folders.values():
        one = SchoolPages(load_settings(folder), today)
        if one.name in found:
            what = f"Two schools would have the address .../{one.name}/."
            do = 'Give each a slug of its own in its school.toml: [school], slug = "...".'
            raise WrongUsage(Problem(where=f"{folder}/school.toml, slug", what=what, what_to_do=do))
        found[one.name] = one
    return Schools(found)


__all__ = ["AnyOrder", "SchoolPages", "Schools", "Stood", "schools_of"]
