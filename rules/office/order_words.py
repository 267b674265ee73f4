"""What an order is called in the pages, where the command line has the name of a command."""

from collections.abc import Mapping

from . import orders

WORDS: Mapping[type[orders.Order], str] = {
    orders.Triage: "Say what a case is about",
    orders.DraftLetter: "Draft a letter",
    orders.Approve: "Approve a letter",
    orders.SendBack: "Send a letter back",
    orders.Decide: "Decide what comes next",
    orders.RecordPosted: "Record that a letter went out",
    orders.RecordNotPosted: "Record that a letter did not go out",
    orders.RecordAnswer: "Record an answer",
    orders.PlaceHold: "Put a case on hold",
    orders.ReleaseHold: "Release a hold",
    orders.RecordDone: "Record that an action was done",
    orders.RecordConsulted: "Record a consultation",
    orders.WriteSheet: "Write the sheet of an action",
    orders.WaiveDuty: "Set aside what the policy asks for",
    orders.Reopen: "Take a case up again",
    orders.Correct: "Correct a line",
    orders.FileMail: "File an email",
    orders.TakeMail: "Take an email of the in-tray",
    orders.RaiseAlarm: "Raise an alarm about an email",
    orders.NewReport: "Record a new report",
    orders.TakeAlert: "Take an alert",
    orders.RecordRequest: "Record a request for information",
    orders.AcknowledgeRequest: "Record that a request was acknowledged",
    orders.ExtendRequest: "Move the last day of a request",
    orders.AnswerRequest: "Record that a request was answered",
    orders.KeepCase: "Keep a case (legal hold)",
    orders.EndKeeping: "End a legal hold",
    orders.KeepUntil: "Keep a case until another day",
    orders.ForgetCase: "Delete a case",
}
"""The words of each order; a test asks that none is missing."""


def words_of_order(order: orders.Order) -> str:
    """What was ordered, in words, with the case or request that it is about."""
    about = getattr(order, "ref", "") or getattr(order, "number", "")
    return f"{WORDS[type(order)]}: {about}" if about else WORDS[type(order)]
