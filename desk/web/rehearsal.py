"""The demo's clock and postman: the day that is rehearsed is kept in its folder, emails are put into its inbox."""

import threading
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ...config.settings import Settings, load_settings
from ...ground.english import uk_date
from ...ground.values import replace
from ...records.logs.lock import round_lock, writer_lock
from ...workflows.rounds import run_round
from ..clock import RehearsalClock
from ..demo_mails import fresh_reports
from ..rehearsed_day import keep_day, kept_day
from ..wiring import build


@dataclass(slots=True, kw_only=True)
class Rehearsal:
    """The days of the demo."""

    folder: Path
    _moving: threading.Lock = field(default_factory=threading.Lock)

    def today(self) -> date:
        """The day that is rehearsed."""
        return kept_day(self.folder)

    def go_to(self, day: date) -> str:
        """Another day, with the daemon's round of its morning; what is said of it."""
        with self._moving:
            keep_day(self.folder, day)
        return f"It is {uk_date(day)}. {self.round()}"

    def reports_come_in(self) -> str:
        """Three reports are dropped into the inbox; what is said of it."""
        with self._moving:
            inbox = self.folder / "inbox"
            number = len(list(inbox.rglob("*.eml")))
            for place, mail in enumerate(fresh_reports(self.today(), number), start=1):
                (inbox / f"demo-{number + place:03d}.eml").write_bytes(mail)
        return self.round()

    def round(self) -> str:
        """One round of the daemon; what it did, in a sentence."""
        settings: Settings = load_settings(self.folder)
        with round_lock(settings.data), writer_lock(settings.data) as turn:
            office = replace(build(settings, RehearsalClock(self.today())), turns=turn)
            tally = run_round(office)
        counts = tally.counts().items()
        done = [f"{count} {'emails' if name == 'mails' else name}" for name, count in counts if count]
        return f"The daemon's round: {', '.join(done) or 'nothing to do'}."
