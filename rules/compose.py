"""Compose a letter: every field it needs, or a refusal that names what is missing. Pure; a printer makes the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .case import Case
from .deadlines import AnswerBy, uk_date
from .field_help import OPTIONAL, wanted
from .legal import facts_overdue
from .letter_dates import LetterDates, dates_of
from .letter_fields import case_fields, given_fields, school_fields
from .people import LARGE_PRINT, Adult, Pupil
from .policy import Step
from .school import School
from .words import Method


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """All that goes into one letter.

    `pupils` are all pupils of the adult: a letter about access makes arrangements for each of them. `used` names
    the fields the template prints; `today` is the day of drafting.
    """

    case: Case
    step: Step
    school: School
    adult: Adult | None
    pupils: tuple[Pupil, ...]
    used: frozenset[str]
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A letter ready to print: its fields, its dates, and what the approver should know."""

    letter: str
    fields: Mapping[str, object]
    dated: date
    answer_by: AnswerBy | None
    also: Mapping[str, date]
    method: Method
    large: bool
    approver: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A letter that cannot be written: the fields, and one sentence for the office."""

    letter: str
    fields: tuple[str, ...]
    what: str


def compose(order: Order) -> Composed | Missing:
    """Gather the fields of the letter that `order.step` sends.

    A confidential address, a letter about access without its written reasons, or a comments date that would
    come after the end of an interim bar, refuse the letter (design, promises 5 and 7).

    Raises:
        CalendarEnds: a date of the letter lies past the school's calendar.
    """
    refusal = _refusal(order)
    if refusal:
        return refusal
    adult = order.adult
    if adult is None:
        raise AssertionError("an unknown adult is refused above")
    dates = dates_of(order.step, order.school, order.today, order.case.given(order.step.id))
    fields: dict[str, object] = {
        **order.school.defaults,
        **school_fields(order.school, order.step, alternate=order.case.alternate),
        **case_fields(order.case, order.school, order.step, adult=adult, pupils=order.pupils),
        **dates.fields,
        **given_fields(order.case.given(order.step.id)),
    }
    fields |= {name: uk_date(day) for name, day in dates.also.items()}
    holes = _holes(order, fields)
    if holes:
        return _missing(order.step.id, holes)
    return _composed(order, adult, fields, dates)


def _composed(order: Order, adult: Adult, fields: dict[str, object], dates: LetterDates) -> Composed:
    return Composed(
        letter=order.step.id,
        fields=fields,
        dated=dates.dated,
        answer_by=dates.answer_by,
        also=dates.also,
        method=dates.method,
        large=LARGE_PRINT in adult.flags,
        approver="alternate" if order.case.alternate else order.step.approver,
        warnings=_warnings(order, adult, dates),
    )


def _holes(order: Order, fields: Mapping[str, object]) -> tuple[str, ...]:
    """The fields the template prints or the policy demands that are empty or unknown.

    Points made by the adult must be dealt with; where he said nothing, there are none.
    """
    printed = sorted(name for name in order.used if name not in OPTIONAL)
    demanded = [name for name in order.step.needs if name not in printed]
    unsaid = {"considered_points"} if not order.case.answers else set()
    return tuple(name for name in (*printed, *demanded) if name not in unsaid and not fields.get(name))


def _refusal(order: Order) -> Missing | None:
    name = order.step.id
    if order.adult is None:
        return Missing(
            letter=name,
            fields=("addressee_lines",),
            what=f"{order.case.adult_name or order.case.adult} is not in people.csv (any more), so there is no"
            " confirmed address. Export the register again, or set the adult with `triage`.",
        )
    if order.adult.address_is_confidential:
        return Missing(
            letter=name,
            fields=("addressee_lines",),
            what="The register marks this adult's address as confidential. No letter is printed with it;"
            " agree with the DSL how this adult may be reached.",
        )
    after = order.step.after
    if after and not any(order.case.was_posted(earlier) for earlier in after):
        return Missing(
            letter=name,
            fields=(),
            what=f"{order.step.name} may only follow {' or '.join(after)}, and none of them was sent.",
        )
    if order.step.site_access and not order.school.policy.site_access:
        return Missing(
            letter=name,
            fields=(),
            what=f"The policy '{order.school.policy.title}' does not provide for withdrawing permission to"
            " enter the site. Link a policy that does, or choose another step.",
        )
    return None


def _missing(letter: str, holes: tuple[str, ...]) -> Missing:
    return Missing(
        letter=letter,
        fields=holes,
        what="Still needed: " + "; ".join(wanted(name) for name in holes) + ".",
    )


def _warnings(order: Order, adult: Adult, dates: LetterDates) -> tuple[str, ...]:
    """What the approver should know before saying yes."""
    found = list(dates.warnings)
    policy = order.school.policy
    if policy.review and order.today > policy.review:
        found.append(f"The policy '{policy.title}' was due for review on {uk_date(policy.review)}.")
    found += [str(problem) for problem in facts_overdue(order.school.legal, order.today)]
    found += [f"The register says: {flag}." for flag in sorted(adult.flags) if flag.startswith("needs:")]
    if {"staff", "governor"} & adult.flags:
        found.append("This adult also works for or governs the school.")
    return tuple(found)
