"""Acts on how long a case is kept: legal hold, its end, another review day, deletion."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...ground.errors import Problem, WrongUsage
from ...rules.office.exports import AnyOfficeEvent, RetentionHeld, RetentionReleased, RetentionReviewed
from ...rules.office.orders import EndKeeping, ForgetCase, KeepCase, KeepUntil
from ...rules.office.retention import Keeping, Marks, fold_marks, keeping_of
from ...rules.people.rights import Right
from ..forgetting import Forget, forget_case
from ..office import Office
from ..signing import Act
from .standing import Stood, begun, in_person, refuse_stale, refuse_unproved


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten(Stood):
    """How many files went."""

    files: int


def keep(office: Office, order: KeepCase) -> Stood:
    """Keep a case whatever its review day, until it is released.

    Raises:
        Refused: there is no such case; or stale.
    """
    _, order = begun(office, order, Right.EXPORT, "keep a case")
    return _noted(office, RetentionHeld(ref=order.ref, reason=order.reason), order)


def end_keeping(office: Office, order: EndKeeping) -> Stood:
    """End a legal hold.

    Raises:
        Refused: there is no such case; or stale.
    """
    _, order = begun(office, order, Right.EXPORT, "end the keeping of a case")
    return _noted(office, RetentionReleased(ref=order.ref, reason=order.reason), order)


def keep_until(office: Office, order: KeepUntil) -> Stood:
    """Looked at, and kept until another day.

    Raises:
        Refused: there is no such case; or stale.
    """
    _, order = begun(office, order, Right.EXPORT, "keep a case longer")
    event = RetentionReviewed(ref=order.ref, keep_until=order.until.isoformat(), reason=order.reason)
    return _noted(office, event, order)


def _noted(office: Office, event: AnyOfficeEvent, order: KeepCase | EndKeeping | KeepUntil) -> Stood:
    office.deletions.append(office.clock.now(), order.by, event, order=office.order)
    return Stood(ref=order.ref)


def forget(office: Office, order: ForgetCase) -> Forgotten:
    """Delete a closed case for good; deleting is signed and has a reason.

    Raises:
        WrongUsage: no name was typed, or no reason.
        Refused: as `forgetting.forget_case`; or stale.
    """
    if not order.name.strip() or not order.reason.strip():
        what = "Deleting needs a name and a reason."
        raise WrongUsage(Problem(where="--by, --reason", what=what, what_to_do="Give both."))
    refuse_stale(office, order.ref, order.seen)
    refuse_unproved(office, order.way, order.ref, "delete a case")
    order = in_person(office, order, Right.EXPORT, Act(where=order.ref, what="delete a case"))
    said = Forget(ref=order.ref, reason=order.reason.strip(), by=order.name.strip(), early=order.early)
    return Forgotten(ref=order.ref, files=forget_case(office, said))


def all_marks(office: Office) -> Mapping[str, Marks]:
    """What people noted of each case, by reference."""
    return fold_marks(office.deletions.entries())


def keeping(office: Office, ref: str, marks: Mapping[str, Marks] | None = None) -> Keeping:
    """How a case is kept: its class, its review day, holds; `marks` where they were read already."""
    known = all_marks(office) if marks is None else marks
    return keeping_of(office.case(ref), office.cases.read(ref), office.retention, known.get(ref, Marks()))
