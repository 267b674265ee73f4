"""A relay on this machine that wants neither login nor TLS."""

from datetime import UTC, datetime

from crash.sink import Sink

from letterladder.mailbox.smtp_outbox import SmtpAccount, SmtpOutbox
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail


def test_a_relay_that_wants_no_login_is_greeted_first() -> None:
    """Without a login nothing else sends the greeting, and a server refuses email before it."""
    mail = OutgoingMail(
        message_id="<a.1@larkfield.example>",
        kind=MailKind.LETTER,
        to=("somebody@letterbox.example",),
        subject="[2026-0001] a letter",
        text="words",
    )
    with Sink() as sink:
        account = SmtpAccount(host="127.0.0.1", port=sink.port, tls="none")
        outbox = SmtpOutbox(account, "letters@larkfield.example", lambda: datetime(2026, 11, 20, tzinfo=UTC))
        assert outbox.check() == []
        outbox.send(mail)
    assert [kind for kind, _ in sink.taken] == ["letter"]
