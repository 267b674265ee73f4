"""One round: mail in, cases forward, reminders, mail out. Every part is a try of its own; nothing stops the rest."""

from collections.abc import Callable
from datetime import date

from ..rules.errors import LetterladderError, WorldFailed
from .anchoring import anchor
from .intake import judge_new_mail
from .keeping import keep_new_mail, put_aside_judged
from .liveness import fetch_watched, watch, watch_sending
from .looking import look_at_cases, look_now
from .missing import say_clock, say_no_people
from .office import Office, Tally
from .requesting import remind_of_requests
from .sending import send_waiting


def run_round(office: Office, *, since: date | None = None, patient: bool = False) -> Tally:
    """One pass over mail, drafts, postings and deadlines; what went wrong stands in the tally's problems.

    Args:
        office: the school.
        since: at a first run, the day before which mail is old; see `keep_new_mail`.
        patient: a mailbox that failed is tried again after growing pauses, as the daemon wants it; all else goes on.
    """
    tally = Tally()
    look = look_now(office, tally)
    _try(tally, lambda: tally.problems.extend(office.index.refresh(look)))
    _try(tally, lambda: say_clock(office, tally))
    _try(
        tally,
        lambda: fetch_watched(office, lambda: keep_new_mail(office, tally, since=since), patient=patient),
    )
    _try(tally, lambda: judge_new_mail(office, tally))
    _try(tally, office.cases.explain_unused)
    _try(tally, lambda: put_aside_judged(office))
    _try(tally, lambda: say_no_people(office, tally))
    _try(tally, lambda: look_at_cases(office, look, tally))
    _try(tally, lambda: remind_of_requests(office, tally))
    _try(tally, lambda: watch(office))
    _try(tally, lambda: anchor(office, tally))
    _try(tally, lambda: send_waiting(office, tally))
    _try(tally, lambda: watch_sending(office))
    _try(tally, office.index.keep)
    # A log that is broken is met by several parts of the round; a person hears of it once.
    tally.problems = list(dict.fromkeys(tally.problems))
    return tally


def _try(tally: Tally, part: Callable[[], None]) -> None:
    """Run one part of the round; a mail server that is away does not keep letters from being drafted."""
    try:
        part()
    except LetterladderError as error:
        tally.problems.extend(error.problems)
        tally.world_failed |= isinstance(error, WorldFailed)
