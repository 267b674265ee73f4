"""What a letter says of the steps of a case: what has happened so far, and what the school may do next."""

from collections.abc import Iterator, Sequence
from datetime import date

from ...ground.english import uk_date
from ..cases.case import Case
from ..cases.hearing import UNSAID
from ..cases.places import is_out_of_place, places_of
from ..policies.conduct import Conduct
from ..policies.letters import Letters
from ..policies.policy import Policy, Step
from ..policies.telling import Seriousness, Telling
from ..policies.told_steps import least_of, telling_of, we_did, we_may
from ..words import Outcome, Switch, Where
from .place_fields import answer_words

RUNGS = 2
"""As many steps as a letter names as what may come: the next two that the policy permits."""
WROTE = "we wrote to you"
"""What is said of a letter that the policy does not know any more."""


def history(case: Case, policy: Policy) -> list[dict[str, str]]:
    """Earlier letters, actions and answers with their days, those of earlier cases too; never who reported.

    Each `what` fits behind "On Tuesday 10 November 2026": "we invited you to a meeting".
    """
    places = places_of(case, policy)
    rows = [*_taken(case, policy), *(_earlier(policy, told) for told in case.earlier.steps)]
    rows += [(one.on, answer_words(one.outcome, places)) for one in case.answers if one.outcome not in UNSAID]
    return [{"date": uk_date(day), "what": what} for day, what in sorted(rows)]


def _taken(case: Case, policy: Policy) -> Iterator[tuple[date, str]]:
    """The letters that the adult got, and of the actions those of which they may hear."""
    told: set[str] = set()
    for day, name in case.history:
        step = policy.steps.get(name)
        if case.was_posted(name):
            yield day, _letter_words(policy, name)
        elif step is not None and _may_hear(case, step, told) and we_did(step):
            yield day, we_did(step)
        told.add(name)


def _may_hear(case: Case, step: Step, told: set[str]) -> bool:
    """Whether the adult hears that this action was taken; of one that is looked at again, only of the first day."""
    if step.id in told and step.follow_up:
        return False
    telling = telling_of(step)
    agreed = any(one.step == step.id and one.may_tell for one in case.actions)
    return telling in {Telling.YES, Telling.AFTERWARDS} or (telling is Telling.AGREED and agreed)


def _letter_words(policy: Policy, name: str) -> str:
    step = policy.steps.get(name)
    return (we_did(step) if step else _of_record(policy.letters, name)) or WROTE


def _of_record(letters: Letters, name: str) -> str:
    record = letters.get(name)
    return record.we_did if record else ""


def _earlier(policy: Policy, told: str) -> tuple[date, str]:
    """A letter of an earlier case, from "2026-11-09 L1"."""
    day, _, name = told.partition(" ")
    return date.fromisoformat(day), f"{_letter_words(policy, name)} (in an earlier matter)"


def next_steps(case: Case, policy: Policy, step: Step, named: Sequence[Conduct]) -> list[str]:
    """The next two steps that the policy permits after this letter, as possibilities.

    Nothing about a post where there was none, nothing that the adult had already, and nothing that weighs more than
    the conduct that the letter names: the police only for grave conduct.
    """
    policy = policy.on(case.ladder)
    step = policy.steps.get(step.id, step)
    ids = step.may_follow(Outcome.CONTINUES) or step.may_follow(Outcome.REFUSED)
    steps = (policy.steps[name] for name in ids if name in policy.steps)
    weight = max((one.weight for one in named), key=lambda one: one.rank, default=Seriousness.MINOR)
    fitting = [
        one for one in steps if _may_come(case, policy, one, step) and _weighs(case, policy, one, weight)
    ]
    return list(dict.fromkeys(we_may(one) for one in fitting))[:RUNGS]


def _may_come(case: Case, policy: Policy, one: Step, after: Step) -> bool:
    """Whether it may be named, is about what was done, is new to the adult, and could be the very next."""
    nameable = telling_of(one).is_named_before and not one.closes and not one.aside and bool(we_may(one))
    known = case.was_done(one.id) or one.id == after.id
    free = not one.after or any(name == after.id or case.was_done(name) for name in one.after)
    return nameable and not known and free and not is_out_of_place(case, policy, one)


def _weighs(case: Case, policy: Policy, one: Step, weight: Seriousness) -> bool:
    """Whether the conduct is serious enough for a letter to name the step.

    Access to the site is named where something was done there, or where the conduct is grave: a post alone is no
    reason for it (DfE advice on access to school premises; ASCL, 2018).
    """
    about_access = one.record is not None and one.record.switch is Switch.SITE_ACCESS
    at_stake = Where.ON_SITE in places_of(case, policy) or weight is Seriousness.GRAVE
    return least_of(one).rank <= weight.rank and (at_stake or not about_access)
