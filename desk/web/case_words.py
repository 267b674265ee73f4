"""How a case is in one sentence, what may be done in it next, and why the rest may not, as its page says them."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...ground.english import uk_date
from ...rules.cases.case import Case
from ...rules.cases.consulting import still_to_consult
from ...rules.cases.duties import duties
from ...rules.cases.who_may import approvers_of, deciders_now, doers_of
from ...rules.people.rights import Right
from ...rules.people.school import School
from ...rules.policies.policy import Step, StepKind
from ...rules.standing.next_step import next_step
from ...rules.standing.options import step_name
from ...rules.standing.standing import Standing
from ...rules.standing.steps import (
    About,
    AskDecision,
    Draft,
    FillDates,
    Nothing,
    Post,
    Void,
    Wait,
    asked_of,
)
from ...rules.standing.stops import Act, Cause, leaving_letter
from ...rules.words import Method
from .plain_words import plain
from .visiting import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """One thing that the visitor may do now: the endpoint of its page, what it needs besides the case, the button."""

    endpoint: str
    button: str
    first: bool = False
    letter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotNow:
    """What may not be done now, why, which rule says so, and how it can be."""

    name: str
    why: str
    rule: str
    do: str


def where_it_stands(case: Case, school: School, now: Standing, *, danger: bool) -> str:
    """The case in one sentence; `danger`: the reader may know which danger stops it."""
    step = now.next
    if case.closed:
        return f"The case is closed: {case.closed.rstrip('.')}."
    stopped = next((one for one in now.stops if one.cause not in _WAITING), None)
    leaving = leaving_letter(case)
    if leaving and stopped and stopped.cause is Cause.LEAVING:
        waits = "is on its way by email" if leaving.method is Method.MAIL else "waits for the envelope"
        return f"{letter_name(school, leaving.letter)} is approved and {waits}."
    if stopped:
        return plain(stopped.what) if danger or stopped.cause not in ALERTED else STOPPED
    match step:
        case Draft(letter=letter) | Void(letter=letter):
            named = letter if isinstance(letter, str) else letter.letter
            return f"{letter_name(school, named)} is drafted in the next round."
        case Post(letter=letter) | FillDates(letter=letter):
            return f"{letter_name(school, letter.letter)} is approved and leaves in the next round."
        case AskDecision(ask=ask):
            return f"Somebody must decide what comes next: {ask.why}."
        case Nothing():
            return "Nothing is waiting."
        case _:
            return _waits(case, school, now)


def _waits(case: Case, school: School, now: Standing) -> str:
    asked = asked_of(now.next)
    waiting = next((one for one in now.stops if one.cause is Cause.ANSWER), None)
    if waiting and case.last_posted and case.last_posted.answer_by:
        letter, day = letter_name(school, case.last_posted.letter), uk_date(case.last_posted.answer_by)
        return f"{letter} went out; the adult may answer until {day}."
    if asked and asked.about is About.APPROVAL and case.in_hand:
        name = letter_name(school, case.in_hand.letter)
        return f"{name} waits for approval by {_role(school, asked.who)}."
    if asked:
        return f"It waits for {_role(school, asked.who)}: {plain(asked.why)}."
    if isinstance(now.next, Wait):
        until = f", until {uk_date(now.next.until)}" if now.next.until else ""
        return f"It waits: {plain(now.next.why)}{until}."
    return "The next round takes it further."


STOPPED = "The case was stopped by an alert."
ALERTED = frozenset(
    {Cause.DANGER, Cause.CHILD_PROTECTION, Cause.STAFF_ALLEGATION, Cause.INDECENT_IMAGE, Cause.ALERT}
)
_WAITING = frozenset(
    {
        Cause.ANSWER,
        Cause.CONFLICT,
        Cause.MISSING,
        Cause.RETURNED,
        Cause.APPROVER,
        Cause.ACTION,
        Cause.CONSULT,
    }
)


def _role(school: School, role: str) -> str:
    person = school.people.get(role)
    return f"{person.name} ({role})" if person else f"the {role}"


def letter_name(school: School, letter: str) -> str:
    """A letter in plain words with its id: "Removal request (L1)"."""
    name = school.policy.letters.name_of(letter)
    return f"{name[:1].upper()}{name[1:]} ({letter})" if name != letter else letter


def doings(here: Visit, case: Case, now: Standing) -> Iterator[Doing]:
    """What the visitor may do now, the most likely first."""
    rights = here.rights
    if case.alarm and Right.CLEAR in rights:
        yield Doing(endpoint="case_forms.take", button="I have this alert", first=True)
    yield from _with_letter(here, case, now)
    yield from _with_decision(here, case, now)
    if Right.POST in rights and any(one.act is Act.ANSWER for one in now.offers):
        yield Doing(endpoint="case_forms.answer", button="Record an answer")
    yield from _always(here, case)


def _with_letter(here: Visit, case: Case, now: Standing) -> Iterator[Doing]:
    acts = {one.act for one in now.offers}
    if Right.APPROVE in here.rights and Act.APPROVE in acts and may_approve(here, case):
        yield Doing(endpoint="letter.in_hand", button="Read and decide", first=True)
    leaving = leaving_letter(case)
    if leaving and Right.POST in here.rights and Act.POSTED in acts:
        if leaving.method is not Method.MAIL or leaving.unsure:
            yield Doing(endpoint="case_forms.posted", button="Say that it was posted", first=True)
        yield Doing(endpoint="case_forms.not_posted", button="It did not go out")
    if Right.DRAFT not in here.rights:
        return
    for offer in now.offers:
        if offer.act is Act.DRAFT:
            asked = case.blocked is not None and case.blocked.letter == offer.on
            verb = "Fill in" if asked else "Draft again" if case.newest(offer.on) else "Draft"
            name = letter_name(here.school, offer.on)
            yield Doing(endpoint="letter_words.show", button=f"{verb}: {name}", first=asked, letter=offer.on)


def _with_decision(here: Visit, case: Case, now: Standing) -> Iterator[Doing]:
    if case.closed and Right.REOPEN in here.rights:
        yield Doing(endpoint="case_forms.reopen", button="Take it up again")
    if case.closed or Right.DECIDE not in here.rights:
        return
    if any(may_decide(here, case, name) for name in now.options):
        asked = isinstance(now.next, AskDecision) or bool(case.trigger or case.reopened)
        yield Doing(endpoint="case_forms.decide", button="Decide what comes next", first=asked)


def may_approve(here: Visit, case: Case) -> bool:
    """Whether the letter in hand is the visitor's to approve."""
    letter = case.in_hand
    return letter is not None and not here.roles.isdisjoint(approvers_of(case, letter, here.school))


