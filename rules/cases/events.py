"""What can happen in a case: past-tense facts, each one line of case.log, never changed afterwards.

To add an event: a Struct here, a branch in case.py's fold, a sentence in sentences.py, a row rule in register.py.
New fields need a default, so that old logs stay readable; see docs/decisions/0009-versions.md.
"""

from datetime import date, datetime

from msgspec import UNSET, Struct, UnsetType

from ..words import Channel, HoldFor, Outcome
from .correction_events import AnswerTakenBack, Corrected, PostingCorrected
from .event_base import Event, Fact, FlagSeen
from .letter_events import (
    ApprovalAsked,
    DeliveryFailed,
    DraftBlocked,
    DraftVoided,
    LetterApproved,
    LetterDrafted,
    LetterPosted,
    LetterReturned,
    PostingNotMade,
    PostingQuestioned,
    PostingStarted,
)
from .telling_events import AlertRaised, AlertSent, ReminderSent, SignerTold

__all__ = [
    "ActionDone",
    "AlertRaised",
    "AlertSent",
    "AnswerRecorded",
    "AnswerTakenBack",
    "AnyEvent",
    "ApprovalAsked",
    "CaseClosed",
    "CaseOpened",
    "CaseReopened",
    "ClockRecomputed",
    "Corrected",
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
    "LetterApproved",
    "LetterDrafted",
    "LetterPosted",
    "LetterReturned",
    "MailAttached",
    "MailMoved",
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


class CaseOpened(Event, frozen=True, kw_only=True):
    """A case began for one adult. `adult_name` is the name at that time, for readers of the log alone."""

    adult: str
    adult_name: str
    school: str
    policy: str
    policy_version: str
    reason: str


class ReportReceived(Event, frozen=True, kw_only=True):
    """A report was put on the case. The mail lies at `file`; who sent it is kept apart in reporter.json."""

    mail: str
    file: str
    received: datetime
    fact: Fact
    flags: list[FlagSeen] = []


class EvidenceKept(Event, frozen=True, kw_only=True):
    """An attachment was stored byte for byte; `size` in bytes."""

    mail: str
    file: str
    original_name: str
    sha256: str
    size: int


class MailAttached(Event, frozen=True, kw_only=True):
    """A mail that is not a new report was put on the case: a reply, a robot's, a bounce, something unclear."""

    mail: str
    file: str
    received: datetime
    what: str
    summary: str
    flags: list[FlagSeen] = []


class MailMoved(Event, frozen=True, kw_only=True):
    """A mail was on the wrong case. Logged on both: what it reported counts on `to_ref` alone; no file is removed."""

    mail: str
    from_ref: str
    to_ref: str
    why: str = ""


class Triaged(Event, frozen=True, kw_only=True):
    """Somebody (or the rules, for a clear report) said what the case is about. `clear`: the ladder may go on.

    `alternate`: the usual approver is the target or a witness, so the alternate signs and approves.
    """

    pupils: list[str]
    conduct: list[str]
    clear: bool
    note: str = ""
    adult: str = ""
    adult_name: str = ""
    alternate: bool = False


class FieldsGiven(Event, frozen=True, kw_only=True):
    """A person supplied fields that a letter needs; `letter` "" means every letter of the case."""

    letter: str
    fields: dict[str, str]


class AnswerRecorded(Event, frozen=True, kw_only=True):
    """The adult answered, by any channel; `on` is the day the school got it."""

    outcome: Outcome
    channel: Channel
    on: date
    summary: str
    letter: str = ""
    mail: str = ""


class DeadlineLapsed(Event, frozen=True, kw_only=True):
    """Answer-by passed without an answer that settles the step."""

    letter: str
    version: int
    answer_by: date


class DecisionAsked(Event, frozen=True, kw_only=True):
    """A person was asked what happens next, with the steps the policy allows; `trigger` is the seq that led to it."""

    options: list[str]
    trigger: int
    message_id: str
    code_hash: str = ""
    approver: str = ""
    expires: date | None = None


class DecisionMade(Event, frozen=True, kw_only=True):
    """What a person chose, with the reason. `step` is a step of the policy or "none" (no further action).

    `aside`: the step goes out beside the ladder, so what was to be decided is still to be decided after it.
    `tell`: the role in whose name it was decided, which is told of it at its own address.
    """

    step: str
    reason: str
    how: str = "command"
    mail: str = ""
    aside: bool = False
    tell: str = ""


class ActionDone(Event, frozen=True, kw_only=True):
    """A step that is not a letter was carried out: who, when, reference, day to follow up, outcome.

    `aside`: it was done beside the ladder, whose clock and question stay as they are. `ends` names the letters
    whose measure (a block, a plan) it ended.
    """

    step: str
    done_by: str
    on: date
    reference: str = ""
    follow_up: date | None = None
    outcome: str = ""
    aside: bool = False
    ends: list[str] = []


class SheetWritten(Event, frozen=True, kw_only=True):
    """The sheet for an action (a police referral, a platform report) was written for a person to use."""

    step: str
    file: str
    sha256: str


class DutyWaived(Event, frozen=True, kw_only=True):
    """A named person says why something that the policy requires was not done; `rule` is its id in the policy."""

    rule: str
    reason: str


class EarlierCasesFound(Event, frozen=True, kw_only=True):
    """The same adult had cases within the policy's look-back: their references, what each was, the steps taken."""

    refs: list[str]
    told: list[str]
    steps: list[str]


class HoldPlaced(Event, frozen=True, kw_only=True):
    """Nothing goes out and no clock runs until a named person releases it."""

    hold_for: HoldFor
    note: str = ""


class HoldReleased(Event, frozen=True, kw_only=True):
    """The hold ended."""

    note: str = ""


class ClockRecomputed(Event, frozen=True, kw_only=True):
    """An open date changed because the calendar changed, a hold ended, or a longer time was granted.

    `reopens`: the clock runs again, and what was asked about the answer so far is asked anew when it ends.
    """

    letter: str
    version: int
    old: date
    new: date
    why: str
    reopens: bool = False


class CaseClosed(Event, frozen=True, kw_only=True):
    """The case ended; `reason` says what resolved it."""

    reason: str


class CaseReopened(Event, frozen=True, kw_only=True):
    """A closed case was taken up again."""

    reason: str


AnyEvent = (
    CaseOpened
    | ReportReceived
    | EvidenceKept
    | MailAttached
    | MailMoved
    | Triaged
    | AlertRaised
    | AlertSent
    | FieldsGiven
    | LetterDrafted
    | DraftBlocked
    | ApprovalAsked
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


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of a case log: its place, when (UTC), by whom, what, and the hashes that chain it to the line before.

    `order` is the id of the order that it carries out, where it was one that waited on disk.
    """

    seq: int
    at: datetime
    by: str
    event: AnyEvent
    order: str | UnsetType = UNSET
    v: int = 1
    prev: str = ""
    hash: str = ""
