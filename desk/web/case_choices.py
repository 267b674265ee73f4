"""What may be chosen in a form of a case, what it begins with, and what is said above it."""

from collections.abc import Iterator
from typing import Any

from ...ground.english import uk_date
from ...rules.cases.case import Case
from ...rules.cases.duties import duties
from ...rules.cases.hearing import posted_letters
from ...rules.policies.policy import StepKind
from ...rules.standing.options import options_now, step_name
from ...rules.standing.stops import leaving_letter
from .access import Right
from .case_fields import choices_of
from .case_words import letter_name
from .visiting import Visit


def choose(form: Any, here: Visit, case: Case, *, line: str = "") -> None:
    """Give the form what may be chosen in this case now, and what it begins with; `line`: the one to be corrected."""
    policy = here.school.policy
    names = set(form._fields)
    if {"step", "reason"} <= names:
        options = options_now(case, policy, here.today)
        form.step.choices = choices_of((one, step_name(policy, one)) for one in options)
        form.step.data = form.step.data or (options[0] if len(options) == 1 else None)
    elif "step" in names:
        sheets = names == {"step"}
        steps = [one for one in policy.steps.values() if one.kind is StepKind.ACTION]
        known = [(one.id, one.name) for one in steps if one.is_sheet or not sheets]
        form.step.choices = choices_of([("", "Choose one"), *known] if known else [])
        due = case.due.step if case.due else ""
        form.step.data = form.step.data or (due if any(due == key for key, _ in known) else "")
    if "letter" in names:
        _answered(form, here, case)
    if "line" in names and form.line.raw_data is None:
        form.line.data = line
    if "rule" in names:
        form.rule.choices = choices_of((one.id, one.says) for one in duties(case, policy) if one.step)
    if "conduct" in names:
        _triaged(form, here, case)


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
        said.append(f"{after} ended with “{str(case.trigger.outcome).replace('-', ' ')}”{summary}.")
    if name == "triage" and case.adult_name:
        said.append(f"The case is about {case.adult_name}.")
    if name == "take":
        said.append("You are dealing with it now. Drafting stays stopped until the alert is ended.")
    return said


def _about_letter(name: str, here: Visit, case: Case) -> Iterator[str]:
    letter = leaving_letter(case)
    if name not in {"posted", "not_posted"} or letter is None:
        return
    dated = f", dated {uk_date(letter.date_on_letter)}" if letter.date_on_letter else ""
    yield f"{letter_name(here.school, letter.letter)}, version {letter.version}{dated}, to {case.adult_name}."
