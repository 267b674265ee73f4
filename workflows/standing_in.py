"""A case whose approver is too near to it is put to the alternate before anything of it is asked or drafted."""

from ..rules.cases.case import Case, LetterState
from ..rules.cases.events import Triaged
from ..rules.people.school import ALTERNATE
from ..rules.standing.steps import AskApproval, AskDecision, Draft
from .drafting import void_drafts
from .office import Office
from .readers import answerer_of


def put_to_alternate(office: Office, case: Case, step: Draft | AskApproval | AskDecision) -> bool:
    """Log that the alternate decides, where whoever usually would is too near; False where nothing stands against them.

    A letter that was drafted in their name no longer counts.
    """
    role = _asked(office, step)
    if case.alternate or answerer_of(office, case, role) == role:
        return False
    void_drafts(office, case, "the alternate approver decides")
    person = office.school.people[role]
    triaged = Triaged(
        pupils=list(case.pupils),
        conduct=list(case.conduct),
        clear=case.clear,
        note=f"{person.name} is too near to this case: the alternate approver decides",
        alternate=True,
    )
    office.note(case.ref, triaged)
    return True


def _asked(office: Office, step: Draft | AskApproval | AskDecision) -> str:
    """The role whose yes or decision the step needs."""
    match step:
        case AskDecision(ask=ask):
            return ask.who
        case Draft(letter=name) | AskApproval(letter=LetterState(letter=name)):
            known = office.school.policy.steps.get(name)
            return known.approver if known and known.approver in office.school.people else ALTERNATE
