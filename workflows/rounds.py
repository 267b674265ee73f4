"""One round: mail in, cases forward, reminders, mail out. Every part is a try of its own; nothing stops the rest."""

from collections.abc import Callable

from ..rules.errors import LetterladderError, WorldFailed
from .advance import advance_all
from .intake import judge_new_mail
from .keeping import keep_new_mail, put_aside_judged, rows_of
from .office import Office, Tally
from .reminding import remind_all
from .sending import send_waiting


def run_round(office: Office) -> Tally:
    """One pass over mail, drafts, postings and deadlines; what went wrong stands in the tally's problems."""
    tally = Tally()
    _try(tally, lambda: keep_new_mail(office, tally))
    _try(tally, lambda: judge_new_mail(office, tally))
    _try(tally, lambda: put_aside_judged(office, rows_of(office).values()))
    advance_all(office, tally)
    _try(tally, lambda: remind_all(office, tally))
    _try(tally, lambda: send_waiting(office, tally))
    return tally


def _try(tally: Tally, part: Callable[[], None]) -> None:
    """Run one part of the round; a mail server that is away does not keep letters from being drafted."""
    try:
        part()
    except LetterladderError as error:
        tally.problems.extend(error.problems)
        tally.world_failed |= isinstance(error, WorldFailed)
