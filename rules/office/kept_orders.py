"""Orders as they are kept on disk until they are carried out, and the command of each."""

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct

from . import orders

COMMANDS: Mapping[type[orders.Order], str] = {
    orders.Triage: "triage",
    orders.DraftLetter: "draft",
    orders.Approve: "approve",
    orders.SendBack: "return",
    orders.Decide: "decide",
    orders.RecordPosted: "posted",
    orders.RecordNotPosted: "posted --not-sent",
    orders.RecordAnswer: "answer",
    orders.PlaceHold: "hold",
    orders.ReleaseHold: "release",
    orders.RecordDone: "done",
    orders.RecordConsulted: "consulted",
    orders.WriteSheet: "sheet",
    orders.WaiveDuty: "waive",
    orders.Reopen: "reopen",
    orders.Correct: "correct",
    orders.FileMail: "file",
    orders.TakeMail: "take",
    orders.RaiseAlarm: "alarm",
    orders.NewReport: "report",
    orders.TakeAlert: "take",
    orders.RecordRequest: "request record",
    orders.AcknowledgeRequest: "request acknowledged",
    orders.ExtendRequest: "request extended",
    orders.AnswerRequest: "request answered",
    orders.KeepCase: "retention hold",
    orders.EndKeeping: "retention release",
    orders.KeepUntil: "retention keep",
    orders.ForgetCase: "forget",
}
"""The command that gives each order."""


class KeptOrder(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An order on disk.

    Attributes:
        id: what the log names it by.
        at: when it was given, UTC.
        order: what is to be done.
        today: the day that was rehearsed; None for the real one.
        refused: why it was not done; "" for one that still waits.
        what_to_do: about that.
        v: of this format.
    """

    id: str
    at: datetime
    order: orders.AnyOrder
    today: date | None = None
    refused: str = ""
    what_to_do: str = ""
    v: int = 1

    @property
    def about(self) -> str:
        """What it is about: a case, an email, a request; in a line with its command."""
        match self.order:
            case orders.FileMail(mail=mail) | orders.TakeMail(mail=mail) | orders.RaiseAlarm(mail=mail):
                what = f"email {mail}"
            case orders.NewReport():
                what = ""
            case orders.OfCase(ref=ref) | orders.RecordRequest(ref=ref):
                what = ref
            case (
                orders.AcknowledgeRequest(number=what)
                | orders.ExtendRequest(number=what)
                | orders.AnswerRequest(number=what)
            ):
                pass
        return f"{COMMANDS[type(self.order)]} {what}".rstrip()

    @property
    def ref(self) -> str:
        """The case that it is about; "" for none."""
        return self.order.ref if isinstance(self.order, orders.OfCase) else ""
