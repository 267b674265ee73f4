"""Steps that are not letters: carried out by a person, recorded with who, when, reference, follow-up and outcome."""

import hashlib
from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from ..ground.errors import Problem, Refused, WrongUsage
from ..rules.cases.appeals import result_fault
from ..rules.cases.case import Case
from ..rules.cases.consulting import not_consulted
from ..rules.cases.duties import duties
from ..rules.cases.events import ActionDone, Consulted, DraftBlocked, DutyWaived, FieldsGiven, SheetWritten
from ..rules.cases.follow_up import follow_up_day
from ..rules.cases.gates import barred, not_done_yet, not_provided
from ..rules.cases.places import first_steps
from ..rules.cases.who_may import WAIVES, doers_of
from ..rules.letters.compose import Missing
from ..rules.policies.letters import Letters
from ..rules.policies.outcome_words import RESULT_WORDS
from ..rules.policies.policy import Policy, Step, StepKind
from ..rules.policies.refusal import Refusal
from ..rules.policies.telling import Telling
from ..rules.policies.told_steps import telling_of
from ..rules.standing.stops import Act as Kind
from ..rules.standing.stops import stop_of
from ..rules.words import Outcome
from .drafting import try_compose, void_drafts
from .giving import check_fields
from .notices import tell
from .office import RULES, Office
from .signing import Act, holder_of


def record_action(office: Office, case: Case, done: ActionDone, *, by: str) -> ActionDone:
    """Record that an action was carried out; as the step that was decided on or comes first, or else beside the ladder.

    A hold or an alert does not stop it: the police are told while a case is frozen. `done.out_of_order` says why it was
    done though the policy did not allow it: it is then on record, and fulfils nothing.

    Raises:
        Refused: the case is closed, the policy has no such action, its gates bar it, the day is ahead, or whoever
            signs may not do it.
    """
    step = _action(office, case, done.step)
    if done.on > office.clock.today():
        what = f"{done.on.isoformat()} has not come yet."
        raise Refused(Problem(where=case.ref, what=what, what_to_do="Record it on the day."))
    _check_result(case, step, done)
    _check_telling(case, step, done)
    role = _doer(office, case, step, done, by=by)
    decided = case.due is not None and case.due.step == step.id
    refusal = _bar(case, office.school.policy, step, done.on)
    if done.out_of_order and refusal is None:
        what = f"{step.name} is in order now, so it is recorded as the policy's step."
        raise Refused(Problem(where=case.ref, what=what, what_to_do="Leave out --out-of-order."))
    if refusal and not done.out_of_order:
        do = f"If it was really done, say so: done {case.ref} {step.id} --out-of-order 'why' --by NAME."
        raise Refused(Problem(where=case.ref, what=str(refusal), what_to_do=do))
    on_ladder = not done.out_of_order and (decided or _is_first(case, office.school.policy, step))
    if on_ladder:
        void_drafts(office, case, f"{step.id} was carried out instead")
    event = replace(
        done,
        aside=not on_ladder,
        ends=[] if done.out_of_order else list(step.ends),
        role=role,
        follow_up=done.follow_up or follow_up_day(case, step, done.on, office.school.calendar),
    )
    office.note(case.ref, event, by=by)
    return event


def _bar(case: Case, policy: Policy, step: Step, on: date) -> Refusal | None:
    """Why this action is not in order on that day."""
    if case.due is not None and case.due.step == step.id:
        return barred(case, policy, step.id, on) or not_consulted(case, policy, step)
    return not_provided(policy, step.id) or not_done_yet(case, policy, step, on)


def _is_first(case: Case, policy: Policy, step: Step) -> bool:
    """Whether the case waits for this action before anything else: it is then the step from which it goes on."""
    waits = not case.step and case.due is None and case.trigger is None and not case.reopened
    return waits and first_steps(case, policy)[:1] == (step.id,)


