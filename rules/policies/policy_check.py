"""What is wrong with a policy as a whole: steps that lead nowhere, letters nobody wrote, clocks that cannot run."""

import re
from collections.abc import Iterator

from ...ground.errors import Problem
from ...ground.values import replace
from ..words import Outcome, Stage, Switch
from .answer_check import answer_faults
from .conduct import POLICE_RULES, Police
from .invariants import invariant_faults
from .ladders import ladder_faults
from .letters import Letters
from .policy import NO_FURTHER_ACTION, Policy, Step, StepKind
from .told_steps import telling_faults

MEASURE = frozenset({"ends_on", "review_by", "interim_end"})
"""Dates that a letter prints when it sets a measure."""

UNTIL = frozenset({"ends_on", "review_by"})

STEP_ID = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,39}")


def faults_of(policy: Policy, *, where: str) -> list[Problem]:
    """Every fault of the policy at once, each with its key."""
    return [
        *_conduct_faults(policy, where),
        *ladder_faults(policy, where),
        *answer_faults(policy, where),
        *_step_faults(policy, where),
        *telling_faults(policy, where),
        *_mandatory_faults(policy, where),
        *_switch_faults(policy, where),
        *_unreachable(policy, where),
        *invariant_faults(policy, where=where),
    ]


def _conduct_faults(policy: Policy, where: str) -> Iterator[Problem]:
    if POLICE_RULES & {rule.id for rule in policy.mandatory}:
        what = f"The ids {' and '.join(sorted(POLICE_RULES))} are kept for what `police` of a kind of conduct asks."
        yield _fault(where, "mandatory", what, "Give the rule another id.")
    if not policy.conduct:
        yield _fault(
            where, "conduct", "The policy does not name any conduct.", "Add at least one [conduct.ID] table."
        )
    for conduct in policy.conduct.values():
        key = f"conduct.{conduct.id}.first"
        if not conduct.first:
            yield _fault(where, key, "It gives no first step.", "Name the step the policy begins with.")
        yield from _unknown(policy, where, key, conduct.first)
        if conduct.police is not Police.NO and not policy.police_step:
            what = f'police = "{conduct.police}", and the policy has no step by which the police are told.'
            do = 'Add [steps.X3] with kind = "action", or an action of your own with tells_police = true.'
            yield _fault(where, f"conduct.{conduct.id}.police", what, do)
        if conduct.criticism and not (len(conduct.first) == 1 and policy.is_signpost(conduct.first[0])):
            what = "Criticism leads to the complaints signpost only."
            yield _fault(where, key, what, f'Write first = ["{policy.signpost}"], or criticism = false.')
    yield from _unknown(policy, where, "repeat_first", policy.repeat_first)


def _step_faults(policy: Policy, where: str) -> Iterator[Problem]:
    for step in policy.steps.values():
        key = f"steps.{step.id}"
        yield from _letter_faults(policy.letters, step, where)
        yield from _unknown(policy, where, f"{key}.after", step.after)
        for said, then in _said_of(policy, step):
            for outcome, names in said.then.items():
                yield from _unknown(policy, where, f"{then}.{outcome}", names)
        yield from _unknown(policy, where, f"{key}.review", step.review)
        yield from _unknown(policy, where, f"{key}.ends", step.ends)
        yield from _kind_faults(step, where)
        yield from _clock_faults(step, where)
        for said, key in _said_of(policy, step):
            yield from _end_faults(said, where, key)


def as_said(policy: Policy) -> Iterator[tuple[Step, str]]:
    """Each step as it goes on by itself, and on each ladder that says how; with the key of its `then`."""
    return (said for step in policy.steps.values() for said in _said_of(policy, step))


def _said_of(policy: Policy, step: Step) -> Iterator[tuple[Step, str]]:
    """The step as it is by itself, and on each ladder that says how it goes on there; with the key of its `then`.

    What it says itself counts only where some case is led by it.
    """
    ladders = [one for one in policy.ladders.values() if step.id in one.then]
    if step.then or len(ladders) < max(1, len(policy.ladders)):
        yield step, f"steps.{step.id}.then"
    for one in ladders:
        yield replace(step, then=one.then[step.id]), f"ladders.{one.id}.then.{step.id}"


