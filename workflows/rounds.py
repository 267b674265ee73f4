"""One round: email in, cases forward, reminders, email out. Every part is a try of its own; nothing stops the rest."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from ..ground.values import replace
from .acts.waiting import ORDERS, OrdersBetween, problems_of_orders
from .anchoring import anchor
from .assisting import ASSISTING, ask_assist
from .by_provider import follow_letters
from .calendar_watch import watch_calendar
from .dangers import alert_of_what_is_not_taken
from .digesting import DIGESTS, make_digests
from .emailing_letters import email_letters
from .intake import JUDGING, judge_new_mail
from .keeping import keep_new_mail, put_aside_judged
from .liveness import FETCHING, fetch_watched, watch_fetching, watch_mornings, watch_sending
from .looking import look_at_cases, look_now
from .missing import say_clock, say_no_people
from .office import Office, Tally
from .requesting import record_flagged, remind_of_requests
from .sending import send_waiting
from .sure_index import PART as INDEX
from .sure_index import with_sure_index
from .telling import TELLING, tell_of_in_tray
from .troubles import attempt, tell_troubles

Part = tuple[str, Callable[[], object]]


def run_round(office: Office, *, since: date | None = None, patient: bool = False) -> Tally:
    """One pass over email, drafts, postings and deadlines; what went wrong is in the tally's problems.

    Whatever a part raises, the next one has its turn (troubles.py); only a stop of the program ends a round early.

    Args:
        office: the school.
        since: at a first run, the day before which email is old; see `keep_new_mail`.
        patient: a mailbox that failed is tried again after growing pauses, as the daemon wants it; all else goes on.
    """
    tally = Tally()
    office = with_sure_index(office, tally)
    office = replace(office, turns=OrdersBetween(office, tally))
    for part, work in _inwards(office, tally, since=since, patient=patient):
        attempt(tally, part, partial(_step, office, work))
    for part, work in _outwards(office, tally):
        attempt(tally, part, partial(_step, office, work))
    attempt(tally, ORDERS, lambda: tally.problems.extend(problems_of_orders(office)))
    # A log that is broken is met by several parts of the round; a person hears of it once.
    tally.problems = list(dict.fromkeys(tally.problems))
    return tally


def _step(office: Office, work: Callable[[], object]) -> None:
    """One step, before which others were let in, and what they left on disk was carried out."""
    office.turns.give_way()
    work()


def _outwards(office: Office, tally: Tally) -> Iterator[Part]:
    """The parts from sending on, in their order; each is begun when the one before is over."""
    is_sent = False

    def send() -> None:
        nonlocal is_sent
        send_waiting(office, tally)
        is_sent = True

    yield "reporting trouble", partial(tell_troubles, office, tally, is_over=False)
    yield DIGESTS, lambda: make_digests(office, tally)
    yield "sending email", send
    yield "watching the mailbox", lambda: watch_sending(office, tally, is_broken=not is_sent)
    # Last, when all that people hear of has left: a model that is slow delays nobody.
    yield ASSISTING, lambda: ask_assist(office, tally)
    yield "forms that were begun", lambda: office.begun.drop_old(office.clock.now())
    yield INDEX, office.index.keep
    yield "reporting trouble", partial(tell_troubles, office, tally, is_over=True)


def _inwards(office: Office, tally: Tally, *, since: date | None, patient: bool) -> Iterator[Part]:
    """The parts up to what is to be sent, in their order; each is begun when the one before is over."""
    look = look_now(office, tally)
    yield INDEX, lambda: tally.problems.extend(office.index.refresh(look))
    yield "the clock", lambda: say_clock(office, tally)
    fetch = partial(keep_new_mail, office, tally, since=since)
    yield FETCHING, lambda: fetch_watched(office, tally, fetch, patient=patient)
    yield FETCHING, lambda: alert_of_what_is_not_taken(office, tally)
    yield JUDGING, lambda: judge_new_mail(office, tally)
    yield "unused case numbers", office.cases.explain_unused
    yield "moving sorted emails", lambda: put_aside_judged(office)
    yield "the people register", lambda: say_no_people(office, tally)
    yield "the cases to look at", lambda: look_at_cases(office, look, tally)
    yield TELLING, lambda: tell_of_in_tray(office, tally)
    yield "requests for information", lambda: record_flagged(office, tally)
    yield "reminders of requests", lambda: remind_of_requests(office, tally)
    yield "watching the mailbox", lambda: watch_fetching(office)
    yield "the morning's counts", lambda: watch_mornings(office)
    yield "the end of the calendar", lambda: watch_calendar(office)
    yield "letters at the provider", lambda: follow_letters(office, tally)
    yield "the print tray", lambda: tally.problems.extend(office.tray.share())
    yield "letters to print", lambda: email_letters(office, tally)
    yield "the anchor", lambda: anchor(office, tally)
