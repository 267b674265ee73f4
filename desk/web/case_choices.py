"""What may be chosen in a form of a case, what it begins with, and what is said above it."""

from collections.abc import Iterator
from typing import Any

from ...ground.english import uk_date
from ...rules.cases.case import Case, Trigger
from ...rules.cases.duties import duties
from ...rules.cases.hearing import posted_letters
from ...rules.cases.on_ladder import choice_words
from ...rules.people.rights import Right
from ...rules.policies.outcome_words import RESULT_WORDS
from ...rules.policies.policy import Mandatory, Policy, StepKind
from ...rules.standing.options import options_now, step_name
from ...rules.standing.stops import leaving_letter
from .case_fields import choices_of
from .case_words import actions_of, consultations_of, letter_name, may_decide
from .visiting import Visit


def choose(form: Any, here: Visit, case: Case, *, line: str = "") -> None:
    """Give the form what may be chosen in this case now, and what it begins with; `line`: the one to be corrected."""
    policy = here.school.policy
    names = set(form._fields)
    if {"step", "reason"} <= names:
        options = [one for one in options_now(case, policy, here.today) if may_decide(here, case, one)]
        form.step.choices = choices_of((one, step_name(policy, one)) for one in options)
        form.step.data = form.step.data or (options[0] if len(options) == 1 else None)
    elif {"asked", "result"} <= names:
        roles = here.school.people
        form.asked.choices = [
            (f"{step.id} {role}", f"{step.name}: {roles[role].name} ({role})")
            for step, role in consultations_of(here, case)
        ]
    elif "step" in names:
        sheets = names == {"step"}
        every = [one for one in policy.steps.values() if one.kind is StepKind.ACTION]
        steps = [one for one in every if one.is_sheet] if sheets else actions_of(here, case)
        known = [(one.id, one.name) for one in steps]
        form.step.choices = choices_of([("", "Choose one"), *known] if known else [])
        due = case.due.step if case.due else ""
        form.step.data = form.step.data or (due if any(due == key for key, _ in known) else "")
    if {"step", "result"} <= names:
        _heard(form, policy)
    if "letter" in names:
        _answered(form, here, case)
    if "line" in names and form.line.raw_data is None:
        form.line.data = line
    if "rule" in names:
        form.rule.choices = choices_of((one.id, _set_aside(one)) for one in duties(case, policy) if one.step)
    if {"outcome", "channel"} <= names:
        form.outcome.choices = choices_of(policy.answer_words().items())
    if "conduct" in names:
        _triaged(form, here, case)


def _set_aside(rule: Mandatory) -> str:
    """What it means to set this aside: of a question, that it is answered with no."""
    return f"{rule.says} The answer is no, for the reason below." if rule.asks else rule.says


def _heard(form: Any, policy: Policy) -> None:
    """How an appeal ended is asked only where the policy has an action that hears one."""
    ends = {name for one in policy.steps.values() if one.hears_appeals for name in one.then}
    if not ends:
        del form.result
        return
    known = [(str(name), words) for name, words in RESULT_WORDS.items() if name in ends]
    form.result.choices = [("", "No appeal was heard"), *known]
    form.result.data = form.result.data or ""


def _answered(form: Any, here: Visit, case: Case) -> None:
    """The letters that an answer may be to, the last one first; where there is one at most nobody is asked."""
    sent = sorted(posted_letters(case), key=lambda one: -one.seq)
    if len(sent) < 2:
        del form.letter
        return
    form.letter.choices = [
        (one.letter, f"{letter_name(here.school, one.letter)}, of {uk_date(one.posted_on)}")
        for one in sent
        if one.posted_on
    ]
    last = case.last_posted
    form.letter.data = form.letter.data or (last.letter if last else None)


def _triaged(form: Any, here: Visit, case: Case) -> None:
    policy = here.school.policy
    form.conduct.choices = choices_of((name, one.title) for name, one in policy.conduct.items())
    if len(policy.ladders) < 2:
        del form.ladder
    else:
        said = "As the conduct says" if case.ladder == "" else f"As it is: {case.ladder}"
        form.ladder.choices = choices_of(
            [("", said), *((one.id, one.title) for one in policy.ladders.values())]
        )
        form.ladder.data = form.ladder.data or ""
    if case.alerted and Right.CLEAR not in here.rights:
        del form.clear
    if form.adult.raw_data is not None:
        return
    form.adult.data = case.adult
    form.pupils.data = ", ".join(case.pupils)
    form.conduct.data = list(case.conduct)
    form.alternate.data = case.alternate


def about(name: str, here: Visit, case: Case) -> list[str]:
    """What is said above a form, a sentence each."""
    said = list(_about_letter(name, here, case))
    if name == "decide" and case.trigger:
        summary = f": {case.trigger.summary}" if case.trigger.summary else ""
        after = letter_name(here.school, case.trigger.after)
        said.append(f"{after} ended with “{answer_said(here.school.policy, case.trigger)}”{summary}.")
    if name == "decide":
        said += [f"The policy notes: {note}" for note in here.school.policy.notes]
    if name == "triage" and case.between:
        said.append(f"{choice_words(case, here.school.policy).capitalize()}.")
    if name == "triage" and case.adult_name:
        said.append(f"The case is about {case.adult_name}.")
    if name == "take":
        said.append("You are dealing with it now. Drafting stays stopped until the alert is ended.")
    return said


def answer_said(policy: Policy, trigger: Trigger) -> str:
    """How a step ended, in words: the title of the policy's own answer, or our word without its hyphens."""
    own = policy.outcomes.get(trigger.own)
    return own.title if own else str(trigger.outcome).replace("-", " ")


def _about_letter(name: str, here: Visit, case: Case) -> Iterator[str]:
    letter = leaving_letter(case)
    if name not in {"posted", "not_posted"} or letter is None:
        return
    dated = f", dated {uk_date(letter.date_on_letter)}" if letter.date_on_letter else ""
    yield f"{letter_name(here.school, letter.letter)}, version {letter.version}{dated}, to {case.adult_name}."
