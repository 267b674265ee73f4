"""What is wrong with a policy as a whole: steps that lead nowhere, letters nobody wrote, clocks that cannot run."""

from collections.abc import Iterator

from .errors import Problem
from .policy import NO_FURTHER_ACTION, Policy, Step, StepKind
from .words import Outcome

ROLES = frozenset({"head", "alternate", "dsl", "deputy", "office", "chair"})


def faults_of(policy: Policy, letters: frozenset[str], *, where: str) -> list[Problem]:
    """Every fault of the policy at once, each with its key."""
    return [
        *_conduct_faults(policy, where),
        *_step_faults(policy, letters, where),
        *_unreachable(policy, where),
    ]


def _conduct_faults(policy: Policy, where: str) -> Iterator[Problem]:
    if not policy.conduct:
        yield _fault(where, "conduct", "The policy names no conduct.", "Add at least one [conduct.ID] table.")
    for conduct in policy.conduct.values():
        key = f"conduct.{conduct.id}.first"
        if not conduct.first:
            yield _fault(where, key, "It names no first step.", "Name the step the policy begins with.")
        yield from _unknown(policy, where, key, conduct.first)


def _step_faults(policy: Policy, letters: frozenset[str], where: str) -> Iterator[Problem]:
    for step in policy.steps.values():
        key = f"steps.{step.id}"
        if step.kind is StepKind.LETTER and step.id not in letters:
            known = ", ".join(sorted(letters))
            yield _fault(where, key, "There is no letter template of this id.", f"Use one of: {known}.")
        yield from _unknown(policy, where, f"{key}.after", step.after)
        for outcome, names in step.then.items():
            yield from _unknown(policy, where, f"{key}.then.{outcome}", names)
        for role in {step.signer, step.approver} - ROLES:
            yield _fault(where, key, f"'{role}' is no role.", f"Use one of: {', '.join(sorted(ROLES))}.")
        yield from _clock_faults(step, where)
        yield from _dead_end(step, where)


def _clock_faults(step: Step, where: str) -> Iterator[Problem]:
    clocks = {f"also.{name}": clock for name, clock in step.also.items()}
    if step.clock:
        clocks["clock"] = step.clock
    for key, clock in clocks.items():
        if clock.fault:
            yield _fault(where, f"steps.{step.id}.{key}", clock.fault, "Correct the clock.")
    if step.clock and Outcome.LAPSED not in step.then:
        key = f"steps.{step.id}.then"
        yield _fault(where, key, "A clock runs, but no step is named for 'lapsed'.", "Say what may follow.")
    if "interim_end" in step.also and step.may_end:
        what = "An interim measure must end in a decision, so 'no further action' may not follow it."
        yield _fault(where, f"steps.{step.id}.may_end", what, "Set may_end = false.")


def _dead_end(step: Step, where: str) -> Iterator[Problem]:
    if not step.then and not step.closes and not step.may_end:
        yield _fault(where, f"steps.{step.id}", "Nothing can follow this step.", "Name steps under `then`.")


def _unknown(policy: Policy, where: str, key: str, names: tuple[str, ...]) -> Iterator[Problem]:
    for name in names:
        if name not in policy.steps and name != NO_FURTHER_ACTION:
            known = ", ".join(policy.steps) or "none"
            yield _fault(where, key, f"There is no step '{name}'.", f"Known steps: {known}.")


def _unreachable(policy: Policy, where: str) -> Iterator[Problem]:
    """Steps that no conduct begins with and no outcome leads to."""
    seen: set[str] = set()
    todo = [name for conduct in policy.conduct.values() for name in conduct.first]
    while todo:
        name = todo.pop()
        if name in seen or name not in policy.steps:
            continue
        seen.add(name)
        todo += [follow for names in policy.steps[name].then.values() for follow in names]
    for name in policy.steps:
        if name not in seen:
            yield _fault(
                where,
                f"steps.{name}",
                "No conduct and no outcome leads to this step.",
                "Name it somewhere, or remove it.",
            )


def _fault(where: str, key: str, what: str, what_to_do: str) -> Problem:
    return Problem(where=f"{where}, {key}", what=what, what_to_do=what_to_do)
