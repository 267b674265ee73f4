"""What every outbox promises: a folder, a memory fake, SMTP to a test server, and Postfix with Dovecot."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from fakes_mail import MemoryOutbox
from servers import dovecot as dovecot_server
from servers.dovecot import Dovecot
from servers.fixtures import certificates, dovecot, mailbox_user, postfix, smtp_sink
from servers.postfix import Postfix
from servers.smtp_sink import PASSWORD, USER, SmtpSink

from letterladder.ground.errors import WorldFailed
from letterladder.ground.values import replace
from letterladder.mailbox.compose import to_bytes
from letterladder.mailbox.folder_outbox import FolderOutbox
from letterladder.mailbox.smtp_outbox import SmtpAccount, SmtpOutbox
from letterladder.rules.mails.outgoing import MailKind, OutgoingFile, OutgoingMail
from letterladder.workflows.ports import Outbox

__all__ = ["certificates", "dovecot", "mailbox_user", "postfix", "smtp_sink"]

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
SENDER = f"Harebell Lane Primary School <{USER}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An outbox, an address it can reach, and a way to see what went out."""

    outbox: Outbox
    to: str
    sent: Callable[[], list[bytes]]


@pytest.fixture(
    params=[
        "folder",
        "memory",
        "smtp",
        pytest.param("postfix", marks=[pytest.mark.postfix, pytest.mark.dovecot]),
    ]
)
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Case:
    """Each outbox in turn, empty."""
    if request.param == "folder":
        folder = FolderOutbox(tmp_path / "sent", SENDER, lambda: NOW)
        return Case(outbox=folder, to="head@school.example", sent=lambda: _files(tmp_path / "sent"))
    if request.param == "memory":
        memory = MemoryOutbox()
        return Case(
            outbox=memory,
            to="head@school.example",
            sent=lambda: [to_bytes(mail, SENDER, NOW) for mail in memory.sent],
        )
    if request.param == "smtp":
        return _smtp(request.getfixturevalue("smtp_sink"))
    user = request.getfixturevalue("mailbox_user")
    return _postfix(request.getfixturevalue("postfix"), request.getfixturevalue("dovecot"), user)


def _files(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in sorted(folder.glob("*.eml"))]


def _smtp(sink: SmtpSink) -> Case:
    account = SmtpAccount(
        host=sink.host, port=sink.port, user=USER, password=PASSWORD, ca_file=sink.ca_file, timeout_seconds=10
    )
    outbox = SmtpOutbox(account, SENDER, lambda: NOW)
    return Case(outbox=outbox, to="head@school.example", sent=lambda: [raw for _, raw in sink.taken])


def _postfix(relay: Postfix, server: Dovecot, user: str) -> Case:
    account = SmtpAccount(
        host=relay.host,
        port=relay.port,
        user=user,
        password=dovecot_server.PASSWORD,
        ca_file=relay.ca_file,
        timeout_seconds=10,
    )

    def sent() -> list[bytes]:
        deadline = time.monotonic() + 60
        while not (found := _inbox(server, user)) and time.monotonic() < deadline:
            time.sleep(0.05)
        return found

    return Case(outbox=SmtpOutbox(account, SENDER, lambda: NOW), to=user, sent=sent)


def _inbox(server: Dovecot, user: str) -> list[bytes]:
    with server.login(user) as client:
        client.select_folder("INBOX", readonly=True)
        said = client.fetch(client.search("ALL"), ["BODY.PEEK[]"])
    return [said[uid][b"BODY[]"] for uid in sorted(said)]


def mail_to(*to: str) -> OutgoingMail:
    """An email with everything in it."""
    return OutgoingMail(
        message_id="<approval.1@school.example>",
        kind=MailKind.APPROVAL,
        to=to,
        subject="Letter waiting for you [2026-0042]",
        text="Please look at the letter – it waits for you.\n",
        files=(OutgoingFile(name="letter.pdf", media_type="application/pdf", content=b"%PDF-1.7 \x00\xff"),),
    )


def read(raw: bytes) -> EmailMessage:
    """The email as its reader's program sees it."""
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_mail_goes_out_once_under_its_own_id(case: Case) -> None:
    """The Message-ID is ours, so that a bounce or an answer finds its way back."""
    case.outbox.send(mail_to(case.to))
    assert [read(raw)["Message-ID"] for raw in case.sent()] == ["<approval.1@school.example>"]


def test_text_and_files_arrive_unchanged(case: Case) -> None:
    """The letter's hash was approved: its bytes may not change on the way."""
    case.outbox.send(mail_to(case.to))
    message = read(case.sent()[0])
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().splitlines() == ["Please look at the letter – it waits for you."]
    assert [part.get_content() for part in message.iter_attachments()] == [b"%PDF-1.7 \x00\xff"]


def test_every_mail_says_that_a_machine_sent_it(case: Case) -> None:
    """No robot may answer us, and we know our own email again (email loops)."""
    case.outbox.send(mail_to(case.to))
    message = read(case.sent()[0])
    headers = [message[name] for name in ("Auto-Submitted", "X-Letterladder", "X-Auto-Response-Suppress")]
    assert headers == ["auto-generated", "approval", "All"]


def test_a_mail_for_nobody_is_refused(case: Case) -> None:
    """Sending to nobody would look like success."""
    with pytest.raises(WorldFailed):
        case.outbox.send(replace(mail_to(case.to), to=()))


def test_a_working_outbox_has_no_problems(case: Case) -> None:
    """`check` is silent when all is well, and sends nothing."""
    assert case.outbox.check() == []
