"""The invariants: what no policy file can leave out or switch off. One table, for the check, each step and the docs.

A policy that breaks one is refused when it is read, and a step that breaks one is refused in every case, also in one
that was running when the policy was edited. docs/policy-invariants.md is made from it.
"""

from collections.abc import Iterator

from ...ground.errors import Problem
from . import hearing_invariants as hearing
from . import measure_invariants as measures
from .invariant import Broken, Invariant, Source
from .policy import Policy, Step
from .refusal import Refusal

REFUSED = "refused"
"""How most are met at load: the policy is refused with the file, the key and what to write."""
_SHAPE = "the step is refused until the policy is put right"

INVARIANTS = (
    Invariant(
        id="heard-first",
        says="While the answer-by date of a letter has not passed and the adult has not answered that very letter, no"
        " step is taken after which they are worse off. The refusal names the first day.",
        source=Source.HEARING,
        at_load="no key reaches it",
        at_step="decision, draft, approval, posting and `done` are refused",
    ),
    Invariant(
        id="asked-first",
        says="A case does not begin with a measure or an adverse action: the adult is asked something first.",
        source=Source.HEARING,
        at_load=REFUSED,
        at_step="refused until a letter that asks for an answer has reached the adult, or they have answered",
        of_policy=hearing.not_first,
    ),
    Invariant(
        id="time-to-answer",
        says="A letter that names a day for an answer has a clock.",
        source=Source.HEARING,
        at_load=REFUSED,
        at_step=_SHAPE,
        of_step=hearing.time_to_answer,
    ),
    Invariant(
        id="announced",
        says="A decision against the adult follows a notice of it that reached them and is not decided on yet.",
        source=Source.HEARING,
        at_load=REFUSED,
        at_step="refused without such a notice",
        of_step=hearing.announced,
    ),
    Invariant(
        id="adverse-fixed",
        says="Which letters leave the adult worse off is in the record of each letter; a policy cannot say otherwise.",
        source=Source.FAIRNESS,
        at_load="`adverse` at a letter is refused, and so is a record that calls one of ours harmless",
        at_step="the record is asked, whatever the policy says",
    ),
    Invariant(
        id="urgency-once",
        says="What takes effect before the adult was heard is not followed by the same again: it ends in a decision.",
        source=Source.HEARING,
        at_load=REFUSED,
        at_step="refused while the first one is not decided on",
        of_step=measures.not_again_at_once,
    ),
    Invariant(
        id="interim-end",
        says="What takes effect before the adult was heard lasts 28 days at most; the day of the decision is named.",
        source=Source.HEARING,
        at_load=REFUSED,
        at_step=_SHAPE,
        of_step=measures.interim_end,
    ),
    Invariant(
        id="settled",
        says="A notice ends in a decision; the one in the adult's favour is open after every answer. Silence settles"
        " nothing.",
        source=Source.HEARING,
        at_load=REFUSED,
        at_step="'no further action' is not offered, and the case does not close",
        of_step=measures.settled,
    ),
    Invariant(
        id="comments-reckoned",
        says="What a letter says of the adult's comments is calculated from their answers to that notice.",
        source=Source.HEARING,
        at_load=REFUSED,
        at_step="what is typed for it is refused",
        of_step=hearing.nothing_reckoned,
    ),
    Invariant(
        id="end-and-review",
        says="A measure has an end and a review date before it. The end may be something that has to happen first, but"
        " only with a review date beside it.",
        source=Source.REVIEW,
        at_load=REFUSED,
        at_step=_SHAPE,
        of_step=measures.ends_and_review,
    ),
    Invariant(
        id="way-out",
        says="At the review of a measure there is a step that ends it.",
        source=Source.REVIEW,
        at_load=REFUSED,
        at_step=_SHAPE,
        of_step=measures.way_out,
    ),
    Invariant(
        id="other-reviewer",
        says="Nobody who decided on a bar at any stage reviews it.",
        source=Source.REVIEW,
        at_load="a review that is none is refused; `signer` and `approver` of a real one give way to the rule",
        at_step="another person is asked; where nobody is left, the bar is not made longer",
        of_step=measures.own_reviewer,
    ),
    Invariant(
        id="ended-by-letter",
        says="A bar is ended by a letter that says so, not by an action.",
        source=Source.FAIRNESS,
        at_load=REFUSED,
        at_step=_SHAPE,
        of_step=measures.no_action_ends_it,
    ),
    Invariant(
        id="written-reasons",
        says="A letter about access says why there is a risk on the premises, what else was considered and whether a"
        " meeting was offered; a letter after legal advice, whose advice and when.",
        source=Source.ACCESS,
        at_load="the record asks for them, and neither policy nor record can take them away",
        at_step="the letter is not drafted without them",
    ),
    Invariant(
        id="provided-for",
        says="A measure is taken only where the governors' document provides for it.",
        source=Source.ACCESS,
        at_load=REFUSED,
        at_step="refused while the switch is off",
    ),
    Invariant(
        id="on-the-ladder",
        says="What leaves the adult worse off, or settles something, does not go out beside the ladder.",
        source=Source.FAIRNESS,
        at_load=REFUSED,
        at_step=_SHAPE,
        of_step=hearing.not_beside,
    ),
    Invariant(
        id="no-last-word",
        says="A case is not closed by a letter that the adult may still answer, or that leaves them worse off.",
        source=Source.FAIRNESS,
        at_load=REFUSED,
        at_step=_SHAPE,
        of_step=hearing.not_the_end,
    ),
    Invariant(
        id="own-letters",
        says="A letter of the school's own is guarded as ours are: it says whether it is adverse, one that sets a"
        " measure is, and a notice asks for comments.",
        source=Source.FAIRNESS,
        at_load=REFUSED,
        at_step="a step whose letter nobody described waits like a warning",
    ),
    Invariant(
        id="sheets",
        says="A sheet for the police, the authority or the platform goes to no adult, and an action sends no letter.",
        source=Source.PROMISE,
        at_load=REFUSED,
        at_step=_SHAPE,
        of_step=hearing.own_kind,
    ),
    Invariant(
        id="criticism",
        says="Criticism leads to the complaints procedure and to nothing above it.",
        source=Source.COMPLAINTS,
        at_load=REFUSED,
        at_step="every other step is refused, whatever menu names it",
        of_policy=hearing.criticism,
    ),
    Invariant(
        id="danger",
        says="Danger, child protection, an allegation about staff and a hold stop every letter.",
        source=Source.SAFEGUARDING,
        at_load="no key reaches it: unknown keys are refused",
        at_step="nothing is drafted, approved, decided or sent until somebody ends it by name",
    ),
    Invariant(
        id="duties-done",
        says="A case does not end while a required step is open or a measure is in force.",
        source=Source.PROMISE,
        at_load="a requirement of a step that is nowhere is refused",
        at_step="the end is refused; a duty is set aside by name only",
    ),
    Invariant(
        id="can-end",
        says="From every step there is a way to an end of the case.",
        source=Source.PROMISE,
        at_load=REFUSED,
        at_step="—",
        of_policy=hearing.can_end,
    ),
)


