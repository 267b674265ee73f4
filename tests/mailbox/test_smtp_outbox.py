from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from servers.certificates import Certificates
from servers.cutting_proxy import CuttingProxy
from servers.fixtures import certificates, smtp_sink
from servers.needs import free_port
from servers.smtp_sink import PASSWORD, USER, SmtpSink

from letterladder.ground.errors import WorldFailed, WrongUsage
from letterladder.ground.values import replace
from letterladder.mailbox.smtp_outbox import SmtpAccount, SmtpOutbox
from letterladder.rules.mails.outgoing import MailKind, OutgoingMail

__all__ = ["certificates", "smtp_sink"]

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
MAIL = OutgoingMail(
    message_id="<1@school.example>",
    kind=MailKind.LETTER,
    to=("head@school.example", "dsl@school.example"),
    subject="Reference 2026-0042",
    text="Hello",
)


@pytest.fixture
def account(smtp_sink: SmtpSink) -> SmtpAccount:
    """An account on the test server, over STARTTLS."""
    return SmtpAccount(
        host=smtp_sink.host,
        port=smtp_sink.port,
        user=USER,
        password=PASSWORD,
        ca_file=smtp_sink.ca_file,
        timeout_seconds=5,
    )


def send(account: SmtpAccount) -> None:
    """Send the email."""
    SmtpOutbox(account, f"School <{USER}>", lambda: NOW).send(MAIL)


def why(account: SmtpAccount) -> str:
    """What sending over this account ends in, in words."""
    with pytest.raises(WorldFailed) as failure:
        send(account)
    return str(failure.value)


def test_all_recipients_get_one_mail(smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    """One transaction, and no recipient in no header but To."""
    send(account)
    assert [to for to, _ in smtp_sink.taken] == [["head@school.example", "dsl@school.example"]]


def test_one_refused_recipient_stops_the_mail_for_all(smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    """A second try would else reach the others twice; the words name who was refused."""
    smtp_sink.refuses = {"dsl@school.example"}
    assert "dsl@school.example is refused" in why(account)
    assert smtp_sink.taken == []


def test_a_link_that_breaks_after_the_text_is_a_question_not_a_failure(
    smtp_sink: SmtpSink, account: SmtpAccount
) -> None:
    """The letter may have gone out: a person must look before it is sent again."""
    smtp_sink.breaks_after_text = True
    assert "nobody can say" in why(account)


def test_a_refused_mail_is_told_from_a_broken_link(smtp_sink: SmtpSink, account: SmtpAccount) -> None:
    """Here it is sure that nothing went out."""
    smtp_sink.refuses_text = True
    assert "552 5.3.4 too big" in why(account)


@pytest.mark.parametrize(
    ("expected", "change"),
    [
        ("password", lambda account: replace(account, password="wrong")),
        ("certificate", lambda account: replace(account, ca_file=None)),
        ("cannot be reached", lambda account: replace(account, port=free_port())),
        ("no server called", lambda account: replace(account, host="nowhere.invalid")),
        ("No secure connection", lambda account: replace(account, tls="tls")),
    ],
)
def test_each_failure_has_its_own_words(
    expected: str, change: Callable[[SmtpAccount], SmtpAccount], account: SmtpAccount
) -> None:
    """The office can fix the password, and waits on the server."""
    changed = change(account)
    assert expected in why(changed)
    assert expected in str(SmtpOutbox(changed, USER, lambda: NOW).check()[0])


def test_a_stripped_starttls_sends_no_password(account: SmtpAccount) -> None:
    """Somebody in the middle takes STARTTLS out of what the server offers."""
    with CuttingProxy(account.port, rewrite=lambda said: said.replace(b"STARTTLS", b"XXXXXXXX")) as proxy:
        assert "does not offer" in why(replace(account, port=proxy.port))
    assert b"AUTH" not in proxy.said_by_client


def test_plain_text_leaves_this_machine_never(account: SmtpAccount) -> None:
    """Said when the program starts."""
    with pytest.raises(WrongUsage, match="unprotected"):
        SmtpOutbox(replace(account, host="mail.school.example", tls="none"), USER, lambda: NOW)


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_plain_text_to_this_machine_works_when_said(certificates: Certificates) -> None:
    """A relay on the same machine."""
    with SmtpSink(certificates, offers_tls=False) as sink:
        send(SmtpAccount(host="127.0.0.1", port=sink.port, user=USER, password=PASSWORD, tls="none"))
    assert len(sink.taken) == 1


def test_a_silent_server_is_given_up(account: SmtpAccount) -> None:
    """It must not hold the round."""
    with CuttingProxy(account.port, rewrite=lambda _: b"") as proxy:
        assert "in time" in why(replace(account, port=proxy.port, timeout_seconds=0.3))


@pytest.mark.parametrize("cut_after", [5, 60, 200, 900])
def test_a_link_cut_before_the_text_is_a_failure(
    smtp_sink: SmtpSink, account: SmtpAccount, cut_after: int
) -> None:
    """Nothing was handed over; the email waits for the next try."""
    with CuttingProxy(account.port, cut_after=cut_after) as proxy:
        assert "nobody can say" not in why(replace(account, port=proxy.port))
    assert smtp_sink.taken == []


def test_the_password_is_never_shown(account: SmtpAccount) -> None:
    """Neither in a traceback's account nor in a problem."""
    assert PASSWORD not in repr(account)
    assert "wrong-secret" not in why(replace(account, password="wrong-secret"))