def may_decide(here: Visit, case: Case, step: str) -> bool:
    """Whether this step is the visitor's to decide on."""
    return not here.roles.isdisjoint(deciders_now(case, step, here.school))


def actions_of(here: Visit, case: Case) -> list[Step]:
    """The actions that the visitor may record: those that are theirs, and those that are nobody's in particular."""
    actions = [one for one in here.school.policy.steps.values() if one.kind is StepKind.ACTION]
    late = Right.WAIVE in here.rights
    doers = {one.id: doers_of(case, one, here.school) for one in actions}
    return [one for one in actions if late or not doers[one.id] or not here.roles.isdisjoint(doers[one.id])]


def consultations_of(here: Visit, case: Case) -> list[tuple[Step, str]]:
    """Each step with a role that is to be consulted about it and was not yet."""
    return [
        (step, role) for step in here.school.policy.steps.values() for role in still_to_consult(case, step)
    ]


def _is_asked(here: Visit, case: Case) -> bool:
    """Whether the case waits for an action of the visitor."""
    waits = asked_of(next_step(case, here.school.policy, here.today))
    named = waits.options[:1] if waits and waits.about is About.ACTION else ()
    steps = (here.school.policy.steps[name] for name in named)
    return any(not here.roles.isdisjoint(doers_of(case, one, here.school)) for one in steps)


def _is_consulted(here: Visit, case: Case) -> bool:
    waits = asked_of(next_step(case, here.school.policy, here.today))
    return waits is not None and waits.about is About.CONSULT and waits.who in here.roles


def _always(here: Visit, case: Case) -> Iterator[Doing]:
    rights, policy = here.rights, here.school.policy
    if case.closed:
        return
    if Right.TRIAGE in rights:
        untriaged = not case.clear or not case.conduct
        yield Doing(endpoint="case_forms.triage", button="Say what it is", first=untriaged and not case.alarm)
    actions = [one for one in policy.steps.values() if one.kind is StepKind.ACTION]
    if Right.DO in rights and actions_of(here, case):
        yield Doing(endpoint="case_forms.done", button="Record an action", first=_is_asked(here, case))
    if Right.DO in rights and consultations_of(here, case):
        yield Doing(
            endpoint="case_forms.consulted", button="Record a consultation", first=_is_consulted(here, case)
        )
    if Right.POST in rights and any(one.is_sheet for one in actions):
        yield Doing(endpoint="case_forms.sheet", button="Write a sheet")
    if Right.HOLD in rights:
        if case.hold:
            yield Doing(endpoint="case_forms.release", button="Release the hold")
        else:
            yield Doing(endpoint="case_forms.hold", button="Put it on hold")
    if Right.WAIVE in rights and any(one.step for one in duties(case, policy)):
        yield Doing(endpoint="case_forms.waive", button="Set a duty aside")
    if Right.POST in rights:
        yield Doing(endpoint="case_forms.correct", button="Correct a line")


def not_now(school: School, now: Standing, *, danger: bool) -> Iterator[NotNow]:
    """What stands in the way, and each step of the policy that may not be taken now, in the gates' own words."""
    for stop in now.stops:
        why = plain(stop.what) if danger or stop.cause not in ALERTED else STOPPED
        yield NotNow(name="", why=why, rule=stop.rule, do=plain(stop.do))
    stopped = {stop.what for stop in now.stops}
    for name, refusal in now.not_now.items():
        if refusal.rule not in stopped:
            do = plain(refusal.satisfied_by)
            yield NotNow(
                name=step_name(school.policy, name), why=plain(refusal.rule), rule=refusal.source, do=do
            )
