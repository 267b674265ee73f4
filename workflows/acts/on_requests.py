"""Acts on requests for information: record, acknowledge, extend, answer."""

from dataclasses import dataclass

from ...rules.office.orders import AcknowledgeRequest, AnswerRequest, ExtendRequest, RecordRequest
from ...rules.office.requests import Request
from ...rules.people.rights import Right
from .. import requesting
from ..office import Office
from ..signing import Act
from .standing import OrderT, Stood, in_person


@dataclass(frozen=True, slots=True, kw_only=True)
class OfRequest(Stood):
    """The request as it stands now."""

    request: Request


def record(office: Office, order: RecordRequest) -> OfRequest:
    """Start the clock of a request.

    Raises:
        CalendarEnds: the last day is past the calendar.
        Refused: there is no such email or case.
    """
    order = _in_person(office, order)
    if order.mail:
        new = requesting.request_in_mail(office, order.mail, order.about)
    else:
        new = requesting.NewRequest(about=order.about, received=order.received, who=order.who, ref=order.ref)
    return OfRequest(request=requesting.record_request(office, new, by=order.by))


def acknowledge(office: Office, order: AcknowledgeRequest) -> OfRequest:
    """Note that the school wrote that it has the request.

    Raises:
        Refused: there is no such open request.
    """
    order = _in_person(office, order)
    requesting.acknowledge_request(office, order.number, order.on, by=order.by)
    return _of(office, order.number)


def extend(office: Office, order: ExtendRequest) -> OfRequest:
    """Note that the last day moved.

    Raises:
        Refused: as `requesting.extend_request`.
    """
    order = _in_person(office, order)
    requesting.extend_request(office, order.number, order.due, order.reason, by=order.by)
    return _of(office, order.number)


def answer(office: Office, order: AnswerRequest) -> OfRequest:
    """Note how the request was answered.

    Raises:
        Refused: there is no such open request, or it is not said how.
    """
    order = _in_person(office, order)
    requesting.answer_request(office, order.number, order.on, order.how, by=order.by)
    return _of(office, order.number)


def _in_person(office: Office, order: OrderT) -> OrderT:
    return in_person(office, order, Right.POST, Act(where="request", what="record requests for information"))


def _of(office: Office, number: str) -> OfRequest:
    return OfRequest(request=requesting.requests_of(office)[number])
