"""The desk beside the daemon: started where [desk] is on, started again when its settings change, never in the way."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..config.desk_tables import DeskTable
from ..config.settings import load_settings
from ..config.trust_file import read_trust
from ..ground.errors import LetterladderError, WrongUsage
from ..records.logs.stamps import Stamp, stamp_of
from ..workflows.ports import Clock
from .private_log import log

if TYPE_CHECKING:
    from .web.serving import Serving

SAID_AGAIN = 60
"""Looks after which the same trouble is said again: an hour."""

Mark = tuple[DeskTable, Stamp, Stamp]


class DeskBeside:
    """The pages, as long as the settings want them. Whatever breaks here is said; the daemon's rounds go on."""

    def __init__(self, folder: Path, schools: Mapping[str, Path], clock: Clock) -> None:
        """Remember what it is for; `folder` holds school.toml or trust.toml."""
        self._folder, self._schools, self._clock = folder, schools, clock
        self._serving: Serving | None = None
        self._mark: Mark | None = None
        self._said, self._looks = "", 0

    def look(self) -> None:
        """Start, stop or start again as the settings are now; called every minute."""
        try:
            self._follow(table_of(self._folder, self._schools))
        except Exception as error:  # noqa: BLE001 - the border of the desk: said, and the rounds go on
            self._say(error)

    def stop(self) -> None:
        """Answer what was asked, then end."""
        if self._serving:
            self._serving.stop()
            log.info("the desk has ended")
        self._serving, self._mark = None, None

    def _follow(self, table: DeskTable) -> None:
        desking = table.desking
        own = [self._folder / name if name else None for name in (desking.certificate, desking.key)]
        first, second = (stamp_of(file) if file else (0, 0, 0) for file in own)
        mark = (table, first, second)
        if self._serving and self._serving.is_alive and mark == self._mark:
            return
        self.stop()
        if not desking.on:
            return
        from .web.open_desk import desk_server  # noqa: PLC0415 - only where a desk is wanted

        serving, _ = desk_server(self._folder, self._schools, self._clock)
        serving.start()
        self._serving, self._mark, self._said = serving, mark, ""
        log.info("the desk listens at %s", serving.address)

    def _say(self, error: Exception) -> None:
        problems = error.problems if isinstance(error, LetterladderError) else ()
        what = "; ".join(f"{one.what} {one.what_to_do}" for one in problems) or type(error).__name__
        self._looks += 1
        if what != self._said or self._looks >= SAID_AGAIN:
            log.error("THE DESK DOES NOT RUN, the rounds go on: %s", what)
            self._said, self._looks = what, 0


def table_of(folder: Path, schools: Mapping[str, Path]) -> DeskTable:
    """[desk] of the trust, or of the only school.

    Raises:
        WrongUsage: the settings are broken.
    """
    trust, faults = read_trust(folder)
    if faults:
        raise WrongUsage(*faults)
    return trust.desk if trust else load_settings(next(iter(schools.values()))).desk