def _check_telling(case: Case, step: Step, done: ActionDone) -> None:
    """Nobody can agree that the adult is told of what no letter ever tells."""
    if done.may_tell and telling_of(step) is Telling.NEVER:
        what = f'The policy says that no adult is told of "{step.name}" (tell_adult = "never").'
        raise Refused(Problem(where=case.ref, what=what, what_to_do="Record it without saying who agreed."))


def _doer(office: Office, case: Case, step: Step, done: ActionDone, *, by: str) -> str:
    """The role in which it was done, where the policy says whose it is.

    Out of order it may be recorded by whoever may set a duty aside, too: what happened is on record, whoever did it.
    """
    may = doers_of(case, step, office.school)
    if done.out_of_order:
        rights = (*may, *WAIVES)
        act = Act(where=case.ref, what="record what was done out of order", case=case)
        return holder_of(office, by, rights, act)[0]
    if not may:
        return ""
    return holder_of(office, by, may, Act(where=case.ref, what=f"record {step.id} ({step.name})", case=case))[
        0
    ]


def consult(office: Office, case: Case, said: Consulted, *, by: str) -> Consulted:
    """Record whom somebody consulted about a step that the policy asks it for, and what they said.

    Raises:
        Refused: the case is closed, the step wants nobody of that role, there is no answer, or the day is ahead.
    """
    stop = stop_of(case, Kind.ACTION)
    if stop:
        raise Refused(stop.problem(case.ref))
    step = office.school.policy.steps.get(said.step)
    if step is None or said.role not in step.consults:
        wants = [one.id for one in office.school.policy.steps.values() if said.role in one.consults]
        what = f"The policy asks nobody to consult '{said.role}' about {said.step}."
        who = f"About {said.step}: {', '.join(step.consults)}." if step and step.consults else ""
        do = who or (
            f"'{said.role}' is consulted about: {', '.join(wants)}." if wants else "See docs/policies.md."
        )
        raise Refused(Problem(where=case.ref, what=what, what_to_do=do))
    if said.on > office.clock.today() or not said.result.strip():
        what = "A consultation has a day that has come, and what was said."
        raise Refused(Problem(where=case.ref, what=what, what_to_do="Give --on and --result '...'."))
    act = Act(where=case.ref, what=f"be consulted about {said.step}", case=case)
    typed = said.person or office.school.people[said.role].email
    _, heard = holder_of(office, typed, (said.role,), act)
    event = replace(said, person=heard.name, result=said.result.strip())
    office.note(case.ref, event, by=by)
    return event


def result_meant(ref: str, word: str) -> Outcome | None:
    """How an appeal is said to have ended; None where nothing is said. "upheld" is as good as "appeal-upheld".

    Raises:
        WrongUsage: no appeal ends so.
    """
    said = word.strip().casefold().replace(" ", "-").removeprefix("appeal-")
    found = next((one for one in RESULT_WORDS if one.removeprefix("appeal-") == said), None)
    if said and found is None:
        do = f"Write --result {' or '.join(RESULT_WORDS)}."
        raise WrongUsage(Problem(where=ref, what=f"No appeal ends as '{word}'.", what_to_do=do))
    return found


def _check_result(case: Case, step: Step, done: ActionDone) -> None:
    fault = result_fault(step, done.result or "")
    if fault:
        known = [str(name) for name in RESULT_WORDS if name in step.then]
        do = f"Write --result {' or '.join(known)}." if known else "Leave --result out."
        raise Refused(Problem(where=case.ref, what=fault, what_to_do=do))


def _action(office: Office, case: Case, name: str) -> Step:
    stop = stop_of(case, Kind.ACTION)
    if stop:
        raise Refused(stop.problem(case.ref))
    policy = office.school.policy
    step = policy.steps.get(name)
    if step is not None and step.kind is StepKind.ACTION:
        return step
    refusal = not_provided(policy, name)
    if refusal:
        raise _refused(case, str(refusal))
    known = ", ".join(one.id for one in policy.steps.values() if one.kind is StepKind.ACTION) or "none"
    what = f"The policy '{policy.title}' has no action {name}."
    do = f"Its actions: {known}. A letter is drafted, approved and posted instead."
    raise Refused(Problem(where=case.ref, what=what, what_to_do=do))


