"""What leaves the school by email, as a value; the mailbox turns it into bytes."""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MailKind(StrEnum):
    """Why we send an email; written into its X-Letterladder header."""

    APPROVAL = "approval"
    DECISION = "decision"
    ALERT = "alert"
    REMINDER = "reminder"
    NOTICE = "notice"
    LETTER = "letter"
    HEARTBEAT = "heartbeat"
    WATCH = "watch"
    RECEIPT = "receipt"
    SIGNED = "signed"
    ANCHOR = "anchor"
    CARD = "card"
    PRINT = "print"
    DIGEST = "digest"
    SIGN_IN = "sign-in"


LOGGED = frozenset(
    {
        MailKind.APPROVAL,
        MailKind.DECISION,
        MailKind.ALERT,
        MailKind.REMINDER,
        MailKind.SIGNED,
        MailKind.CARD,
        MailKind.DIGEST,
    }
)
"""Kinds whose Message-ID is in a log before they are sent; one that does not is left over from a stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingFile:
    """A file to attach: a name, a media type such as "application/pdf", and its bytes."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingMail:
    """One email to send. `message_id` is made once and kept, so that a second try is the same email.

    `in_reply_to` is the Message-ID of the email that this one answers by itself (RFC 3834); "" for all others.

    `html` says the same as `text`, for programs that show it; "" where the email is plain text.

    The subject carries a case reference only, never case content: anybody can read it over a shoulder.

    `about` is for alerts alone: the people of the register who may be meant, by their ids, or who wrote the email where
    nobody of the register is; `known` says which of the two, `own` whether somebody at the school wrote it. They order
    the alerts and are never printed. `kinds` are the kinds of danger. `again`: it repeats alerts that nobody has
    taken, so that no cap holds it back. `by_mail` is for notices: it tells only that an email came in, of which anybody
    can send any number. `gathers`: it tells of many that would each have been such an email.

    `line` says in a few words what is asked, where one email a day may tell it together with others; "" where it goes
    by itself. `until` is the last day on which that is in time (None: any), `link` its page of the desk, `waits_for`
    what the case waits for as long as it is not settled. `urgent`: it goes at any hour.
    """

    message_id: str
    kind: MailKind
    to: tuple[str, ...]
    subject: str
    text: str
    html: str = ""
    files: tuple[OutgoingFile, ...] = ()
    calendar: bytes = b""
    ref: str = ""
    in_reply_to: str = ""
    about: str = ""
    known: bool = False
    own: bool = False
    kinds: tuple[str, ...] = ()
    again: bool = False
    by_mail: bool = False
    gathers: bool = False
    line: str = ""
    until: date | None = None
    link: str = ""
    waits_for: str = ""
    urgent: bool = False


Place = tuple[str, str, int]
"""What makes a letter this one and no other: its case, its letter, its version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """One letter in the print tray: which, to whom and where, and the day printed in it."""

    ref: str
    letter: str
    version: int
    to: tuple[str, ...]
    post_on: date

    @property
    def place(self) -> Place:
        """What makes it this letter and no other."""
        return (self.ref, self.letter, self.version)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrayLetter:
    """One approved letter for the print tray; `pdf` is empty where no converter is there."""

    ref: str
    letter: str
    version: int
    to: tuple[str, ...]
    post_on: date
    sha256: str
    docx: bytes
    pdf: bytes


def office_id(mark: str, letters_from: str) -> str:
    """The Message-ID of an email to a role, about no case; `letters_from` is the address that we write from."""
    return f"<office.{mark}@{letters_from.rpartition('@')[2]}>"


def steady_id(told: str, letters_from: str) -> str:
    """The same where the same is told, so that it is queued once."""
    return office_id(hashlib.sha256(told.encode()).hexdigest()[:24], letters_from)
