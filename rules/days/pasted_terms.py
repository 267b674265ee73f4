"""A list of term dates as schools and councils publish it, pasted as text: its terms, holidays and INSET days. Pure.

A line is understood by its words and by the heading above it. A line that names a day and is not understood, or whose
weekday is another one's, is handed back for a person to look at: nothing is guessed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from ...ground.values import replace
from .calendar import ONE_DAY, is_weekend
from .calendar_import import LONGEST_TERM, Event
from .written_dates import MONTHS, DateSeen, dates_in

LONGEST = 50_000
"""Characters of a list that are read; a year takes about a thousand."""

_SEASON = re.compile(r"\b(autumn|winter|spring|summer)\b", re.I)
_YEARS = re.compile(r"\b(20\d\d)\s*(?:[-/\N{EN DASH}]|to|and)\s*(?:20)?(\d\d)\b(?![-/.])", re.I)
_YEAR = re.compile(r"\b20\d\d\b(?![-/.])")
_INSET = re.compile(
    r"\binset\b|\b(?:staff|teacher) (?:training|development)|\btraining days?\b|\bpd days?\b|\bnon.?pupil",
    re.I,
)
_BANK = re.compile(
    r"\bbank holiday|\bgood friday\b|\beaster monday\b|\bmay day\b|\bboxing day\b|\bnew year'?s day\b", re.I
)
_HOLIDAY = re.compile(r"\bholidays?\b|\bhalf.?term\b(?! ?\d)|\bbreak\b(?! ?up)", re.I)
_BEGIN = re.compile(
    r"\b(?:re-?)?(?:starts?|begins?|opens?|commences?)\b|\breturns?\b|\bback\b|\bfirst day\b|\bstart of\b",
    re.I,
)
_END = re.compile(r"\b(?:ends?|closes?|finish(?:es)?|breaks? ?up)\b|\blast day\b|\bend of\b", re.I)
_HALF = re.compile(r"\b(?P<begins>start|beginning)?(?:end)? of (?:the )?half.?term\b", re.I)
_TO = re.compile(r"\bto\b|\buntil\b|\bthrough\b|[-\N{EN DASH}\N{EM DASH}]", re.I)

_WORDS = """
    a about academic afternoon again all am and at autumn back before begin beginning begins break breaks by
    children christmas close closes commence commences date dates day days easter end ending ends february
    finish finishes first for from half halfterm holiday holidays in inclusive is last may mid midterm morning
    noon november october of on only open opens our pm pupils re reopen reopens return returns school schools
    second spring start starting starts students summer term terms the this three to until up vacation weeks
    whit winter will with year mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday
    sat saturday sun sunday st nd rd th six five four two
