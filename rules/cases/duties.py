"""What the policy requires in a case whatever a person decides: done, waived by a named person, or still open."""

from collections.abc import Iterator

from ..policies.policy import Mandatory, Policy
from .case import Case


def duties(case: Case, policy: Policy) -> Iterator[Mandatory]:
    """The policy's mandatory rules that apply to this case by its conduct and by what was answered."""
    for rule in policy.mandatory:
        about = not rule.conduct or bool(set(rule.conduct) & set(case.conduct))
        if about and (not rule.when or case.heard(*rule.when)):
            yield rule


def open_duties(case: Case, policy: Policy) -> tuple[Mandatory, ...]:
    """Those not done yet and not waived; a rule without a step is a reminder and never open."""
    return tuple(
        rule
        for rule in duties(case, policy)
        if rule.step and rule.id not in case.waived and not case.was_done(rule.step)
    )


def duty_rows(case: Case, policy: Policy) -> list[dict[str, str]]:
    """The duties of a case for a table or JSON; `state` is one of done, waived, open, reminder."""
    still = {rule.id for rule in open_duties(case, policy)}
    return [
        {
            "rule": rule.id,
            "step": rule.step,
            "says": rule.says,
            "source": rule.source,
            "state": _short_state(case, rule, still=rule.id in still),
            "reason": case.waived.get(rule.id, ""),
        }
        for rule in duties(case, policy)
    ]


def _short_state(case: Case, rule: Mandatory, *, still: bool) -> str:
    if not rule.step:
        return "reminder"
    return "open" if still else "waived" if rule.id in case.waived else "done"


def duty_words(case: Case, policy: Policy) -> tuple[str, ...]:
    """The duties of a case in words for the people who decide: what, whether it is done, and where it is said."""
    still = {rule.id for rule in open_duties(case, policy)}
    return tuple(
        f"{rule.says} ({rule.source}){_state(case, rule, still=rule.id in still)}"
        for rule in duties(case, policy)
    )


def _state(case: Case, rule: Mandatory, *, still: bool) -> str:
    if not rule.step:
        return ""
    if still:
        return f" NOT DONE YET: done {case.ref} {rule.step}"
    return f" Not done, because: {case.waived[rule.id]}" if rule.id in case.waived else " Done."
