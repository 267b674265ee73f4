"""A suggestion in words for the office: who may be meant, and why."""

from ..mails.mail_log import Suggestion
from ..people.people import Adult, PeopleRegister


def describe(adult: Adult, register: PeopleRegister) -> str:
    """An adult in words for the office: "Mr Gavin Stott, father of Mason Stott 5A"."""
    children = [
        f"{adult.relationships[pupil.pupil_id].lower() or 'adult'} of {pupil.full_name} {pupil.school_class}".strip()
        for pupil in register.pupils_of(adult.person_id)
    ]
    return ", ".join([adult.full_name, " and ".join(children)]) if children else adult.full_name


def suggestion(adult: Adult, register: PeopleRegister, why: str, exact: bool = False) -> Suggestion:
    """A suggestion; `{}` in `why` stands for the adult in words."""
    return Suggestion(adult=adult.person_id, why=why.replace("{}", describe(adult, register)), exact=exact)
