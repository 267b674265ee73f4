"""What the events of a school's own calendar (.ics) mean for ours: proposed by their names, confirmed by a person."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ...ground.values import replace
from .calendar import ONE_DAY, Calendar, Term, is_weekend

_INSET = re.compile(
    r"\binset\b|\bstaff (?:training|development|day)|\btraining day|\bpd day|\bnon.?pupil day", re.I
)
_CLOSED = re.compile(r"\bclosed\b|\bclosure\b|\bpolling (?:day|station)|\boccasional day", re.I)
_TERM = re.compile(r"\bterm\b|\bhalf.?term [1-6]\b", re.I)
_HOLIDAY = re.compile(r"\bholidays?\b|\bhalf.?term\b|\bbreak\b|\bbank holiday\b", re.I)
_EDGE = re.compile(r"\b(?:begins?|starts?|ends?|first day|last day|opens?|finish(?:es)?|breaks? up)\b", re.I)

LONGEST_TERM, LONGEST_CLOSURE = 180, 10
"""Days. What is longer is no such thing."""


class Sort(StrEnum):
    """What an event means for counting."""

    INSET = "INSET day"
    CLOSURE = "closure"
    TERM = "term"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event of another calendar: its name, first and last day."""

    title: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What an event would be in our calendar; `first` and `last` are the same for a single day."""

    sort: Sort
    title: str
    first: date
    last: date

    @property
    def id(self) -> str:
        """Names it on a page."""
        return f"{self.sort.name.casefold()}-{self.first.isoformat()}-{self.last.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What is proposed; how many events say nothing new; and holidays that are in a term, which a person must sort."""

    found: tuple[Proposal, ...]
    known: int = 0
    other: int = 0
    odd: tuple[Event, ...] = ()


def proposals_of(events: Iterable[Event], calendar: Calendar) -> Proposals:
    """Sort the events by their names.

    Args:
        events: of the other calendar.
        calendar: the school's own, which tells what is known already.
    """
    found: dict[str, Proposal] = {}
    known = other = 0
    odd: list[Event] = []
    in_order = sorted(events, key=lambda one: (one.first, one.last, one.title))
    wider = _with_new_terms(calendar, in_order)
    for event in in_order:
        sort = sort_of(event)
        if sort is None:
            is_odd = bool(_HOLIDAY.search(event.title)) and _lies_in_term(event, calendar)
            odd += [event] * is_odd
            other += not is_odd
            continue
        against = calendar if sort is Sort.TERM else wider
        news = [one for one in _proposed(event, sort) if _is_news(one, against)]
        known += not news
        found |= {one.id: one for one in news}
    return Proposals(found=tuple(found.values()), known=known, other=other, odd=tuple(odd))


def _with_new_terms(calendar: Calendar, events: Iterable[Event]) -> Calendar:
    """The calendar as it would be with the terms that are new: an INSET day of theirs is news, too."""
    terms = [event for event in events if sort_of(event) is Sort.TERM]
    found = [one for event in terms for one in _proposed(event, Sort.TERM) if _is_news(one, calendar)]
    new = [Term(first=one.first, last=one.last, name=one.title) for one in found]
    return replace(calendar, terms=tuple(sorted([*calendar.terms, *new], key=lambda term: term.first)))


def sort_of(event: Event) -> Sort | None:
    """What an event is by its name and length; None for one that means nothing for counting."""
    days = (event.last - event.first).days + 1
    if _INSET.search(event.title):
        return Sort.INSET if days <= LONGEST_CLOSURE else None
    if _CLOSED.search(event.title):
        return Sort.CLOSURE if days <= LONGEST_CLOSURE else None
    is_term = _TERM.search(event.title) and not _EDGE.search(event.title)
    return Sort.TERM if is_term and LONGEST_CLOSURE < days <= LONGEST_TERM else None


def _proposed(event: Event, sort: Sort) -> Iterator[Proposal]:
    """A term as one, days one by one; weekends are none."""
    title = " ".join(event.title.split())[:80]
    if sort is Sort.TERM:
        yield Proposal(sort=sort, title=title, first=event.first, last=event.last)
        return
    day = event.first
    while day <= event.last:
        if not is_weekend(day):
            yield Proposal(sort=sort, title=title, first=day, last=day)
        day += ONE_DAY


def _is_news(one: Proposal, calendar: Calendar) -> bool:
    """Whether it would change anything: an INSET day or a closure counts within a term alone."""
    if one.sort is Sort.TERM:
        return all(one.last < term.first or term.last < one.first for term in calendar.terms)
    if calendar.is_between_terms(one.first):
        return False
    known = {*calendar.inset, *(calendar.closures or {}), *calendar.bank_holidays}
    return one.first not in known


def _lies_in_term(event: Event, calendar: Calendar) -> bool:
    """Whether a holiday has a day on which our calendar thinks that pupils are in school."""
    day = event.first
    for _ in range(LONGEST_TERM):
        if day > event.last:
            break
        known = is_weekend(day) or day in calendar.bank_holidays or day in calendar.inset
        if not known and not calendar.is_between_terms(day) and day not in (calendar.closures or {}):
            return True
        day += ONE_DAY
    return False
