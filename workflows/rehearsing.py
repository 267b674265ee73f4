"""`round --dry-run`: what a round would make of the emails that wait, told without changing anything.

The logs are copied to a folder of their own that is thrown away; emails are read from the mailbox but not moved,
nothing is drafted, queued or sent, and not a file of the school's is touched.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from ..ground.errors import Problem
from ..ground.values import replace
from ..rules.mails.outgoing import LaidOut
from ..rules.texts.report import Arrival
from .intake import JUDGING, judge_new_mail
from .keeping import keep_new_mail
from .liveness import FETCHING
from .office import Office, Tally
from .ports import Inbox
from .sure_index import with_sure_index
from .troubles import attempt


class LookedAt:
    """A mailbox that shows its emails and moves none."""

    def __init__(self, real: Inbox) -> None:
        self.name = real.name
        self.has_a_past = real.has_a_past
        self._real = real

    def arrivals(self, known: Callable[[str], bool]) -> Iterator[Sequence[Arrival]]:
        """As the real one."""
        return self._real.arrivals(known)

    def put_aside(self, keys: Sequence[str]) -> None:
        """Moves nothing."""

    def count(self) -> int:
        """As the real one."""
        return self._real.count()

    def check(self) -> list[Problem]:
        """As the real one."""
        return self._real.check()


def dry_round(office: Office, *, since: date | None = None) -> Tally:
    """Take in and judge the waiting emails in a copy, and return the counts by verdict.

    Args:
        office: the school; only its logs are copied.
        since: as for a first run.
    """
    tally = Tally()
    with office.copied(office) as copied:
        looking = replace(
            copied,
            inbox=LookedAt(office.inbox),
            tray=_NoTray(),
            new_id=lambda ref: f"<dry-run.{ref}@localhost>",
        )
        copy = with_sure_index(looking, tally)
        attempt(tally, FETCHING, lambda: keep_new_mail(copy, tally, since=since))
        attempt(tally, JUDGING, lambda: judge_new_mail(copy, tally))
    return tally


class _NoTray:
    """A print tray in which nothing lies."""

    def put(self, letter: object) -> None:
        """Nothing is put in."""

    def holds(self, ref: str, letter: str, version: int) -> bool:
        """Nothing is in it."""
        del ref, letter, version
        return False

    def waiting(self) -> list[LaidOut]:
        """Nothing waits in it."""
        return []

    def share(self) -> list[Problem]:
        """Nothing to share."""
        return []

    def take(self, ref: str, letter: str, version: int) -> None:
        """Nothing to take."""
