"""The sender of the envelope: the mailbox that is read, and the account's own where a server does not let it."""

from datetime import UTC, datetime

import pytest
from servers.fixtures import certificates, smtp_sink
from servers.smtp_sink import PASSWORD, USER, SmtpSink

from letterladder.ground.errors import WorldFailed
from letterladder.mailbox.smtp_outbox import SmtpAccount, SmtpOutbox
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail

__all__ = ["certificates", "smtp_sink"]

READ = "safeguarding@school.example"
TO = ("head@school.example", "dsl@school.example")
MICROSOFT = (
    "554 5.2.252 SendAsDenied; letters@school.example not allowed to send as safeguarding@school.example"
)
REFUSALS = [
    ("MAIL", "550 5.7.60 SMTP; Client does not have permissions to send as this sender"),
    ("MAIL", "451 4.1.8 sender's domain not found"),
    ("RCPT", "553 5.7.1 Sender address rejected: not owned by user letters@school.example"),
    ("RCPT", "450 4.1.8 Sender address rejected: Domain not found"),
    ("DATA", MICROSOFT),
    ("DATA", "550 5.7.60 SMTP; Client does not have permissions to send as this sender"),
    ("DATA", "501 that is not you"),
]


@pytest.fixture
def outbox(smtp_sink: SmtpSink) -> SmtpOutbox:
    """The office's outbox on the test server."""
    return SmtpOutbox(
        SmtpAccount(
            host=smtp_sink.host,
            port=smtp_sink.port,
            user=USER,
            password=PASSWORD,
            ca_file=smtp_sink.ca_file,
            timeout_seconds=5,
        ),
        f"School <{USER}>",
        lambda: datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
        answers_to=READ,
    )


def mail(*to: str) -> OutgoingMail:
    """A letter by email."""
    return OutgoingMail(
        message_id="<1@school.example>",
        kind=MailKind.LETTER,
        to=to or TO,
        subject="Reference 2026-0042",
        text="Hello",
    )


def why(outbox: SmtpOutbox) -> str:
    """What sending ends in, in words."""
    with pytest.raises(WorldFailed) as failure:
        outbox.send(mail())
    return str(failure.value)


def test_what_cannot_be_delivered_comes_back_to_the_mailbox_that_is_read(
    smtp_sink: SmtpSink, outbox: SmtpOutbox
) -> None:
    """Where the server lets it."""
    outbox.send(mail())
    assert (smtp_sink.senders, outbox.refused) == ([READ], "")


@pytest.mark.parametrize(("step", "said"), REFUSALS)
def test_an_account_that_may_not_use_that_address_sends_with_its_own(
    step: str, said: str, smtp_sink: SmtpSink, outbox: SmtpOutbox
) -> None:
    """Wherever the server says so; once, to everybody, and the words are kept."""
    smtp_sink.not_as[READ, step] = said
    outbox.send(mail())
    assert (smtp_sink.senders, [to for to, _ in smtp_sink.taken]) == ([USER], [list(TO)])
    assert outbox.refused == said


def test_the_next_email_tries_the_mailbox_that_is_read_again(smtp_sink: SmtpSink, outbox: SmtpOutbox) -> None:
    """The right to send as it was given meanwhile: nobody starts the program again for that."""
    smtp_sink.not_as[READ, "DATA"] = MICROSOFT
    outbox.send(mail())
    smtp_sink.not_as.clear()
    outbox.send(mail())
    assert (smtp_sink.senders, outbox.refused) == ([USER, READ], "")


@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA"])
def test_a_refusal_of_both_is_a_refusal(step: str, smtp_sink: SmtpSink, outbox: SmtpOutbox) -> None:
    """Nobody has it; the words are those about the account's own address."""
    smtp_sink.not_as[READ, step] = MICROSOFT
    smtp_sink.not_as[USER, step] = "554 5.2.252 SendAsDenied; not even as yourself"
    assert "not even as yourself" in why(outbox)
    assert smtp_sink.taken == []


def test_a_link_that_breaks_after_the_text_is_never_tried_again(
    smtp_sink: SmtpSink, outbox: SmtpOutbox
) -> None:
    """It may have gone out."""
    smtp_sink.breaks_after_text = True
    assert "nobody can say" in why(outbox)
    assert smtp_sink.senders == [READ]


def test_a_link_that_breaks_at_the_second_try_is_a_question_too(
    smtp_sink: SmtpSink, outbox: SmtpOutbox
) -> None:
    """The first was refused, the second may have gone out: once, and a person looks."""
    smtp_sink.not_as[READ, "DATA"] = MICROSOFT
    smtp_sink.breaks_after_text = True
    assert "nobody can say" in why(outbox)
    assert smtp_sink.senders == [USER]


@pytest.mark.parametrize("said", ["451 4.3.0 try again", "452 4.3.1 disk full", "552 5.3.4 too big"])
def test_what_no_other_sender_would_change_is_not_tried_again(
    said: str, smtp_sink: SmtpSink, outbox: SmtpOutbox
) -> None:
    """A server that will have time later, or takes no email of this size, is not about who sends."""
    smtp_sink.not_as[READ, "DATA"] = said
    assert said in why(outbox)
    assert smtp_sink.taken == []


def test_a_recipient_who_is_refused_is_refused_whoever_sends(smtp_sink: SmtpSink, outbox: SmtpOutbox) -> None:
    """And nobody gets it, by either sender."""
    smtp_sink.refuses = {TO[1]}
    assert f"{TO[1]} is refused" in why(outbox)
    assert smtp_sink.taken == []