def _refused(case: Case, what: str) -> Refused:
    return Refused(Problem(where=case.ref, what=what, what_to_do=f"See `case {case.ref}`."))


def waive_duty(office: Office, case: Case, rule: str, reason: str, *, by: str, how: str = "command") -> None:
    """Set aside what the policy requires, with a named person's reason; the register shows it.

    Raises:
        Refused: no such rule applies to the case, no reason is given, or the signer's role may not.
    """
    ids = [one.id for one in duties(case, office.school.policy) if one.step]
    if rule not in ids:
        what = f"No rule '{rule}' of the policy applies to this case."
        raise Refused(
            Problem(where=case.ref, what=what, what_to_do=f"Those that do: {', '.join(ids) or 'none'}.")
        )
    if not reason.strip():
        what = "What the policy requires can be set aside only with a reason."
        raise Refused(Problem(where=case.ref, what=what, what_to_do="Add --reason '...'."))
    act = Act(where=case.ref, what="set aside what the policy requires", case=case)
    role, actor = holder_of(office, by, WAIVES, act)
    waived = DutyWaived(rule=rule, reason=reason.strip(), tell=role, how=how)
    office.note(case.ref, waived, by=actor.name)


def write_sheet(office: Office, case: Case, name: str, *, by: str = RULES) -> bool:
    """Write the sheet of an action for the person who carries it out; False where nothing new came of it.

    What is missing is logged and told once, like that of a letter.
    """
    composed = try_compose(office, case, name, by=by)
    if isinstance(composed, Missing):
        return _block(office, case, composed)
    docx = office.word.print_letter(office.template(name), composed.fields, large=False)
    number = 1 + len(case.sheets)
    letters = office.school.policy.letters
    title = letters.title_of(name)
    file = office.cases.keep_file(case.ref, "sheets", f"{number}-{title}.docx", docx)
    sheet = SheetWritten(step=name, file=file, sha256=hashlib.sha256(docx).hexdigest())
    office.note(case.ref, sheet, by=by)
    tell(office, "sheet", ("office", "dsl"), ref=case.ref, sheet=letters.name_of(name), file=file, step=name)
    return True


def order_sheet(office: Office, case: Case, name: str, fields: Mapping[str, str], *, by: str) -> str:
    """A person asks for the sheet of an action, with fields; the file's path in the case. Drafts stay as they are.

    Raises:
        Refused: the policy has no such action, it has no sheet, or a field is missing.
        WrongUsage: the sheet has no such field, or its value is not possible; nothing was done.
    """
    step = _action(office, case, name)
    if not step.is_sheet:
        what = f"There is no sheet for {name}."
        raise Refused(Problem(where=case.ref, what=what, what_to_do=f"Record it: done {case.ref} {name}."))
    if fields:
        check_fields(office, case, name, fields)
        office.note(case.ref, FieldsGiven(letter=name, fields=dict(fields)), by=by)
    before = len(case.sheets)
    write_sheet(office, office.case(case.ref), name, by=by)
    case = office.case(case.ref)
    if len(case.sheets) == before:
        raise _refused(case, case.blocked.what if case.blocked else f"{name} could not be written.")
    return case.sheets[-1][1]


def _block(office: Office, case: Case, missing: Missing) -> bool:
    if case.blocked and (case.blocked.letter, case.blocked.what) == (missing.letter, missing.what):
        return False
    event = DraftBlocked(letter=missing.letter, missing=list(missing.fields), what=missing.what)
    office.note(case.ref, event)
    tell(office, "blocked", ("office", "dsl"), ref=case.ref, letter=missing.letter, what=missing.what)
    return True


def sheet_is_due(case: Case, name: str, letters: Letters) -> bool:
    """Whether the action that was decided on still lacks its sheet."""
    if case.due is None or case.due.step != name or not letters.is_sheet(name):
        return False
    return not any(step == name for step, _ in case.sheets)
