"""One round of one school, as `round` and `round --dry-run` ask for it."""

from collections.abc import Callable
from datetime import date

from ..ground.errors import LetterladderError, WorldFailed
from ..records.logs.room import problems_of_room
from ..workflows.keeping import ALL
from ..workflows.office import Tally
from ..workflows.rehearsing import dry_round
from ..workflows.rounds import run_round
from ..workflows.troubles import meet
from .cli_common import Desk
from .invented import loud
from .private_log import keep_tracebacks
from .tray_glance import keep_at_a_glance

__all__ = ["ALL", "looked_at", "one", "worked"]


def one(
    look: Callable[[Desk, date | None, date | None], "Tally"],
    desk: Desk,
    today: date | None,
    since: date | None,
) -> "Tally":
    """The round of one school; in a trust, a school that cannot work does not stop the others."""
    try:
        return look(desk, today, since)
    except LetterladderError as error:
        if desk.alone:
            raise
        return Tally(problems=list(error.problems), world_failed=isinstance(error, WorldFailed))
    except Exception as error:
        if desk.alone:
            raise
        tally = Tally(world_failed=True)
        meet(tally, "the round", error)
        return tally


def worked(desk: Desk, today: date | None, since: date | None) -> "Tally":
    """One round."""
    with desk.round(today) as office:
        tally = run_round(office, since=since)
        keep_tracebacks(desk.data, tally.broke)
        keep_at_a_glance(office, desk.folder, desk.data)
    tally.problems += [*loud(desk.folder), *problems_of_room(desk.data)]
    return tally


def looked_at(desk: Desk, today: date | None, since: date | None) -> "Tally":
    """What a round would make of the emails that wait."""
    with desk.reading(today) as office:
        return dry_round(office, since=since)
