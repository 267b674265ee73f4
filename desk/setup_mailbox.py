"""The mailbox while a school is being set up: what must be known of each provider, and what is in it once it opens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ..config.settings import Settings
from ..config.setup_file import Answer, SetupFile
from ..config.setup_questions import Question, Sort
from ..ground.disk import write_file
from ..ground.errors import LetterladderError, Problem
from ..ground.moments import LONDON
from .wiring import inbox_of, outbox_of

MICROSOFT, GOOGLE, PASSWORD, NONE = "microsoft", "google", "password", "folder"
PROVIDERS = {
    MICROSOFT: "Microsoft 365",
    GOOGLE: "Google Workspace",
    PASSWORD: "another server, with a password",
    NONE: "none yet: emails are in the folders inbox and sent",
}
SERVERS = {
    MICROSOFT: ("outlook.office365.com", "smtp.office365.com"),
    GOOGLE: ("imap.gmail.com", "smtp.gmail.com"),
}
PASSWORD_FILE = "mail-password"  # noqa: S105 - the name of the file that holds it
SENDING_PASSWORD_FILE = "mail-password-sending"  # noqa: S105 - the same, of an account of its own that sends
TOKEN_FILE = "mail-token.json"  # noqa: S105 - the name of the file that holds it
MOST_SHOWN = 5
"""Emails of the mailbox that are shown, the newest."""
_IN, _OUT = "mail.in", "mail.out"
_TLS: Mapping[object, str] = {993: "tls", 465: "tls", 143: "starttls", 587: "starttls", 25: "starttls"}
"""How a link to the usual ports is protected."""

IN_USER = Question(key=f"{_IN}.user", asks="Mailbox that is read", help="Its email address.")
OUT_USER = Question(key=f"{_OUT}.user", asks="Account that sends", help="It may be the same mailbox.")
QUESTIONS: Mapping[str, tuple[Question, ...]] = {
    MICROSOFT: (
        IN_USER,
        OUT_USER,
        Question(
            key=f"{_IN}.microsoft.tenant",
            asks="Directory (tenant) ID",
            help="Of the app registration: docs/mailboxes.md says how to make one.",
        ),
        Question(key=f"{_IN}.microsoft.client_id", asks="Application (client) ID"),
        Question(
            key=f"{_IN}.microsoft.certificate_file",
            asks="File of the certificate, beside school.toml",
            help="Leave it empty where a person signs in once.",
            may_be_empty=True,
        ),
    ),
    GOOGLE: (
        IN_USER,
        OUT_USER,
        Question(
            key=f"{_IN}.google.key_file",
            asks="File of the key, beside school.toml",
            help="The JSON file of the service account: docs/mailboxes.md says how to get it.",
        ),
    ),
    PASSWORD: (
        IN_USER,
        Question(key=f"{_IN}.host", asks="Server that is read (IMAP)"),
        Question(key=f"{_IN}.port", asks="Port of that server (IMAP)", sort=Sort.NUMBER),
        OUT_USER,
        Question(key=f"{_OUT}.host", asks="Server that sends (SMTP)"),
        Question(key=f"{_OUT}.port", asks="Port of that server (SMTP)", sort=Sort.NUMBER),
    ),
    NONE: (),
}
"""What is asked, by provider; a password is asked for apart, and is never written into school.toml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was seen of the mailbox.

    Attributes:
        problems: why it cannot be read, or nothing can be sent; none where all is well.
        count: emails that wait; None where the mailbox is a folder, or could not be opened.
        oldest: the day of the oldest of them.
        newest: the newest, a line each: the day, from whom, its subject.
        vouched_by: the name that the server writes at the head of its results, "" where none was seen.
    """

    problems: tuple[Problem, ...] = ()
    count: int | None = None
    oldest: date | None = None
    newest: tuple[str, ...] = ()
    vouched_by: str = ""


def provider_of(file: SetupFile) -> str:
    """Which of the providers the file names now."""
    if file.value(f"{_IN}.kind") in {None, "folder"}:
        return NONE
    return str(file.value(f"{_IN}.auth") or PASSWORD)


def offered(file: SetupFile, question: Question) -> Answer | None:
    """What is offered as an answer: what is written there, else what is usual."""
    value: Answer | None = file.proposed(question.key)
    if value is not None:
        return value
    mailbox, sender = str(file.value("school.safeguarding_mailbox")), str(file.value("school.letters_from"))
    domain = mailbox.partition("@")[2]
    usual: Mapping[str, Answer] = {
        f"{_IN}.user": mailbox,
        f"{_OUT}.user": sender,
        f"{_IN}.host": f"imap.{domain}",
        f"{_OUT}.host": f"smtp.{domain}",
        f"{_IN}.port": 993,
        f"{_OUT}.port": 587,
    }
    return usual.get(question.key)


def with_mailbox(file: SetupFile, provider: str, answers: Mapping[str, Answer | None]) -> SetupFile:
    """The file with the two tables of this provider; those of another one are taken out."""
    if provider != provider_of(file):
        file = file.with_answers({_IN: None, _OUT: None})
    if provider == NONE:
        return file
    told = {key: answer for key, answer in answers.items() if answer not in {None, ""}}
    empty: dict[str, Answer | None] = {key: None for key, answer in answers.items() if answer in {None, ""}}
    return file.with_answers({**_fixed(file, provider, told), **told, **empty, **_mirrored(provider, told)})


def _fixed(file: SetupFile, provider: str, told: Mapping[str, Answer | None]) -> dict[str, Answer | None]:
    """What follows from the provider and the ports alone."""
    fixed: dict[str, Answer | None] = {f"{_IN}.kind": "imap", f"{_OUT}.kind": "smtp"}
    if provider == PASSWORD:
        sending = SENDING_PASSWORD_FILE if _are_two(told) else PASSWORD_FILE
        return fixed | {
            f"{_IN}.password_file": file.value(f"{_IN}.password_file") or PASSWORD_FILE,
            f"{_OUT}.password_file": file.value(f"{_OUT}.password_file") or sending,
            f"{_IN}.tls": _TLS.get(told.get(f"{_IN}.port"), file.value(f"{_IN}.tls") or "tls"),
            f"{_OUT}.tls": _TLS.get(told.get(f"{_OUT}.port"), file.value(f"{_OUT}.tls") or "starttls"),
        }
    incoming, outgoing = SERVERS[provider]
    return fixed | {
        f"{_IN}.host": incoming,
        f"{_OUT}.host": outgoing,
        f"{_IN}.auth": provider,
        f"{_OUT}.auth": provider,
    }


def _mirrored(provider: str, told: Mapping[str, Answer | None]) -> dict[str, Answer | None]:
    """What the sending account repeats."""
    again = {
        key.replace(_IN, _OUT, 1): answer
        for key, answer in told.items()
        if key.startswith(f"{_IN}.{provider}.")
    }
    if provider == MICROSOFT and f"{_IN}.microsoft.certificate_file" not in told:
        again |= {f"{_IN}.token_file": TOKEN_FILE, f"{_OUT}.token_file": TOKEN_FILE}
    return dict(again)


def _are_two(told: Mapping[str, Answer | None]) -> bool:
    return told.get(IN_USER.key) != told.get(OUT_USER.key)


def password_files(file: SetupFile) -> dict[str, str]:
    """The files of passwords, each with the account that it is of; one where both accounts share it."""
    boxes = ((file.value(f"{box}.password_file"), file.value(f"{box}.user")) for box in (_OUT, _IN))
    return dict(reversed([(str(name), str(user)) for name, user in boxes if name and user]))


def keep_password(folder: Path, name: str, password: str) -> None:
    """Write a password into its file, for this account alone.

    Raises:
        DiskFailed: the disk is full or broken.
    """
    write_file(folder / name, f"{password}\n".encode())


def look_into(settings: Settings, now: datetime) -> Looked:
    """Log in both ways and look what waits; nothing is sent, marked or moved."""
    try:
        inbox, outbox = inbox_of(settings), outbox_of(settings, lambda: now)
        problems = [*inbox.check(), *outbox.check()]
        from ..mailbox.imap_inbox import ImapInbox  # noqa: PLC0415 - a heavy library, where there is a server

        if problems or not isinstance(inbox, ImapInbox):
            return Looked(problems=tuple(problems))
        seen = inbox.glimpse(MOST_SHOWN)
    except LetterladderError as error:
        return Looked(problems=tuple(error.problems))
    lines = (f"{_day(one.received)}  {one.sender}  {one.subject}" for one in seen.newest)
    named = next((one.vouched_by for one in seen.newest if one.vouched_by), "")
    return Looked(
        count=seen.count,
        oldest=seen.oldest.astimezone(LONDON).date() if seen.oldest else None,
        newest=tuple(lines),
        vouched_by="microsoft-365" if provider_name(settings) == MICROSOFT else named,
    )


def provider_name(settings: Settings) -> str:
    """The provider of these settings."""
    return str(getattr(settings.mail.incoming, "auth", NONE))


def _day(moment: datetime | None) -> str:
    return moment.astimezone(LONDON).date().isoformat() if moment else "an unknown day"
