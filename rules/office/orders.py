"""What a person can order: one typed value for each act, with who, what, when, and of which state of the case.

The command line, a reply by email and the pages of the desk translate to these, and workflows/acts carries them out.
They are kept on disk until they are carried out, so a new field needs a default; see docs/decisions/0021-acts.md.
"""

from datetime import date, datetime

from msgspec import Struct

from ..words import Channel, HoldFor, Method, RequestAbout

PROVED = frozenset({"code", "signed-in", "desk"})
"""The ways of giving an order that prove who gives it."""


class Order(Struct, frozen=True, kw_only=True, tag_field="act", tag=True, forbid_unknown_fields=True):
    """The base of all orders.

    `by` is who gives it; `named`: they typed their name, it is not merely the account of the machine.
    `way` is how they gave it: by a "command", which proves nothing; by a command with the "code" of the email that
    asked them, or "signed-in"; or signed in at the "desk".
    """

    by: str
    named: bool = True
    way: str = "command"

    @property
    def name(self) -> str:
        """The name that was typed; "" where none was."""
        return self.by if self.named else ""


class OfCase(Order, frozen=True, kw_only=True):
    """An order about one case. `seen` is the last line of its log that the maker saw; None where nobody says."""

    ref: str
    seen: int | None = None


class Triage(OfCase, frozen=True, kw_only=True):
    """Say what a case is about, and clear it to proceed; what is left empty stays. `clear` also ends an alert."""

    adult: str = ""
    pupils: tuple[str, ...] = ()
    conduct: tuple[str, ...] = ()
    clear: bool = False
    alternate: bool = False
    note: str = ""
    ladder: str = ""


class DraftLetter(OfCase, frozen=True, kw_only=True):
    """Draft a letter now (no `letter`: the one that is due), with fields, or take the edited Word `file` for it."""

    letter: str = ""
    fields: dict[str, str] = {}
    file: bytes = b""


class Approve(OfCase, frozen=True, kw_only=True):
    """Approve the draft that waits. `sha256` are the bytes that the maker means; "" where nobody says."""

    sha256: str = ""


class SendBack(OfCase, frozen=True, kw_only=True):
    """Send the draft back with a note; `sha256` as for an approval."""

    note: str
    sha256: str = ""


class Decide(OfCase, frozen=True, kw_only=True):
    """Decide on a step, or on none. `trigger` is the line that the decision was asked about; 0 where nobody says."""

    step: str
    reason: str
    trigger: int = 0


class RecordPosted(OfCase, frozen=True, kw_only=True):
    """The letter went out on a day; no `method`: as it was laid out."""

    on: date
    method: Method | None = None
    late: bool = False
    proof: str = ""


class RecordNotPosted(OfCase, frozen=True, kw_only=True):
    """The letter did not go out."""

    note: str = ""


class RecordAnswer(OfCase, frozen=True, kw_only=True):
    """The adult answered, by our word for it or the policy's own; `letter` is the one that it is an answer to.

    "" is the last letter that went out.
    """

    outcome: str
    channel: Channel
    on: date
    summary: str
    letter: str = ""


class PlaceHold(OfCase, frozen=True, kw_only=True):
    """Nothing goes out, no clock runs."""

    hold_for: HoldFor
    note: str = ""


class ReleaseHold(OfCase, frozen=True, kw_only=True):
    """The hold is over."""

    note: str = ""


class RecordDone(OfCase, frozen=True, kw_only=True):
    """An action was carried out, or looked at again.

    `out_of_order`: why, though the policy did not allow it yet. `may_tell`: who agreed that the adult may be told.
    """

    step: str
    on: date
    reference: str = ""
    follow_up: date | None = None
    outcome: str = ""
    result: str = ""
    out_of_order: str = ""
    may_tell: str = ""


class RecordConsulted(OfCase, frozen=True, kw_only=True):
    """Somebody was consulted about a step, in this role; no `person`: whoever speaks for the role."""

    step: str
    role: str
    on: date
    result: str
    person: str = ""


