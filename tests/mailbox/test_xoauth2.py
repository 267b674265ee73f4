"""Logging in with a token: a real Dovecot, a real Postfix that asks it, and a small server for a lone clone."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from servers.certificates import Certificates
from servers.dovecot import Dovecot
from servers.fixtures import certificates, dovecot, mailbox_user, postfix, smtp_sink
from servers.postfix import Postfix
from servers.smtp_sink import SmtpSink
from servers.tokens import Signer, Tokens, tampered

from letterladder.ground.errors import WorldFailed
from letterladder.ground.values import replace
from letterladder.mailbox.imap_inbox import ImapInbox
from letterladder.mailbox.imap_link import ImapAccount
from letterladder.mailbox.smtp_outbox import SmtpAccount, SmtpOutbox
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail

__all__ = ["certificates", "dovecot", "mailbox_user", "postfix", "smtp_sink"]

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
MAIL = b"From: a@elsewhere.example\r\nSubject: x\r\n\r\nHello\r\n"
BAD: dict[str, Callable[[Signer, str], str]] = {
    "expired": lambda signer, user: signer.token(user, lasts=-10),
    "of another user": lambda signer, _: signer.token("box199@school.example"),
    "tampered with": lambda signer, user: tampered(signer.token(user, lasts=-10)),
    "of another issuer": lambda signer, user: signer.token(user, issuer="https://elsewhere.test/"),
    "signed by a stranger": lambda _, user: Signer().token(user),
    "no token at all": lambda *_: "x",
}


@pytest.fixture
def account(dovecot: Dovecot, mailbox_user: str) -> ImapAccount:
    """An IMAP account without a password."""
    return ImapAccount(
        host=dovecot.host,
        port=dovecot.imaps_port,
        user=mailbox_user,
        tokens=Tokens(dovecot.signer.token(mailbox_user)),
        ca_file=dovecot.ca_file,
        timeout_seconds=10,
        batch=1,
    )


@pytest.fixture(params=["sink", pytest.param("postfix", marks=[pytest.mark.postfix, pytest.mark.dovecot])])
def submission(request: pytest.FixtureRequest) -> tuple[SmtpAccount, Signer]:
    """An SMTP account without a password, and who signs its tokens."""
    server: SmtpSink | Postfix = request.getfixturevalue(
        "smtp_sink" if request.param == "sink" else "postfix"
    )
    signer = server.signer if isinstance(server, SmtpSink) else request.getfixturevalue("dovecot").signer
    user = "box190@school.example"
    account = SmtpAccount(
        host=server.host,
        port=server.port,
        user=user,
        tokens=Tokens(signer.token(user)),
        ca_file=server.ca_file,
        timeout_seconds=10,
    )
    return account, signer


def keys(account: ImapAccount) -> list[str]:
    """The keys of all emails."""
    return [mail.key for batch in ImapInbox(account).arrivals(lambda _: False) for mail in batch]


def send(account: SmtpAccount) -> None:
    """Send one email to the account itself."""
    mail = OutgoingMail(
        message_id="<1@school.example>",
        kind=MailKind.LETTER,
        to=(account.user,),
        subject="Reference 2026-0042",
        text="Hello",
    )
    SmtpOutbox(account, account.user, lambda: NOW).send(mail)


@pytest.mark.dovecot
def test_a_good_token_reads_the_mailbox(dovecot: Dovecot, account: ImapAccount) -> None:
    """No password is anywhere."""
    dovecot.deliver(account.user, MAIL)
    assert len(keys(account)) == 1


@pytest.mark.dovecot
@pytest.mark.parametrize("kind", BAD)
def test_a_bad_token_reads_nothing(dovecot: Dovecot, account: ImapAccount, kind: str) -> None:
    """The words say that it is the token, and where to look it up."""
    tokens = Tokens(BAD[kind](dovecot.signer, account.user))
    with pytest.raises(WorldFailed, match=r"does not accept the token.*docs/mailboxes\.md"):
        keys(replace(account, tokens=tokens))
    assert tokens.asked == [False, True]


def test_a_good_token_sends(submission: tuple[SmtpAccount, Signer]) -> None:
    """To Postfix, which asks Dovecot, and to a server in the test."""
    account, _ = submission
    send(account)


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_token_sends_nothing(submission: tuple[SmtpAccount, Signer], kind: str) -> None:
    """The email is kept; the words name the token."""
    account, signer = submission
    with pytest.raises(WorldFailed, match="does not accept the token"):
        send(replace(account, tokens=Tokens(BAD[kind](signer, account.user))))


def test_a_server_that_takes_no_tokens_is_said(certificates: Certificates) -> None:
    """Nothing is tried with an empty password instead."""
    tokens = Tokens("x")
    with SmtpSink(certificates) as sink:
        sink.takes_tokens = False
        account = SmtpAccount(
            host="localhost", port=sink.port, user="a@b.example", tokens=tokens, ca_file=sink.ca_file
        )
        with pytest.raises(WorldFailed, match="XOAUTH2"):
            send(account)
    assert tokens.asked == []


@pytest.mark.dovecot
def test_a_token_that_was_taken_back_is_replaced_at_once(dovecot: Dovecot, account: ImapAccount) -> None:
    """The kept one looks good for an hour yet; the server knows better."""
    tokens = Tokens(dovecot.signer.token(account.user, lasts=-10), dovecot.signer.token(account.user))
    assert keys(replace(account, tokens=tokens)) == []
    assert tokens.asked == [False, True]


@pytest.mark.dovecot
def test_a_token_that_runs_out_in_mid_session_stops_nothing(dovecot: Dovecot, account: ImapAccount) -> None:
    """What is open goes on; the next link shows a new token."""
    dovecot.deliver(account.user, MAIL, MAIL)
    tokens = Tokens(dovecot.signer.token(account.user, lasts=2), dovecot.signer.token(account.user))
    inbox = ImapInbox(replace(account, tokens=tokens))
    batches = inbox.arrivals(lambda _: False)
    first = next(batches)
    time.sleep(3)
    rest = [mail for batch in batches for mail in batch]
    inbox.put_aside([mail.key for mail in (*first, *rest)])
    assert (len(first), len(rest), keys(account)) == (1, 1, [])
    assert tokens.asked == [False, False, True]


def test_a_token_taken_back_while_sending_is_replaced(submission: tuple[SmtpAccount, Signer]) -> None:
    """As for reading."""
    account, signer = submission
    tokens = Tokens(signer.token(account.user, lasts=-10), signer.token(account.user))
    send(replace(account, tokens=tokens))
    assert tokens.asked == [False, True]


@pytest.mark.dovecot
def test_no_token_stands_in_any_words(account: ImapAccount) -> None:
    """A log that is sent to somebody opens no mailbox."""
    secret = "this-is-the-secret"
    with pytest.raises(WorldFailed) as failure:
        keys(replace(account, tokens=Tokens(secret)))
    assert secret not in f"{failure.value!r} {account!r}"
