"""Fields that a person supplies for a letter: looked at before anything is written, so that a slip costs nothing."""

from collections.abc import Mapping

from ..ground.errors import CalendarEnds, Problem, Refused, WrongUsage
from ..rules.cases.case import LANGUAGE, Case
from ..rules.cases.case_changes import with_fields_given
from ..rules.cases.events import FieldsGiven
from ..rules.cases.more_time import FIELD, more_time
from ..rules.letters.given_check import wrong_fields
from ..rules.letters.letter_dates import dates_of
from ..rules.policies.policy import Step
from .office import Office


def check_fields(office: Office, case: Case, letter: str, fields: Mapping[str, str]) -> None:
    """Look at these fields before they are logged.

    Raises:
        WrongUsage: this letter has no such field, nobody may type it, or its value is not possible; nothing was done.
    """
    step = office.school.policy.steps.get(letter)
    if step is None or not fields:
        return
    printed = office.word.fields_of(office.template(letter))
    problems = wrong_fields(
        office.school.policy.letters, step, fields, printed=printed, today=office.clock.today()
    )
    problems += _wrong_dates(office, with_fields(case, letter, fields), step, fields)
    if problems:
        raise WrongUsage(*problems)


def with_fields(case: Case, letter: str, fields: Mapping[str, str]) -> Case:
    """The case as it would stand with these fields; nothing is logged."""
    for one in given_lines(letter, fields):
        case = with_fields_given(case, one.letter, one.fields, case.last_seq + 1)
    return case


def given_lines(letter: str, fields: Mapping[str, str]) -> list[FieldsGiven]:
    """What is to be logged of these fields: those of this letter, and what holds for all letters of the case."""
    own = {name: text for name, text in fields.items() if name != LANGUAGE}
    every = {name: text for name, text in fields.items() if name == LANGUAGE}
    lines = [FieldsGiven(letter=letter, fields=own)] if own or not every else []
    return [*lines, *([FieldsGiven(letter="", fields=every)] if every else [])]


def _wrong_dates(office: Office, case: Case, step: Step, fields: Mapping[str, str]) -> list[Problem]:
    """Dates that cannot be read, have passed, or would leave the adult too little time."""
    found: list[Problem] = []
    letters = office.school.policy.letters
    try:
        if fields.keys() & {*step.also, "starts_on"}:
            dates_of(step, office.school, office.clock.today(), case.given(step.id, letters))
        if FIELD in fields:
            more_time(case, step.id, letters)
    except Refused as refusal:
        found += refusal.problems
    except CalendarEnds:
        pass  # not the fault of what was typed; the draft says so
    return found
