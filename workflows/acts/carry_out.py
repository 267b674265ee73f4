"""Carry out an order, whichever it is."""

from collections.abc import Callable, Mapping
from typing import Any

from ...rules.office import orders
from ..office import Office
from . import on_cases, on_keeping, on_letters, on_mails, on_requests, on_steps
from .standing import Stood

ACTS: Mapping[type[orders.Order], Callable[[Office, Any], Stood]] = {
    orders.Triage: on_cases.triage,
    orders.RecordAnswer: on_cases.answer,
    orders.Decide: on_cases.decide,
    orders.PlaceHold: on_cases.hold,
    orders.ReleaseHold: on_cases.release,
    orders.Reopen: on_cases.reopen,
    orders.Correct: on_cases.correct,
    orders.DraftLetter: on_letters.draft,
    orders.Approve: on_letters.approve,
    orders.SendBack: on_letters.send_back,
    orders.RecordPosted: on_letters.posted,
    orders.RecordNotPosted: on_letters.not_posted,
    orders.RecordDone: on_steps.done,
    orders.RecordConsulted: on_steps.consulted,
    orders.WriteSheet: on_steps.sheet,
    orders.WaiveDuty: on_steps.waive,
    orders.FileMail: on_mails.file,
    orders.TakeMail: on_mails.take,
    orders.RaiseAlarm: on_mails.alarm,
    orders.NewReport: on_mails.new_report,
    orders.TakeAlert: on_cases.take,
    orders.RecordRequest: on_requests.record,
    orders.AcknowledgeRequest: on_requests.acknowledge,
    orders.ExtendRequest: on_requests.extend,
    orders.AnswerRequest: on_requests.answer,
    orders.KeepCase: on_keeping.keep,
    orders.EndKeeping: on_keeping.end_keeping,
    orders.KeepUntil: on_keeping.keep_until,
    orders.ForgetCase: on_keeping.forget,
}
"""The act of each order; a test asks that none is missing."""


def carry_out(office: Office, order: orders.AnyOrder) -> Stood:
    """Do what is ordered; what then stands.

    Raises:
        LetterladderError: as the act; nothing was done, or what was done is in the log.
    """
    return ACTS[type(order)](office, order)
