"""Appeals: which one is open, whether it came in time, and what waits until it is decided."""

from ...ground.english import uk_date
from ..policies.policy import Policy, Step, StepKind
from ..policies.refusal import Refusal
from ..words import RESULTS, Outcome
from .case import Answer, Case


def open_appeal(case: Case) -> Answer | None:
    """The appeal of which nobody has said how it ended."""
    return next((one for one in case.answers if case.appeal and one.seq == case.appeal), None)


def waits_for_appeal(case: Case, policy: Policy, step: Step) -> Refusal | None:
    """Nobody is worse off, and no case ends, while an appeal has not been decided; urgency has its own step."""
    return _undecided(case, policy, f"{step.name} waits") if step.is_adverse else None


def ends_after_appeal(case: Case, policy: Policy) -> Refusal | None:
    """No case ends while an appeal has not been decided."""
    return _undecided(case, policy, "The case cannot end yet")


def _undecided(case: Case, policy: Policy, what: str) -> Refusal | None:
    appeal = open_appeal(case)
    if appeal is None:
        return None
    hears = [one.id for one in policy.steps.values() if one.hears_appeals]
    ways = f"done {case.ref} {hears[0]} --result RESULT" if hears else "its outcome"
    return Refusal(
        rule=f"{what}: the appeal of {uk_date(appeal.on)} has not been decided.",
        source=f"{policy.as_source}; an appeal that comes after the next step is no appeal",
        satisfied_by=f"{ways}, recorded.",
    )


def late_words(case: Case) -> str:
    """That the appeal which is to be dealt with came after its last day; it is recorded all the same."""
    appeal = open_appeal(case)
    if appeal is None or case.trigger is None or case.trigger.outcome is not Outcome.APPEALS:
        return ""
    last = case.newest(appeal.letter)
    day = last and (last.also.get("appeal_by") or last.answer_by)
    return f" (it came after the last day for it, {uk_date(day)})" if day and appeal.on > day else ""


def result_fault(step: Step, result: str) -> str:
    """What is wrong with how an appeal is said to have ended, or ""; an action that hears none has no such result."""
    known = [name for name in RESULTS if name in step.then] if step.kind is StepKind.ACTION else []
    if not known:
        return f"{step.name} hears no appeal, so it has no result." if result else ""
    if result in known:
        return ""
    return (
        f"{step.name} hears an appeal, and it is not said how it ended."
        if not result
        else (f"'{result}' is not how this appeal can end.")
    )
