"""What can happen to one letter: drafted, approved, posted, and what may go wrong between. See events.py."""

from datetime import date

from ..words import Method, Unit
from .event_base import Event


class LetterDrafted(Event, frozen=True, kw_only=True):
    """A letter was written to `file`; `sha256` is of the .docx bytes and is what approval speaks of.

    `date_on_letter` is the planned day of posting; `answer_by` is printed in it (None: it asks for no answer).
    `also` holds further printed dates by name, such as interim_end.
    """

    letter: str
    version: int
    file: str
    sha256: str
    date_on_letter: date
    reason: str
    answer_by: date | None = None
    pdf: str = ""
    pdf_sha256: str = ""
    pdf_note: str = ""
    planned_method: Method = Method.FIRST_CLASS
    also: dict[str, date] = {}
    template_sha256: str = ""
    trigger: int = 0
    warnings: list[str] = []


class DraftBlocked(Event, frozen=True, kw_only=True):
    """A letter could not be written: what is missing, in words for the office."""

    letter: str
    missing: list[str]
    what: str
    trigger: int = 0


class ApprovalAsked(Event, frozen=True, kw_only=True):
    """The approver was sent exactly these bytes. Only the hash of the one-time code is kept."""

    letter: str
    version: int
    sha256: str
    approver: str
    code_hash: str
    message_id: str
    expires: date


class LetterApproved(Event, frozen=True, kw_only=True):
    """The approver said yes to exactly these bytes, by `how`: "mail" or "command".

    `tell`: the role in whose name it was said, which is told of it at its own address.
    """

    letter: str
    version: int
    sha256: str
    approver: str
    how: str
    mail: str = ""
    tell: str = ""


class LetterReturned(Event, frozen=True, kw_only=True):
    """The approver sent the letter back with a note; `tell` as for an approval."""

    letter: str
    version: int
    note: str
    how: str = "command"
    mail: str = ""
    tell: str = ""


class DraftVoided(Event, frozen=True, kw_only=True):
    """A version no longer counts: the file was touched, its date passed, a new fact came, a newer one replaced it."""

    letter: str
    version: int
    why: str


class PostingStarted(Event, frozen=True, kw_only=True):
    """The letter is about to leave: by mail under `message_id`, or into the print tray (method is by post or hand)."""

    letter: str
    version: int
    sha256: str
    message_id: str
    method: Method
    to: str


class LetterPosted(Event, frozen=True, kw_only=True):
    """The letter left on `on`; `received_on` is its deemed receipt and `answer_by` the date that binds.

    `rule` says how the date was reached, in words; `unit` and `days` are what the policy's clock says.
    `aside`: it went out beside the ladder, whose clock and question stay as they are. `ends` names the letters
    whose measure (a notice, a bar) is over since then.
    """

    letter: str
    version: int
    sha256: str
    method: Method
    on: date
    received_on: date
    answer_by: date | None
    rule: str
    unit: Unit | None = None
    days: int = 0
    proof: str = ""
    message_id: str = ""
    aside: bool = False
    ends: list[str] = []


class PostingQuestioned(Event, frozen=True, kw_only=True):
    """A posting began and has no end: nobody knows whether it went out, so a person is asked; it is never repeated."""

    letter: str
    version: int
    why: str


class PostingNotMade(Event, frozen=True, kw_only=True):
    """A person said that a questioned or withdrawn posting did not happen."""

    letter: str
    version: int
    why: str


class DeliveryFailed(Event, frozen=True, kw_only=True):
    """A letter came back or its mail bounced: its clock stops until it is sent anew."""

    letter: str
    version: int
    why: str
    mail: str = ""
