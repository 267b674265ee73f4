"""What can happen in a case: past-tense facts, each one line of case.log, never changed afterwards.

Each kind is one class in the module of its subject: its fields, what it changes, what it says, and its row in the
register. `AnyEvent` names them all. New fields need a default, so that old logs stay readable; see
docs/decisions/0009-versions.md and 0019-one-class-an-event.md.
"""

from typing import get_args

from msgspec import UNSET, UnsetType

from .agreeing_events import Consulted, MemberAgreed
from .case_events import (
    CaseClosed,
    CaseOpened,
    CaseReopened,
    DutyWaived,
    EarlierCasesFound,
    HoldPlaced,
    HoldReleased,
)
from .correction_events import AnswerTakenBack, Corrected, Correction, PostingCorrected
from .event_base import Event, InRegister, NotInRegister
from .event_values import Fact, FlagSeen, Line
from .letter_events import (
    ApprovalAsked,
    DraftBlocked,
    DraftVoided,
    LetterApproved,
    LetterDated,
    LetterDrafted,
    LetterReturned,
)
from .outcome_events import (
    ActionDone,
    AnswerRecorded,
    DeadlineLapsed,
    DecisionAsked,
    DecisionMade,
    SheetWritten,
)
from .posting_events import (
    ClockRecomputed,
    DeliveryFailed,
    LetterPosted,
    PostingNotMade,
    PostingQuestioned,
    PostingStarted,
)
from .report_events import EvidenceKept, FieldsGiven, MailAttached, MailMoved, ReportReceived, Triaged
from .telling_events import AlertRaised, AlertRepeated, AlertSeen, AlertSent, ReminderSent, SignerTold

__all__ = [
    "KINDS",
    "ActionDone",
    "AlertRaised",
    "AlertRepeated",
    "AlertSeen",
    "AlertSent",
    "AnswerRecorded",
    "AnswerTakenBack",
    "AnyEvent",
    "ApprovalAsked",
    "CaseClosed",
    "CaseOpened",
    "CaseReopened",
    "ClockRecomputed",
    "Consulted",
    "Corrected",
    "Correction",
    "DeadlineLapsed",
    "DecisionAsked",
    "DecisionMade",
    "DeliveryFailed",
    "DraftBlocked",
    "DraftVoided",
    "DutyWaived",
    "EarlierCasesFound",
    "Entry",
    "Event",
    "EvidenceKept",
    "Fact",
    "FieldsGiven",
    "FlagSeen",
    "HoldPlaced",
    "HoldReleased",
    "InRegister",
    "LetterApproved",
    "LetterDated",
    "LetterDrafted",
    "LetterPosted",
    "LetterReturned",
    "MailAttached",
    "MailMoved",
    "MemberAgreed",
    "NotInRegister",
    "PostingCorrected",
    "PostingNotMade",
    "PostingQuestioned",
    "PostingStarted",
    "ReminderSent",
    "ReportReceived",
    "SheetWritten",
    "SignerTold",
    "Triaged",
]


AnyEvent = (
    CaseOpened
    | ReportReceived
    | EvidenceKept
    | MailAttached
    | MailMoved
    | Triaged
    | AlertRaised
    | AlertSent
    | AlertRepeated
    | AlertSeen
    | FieldsGiven
    | LetterDated
    | LetterDrafted
    | DraftBlocked
    | ApprovalAsked
    | MemberAgreed
    | LetterApproved
    | LetterReturned
    | DraftVoided
    | PostingStarted
    | LetterPosted
    | PostingQuestioned
    | PostingNotMade
    | DeliveryFailed
    | AnswerRecorded
    | DeadlineLapsed
    | DecisionAsked
    | DecisionMade
    | Consulted
    | ActionDone
    | SheetWritten
    | DutyWaived
    | EarlierCasesFound
    | ReminderSent
    | SignerTold
    | HoldPlaced
    | HoldReleased
    | ClockRecomputed
    | Corrected
    | PostingCorrected
    | AnswerTakenBack
    | CaseClosed
    | CaseReopened
)


KINDS: tuple[type[Event], ...] = get_args(AnyEvent)
"""Every kind of event."""


class Entry(Line, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of a case log: its place, when (UTC), by whom, what, and the hashes that chain it to the line before.

    `order` is the id of the order that it carries out, where it was one that waited on disk.
    """

    event: AnyEvent
    order: str | UnsetType = UNSET
    v: int = 1
    prev: str = ""
    hash: str = ""