def broken_by(policy: Policy) -> Iterator[tuple[Invariant, Broken]]:
    """Every invariant that this policy breaks, with the place."""
    for one in INVARIANTS:
        if one.of_policy:
            yield from ((one, found) for found in one.of_policy(policy))
        for step in policy.steps.values():
            if one.of_step:
                yield from ((one, found) for found in one.of_step(policy, step))


def invariant_faults(policy: Policy, *, where: str) -> Iterator[Problem]:
    """The same as faults of a file; each place once."""
    said: set[tuple[str, str]] = set()
    for _, found in broken_by(policy):
        if (found.key, found.what) not in said:
            said.add((found.key, found.what))
            yield Problem(where=f"{where}, {found.key}", what=found.what, what_to_do=found.what_to_do)


def misshapen(policy: Policy, step: Step) -> Refusal | None:
    """Why this step may not be taken in any case, because the policy leaves out of it what no policy can; else None."""
    if policy.steps.get(step.id) is not step:
        return _misshapen(policy, step)
    if step.id not in policy.misshapen:
        policy.misshapen[step.id] = _misshapen(policy, step)
    return policy.misshapen[step.id]


def _misshapen(policy: Policy, step: Step) -> Refusal | None:
    for one in INVARIANTS:
        found = next(one.of_step(policy, step), None) if one.of_step else None
        if found:
            return Refusal(
                rule=f"{step.id} ({step.name}) may not be taken as the policy has it: {found.what}",
                source=f"{one.source} ({one.id})",
                satisfied_by=f"the policy put right at {found.key}: {found.what_to_do}",
            )
    return None
