"""What no policy can leave out of a hearing: time to answer, notice before a decision, and criticism left alone."""

from collections.abc import Iterator

from ..words import Deed, Stage
from .invariant import Broken
from .policy import NO_FURTHER_ACTION, Policy, Step, StepKind


def time_to_answer(policy: Policy, step: Step) -> Iterator[Broken]:
    """A letter that names a day for an answer has a clock."""
    del policy
    if step.kind is not StepKind.LETTER or step.record is None or step.is_sheet or step.clock:
        return
    if "answer_by" in step.record.must_print:
        what = "It names a day for the adult's answer, and the policy gives no time for one."
        if step.is_stage(Stage.NOTICE):
            what = "A notice asks for comments, and its step gives no time for them."
        yield _of(step, "clock", what, 'Give it a clock: { days = 10, unit = "working days" }.')


def own_kind(policy: Policy, step: Step) -> Iterator[Broken]:
    """A sheet is for an action, and a letter to the adult is for none."""
    del policy
    if step.kind is StepKind.LETTER and step.is_sheet:
        what = f"{step.id} is a sheet for another body or the case file, and goes to no adult."
        yield _of(step, "kind", what, 'Write kind = "action".')
    if step.kind is StepKind.ACTION and step.record is not None and not step.is_sheet:
        what = f"{step.id} is a letter to the adult, which an action does not send."
        yield _of(step, "kind", what, 'Write kind = "letter", or give the action another id.')


def not_beside(policy: Policy, step: Step) -> Iterator[Broken]:
    """What leaves the adult worse off, or settles something, goes out on the ladder and not beside it."""
    del policy
    if step.aside and (step.is_adverse or (step.record and step.record.stage is not None)):
        what = "It would go out beside the ladder, where no answer to it is awaited and no measure is kept in mind."
        yield _of(step, "aside", what, "Remove it.")


def not_the_end(policy: Policy, step: Step) -> Iterator[Broken]:
    """A case does not end with a letter that the adult may still answer, or that leaves them worse off."""
    del policy
    if step.closes and (step.is_adverse or step.clock or step.is_stage(Stage.NOTICE)):
        what = "The case would be closed before the adult could answer this letter."
        yield _of(step, "closes", what, "Remove it, and let a closing letter such as Z1 follow.")


def nothing_reckoned(policy: Policy, step: Step) -> Iterator[Broken]:
    """What letters say of comments is calculated from the log; nobody can be made to type it."""
    for name in step.needs:
        source = policy.letters.field(name).comes_from
        if source:
            what = f"{name} cannot be typed in: it comes from {source}."
            yield _of(step, "needs", what, f"Remove {name}.")


def not_first(policy: Policy) -> Iterator[Broken]:
    """A case begins with nothing that takes effect before the adult was asked."""
    begins = {f"conduct.{one.id}.first": one.first for one in policy.conduct.values()}
    begins["repeat_first"] = policy.repeat_first
    for key, names in begins.items():
        for name in names:
            step = policy.steps.get(name)
            if step and is_unheard(step) and (step.record or step.kind is StepKind.ACTION):
                what = f"{name} would take effect before the adult was asked anything."
                do = "Begin with a letter that asks for an answer, and let it follow that one."
                yield Broken(key=key, what=what, what_to_do=do)


def is_unheard(step: Step) -> bool:
    """Whether the adult is worse off after it and it asks for no answer itself; a sheet goes to those who protect."""
    return step.is_adverse and not step.clock and not step.is_sheet


def announced(policy: Policy, step: Step) -> Iterator[Broken]:
    """A decision against the adult has a notice in the policy that may lead to it."""
    if step.record is None or not (step.is_stage(Stage.DECISION) and step.is_adverse):
        return
    notices = [name for name in step.record.ends if policy.letters.is_notice(name)]
    there = [policy.steps[name] for name in notices if name in policy.steps]
    if not any(step.id in names for one in there for names in one.then.values()):
        what = f"It decides on what no notice announces: no step {' or '.join(notices)} leads to it."
        do = f"Add a step {' or '.join(notices)} with {step.id} below its `then`."
        yield Broken(key=f"steps.{step.id}", what=what, what_to_do=do)


def criticism(policy: Policy) -> Iterator[Broken]:
    """Criticism is nothing but criticism, and what follows its signpost leaves nobody worse off."""
    for one in policy.conduct.values():
        if not one.criticism and any(deed is Deed.CRITICISM for deed, _ in one.deeds):
            what = "It treats criticism of the school or its staff as misconduct."
            do = f'Write criticism = true and first = ["{policy.signpost}"]; other words are another kind of conduct.'
            yield Broken(key=f"conduct.{one.id}.criticism", what=what, what_to_do=do)
    step = policy.steps.get(policy.signpost)
    for outcome, names in step.then.items() if step else ():
        for name in names:
            if (follows := policy.steps.get(name)) and follows.is_adverse:
                what = f"After the complaints procedure was named, {name} would be held against a complaint."
                yield Broken(
                    key=f"steps.{step.id}.then.{outcome}" if step else "",
                    what=what,
                    what_to_do=f"Remove {name}.",
                )


def can_end(policy: Policy) -> Iterator[Broken]:
    """From every step there is a way to an end of the case."""
    ends = {one.id for one in policy.steps.values() if one.closes or one.may_end}
    ends |= {
        one.id
        for one in policy.steps.values()
        if any(NO_FURTHER_ACTION in names for names in one.then.values())
    }
    grown = True
    while grown:
        more = {one.id for one in policy.steps.values() if ends & _after(one)} - ends
        grown = bool(more)
        ends |= more
    for name, step in policy.steps.items():
        if name not in ends and not step.aside:
            what = "A case that comes here can never be closed: nothing that follows ends it."
            do = "Let a closing letter follow (closes = true), or write may_end = true."
            yield Broken(key=f"steps.{name}.may_end", what=what, what_to_do=do)


def _after(step: Step) -> set[str]:
    return {name for names in step.then.values() for name in names} | set(step.review)


def _of(step: Step, key: str, what: str, what_to_do: str) -> Broken:
    return Broken(key=f"steps.{step.id}.{key}", what=what, what_to_do=what_to_do)
