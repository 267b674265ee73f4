"""Take a closed case up again, by name and with a reason; what follows is for the head to decide."""

from contextlib import suppress

from ..ground.errors import LogBroken, Problem, Refused
from ..rules.cases.case import Case
from ..rules.cases.events import CaseReopened
from ..rules.cases.who_may import REOPENS
from .office import Office
from .signing import Act, holder_of


def reopen(office: Office, case: Case, reason: str, *, by: str, how: str = "command") -> None:
    """The case is open again: nothing is drafted and no date runs until a decision is made.

    Raises:
        Refused: the case is not closed, no reason is given, a newer case of the same adult is open, or the signer's
            role may not.
    """
    if not case.closed:
        raise _refused(case, f"The case is {case.state} already.", f"See `case {case.ref}`.")
    if not reason.strip():
        raise _refused(case, "A case can be reopened only with a reason.", "Add --reason '...'.")
    running = _running(office, case)
    if running:
        what = f"This adult already has an open case: {running}."
        raise _refused(
            case,
            what,
            f"Go on there, or close it first: one adult, one case at a time. See `case {running}`.",
        )
    act = Act(where=case.ref, what="reopen a closed case", case=case)
    role, actor = holder_of(office, by, REOPENS, act)
    office.note(case.ref, CaseReopened(reason=reason.strip(), tell=role, how=how), by=actor.name)


def _running(office: Office, case: Case) -> str:
    """The adult's other case that is open; a case whose log cannot be read stands in nobody's way."""
    for ref in office.index.cases.of_adult(case.adult) if case.adult else ():
        with suppress(LogBroken):
            other = office.case(ref)
            if ref != case.ref and other.adult == case.adult and not other.closed:
                return ref
    return ""


def _refused(case: Case, what: str, what_to_do: str) -> Refused:
    return Refused(Problem(where=case.ref, what=what, what_to_do=what_to_do))