"""
_PLAIN = frozenset(_WORDS.split())
"""Words of a line about terms and holidays alone. With any other one it may be an open evening or a holiday club."""

_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+|(?:mon|tue|wed|thu|fri|sat|sun)\.?\s+)?"
_DAY = rf"{_WEEKDAY}(?<!\d)\d{{1,2}}(?!\d)(?:st|nd|rd|th)?"
_AND = r"(?:,|and|&|to|-|\N{EN DASH})"
_TOGETHER = re.compile(
    rf"(?P<days>{_DAY}(?:\s*{_AND}\s*{_DAY}){{1,9}})\s+(?P<month>(?:{'|'.join(MONTHS)})[a-z]*)\b(?P<year>\s+20\d\d)?",
    re.I,
)
"""Several days of one month, which is named once: "26 to 30 October 2026"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What a list says, and the lines with a day in them that a person must look at."""

    events: tuple[Event, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class _Read:
    """What was read so far.

    `begun` is the first day of a stretch of school whose last day is still to come, `away` the same of a holiday.
    """

    today: date
    season: str = ""
    years: tuple[int, int] | None = None
    under: str = ""
    begun: date | None = None
    begun_in: str = ""
    away: date | None = None
    stretches: list[tuple[str, date, date]] = field(default_factory=list)
    holidays: list[tuple[date, date]] = field(default_factory=list)
    inset: list[tuple[date, date]] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def pasted_terms(text: str, today: date) -> Pasted:
    """What a list of term dates says.

    Args:
        text: as it was copied from a page, an email or a table.
        today: a day without a year is the nearest such day, where no heading tells the school year.
    """
    read = _Read(today=today)
    for line in text[:LONGEST].splitlines():
        words = " ".join(re.sub(r"[|\t\u2022\u00b7*]", " ", line).split())
        if words:
            _take(read, _apart(words), words)
    if read.begun:
        read.left.append(f"{read.begun_in or 'A term'} begins, and no last day follows")
    return Pasted(events=tuple(_events(read)), left=tuple(read.left))


def _apart(line: str) -> str:
    """Each day with its month and year: "1 and 2 September 2026" is "1 September 2026 and 2 September 2026"."""

    def whole(found: re.Match[str]) -> str:
        behind = f" {found['month']}{found['year'] or ''}"
        return re.sub(rf"{_DAY}(?!\w)", lambda day: day.group() + behind, found["days"], flags=re.I)

    return _TOGETHER.sub(whole, line)


def _take(read: _Read, line: str, written: str) -> None:
    """Take in a line, in which each day has its month; `written` is how it was."""
    days = list(_days_in(read, line))
    label = line[: days[0].start] if days else line
    if season := _SEASON.search(label):
        read.season = season[1].capitalize()
    if years := _YEARS.search(label):
        read.years = (int(years[1]), int(years[1][:2] + years[2]))
    elif season and read.season != "Winter" and (year := _YEAR.search(label)):
        begun = int(year[0]) - (read.season != "Autumn")
        read.years = (begun, begun + 1)
    if not days:
        read.under = line
        return
    if not all(day.fits for day in days):
        read.left.append(f"{written} (the weekday does not fit the date)")
    elif not _understood(read, line, days):
        read.left.append(written)


def _days_in(read: _Read, line: str) -> Iterator[DateSeen]:
    """The days of a line; one without a year is of the school year above, else beside one that has its year."""
    sure = [day.day for day in dates_in(line, read.today) if _has_year(day)]
    for seen in dates_in(line, sure[0] if sure else read.today):
        if _has_year(seen) or sure or not read.years:
            yield seen
        else:
            year = read.years[0] if seen.day.month >= 9 else read.years[1]
            yield from _in_year(seen, year)


def _in_year(seen: DateSeen, year: int) -> Iterator[DateSeen]:
    for day in dates_in(f"{seen.written} {year}", seen.day):
        yield replace(seen, day=day.day, fits=day.fits)


def _has_year(seen: DateSeen) -> bool:
    return bool(re.search(r"\b20\d\d\b|[./-]\d\d$", seen.written))


def _understood(read: _Read, line: str, days: Sequence[DateSeen]) -> bool:
    """Take in a line with days; False where it is not clear what they are."""
    bare = _without_days(line, days)
    is_clear = _kind_of(bare)
    said = line if is_clear else f"{read.under} {line}"
    first, last = days[0].day, days[-1].day
    begins, ends = _BEGIN.search(said), _END.search(said)
    if inset := _INSET.search(said):
        if begins or ends or (said is line and inset.start() > days[0].start):
            return False  # two things in one line
        is_span = len(days) == 2 and _TO.search(line[days[0].end : days[1].start])
        read.inset += [(first, last)] if is_span else [(one.day, one.day) for one in days]
        return not is_span or first <= last
    if _BANK.search(line):
        return True
    if _strange(line, days):
        return False
    if (half := _HALF.search(line)) and len(days) == 1:
        return _half_term(read, first, begins=bool(half["begins"]))
    if (
        _HOLIDAY.search(bare if is_clear else f"{read.under} {bare}")
        and not (begins and not ends)
        and not (ends and len(days) == 1)
    ):
        return _holiday(read, days, between=bool(ends and begins))
    if len(days) == 2:
        return _stretch(read, first, last) if _SEASON.search(said) or "term" in said.casefold() else False
    if len(days) > 2 or bool(begins) == bool(ends):
        return False
    return _begin(read, first) if begins else _end(read, first)


def _strange(line: str, days: Sequence[DateSeen]) -> bool:
    """Whether a line mentions something else than terms and holidays."""
    return not _PLAIN.issuperset(re.findall(r"[^\W\d_]+", _without_days(line, days).casefold()))


def _without_days(line: str, days: Sequence[DateSeen]) -> str:
    """The words around the days: in "Half term 2 to 6 November" the 2 is of a day, and no second half-term."""
    for day in reversed(days):
        line = f"{line[: day.start]} / {line[day.end :]}"
    return line


def _kind_of(line: str) -> bool:
    return any(one.search(line) for one in (_INSET, _BANK, _HOLIDAY, _BEGIN, _END, _SEASON))


def _holiday(read: _Read, days: Sequence[DateSeen], *, between: bool) -> bool:
    """`between`: the days are the last one before it and the first one after."""
    first, last = days[0].day, days[-1].day
    if between and len(days) == 2:
        first, last = first + ONE_DAY, last - ONE_DAY
    if len(days) > 2 or last < first or (last - first).days > LONGEST_TERM:
        return False
    read.holidays.append((first, last))
    return True


def _half_term(read: _Read, day: date, *, begins: bool) -> bool:
    """The first day of a half-term holiday, or its last one."""
    if begins:
        read.away, before = day, read.away
        return before is None
    first, read.away = read.away, None
    if first is None or day < first:
        return False
    read.holidays.append((first, day))
    return True


def _begin(read: _Read, day: date) -> bool:
    if read.begun:
        return False
    read.begun, read.begun_in = day, read.season
    return True


def _end(read: _Read, day: date) -> bool:
    if read.begun is None:
        return False
    begun, read.begun = read.begun, None
    return _stretch(read, begun, day)


def _stretch(read: _Read, first: date, last: date) -> bool:
    if not 0 < (last - first).days <= LONGEST_TERM:
        return False
    if any(begins <= last and first <= ends for _, begins, ends in read.stretches):
        return False  # two terms at once: one of the lines means something else
    read.stretches.append((f"{read.season} term".strip().capitalize(), first, last))
    return True


def _events(read: _Read) -> Iterator[Event]:
    for name, first, last in read.stretches:
        parts = list(_without(first, last, read.holidays))
        halves = ("first", "second") if len(parts) == 2 else ()
        for place, (begins, ends) in enumerate(parts):
            yield Event(title=f"{name}, {halves[place]} half" if halves else name, first=begins, last=ends)
    yield from (Event(title="Holiday", first=first, last=last) for first, last in read.holidays)
    yield from (Event(title="INSET day", first=first, last=last) for first, last in read.inset)


def _without(first: date, last: date, holidays: Iterable[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    """The stretches of school between the holidays that are in a term."""
    for begins, ends in sorted(holidays):
        if first < begins and ends < last:
            yield first, _school_day(begins - ONE_DAY, -ONE_DAY)
            first = _school_day(ends + ONE_DAY, ONE_DAY)
    yield first, last


def _school_day(day: date, step: timedelta) -> date:
    while is_weekend(day):
        day += step
    return day