class WriteSheet(OfCase, frozen=True, kw_only=True):
    """Write the sheet of an action."""

    step: str
    fields: dict[str, str] = {}


class WaiveDuty(OfCase, frozen=True, kw_only=True):
    """Set aside what the policy requires."""

    rule: str
    reason: str


class Reopen(OfCase, frozen=True, kw_only=True):
    """Take a closed case up again."""

    reason: str


class Correct(OfCase, frozen=True, kw_only=True):
    """Say that a line is wrong; for a posting the true day, for an answer that it was none."""

    line: int
    what: str
    posted_on: date | None = None
    no_answer: bool = False


class FileMail(Order, frozen=True, kw_only=True):
    """Put an email, named by the beginning of its SHA-256, into a case, into a new one ("new"), or aside ("none").

    `facts` are what whoever files it says that it reports, by the names of `Fact`; one that is not named stays as read.
    `was` is where its maker saw it: "in-tray", a case, or "aside"; "" where nobody says.
    """

    mail: str
    to: str
    adult: str = ""
    pupils: tuple[str, ...] = ()
    conduct: tuple[str, ...] = ()
    clear: bool = False
    note: str = ""
    seen: int | None = None
    facts: dict[str, str] = {}
    was: str = ""


class TakeMail(Order, frozen=True, kw_only=True):
    """Say that the maker has this email of the in-tray, named by the beginning of its SHA-256."""

    mail: str


class RaiseAlarm(Order, frozen=True, kw_only=True):
    """An email of the in-tray may point to danger: the DSL and the deputy are told now, until somebody takes it."""

    mail: str
    why: str


class GivenFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file that came with what was told, under the name that its sender gave it."""

    name: str
    content: bytes


class NewReport(Order, frozen=True, kw_only=True):
    """Somebody told the school something by phone, at the gate, or by post; `sender` typed it in and signs it.

    `lines` are those of the report form, by the names of `rules.texts.forms.FIELDS`, and "way": how it was told.
    `received` is when it was typed in.
    """

    received: datetime
    sender: str
    lines: dict[str, str]
    files: tuple[GivenFile, ...] = ()


class TakeAlert(OfCase, frozen=True, kw_only=True):
    """Say that the maker has the alert of this case."""


class RecordRequest(Order, frozen=True, kw_only=True):
    """Somebody asks for information. With `mail`, day, sender and case are those of that email."""

    about: RequestAbout
    received: date
    mail: str = ""
    who: str = ""
    ref: str = ""


class AcknowledgeRequest(Order, frozen=True, kw_only=True):
    """The school wrote that it has the request."""

    number: str
    on: date


class ExtendRequest(Order, frozen=True, kw_only=True):
    """The last day of a request moved."""

    number: str
    due: date
    reason: str


class AnswerRequest(Order, frozen=True, kw_only=True):
    """A request was answered."""

    number: str
    on: date
    how: str


class KeepCase(OfCase, frozen=True, kw_only=True):
    """Keep a case whatever its review day."""

    reason: str


class EndKeeping(OfCase, frozen=True, kw_only=True):
    """The reason for which it was kept is over."""

    reason: str


class KeepUntil(OfCase, frozen=True, kw_only=True):
    """Looked at, and kept until another day."""

    until: date
    reason: str


class ForgetCase(OfCase, frozen=True, kw_only=True):
    """Delete a case for good; `early`: before its review day."""

    reason: str
    early: bool = False


AnyOrder = (
    Triage
    | DraftLetter
    | Approve
    | SendBack
    | Decide
    | RecordPosted
    | RecordNotPosted
    | RecordAnswer
    | PlaceHold
    | ReleaseHold
    | RecordDone
    | RecordConsulted
    | WriteSheet
    | WaiveDuty
    | Reopen
    | Correct
    | FileMail
    | TakeMail
    | RaiseAlarm
    | NewReport
    | TakeAlert
    | RecordRequest
    | AcknowledgeRequest
    | ExtendRequest
    | AnswerRequest
    | KeepCase
    | EndKeeping
    | KeepUntil
    | ForgetCase
)