def _letter_faults(letters: Letters, step: Step, where: str) -> Iterator[Problem]:
    """A letter without a record, one used for what it is not, and fields that are nowhere."""
    key = f"steps.{step.id}"
    yield from _copy_faults(letters, step, where)
    if step.kind is StepKind.LETTER and step.record is None and not step.letter:
        known = ", ".join(sorted(one.id for one in letters if not one.sheet))
        do = f"Use one of: {known}. For a letter of your own, write its record into letter_templates/letters.toml."
        yield _fault(where, key, "There is no letter of this id.", do)
    if step.kind is StepKind.LETTER and step.record is not None:
        yield from _own_letter_faults(step, where)
    for name in dict.fromkeys((*step.needs, *step.also)):
        if name not in letters.fields:
            what = f"There is no field '{name}'."
            yield _fault(
                where, key, what, "`templates` lists the fields; declare one of your own in letters.toml."
            )


def _copy_faults(letters: Letters, step: Step, where: str) -> Iterator[Problem]:
    """An id that cannot be typed, and a letter under another id that is nowhere, or whose place is taken."""
    key = f"steps.{step.id}"
    if not STEP_ID.fullmatch(step.id):
        do = "Use letters, figures and hyphens, at most 40: second-warning."
        yield _fault(where, key, "This cannot be the id of a step.", do)
    if not step.letter:
        return
    key = f"{key}.letter"
    sent, known = letters.get(step.letter), letters.get(step.id)
    if sent is None or sent.copy_of:
        names = ", ".join(one.id for one in letters if not one.copy_of)
        yield _fault(where, key, f"There is no letter or sheet '{step.letter}'.", f"Use one of: {names}.")
    elif step.letter == step.id:
        yield _fault(where, key, "A step sends the letter of its own id.", "Remove the key.")
    elif known is not None and not known.copy_of:
        what = (
            f"{step.id} is the id of another letter ({known.name}), so the log would not tell the two apart."
        )
        yield _fault(where, key, what, "Give the step an id of its own, such as second-warning.")


def _own_letter_faults(step: Step, where: str) -> Iterator[Problem]:
    """A school's own letter that does what our letters about access or a measure do is guarded as they are."""
    record = step.record
    if record is None or not record.own:
        return
    if step.site_access and record.switch is not Switch.SITE_ACCESS:
        what = "A step about access to the site needs a letter about it."
        do = f'Write switch = "site_access" for {step.id} in letters.toml, or remove site_access here.'
        yield _fault(where, f"steps.{step.id}.site_access", what, do)
    if MEASURE & step.also.keys() and not record.adverse:
        what = "A letter that sets a measure leaves the adult worse off, so they are heard before it."
        do = f"Write adverse = true for {step.id} in letters.toml, or remove its end and review dates here."
        yield _fault(where, f"steps.{step.id}.also", what, do)


def _kind_faults(step: Step, where: str) -> Iterator[Problem]:
    """Keys that only make sense for a letter, or only for an action."""
    key = f"steps.{step.id}"
    if step.kind is StepKind.LETTER and (step.follow_up or step.ends):
        yield _fault(
            where, key, "`follow_up` and `ends` are for actions.", 'Write kind = "action", or remove them.'
        )
    if step.kind is StepKind.LETTER and step.tells_police:
        what = "`tells_police` is for actions; a letter goes to the adult."
        yield _fault(where, key, what, 'Write kind = "action", or remove it.')
    if step.kind is StepKind.LETTER and step.adverse:
        what = "`adverse` is for actions; a letter's own record says whether it is, so that nobody is passed over."
        yield _fault(where, key, what, "Remove it.")
    if step.kind is StepKind.ACTION and (step.clock or step.also or step.closes or step.aside):
        what = "`clock`, `also`, `closes` and `aside` are for letters."
        yield _fault(where, key, what, "Use `follow_up` for the day on which an action is looked at again.")
    if step.kind is StepKind.LETTER and step.doer:
        what = "`doer` is for actions; a letter has `signer` and `approver`."
        yield _fault(where, f"{key}.doer", what, 'Write kind = "action", or remove it.')
    if step.reviewer and not step.review:
        what = "`reviewer` decides when a review date comes, and this step has no review."
        yield _fault(
            where, f"{key}.reviewer", what, "Name the steps that may follow under `review`, or remove it."
        )


