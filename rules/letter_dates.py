"""The dates of a letter: when it is posted, by when the adult answers, and what else it prints."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from .deadlines import AnswerBy, answer_by, count_days, deemed_receipt, falls_in_holiday, interim_end, uk_date
from .errors import Problem, Refused
from .policy import Step
from .school import School
from .words import Method, Unit

AT_ONCE = frozenset({Method.BY_HAND, Method.MAIL})
POSTED = {
    Method.FIRST_CLASS: "by first-class post",
    Method.SECOND_CLASS: "by second-class post",
    Method.BY_HAND: "by hand",
    Method.MAIL: "by email",
}
FROM_START = frozenset({"ends_on", "review_by"})
"""Dates counted from the day a measure starts, not from deemed receipt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDates:
    """The day on the letter, its answer-by with the reasons, and further dates by field name."""

    dated: date
    method: Method
    answer_by: AnswerBy | None
    also: Mapping[str, date]
    fields: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def dates_of(step: Step, school: School, today: date, given: Mapping[str, str]) -> LetterDates:
    """All dates that a letter of this step prints if it is drafted on `today`.

    Raises:
        CalendarEnds: a date lies past the school's calendar.
        Refused: comments could come in after an interim bar has ended, or a given date cannot be read.
    """
    dated = posting_day(step, school, today)
    method = Method.BY_HAND if "interim_end" in step.also else school.posting.method
    answer = None
    if step.clock:
        answer = answer_by(school.calendar, dated, method, step.clock, rule=school.posting.receipt)
    also = _also(step, school, dated, method=method, answer=answer)
    also |= {name: _given_date(name, given[name]) for name in also if given.get(name)}
    _hear_before_the_end(step, answer, also)
    fields = {"letter_date": uk_date(dated), "posting_method": POSTED[method]}
    if answer:
        fields["answer_by"] = uk_date(answer.end)
    return LetterDates(
        dated=dated,
        method=method,
        answer_by=answer,
        also=also,
        fields=fields,
        warnings=_holiday_warnings(school, answer, also),
    )


def posting_day(step: Step, school: School, today: date) -> date:
    """The day printed on the letter: the step's lead in working days on, and a working day in any case."""
    if step.lead_days:
        return count_days(school.calendar, today, step.lead_days, Unit.WORKING_DAYS).end
    return school.calendar.next_working_day(today)


def _also(
    step: Step, school: School, dated: date, *, method: Method, answer: AnswerBy | None
) -> dict[str, date]:
    """The further dates. A measure starts on deemed receipt: nobody is bound by what has not reached him."""
    calendar = school.calendar
    start = deemed_receipt(calendar, dated, method, school.posting.receipt).end
    found: dict[str, date] = {"starts_on": start} if step.site_access else {}
    for name, clock in step.also.items():
        if name == "interim_end":
            found[name] = interim_end(calendar, start, clock.days, clock.cap_days or 28).end
        elif name == "decision_by":
            since = answer.end if answer else start
            found[name] = count_days(calendar, since, clock.days, clock.unit).end
        elif name in FROM_START:
            found[name] = count_days(calendar, start, clock.days, clock.unit).end
        else:
            found[name] = answer_by(calendar, dated, method, clock, rule=school.posting.receipt).end
    if "interim_end" in found and "decision_by" in found:
        found["decision_by"] = min(found["decision_by"], found["interim_end"])
    return found


def _given_date(name: str, typed: str) -> date:
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        problem = Problem(where=name, what=f"'{typed}' is not a date.", what_to_do="Write it as 2026-12-18.")
        raise Refused(problem) from None


def _hear_before_the_end(step: Step, answer: AnswerBy | None, also: Mapping[str, date]) -> None:
    """An interim bar must leave time to hear the adult and decide before it ends (domain, section 1.4)."""
    end = also.get("interim_end")
    if end and answer and answer.end >= end:
        raise Refused(
            Problem(
                where=f"{step.id}, interim_end",
                what=f"Comments could come until {uk_date(answer.end)}, but the interim withdrawal would end"
                f" on {uk_date(end)}, before they are considered.",
                what_to_do="Give a shorter time for comments in the policy, or a later interim_end with"
                " --set interim_end=YYYY-MM-DD (at most 28 days after the start).",
            )
        )


def _holiday_warnings(school: School, answer: AnswerBy | None, also: Mapping[str, date]) -> tuple[str, ...]:
    named = {"answer_by": answer.end} if answer else {}
    return tuple(
        f"{name} ({uk_date(day)}) falls in the school holidays."
        for name, day in {**named, **also}.items()
        if falls_in_holiday(school.calendar, day)
    )
