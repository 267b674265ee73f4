"""What no policy can leave out of a measure: its end, its review, its way out, and who does not review it."""

from collections.abc import Iterator

from ..words import Stage
from .invariant import Broken
from .policy import NO_FURTHER_ACTION, Policy, Step, StepKind

LONGEST_INTERIM = 28
"""Calendar days that a measure may last that took effect before anybody was heard."""


def ends_and_review(policy: Policy, step: Step) -> Iterator[Broken]:
    """A measure has a review date, and an end beside it: a day, or something that has to happen first."""
    del policy
    printed = _printed(step)
    if step.kind is not StepKind.LETTER or not {"ends_on", "review_by"} & printed:
        return
    if "review_by" not in step.also:
        what = "It sets a measure, and the policy says by when nobody looks at it again."
        if "ends_on" in step.needs:
            what = "Its end is something that has to happen, so it might never end; a review date is missing."
        do = "Write review_by = { half_way = true, weeks_before_end = 4 }"
        if "ends_on" not in step.also:
            do = 'Write review_by = { days = 30, unit = "school days" }'
        yield _of(step, "also", what, f"{do} below its `also`.")
    if "ends_on" in printed and "ends_on" not in {*step.also, *step.needs}:
        what = "It sets a measure, and the policy gives it no end."
        do = 'Write ends_on = { days = 60, unit = "school days" } below its `also`; or, where it ends with something'
        yield _of(step, "also", what, f'{do} that happens, needs = ["ends_on"] with a review date beside it.')
    yield from _review_in_time(step)


def _review_in_time(step: Step) -> Iterator[Broken]:
    review, end = step.also.get("review_by"), step.also.get("ends_on")
    if not review or not end or review.until or end.until or review.half_way:
        return
    if review.unit == end.unit and review.days > end.days:
        what = f"It is reviewed after {review.days} {review.unit} and ends after {end.days}: nothing is left to review."
        yield _of(step, "also.review_by", what, "Give a review date before the end.")


def interim_end(policy: Policy, step: Step) -> Iterator[Broken]:
    """What takes effect before the adult was heard ends soon, and the day of the decision is named."""
    del policy
    printed = _printed(step)
    if "interim_end" in printed and "interim_end" not in step.also:
        what = "It takes effect before the adult was heard, and the policy gives it no end."
        do = 'Write interim_end = { days = 10, unit = "school days", cap_days = 28 } below its `also`.'
        yield _of(step, "also", what, do)
    end = step.also.get("interim_end")
    if end and (end.cap_days or 0) > LONGEST_INTERIM:
        what = f"It could last {end.cap_days} calendar days before anybody was heard."
        yield _of(step, "also.interim_end", what, f"Write cap_days = {LONGEST_INTERIM} or fewer.")
    if step.is_stage(Stage.NOTICE) and "decision_by" in printed and "decision_by" not in step.also:
        what = "It promises a decision, and the policy names no day for it."
        yield _of(
            step, "also", what, 'Write decision_by = { days = 5, unit = "working days" } below its `also`.'
        )


def way_out(policy: Policy, step: Step) -> Iterator[Broken]:
    """At the review of a measure there is a step that ends it."""
    if step.kind is not StepKind.LETTER or not {"ends_on", "review_by"} & _printed(step):
        return
    lifting = policy.letters.lifting(step.id)
    ending = {one.id for one in policy.steps.values() if step.id in one.ends}
    if not {*lifting, *ending} & set(step.review):
        named = " or ".join(sorted((lifting | ending) & policy.steps.keys()))
        do = f'Name {named or "a step that ends it"} below its `review`; an action ends it with ends = ["{step.id}"].'
        what = "Nothing at its review could end the measure."
        yield _of(step, "review", what if step.review else "A review date, but no step for the review.", do)


def own_reviewer(policy: Policy, step: Step) -> Iterator[Broken]:
    """At the review of a bar whatever upholds it is a review, which no earlier decider makes."""
    if step.record is None or step.record.stage is None:
        return
    for name in step.review:
        other = policy.steps.get(name)
        if other and other.is_adverse and not other.is_stage(Stage.REVIEW):
            what = f"At the review of {step.id}, {name} would let whoever decided on it review themselves."
            reviews = [one.id for one in policy.letters if one.stage is Stage.REVIEW and step.id in one.ends]
            yield _of(step, "review", what, f"Name {' or '.join(reviews) or 'a review'} in its place.")


def settled(policy: Policy, step: Step) -> Iterator[Broken]:
    """A notice ends in a decision, and the one in the adult's favour is open after every answer."""
    if not step.is_stage(Stage.NOTICE):
        return
    if step.may_end or any(NO_FURTHER_ACTION in names for names in step.then.values()):
        what = "What it announced must end in a decision, so 'no further action' may not follow it."
        yield _of(step, "may_end", what, "Set may_end = false, and no 'none'.")
    lifting = policy.letters.lifting(step.id)
    for outcome, names in step.then.items():
        if names and not lifting & set(names):
            what = f"After '{outcome}' no step would decide for the adult."
            named = " or ".join(sorted(lifting)) or "a letter that settles it and is not adverse"
            yield _of(step, f"then.{outcome}", what, f"Name {named} there too.")


def not_again_at_once(policy: Policy, step: Step) -> Iterator[Broken]:
    """What took effect before anybody was heard is not followed by the same again."""
    if not step.is_urgent:
        return
    urgent = {one.id for one in policy.steps.values() if one.is_urgent}
    for outcome, names in step.then.items():
        for name in sorted(urgent & set(names)):
            what = f"After '{outcome}' the adult could be kept out again by {name} without a decision."
            yield _of(step, f"then.{outcome}", what, f"Remove {name}: it ends in a decision.")


def no_action_ends_it(policy: Policy, step: Step) -> Iterator[Broken]:
    """A bar is ended by a letter that says so, not by an action that the adult may never hear of."""
    for name in step.ends:
        record = policy.letters.get(name)
        if record and record.stage is not None:
            what = f"{name} is settled by a letter to the adult, not by an action."
            do = f"Remove it; {' or '.join(sorted(policy.letters.ending(name))) or 'a decision'} settles it."
            yield _of(step, "ends", what, do)


def _printed(step: Step) -> frozenset[str]:
    """The fields that its letter prints for certain."""
    asked = step.record.must_print if step.record else frozenset[str]()
    return asked | step.also.keys() | set(step.needs)


def _of(step: Step, key: str, what: str, what_to_do: str) -> Broken:
    return Broken(key=f"steps.{step.id}.{key}", what=what, what_to_do=what_to_do)
