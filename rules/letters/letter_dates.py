"""The dates of a letter: when it is posted, by when the adult answers, and what else it prints."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from ...ground.english import uk_date
from ...ground.errors import Problem, Refused
from ..days.deadlines import AnswerBy, answer_by, count_days, deemed_receipt, falls_in_holiday, interim_end
from ..days.half_way import half_way, open_day
from ..days.until import last_day_before
from ..people.school import School
from ..policies.policy import Step
from ..words import Method, Unit

AT_ONCE = frozenset({Method.BY_HAND, Method.MAIL})
POSTED = {
    Method.FIRST_CLASS: "by first-class post",
    Method.SECOND_CLASS: "by second-class post",
    Method.BY_HAND: "by hand",
    Method.MAIL: "by email",
}
FROM_START = frozenset({"ends_on", "review_by"})
"""Dates counted from the day a measure starts, not from deemed receipt."""
LONGEST_INTERIM = 28
"""Calendar days; how long an interim bar may last where the policy does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDates:
    """The day on the letter, its answer-by with the reasons, and further dates by field name.

    `typed` names those of them that a person typed.
    """

    dated: date
    method: Method
    answer_by: AnswerBy | None
    also: Mapping[str, date]
    fields: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    typed: frozenset[str] = frozenset()


def way_of(step: Step, school: School, *, by_mail: bool) -> Method:
    """How a letter of this step is planned to go: an interim bar by hand, the others as the school posts.

    Args:
        step: what the letter does.
        school: the school.
        by_mail: whether this adult can be reached by email with a PDF; where not, the letter goes first class.
    """
    if "interim_end" in step.also:
        return Method.BY_HAND
    method = school.posting.method
    return Method.FIRST_CLASS if method is Method.MAIL and not by_mail else method


def dates_of(
    step: Step, school: School, today: date, given: Mapping[str, str], *, by_mail: bool = True
) -> LetterDates:
    """All dates that a letter of this step prints if it is drafted on `today`, calculated for the way it will go.

    Raises:
        CalendarEnds: a date is past the school's calendar.
        Refused: comments could come in after an interim bar has ended, or a given date cannot be read or is not
            possible.
    """
    dated = posting_day(step, school, today)
    method = way_of(step, school, by_mail=by_mail)
    answer = None
    clock = step.answer_clock
    if clock:
        answer = answer_by(school.calendar, dated, method, clock, rule=school.posting.receipt)
    also = _reviewed_in_time(step, _also(step, school, dated, method=method, answer=answer))
    typed = _given_dates(step, {**also, **_half_way(step, school, also)}, given, dated)
    also |= typed
    also |= _half_way(step, school, also)
    if "decision_by" not in typed:
        also |= _decide_before_the_end(also)
    _hear_before_the_end(step, answer, also)
    _review_before_the_end(also)
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
        typed=frozenset(typed),
    )


def posting_day(step: Step, school: School, today: date) -> date:
    """The day printed on the letter: the step's lead in working days on, and a working day in any case."""
    if step.lead_days:
        return count_days(school.calendar, today, step.lead_days, Unit.WORKING_DAYS).end
    return school.calendar.next_working_day(today)


def _also(
    step: Step, school: School, dated: date, *, method: Method, answer: AnswerBy | None
) -> dict[str, date]:
    """The further dates. A measure starts on deemed receipt: nobody is bound by what has not reached them."""
    calendar = school.calendar
    start = deemed_receipt(calendar, dated, method, school.posting.receipt).end
    found: dict[str, date] = {"starts_on": start} if step.site_access or FROM_START & step.also.keys() else {}
    for name, clock in step.also.items():
        if name == "interim_end":
            found[name] = interim_end(calendar, start, clock.days, clock.cap_days or LONGEST_INTERIM).end
        elif name == "decision_by":
            since = answer.end if answer else start
            found[name] = count_days(calendar, since, clock.days, clock.unit).end
        elif clock.half_way:
            continue
        elif name in FROM_START and clock.until:
            found[name] = last_day_before(calendar, start, clock.until)
        elif name in FROM_START:
            found[name] = count_days(calendar, start, clock.days, clock.unit).end
        else:
            found[name] = answer_by(calendar, dated, method, clock, rule=school.posting.receipt).end
    return found


def _half_way(step: Step, school: School, also: Mapping[str, date]) -> dict[str, date]:
    """The review of a measure in the middle of it, where the policy says so and nobody typed another day."""
    clock, end = step.also.get("review_by"), also.get("ends_on")
    if clock is None or not clock.half_way or end is None or "review_by" in also:
        return {}
    middle = half_way(also["starts_on"], end, weeks_before_end=clock.weeks_before_end)
    return {"review_by": open_day(school.calendar, middle, after=also["starts_on"])}


def _reviewed_in_time(step: Step, also: dict[str, date]) -> dict[str, date]:
    """A measure until a holiday may be short: it is reviewed on its last day where its review would come later."""
    end = also.get("ends_on")
    if end and step.also["ends_on"].until and also.get("review_by", end) > end:
        return {**also, "review_by": end}
    return also


def _decide_before_the_end(also: Mapping[str, date]) -> dict[str, date]:
    """An interim bar is decided on by its last day."""
    named = [also[name] for name in ("decision_by", "interim_end") if name in also]
    return {"decision_by": min(named)} if len(named) == 2 else {}


def _given_dates(
    step: Step, also: Mapping[str, date], given: Mapping[str, str], dated: date
) -> dict[str, date]:
    """The dates a person set instead of the calculated ones, none before the letter, no bar longer than its cap."""
    found = {name: _given_date(name, given[name]) for name in also if given.get(name, "").strip()}
    for name, day in found.items():
        if day <= dated:
            raise _not_so(name, f"{uk_date(day)} is not after the day on the letter, {uk_date(dated)}.")
    start = found.get("starts_on", also.get("starts_on", dated))
    if "interim_end" in found:
        last = start + timedelta(days=step.also["interim_end"].cap_days or LONGEST_INTERIM)
        if found["interim_end"] > last:
            raise _not_so("interim_end", f"An interim bar may last until {uk_date(last)} at most.")
    return found


def _not_so(name: str, what: str) -> Refused:
    return Refused(Problem(where=name, what=what, what_to_do=f"Give another {name}, or leave it out."))


def _given_date(name: str, typed: str) -> date:
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        problem = Problem(where=name, what=f"'{typed}' is not a date.", what_to_do="Write it as 2026-12-18.")
        raise Refused(problem) from None


def _hear_before_the_end(step: Step, answer: AnswerBy | None, also: Mapping[str, date]) -> None:
    """An interim bar must leave time to hear the adult and decide before it ends (Wandsworth LBC v A [2000])."""
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


def _review_before_the_end(also: Mapping[str, date]) -> None:
    """A measure is reviewed while it runs; after its end there is nothing to review."""
    review, end = also.get("review_by"), also.get("ends_on")
    if review and end and review > end:
        raise _not_so(
            "review_by", f"The review by {uk_date(review)} would come after the end, {uk_date(end)}."
        )


def _holiday_warnings(school: School, answer: AnswerBy | None, also: Mapping[str, date]) -> tuple[str, ...]:
    named = {"answer_by": answer.end} if answer else {}
    return tuple(
        f"{name} ({uk_date(day)}) falls in the school holidays."
        for name, day in {**named, **also}.items()
        if falls_in_holiday(school.calendar, day)
    )
