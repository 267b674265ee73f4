"""The dates that run in a case: one list, for what comes next, for reminders and for the morning's counts."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ..cases.case import Case, LetterState
from .stops import is_frozen

NOT_REMINDED = frozenset({"starts_on", "ends_on", "appeal_by"})
"""Dates that pass by themselves: nobody has to do anything by then. Silence of an appeal is its normal end."""
EVEN_IF_FROZEN = frozenset({"interim_end", "decision_by"})
"""The end of an interim bar waits for no hold and no alert: nobody stays barred because a case was frozen."""


class Running(Struct, frozen=True, kw_only=True):
    """A date that runs: what about, the day, and whether it runs on a hold too and is said daily near its end.

    `until` is the end of the measure that it is about, after which nobody is told of it; None where it has no end.
    """

    about: str
    day: date
    daily: bool = False
    until: date | None = None


def running_dates(case: Case) -> Iterator[Running]:
    """Every date that people are told of: the answer that is awaited, what letters print, what is followed up."""
    if case.closed:
        return
    stopped = is_frozen(case)
    for one in _dates(case):
        if one.daily or not stopped:
            yield one


def _dates(case: Case) -> Iterator[Running]:
    awaited = awaited_letter(case)
    if awaited and awaited.answer_by and not awaited.stands:
        yield Running(about=f"{awaited.letter} answer-by", day=awaited.answer_by)
    ends = {one.letter: one.dates.get("ends_on") for one in case.measures}
    printed = [(case.step, name, day) for name, day in dates_ahead(case)]
    for letter, name, day in (*printed, *standing_dates(case)):
        if name not in NOT_REMINDED:
            about = f"{letter} {name.replace('_', ' ')}"
            until = ends.get(letter) if name == "review_by" else None
            yield Running(about=about, day=day, daily=name in EVEN_IF_FROZEN, until=until)


def clock_letter(case: Case) -> LetterState | None:
    """The letter whose answer-by stands: the last that went out, unless the case was taken up again since."""
    return None if case.reopened else case.last_posted


def awaited_letter(case: Case) -> LetterState | None:
    """The letter to which an answer is awaited: its clock runs, and nobody has answered or decided what follows."""
    letter = clock_letter(case)
    if letter is None or letter.answer_by is None or letter.letter != case.step:
        return None
    return None if case.trigger or case.due else letter


def dates_ahead(case: Case) -> list[tuple[str, date]]:
    """The further dates that run besides answer-by: those printed in the last letter, and follow-ups of actions."""
    posted = case.last_posted
    printed = list(posted.also.items()) if posted and posted.letter == case.step else []
    return [*printed, *case.follow_ups]


def standing_dates(case: Case) -> list[tuple[str, str, date]]:
    """Letter, name and day of the dates of measures in force that an earlier letter printed."""
    posted = case.last_posted
    last = posted.letter if posted and posted.letter == case.step else ""
    return [
        (measure.letter, name, day)
        for measure in case.measures
        if measure.letter != last
        for name, day in measure.dates.items()
    ]