def _mandatory_faults(policy: Policy, where: str) -> Iterator[Problem]:
    ids = [rule.id for rule in policy.mandatory]
    for rule in policy.mandatory:
        key = f"mandatory.{rule.id}"
        if ids.count(rule.id) > 1:
            yield _fault(where, key, "Two rules have this id.", "Give each its own.")
        yield from _unknown(policy, where, f"{key}.step", (rule.step,) if rule.step else ())
        yield from _unknown(policy, where, f"{key}.before", rule.before)
        if rule.before and not rule.step:
            what = "Steps wait for this rule, and no step fulfils it."
            yield _fault(where, f"{key}.before", what, "Write the step that does under `step`.")
        if rule.step and rule.step in rule.before:
            what = f"{rule.step} would wait for itself."
            yield _fault(where, f"{key}.before", what, "Remove it from the list.")
        for name in rule.conduct:
            if name not in policy.conduct:
                known = ", ".join(policy.conduct)
                yield _fault(where, f"{key}.conduct", f"There is no conduct '{name}'.", f"Known: {known}.")


def _switch_faults(policy: Policy, where: str) -> Iterator[Problem]:
    """A measure needs its switch, and a switch that is on needs its letter."""
    for switch in Switch:
        letters = policy.letters.switched(switch)
        there = sorted(letters & policy.steps.keys())
        if there and not policy.says(switch):
            what = f"The policy has the step {there[0]}, but does not say that it provides for it."
            yield _fault(
                where, switch, what, f"Write {switch} = true if the policy does, or remove the step."
            )
        if policy.says(switch) and not there:
            named = " or ".join(sorted(letters))
            yield _fault(where, switch, f"It is on, but there is no step {named}.", "Add the step.")


def _clock_faults(step: Step, where: str) -> Iterator[Problem]:
    clocks = {f"also.{name}": clock for name, clock in step.also.items()}
    if step.clock:
        clocks["clock"] = step.clock
    for place, look in enumerate(step.follow_up, start=1):
        clocks[f"follow_up.{place}"] = look
    for key, clock in clocks.items():
        if clock.until and key.removeprefix("also.") not in UNTIL:
            what = f"`until` is for {' and '.join(sorted(UNTIL))}, which count from the start of a measure."
            yield _fault(where, f"steps.{step.id}.{key}", what, "Write days and unit.")
        if clock.half_way and (key != "also.review_by" or "ends_on" not in step.also):
            what = "`half_way` is for `review_by` of a measure with `ends_on`: the middle from start to end."
            yield _fault(
                where, f"steps.{step.id}.{key}", what, "Write days and unit, or give it an `ends_on`."
            )
        if clock.fault:
            yield _fault(where, f"steps.{step.id}.{key}", clock.fault, "Correct the clock.")


def _end_faults(step: Step, where: str, key: str) -> Iterator[Problem]:
    """A clock whose silence leads nowhere, an interim measure that could be left standing, a step that is the end."""
    if step.clock and Outcome.LAPSED not in step.then:
        do = "Say what may follow; lapsed = [] where silence is fine and nothing follows from it."
        yield _fault(where, key, "A clock runs, but no step is named for 'lapsed'.", do)
    if "appeal_by" in step.also and Outcome.APPEALS not in step.then:
        what = "It gives time to appeal, and names nothing that follows an appeal."
        yield _fault(where, key, what, "Name the step under appeals, such as the action that hears it.")
    if step.clock and step.silence_is_fine and (step.is_stage(Stage.NOTICE) or "interim_end" in step.also):
        what = "Silence on a notice is no end: what it announced is still to be decided."
        yield _fault(where, key, what, "Name the decisions under 'lapsed'.")
    if not any(step.then.values()) and not step.closes and not step.may_end:
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
    todo += [*policy.repeat_first, *(rule.step for rule in policy.mandatory)]
    if any(one.police is not Police.NO for one in policy.conduct.values()):
        todo.append(policy.police_step)
    while todo:
        name = todo.pop()
        if name in seen or name not in policy.steps:
            continue
        seen.add(name)
        said = [step.then for step, _ in _said_of(policy, policy.steps[name])]
        todo += [follow for then in said for names in then.values() for follow in names]
        todo += policy.steps[name].review
    for name in policy.steps:
        if name not in seen:
            yield _fault(
                where,
                f"steps.{name}",
                "No conduct or outcome leads to this step.",
                "Refer to it somewhere, or remove it.",
            )


def _fault(where: str, key: str, what: str, what_to_do: str) -> Problem:
    return Problem(where=f"{where}, {key}", what=what, what_to_do=what_to_do)
