"""A term or a year in numbers for governors: how many, how fast, which steps, which deadlines were kept; no names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from ...ground.errors import Problem, WrongUsage
from ..cases.case import Case
from ..cases.register_row import RegisterRow
from ..days.calendar import Calendar
from ..words import Outcome

FEW = 5
"""A number below this may point to one family; the report says so."""

NOT_ANSWERED = frozenset({Outcome.LAPSED, Outcome.UNDELIVERED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days a summary is about, first and last included."""

    title: str
    first: date
    last: date

    def holds(self, iso: str) -> bool:
        """Whether this ISO day is within; "" never does."""
        return bool(iso) and self.first.isoformat() <= iso <= self.last.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseYear:
    """A case and its rows, for counting."""

    case: Case
    rows: Sequence[RegisterRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """What became of the letters whose answer-by date is in the period."""

    kept: int = 0
    late: int = 0
    missed: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The numbers of one period; tables map what is counted to how often.

    `days_to_letter` are calendar days from the first report of a case to its first letter.
    """

    school: str
    period: Period
    reports: int
    opened: int
    closed: int
    still_open: int
    held: int
    alerts: int
    repeat_adults: int
    days_to_letter: tuple[int, ...]
    deadlines: Deadlines
    letters: Mapping[str, int] = field(default_factory=dict)
    outcomes: Mapping[str, int] = field(default_factory=dict)
    decisions: Mapping[str, int] = field(default_factory=dict)
    conduct: Mapping[str, int] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)

    @property
    def middle_days(self) -> str:
        """The median of the days to the first letter, in words."""
        return f"{median(self.days_to_letter):g}" if self.days_to_letter else "no letter yet"


def period_of(calendar: Calendar, *, term: str = "", year: str = "") -> Period:
    """The period asked for: a term by (part of) its name, or a school year such as "2026" (September to August).

    Raises:
        WrongUsage: no such term, several, or no such year.
    """
    if year:
        return _year(year)
    found = [one for one in calendar.terms if term.casefold() in one.name.casefold()]
    if not found or not term:
        known = "; ".join(one.name for one in calendar.terms if one.name)
        raise WrongUsage(
            Problem(where="--term", what=f"The calendar has no term “{term}”.", what_to_do=f"Known: {known}.")
        )
    if len(found) == 1:
        return Period(title=found[0].name, first=found[0].first, last=found[0].last)
    return Period(title=term, first=found[0].first, last=found[-1].last)


def _year(year: str) -> Period:
    start = year[:4]
    if not start.isdigit() or len(start) < 4:
        raise WrongUsage(
            Problem(
                where="--year", what=f"“{year}” is not a year.", what_to_do="Write 2026 for 2026 to 2027."
            )
        )
    first = int(start)
    return Period(
        title=f"School year {first} to {first + 1}", first=date(first, 9, 1), last=date(first + 1, 8, 31)
    )


def summarise(
    school: str, period: Period, cases: Iterable[CaseYear], names: Mapping[str, str], *, today: date
) -> Summary:
    """Count the period.

    Args:
        school: its name.
        period: the days; an event counts on the day it happened.
        cases: every case of the school, whole.
        names: titles of letters, steps and conduct by id.
        today: a letter whose time has not run out is waiting.
    """
    known = list(cases)
    rows = [row for one in known for row in one.rows if period.holds(row.happened_on)]
    opened = [one for one in known if period.holds(_opened(one))]
    letters = [row for row in rows if row.kind == "LetterPosted"]
    return Summary(
        school=school,
        period=period,
        reports=_count(rows, "ReportReceived"),
        opened=len(opened),
        closed=_count(rows, "CaseClosed"),
        still_open=sum(_was_open(one, period) for one in known),
        held=sum(one.case.state == "held" for one in known),
        alerts=_count(rows, "AlertRaised"),
        repeat_adults=_repeats(opened, known, period),
        days_to_letter=tuple(sorted(_days_to_letter(opened))),
        deadlines=_deadlines(known, period, today),
        letters=_tally((row.letter for row in letters), names),
        outcomes=_tally((row.outcome for row in letters if row.outcome), names),
        decisions=_tally((row.decision for row in rows if row.kind == "DecisionMade"), names),
        conduct=_tally((name for one in opened for name in one.case.conduct), names),
        months=_months(opened, period),
    )


def _count(rows: Iterable[RegisterRow], kind: str) -> int:
    return sum(row.kind == kind for row in rows)


def _opened(one: CaseYear) -> str:
    return one.rows[0].happened_on if one.rows else ""


def _was_open(one: CaseYear, period: Period) -> bool:
    """Whether the case had begun and was not closed on the last day of the period."""
    last = period.last.isoformat()
    if not one.rows or _opened(one) > last:
        return False
    ends = [
        row.kind for row in one.rows if row.kind in {"CaseClosed", "CaseReopened"} and row.happened_on <= last
    ]
    return not ends or ends[-1] == "CaseReopened"


def _repeats(opened: Sequence[CaseYear], known: Sequence[CaseYear], period: Period) -> int:
    """Adults of cases opened in the period who have another case that began before it ended."""
    adults = Counter(
        one.case.adult for one in known if _opened(one) <= period.last.isoformat() and one.case.adult
    )
    return len({one.case.adult for one in opened if adults[one.case.adult] > 1})


def _days_to_letter(opened: Iterable[CaseYear]) -> Iterable[int]:
    for one in opened:
        reported = [row.happened_on for row in one.rows if row.kind == "ReportReceived"]
        posted = [row.posted_on for row in one.rows if row.kind == "LetterPosted"]
        if reported and posted:
            yield (date.fromisoformat(min(posted)) - date.fromisoformat(min(reported))).days


def _deadlines(known: Iterable[CaseYear], period: Period, today: date) -> Deadlines:
    counts = Counter(
        _kept(row, today)
        for one in known
        for row in one.rows
        if row.kind == "LetterPosted" and period.holds(row.answer_by)
    )
    return Deadlines(
        kept=counts["kept"], late=counts["late"], missed=counts["missed"], waiting=counts["waiting"]
    )


def _kept(row: RegisterRow, today: date) -> str:
    if row.answered_on:
        return "kept" if row.answered_on <= row.answer_by else "late"
    if row.outcome in NOT_ANSWERED or today.isoformat() > row.answer_by:
        return "missed"
    return "waiting"


def _tally(found: Iterable[str], names: Mapping[str, str]) -> dict[str, int]:
    counts = Counter(found)
    return {
        _named(name, names): counts[name] for name in sorted(counts, key=lambda name: (-counts[name], name))
    }


def _named(name: str, names: Mapping[str, str]) -> str:
    title = names.get(name, "")
    return f"{name}: {title}" if title else name


def _months(opened: Iterable[CaseYear], period: Period) -> dict[str, int]:
    """Cases opened, month by month, none left out."""
    counts = Counter(_opened(one)[:7] for one in opened)
    months: dict[str, int] = {}
    year, month = period.first.year, period.first.month
    while (year, month) <= (period.last.year, period.last.month):
        months[f"{year:04d}-{month:02d}"] = counts[f"{year:04d}-{month:02d}"]
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return months
