"""What the school's own logs tell: copies, requests, deletions, anchors, lists of people; each kind is one class."""

from typing import final, get_args

from msgspec import UNSET, UnsetType

from ..cases.event_values import Line
from .agreement_events import (
    AgreementReturned,
    AgreementsApproved,
    AgreementsDrawnUp,
    AgreementsPosted,
    AgreementsWithdrawn,
)
from .anchor_events import AnchorMade, AnchorQueued, BreakAcknowledged, LogHead
from .copy_events import CopyPageReviewed
from .office_event import Note, OfficeEvent
from .post_events import (
    LetterForProvider,
    LetterHandedOver,
    LetterHandOverBegun,
    LetterProviderDone,
    LetterProviderSaid,
)
from .print_events import LettersEmailed, LettersEmailQueued, LettersEmailTakenBack
from .reading_events import PageRead
from .request_events import (
    RequestAcknowledged,
    RequestAnswered,
    RequestExtended,
    RequestReceived,
    RequestReminded,
    RequestUncounted,
)
from .retention_events import CaseForgotten, RetentionHeld, RetentionReleased, RetentionReviewed
from .sign_off import LettersSignedOff
from .signature_events import SignatureAsked, SignatureConfirmed
from .telling_events import AwayEnded, AwaySaid, DigestMade

__all__ = [
    "OFFICE_KINDS",
    "AgreementReturned",
    "AgreementsApproved",
    "AgreementsDrawnUp",
    "AgreementsPosted",
    "AgreementsWithdrawn",
    "AnchorMade",
    "AnchorQueued",
    "AnyOfficeEvent",
    "AwayEnded",
    "AwaySaid",
    "BreakAcknowledged",
    "CalendarChanged",
    "CaseForgotten",
    "CopyPageReviewed",
    "DigestMade",
    "ExportMade",
    "LetterForProvider",
    "LetterHandOverBegun",
    "LetterHandedOver",
    "LetterProviderDone",
    "LetterProviderSaid",
    "LettersEmailQueued",
    "LettersEmailTakenBack",
    "LettersEmailed",
    "LettersSignedOff",
    "LogHead",
    "OfficeEntry",
    "OfficeEvent",
    "PageRead",
    "RegisterReplaced",
    "RequestAcknowledged",
    "RequestAnswered",
    "RequestExtended",
    "RequestReceived",
    "RequestReminded",
    "RequestUncounted",
    "RetentionHeld",
    "RetentionReleased",
    "RetentionReviewed",
    "SignatureAsked",
    "SignatureConfirmed",
]


@final
class ExportMade(Note, frozen=True, kw_only=True):
    """A copy of the register was made. `sha256` and `size` (bytes) are of the file as it left the program."""

    profile: str
    format: str
    scope: str
    refs: list[str]
    rows: int
    sha256: str
    size: int
    file: str = ""
    purpose: str = ""
    withheld: int = 0


@final
class RegisterReplaced(Note, frozen=True, kw_only=True):
    """Another people.csv or staff.csv was put in place; nobody is named. `before` and `sha256` are of the two files."""

    file: str
    before: str
    sha256: str
    new: int
    changed: int
    gone: int


@final
class CalendarChanged(Note, frozen=True, kw_only=True):
    """Days were put into calendar.toml at the desk. `before` and `sha256` are of the file; terms are "first/last"."""

    before: str
    sha256: str
    inset: list[str]
    closed: list[str]
    terms: list[str]


AnyOfficeEvent = (
    ExportMade
    | CopyPageReviewed
    | RegisterReplaced
    | CalendarChanged
    | LettersSignedOff
    | SignatureAsked
    | SignatureConfirmed
    | RequestReceived
    | RequestAcknowledged
    | RequestExtended
    | RequestAnswered
    | RequestReminded
    | RequestUncounted
    | RetentionHeld
    | RetentionReleased
    | RetentionReviewed
    | CaseForgotten
    | AnchorMade
    | AnchorQueued
    | BreakAcknowledged
    | PageRead
    | AgreementsDrawnUp
    | AgreementsApproved
    | AgreementsWithdrawn
    | AgreementsPosted
    | AgreementReturned
    | LettersEmailed
    | LettersEmailQueued
    | LettersEmailTakenBack
    | LetterForProvider
    | LetterHandOverBegun
    | LetterHandedOver
    | LetterProviderSaid
    | LetterProviderDone
    | DigestMade
    | AwaySaid
    | AwayEnded
)


OFFICE_KINDS: tuple[type[OfficeEvent], ...] = get_args(AnyOfficeEvent)
"""Every kind of event of the school's own logs."""


class OfficeEntry(Line, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of a school's own log (exports, requests, deletions), chained like a case log; `order` as there."""

    event: AnyOfficeEvent
    order: str | UnsetType = UNSET
    v: int = 1
    prev: str = ""
    hash: str = ""
