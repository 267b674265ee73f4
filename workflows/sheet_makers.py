"""Who made a sheet, and whom at the school its reader is to ask."""

from collections.abc import Iterator

from ..ground.english import uk_date
from ..rules.cases.case import Case
from ..rules.cases.events import DecisionMade, FieldsGiven
from ..rules.cases.hidden import why_hidden
from ..rules.letters.letter_fields import given_fields
from ..rules.people.acting import Actor, actors_named
from ..rules.people.school import DEPUTY, DSL, Person
from ..rules.policies.policy import Step
from .office import RULES, Office


def sheet_block(office: Office, case: Case, step: Step, *, by: str) -> dict[str, object]:
    """The fields of a sheet that tell who completed it, on which day, and whom to ask; none for a letter.

    Args:
        office: the school.
        case: the case.
        step: what the sheet is for.
        by: whoever asked for it; where the round writes it, who decided on it or wrote its details last is meant.
    """
    record = step.record
    if record is None or not record.sheet:
        return {}
    block: dict[str, object] = {"letter_date": uk_date(office.clock.today())}
    if maker := _maker(office, case, step.id, by):
        block |= {
            "signer_name": maker.name,
            "signer_role": maker.title or "Member of staff",
            "signature": b"",
        }
    if person := _to_ask(office, case, record.contact):
        block |= {
            "contact_name": person.name,
            "contact_role": person.role,
            "contact_phone": office.school.letterhead.phone,
            "contact_email": person.email,
        }
    given = given_fields(office.school.policy.letters, case.given(step.id, office.school.policy.letters))
    return {name: value for name, value in block.items() if name not in given}


def _maker(office: Office, case: Case, step: str, by: str) -> Actor | None:
    register = office.people.read()
    for typed in (by, *_who_worked_on_it(office, case, step)):
        found = actors_named(typed, office.school, register)
        if typed != RULES and len(found) == 1:
            return found[0]
    return None


def _who_worked_on_it(office: Office, case: Case, step: str) -> Iterator[str]:
    """The people who supplied its details or decided on it, the last one first."""
    for entry in reversed(office.cases.read(case.ref)):
        match entry.event:
            case FieldsGiven(letter=letter) if letter == step:
                yield entry.by
            case DecisionMade(step=chosen, person=person) if chosen == step:
                yield person or entry.by
            case _:
                pass


def _to_ask(office: Office, case: Case, role: str) -> Person | None:
    """Who holds the role, or the deputy of a DSL who is too near to the case; None for the school's usual contact."""
    people, register = office.school.people, office.people.read()
    asked = (role, DEPUTY) if role == DSL else (role,)
    held = [people[one] for one in asked if one in people]
    return next((one for one in held if not why_hidden(case, one, office.school, register)), None)
