"""Acts on steps that are not letters: carry one out, write its sheet, set aside what the policy requires."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...rules.cases.events import ActionDone, Consulted
from ...rules.office.orders import RecordConsulted, RecordDone, WaiveDuty, WriteSheet
from ...rules.people.rights import Right
from .. import actions
from ..office import Office
from .standing import Stood, begun, case_of, go_on, refuse_unproved, signed_with_a_name


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDone(Stood):
    """An action that was recorded, and when somebody looks again."""

    step: str
    follow_up: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMade(Stood):
    """Where the sheet lies."""

    file: Path


def done(office: Office, order: RecordDone) -> StepDone:
    """Record that an action was carried out, or was looked at again.

    Raises:
        Refused: as `actions.record_action`; or stale.
    """
    case, order = begun(office, order, Right.DO, f"record {order.step}")
    event = ActionDone(
        step=order.step,
        done_by=order.by,
        out_of_order=order.out_of_order.strip(),
        on=order.on,
        reference=order.reference,
        follow_up=order.follow_up,
        outcome=order.outcome,
        result=actions.result_meant(order.ref, order.result),
        may_tell=order.may_tell.strip(),
    )
    noted = actions.record_action(office, case, event, by=order.by)
    stood = go_on(office, order.ref)
    return StepDone(
        ref=stood.ref,
        waits_for=stood.waits_for,
        problems=stood.problems,
        step=order.step,
        follow_up=noted.follow_up,
    )


def consulted(office: Office, order: RecordConsulted) -> Stood:
    """Record what somebody said whom the policy wants consulted about a step.

    Raises:
        WrongUsage: no name was typed.
        Refused: as `actions.consult`; or stale.
    """
    signed_with_a_name(order, "A consultation")
    case, order = begun(office, order, Right.DO, "record a consultation")
    said = Consulted(step=order.step, role=order.role, person=order.person, on=order.on, result=order.result)
    actions.consult(office, case, said, by=order.by)
    return go_on(office, order.ref)


def sheet(office: Office, order: WriteSheet) -> SheetMade:
    """Write the sheet of an action; on a hold or an alert too, and the case stays where it is.

    Raises:
        Refused: as `actions.order_sheet`; or stale.
        WrongUsage: the sheet has no such field.
    """
    case, order = begun(office, order, Right.POST, "write sheets")
    file = actions.order_sheet(office, case, order.step, order.fields, by=order.by)
    return SheetMade(ref=order.ref, file=office.cases.path(order.ref, file))


def waive(office: Office, order: WaiveDuty) -> Stood:
    """Set aside what the policy requires.

    Raises:
        WrongUsage: no name was typed.
        Refused: as `actions.waive_duty`; or stale.
    """
    by, case = signed_with_a_name(order, "Setting a duty aside"), case_of(office, order)
    refuse_unproved(office, order.way, order.ref, "set a duty aside")
    actions.waive_duty(office, case, order.rule, order.reason, by=by, how=order.way)
    return go_on(office, order.ref)
