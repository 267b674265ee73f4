"""Whom the policy wants consulted before a step, and who was not yet. A step that was taken wants it again."""

from ..policies.policy import Policy, Step
from ..policies.refusal import Refusal
from ..words import LetterStatus
from .case import Case


def still_to_consult(case: Case, step: Step) -> tuple[str, ...]:
    """The roles of which no answer about this step is on record since it was last taken."""
    since = _last_taken(case, step.id)
    heard = {one.role for one in case.consulted if one.step == step.id and one.seq > since}
    return tuple(role for role in step.consults if role not in heard)


def not_consulted(case: Case, policy: Policy, step: Step) -> Refusal | None:
    """Why this step may not be drafted, approved or done yet; None where everybody was heard."""
    still = still_to_consult(case, step)
    if not still:
        return None
    return Refusal(
        rule=f"{step.name} comes only after {' and '.join(still)} {'were' if len(still) > 1 else 'was'} consulted.",
        source=policy.as_source,
        satisfied_by=f"what they said, on record: {consulting_command(case.ref, step, still[0])}.",
    )


def consulting_command(ref: str, step: Step, role: str) -> str:
    """What is typed to record a consultation."""
    return f"consulted {ref} {step.id} --with {role} --result '...'"


def _last_taken(case: Case, step: str) -> int:
    """The log line by which this step was last taken; 0 where it never was."""
    posted = (one.seq for one in case.letters if one.letter == step and one.status is LetterStatus.POSTED)
    done = (one for name, one in case.done_at if name == step)
    return max((*posted, *done), default=0)
