"""Every clock on every day of a year with each kind of closed day: each part of the answer stays as it is."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from calendars import school_calendar
from whole_answers import Marks

from letterladder.config.legal_file import shipped_legal
from letterladder.ground.errors import LetterladderError
from letterladder.rules.days.calendar import Calendar, Term
from letterladder.rules.days.calendar_end import calendar_stage, time_left
from letterladder.rules.days.calendar_import import Event, proposals_of
from letterladder.rules.days.counting import (
    ClockRule,
    ReceiptRule,
    clock_words,
    count_days,
    days_before,
    deemed_receipt,
)
from letterladder.rules.days.counting_text import not_counted
from letterladder.rules.days.day_fields import About, as_printed, days_in, doubt_about_day
from letterladder.rules.days.deadlines import (
    AnswerBy,
    answer_by,
    falls_in_holiday,
    interim_end,
    one_month_after,
    term_end_after,
)
from letterladder.rules.days.half_way import half_way, open_day
from letterladder.rules.days.open_hours import open_minutes_after
from letterladder.rules.days.until import last_day_before
from letterladder.rules.days.written_dates import dates_in
from letterladder.rules.office.requests import last_day
from letterladder.rules.texts.typed_dates import typed_day
from letterladder.rules.words import Method, RequestAbout, Unit, Until

CLOSURES = {date(2026, 11, 17): "snow", date(2027, 3, 1): "no heating"}
YEAR = school_calendar(closures=CLOSURES)
SHORT = school_calendar(
    terms=(Term(first=date(2026, 9, 2), last=date(2026, 12, 18)),), covered_until="2026-12-18"
)
STARTS = [date(2026, 9, 1) + timedelta(days=days) for days in range(0, 400, 7)]
CLOCKS = (
    ClockRule(days=10, unit=Unit.SCHOOL_DAYS),
    ClockRule(days=5, unit=Unit.WORKING_DAYS, roll_forward=False),
    ClockRule(days=14, unit=Unit.CALENDAR_DAYS, cap_days=28),
    ClockRule(days=10, unit=Unit.SCHOOL_DAYS, cap_days=14, from_receipt=False),
    ClockRule(days=2, unit=Unit.WORKING_DAYS, from_receipt=False),
    ClockRule(days=20, unit=Unit.SCHOOL_DAYS, cap_days=19),
    ClockRule(days=0, unit=Unit.SCHOOL_DAYS),
    ClockRule(days=1, unit=Unit.CALENDAR_DAYS, cap_days=1),
    ClockRule(days=1, unit=Unit.CALENDAR_DAYS, half_way=True, weeks_before_end=2),
    ClockRule(days=1, unit=Unit.SCHOOL_DAYS, until=Until.END_OF_TERM),
)
WRITTEN = (
    "20 December",
    "1 January",
    "Friday 4 December 2026",
    "4/12/26",
    "4.12.2026",
    "2027-01-05",
    "5th Jan",
    "Monday",
    "next Tuesday",
    "31 February 2027",
    "29 February",
    "12/13/2026",
    "tomorrow",
    "the 3rd of March '27",
    "on Friday 5 December 2026 and on 7 December",
)
ABOUT = tuple(
    About(names_a_day=named, past=past, future=future)
    for named, past, future in product((False, True), repeat=3)
)


def or_why(ask: Callable[..., object], *given: object, **named: object) -> object:
    """The answer, or the refusal in words."""
    try:
        return ask(*given, **named)
    except LetterladderError as refusal:
        return str(refusal)


def clocks(calendar: Calendar, start: date) -> list[object]:
    """What every clock says of a letter posted on a day, by each way and rule."""
    found: list[object] = []
    for clock, method, rule, late in product(CLOCKS, Method, ReceiptRule, (False, True)):
        by = or_why(answer_by, calendar, start, method, clock, rule=rule, after_hours=late)
        found += [by, by.rule, by.explanation] if isinstance(by, AnswerBy) else [by]
    return found


def on(start: date) -> Mapping[str, object]:
    """Everything about one day."""
    moment = datetime(start.year, start.month, start.day, 15, 20, tzinfo=UTC)
    legal = shipped_legal()
    return {
        "day": [
            or_why(ask, start)
            for ask in (
                YEAR.why_not_working,
                YEAR.why_not_school,
                YEAR.next_working_day,
                YEAR.next_school_day,
                YEAR.is_between_terms,
            )
        ],
        "counted": [or_why(count_days, YEAR, start, n, unit) for n, unit in product((0, 1, 2, 5, 11), Unit)],
        "back": [or_why(days_before, YEAR, start, n, unit) for n, unit in product((0, 1, 3), Unit)],
        "receipt": [or_why(deemed_receipt, YEAR, start, m, r) for m, r in product(Method, ReceiptRule)],
        "answer by": clocks(YEAR, start),
        "answer by, to Christmas": clocks(SHORT, start),
        "interim": [or_why(interim_end, YEAR, start, n, 28) for n in (1, 10, 25)],
        "term": [or_why(falls_in_holiday, YEAR, start), term_end_after(YEAR, start)],
        "month": one_month_after(start),
        "half-way": [
            (
                end := half_way(start, start + timedelta(days=n), weeks_before_end=w),
                or_why(open_day, YEAR, end, after=start),
            )
            for n, w in product((1, 13, 14, 30, 90), (0, 1, 4))
        ],
        "until": [or_why(last_day_before, YEAR, start, u) for u in Until],
        "open": [
            open_minutes_after(YEAR, moment, minutes, from_hour=first, to_hour=last)
            for minutes, (first, last) in product((0, 30, 500, 5000), ((8, 16), (0, 24), (16, 24)))
        ],
        "requests": [or_why(last_day, about, start, YEAR, legal) for about in RequestAbout],
        "end": [(calendar_stage(one, start), time_left(one, start)) for one in (YEAR, SHORT)],
        "typed": [typed_day(text, start, ahead=ahead) for text, ahead in product(WRITTEN, (False, True))],
        "written": [(list(dates_in(text, start)), list(days_in(text, start))) for text in WRITTEN],
        "doubts": [doubt_about_day(text, start, about) for text, about in product(WRITTEN, ABOUT)],
        "imported": imported(start),
    }


def imported(start: date) -> object:
    """What a calendar makes of holidays, INSET days and terms that begin around the day."""
    events = [
        Event(title=title, first=start + timedelta(days=ahead), last=start + timedelta(days=ahead + long))
        for title in ("INSET day", "Autumn term", "Half term", "School closed: snow", "Sports day")
        for ahead, long in ((-3, 0), (0, 0), (0, 40), (5, 4))
    ]
    return proposals_of(events, YEAR)


def words_of_clocks() -> Mapping[str, object]:
    """What each clock is called, and why some are impossible."""
    return {
        "called": [clock_words(one) for one in CLOCKS],
        "faults": [one.fault for one in CLOCKS],
        "skipped": [
            not_counted(count_days(YEAR, start, 3, unit).skipped)
            for start, unit in product(STARTS[:50], Unit)
        ],
        "information": [
            last_day(
                RequestAbout.FREEDOM_OF_INFORMATION, STARTS[0] + timedelta(days=days), YEAR, shipped_legal()
            )
            for days in range(300)
        ],
        "ends": [
            (calendar_stage(SHORT, day), time_left(SHORT, day))
            for day in (SHORT.covered_until - timedelta(days=days) for days in range(-2, 70))
        ],
        "printed": [as_printed(one) for one in WRITTEN],
    }


NAMES = [*(start.isoformat() for start in STARTS), "clocks"]
AGREED = Marks(
    Path(__file__).resolve().parent / "whole_days.txt",
    NAMES,
    lambda name: words_of_clocks() if name == "clocks" else on(date.fromisoformat(name)),
)


@pytest.mark.parametrize("name", NAMES)
def test_what_the_clocks_say_stays_as_agreed(name: str) -> None:
    """Letters by every way under every clock, requests, bars, terms, reminders, days as people type them."""
    AGREED.hold(name)
