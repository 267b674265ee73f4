"""Compose a letter: every field it needs, or a refusal that names what is missing. Pure; a printer makes the file."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from ...ground.english import uk_date
from ...ground.values import replace
from ..cases.approvers import approver_of, deciders_of, reviewer_of, settler_of, signer_of, standing_of
from ..cases.case import Case
from ..cases.gates import barred, limited, reviewing, wording
from ..cases.more_time import FIELD as MORE_TIME
from ..cases.more_time import more_time
from ..cases.promises import PROMISE_CHANGE, late_words, not_kept, not_nameable, promise_of, unkept
from ..days.deadlines import AnswerBy
from ..people.people import LARGE_PRINT, Adult, Pupil
from ..people.school import School
from ..policies.letters import Letters
from ..policies.policy import Step
from ..policies.refusal import Refusal
from ..words import Material, Method, Promised, Stage, Where
from .end_words import ENDS_ON, not_an_end
from .field_values import gone_by, nothing, wanted
from .heard_words import answers_awaited
from .kept_inside import told_inside, without_inside
from .later_fields import Maker, later_fields, sheet_fields
from .law_warnings import times_in_court
from .letter_dates import LetterDates, dates_of
from .letter_fields import case_fields, given_fields, is_reckoned, school_fields, school_words
from .material import QUOTED, SHOWN, material_fields, materials_of, needless
from .place_fields import letter_places
from .slots import dating_rule, slots_of
from .warnings import overdue, warnings_of
from .whom_meant import not_meant, unknown_adult


class Order(Struct, frozen=True, kw_only=True):
    """All that goes into one letter.

    `pupils` are all pupils of the adult: a letter about access makes arrangements for each of them. `used` names
    the fields the template prints; `today` is the day of drafting; `pdf` tells whether a PDF can be made of it,
    without which nothing goes out by email; `at_once`: it leaves today, its first day having passed.
    """

    case: Case
    step: Step
    school: School
    adult: Adult | None
    pupils: tuple[Pupil, ...]
    used: frozenset[str]
    today: date
    pdf: bool = True
    at_once: bool = False

    @property
    def letters(self) -> Letters:
        """What each letter and each field is."""
        return self.school.policy.letters

    @property
    def given(self) -> dict[str, str]:
        """What people supplied for this letter."""
        return self.case.given(self.step.id, self.letters)


class Composed(Struct, frozen=True, kw_only=True):
    """A letter ready to print: its fields, its dates, and what the approver should know.

    `slots` are the words in the places for dates that are filled in once it is approved, by field, and `dating` says
    how; empty where it is approved with the very dates. `promised` is what it tells the adult that somebody will do;
    `signer` is the name under it.
    `other_fields` are those of its translation into `language`, and `other_slots` the words in its places;
    `english_only` says why it has none although the adult reads another language. `of_dates` are the `warnings` that
    are about its dates, and `of_age` those that come with the days by themselves.
    """

    letter: str
    fields: Mapping[str, object]
    dated: date
    answer_by: AnswerBy | None
    also: Mapping[str, date]
    method: Method
    large: bool
    approver: str
    warnings: tuple[str, ...]
    of_dates: tuple[str, ...] = ()
    of_age: tuple[str, ...] = ()
    slots: Mapping[str, str] = {}
    dating: str = ""
    promised: Mapping[Promised, str] = {}
    signer: str = ""
    language: str = ""
    english_only: str = ""
    other_fields: Mapping[str, object] = {}
    other_slots: Mapping[str, str] = {}

    @property
    def lasting(self) -> tuple[str, ...]:
        """The warnings that are as true on the day of the approval as on that of the draft."""
        return tuple(one for one in self.warnings if one not in (*self.of_dates, *self.of_age))


class Missing(Struct, frozen=True, kw_only=True):
    """A letter that cannot be written: the fields, and one sentence for the office.

    `beyond_calendar`: all that is missing are days in the school's calendar.
    """

    letter: str
    fields: tuple[str, ...]
    what: str
    beyond_calendar: bool = False


def compose(order: Order) -> Composed | Missing:
    """Gather the fields of the letter that `order.step` sends.

    A confidential address, or a letter about access without its written reasons, blocks the letter.

    Raises:
        CalendarEnds: a date of the letter is past the school's calendar.
        Refused: a date that a person gave cannot be read or is not possible, or leaves no time for the adult to be
            heard.
    """
    refusal = _refusal(order)
    if refusal:
        return refusal
    adult = order.adult or unknown_adult(order.case)
    unasked = _unasked(order)
    dates = _dates(order, adult, unasked)
    fields = _fields(order, adult, unasked, dates)
    holes = _holes(order, fields)
    if holes:
        return _missing(order, holes)
    fields = without_inside(order.letters, order.step, fields)
    inside = told_inside(
        order.case, order.school, order.step, {name: fields.get(name) for name in order.used}
    )
    if inside:
        return Missing(letter=order.step.id, fields=inside[0], what=inside[1])
    return _gone_by(order, fields, dates.dated) or _composed(order, adult, fields, dates)


def _fields(order: Order, adult: Adult, unasked: frozenset[str], dates: LetterDates) -> dict[str, object]:
    """What each field of the letter holds."""
    later = _later_fields(order)
    fields: dict[str, object] = {
        **_left_out(order, unasked),
        **given_fields(order.letters, school_words(order.school, order.step)),
        **_school_fields(order),
        **case_fields(
            order.case, order.school, order.step, adult=adult, pupils=order.pupils, today=order.today
        ),
        **later,
        **dates.fields,
        **sheet_fields(
            order.case, order.school.policy, order.step, today=order.today, calendar=order.school.calendar
        ),
        **given_fields(order.letters, order.given),
    }
    fields |= {name: words for name, words in later.items() if is_reckoned(order.letters, order.step, name)}
    fields |= {name: uk_date(day) for name, day in dates.also.items()}
    fields |= material_fields(_materials(order), fields)
    fields["promise_late"] = late_words(promise_of(order.case, order.school.policy, order.step), dates.dated)
    granted = more_time(order.case, order.step.id, order.letters)
    if granted:
        fields[MORE_TIME] = uk_date(granted)
    return fields


def _left_out(order: Order, unasked: frozenset[str]) -> dict[str, object]:
    """What the letter may do without, as nothing; what is known of it takes its place."""
    printed = map(order.letters.field, order.used)
    unasked |= {QUOTED, SHOWN} if SHOWN in order.used else frozenset()
    return {field.name: nothing(field) for field in printed if field.optional or field.name in unasked}


def _places(order: Order) -> frozenset[Where]:
    return letter_places(order.case, order.school.policy, order.step.record)


def _unasked(order: Order) -> frozenset[str]:
    """The fields that this letter does without, because nothing happened online, or nothing on site."""
    record = order.step.record
    return record.unasked_at(_places(order)) if record else frozenset()


def _needless(order: Order, fields: Mapping[str, object]) -> frozenset[str]:
    """What it does without because of what was posted; a Word file that cannot say what is shown needs the words."""
    return needless(_materials(order), fields) if SHOWN in order.used else frozenset()


def _materials(order: Order) -> frozenset[Material]:
    return materials_of(order.case, order.school.policy, order.step, order.given)


def _dates(order: Order, adult: Adult, unasked: frozenset[str]) -> LetterDates:
    by_mail = order.pdf and bool(adult.email)
    also = {name: clock for name, clock in order.step.also.items() if name not in unasked}
    step = replace(order.step, also=also, lead_days=0 if order.at_once else order.step.lead_days)
    return dates_of(step, order.school, order.today, order.given, by_mail=by_mail)


def _later_fields(order: Order) -> dict[str, object]:
    case, step, school = order.case, order.step, order.school
    role = approver_of(case, step, school)
    gone = unkept(case, school, step, role)
    maker = Maker(
        person=school.people[role],
        standing=standing_of(role, case, school),
        instead_of=gone.words if gone else "",
    )
    return later_fields(case, order.letters, step, maker)


def _school_fields(order: Order) -> dict[str, object]:
    """What comes of the school, with who signs, and who decides once the adult was heard on a notice."""
    case, step, school = order.case, order.step, order.school
    found = school_fields(school, step, signed_by=signer_of(case, step, school))
    field_ = step.record.names_decider if step.record and step.is_stage(Stage.NOTICE) else ""
    if field_ and (settler := school.people.get(settler_of(case, step, school))):
        found[field_] = f"{settler.name}, {settler.role}"
    return found


def _gone_by(order: Order, fields: Mapping[str, object], dated: date) -> Missing | None:
    """A day to come that is over when the letter is dated, such as that of a meeting or a visit."""
    found = gone_by(order.step, order.letters, {name: fields.get(name) for name in order.used}, dated)
    return found and Missing(letter=order.step.id, fields=(found[0],), what=found[1])


def _composed(order: Order, adult: Adult, fields: dict[str, object], dates: LetterDates) -> Composed:
    old = overdue(order.school, order.today)
    law = times_in_court(order.step, fields, order.school, order.today)
    slots = slots_of(order.step, dates)
    return Composed(
        letter=order.step.id,
        fields=fields,
        dated=dates.dated,
        answer_by=dates.answer_by,
        also=dates.also,
        method=dates.method,
        large=LARGE_PRINT in adult.flags,
        approver=approver_of(order.case, order.step, order.school),
        warnings=(*dates.warnings, *old, *law, *_told(order, adult, dates.method)),
        of_dates=dates.warnings,
        of_age=old,
        slots=slots,
        promised=order.step.record.promises(fields) if order.step.record else {},
        signer=str(fields["signer_name"]),
        dating=dating_rule(order.step, order.school, dates.method) if slots else "",
    )


def _told(order: Order, adult: Adult, method: Method) -> tuple[str, ...]:
    typed = [name for name in order.given if is_reckoned(order.letters, order.step, name)]
    return warnings_of(order.case, order.school, adult, method=method, unused=typed)


def _holes(order: Order, fields: Mapping[str, object]) -> tuple[str, ...]:
    """The fields the template prints or the policy demands that are empty or unknown.

    Points that the adult made must be dealt with; where they said nothing to this notice, there are none.
    """
    step, letters = order.step, order.letters
    needless_now = _needless(order, fields)
    unasked = _unasked(order) | needless_now
    needed = sorted(step.record.needed_at(_places(order)) - needless_now) if step.record else []
    printed = sorted(name for name in order.used if not letters.field(name).optional and name not in unasked)
    demanded = [
        name for name in dict.fromkeys((*step.needs, *step.always_needs, *needed)) if name not in printed
    ]
    if step.record and step.record.follows and "earlier_letter_on" in order.used:
        printed.append("earlier_letter_on")
    unsaid = set() if answers_awaited(order.case, letters) else {"considered_points"}
    return tuple(name for name in (*printed, *demanded) if name not in unsaid and not fields.get(name))


def _refusal(order: Order) -> Missing | None:
    name = order.step.id
    if order.adult is None and not order.step.is_sheet:
        return Missing(
            letter=name,
            fields=("addressee_lines",),
            what=f"{order.case.adult_name or order.case.adult} is not in people.csv (or no longer), so there is no"
            " confirmed address. Export the register again, or set the adult with `triage`.",
        )
    if order.adult is not None and order.adult.address_is_confidential and not order.step.is_sheet:
        return Missing(
            letter=name,
            fields=("addressee_lines",),
            what="The register marks this adult's address as confidential. No letter is printed with it;"
            " agree with the DSL how to reach this adult.",
        )
    outside = not_meant(order.adult, order.school.policy) if order.adult else ""
    if outside and not order.step.is_sheet and not order.school.policy.is_signpost(name):
        return Missing(letter=name, fields=("relationship",), what=outside)
    gate = _gate(order)
    if gate is None:
        return None
    fields = ("quoted_words",) if gate == limited(order.case, order.school.policy, order.step) else ()
    return Missing(letter=name, fields=fields, what=str(gate))


def _gate(order: Order) -> Refusal | None:
    case, policy, name = order.case, order.school.policy, order.step.id
    typed = {**school_words(order.school, order.step), **order.given}
    return (
        barred(case, policy, name, order.today)
        or wording(case, policy, order.given)
        or limited(case, policy, order.step)
        or not_an_end(order.step, typed.get(ENDS_ON, ""), order.today)
        or _review_gate(order)
        or _promise_gate(order)
    )


def _review_gate(order: Order) -> Refusal | None:
    case, step, school = order.case, order.step, order.school
    role = approver_of(case, step, school)
    return reviewing(
        step,
        order.given,
        signer=school.people[role],
        deciders=[school.people[one] for one in sorted(deciders_of(case, school))],
        free=bool(reviewer_of(case, role, school)),
        advice=school.policy.law.access_advice,
    )


def _promise_gate(order: Order) -> Refusal | None:
    """What an earlier letter promised and would not be kept; and whom this one would promise in vain."""
    case, step, school = order.case, order.step, order.school
    role = approver_of(case, step, school)
    broken = not_kept(case, school, step, role, reason=order.given.get(PROMISE_CHANGE, ""))
    if broken or step.record is None:
        return broken
    typed = {**school_words(school, step), **order.given}
    return not_nameable(step.record, typed, school, deciders_of(case, school))


def _missing(order: Order, holes: tuple[str, ...]) -> Missing:
    """What is still needed, with the rule where it is one that the policy cannot waive."""
    record = order.step.record
    why = record.why if record and set(holes) & set(record.needs) else ""
    why = why.replace("{access_advice}", order.school.policy.law.access_advice)
    needed = "Still needed: " + "; ".join(wanted(order.letters.field(name)) for name in holes) + "."
    return Missing(letter=order.step.id, fields=holes, what=f"{needed} {why}." if why else needed)
