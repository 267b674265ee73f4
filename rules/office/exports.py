"""What the school's own log tells of copies of the register: who made which, for whom, and its hash."""

from datetime import datetime

from msgspec import UNSET, Struct, UnsetType

from ..words import RequestAbout


class OfficeEvent(Struct, frozen=True, kw_only=True, tag_field="kind", tag=True, forbid_unknown_fields=True):
    """The base of events that belong to the school and to no one case."""


class ExportMade(OfficeEvent, frozen=True, kw_only=True):
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


class RequestReceived(OfficeEvent, frozen=True, kw_only=True):
    """Somebody asked for information or complained about its use; `due` is the last day to answer or acknowledge."""

    number: str
    about: RequestAbout
    received: str
    due: str
    rule: str
    who: str = ""
    ref: str = ""
    mail: str = ""


class RequestAcknowledged(OfficeEvent, frozen=True, kw_only=True):
    """The school wrote that it has the request."""

    number: str
    on: str


class RequestExtended(OfficeEvent, frozen=True, kw_only=True):
    """The last day moved, lawfully, and the person was told why."""

    number: str
    due: str
    reason: str


class RequestAnswered(OfficeEvent, frozen=True, kw_only=True):
    """The request was answered, refused or taken back; `how` says which and where."""

    number: str
    on: str
    how: str


class RequestReminded(OfficeEvent, frozen=True, kw_only=True):
    """The office was reminded of a request's last day; `stage` says how near it was."""

    number: str
    day: str
    stage: str
    message_id: str


class RetentionHeld(OfficeEvent, frozen=True, kw_only=True):
    """A named person says that this case must be kept whatever its review date."""

    ref: str
    reason: str


class RetentionReleased(OfficeEvent, frozen=True, kw_only=True):
    """The legal hold on deleting ended."""

    ref: str
    reason: str


class RetentionReviewed(OfficeEvent, frozen=True, kw_only=True):
    """A named person looked at the case and keeps it until another day."""

    ref: str
    keep_until: str
    reason: str


class CaseForgotten(OfficeEvent, frozen=True, kw_only=True):
    """A case was deleted by a named person. `last_hash` is of its last log line; nothing of its content is kept."""

    ref: str
    reason: str
    retention: str
    entries: int
    files: int
    last_hash: str


class LogHead(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a log stood: its path in the data folder, the number of its last line, and that line's hash."""

    log: str
    seq: int
    hash: str


class AnchorMade(OfficeEvent, frozen=True, kw_only=True):
    """Where all logs stood on `day`: the heads that moved since the anchor before, and the root made of them.

    `before` is the root of the anchor before; the mail under `message_id` carries `root` out of this machine.
    """

    day: str
    logs: int
    heads: list[LogHead]
    before: str
    root: str
    to: list[str]
    message_id: str


class AnchorQueued(OfficeEvent, frozen=True, kw_only=True):
    """The mail with the anchor of `day` was put into the queue; until this is said, it is put there again."""

    day: str
    message_id: str


AnyOfficeEvent = (
    ExportMade
    | RequestReceived
    | RequestAcknowledged
    | RequestExtended
    | RequestAnswered
    | RequestReminded
    | RetentionHeld
    | RetentionReleased
    | RetentionReviewed
    | CaseForgotten
    | AnchorMade
    | AnchorQueued
)


class OfficeEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of a school's own log (exports, requests, deletions), chained like a case log; `order` as there."""

    seq: int
    at: datetime
    by: str
    event: AnyOfficeEvent
    order: str | UnsetType = UNSET
    v: int = 1
    prev: str = ""
    hash: str = ""
