"""What the school's policy says, as a person reads it: whom it is about, its conduct, ladders, steps and notes."""

from collections.abc import Iterator
from typing import Any

from ..ground.english import listed
from ..rules.policies.conduct import Police
from ..rules.policies.ladder import Then
from ..rules.policies.outcome_words import OUTCOME_WORDS, RESULT_WORDS
from ..rules.policies.policy import Policy, Step
from ..rules.words import Outcome

POLICE = {
    Police.NO: "",
    Police.CONSIDER: "the police: somebody decides",
    Police.ALWAYS: "the police are always told",
}


def policy_view(policy: Policy) -> dict[str, Any]:
    """The policy as `policy show --json` gives it."""
    return {
        "id": policy.id,
        "title": policy.title,
        "version": policy.version,
        "about": list(dict.fromkeys(("parents", "carers", *policy.parent_includes)))
        if policy.parent_includes
        else [],
        "notes": list(policy.notes),
        "conduct": [
            {
                "id": one.id,
                "title": one.title,
                "clause": one.clause,
                "first": list(one.first),
                "ladder": listed(list(policy.ladders_of((one.id,)))),
                "police": str(one.police),
            }
            for one in policy.conduct.values()
        ],
        "ladders": [
            {
                "id": one.id,
                "title": one.title,
                "steps": [_step(step, one.then) for step in _shown(policy, one.id)],
            }
            for one in policy.ladders.values()
        ],
        "steps": [_step(step, {}) for step in policy.steps.values()],
        "answers": policy.answer_words(),
        "required": [{"rule": one.id, "says": one.says, "source": one.source} for one in policy.mandatory],
    }


def _shown(policy: Policy, ladder: str) -> Iterator[Step]:
    """The steps that go on in their own way on this ladder."""
    return (step for step in policy.on(ladder).steps.values() if step.id in policy.ladders[ladder].then)


def _step(step: Step, told: Any) -> dict[str, Any]:
    then: Then = told.get(step.id, step.then)
    return {
        "id": step.id,
        "name": step.name,
        "kind": str(step.kind),
        "letter": step.letter or (step.id if step.record else ""),
        "then": {name: list(names) for name, names in then.items()},
    }


def policy_lines(policy: Policy) -> Iterator[str]:
    """The same in words, a line each."""
    version = f", version {policy.version}" if policy.version else ""
    yield f"{policy.title}{version} ({policy.id})"
    if policy.parent_includes:
        yield f"It is about {listed(list(dict.fromkeys(('parents', 'carers', *policy.parent_includes))))}."
    for note in policy.notes:
        yield f"Note: {note}"
    yield "\nConduct"
    for conduct in policy.conduct.values():
        on = policy.ladders_of((conduct.id,))
        parts = (f"ladder {on[0]}" if on else "", POLICE[conduct.police])
        more = "".join(f"; {part}" for part in parts if part)
        yield f"  {conduct.id}: {conduct.title}; begins with {listed(list(conduct.first), 'or')}{more}"
    for ladder in policy.ladders.values():
        yield f"\nLadder {ladder.id}: {ladder.title}"
        for step in _shown(policy, ladder.id):
            yield from _step_lines(policy, step)
    yield "\nSteps, as they are by themselves" if policy.ladders else "\nSteps"
    for step in policy.steps.values():
        yield from _step_lines(policy, step)
    yield "\nAnswers of its own" if policy.outcomes else ""
    for own in policy.outcomes.values():
        yield f"  {own.id}: {own.title} (counts as '{own.counts_as}')"
    for rule in policy.mandatory:
        yield f"Required: {rule.says} ({rule.source})"


def _step_lines(policy: Policy, step: Step) -> Iterator[str]:
    sent = f", sends {step.letter}" if step.letter else ""
    yield f"  {step.id}: {step.name}{sent}"
    for name, names in step.then.items():
        follow = listed(list(names), "or") if names else "nothing; it stands"
        yield f"      {_answer_words(policy, name)}: {follow}"


def _answer_words(policy: Policy, name: str) -> str:
    own = policy.outcomes.get(name)
    if own:
        return own.title
    if name == Outcome.LAPSED:
        return "Nobody answers in time"
    known = {str(word): said for word, said in {**OUTCOME_WORDS, **RESULT_WORDS}.items()}
    return known.get(name, name)
